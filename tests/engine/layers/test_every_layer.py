"""Every layer kind: shapes, derivatives, and what a kernel must leave alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.layers import Kernel, Layer, Shape, Slot
from tests.engine.layers.examples import EXAMPLES, Example, all_examples, required
from tests.engine.numerical import TOLERANCE, away_from_zero, numerical_gradient, relative_error

Arrays = list[np.ndarray]
Weights = dict[str, np.ndarray]

every_layer = pytest.mark.parametrize(("kind", "example"), all_examples())
BATCH = 4


def make(example: Example, batch: int = BATCH, dtype: str = "float64") -> tuple[Layer, Arrays, Weights]:
    """The layer with random inputs and weights."""
    rng = np.random.default_rng(7)
    inputs = example.draw_inputs(rng, batch)
    if not example.integers:
        inputs = [away_from_zero(array) for array in inputs]
    weights = {name: array.astype(dtype) for name, array in example.draw_weights(rng).items()}
    return example.layer, [array.astype(dtype) for array in inputs], weights


def kernel_of(layer: Layer, inputs: Arrays, weights: Weights) -> tuple[Kernel, Weights]:
    """A new kernel on these very arrays, with the same random stream each time, and its weights' gradients."""
    gradients = {name: np.full_like(array, np.nan) for name, array in weights.items()}
    return layer.kernel(Slot(tuple(inputs), weights, gradients, np.random.default_rng(3))), gradients


def floats_in(kernel: Kernel) -> Iterator[np.ndarray]:
    """The arrays that a kernel computes in, so that one that is wider than its inputs is found."""
    for value in vars(kernel).values():
        for array in value if isinstance(value, tuple | list) else (value,):
            if isinstance(array, np.ndarray) and array.dtype.kind == "f":
                yield array


def test_every_kind_has_an_example_and_every_example_a_kind() -> None:
    assert set(EXAMPLES) == set(Layer.kinds())


@every_layer
def test_output_has_the_declared_shape_and_dtype(kind: str, example: Example) -> None:
    layer, shapes, _ = required(kind, example)
    for dtype in ("float32", "float64"):
        for batch in (1, BATCH):
            _, inputs, weights = make(example, batch, dtype)
            kernel, _ = kernel_of(layer, inputs, weights)
            kernel.forward()
            assert kernel.output.shape == (batch, *layer.output_shape(*shapes))
            assert kernel.output.dtype == dtype
            assert np.isfinite(kernel.output).all()


@every_layer
def test_derivatives_equal_finite_differences(kind: str, example: Example) -> None:
    layer, inputs, weights = make(required(kind, example))
    kernel, gradients = kernel_of(layer, inputs, weights)
    direction = np.random.default_rng(11).normal(size=kernel.output.shape)
    kernel.bind(direction)
    kernel.forward_training()
    kernel.backward()
    kernel.propagate()

    def projected() -> float:
        fresh, _ = kernel_of(layer, inputs, weights)
        fresh.forward_training()
        return float((fresh.output * direction).sum())

    assert len(kernel.input_gradients) == len(inputs)
    for array, gradient in zip(inputs, kernel.input_gradients, strict=True):
        if not example.integers:
            assert relative_error(gradient, numerical_gradient(projected, array)) <= TOLERANCE
    for name in example.learned:
        assert relative_error(gradients[name], numerical_gradient(projected, weights[name])) <= TOLERANCE, name


@every_layer
def test_inference_derivatives_equal_finite_differences(kind: str, example: Example) -> None:
    layer, inputs, weights = make(required(kind, example), batch=1)
    kernel, _ = kernel_of(layer, inputs, weights)
    direction = np.random.default_rng(11).normal(size=kernel.output.shape)
    kernel.bind(direction)
    kernel.forward_training()  # a pass in training mode must not linger
    kernel.forward()
    kernel.backward()
    kernel.propagate()

    def projected() -> float:
        fresh, _ = kernel_of(layer, inputs, weights)
        fresh.forward()
        return float((fresh.output * direction).sum())

    for array, gradient in zip(inputs, kernel.input_gradients, strict=True):
        if not example.integers:
            assert relative_error(gradient, numerical_gradient(projected, array)) <= TOLERANCE


