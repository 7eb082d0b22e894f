"""What the canvas lets people choose from a list at a place, and what comes of the choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF

from engine.adapters import Fit, Shapes, fit, fit_alone, fit_at
from engine.direction import Direction
from engine.errors import Message
from engine.graph import Edge, Graph, natural_key
from engine.inference import Inference
from engine.layers import Category, Layer
from engine.replacing import could_replace, replace_kind
from gui import names
from gui.canvas.cards import card_text
from gui.canvas.commands import operations
from gui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, Port, snapped
from gui.canvas.gestures import offers
from gui.canvas.overlays.chooser import Choice, Chooser
from gui.i18n import sentence, words

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

ARROW = "\N{RIGHTWARDS ARROW}"
MOST_JUDGED = 40
"""Of so many wires it is told what follows from each; of more only whether they fit where they end."""
LAST = 1_000
"""The rank of a kind that was not used lately."""


@dataclass(frozen=True)
class Offered:
    """A layer to choose, and how it would fit where it is wanted."""

    layer: Layer
    fit: Fit

    @property
    def rank(self) -> int:
        return 0 if self.fit.reason is None else 1 if self.fit.adapter is not None else 2


@dataclass(frozen=True)
class Joining:
    """A wire to choose, with the layer that would stand between."""

    edge: Edge
    adapter: Layer | None = None


# Adding


def add_layer(view: NetworkView, source: str | None) -> None:
    """Let a layer be chosen and add it behind this one, or at the cursor where none is given."""
    graph = view.document.graph
    if source is not None and graph[source].layer.has_output:
        add_from(view, Port(source, None), operations.place_after(view.document, source))
        return
    point = view.adding_point()
    prompt = QCoreApplication.translate("Canvas", "Add layer")
    choices = _layer_choices(view, (Offered(kind(), Fit()) for kind in Layer.kinds().values()))
    chooser = open_list(view, prompt, choices, view.mapFromScene(point))
    chooser.chosen.connect(lambda offered: view.add_at(offered.layer, point))


def add_from(
    view: NetworkView, port: Port, point: QPointF, pixel: QPoint | None = None, only_fitting: bool = False
) -> Chooser:
    """Let a layer be chosen that a wire from this port joins, its card's middle at the point."""
    template = (
        QCoreApplication.translate("Canvas", "Add after {node}")
        if port.is_output
        else QCoreApplication.translate("Canvas", "Add before {node}")
    )
    offered = [each for each in _joinable(view, port) if not only_fitting or each.fit.refusal is None]
    prompt = template.format(node=names.name_of(view.document.graph, port.node))
    chooser = open_list(view, prompt, _layer_choices(view, offered), pixel or view.mapFromScene(point))
    chooser.chosen.connect(lambda chosen: _add_joined(view, port, chosen, point))
    return chooser


def drop_point(port: Port, point: QPointF, direction: Direction) -> QPointF:
    """The middle of a card whose port lies at the end of a wire that was dropped here."""
    half = CARD_WIDTH / 2 if direction is Direction.RIGHT else CARD_HEIGHT / 2
    return point + QPointF(*direction.turned(half if port.is_output else -half, 0.0))


def _joinable(view: NetworkView, port: Port) -> Iterable[Offered]:
    """Every kind with how it fits there; where a wire leads out of the port, also those that nothing enters."""
    graph, shapes = view.document.graph, view.document.inference.shapes
    for kind in Layer.kinds().values():
        layer = operations.prepared(view.document, kind())
        if port.number is not None:
            if layer.has_output:
                yield Offered(layer, _fit_before(graph, shapes, port.node, port.number, layer))
        elif layer.accepts_port(0):
            yield Offered(layer, fit_alone(layer, shapes.get(port.node)))
        else:
            begins = Message("{node} begins the network: nothing enters it.", node=card_text.title(layer))
            yield Offered(layer, Fit(begins))


def _fit_before(graph: Graph, shapes: Shapes, target: str, port: int, layer: Layer) -> Fit:
    """How a layer would fit before a port; only of one that nothing enters the shape is known."""
    if layer.ports:
        return Fit()
    trial = graph.copy()
    made = trial.add(layer)
    return fit_at(trial, {**shapes, made: layer.output_shape()}, Edge(made, target, port))


