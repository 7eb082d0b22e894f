"""The scene: items by id that follow the document and own no facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from engine import groups
from engine.alignment import Box
from engine.graph import natural_key
from engine.inference import Inference
from engine.problems import Problem
from gui import theme
from gui.canvas.annotations.annotation_item import AnnotationItem
from gui.canvas.annotations.frame_item import FrameItem
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.annotations.group_outline import GroupOutlineItem
from gui.canvas.annotations.surroundings import CardItem, Surroundings
from gui.canvas.cards.cards_item import CardsItem
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.geometry import EVERYWHERE, GRID, Port
from gui.canvas.inks import Inks
from gui.canvas.look import Look, Offer
from gui.canvas.news import News, read_news
from gui.canvas.opened.opened_item import OpenedItem
from gui.canvas.wires.edges_item import EdgesItem
from gui.canvas.wires.stubs import StubsItem
from gui.document import Document, Selection
from gui.edit_command import DocumentEdit


class NetworkScene(QGraphicsScene):
    """One NodeItem a node, hidden where a group stands for it, one EdgesItem for all wires, and what is beside them."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.look = Look(document)
        self.nodes: dict[str, NodeItem] = {}
        self._content: QRectF | None = None
        """Asked at every frame of a pan; None after a card has come, gone, moved or grown."""
        self._selection = document.selection
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setSceneRect(EVERYWHERE)
        self.surroundings = Surroundings(self.look, self.nodes)
        self.wires = EdgesItem(self.look, self.surroundings.cards, self.surroundings.outlines)
        self.addItem(self.wires)
        self._drawn_cards = CardsItem(self.look, self.surroundings.cards)
        self.addItem(self._drawn_cards)
        self.stubs = StubsItem(self.look, self.surroundings.cards)
        self.addItem(self.stubs)
        self.insides = OpenedItem(self.look, self.nodes)
        self.addItem(self.insides)
        document.scope_changed.connect(self._show_scope)  # a lambda would keep the scene as long as the document
        document.inferred.connect(self._show_inference)
        document.selection_changed.connect(self._show_selection)
        document.replaced.connect(self.reload)
        document.applied.connect(self._follow)
        document.measure_with(self.measured)
        self.reload()

    # Following the document

    def reload(self) -> None:
        """Make all items anew."""
        self._content = None
        for node_id in list(self.nodes):
            self._drop(node_id)
        self.look.read_problems(self.document.inference)
        self._selection = self.document.selection
        for node in self.document.graph:
            self._make(node.id)
        self.wires.observe({})
        self._settle()

    def restyle(self) -> None:
        """Take over the theme and the language of the window."""
        self.look.inks = Inks(theme.current())
        for item in self.nodes.values():
            item.refresh()
        self._settle()
        self.update()

    def _follow(self, changes: Sequence[DocumentEdit]) -> None:
        """Bring the items into line with the graph: each once, however many edits of a command concern it."""
        news = read_news(changes, self.document.graph)
        self._content = None
        if news.wires:
            self.wires.rebuild()
        self._make_and_drop(news)
        if news.turned:
            self._lay_out_all()
        else:
            self._lay_out(news)
        if news.touched:
            self._settle(news.touched)
        self.settle()

    def _make_and_drop(self, news: News) -> None:
        """Items of layers that came, none for those that went; one with another id keeps the keyboard's ring."""
        focused = news.new_ids.get(self.look.focused or "")
        for node_id in news.gone & self.nodes.keys():
            self._drop(node_id)
        for node_id in sorted(news.there - self.nodes.keys(), key=natural_key):
            self._make(node_id)
            news.laid_out(node_id)
        if focused is not None:
            self.focus(focused)

    def _lay_out(self, news: News) -> None:
        for node_id in news.changed:
            self.nodes[node_id].refresh()
        for node_id in news.rewired - news.changed:
            self.nodes[node_id].refresh_ports()
        if news.renamed:
            self._tell_problems_anew()
        if news.moved:
            self.place({key: QPointF(*self.document.graph[key].position) for key in news.moved})
        self.wires.move([*news.changed])

    def _lay_out_all(self) -> None:
        for item in self._all_items():
            item.refresh()
        self.surroundings.surround(self.surroundings.items)
        self.stubs.refresh()

    def _tell_problems_anew(self) -> None:
        """Sentences about what is wrong call layers by their titles."""
        for item in self._all_items():
            if isinstance(item, NodeItem | GroupCardItem):
                item.refresh_problems()

    def _settle(self, touched: Set[str] | None = None) -> None:
        """Show what is on the canvas now, once for all edits of a command; all of it anew where none is named."""
        self._content = None
        change = self.surroundings.settle(touched)
        for item in change.gone:
            self.removeItem(item)
        for item in change.made:
            self.addItem(item)
        if change.other_cards:
            self.wires.rebuild()
        else:
            self.wires.move(change.layers)
        self.stubs.refresh()

    def _show_scope(self, _scope: str) -> None:
        self._settle()

    def _make(self, node_id: str) -> None:
        item = NodeItem(self.look, node_id)
        self.nodes[node_id] = item
        self.addItem(item)
        self.surroundings.forget_cards()

    def _drop(self, node_id: str) -> None:
        self.removeItem(self.nodes.pop(node_id))
        self.surroundings.forget_cards()
        self.look.forget(node_id)
        self.insides.forget(node_id)

    def _show_inference(self, inference: Inference) -> None:
        self._show_problems(self.look.read_problems(inference))
        for item in self._all_items():
            if isinstance(item, NodeItem):
                item.refresh_parameters()
            elif isinstance(item, GroupCardItem):
                item.refresh_detail()
        self.wires.update()

    def _show_problems(self, changed: Set[str]) -> None:
        """At these nodes something else is wrong than before."""
        for node_id in changed:
            if node_id in self.nodes and node_id in self.document.graph:
                self.nodes[node_id].refresh_problems()
        for item in self.surroundings.items.values():
            if isinstance(item, GroupCardItem) and not changed.isdisjoint(item.layers):
                item.refresh_problems()

    def show_findings(self, findings: Iterable[Problem]) -> None:
        """Mark also what the coach says of layers."""
        self.look.findings = tuple(findings)
        self._show_problems(self.look.read_problems(self.document.inference))

    def leave_out_problems(self) -> None:
        """Show no marks of what is wrong, until there is other news; for pictures."""
        self._show_inference(Inference())

    def _show_selection(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        self._refresh_states(before.keys ^ selection.keys)
        if before.edges != selection.edges:
            self.wires.choose(before.edges ^ selection.edges)

    # What items and gestures ask

    def _all_items(self) -> Iterator[NodeItem | AnnotationItem]:
        yield from self.nodes.values()
        yield from self.surroundings.items.values()

    def cards(self) -> Iterator[CardItem]:
        """The cards that are on the canvas, of layers and of collapsed groups."""
        return (item for item in self._all_items() if isinstance(item, CardItem) and item.isVisible())

    def item(self, key: str) -> NodeItem | AnnotationItem | None:
        """The item of a layer or annotation that is on the canvas."""
        item = self.nodes.get(key)
        return item if item is not None and item.isVisible() else self.surroundings.items.get(key)

    def node_at(self, point: QPointF, margin: float = 0.0, beside: str | None = None) -> str | None:
        """The card of a layer under a point, the topmost where several are; `beside` is looked through."""
        found = None
        for node_id, item in self.nodes.items():
            where, rect = point - item.pos(), item.card.rect
            if abs(where.x()) <= rect.width() / 2 + margin and abs(where.y()) <= rect.height() / 2 + margin:
                found = node_id if node_id != beside and item.isVisible() else found
        return found

    def covers(self, point: QPointF, margin: float = 0.0, beside: str | None = None) -> bool:
        """Whether a card lies at a point, that of a layer other than `beside` or that of a group."""
        at_layer = self.node_at(point, margin, beside) is not None
        return at_layer or self.surroundings.group_card_at(point, margin) is not None

    def group_at(self, point: QPointF) -> str:
        """The innermost expanded group in whose outline a point lies; "" for none."""
        outlines = (item for item in self.surroundings.items.values() if isinstance(item, GroupOutlineItem))
        around = [item for item in outlines if item.rect.contains(point)]
        return max(around, key=GroupOutlineItem.zValue).key if around else ""

    def port_near(self, point: QPointF) -> Port | None:
        """The port under a point, with a little around it. That of a group is the one within for which it stands."""
        for item in reversed([*self.nodes.values(), *self.surroundings.items.values()]):
            if isinstance(item, NodeItem | GroupCardItem) and item.boundingRect().contains(point - item.pos()):
                port = item.port_near(point) if item.isVisible() else None
                if port is not None:
                    return port
        return None

    def landing_at(self, point: QPointF, inwards: bool) -> Port | None:
        """The port that a wire means which is dropped on the card of a group."""
        card = self.surroundings.group_card_at(point, GRID)
        return card.landing(inwards) if card is not None else None

    def port_at(self, port: Port) -> QPointF:
        """Where a port is seen: at its layer's card, or at the card of a group around it."""
        return self.surroundings.cards.get(port.node, self.nodes[port.node]).port_at(port)

    def keys_in(self, rect: QRectF) -> set[str]:
        """What is touched by a rectangle, which may be a line; frames and outlines only where they lie within."""
        rect = rect.adjusted(-0.5, -0.5, 0.5, 0.5)
        return self.layers_in(rect) | self.surroundings.touching(rect)

    def layers_in(self, rect: QRectF) -> set[str]:
        """The layers whose own cards touch a rectangle."""
        return {key for key, item in self.nodes.items() if item.isVisible() and item.place().intersects(rect)}

    def stops(self) -> dict[str, QPointF]:
        """The middle of all that the keyboard can walk to: cards, notes, and the titles of frames and groups."""
        stops = {key: item.pos() for key, item in self.nodes.items() if item.isVisible()}
        items = self.surroundings.items
        return stops | {key: item.pos() + item.title_rect.center() for key, item in items.items()}

    def boxes(self) -> dict[str, Box]:
        """The outlines of all cards and notes that are on the canvas."""
        flat = {key for key, item in self.surroundings.items.items() if isinstance(item, FrameItem | GroupOutlineItem)}
        return self.boxes_of(self.document.seen() - flat)

    def boxes_of(self, keys: Iterable[str]) -> dict[str, Box]:
        """The outlines of these, as far as they are on the canvas."""
        items = ((key, self.item(key)) for key in keys)
        return {key: item.place().getCoords() for key, item in items if item is not None}  # type: ignore[misc]

    def measured(self) -> dict[str, Box]:
        """The outlines of all items, those of hidden cards too, since they have their size."""
        items: dict[str, NodeItem | AnnotationItem] = {**self.nodes, **self.surroundings.items}
        return {key: item.place().getCoords() for key, item in items.items()}  # type: ignore[misc]

    def places(self) -> dict[str, QPointF]:
        """Where all that is on the canvas is shown."""
        items = ((key, self.item(key)) for key in self.document.seen())
        return {key: item.pos() for key, item in items if item is not None}

    def content_rect(self) -> QRectF:
        """The rectangle around all that is on the canvas; empty where there is nothing."""
        if self._content is None:
            self._content = _around(item for item in self._all_items() if item.isVisible())
            self._content |= self.stubs.boundingRect()
        return QRectF(self._content)

    def drawn_rect(self) -> QRectF:
        """The rectangle around all cards and wires, for a picture; a wire may go round the outermost card."""
        self.wires.settle_all()
        rect, wires = self.content_rect(), self.wires.geometry()
        for row in range(len(wires)):
            rect |= wires.path(row).boundingRect()
        return rect

    def rect_around(self, keys: Iterable[str]) -> QRectF:
        """The rectangle around these, as far as they are on the canvas; empty where nothing is."""
        return _around(item for item in map(self.item, keys) if item is not None)

    # What gestures show

    def place(self, places: Mapping[str, QPointF]) -> None:
        """Show layers and annotations at these places, with the outlines around them.

        Their wires run direct until they `settle`.
        """
        self._content = None
        items = self.surroundings.items
        for key, place in places.items():
            item = self.nodes.get(key) or items.get(key)
            if item is not None and not isinstance(item, GroupOutlineItem):
                item.setPos(place)
        self.wires.move([key for key in places if key in self.nodes])
        self.stubs.refresh()
        if items:
            self.surroundings.surround(places)
        if self.look.pictures:
            self.insides.place()

    def put_back(self, keys: Iterable[str]) -> None:
        """Show these where the graph has them, as far as they are there."""
        graph = self.document.graph
        here = (key for key in keys if key in graph or key in graph.annotations)
        self.place({key: QPointF(*groups.position(graph, key)) for key in here})

    def refresh(self, node_ids: Iterable[str]) -> None:
        """Lay these cards out anew, as far as they are still there; their wires follow and keep clear of them."""
        self._content = None
        here = [node_id for node_id in node_ids if node_id in self.nodes]
        for node_id in here:
            self.nodes[node_id].refresh()
        self.surroundings.surround(here)
        self.wires.move(here)
        self.stubs.refresh()
        self.settle()

    def settle(self, moving: bool = False) -> None:
        """Lead wires round the cards that were placed, for good or on their way."""
        self.wires.settle(moving)

    def offer_ports(self, offer: Offer | None) -> None:
        """Light the ports where a wire may end and dim the other cards; None ends it."""
        self.look.offer = offer
        for item in self._all_items():
            item.refresh_state()
            item.update()
        self.insides.refresh_states()

    def invite(self, group_id: str) -> None:
        """Light the outline of the group that takes in what is dropped now; "" for none."""
        for key, item in self.surroundings.items.items():
            if isinstance(item, GroupOutlineItem):
                item.invite(key == group_id)

    def mark(self, found: frozenset[str] | None) -> None:
        """Mark what a search has found and dim the rest; None ends it."""
        if found != self.look.found:
            self.look.found = found
            for item in self._all_items():
                item.refresh_state()
            self.insides.refresh_states()

    def hover(self, port: Port | None) -> None:
        """Light the port under the mouse."""
        look = self.look
        before, look.hovered_port = look.hovered_port, port
        for changed in {before, port} if before != port else ():
            if changed is not None and changed.node in self.surroundings.cards:
                self.surroundings.cards[changed.node].update()

    def focus(self, key: str | None) -> None:
        """Show the ring of the keyboard's focus around a card, a note, a frame or a group."""
        look = self.look
        before, look.focused = look.focused, key
        self._refresh_states({focused for focused in (before, key) if focused is not None})

    def _refresh_states(self, keys: Iterable[str]) -> None:
        for key in keys:
            item = self.nodes.get(key) or self.surroundings.items.get(key)
            if item is not None:
                item.refresh_state()


def _around(items: Iterable[NodeItem | AnnotationItem]) -> QRectF:
    """The rectangle around these items; empty where there are none."""
    rect = QRectF()
    for item in items:
        rect |= item.place()
    return rect
