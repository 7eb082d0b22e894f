"""Layers of the transformer: attention of a sequence to itself, and positions."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from engine.activations import Softmax
from engine.constraints import Constraint
from engine.hyperparameters import AT_LEAST_ONE, FRACTION, hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.base import Array, Category, Kernel, Layer, Slot, WeightSpec, weight_spec
from engine.layers.masks import DropoutMask
from engine.layers.ranks import require_sequence
from engine.regularizers import Regularizer
from engine.shapes import Shape

PROJECTIONS = ("query", "key", "value")
BIASED = ("query", "value")
"""A bias of the keys would add the same to all scores of a query, and softmax sees only how scores differ."""


def by_head(rows: Array, heads: int) -> Array:
    """A view of (batch, time, heads * size) as (batch, heads, time, size)."""
    return rows.reshape(*rows.shape[:2], heads, -1).swapaxes(1, 2)


class Scores:
    """The attention weights, softmax(q k^T), from scaled queries; in training some of them are dropped.

    `weights` are (batch, heads, time, time): how much each step (third axis) takes from each step (last axis).
    """

    def __init__(self, slot: Slot, layer: MultiHeadAttention) -> None:
        batch, times, _ = slot.inputs[0].shape
        self.softmax = Softmax()
        self.scores = np.empty((batch, layer.num_heads, times, times), slot.dtype)
        self.weights = np.empty_like(self.scores)
        # Softmax is several times faster on a matrix than on four axes.
        self.score_rows, self.weight_rows = self.as_rows(self.scores), self.as_rows(self.weights)
        self.mask = DropoutMask(slot, self.scores.shape, layer.dropout) if layer.dropout else None
        self.thinned = np.empty_like(self.scores) if layer.dropout else self.weights
        self.drawn: DropoutMask | None = None
        """The mask, where the last pass used it."""
        self.applied = self.weights
        """The weights that the values are summed with."""
        # What lies ahead is never chosen: e to the power of minus infinity is 0.
        ahead = np.where(np.tri(times, dtype=bool), 0, -np.inf).astype(slot.dtype)
        self.ahead = ahead if layer.causal else None

    @staticmethod
    def as_rows(scores: Array) -> Array:
        """One row for each step of each head."""
        return scores.reshape(-1, scores.shape[-1])

    def forward(self, query: Array, key: Array, training: bool) -> None:
        np.matmul(query, key.swapaxes(-1, -2), self.scores)
        if self.ahead is not None:
            np.add(self.scores, self.ahead, self.scores)
        self.softmax.forward(self.score_rows, self.weight_rows)
        self.drawn = self.mask if training else None
        self.applied = self.weights if self.drawn is None else self.thinned
        if self.drawn is not None:
            self.drawn.draw()
            np.multiply(self.weights, self.drawn.values, self.thinned)

    def bind(self) -> None:
        self.weight_gradient = np.empty_like(self.scores)
        self.score_gradient = np.empty_like(self.scores)
        self.gradient_rows = (self.as_rows(self.weight_gradient), self.as_rows(self.score_gradient))

    def backward(self) -> None:
        """From `weight_gradient`, dL/d(applied weights), to `score_gradient`."""
        if self.drawn is not None:
            np.multiply(self.weight_gradient, self.drawn.values, self.weight_gradient)
        arrived, filled = self.gradient_rows
        self.softmax.backward(arrived, self.score_rows, self.weight_rows, filled)


class MultiHeadAttentionKernel(Kernel):
    """One product makes queries, keys and values side by side; the heads are views of them."""

    def __init__(self, slot: Slot, layer: MultiHeadAttention) -> None:
        source = slot.inputs[0]
        batch, times, features = source.shape
        heads, width = layer.num_heads, layer.num_heads * layer.key_dim
        self.heads, self.width = heads, width
        self.weights, self.gradients = slot.weights, slot.gradients
        self.rows = source.reshape(-1, features)
        self.stacked = np.empty((features, 3 * width), slot.dtype)
        self.stacked_bias = np.zeros(3 * width, slot.dtype)
        self.projected = np.empty((batch, times, 3 * width), slot.dtype)
        self.projected_rows = self.projected.reshape(-1, 3 * width)
        self.queries = self.projected[..., :width]
        self.scale = np.asarray(1 / math.sqrt(layer.key_dim), slot.dtype)
        self.query, self.key, self.value = self.split_heads(self.projected)
        self.scores = Scores(slot, layer)
        self.mixed = np.empty((batch, times, width), slot.dtype)
        self.mixed_rows = self.mixed.reshape(-1, width)
        self.mixed_heads = by_head(self.mixed, heads)
        self.output = np.empty_like(source)
        self.output_rows = self.output.reshape(-1, features)

    def split_heads(self, projected: Array) -> list[Array]:
        """Queries, keys and values by head."""
        return [by_head(part, self.heads) for part in np.split(projected, 3, axis=-1)]

    @staticmethod
    def kernel_shares(stacked: Array) -> Iterator[tuple[str, Array]]:
        """The part of the stacked kernels that each projection has."""
        return zip((f"{name}_kernel" for name in PROJECTIONS), np.split(stacked, 3, axis=-1), strict=True)

    @staticmethod
    def bias_shares(stacked: Array) -> Iterator[tuple[str, Array]]:
        """The part of the stacked biases that each projection with a bias has."""
        shares = dict(zip(PROJECTIONS, np.split(stacked, 3), strict=True))
        return ((f"{name}_bias", shares[name]) for name in BIASED)

    def forward(self) -> None:
        self.attend(training=False)

    def forward_training(self) -> None:
        self.attend(training=True)

    def attend(self, training: bool) -> None:
        for name, share in self.kernel_shares(self.stacked):
            np.copyto(share, self.weights[name])
        self.rows.dot(self.stacked, self.projected_rows)
        biased = "output_bias" in self.weights
        if biased:
            for name, share in self.bias_shares(self.stacked_bias):
                np.copyto(share, self.weights[name])
            np.add(self.projected_rows, self.stacked_bias, self.projected_rows)
        np.multiply(self.queries, self.scale, self.queries)
        self.scores.forward(self.query, self.key, training)
        np.matmul(self.scores.applied, self.value, self.mixed_heads)
        self.mixed_rows.dot(self.weights["output_kernel"], self.output_rows)
        if biased:
            np.add(self.output_rows, self.weights["output_bias"], self.output_rows)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient_rows = output_gradient.reshape(self.output_rows.shape)
        self.scores.bind()
        self.mixed_gradient = np.empty_like(self.mixed)
        self.mixed_gradient_rows = self.mixed_gradient.reshape(self.mixed_rows.shape)
        self.mixed_gradient_heads = by_head(self.mixed_gradient, self.heads)
        self.projected_gradient = np.empty_like(self.projected)
        self.projected_gradient_rows = self.projected_gradient.reshape(self.projected_rows.shape)
        self.query_gradient, self.key_gradient, self.value_gradient = self.split_heads(self.projected_gradient)
        self.queries_gradient = self.projected_gradient[..., : self.width]
        self.stacked_gradient = np.empty_like(self.stacked)
        self.stacked_bias_gradient = np.empty_like(self.stacked_bias)
        self.ones = np.ones(len(self.rows), self.rows.dtype)
        self.input_gradients = (np.empty_like(self.output),)

    def backward(self) -> None:
        self.mixed_rows.T.dot(self.gradient_rows, self.gradients["output_kernel"])
        self.gradient_rows.dot(self.weights["output_kernel"].T, self.mixed_gradient_rows)
        self.attend_back()
        self.rows.T.dot(self.projected_gradient_rows, self.stacked_gradient)
        for name, share in self.kernel_shares(self.stacked_gradient):
            np.copyto(self.gradients[name], share)
        if "output_bias" in self.gradients:
            self.ones.dot(self.gradient_rows, self.gradients["output_bias"])
            self.ones.dot(self.projected_gradient_rows, self.stacked_bias_gradient)
            for name, share in self.bias_shares(self.stacked_bias_gradient):
                np.copyto(self.gradients[name], share)

    def attend_back(self) -> None:
        """From the gradient of the mixed values to those of queries, keys and values."""
        scores = self.scores
        np.matmul(scores.applied.swapaxes(-1, -2), self.mixed_gradient_heads, self.value_gradient)
        np.matmul(self.mixed_gradient_heads, self.value.swapaxes(-1, -2), scores.weight_gradient)
        scores.backward()
        np.matmul(scores.score_gradient, self.key, self.query_gradient)
        np.multiply(self.queries_gradient, self.scale, self.queries_gradient)
        np.matmul(scores.score_gradient.swapaxes(-1, -2), self.query, self.key_gradient)

    def propagate(self) -> None:
        self.projected_gradient_rows.dot(self.stacked.T, self.input_gradients[0].reshape(self.rows.shape))


class MultiHeadAttention(Layer, name="MultiHeadAttention"):
    """Vaswani et al. 2017, equation 1 and section 3.2.2, with queries, keys and values from one sequence.

    Each projection's kernel is (features, num_heads * key_dim), the output's (num_heads * key_dim, features). Keras and
    PyTorch give the keys a bias too; it has no effect and is left out.
    """

    label = "Multi-head attention"
    summary = "Every step of a sequence looks at all steps and takes most from those that matter to it."
    formula = r"a = \mathrm{softmax}\left(\frac{Q K^T}{\sqrt{d}}\right) V W"
    symbols = {
        "Q K V": "queries, keys and values, each the input times weights of its own",
        "T": "transposed",
        "d": "key size",
        "softmax": "makes shares that add up to 1",
    }
    category = Category.SEQUENCE

    num_heads: int = hyper(
        2, label="Heads", help="How many looks at the sequence there are.", bounds=AT_LEAST_ONE, headline=True
    )
    key_dim: int = hyper(
        8,
        label="Key size",
        help="Features of each head's queries, keys and values.",
        bounds=AT_LEAST_ONE,
        headline=True,
    )
    causal: bool = hyper(False, label="Causal", help="Each step sees itself and earlier steps only.", headline=True)
    dropout: float = hyper(
        0.0,
        label="Dropout",
        help="The share of attention weights switched off in training.",
        bounds=FRACTION,
        advanced=True,
    )
    use_bias: bool = hyper(
        True, label="Bias", help="Adds learned constants to queries, values and output.", advanced=True
    )
    kernel_initializer: Initializer = fields.initializer()
    bias_initializer: Initializer = fields.bias_initializer()
    kernel_regularizer: Regularizer = fields.regularizer()
    kernel_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return require_sequence(self, shapes[0])

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        _, features = require_sequence(self, shapes[0])
        width = self.num_heads * self.key_dim
        arrays = [spec for name in PROJECTIONS for spec in self._projection(name, features, width)]
        return (*arrays, *self._projection("output", width, features))

    def _projection(self, name: str, ins: int, outs: int) -> Iterator[WeightSpec]:
        yield weight_spec(self, f"{name}_kernel", (ins, outs))
        if self.use_bias and name != "key":
            yield WeightSpec(f"{name}_bias", (outs,), self.bias_initializer, trainable=self.trainable)

    def working_values(self, *shapes: Shape) -> int:
        """Each head's scores, weights and the gradients of both; what is projected and mixed, and its gradients."""
        times, _ = require_sequence(self, shapes[0])
        tables = 6 if self.dropout else 4
        return self.num_heads * times * (tables * times + 8 * self.key_dim)

    def kernel(self, slot: Slot) -> Kernel:
        return MultiHeadAttentionKernel(slot, self)