def _add_joined(view: NetworkView, port: Port, chosen: Offered, point: QPointF) -> None:
    if (reason := chosen.fit.refusal) is not None:
        view.add_at(chosen.layer, point)
        view.note.linger_at(view.mapFromScene(point), names.told(reason, view.document.graph))
        return
    made = operations.add_joined(view.document, port, chosen.layer, snapped(point), chosen.fit.adapter)
    view.show_made(chosen.layer, made)


def _layer_choices(
    view: NetworkView, offered: Iterable[Offered], note: Callable[[Offered], str] | None = None
) -> list[Choice]:
    """What fits first, then what was used last, then the palette's order."""
    recent = {kind: place for place, kind in enumerate(view.shelf.recent)}
    order = list(Category)
    colors = view.network.look.inks.categories
    ranked = sorted(
        offered,
        key=lambda each: (each.rank, recent.get(type(each.layer), LAST), order.index(each.layer.category)),
    )
    return [
        Choice(
            card_text.title(each.layer), each, colors[each.layer.category].color(),
            f"{each.layer.name} {each.layer.category.value} {words(each.layer.category.value)}",
            (note or _fit_note)(each), each.fit.refusal is not None,
        )
        for each in ranked
    ]  # fmt: skip


def _fit_note(offered: Offered) -> str:
    if offered.fit.adapter is not None:
        template = QCoreApplication.translate("Canvas", "Comes with {layer} between.")
        return template.format(layer=layer_text(offered.fit.adapter))
    if offered.fit.reason is not None:
        return QCoreApplication.translate("Canvas", "Not connected: {reason}").format(
            reason=sentence(offered.fit.reason)
        )
    return words(offered.layer.summary)


# Connecting


def from_output(view: NetworkView, sources: Sequence[str], use: Callable[[str], object]) -> None:
    """Let one of these layers be chosen, from which a wire is to lead; where there is no choice it is taken."""
    if len(sources) == 1:
        use(sources[0])
        return
    graph, colors = view.document.graph, view.network.look.inks.categories
    choices = [Choice(node_text(graph, node), node, colors[graph[node].layer.category].color()) for node in sources]
    pixel = view.mapFromScene(view.network.port_at(Port(sources[0], None)))
    chooser = open_list(view, QCoreApplication.translate("Canvas", "From which output?"), choices, pixel)
    chooser.chosen.connect(use)


def connect(view: NetworkView, source: str) -> None:
    """Let a wire from this layer be chosen, through an adapter where it needs one."""
    document, pixel = view.document, view.mapFromScene(view.network.port_at(Port(source, None)))
    found, name = offers.targets(document.graph, source).items(), names.name_of(document.graph, source)
    wires = [(Edge(source, node, port), node, node_text(document.graph, node)) for node, port in found]
    choices = _wire_choices(view, document.graph, document.inference, wires)
    if not choices:
        template = QCoreApplication.translate("Canvas", "There is no free input to which {node} could lead.")
        view.note.linger_at(pixel, template.format(node=name))
        return
    prompt = QCoreApplication.translate("Canvas", "Connect {node} to").format(node=name)
    chooser = open_list(view, prompt, choices, pixel)
    chooser.chosen.connect(lambda joining: operations.connect(document, joining.edge, joining.adapter))


def reconnect(view: NetworkView, before: Edge) -> None:
    """Let another end be chosen for a wire: first where it could lead, then where it could come from."""
    document, pixel = view.document, view.mapFromScene(view.network.wires.middle(before))
    trial, inference = offers.graph_without(document, before)
    source, target, port = before.source, before.target, before.port
    wires = [
        (Edge(source, node, free), node, f"{ARROW} {node_text(trial, node)}")
        for node, free in offers.targets(trial, source).items()
    ]
    wires += [
        (Edge(node, target, port), node, f"{node_text(trial, node)} {ARROW}")
        for node in sorted(offers.sources(trial, target, port), key=natural_key)
    ]
    wires = [wire for wire in wires if wire[0] != before]
    choices = _wire_choices(view, trial, inference, wires)
    if not choices:
        view.note.linger_at(pixel, QCoreApplication.translate("Canvas", "There is nowhere else this wire could lead."))
        return
    prompt = QCoreApplication.translate("Canvas", "Reconnect {source} → {target}")
    prompt = prompt.format(source=names.name_of(trial, source), target=names.name_of(trial, target))
    chooser = open_list(view, prompt, choices, pixel)
    chooser.chosen.connect(lambda joining: operations.reconnect(document, before, joining.edge, joining.adapter))


