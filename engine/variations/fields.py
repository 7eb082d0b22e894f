"""Variants by one field of their layers: initialiser, activation, regulariser, dropout."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from engine.activations import ActivationFunction
from engine.errors import Message
from engine.graph import Graph
from engine.hyperparameters import FRACTION, Configurable, hyper
from engine.initializers import Initializer
from engine.layers import Dropout
from engine.numerals import Number, number_text
from engine.regularizers import L1, L2, NoRegularizer, Regularizer
from engine.training_config import TrainingConfig
from engine.variations.base import Change
from engine.variations.places import answering, having, set_fields

STRENGTHS = (0.0001, 0.001, 0.01)
"""Of penalties to choose from."""


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
            set_fields(graph, {node: {field: self.value} for node, field in self.place(graph).items()})
        return training


class InitializerChange(FieldChange, name="initializer"):
    label = "Weight initializer"
    summary = "How the weights of all layers begin, drawn from the same seed."

    initializer: Initializer = hyper("glorot_uniform", label="Weight initializer", help="How the weights begin.")

    @staticmethod
    def place(graph: Graph) -> dict[str, str]:
        return having(graph, "kernel_initializer")

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
        ends = answering(graph)
        nodes = [node for node in graph if node.layer.activation_field and node.id not in ends]
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
        return having(graph, "kernel_regularizer")

    def proposals(self) -> Sequence[Self]:
        return self._with([self.regularizer, NoRegularizer(), L1(STRENGTHS[1]), L2(STRENGTHS[1]), L2(STRENGTHS[2])])

    def options(self) -> Sequence[Self]:
        strong = (kind(strength) for kind in (L1, L2) for strength in STRENGTHS)
        return self._with([self.regularizer, NoRegularizer(), *strong])

    def told(self) -> Message:
        given = self.regularizer
        if isinstance(given, NoRegularizer):
            return Message("no penalty")
        values = ", ".join(number_text(getattr(given, field.name), 6) for field in given.hyperparameters())
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
        return Message("dropout {rate}", rate=Number(self.rate, 6))


def _kind(value: Configurable) -> Message:
    """The kind's name; with its fields where they are not as declared."""
    named = Message(value.label or value.name)
    changed = [field for field in value.hyperparameters() if getattr(value, field.name) != field.initial]
    return Message("{kind}, own settings", kind=named) if changed else named
