"""What must change so that a drawn network takes the chosen data."""

from __future__ import annotations

from engine.graph import Edit, Graph
from engine.inference import infer_shapes
from engine.problems import Problem
from engine.shapes import DataShape

MOST_ROUNDS = 8
"""A fix may uncover the next problem; this many in a row are followed."""


def data_problems(graph: Graph, data: DataShape) -> tuple[Problem, ...]:
    """The problems that the network would not have without these data."""
    return _problems_beyond(_own_problems(graph), graph, data)


def fit_to_data(graph: Graph, data: DataShape) -> list[Edit]:
    """The edits of all fixes for what does not fit, one after the other; empty where nothing can be fixed."""
    own, trial, edits = _own_problems(graph), graph.copy(), list[Edit]()
    for _ in range(MOST_ROUNDS):
        fix = next((problem.fix for problem in _problems_beyond(own, trial, data) if problem.fix), None)
        if fix is None:
            break
        for edit in fix.edits:
            trial.apply(edit)
        edits += fix.edits
    return edits


def _own_problems(graph: Graph) -> set[tuple[str, str]]:
    return {_mark(problem) for problem in infer_shapes(graph).problems}


def _problems_beyond(own: set[tuple[str, str]], graph: Graph, data: DataShape) -> tuple[Problem, ...]:
    return tuple(problem for problem in infer_shapes(graph, data).problems if _mark(problem) not in own)


def _mark(problem: Problem) -> tuple[str, str]:
    return problem.node, str(problem.message)