def _wire_choices(
    view: NetworkView, graph: Graph, inference: Inference, wires: Sequence[tuple[Edge, str, str]]
) -> list[Choice]:
    """Wires, each with the layer that it is chosen by and its text: those that fit, then those through an adapter."""
    colors, data = view.network.look.inks.categories, view.document.project.data_shape
    plain, adapted, many = [], [], len(wires) > MOST_JUDGED
    for edge, node_id, text in wires:
        found = fit_at(graph, inference.shapes, edge) if many else fit(graph, inference.shapes, edge, data)
        color = colors[graph[node_id].layer.category].color()
        if found.reason is None:
            note = names.told(found.later, graph) if found.later is not None else ""
            plain.append(Choice(text, Joining(edge), color, note=note))
        if found.adapter is not None:
            template = QCoreApplication.translate("Canvas", "{node}, with {layer} between")
            text = template.format(node=text, layer=layer_text(found.adapter))
            adapted.append(Choice(text, Joining(edge, found.adapter), color))
    return plain + adapted


def node_text(graph: Graph, node_id: str) -> str:
    """A node by its title or kind and its id, as lists show it."""
    return f"{names.heading(graph[node_id])}{card_text.SEPARATOR}{node_id}"


def layer_text(layer: Layer) -> str:
    """A layer that is not there yet, by kind and what matters about it."""
    matter = card_text.SEPARATOR.join(card_text.headline(layer))
    return f"{card_text.title(layer)} ({matter})" if matter else card_text.title(layer)


# Inserting and replacing


def insert(view: NetworkView, edge: Edge) -> None:
    """Let a layer be chosen that is put between the two ends of a wire."""
    document = view.document
    shape = document.inference.edge_shape(edge)
    offered = [
        Offered(made, Fit(fit_alone(made, shape).reason))
        for kind in Layer.kinds().values()
        if kind.has_output and kind.accepts_port(0)
        for made in [kind()]
    ]
    prompt = QCoreApplication.translate("Canvas", "Insert between {source} and {target}")
    source, target = (names.name_of(document.graph, end) for end in (edge.source, edge.target))
    pixel = view.mapFromScene(view.network.wires.middle(edge))
    choices = _layer_choices(view, offered, _insert_note)
    chooser = open_list(view, prompt.format(source=source, target=target), choices, pixel)
    chooser.chosen.connect(lambda each: view.show_made(each.layer, operations.insert_layer(document, edge, each.layer)))


def _insert_note(offered: Offered) -> str:
    return sentence(offered.fit.reason) if offered.fit.reason is not None else words(offered.layer.summary)


def replace(view: NetworkView, node_id: str) -> None:
    """Let another kind be chosen for a layer."""
    graph, inference = view.document.graph, view.document.inference
    entering = [inference.edge_shape(edge) for edge in graph.incoming(node_id)]
    shape = entering[0] if entering else None
    offered = [
        Offered(made, Fit(fit_alone(made, shape).reason))
        for kind in Layer.kinds().values()
        if could_replace(graph, node_id, kind)
        for made in [replace_kind(graph, node_id, kind()).layer]
    ]
    prompt = QCoreApplication.translate("Canvas", "Replace {node} with").format(node=names.name_of(graph, node_id))
    pixel = view.mapFromScene(view.network.nodes[node_id].pos())
    choices = _layer_choices(view, offered, lambda each: _replace_note(view, node_id, each))
    chooser = open_list(view, prompt, choices, pixel)
    chooser.chosen.connect(lambda each: _replaced(view, node_id, each.layer, pixel))


def _replace_note(view: NetworkView, node_id: str, offered: Offered) -> str:
    graph = view.document.graph
    told = operations.losses(graph, replace_kind(graph, node_id, type(offered.layer)()))
    if offered.fit.reason is not None:
        told = f"{sentence(offered.fit.reason)} {told}".strip()
    return told or words(offered.layer.summary)


def _replaced(view: NetworkView, node_id: str, layer: Layer, pixel: QPoint) -> None:
    told = operations.replace_kind(view.document, node_id, type(layer)())
    view.shelf.use(type(layer))
    if told:
        view.note.linger_at(pixel, told)


def open_list(view: NetworkView, prompt: str, choices: list[Choice], pixel: QPoint) -> Chooser:
    """A chooser with its corner at a place in the canvas."""
    chooser = Chooser(prompt, choices, view)
    view.hold_popup(chooser)
    chooser.open_at(view.viewport().mapToGlobal(pixel))
    return chooser
