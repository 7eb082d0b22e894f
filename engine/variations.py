"""What may differ between networks that are compared: each kind of change says what suits a project, and makes it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from engine import edits
from engine.activations import ActivationFunction
from engine.errors import Message, RambatError
from engine.graph import AddEdge, AddNode, Edge, Edit, Graph, Node, RemoveEdge
from engine.hyperparameters import AT_LEAST_ONE, FRACTION, POSITIVE, Bounds, Configurable, Hyperparameter, hyper
from engine.initializers import Initializer
from engine.layers import Dense, Dropout, Layer, Output
from engine.optimizers import SGD, Optimizer
from engine.regularizers import L1, L2, NoRegularizer, Regularizer
from engine.training_config import TrainingConfig

WIDTHS = ("units", "filters")
"""Fields that say how wide a layer is."""
MOMENTUM = 0.9
STRENGTHS = (0.0001, 0.001, 0.01)
"""Of penalties to choose from."""
MOST_LAYERS, MOST_TIMES = 12, 64
SPACING = 40.0
"""How far below the one before it a layer stands that a deeper variant has more, until room is made for it."""


class Change(Configurable, family="change"):
    """One thing in which a variant may differ, in one field; `label` says what differs."""

    @property
    def value(self) -> Any:
        """What the field holds."""
        return getattr(self, self.field().name)

    @classmethod
    def field(cls) -> Hyperparameter:
        """The one field."""
        return cls.hyperparameters()[0]

    @classmethod
    @abstractmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        """How it is in a project; None where there is nothing of the kind to change."""

    @abstractmethod
    def proposals(self) -> Sequence[Self]:
        """What might be compared, if this is how it is."""

    def options(self) -> Sequence[Self]:
        """All to choose from, if this is how it is; none where any number may be typed."""
        return ()

    @abstractmethod
    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        """Make the change in this graph, and in a copy of these settings; GraphError where it cannot be made."""

    @abstractmethod
    def told(self) -> Message:
        """The change in a few words."""

    def _with(self, values: Iterable[Any]) -> tuple[Self, ...]:
        """Changes to these values, each once."""
        return tuple(dict.fromkeys(type(self)(value) for value in values))


# Settings of the training


class OptimizerChange(Change, name="optimizer"):
    """The learning rate stays as it is, so that one thing differs and not two."""

    label = "Optimizer"
    summary = "How weights follow their gradients, at one and the same learning rate."

    optimizer: Optimizer = hyper("Adam", label="Optimizer", help="How weights follow their gradients.")

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.optimizer)

    def proposals(self) -> Sequence[Self]:
        rate = self.optimizer.learning_rate
        usual = [SGD(rate), SGD(rate, momentum=MOMENTUM), Optimizer.resolve("RMSprop"), Optimizer.resolve("Adam")]
        own = [] if any(self.optimizer.same_kind(kind) for kind in usual) else [self.optimizer]
        return self._at_its_rate([*own, *usual])

    def options(self) -> Sequence[Self]:
        kinds = [Optimizer.resolve(name) for name in Optimizer.kinds()]
        return self._at_its_rate([self.optimizer, *kinds, SGD(momentum=MOMENTUM)])

    def _at_its_rate(self, optimizers: Iterable[Optimizer]) -> tuple[Self, ...]:
        rate = self.optimizer.learning_rate
        return self._with(optimizer.replace(learning_rate=rate) for optimizer in optimizers)

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        rate = training.optimizer.learning_rate
        return training.replace(optimizer=self.optimizer.replace(learning_rate=rate))

    def told(self) -> Message:
        optimizer = self.optimizer
        usual = type(optimizer)(learning_rate=optimizer.learning_rate)
        if isinstance(optimizer, SGD) and optimizer == usual.replace(momentum=optimizer.momentum) != usual:
            return Message("SGD with momentum {momentum}", momentum=f"{optimizer.momentum:g}")
        kind = Message(optimizer.label or optimizer.name)
        return kind if optimizer == usual else Message("{kind}, own settings", kind=kind)


class RateChange(Change, name="learning_rate"):
    label = "Learning rate"
    summary = "The size of a step."

    learning_rate: float = hyper(0.01, label="Learning rate", help="The size of a step.", bounds=POSITIVE)

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.optimizer.learning_rate)

    def proposals(self) -> Sequence[Self]:
        return self._with(float(f"{factor * self.learning_rate:.2g}") for factor in (0.1, 0.3, 1, 3))

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        return training.replace(optimizer=training.optimizer.replace(learning_rate=self.learning_rate))

    def told(self) -> Message:
        return Message("rate {rate}", rate=f"{self.learning_rate:g}")


class BatchChange(Change, name="batch_size"):
    label = "Batch size"
    summary = "Samples per step: small batches make more and noisier steps."

    batch_size: int = hyper(32, label="Batch size", help="Samples per step.", bounds=AT_LEAST_ONE)

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.batch_size)

    def proposals(self) -> Sequence[Self]:
        return self._with(max(1, round(factor * self.batch_size)) for factor in (0.25, 1, 4))

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        return training.replace(batch_size=self.batch_size)

    def told(self) -> Message:
        return Message("batches of {size}", size=self.batch_size)


# Fields of the layers


class FieldChange(Change):
    """Another value of one field in all layers that have it; the value that the first has leaves all as they are."""

    @staticmethod
    @abstractmethod
    def place(graph: Graph) -> dict[str, str]:
        """Layers by id, and the field of each that is changed."""

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        found = next(iter(cls.place(graph).items()), None)
        return None if found is None else cls(getattr(graph[found[0]].layer, found[1]))

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        if self != self.present(graph, training):
            _set(graph, {node: {field: self.value} for node, field in self.place(graph).items()})
        return training


class InitializerChange(FieldChange, name="initializer"):
    label = "Weight initializer"
    summary = "How the weights of all layers begin, drawn from the same seed."

    initializer: Initializer = hyper("glorot_uniform", label="Weight initializer", help="How the weights begin.")

    @staticmethod
    def place(graph: Graph) -> dict[str, str]:
        return _having(graph, "kernel_initializer")

    def proposals(self) -> Sequence[Self]:
        return self._with([self.initializer, "zeros", "normal", "he_normal"])

    def options(self) -> Sequence[Self]:
        return self._with([self.initializer, *Initializer.kinds()])

    def told(self) -> Message:
        return _kind(self.initializer)


class ActivationChange(FieldChange, name="activation"):
    label = "Activation of hidden layers"
    summary = "The function that hidden layers apply to their sums."

    activation: ActivationFunction = hyper("relu", label="Activation", help="The function applied to each sum.")

    @staticmethod
    def place(graph: Graph) -> dict[str, str]:
        """A hidden layer that is linear beside others that are not leaves its function to what follows it."""
        answering = _answering(graph)
        nodes = [node for node in graph if node.layer.activation_field and node.id not in answering]
        bent = [node for node in nodes if getattr(node.layer, node.layer.activation_field).name != "linear"]
        return {node.id: node.layer.activation_field for node in bent or nodes}

    def proposals(self) -> Sequence[Self]:
        return self._with([self.activation, "sigmoid", "tanh", "relu"])

    def options(self) -> Sequence[Self]:
        kinds = [name for name in ActivationFunction.kinds() if "softmax" not in name]
        return self._with([self.activation, *kinds])

    def told(self) -> Message:
        return _kind(self.activation)


class RegularizerChange(FieldChange, name="regularizer"):
    label = "Weight regularizer"
    summary = "What large weights cost; losses are compared without it."

    regularizer: Regularizer = hyper("none", label="Weight regularizer", help="What large weights cost.")

    @staticmethod
    def place(graph: Graph) -> dict[str, str]:
        return _having(graph, "kernel_regularizer")

    def proposals(self) -> Sequence[Self]:
        return self._with([self.regularizer, NoRegularizer(), L1(STRENGTHS[1]), L2(STRENGTHS[1]), L2(STRENGTHS[2])])

    def options(self) -> Sequence[Self]:
        strong = (kind(strength) for kind in (L1, L2) for strength in STRENGTHS)
        return self._with([self.regularizer, NoRegularizer(), *strong])

    def told(self) -> Message:
        given = self.regularizer
        if isinstance(given, NoRegularizer):
            return Message("no penalty")
        values = ", ".join(f"{getattr(given, field.name):g}" for field in given.hyperparameters())
        return Message("{kind} {strength}", kind=Message(given.label), strength=values)


class DropoutChange(FieldChange, name="dropout"):
    label = "Dropout"
    summary = "The share of values that all Dropout layers leave out."

    rate: float = hyper(0.5, label="Dropout", help="The share of values that is left out.", bounds=FRACTION)

    @staticmethod
    def place(graph: Graph) -> dict[str, str]:
        return {node.id: "rate" for node in graph if isinstance(node.layer, Dropout)}

    def proposals(self) -> Sequence[Self]:
        return self._with([self.rate, 0.0, 0.2, 0.5])

    def told(self) -> Message:
        return Message("dropout {rate}", rate=f"{self.rate:g}")


# Architecture


class WidthChange(Change, name="width"):
    label = "Width of hidden layers"
    summary = "How many times as many units and filters hidden layers have."

    factor: float = hyper(
        1.0, label="Width of hidden layers", help="Times as many units and filters.",
        bounds=Bounds(0, MOST_TIMES, low_open=True),
    )  # fmt: skip

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(1.0) if cls._place(graph) else None

    @staticmethod
    def _place(graph: Graph) -> dict[str, str]:
        answering = _answering(graph)
        return {node: field for name in WIDTHS for node, field in _having(graph, name).items() if node not in answering}

    def proposals(self) -> Sequence[Self]:
        return self._with([0.5, 1, 2, 4])

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        wider = {
            node: {field: max(1, round(self.factor * getattr(graph[node].layer, field)))}
            for node, field in self._place(graph).items()
        }
        _set(graph, wider)
        return training

    def told(self) -> Message:
        return Message("width × {factor}", factor=f"{self.factor:g}")


class DepthChange(Change, name="depth"):
    """A deeper network has its last hidden layer several times, one behind the other."""

    label = "Number of hidden layers"
    summary = "How many Dense layers come before the one that answers."

    layers: int = hyper(
        1, label="Number of hidden layers", help="Dense layers before the one that answers.",
        bounds=Bounds(0, MOST_LAYERS),
    )  # fmt: skip

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        hidden = cls._place(graph)
        return cls(len(hidden)) if 0 < len(hidden) <= MOST_LAYERS else None

    @staticmethod
    def _place(graph: Graph) -> list[str]:
        answering = _answering(graph)
        return [
            node
            for node in graph.order()
            if isinstance(graph[node].layer, Dense) and node not in answering and graph.users(node) == (node,)
        ]

    def proposals(self) -> Sequence[Self]:
        wanted = (count for count in range(self.layers - 1, self.layers + 3) if 0 <= count <= MOST_LAYERS)
        return self._with(wanted)

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        hidden = self._place(graph)
        if not hidden:
            raise RambatError(Message("There is no hidden Dense layer to begin with."))
        for edit in edits.delete_and_heal(graph, hidden[self.layers :]):
            graph.apply(edit)
        for _ in range(self.layers - len(hidden)):
            hidden.append(_repeat(graph, graph[hidden[-1]]))
        return training

    def told(self) -> Message:
        if self.layers < 2:
            return Message("one hidden layer") if self.layers else Message("no hidden layer")
        return Message("{count} hidden layers", count=self.layers)


def _repeat(graph: Graph, last: Node) -> str:
    """Put another layer like this behind it; its id comes back."""
    wires = graph.outgoing(last.id)
    x, y = last.position
    fresh = replace(last, id=graph.fresh_id(type(last.layer)), position=(x, y + SPACING), title="")
    led = [AddEdge(Edge(fresh.id, wire.target, wire.port)) for wire in wires]
    rewired: list[Edit] = [*map(RemoveEdge, wires), AddEdge(Edge(last.id, fresh.id)), *led]
    for edit in (AddNode(fresh), *rewired):
        graph.apply(edit)
    return fresh.id


def _having(graph: Graph, field: str) -> dict[str, str]:
    """The layers with such a field."""
    return {node.id: field for node in graph if field in _fields(node.layer)}


def _fields(layer: Layer) -> Iterator[str]:
    return (field.name for field in layer.hyperparameters())


def _set(graph: Graph, fields: dict[str, dict[str, Any]]) -> None:
    """Other fields of these layers; those that share weights are declared alike."""
    for node, values in fields.items():
        for edit in edits.change(graph, node, graph[node].layer.replace(**values)):
            graph.apply(edit)


def _answering(graph: Graph) -> set[str]:
    """The layers that make the answer: from each Output back to the first whose width is the answer's."""
    found = {node.id for node in graph if isinstance(node.layer, Output)}
    waiting = list(found)
    for node in waiting:
        sources = [edge.source for edge in graph.incoming(node) if edge.source not in found]
        found.update(sources)
        waiting += [source for source in sources if not any(name in WIDTHS for name in _fields(graph[source].layer))]
    return found


