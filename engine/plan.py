"""The buffers and the ordered calls that run a network on one batch size.

Everything is allocated and bound here once, and what flows back only where something shall. A step is then a walk over
two tuples of bound methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import Context, copy_context
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.class_weights import ClassWeightedLoss
from engine.graph import Edge
from engine.layers import Input, Kernel, Output, Slot
from engine.layers.forked import ForkedKernel
from engine.logits import path_to_activation, reads_logits
from engine.losses import LossKernel, LossSlot
from engine.regularizers import NoRegularizer, Regularizer

if TYPE_CHECKING:
    from engine.network import Network

Array = NDArray[np.floating]
Call = Callable[[], None]


def quiet_context() -> Context:
    """Where NumPy does not warn of overflow, which a training run finds by itself.

    `np.errstate` does the same, and entering it takes ten times as long.
    """
    context = copy_context()
    context.run(np.seterr, all="ignore")
    return context


def _training_call(kernel: Kernel) -> Call:
    """What runs a kernel forward in training, without a detour where that is as in inference."""
    differs = type(kernel).forward_training is not Kernel.forward_training
    return kernel.forward_training if differs else kernel.forward


class GradientSum:
    """What fan-out does backwards: the gradients of all wires that leave a layer, added up."""

    def __init__(self, parts: tuple[Array, ...]) -> None:
        self.parts = parts
        self.total = np.empty_like(parts[0])

    def __call__(self) -> None:
        np.add(self.parts[0], self.parts[1], self.total)
        for part in self.parts[2:]:
            np.add(self.total, part, self.total)


class Penalty:
    """What one array's size costs beside the data; called like a loss."""

    def __init__(self, regularizer: Regularizer, weights: Array, gradient: Array) -> None:
        self.regularizer = regularizer
        self.weights = weights
        self.gradient = gradient
        self.work = np.empty_like(weights)

    def value(self) -> float:
        return self.regularizer.penalty(self.weights)

    def backward(self) -> None:
        """Add to the gradient that stands already."""
        self.regularizer.add_gradient(self.weights, self.gradient, self.work)


