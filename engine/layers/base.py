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
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.constraints import Constraint, NoConstraint
from engine.hyperparameters import Configurable
from engine.initializers import Initializer
from engine.regularizers import NoRegularizer, Regularizer
from engine.shapes import Shape

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
    With `fused`, nothing but losses computed from logits follow: the gradient that arrives is with respect to the
    logits, and the kernel keeps them apart from its output as `logits`. Where others read the output too, a
    `ForkedKernel` does both.
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
    propagate fills the input gradients, after backward. Both overwrite what stood there: run again, they give the
    same bits. `output_gradient` and `inputs` are never written to, so that a kernel may hand them on without a copy;
    `output` and `input_gradients` are in one piece (C-contiguous), so that the kernels beside it may reshape them once.
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
    `activation_field` names the field that holds what is applied last, where there is such an activation.
    """

    category: ClassVar[Category] = Category.CORE
    ports: ClassVar[tuple[str, ...]] = ("input",)
    variadic: ClassVar[bool] = False
    has_output: ClassVar[bool] = True
    activation_field: ClassVar[str] = ""
    passes_values: ClassVar[bool] = False
    """Whether all that leaves has entered as it is, or is 0: such layers only choose and arrange."""
    only_reshapes: ClassVar[bool] = False
    """Whether all numbers leave as they have entered and in their order; a loss looks through such layers."""
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

    def remedy(self, *shapes: Shape) -> tuple[str, Any] | None:
        """A field and the value with which shapes might be taken that do not fit now; None where none is known."""
        return None

    def check_data(self, values: Array) -> None:
        """Raise DataError where data (n, ...) that come unchanged from an Input cannot enter; most layers take all."""

    @property
    def final_activation(self) -> ActivationFunction | None:
        """The activation that is applied last, if a loss may be computed from its logits."""
        activation: ActivationFunction | None = getattr(self, self.activation_field) if self.activation_field else None
        return activation

    def without_activation(self) -> Self:
        """The same layer up to its logits."""
        return self.replace(**{self.activation_field: "linear"})

    @classmethod
    def accepts_port(cls, port: int) -> bool:
        """Whether a wire may end at this port."""
        return port >= 0 and (cls.variadic or port < len(cls.ports))


def weight_spec(layer: Any, name: str, shape: Shape, role: str = "kernel") -> WeightSpec:
    """A weight as the fields say that begin with `role`: initializer, regularizer and constraint; and `trainable`."""
    initializer, regularizer, constraint = (
        getattr(layer, f"{role}_{field}") for field in ("initializer", "regularizer", "constraint")
    )
    return WeightSpec(name, shape, initializer, regularizer, constraint, layer.trainable)


def bias_specs(layer: Any, units: int) -> tuple[WeightSpec, ...]:
    """The bias as the layer's fields describe it: `bias_initializer` and `trainable`; none without `use_bias`."""
    bias = WeightSpec("bias", (units,), layer.bias_initializer, trainable=layer.trainable)
    return (bias,) if layer.use_bias else ()


def kernel_and_bias(layer: Any, shape: Shape, units: int) -> tuple[WeightSpec, ...]:
    """Both as the layer's fields describe them: a kernel of this shape, and a bias where it has one."""
    return (weight_spec(layer, "kernel", shape), *bias_specs(layer, units))
