"""What must change so that a drawn network takes the chosen data."""

from __future__ import annotations

from engine.graph import Edit, Graph
from engine.inference import infer_shapes
from engine.shapes import DataShape

MOST_ROUNDS = 8
"""A fix may uncover the next problem; this many in a row are followed."""


def fit_to_data(graph: Graph, data: DataShape) -> list[Edit]:
    """The edits of all fixes for what does not fit, one after the other; empty where nothing can be fixed."""
    trial, edits = graph.copy(), list[Edit]()
    for _ in range(MOST_ROUNDS):
        fix = next((problem.fix for problem in infer_shapes(trial, data).data_problems if problem.fix), None)
        if fix is None:
            break
        for edit in fix.edits:
            trial.apply(edit)
        edits += fix.edits
    return edits
