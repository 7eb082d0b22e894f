"""Large edits on a drawing of 1,000 nodes and 5,000 edges, offscreen at 1920x1080: what a person waits for."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.table import Table

from engine import alignment
from engine.graph_json import graph_from_json, graph_to_json
from gui import theme
from gui.canvas import NetworkView
from gui.canvas.commands import aligning, copying, operations
from tests.benchmarks.canvas_drag import EDGES, NODES, large_graph, open_view

PART, ROUNDS = 500, 7


def milliseconds(act: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> float:
    """The median time of an action with painting what it changed; what prepares it does not count."""
    spent = []
    for _ in range(ROUNDS):
        prepare()
        QApplication.processEvents()
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        spent.append((time.perf_counter() - start) * 1e3)
    return statistics.median(spent)


def measurements(view: NetworkView) -> Iterator[tuple[str, float, float]]:
    """What is measured, its time and the goal, both in milliseconds."""
    document = view.document
    undo, redo = document.undo_stack.undo, document.undo_stack.redo
    half = [f"node_{number}" for number in range(PART)]
    document.select(half)
    yield f"copy {PART} nodes", milliseconds(lambda: copying.copy(view)), 200
    yield f"paste {PART} nodes", milliseconds(lambda: copying.paste(view), lambda: document.undo_stack.setIndex(0)), 500
    yield f"undo the paste of {PART} nodes", milliseconds(undo, lambda: document.undo_stack.setIndex(1)), 200
    yield f"redo the paste of {PART} nodes", milliseconds(redo, lambda: document.undo_stack.setIndex(0)), 500
    undo()
    document.select()
    yield "select all", milliseconds(document.select_all, document.select), 50
    document.select(half)
    yield (
        f"distribute {PART} nodes",
        milliseconds(lambda: aligning.distribute_selection(view, alignment.DOWN), undo),
        200,
    )
    document.undo_stack.clear()
    everything = [node.id for node in document.graph]
    yield (
        "delete all",
        milliseconds(lambda: operations.delete_selection(document), lambda: restore(view, everything)),
        500,
    )
    restore(view, everything)
    written = graph_to_json(document.graph)
    project = document.project
    yield "read and show the drawing", milliseconds(lambda: load(view, written)), 1000
    project.graph = document.graph


def restore(view: NetworkView, nodes: list[str]) -> None:
    """Everything is there again and selected."""
    view.document.undo_stack.setIndex(0)
    view.document.select(nodes)


def load(view: NetworkView, written: dict[str, object]) -> None:
    """What opening a file does after it is unpacked."""
    project = view.document.project
    project.graph = graph_from_json(written)
    view.document.replace(project)


def run(console: Console) -> None:
    """Print the table."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    view = open_view(large_graph(60))
    table = Table(title=f"Editing, {NODES} nodes, {EDGES} edges, 1920x1080 offscreen, ms", title_justify="left")
    for heading in ("", "median", "goal"):
        table.add_column(heading, justify="right" if heading else "left")
    for what, spent, goal in measurements(view):
        table.add_row(what, f"[{'green' if spent <= goal else 'red'}]{spent:.0f}[/]", f"{goal:g}")
    QApplication.clipboard().clear()
    view.close()
    view.deleteLater()
    console.print(table)
