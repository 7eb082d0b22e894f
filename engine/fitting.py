"""What must change so that a drawn network takes the chosen data."""

from __future__ import annotations

from engine.graph import Edit, Graph
from engine.inference import DataShape, Problem, infer_shapes

MOST_ROUNDS = 8
"""A fix may uncover the next problem; this many in a row are followed."""


def data_problems(graph: Graph, data: DataShape) -> tuple[Problem, ...]:
    """The problems that the network would not have without these data."""
    own = set(_marks(infer_shapes(graph).problems))
    problems = infer_shapes(graph, data).problems
    return tuple(problem for problem, mark in zip(problems, _marks(problems), strict=True) if mark not in own)


def fit_to_data(graph: Graph, data: DataShape) -> list[Edit]:
    """The edits of all fixes for what does not fit, one after the other; empty where nothing can be fixed."""
    trial, edits = graph.copy(), list[Edit]()
    for _ in range(MOST_ROUNDS):
        fix = next((problem.fix for problem in data_problems(trial, data) if problem.fix), None)
        if fix is None:
            break
        for edit in fix.edits:
            trial.apply(edit)
        edits += fix.edits
    return edits


def _marks(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.node, str(problem.message)) for problem in problems]
