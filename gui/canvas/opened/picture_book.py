"""The pictures of all opened layers as the document stands: which face each other, and how large their cards are."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from engine.direction import Direction
from engine.graph import Edge
from engine.layers import Shape
from gui.canvas.layer_picture import LayerPicture, picture
from gui.canvas.opened.weight_lines import MOST_LINES
from gui.document import Document


class PictureBook:
    """Makes pictures and keeps them while layer and shapes stay, so that nobody lays out what has not changed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._natural: dict[str, tuple[object, LayerPicture]] = {}
        self._shown: dict[str, LayerPicture] = {}
        self._targets: set[str] = set()

    def open(self, nodes: Collection[str]) -> tuple[dict[str, LayerPicture], frozenset[Edge]]:
        """The pictures of these layers as far as their shapes are known, and the wires that weights stand for."""
        lined = frozenset(self._lined(set(nodes)))
        self._targets = {edge.target for edge in lined}
        shapes = self._document.inference.shapes
        self._natural = {node: self._picture(node, node in self._targets) for node in sorted(nodes) if node in shapes}
        pictures = {node: made for node, (_, made) in self._natural.items()}
        self._shown = {node: self._with_body(node, body) for node, body in _levelled(pictures, lined).items()}
        return dict(self._shown), lined

    def size_in(self, node: str, direction: Direction) -> tuple[float, float]:
        """How large the card of an opened layer is in a drawing that runs that way."""
        shown = self._shown[node]
        return shown.size if direction is shown.direction else self._make(node, node in self._targets, direction).size

    def _lined(self, nodes: set[str]) -> Iterable[Edge]:
        """From one opened column straight into another, where the weights are few enough for a line each."""
        graph, shapes = self._document.graph, self._document.inference.shapes
        for node in nodes:
            edges = graph.incoming(node)
            if len(edges) != 1 or edges[0].source not in nodes:
                continue
            entering, leaving = shapes.get(edges[0].source, ()), shapes.get(node, ())
            joined = (*entering, *leaving)
            if len(entering) == len(leaving) == 1 and self._kernel(node) == joined and math.prod(joined) <= MOST_LINES:
                yield edges[0]

    def _kernel(self, node: str) -> Shape | None:
        specs = self._document.inference.specs.get(self._document.graph.owner(node), ())
        return next((spec.shape for spec in specs if spec.name == "kernel"), None)

    def _picture(self, node: str, lined: bool) -> tuple[object, LayerPicture]:
        """What it depends on, and the picture."""
        direction = self._document.project.direction
        graph, inference = self._document.graph, self._document.inference
        specs = tuple((spec.name, spec.shape) for spec in inference.specs.get(graph.owner(node), ()))
        key = (graph[node].layer, inference.shapes[node], specs, lined, direction)
        kept = self._natural.get(node)
        return kept if kept is not None and kept[0] == key else (key, self._make(node, lined, direction))

    def _make(self, node: str, lined: bool, direction: Direction) -> LayerPicture:
        graph, inference = self._document.graph, self._document.inference
        specs = inference.specs.get(graph.owner(node), ())
        return picture(graph[node].layer, inference.shapes[node], specs, lined, direction)

    def _with_body(self, node: str, body: float) -> LayerPicture:
        """The picture in a card that may be larger than it needs; the same object as long as it looks the same."""
        made, shown = self._natural[node][1], self._shown.get(node)
        if shown is not None and shown.mosaics is made.mosaics and (shown.column, shown.body) == (made.column, body):
            return shown
        return replace(made, body=body)


def _levelled(pictures: Mapping[str, LayerPicture], lined: Iterable[Edge]) -> dict[str, float]:
    """How large each body is when layers joined by lines are as large as the largest: no line then crosses a head."""
    bodies = {node: made.body for node, made in pictures.items()}
    moving = True
    while moving:
        moving = False
        for edge in lined:
            high = max(bodies[edge.source], bodies[edge.target])
            moving |= min(bodies[edge.source], bodies[edge.target]) < high
            bodies[edge.source] = bodies[edge.target] = high
    return bodies
