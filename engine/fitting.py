"""What must change so that a drawn network takes the chosen data."""

from __future__ import annotations

from engine.fixes import activation_fix
from engine.graph import Edit, Graph
from engine.inference import infer_shapes
from engine.layers import Input, Output
from engine.problems import Fix
from engine.shapes import DataShape

MOST_ROUNDS = 12
"""A fix may uncover the next problem; this many in a row are followed."""


def fit_to_data(graph: Graph, data: DataShape) -> list[Edit]:
    """The edits that set Input shape, units, last activation and loss; empty where nothing can be fixed."""
    trial, edits = graph.copy(), list[Edit]()
    for _ in range(MOST_ROUNDS):
        fix = _next_fix(trial, data, begun=bool(edits))
        if fix is None:
            break
        for edit in fix.edits:
            trial.apply(edit)
        edits += fix.edits
    return edits


def reads_windows(graph: Graph) -> bool:
    """Whether what enters the drawn network are rows of columns, as the windows of a series are."""
    shapes = [node.layer.shape for node in graph if isinstance(node.layer, Input)]
    return len(shapes) == 1 and len(shapes[0]) == 2


def _next_fix(graph: Graph, data: DataShape, begun: bool) -> Fix | None:
    """For what does not fit the data; once begun, also for what the fixes so far have left odd at an Output."""
    inference = infer_shapes(graph, data)
    problems = list(inference.data_problems)
    if begun:
        problems += [each for each in inference.problems if each.node in _outputs(graph)]
    fix = next((problem.fix for problem in problems if problem.fix), None)
    return fix if fix is not None or not begun else _unheld(graph, data)


def _unheld(graph: Graph, data: DataShape) -> Fix | None:
    """Measures may be of any size, so no activation holds the answers; copies of the inputs are left as drawn."""
    if data.classification or data.targets == data.inputs:
        return None
    for output in _outputs(graph):
        for edge in graph.incoming(output):
            activation = graph[edge.source].layer.final_activation
            if activation is not None and activation.name != "linear":
                return activation_fix(graph, edge, "linear")
    return None


def _outputs(graph: Graph) -> list[str]:
    return [node.id for node in graph if isinstance(node.layer, Output)]
