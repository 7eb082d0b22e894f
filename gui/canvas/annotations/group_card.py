"""A collapsed group: one card that stands for all it holds, with the ports at its border."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine import groups
from engine.annotations import Group
from engine.direction import Direction
from gui import names
from gui.canvas.annotations.annotation_item import AnnotationItem, Part
from gui.canvas.cards import card_text
from gui.canvas.cards.card import FAR, Card, paint_port
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.card_text import SEPARATOR, rich
from gui.canvas.cards.node_item import NODE_LAYER
from gui.canvas.geometry import CARD_RADIUS, PORT_REACH, Port, input_places, output_places
from gui.canvas.inks import Inks
from gui.i18n import grouped

STACKED = (8.0, 4.0)
"""How far the sheets behind the card stand out, the hindmost first."""
MOST_TOLD = 6
"""Problems of what lies within that the tooltip tells."""


class GroupCard(Card):
    """Laid out like a layer's card, on a stack of others, and with room for two counts."""

    width = 208.0

    def __init__(self, group: Group, detail: list[str], inputs: int, outputs: int, direction: Direction) -> None:
        self.tag = group.tag
        self._place_ports(inputs, outputs, direction)
        self._lay_out(group.title, "", detail)

    def bar(self, inks: Inks) -> QBrush:
        return inks.group

    def paint(self, painter: QPainter, inks: Inks, state: CardState, scale: float) -> None:
        if scale >= FAR:
            painter.setPen(inks.outline)
            painter.setBrush(inks.pill)
            for rise in STACKED:
                painter.drawRoundedRect(self.rect.adjusted(rise, -rise, -rise, -rise), CARD_RADIUS, CARD_RADIUS)
        super().paint(painter, inks, state, scale)


class GroupCardItem(AnnotationItem):
    """The card of the group `key`, behind which `layers` lie; its ports are those of theirs at the border."""

    layers: Sequence[str] = ()

    def refresh(self) -> None:
        graph = self._look.document.graph
        group = graph.annotations.group(self.key)
        border = groups.border(graph, self.layers)
        self._inputs = [Port(node, number) for node, number in border.inputs]
        self._outputs = [Port(node, None) for node in border.outputs]
        self._wired = {Port(edge.target, edge.port) for node in self.layers for edge in graph.incoming(node)}
        self._wired |= {port for port in self._outputs if graph.outgoing(port.node)}
        self.prepareGeometryChange()
        self.detail = self._detail()
        self.card = GroupCard(group, self.detail, len(self._inputs), len(self._outputs), self._look.direction)
        self.rect = self.title_rect = self.card.rect
        self._places = dict(zip(self._inputs, self.card.inputs, strict=True))
        self._places |= dict(zip(self._outputs, self.card.outputs, strict=True))
        self.setZValue(NODE_LAYER)
        self.setPos(*group.position)
        self.refresh_problems()
        self.update()

    @property
    def feeding(self) -> list[str]:
        """The layers within that have outputs at the border, from above to below."""
        return [port.node for port in self._outputs]

    def refresh_detail(self) -> None:
        """Read anew how many parameters it holds."""
        if self.detail != self._detail():
            self.refresh()

    def _detail(self) -> list[str]:
        counts = self._look.document.inference.parameters
        parameters = sum(counts.get(node, 0) for node in self.layers)
        layers = len(self.layers)
        told = (
            QCoreApplication.translate("Canvas", "1 layer")
            if layers == 1
            else QCoreApplication.translate("Canvas", "{count} layers").format(count=grouped(layers))
        )
        return [text for text in (told, card_text.parameters(parameters)) if text]

    def refresh_problems(self) -> None:
        """Read anew what is wrong within."""
        look, graph = self._look, self._look.document.graph
        self._severity = look.severity_of(self.layers)
        problems = [problem for node in self.layers for problem in look.problems_of(node)]
        told = [names.told(problem.told, graph) for problem in problems[:MOST_TOLD]]
        if len(problems) > MOST_TOLD:
            more = QCoreApplication.translate("Canvas", "and {count} more")
            told.append(more.format(count=len(problems) - MOST_TOLD))
        self.setToolTip(rich((names.name_of(graph, self.key), SEPARATOR.join(self.detail), *told)))
        self.refresh_state()

    def refresh_state(self) -> None:
        """Read anew whether the card is selected, focused or dimmed."""
        super().refresh_state()
        self.setOpacity(1.0)  # the card fades by itself, for other reasons too
        look = self._look
        meant = self.layers if look.found is None else (*groups.within(look.document.graph, self.key), self.key)
        self.state = CardState(
            selected=self.selected,
            focused=self.focused,
            severity=self._severity,
            found=look.is_found(meant),
            faded=look.is_faded(meant),
        )
        self.update()

    def part_at(self, point: QPointF) -> Part | None:
        return Part.BODY if self.rect.contains(point - self.pos()) else None

    # Ports, in scene coordinates

    def port_at(self, port: Port) -> QPointF:
        """Where the port of a layer within stands; one that is not shown has its place at the edge's middle."""
        places = output_places if port.is_output else input_places
        return self.pos() + self._places.get(port, places(self.rect, 1, self._look.direction)[0])

    def port_near(self, point: QPointF) -> Port | None:
        """The port within reach of a point."""
        near = [((self.port_at(port) - point).manhattanLength(), k) for k, port in enumerate(self._places)]
        reach, nearest = min(near, default=(PORT_REACH + 1, 0))
        return list(self._places)[nearest] if reach <= PORT_REACH else None

    def landing(self, inwards: bool) -> Port | None:
        """The port that a wire dropped on the card means: the first free one, else the first."""
        ports = self._inputs if inwards else self._outputs
        return next((port for port in ports if not inwards or port not in self._wired), next(iter(ports), None))

    def ports(self) -> dict[Port, bool]:
        """The ports within for which those of the card stand, and whether a wire is at each."""
        return {port: port in self._wired for port in self._places}

    def port_text(self, port: Port) -> str:
        """For which layer's port this one stands."""
        name = names.name_of(self._look.document.graph, port.node)
        if port.number is None:
            return QCoreApplication.translate("Canvas", "Output of {node}").format(node=name)
        text = QCoreApplication.translate("Canvas", "Input {number} of {node}")
        return text.format(node=name, number=port.number + 1)

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks, scale = self._look.inks, painter.worldTransform().m11()
        self.card.paint(painter, inks, self.state, scale)
        if scale >= FAR:
            look = self._look
            for port, wired in self.ports().items():
                paint_port(painter, inks, self._places[port], wired, look.is_lit(port), look.wants_adapter(port))