def sinusoids(times: int, features: int) -> np.ndarray:
    """sin(t / 10000^(2i / features)) at feature 2i and the cosine at 2i + 1: (times, features) in float64."""
    pairs = np.arange(features) // 2
    angles = np.arange(times)[:, np.newaxis] / 10_000 ** (2 * pairs / features)
    return np.where(np.arange(features) % 2, np.cos(angles), np.sin(angles))


class PositionalEncodingKernel(Kernel):
    """A constant is added; the gradient passes as it is."""

    def __init__(self, slot: Slot) -> None:
        self.source = slot.inputs[0]
        self.positions = sinusoids(*self.source.shape[1:]).astype(slot.dtype)
        self.output = np.empty_like(self.source)

    def forward(self) -> None:
        np.add(self.source, self.positions, self.output)


class PositionalEncoding(Layer, name="PositionalEncoding"):
    """Vaswani et al. 2017, section 3.5."""

    label = "Positional encoding"
    summary = "Adds waves that tell each step where it stands; attention by itself knows no order."
    formula = (
        r"a_{t,2i} = x_{t,2i} + \sin\frac{t}{10000^{2i/d}},\; a_{t,2i+1} = x_{t,2i+1} + \cos\frac{t}{10000^{2i/d}}"
    )
    symbols = {"i": "pair of features", "d": "how many features there are"}
    category = Category.SEQUENCE

    def output_shape(self, *shapes: Shape) -> Shape:
        return require_sequence(self, shapes[0])

    def kernel(self, slot: Slot) -> Kernel:
        return PositionalEncodingKernel(slot)
