"""A frame of the canvas on 1,000 nodes and 5,000 edges, offscreen at 1920x1080: drag, snapshot, pan, zoom, select."""

from __future__ import annotations

import gc
import os
import random
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.table import Table

from engine.data import DataSource, Preparation
from engine.graph import AddEdge, Edge, Graph
from engine.layers import Add, Input
from engine.project import Project
from engine.training_config import TrainingConfig
from gui import theme
from gui.canvas import NetworkView
from gui.document import Document

NODES, EDGES, COLUMNS = 1000, 5000, 40
FRAMES = 120
FLOOR = 33.0


def large_graph(reach: int) -> Graph:
    """A grid of cards, each joined to later ones at most `reach` places on."""
    chance = random.Random(0)
    graph = Graph()
    for number in range(NODES):
        layer = Input() if number == 0 else Add()
        column, row = divmod(number, NODES // COLUMNS)
        graph.add(layer, id=f"node_{number}", position=(200.0 * column, 112.0 * row))
    edges: set[tuple[int, int]] = set()
    while len(edges) < EDGES:
        source = chance.randrange(NODES - 1)
        edges.add((source, chance.randint(source + 1, min(source + reach, NODES - 1))))
    used = [0] * NODES
    for source, target in sorted(edges):
        graph.apply(AddEdge(Edge(f"node_{source}", f"node_{target}", used[target])))
        used[target] += 1
    return graph


def open_view(graph: Graph) -> NetworkView:
    """The canvas on that graph, shown whole."""
    project = Project(graph, TrainingConfig(), DataSource.resolve("moons"), Preparation())
    view = NetworkView(Document(project))
    view.resize(1920, 1080)
    view.show()
    QApplication.processEvents()
    gc.freeze()  # as the program does once its window is open
    return view


def mouse(view: NetworkView, kind: QEvent.Type, pixel: QPoint) -> None:
    """Send a mouse event with the left button down."""
    viewport = view.viewport()
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    place = QPointF(pixel)
    event = QMouseEvent(kind, place, QPointF(viewport.mapToGlobal(pixel)), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def frames(step: Callable[[int], None]) -> list[float]:
    """Milliseconds of each frame: what the step does, and painting it."""
    spent = []
    for number in range(FRAMES):
        start = time.perf_counter()
        step(number)
        QApplication.processEvents()
        spent.append((time.perf_counter() - start) * 1e3)
    return spent


def drag(view: NetworkView, node_id: str) -> list[float]:
    """Lead a card around by the mouse."""
    start = view.mapFromScene(view.network.nodes[node_id].pos())
    mouse(view, QEvent.Type.MouseButtonPress, start)
    mouse(view, QEvent.Type.MouseMove, start + QPoint(30, 20))
    spent = frames(lambda k: mouse(view, QEvent.Type.MouseMove, start + QPoint(30 + 3 * k % 200, 20 + 2 * k % 120)))
    if view.network.nodes[node_id].pos() == QPointF(*view.document.graph[node_id].position):
        raise AssertionError(f"{node_id} was not dragged")
    mouse(view, QEvent.Type.MouseButtonRelease, start)
    return spent


def snapshots(view: NetworkView) -> list[float]:
    """Other gradients on every wire, each frame."""
    rng = np.random.default_rng(0)
    edges = view.document.graph.edges()
    looks = [dict(zip(edges, (10 ** rng.uniform(-5, -1, len(edges))).tolist(), strict=True)) for _ in range(8)]
    return frames(lambda k: view.network.wires.observe(looks[k % len(looks)]))


def zoom(view: NetworkView) -> list[float]:
    """Nearer and away again."""
    return frames(lambda k: view.zoom(1.03 if k % 20 < 10 else 1 / 1.03, QPoint(900, 500)))


def measurements(view: NetworkView) -> Iterator[tuple[str, list[float]]]:
    """What is measured, by name."""
    middle = f"node_{NODES // 2}"
    yield "drag one node, all in view", drag(view, middle)
    yield "snapshot on every wire, all in view", snapshots(view)
    yield "pan, all in view", frames(lambda k: view.pan(QPoint(5, 3) if k % 20 < 10 else QPoint(-5, -3)))
    yield "zoom, about all in view", zoom(view)
    view.zoom(0.6 / view.scale_factor, QPoint(960, 540))
    yield "zoom from 60 %, hundreds of cards in view", zoom(view)
    view.fit()
    view.document.select([f"node_{number}" for number in range(NODES // 2, NODES // 2 + 50)])
    yield "drag 50 nodes, all in view", drag(view, middle)
    yield "select all, select none", frames(lambda k: view.document.select_all() if k % 2 else view.document.select())
    view.document.select()
    view.reset_zoom()
    view.reveal(middle)
    yield "drag one node at 100 %", drag(view, middle)
    yield "pan at 100 %", frames(lambda k: view.pan(QPoint(5, 3) if k % 20 < 10 else QPoint(-5, -3)))


def run(console: Console) -> None:
    """Print the table."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    table = Table(title=f"Canvas, {NODES} nodes, {EDGES} edges, 1920x1080 offscreen, ms", title_justify="left")
    for heading in ("", "median", "p95", "floor"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, reach in (("near neighbours", 60), ("any two nodes", NODES)):
        view = open_view(large_graph(reach))
        for what, spent in measurements(view):
            middle, slow = np.percentile(spent, (50, 95))
            color = "green" if slow <= FLOOR else "red"
            table.add_row(f"{name}: {what}", f"{middle:.1f}", f"[{color}]{slow:.1f}[/]", f"{FLOOR:g}")
        view.close()
        view.deleteLater()
    console.print(table)
