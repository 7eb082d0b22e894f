"""What items ask when they are laid out and painted.

They hold this plain object and never the scene: a cycle of Python references through Qt objects would leave their
end to the garbage collector, which takes them apart while Qt still calls them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engine.direction import Direction
from engine.graph import Edge
from engine.inference import Inference
from engine.problems import Problem, Severity
from gui import theme
from gui.canvas.geometry import Port
from gui.canvas.inks import Inks
from gui.canvas.layer_picture import LayerPicture
from gui.document import Document


@dataclass(frozen=True)
class Offer:
    """A wire is being drawn from `origin`; it may end at `ports`, and through an adapter at those in `adapted`."""

    origin: Port
    ports: frozenset[Port]
    nodes: frozenset[str]
    adapted: frozenset[Port] = frozenset()

    def concerns(self, node_id: str) -> bool:
        return node_id in self.nodes or node_id == self.origin.node


class Look:
    """The document, the theme's inks, and what the mouse and the keyboard point at."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.inks = Inks(theme.current())
        self.offer: Offer | None = None
        self.hovered_port: Port | None = None
        self.focused: str | None = None
        """The layer or annotation with the keyboard's ring."""
        self.pictures: dict[str, LayerPicture] = {}
        """The layers that are opened in place, and how."""
        self.lined: frozenset[Edge] = frozenset()
        """The wires whose weights are drawn one by one."""
        self.found: frozenset[str] | None = None
        """The layers and annotations that a search on the canvas has found; None while none is under way."""
        self.findings: tuple[Problem, ...] = ()
        """What the coach says of layers in the run."""
        self._problems: dict[str, list[Problem]] = {}
        self.read_problems(document.inference)

    @property
    def direction(self) -> Direction:
        """Which way the drawing runs."""
        return self.document.project.direction

    def read_problems(self, inference: Inference) -> set[str]:
        """Take over what is wrong; the nodes about which there is something else to say than before."""
        before, self._problems = self._problems, {}
        for problem in (*inference.problems, *self.findings):
            self._problems.setdefault(problem.node, []).append(problem)
        return {node for node in before.keys() | self._problems.keys() if before.get(node) != self._problems.get(node)}

    def problems_of(self, node_id: str) -> list[Problem]:
        """What is wrong at a node."""
        return self._problems.get(node_id, [])

    def severity_of(self, nodes: Iterable[str]) -> Severity | None:
        """The worst that is wrong at these nodes."""
        found = (problem.severity for node in nodes for problem in self.problems_of(node))
        return min(found, key=lambda severity: severity.rank, default=None)

    def points_at(self, node_id: str) -> bool:
        """Whether a port of this layer may call for attention."""
        return self.offer is not None or (self.hovered_port is not None and self.hovered_port.node == node_id)

    def is_lit(self, port: Port) -> bool:
        """Whether a port calls for attention: a wire may end there, or the mouse is over it."""
        if self.offer is not None:
            return port in self.offer.ports or port == self.offer.origin
        return port == self.hovered_port

    def wants_adapter(self, port: Port) -> bool:
        """Whether the wire that is being drawn may end here with a layer between."""
        return self.offer is not None and port in self.offer.adapted

    def is_found(self, keys: Iterable[str]) -> bool:
        """Whether the search has found one of these, which an item shows."""
        return self.found is not None and not self.found.isdisjoint(keys)

    def is_faded(self, nodes: Collection[str]) -> bool:
        """Whether the card of these layers stands back: the wire that is being drawn cannot end at any, or the search
        is for others."""
        if self.offer is not None:
            return not any(self.offer.concerns(node) for node in nodes)
        return self.found is not None and not self.is_found(nodes)

    def forget(self, key: str) -> None:
        """The layer or annotation is gone."""
        if self.focused == key:
            self.focused = None
        if self.hovered_port is not None and self.hovered_port.node == key:
            self.hovered_port = None
        self.pictures.pop(key, None)