def _kind(value: Configurable) -> Message:
    """The kind's name; with its fields where they are not as declared."""
    named = Message(value.label or value.name)
    changed = [field for field in value.hyperparameters() if getattr(value, field.name) != field.initial]
    return Message("{kind}, own settings", kind=named) if changed else named


# Variants


@dataclass(frozen=True, eq=False)
class Variant:
    """A network and how it trains, and what makes it differ from the project."""

    changes: tuple[Change, ...]
    graph: Graph
    training: TrainingConfig

    @property
    def told(self) -> tuple[Message, ...]:
        """What it is called: each change in a few words."""
        return tuple(change.told() for change in self.changes)


def vary(graph: Graph, training: TrainingConfig, changes: Iterable[Change]) -> Variant:
    """The variant that these changes make, an optimiser before its rate; RambatError where one cannot be made."""
    order = list(Change.kinds())
    made = tuple(changes)
    drawn = graph.copy()
    for change in sorted(made, key=lambda change: order.index(change.name)):
        training = change.apply(drawn, training)
    return Variant(made, drawn, training)


def possible(graph: Graph, training: TrainingConfig) -> dict[str, Change]:
    """What may differ in this project, by name, as it is now."""
    present = {name: kind.present(graph, training) for name, kind in Change.kinds().items()}
    return {name: change for name, change in present.items() if change is not None}
