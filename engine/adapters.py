"""Whether what flows along a new wire fits, and the layer that makes it fit where one does.

Only what is known is judged: behind a layer whose inputs are unfinished every wire fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.errors import Message, ShapeError
from engine.graph import Edge, Graph
from engine.layers import Dense, Flatten, Layer, Output, Reshape
from engine.shapes import DataShape, Shape, shape_text

Shapes = Mapping[str, Shape]


@dataclass(frozen=True)
class Fit:
    """How a wire fits: `reason` is why it does not, `later` what would not fit behind it.

    With `adapter` between, neither is so.
    """

    reason: Message | None = None
    later: Message | None = None
    adapter: Layer | None = None

    @property
    def needs_adapter(self) -> bool:
        """Whether the wire fits with the adapter alone."""
        return self.reason is not None and self.adapter is not None

    @property
    def refusal(self) -> Message | None:
        """Why not even an adapter would help."""
        return self.reason if self.adapter is None else None


def misfit(layer: Layer, *shapes: Shape) -> Message | None:
    """Why these shapes cannot enter a layer, or None if they can, or too few are there to tell."""
    if len(shapes) < len(layer.ports):
        return None
    try:
        layer.output_shape(*shapes)
        layer.weights(*shapes)
    except ShapeError as error:
        return error.messages[0]
    return None


def fit_alone(layer: Layer, shape: Shape | None) -> Fit:
    """How a shape would fit a layer that nothing else enters and nothing follows."""
    reason = misfit(layer, shape) if shape is not None else None
    if shape is None or reason is None:
        return Fit(reason)
    fitting = (each for each in _candidates(shape, ()) if misfit(layer, each.output_shape(shape)) is None)
    return Fit(reason, adapter=next(fitting, None))


def fit_at(graph: Graph, shapes: Shapes, edge: Edge) -> Fit:
    """How a wire that the graph does not refuse would fit the layer that it enters; what follows is not asked."""
    shape = shapes.get(edge.source)
    if shape is None:
        return Fit()
    reason = misfit(graph[edge.target].layer, *_entering(graph, shapes, edge, shape))
    if reason is None:
        return Fit()
    for adapter in _candidates(shape, _wanted(graph, shapes, edge, None)):
        if misfit(graph[edge.target].layer, *_entering(graph, shapes, edge, adapter.output_shape(shape))) is None:
            return Fit(reason, adapter=adapter)
    return Fit(reason)


def fit(graph: Graph, shapes: Shapes, edge: Edge, data: DataShape | None = None) -> Fit:
    """How a wire that the graph does not refuse would fit, as far as the Outputs that it leads to."""
    shape = shapes.get(edge.source)
    if shape is None:
        return Fit()
    here, later = _misfits(graph, shapes, edge, shape, data)
    if here is None and later is None:
        return Fit()
    second_best = None
    for adapter in _candidates(shape, _wanted(graph, shapes, edge, data)):
        still_here, still_later = _misfits(graph, shapes, edge, adapter.output_shape(shape), data)
        if still_here is None and still_later is None:
            return Fit(here, later, _suited(graph, edge, adapter))
        if here is not None and still_here is None:
            second_best = second_best or adapter
    return Fit(here, later, second_best)


def _entering(graph: Graph, shapes: Shapes, edge: Edge, shape: Shape) -> list[Shape]:
    """What enters the wire's target by port once the wire brings this shape; empty where something is not known."""
    sources = {other.port: shapes.get(other.source) for other in graph.incoming(edge.target)} | {edge.port: shape}
    found = [sources[port] for port in sorted(sources)]
    return [each for each in found if each is not None] if None not in found else []


def _misfits(
    graph: Graph, shapes: Shapes, edge: Edge, shape: Shape, data: DataShape | None
) -> tuple[Message | None, Message | None]:
    """What would not fit at the wire's end, and the first that would not fit behind it."""
    target = graph[edge.target].layer
    entering = _entering(graph, shapes, edge, shape)
    if reason := misfit(target, *entering):
        return reason, None
    if len(entering) < len(target.ports):
        return None, None
    found, changed = dict(shapes), {edge.target}
    found[edge.target] = target.output_shape(*entering)
    if message := _misses_targets(graph, edge.target, found[edge.target], data):
        return None, message
    for node_id in graph.order():
        wires = graph.incoming(node_id)
        layer = graph[node_id].layer
        if not any(wire.source in changed for wire in wires) or len(wires) < len(layer.ports):
            continue
        if any(wire.source not in found for wire in wires):
            continue
        arriving = [found[wire.source] for wire in wires]
        if message := misfit(layer, *arriving):
            return None, message
        leaving = layer.output_shape(*arriving)
        if message := _misses_targets(graph, node_id, leaving, data):
            return None, message
        if leaving != shapes.get(node_id):
            found[node_id] = leaving
            changed.add(node_id)
    return None, None


def _misses_targets(graph: Graph, node_id: str, shape: Shape, data: DataShape | None) -> Message | None:
    layer = graph[node_id].layer
    if data is None or not isinstance(layer, Output) or layer.loss.accepts(data.targets, shape):
        return None
    return Message(
        "The targets have shape {wanted}, and {came} arrives at {node}.",
        wanted=shape_text(data.targets), came=shape_text(shape), node=node_id,
    )  # fmt: skip


def _wanted(graph: Graph, shapes: Shapes, edge: Edge, data: DataShape | None) -> list[Shape]:
    """The shapes that would go well there: what enters beside the wire, or what the data bring."""
    if isinstance(graph[edge.target].layer, Output):
        return [data.targets] if data is not None else []
    return [shapes[other.source] for other in graph.incoming(edge.target) if other.source in shapes]


def _candidates(shape: Shape, wanted: list[Shape] | tuple[Shape, ...]) -> Iterator[Layer]:
    """Layers that give the shape another form, those first that leave the numbers as they are."""
    count, side = math.prod(shape), math.isqrt(math.prod(shape))
    for form in wanted:
        if form != shape and math.prod(form) == count:
            yield Flatten() if len(form) == 1 else Reshape(target_shape=form)
    if len(shape) > 1:
        yield Flatten()
    for form in wanted:
        if form and form[:-1] == shape[:-1] and form != shape:
            yield Dense(units=form[-1])
    match shape:
        case (_,):
            if side * side == count and side > 1:
                yield Reshape(target_shape=(side, side, 1))
            yield Reshape(target_shape=(count, 1))
        case (height, width):
            yield Reshape(target_shape=(height, width, 1))
        case (height, width, channels):
            yield Reshape(target_shape=(height * width, channels))


def _suited(graph: Graph, edge: Edge, adapter: Layer) -> Layer:
    """The adapter with the activation that the loss behind it needs."""
    end = graph[edge.target].layer
    if isinstance(adapter, Dense) and isinstance(end, Output) and end.loss.suits:
        return adapter.replace(activation=end.loss.suits[0])
    return adapter
