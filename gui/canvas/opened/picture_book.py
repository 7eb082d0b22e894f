"""The pictures of all opened layers as the document stands: which face each other, and how high their cards are."""

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

    def open(self, nodes: Collection[str]) -> tuple[dict[str, LayerPicture], frozenset[Edge]]:
        """The pictures of these layers as far as their shapes are known, and the wires that weights stand for."""
        lined = frozenset(self._lined(set(nodes)))
        targets = {edge.target for edge in lined}
        shapes = self._document.inference.shapes
        self._natural = {node: self._picture(node, node in targets) for node in sorted(nodes) if node in shapes}
        pictures = {node: made for node, (_, made) in self._natural.items()}
        self._shown = {node: self._with_body(node, body) for node, body in _levelled(pictures, lined).items()}
        return dict(self._shown), lined

    def _lined(self, nodes: set[str]) -> Iterable[Edge]:
        """From one opened column straight into another, where the weights are few enough for a line each."""
        graph, shapes = self._document.graph, self._document.inference.shapes
        if self._document.project.direction is not Direction.RIGHT:
            return  # columns face each other only side by side; below each other weights are matrices
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
        graph, inference = self._document.graph, self._document.inference
        layer, shape = graph[node].layer, inference.shapes[node]
        specs = inference.specs.get(graph.owner(node), ())
        key = (layer, shape, tuple((spec.name, spec.shape) for spec in specs), lined)
        kept = self._natural.get(node)
        return kept if kept is not None and kept[0] == key else (key, picture(layer, shape, specs, lined))

    def _with_body(self, node: str, body: float) -> LayerPicture:
        """The picture in a card that may be higher than it needs; the same object as long as it looks the same."""
        made, shown = self._natural[node][1], self._shown.get(node)
        if shown is not None and shown.mosaics is made.mosaics and (shown.column, shown.body) == (made.column, body):
            return shown
        return replace(made, body=body)


def _levelled(pictures: Mapping[str, LayerPicture], lined: Iterable[Edge]) -> dict[str, float]:
    """How high each body is when layers joined by lines are as high as the highest: no line then crosses a head."""
    bodies = {node: made.body for node, made in pictures.items()}
    moving = True
    while moving:
        moving = False
        for edge in lined:
            high = max(bodies[edge.source], bodies[edge.target])
            moving |= min(bodies[edge.source], bodies[edge.target]) < high
            bodies[edge.source] = bodies[edge.target] = high
    return bodies