@every_layer
def test_a_kernel_writes_neither_its_inputs_nor_weights_nor_the_gradient_it_is_given(
    kind: str, example: Example
) -> None:
    layer, inputs, weights = make(required(kind, example))
    kernel, _ = kernel_of(layer, inputs, weights)
    direction = np.random.default_rng(11).normal(size=kernel.output.shape)
    kernel.bind(direction)
    protected = [*inputs, *(weights[name] for name in example.learned), direction]
    before = [array.copy() for array in protected]
    for forward in (kernel.forward, kernel.forward_training):
        forward()
        kernel.backward()
        kernel.propagate()
    for array, kept in zip(protected, before, strict=True):
        assert np.array_equal(array, kept)


@every_layer
def test_backward_repeats_to_the_bit(kind: str, example: Example) -> None:
    """Nothing adds up from call to call, and `propagate` leaves what `backward` needs."""
    layer, inputs, weights = make(required(kind, example))
    kernel, gradients = kernel_of(layer, inputs, weights)
    kernel.bind(np.random.default_rng(11).normal(size=kernel.output.shape))
    kernel.forward_training()
    runs = []
    for _ in range(2):
        kernel.backward()
        kernel.propagate()
        runs.append(
            [array.copy() for array in (*kernel.input_gradients, *(gradients[name] for name in example.learned))]
        )
    for first, second in zip(*runs, strict=True):
        assert np.array_equal(first, second)


@every_layer
def test_what_a_kernel_hands_on_is_in_one_piece_and_in_the_dtype_of_its_inputs(kind: str, example: Example) -> None:
    for dtype in ("float32", "float64"):
        layer, inputs, weights = make(required(kind, example), dtype=dtype)
        kernel, gradients = kernel_of(layer, inputs, weights)
        kernel.bind(np.ones_like(kernel.output))
        kernel.forward_training()
        kernel.backward()
        kernel.propagate()
        for array, source in zip(kernel.input_gradients, inputs, strict=True):
            assert array.shape == source.shape
        handed_on = [kernel.output, *kernel.input_gradients, *(gradients[name] for name in example.learned)]
        for array in handed_on:
            assert array.flags.c_contiguous
            assert array.dtype == dtype
            assert np.isfinite(array).all()
        assert {array.dtype for array in floats_in(kernel)} <= {np.dtype(dtype)}


@every_layer
def test_a_sample_is_inferred_alike_alone_and_in_a_batch(kind: str, example: Example) -> None:
    layer, inputs, weights = make(required(kind, example))
    together, _ = kernel_of(layer, inputs, weights)
    together.forward()
    for sample in range(BATCH):
        alone, _ = kernel_of(layer, [array[sample : sample + 1] for array in inputs], weights)
        alone.forward()
        assert np.abs(alone.output[0] - together.output[sample]).max() <= 1e-12


@every_layer
def test_forward_repeats_to_the_bit_and_sees_changed_weights(kind: str, example: Example) -> None:
    layer, inputs, weights = make(required(kind, example))
    kernel, _ = kernel_of(layer, inputs, weights)
    kernel.forward()
    first = kernel.output.copy()
    kernel.forward()
    assert np.array_equal(kernel.output, first)
    for array in weights.values():
        array *= 0.5
    kernel.forward()
    if weights:
        assert not np.array_equal(kernel.output, first)


@pytest.mark.parametrize("kind", [kind for kind, layer in Layer.kinds().items() if layer.variadic])
def test_a_merge_refuses_shapes_that_do_not_fit_and_says_which(kind: str) -> None:
    layer = Layer.resolve(kind)
    shapes: tuple[Shape, Shape] = ((2, 3), (4, 5))
    with pytest.raises(ShapeError, match=rf"{kind} needs .*Received: 2×3, 4×5"):
        layer.output_shape(*shapes)
