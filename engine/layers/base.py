"""What a layer declares, and the kernel that runs it.

A `Layer` is a frozen declaration: ports, shapes, weights. A `Kernel` is the running thing beside it, bound
once to arrays of one batch size. Learned arrays live in the Network; a kernel sees views of them.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.constraints import Constraint, NoConstraint
from engine.errors import Message, ShapeError
from engine.hyperparameters import Configurable, hyper
from engine.initializers import Initializer
from engine.regularizers import NoRegularizer, Regularizer
from engine.shapes import Shape, shape_text

Array = NDArray[np.floating]


class Category(Enum):
    """The palette's groups, in their order; each has a colour in the theme."""

    CORE = "Core"
    ACTIVATION = "Activation"
    REGULARIZATION = "Regularization"
    CONVOLUTION = "Convolution"
    MERGE = "Merge"
    SEQUENCE = "Sequence"
    OUTPUT = "Output"


@dataclass(frozen=True)
class WeightSpec:
    """One array of a layer: its name within the layer, its shape, how it begins and what training does to it.

    What is not `trainable` stays as it is. A `state`, such as a running mean, is kept with the weights, has no
    gradient and is written by the layer's own kernel. ShapeError where an array of this shape cannot begin so.
    """

    name: str
    shape: Shape
    initializer: Initializer
    regularizer: Regularizer = field(default_factory=NoRegularizer)
    constraint: Constraint = field(default_factory=NoConstraint)
    trainable: bool = True
    state: bool = False

    def __post_init__(self) -> None:
        self.initializer.check_shape(self.shape)

    @property
    def learned(self) -> bool:
        """Whether an optimiser changes it."""
        return self.trainable and not self.state


@dataclass(frozen=True)
class Slot:
    """The arrays that a kernel is bound to.

    `inputs` are the producers' outputs, (batch, ...) each. `weights` and `gradients` are views by name.
    With `fused`, a loss computed from logits follows: the gradient that arrives is with respect to the
    logits, and the kernel keeps them apart from its output as `logits`.
    """

    inputs: tuple[Array, ...]
    weights: Mapping[str, Array]
    gradients: Mapping[str, Array]
    rng: np.random.Generator
    fused: bool = False

    @property
    def batch(self) -> int:
        return len(self.inputs[0])

    @property
    def dtype(self) -> np.dtype[np.floating]:
        return self.inputs[0].dtype


class Kernel:
    """One layer at work on one batch size.

    The constructor sets `output`; `bind` is called once with the gradient buffer of that output and sets
    `input_gradients`, one array a port. Forward fills `output`; backward fills the weights' gradients;
    propagate fills the input gradients, after backward. `output_gradient` and `inputs` are never written to,
    so that a kernel may hand them on without a copy.
    """

    output: Array
    logits: Array | None = None
    output_gradient: Array
    input_gradients: tuple[Array, ...]

    def bind(self, output_gradient: Array) -> None:
        """Take the buffer in which dL/d(output) will stand, and make those for dL/d(inputs)."""
        self.output_gradient = output_gradient
        self.input_gradients = (output_gradient,)

    def forward(self) -> None:
        """Fill `output`, as in inference."""

    def forward_training(self) -> None:
        """Fill `output`, as in training; the same unless the layer says otherwise."""
        self.forward()

    def backward(self) -> None:
        """Fill the gradients of the layer's own weights."""

    def propagate(self) -> None:
        """Fill `input_gradients`; runs after `backward` and only where someone needs them."""


class Layer(Configurable, family="layer"):
    """The declaration of a layer kind.

    `ports` names the inputs; a variadic layer takes two or more wires of which each has its own port number.
    """

    category: ClassVar[Category] = Category.CORE
    ports: ClassVar[tuple[str, ...]] = ("input",)
    variadic: ClassVar[bool] = False
    has_output: ClassVar[bool] = True
    passes_values: ClassVar[bool] = False
    """Whether all that leaves has entered as it is, or is 0: such layers only choose and arrange."""
    takes_whole_numbers: ClassVar[bool] = False
    """Whether it counts with whole numbers, which come from the data and through layers that pass values."""

    @abstractmethod
    def output_shape(self, *shapes: Shape) -> Shape:
        """The shape of what leaves, given the shapes that enter; ShapeError where they do not fit."""

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        """The arrays to learn, given the shapes that enter."""
        return ()

    @abstractmethod
    def kernel(self, slot: Slot) -> Kernel:
        """The running thing, bound to the slot's arrays."""

    def working_values(self, *shapes: Shape) -> int:
        """About how many numbers a sample the kernel holds beside its output and that output's gradient."""
        return math.prod(self.output_shape(*shapes))

    def shared_values(self, *shapes: Shape) -> int:
        """About how many numbers the kernel holds whatever the batch, beside the weights."""
        return 0

    def check_data(self, values: Array) -> None:
        """Raise DataError where data (n, ...) that come unchanged from an Input cannot enter; most layers take all."""

    @property
    def final_activation(self) -> ActivationFunction | None:
        """The activation that is applied last, if a loss may be computed from its logits."""
        return None

    @classmethod
    def accepts_port(cls, port: int) -> bool:
        """Whether a wire may end at this port."""
        return port >= 0 and (cls.variadic or port < len(cls.ports))


def trainable_field() -> Any:
    """The field `trainable: bool` of every layer that learns."""
    return hyper(True, label="Trainable", help="Switched off, the layer keeps its weights as they are.", advanced=True)


def initializer_field(default: str = "glorot_uniform") -> Any:
    """The field `kernel_initializer: Initializer`."""
    return hyper(default, label="Weight initializer", help="How the weights begin.")


def bias_initializer_field(default: str = "zeros") -> Any:
    """The field `bias_initializer: Initializer`."""
    return hyper(default, label="Bias initializer", help="How the biases begin.")


def regularizer_field() -> Any:
    """The field `kernel_regularizer: Regularizer`."""
    return hyper("none", label="Weight regularizer", help="What large weights cost beside the data.")


def constraint_field() -> Any:
    """The field `kernel_constraint: Constraint`."""
    return hyper("none", label="Weight constraint", help="What the weights may be after a step.")


def kernel_and_bias(layer: Any, shape: Shape, units: int) -> tuple[WeightSpec, ...]:
    """The weights of a layer that has the fields above and `use_bias`: a kernel of this shape, and a bias."""
    kernel = WeightSpec(
        "kernel", shape, layer.kernel_initializer, layer.kernel_regularizer, layer.kernel_constraint, layer.trainable
    )
    bias = WeightSpec("bias", (units,), layer.bias_initializer, trainable=layer.trainable)
    return (kernel, bias) if layer.use_bias else (kernel,)


def require_equal_shapes(layer: str, shapes: tuple[Shape, ...]) -> Shape:
    """The one shape that all inputs have, or ShapeError."""
    if any(shape != shapes[0] for shape in shapes):
        raise ShapeError(
            Message("{layer} needs inputs of one shape. Received: {shapes}.",
                    layer=layer, shapes=", ".join(map(shape_text, shapes)))
        )  # fmt: skip
    return shapes[0]
