"""The scene: items by id that follow the document and own no facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from engine.graph import AddEdge, AddNode, RemoveEdge, RemoveNode, SetNode
from engine.inference import Inference
from gui import theme
from gui.canvas.edges_item import EVERYWHERE, EdgesItem
from gui.canvas.geometry import Port
from gui.canvas.inks import Inks
from gui.canvas.look import Look, Offer
from gui.canvas.node_item import NodeItem
from gui.canvas.opened_item import OpenedItem
from gui.document import Document, DocumentEdit, Selection, SetSetting


class NetworkScene(QGraphicsScene):
    """One NodeItem a node, one EdgesItem for all wires."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.look = Look(document)
        self.nodes: dict[str, NodeItem] = {}
        self._content: QRectF | None = None
        """Asked at every frame of a pan; None after a card has come, gone, moved or grown."""
        self._selection = document.selection
        self._rewired: set[str] = set()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setSceneRect(EVERYWHERE)
        self.wires = EdgesItem(self.look, self.nodes)
        self.addItem(self.wires)
        self.insides = OpenedItem(self.look, self.nodes)
        self.addItem(self.insides)
        document.edited.connect(self._follow)
        document.inferred.connect(self._show_inference)
        document.selection_changed.connect(self._show_selection)
        document.replaced.connect(self.reload)
        document.applied.connect(self.settle)
        self.reload()

    # Following the document

    def reload(self) -> None:
        """Make all items anew."""
        self._content = None
        for node_id in list(self.nodes):
            self._drop(node_id)
        self._rewired.clear()
        self.look.read_problems(self.document.inference)
        self._selection = self.document.selection
        for node in self.document.graph:
            self._make(node.id)
        self.wires.observe({})
        self.wires.rebuild()

    def restyle(self) -> None:
        """Take over the theme and the language of the window."""
        self.look.inks = Inks(theme.current())
        for item in self.nodes.values():
            item.refresh()
        self.update()

    def _follow(self, edit: DocumentEdit) -> None:
        self._content = None
        match edit:
            case AddNode(node):
                self._make(node.id)
            case RemoveNode(node):
                self._drop(node.id)
            case AddEdge(edge) | RemoveEdge(edge):
                self._rewired |= {edge.source, edge.target}
                self.wires.rebuild()
            case SetNode(_, after) if edit.only_moves:
                self.place({after.id: QPointF(*after.position)})
            case SetNode(_, after):
                self.nodes[after.id].refresh()
                self.wires.move([after.id])
            case SetSetting(name="direction"):
                for item in self.nodes.values():
                    item.refresh()
                self.wires.rebuild()

    def _make(self, node_id: str) -> None:
        item = NodeItem(self.look, node_id)
        self.nodes[node_id] = item
        self.addItem(item)

    def _drop(self, node_id: str) -> None:
        self.removeItem(self.nodes.pop(node_id))
        self.look.forget(node_id)

    def _show_inference(self, inference: Inference) -> None:
        """After each command that concerns wires: so a card is laid out once, however many of its wires changed."""
        rewired, self._rewired = self._rewired, set()
        for node_id in rewired & self.nodes.keys():
            self.nodes[node_id].refresh_ports()
        for node_id in self.look.read_problems(inference):
            if node_id in self.nodes:
                self.nodes[node_id].refresh_problems()
        for item in self.nodes.values():
            item.refresh_parameters()
        self.wires.update()

    def leave_out_problems(self) -> None:
        """Show no marks of what is wrong, until there is other news; for pictures."""
        self._show_inference(Inference())

    def _show_selection(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        self._refresh_states(before.nodes ^ selection.nodes)
        if before.edges != selection.edges:
            self.wires.choose(before.edges ^ selection.edges)

    # What items and gestures ask

    def node_at(self, point: QPointF, margin: float = 0.0, beside: str | None = None) -> str | None:
        """The card under a point, the topmost where several lie on each other; `beside` is looked through."""
        found = None
        for node_id, item in self.nodes.items():
            where, rect = point - item.pos(), item.card.rect
            if abs(where.x()) <= rect.width() / 2 + margin and abs(where.y()) <= rect.height() / 2 + margin:
                found = node_id if node_id != beside else found
        return found

    def port_near(self, point: QPointF) -> Port | None:
        """The port under a point; it reaches a little beyond the card."""
        for item in reversed(self.nodes.values()):
            if item.boundingRect().contains(point - item.pos()) and (port := item.port_near(point)):
                return port
        return None

    def nodes_in(self, rect: QRectF) -> set[str]:
        """The cards that touch a rectangle, which may be a line."""
        rect = rect.adjusted(-0.5, -0.5, 0.5, 0.5)
        return {node for node, item in self.nodes.items() if item.card.rect.translated(item.pos()).intersects(rect)}

    def content_rect(self) -> QRectF:
        """The rectangle around all cards; empty where there are none."""
        if self._content is None:
            self._content = self.rect_around(self.nodes)
        return QRectF(self._content)

    def rect_around(self, node_ids: Iterable[str]) -> QRectF:
        """The rectangle around these cards; empty where there are none."""
        rect = QRectF()
        for item in (self.nodes[node_id] for node_id in node_ids if node_id in self.nodes):
            rect |= item.card.rect.translated(item.pos())
        return rect

    # What gestures show

    def place(self, places: Mapping[str, QPointF]) -> None:
        """Show cards at these places, with their wires, which run direct until they `settle`."""
        self._content = None
        for node_id, place in places.items():
            self.nodes[node_id].setPos(place)
        self.wires.move(list(places))
        if self.look.pictures:
            self.insides.place()
            self.insides.update()

    def refresh(self, node_ids: Iterable[str]) -> None:
        """Lay these cards out anew, as far as they are still there; their wires follow and keep clear of them."""
        self._content = None
        here = [node_id for node_id in node_ids if node_id in self.nodes]
        for node_id in here:
            self.nodes[node_id].refresh()
        self.wires.move(here)
        self.settle()

    def settle(self, moving: bool = False) -> None:
        """Lead wires round the cards that were placed, for good or on their way."""
        self.wires.settle(moving)

    def offer_ports(self, offer: Offer | None) -> None:
        """Light the ports where a wire may end and dim the other cards; None ends it."""
        self.look.offer = offer
        for item in self.nodes.values():
            item.refresh_state()
            item.update()

    def mark(self, found: frozenset[str] | None) -> None:
        """Mark the cards that a search has found and dim the others; None ends it."""
        if found != self.look.found:
            self.look.found = found
            self._refresh_states(self.nodes)

    def hover(self, port: Port | None) -> None:
        """Light the port under the mouse."""
        look = self.look
        before, look.hovered_port = look.hovered_port, port
        for changed in {before, port} if before != port else ():
            if changed is not None and changed.node in self.nodes:
                self.nodes[changed.node].update()

    def focus(self, node_id: str | None) -> None:
        """Show the ring of the keyboard's focus around a card."""
        look = self.look
        before, look.focused_node = look.focused_node, node_id
        self._refresh_states({node for node in (before, node_id) if node is not None})

    def _refresh_states(self, node_ids: Iterable[str]) -> None:
        for node_id in node_ids:
            if node_id in self.nodes:
                self.nodes[node_id].refresh_state()