class Plan:
    """One network at work on batches of one size.

    `predictions` holds what arrives at each Output, `edge_gradients` what flows back along each wire: dL/d(output
    of its source), or, along wires from an activation to an Output whose loss is computed from logits, dL/d(logits).
    Inference takes it as it is; `bind_backward` comes once before `backward` and `train`.
    """

    def __init__(self, network: Network, batch: int) -> None:
        self.network = network
        self.batch = batch
        self.kernels: dict[str, Kernel] = {}
        self.losses: dict[str, LossKernel | ClassWeightedLoss] = {}
        self.weighted_losses: dict[str, ClassWeightedLoss] = {}
        self.edge_gradients: dict[Edge, Array] = {}
        self.inputs: dict[str, Array] = {}
        self.targets: dict[str, Array] = {}
        self._bind_forward()
        self._loss_gradients = {node: self._bind_loss(node) for node in network.outputs}
        self.penalties = tuple(self._penalties())
        # An Input and an Output hand arrays on; they have nothing to compute.
        working = [kernel for node, kernel in self.kernels.items() if not self._is_end(node)]
        self.forward_calls: tuple[Call, ...] = tuple(kernel.forward for kernel in working)
        self.training_calls: tuple[Call, ...] = tuple(_training_call(kernel) for kernel in working)
        self.backward_calls: tuple[Call, ...] = ()
        self.observed_calls: tuple[Call, ...] = ()
        self.loss_kernels: tuple[LossKernel | ClassWeightedLoss | Penalty, ...] = (
            *self.losses.values(),
            *self.penalties,
        )
        self.predictions = {node: self.kernels[node].output for node in network.outputs}

    def _penalties(self) -> Iterator[Penalty]:
        network = self.network
        for node, specs in network.specs.items():
            for spec in specs:
                if spec.learned and not isinstance(spec.regularizer, NoRegularizer):
                    weights, gradients = network.weights[node], network.weight_gradients[node]
                    yield Penalty(spec.regularizer, weights[spec.name], gradients[spec.name])

    def _is_end(self, node: str) -> bool:
        return isinstance(self.network.graph[node].layer, Input | Output)

    def _bind_forward(self) -> None:
        network = self.network
        for node in network.order:
            layer = network.graph[node].layer
            edges = network.graph.incoming(node)
            sources = tuple(self.kernels[edge.source].output for edge in edges)
            if isinstance(layer, Input):
                buffer = np.zeros((self.batch, *network.shapes[node]), network.dtype)
                self.inputs[node] = buffer
                sources = (buffer,)
            to_losses = [self._reads_logits(edge) for edge in network.graph.outgoing(node)]
            slot = Slot(
                inputs=sources,
                weights=network.weights[node],
                gradients=network.weight_gradients[node],
                rng=network.dropout_streams[node],
                fused=any(to_losses) and all(to_losses),
            )
            forked = any(to_losses) and not slot.fused
            self.kernels[node] = ForkedKernel(slot, layer) if forked else layer.kernel(slot)

    def _reads_logits(self, edge: Edge) -> bool:
        return reads_logits(self.network.graph, self.network.shapes, edge)

    def _logits(self, edge: Edge) -> Array | None:
        """What an Output's loss reads in the place of its prediction, in the same shape; None where it does not."""
        if not self._reads_logits(edge):
            return None
        source = path_to_activation(self.network.graph, self.network.shapes, edge)[-1]
        logits = self.kernels[source].logits
        assert logits is not None
        return logits.reshape(self.kernels[edge.target].output.shape)

    def bind_backward(self) -> None:
        """Make the gradients' buffers and the calls that fill them; once."""
        if self.backward_calls:
            return
        self._fed_by_learning = self._nodes_fed_by_learning()
        self._backward_calls: list[Call] = []
        self._observed_calls: list[Call] = []
        self._bind_kernels()
        self._bind_sharing()
        for penalty in self.penalties:
            self._call(penalty.backward)
        self.backward_calls, self.observed_calls = tuple(self._backward_calls), tuple(self._observed_calls)

    def _bind_kernels(self) -> None:
        graph = self.network.graph
        for node in reversed(self.network.order):
            kernel, layer = self.kernels[node], graph[node].layer
            if isinstance(layer, Output):
                self._call(self.losses[node].backward)
                kernel.bind(self._loss_gradients[node])
            if isinstance(layer, Input):
                continue
            edges = graph.outgoing(node)
            if isinstance(kernel, ForkedKernel):
                kernel.bind_logits(self._sum_of(edge for edge in edges if self._reads_logits(edge)))
                edges = tuple(edge for edge in edges if not self._reads_logits(edge))
            if edges:
                kernel.bind(self._sum_of(edges))
            if not isinstance(layer, Output):
                self._call_kernel(node, kernel)
            self.edge_gradients.update(zip(graph.incoming(node), kernel.input_gradients, strict=True))

    def _sum_of(self, edges: Iterable[Edge]) -> Array:
        """The buffer in which the gradients of these wires, added up, will stand."""
        parts = tuple(self.edge_gradients[edge] for edge in edges)
        if len(parts) == 1:
            return parts[0]
        total = GradientSum(parts)
        self._call(total)
        return total.total

    def _bind_loss(self, node: str) -> Array:
        """Have an output's loss kernel, and the array in which dL/d(prediction) or dL/d(logits) will stand."""
        prediction, network = self.kernels[node].output, self.network
        layer = network.output(node)
        target = self.targets[node] = np.zeros((self.batch, *network.target_shape(node)), network.dtype)
        gradient = np.zeros_like(prediction)
        (edge,) = network.graph.incoming(node)
        kernel = layer.loss.kernel(LossSlot(prediction, target, gradient, self._logits(edge), layer.weight))
        loss: LossKernel | ClassWeightedLoss = kernel
        if node in network.class_weights:
            loss = self.weighted_losses[node] = ClassWeightedLoss(kernel, target, layer.loss.yes_or_no)
        self.losses[node] = loss
        return gradient

    def _bind_sharing(self) -> None:
        """Add the gradient of every further use of shared weights to that of their owner, once all stand."""
        network = self.network
        for node, part in network.shared_gradients.items():
            if network.learns(node):
                total = network.gradients_vector[network.span(node)]
                self._call(partial(np.add, total, part, total))

    def _call(self, call: Call) -> None:
        self._backward_calls.append(call)
        self._observed_calls.append(call)

    def _call_kernel(self, node: str, kernel: Kernel) -> None:
        """Weight gradients where they are learned; input gradients where a learning layer or an observer needs them.

        A kernel may prepare in `backward` what it uses in `propagate`, so a frozen one runs both or neither.
        """
        kind = type(kernel)
        feeds = node in self._fed_by_learning
        if kind.backward is not Kernel.backward:
            self._observed_calls.append(kernel.backward)
            if feeds or self.network.learns(node):
                self._backward_calls.append(kernel.backward)
        if kind.propagate is not Kernel.propagate:
            self._observed_calls.append(kernel.propagate)
            if feeds:
                self._backward_calls.append(kernel.propagate)

    def _nodes_fed_by_learning(self) -> frozenset[str]:
        """Where a layer that learns stands somewhere before, so that a gradient is needed there."""
        graph, fed = self.network.graph, set[str]()
        for node in self.network.order:
            if any(edge.source in fed or self.network.learns(edge.source) for edge in graph.incoming(node)):
                fed.add(node)
        return frozenset(fed)

    # Running

    def load_inputs(self, arrays: Mapping[str, Array]) -> None:
        """Copy one batch of inputs into the buffers."""
        for node, buffer in self.inputs.items():
            np.copyto(buffer, arrays[node])

    def load_targets(self, arrays: Mapping[str, Array]) -> None:
        """Copy one batch of targets into the buffers."""
        for node, buffer in self.targets.items():
            np.copyto(buffer, arrays[node])

    def load_class_weights(self, weights: Mapping[str, Array]) -> None:
        """Let classes count so from here on; where an output has no weights, they all count the same."""
        for node, loss in self.weighted_losses.items():
            loss.weights = weights.get(node)

    def forward(self) -> None:
        """Inference: fill `predictions`."""
        with np.errstate(all="ignore"):
            for call in self.forward_calls:
                call()

    def loss(self) -> float:
        """The loss of the batch that was run forward, all outputs and penalties together."""
        return sum(self.output_losses().values()) + self.penalty()

    def output_losses(self) -> dict[str, float]:
        """The loss at each Output of the batch that was run forward, without penalties."""
        with np.errstate(all="ignore"):
            return {node: kernel.value() for node, kernel in self.losses.items()}

    def penalty(self) -> float:
        """What the weights cost beside the data."""
        with np.errstate(all="ignore"):
            return sum(penalty.value() for penalty in self.penalties)

    def backward(self, observe: bool = False) -> None:
        """Fill all gradients, after `loss`; with `observe` also those that only people need."""
        with np.errstate(all="ignore"):
            for call in self.observed_calls if observe else self.backward_calls:
                call()

    def train(self, observe: bool = False) -> float:
        """Forward in training mode, loss and backward in one go; returns the loss. For a `quiet_context`."""
        for call in self.training_calls:
            call()
        loss = 0.0
        for kernel in self.loss_kernels:
            loss += kernel.value()
        for call in self.observed_calls if observe else self.backward_calls:
            call()
        return loss

    def first_non_finite(self) -> str | None:
        """The first layer in order whose output is not finite, or the first with such weights."""
        for node, kernel in self.kernels.items():
            weights = self.network.weights[node].values()
            if not all(np.isfinite(array).all() for array in weights) or not np.isfinite(kernel.output).all():
                return node
        return None
