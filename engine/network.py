"""A graph compiled to NumPy: one vector of parameters, one of gradients, and plans that run on them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.class_weights import NoClassWeights
from engine.classes import answers, class_numbers
from engine.data.dataset import as_numbers, excerpt, not_numbers
from engine.dealing import deals, dealt
from engine.errors import DataError, GraphError, Message, RambatError
from engine.graph import Graph
from engine.hyperparameters import SEEDS, is_whole
from engine.inference import infer_shapes
from engine.initial_weights import initial_weights
from engine.layers import Input, Output, Shape, shape_text
from engine.losses.base import first_row
from engine.memory import Footprint, fits, gigabytes, machine_memory
from engine.places import Places
from engine.plan import Plan
from engine.random_streams import DROPOUT, stream
from engine.weights_file import BESIDE_WEIGHTS

Array = NDArray[np.floating]
Arrays = NDArray[Any] | Mapping[str, NDArray[Any]]
"""One array, or a mapping by node id where a network has several inputs or outputs."""

MAX_PLANS = 10
"""Batch sizes whose buffers are kept; the oldest goes first."""


class Network:
    """Owns every array that is learned.

    `parameters` and `gradients_vector` are flat vectors of one dtype that hold what is learned, `held` is one for the
    rest; each layer's weights are views of them. The graph is copied, so that drawing on does
    not disturb a network that trains.
    """

    def __init__(self, graph: Graph, seed: int = 0, dtype: str = "float32") -> None:
        if not isinstance(graph, Graph):
            raise GraphError(Message("A network is made from a Graph. Received: {came}.", came=excerpt(graph)))
        self.graph = graph.copy()
        self.dtype = _real_dtype(dtype)
        inference = infer_shapes(self.graph)
        if inference.obstacles:
            raise GraphError(*(problem.told for problem in inference.obstacles))
        self.shapes: Mapping[str, Shape] = inference.shapes
        self.footprint = Footprint.total(inference.footprints.values())
        self.order = self.graph.order()
        self.inputs = tuple(node for node in self.order if isinstance(self.graph[node].layer, Input))
        self.outputs = tuple(node for node in self.order if isinstance(self.graph[node].layer, Output))
        self.specs = inference.specs
        self.sharing = {node: owner for node in self.order if (owner := self.graph.owner(node)) != node}
        """Whose weights a layer uses that has none of its own."""
        learned, held = self._places()
        self.parameters: Array = np.zeros(learned.size, self.dtype)
        self.gradients_vector: Array = np.zeros(learned.size, self.dtype)
        self.held: Array = np.zeros(held.size, self.dtype)
        """What no optimiser changes: frozen weights and running statistics."""
        self.class_weights = self._even_class_weights()
        """What each class counts while no data are known, at the outputs that weigh classes."""
        self.spans: dict[str, tuple[int, int]] = learned.spans
        """Where each layer that has learned weights of its own lies in the vectors."""
        self.weights = self._views(learned, self.parameters, held, self.held)
        self.weight_gradients = self._views(learned, self.gradients_vector, held, np.zeros_like(self.held))
        self.shared_gradients = {node: self._lend(node, owner) for node, owner in self.sharing.items()}
        """What each layer that shares adds to the gradient of the owner's weights, laid out as the owner's span."""
        self._plans: dict[int, Plan] = {}
        self.reset(seed)

    def _places(self) -> tuple[Places, Places]:
        """Where what is learned and what is held lies along its vector."""
        learned, held = Places(), Places()
        for node, specs in self.specs.items():
            for spec in specs:
                (learned if spec.learned else held).add(node, spec)
        return learned, held

    def _views(self, learned: Places, trained: Array, held: Places, kept: Array) -> dict[str, dict[str, Array]]:
        """Each layer's arrays by name, in the order in which the layer declares them."""
        return {
            node: {
                spec.name: learned.view(trained, node, spec) if spec.learned else held.view(kept, node, spec)
                for spec in specs
            }
            for node, specs in self.specs.items()
        }

    def _lend(self, node: str, owner: str) -> Array:
        """Let a layer use the owner's weights; the vector of the gradient of that use comes back."""
        places = Places()
        for spec in self.specs[owner]:
            if spec.learned:
                places.add(node, spec)
        gradient: Array = np.zeros(places.size, self.dtype)
        self.weights[node] = self.weights[owner]
        self.weight_gradients[node] = {
            spec.name: places.view(gradient, node, spec) if spec.learned else self.weight_gradients[owner][spec.name]
            for spec in self.specs[owner]
        }
        return gradient

    def span(self, node: str) -> slice:
        """Where the weights that a learning layer uses lie in the vectors."""
        return slice(*self.spans[self.graph.owner(node)])

    def output(self, node: str) -> Output:
        """The declaration of one of `outputs`."""
        layer = self.graph[node].layer
        assert isinstance(layer, Output)
        return layer

    def target_shape(self, node: str) -> Shape:
        """The shape of one sample's target at an output, as its loss takes it."""
        return self.output(node).loss.target_shape(self.shapes[node])

    def _even_class_weights(self) -> dict[str, Array]:
        """Class weights as if every class occurred as often."""
        weights = {}
        for node in self.outputs:
            output = self.output(node)
            if not isinstance(output.class_weights, NoClassWeights):
                even = np.ones(output.loss.class_count(self.shapes[node][-1]), np.intp)
                weights[node] = output.class_weights.weights(even).astype(self.dtype)
        return weights

    def class_weights_for(self, targets: Mapping[str, Array]) -> dict[str, Array]:
        """Class weights by how often each class occurs in these targets, as `feed` gives them."""
        weights = {}
        for node, even in self.class_weights.items():
            output, given = self.output(node), targets[node]
            numbers = class_numbers(answers(given) if output.loss.yes_or_no else given, len(even))
            counts = np.bincount(numbers.reshape(-1), minlength=len(even))
            weights[node] = output.class_weights.weights(counts).astype(self.dtype)
        return weights

    def learns(self, node: str) -> bool:
        """Whether an optimiser changes anything of this layer."""
        return self.graph.owner(node) in self.spans

    def reset(self, seed: int) -> None:
        """Draw all weights anew; the same seed gives the same bits, whatever other layers there are."""
        if not is_whole(seed) or seed not in SEEDS:
            wanted = Message("a whole number ({bounds})", bounds=SEEDS.describe())
            raise GraphError(Message("A seed is {wanted}. Received: {seed}.", wanted=wanted, seed=excerpt(seed)))
        self.seed = int(seed)
        self.dropout_streams = {node: stream(self.seed, DROPOUT, node) for node in self.order}
        for node, specs in self.specs.items():
            for name, values in initial_weights(specs, self.seed, node).items():
                self.weights[node][name][...] = values
        self._plans.clear()

    def plan(self, batch: int, backward: bool = True) -> Plan:
        """The buffers and calls for one batch size, made at first use; those that run backward only where asked for."""
        plan = self._plans.get(batch)
        if plan is None:
            self._check_memory(batch)
            if len(self._plans) >= MAX_PLANS:
                del self._plans[next(iter(self._plans))]
            plan = self._plans[batch] = Plan(self, batch)
        if backward:
            plan.bind_backward()
        return plan

    def _check_memory(self, batch: int) -> None:
        """GraphError where the buffers for one batch would take more memory than the machine has."""
        needed = self.footprint.training_bytes(batch, self.dtype.itemsize)
        if not fits(needed):
            raise GraphError(
                Message("A batch of {count} samples takes about {needed} here, and this computer has {there}. "
                        "Choose a smaller batch or smaller layers.",
                        count=batch, needed=gigabytes(needed), there=gigabytes(machine_memory()))
            )  # fmt: skip

    @property
    def chunk(self) -> int:
        """Samples per pass in inference."""
        return self.footprint.chunk

    # Weights in and out

    def state_dict(self) -> dict[str, Array]:
        """Copies of all learned arrays: {"dense_1.kernel": (in, out), "dense_1.bias": (out,), ...}."""
        return {key: array.copy() for key, array in self._named(self.weights)}

    def weights_in_use(self) -> dict[str, Array]:
        """As `state_dict`, and shared arrays also under the names that each layer would have for its own."""
        state = self.state_dict()
        for node, owner in self.sharing.items():
            state |= {f"{node}.{spec.name}": state[f"{owner}.{spec.name}"] for spec in self.specs[owner]}
        return state

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Take arrays over; GraphError names all keys, shapes and values that do not fit, and then nothing changes.

        What an exported file tells beside the weights about the preparation of data is passed over.
        """
        if not isinstance(state, Mapping):
            raise GraphError(
                Message("Weights are a mapping from names to arrays. Received: {came}.", came=excerpt(state))
            )
        named = dict(self._named(self.weights))
        wrong = [Message("The weights lack {key}.", key=key) for key in named if key not in state]
        unknown = state.keys() - named.keys() - BESIDE_WEIGHTS
        wrong += [Message("The network has no {key}.", key=key) for key in state if key in unknown]
        taken: dict[str, Array] = {}
        for key in (key for key in named if key in state):
            try:
                taken[key] = self._weight(key, state[key], named[key].shape)
            except RambatError as error:
                wrong += error.messages
        if wrong:
            raise GraphError(*wrong)
        for key, array in named.items():
            array[...] = taken[key]

    def _weight(self, key: str, value: Any, shape: Shape) -> Array:
        """The value in the network's dtype, in which it may be too large to be finite."""
        numbers = as_numbers(value, key)
        if numbers.shape != shape:
            raise GraphError(
                Message("{key} has shape {wanted}. Received: {came}.",
                        key=key, wanted=shape_text(shape), came=shape_text(numbers.shape))
            )  # fmt: skip
        with np.errstate(over="ignore"):
            array: Array = numbers.astype(self.dtype)
        if not np.isfinite(array).all():
            raise GraphError(Message("{key} holds values that are not finite numbers.", key=key))
        return array

    def carry_over(self, state: Mapping[str, Any]) -> tuple[str, ...]:
        """Take over the arrays whose key and shape fit; the names of the others come back."""
        left = []
        named = dict(self._named(self.weights))
        for key, array in state.items():
            if key in named and named[key].shape == np.shape(array):
                named[key][...] = array
            else:
                left.append(key)
        return tuple(left)

    def _named(self, views: Mapping[str, Mapping[str, Array]]) -> Iterator[tuple[str, Array]]:
        """Each array once, by the name of its owner."""
        for node in self.specs:
            for name, array in views[node].items():
                yield f"{node}.{name}", array

    # Running

    def predict(self, X: Arrays) -> Any:
        """What arrives at the Output node: (n, ...) for one, a dict by node id for several."""
        results = self.leaving(X, self.outputs)
        return results if len(self.outputs) > 1 else results[self.outputs[0]]

    def leaving(self, X: Arrays, nodes: Iterable[str]) -> dict[str, Array]:
        """(n, ...) what leaves each of these layers, for an Output what arrives there, all from one pass."""
        feeds = self.feed_inputs(X)
        count = self.count_samples(feeds)
        results = {node: np.empty((count, *self.shapes[node]), self.dtype) for node in nodes}
        for start, end in _chunks(count, self.chunk):
            plan = self.plan(end - start, backward=False)
            plan.load_inputs({node: array[start:end] for node, array in feeds.items()})
            plan.forward()
            for node, result in results.items():
                result[start:end] = plan.kernels[node].output
        return results

    def loss(self, X: Arrays, Y: Arrays) -> float:
        """The loss over all samples, in inference mode; balanced class weights, which belong to a run, are even."""
        return self.evaluate(X, Y)[0]

    def evaluate(
        self, X: Arrays, Y: Arrays, class_weights: Mapping[str, Array] | None = None
    ) -> tuple[float, dict[str, Array]]:
        """Loss and predictions over all samples, at least one, in inference mode.

        `class_weights` by output serve in the place of the network's own; where there are none, all count the same.
        """
        feeds, targets, _ = self._feed_pairs(X, Y)
        return self.evaluate_fed(feeds, targets, class_weights)

    def evaluate_fed(
        self, feeds: Mapping[str, Array], targets: Mapping[str, Array], class_weights: Mapping[str, Array] | None = None
    ) -> tuple[float, dict[str, Array]]:
        """`evaluate` of what `feed` and `feed_targets` gave, which is not looked at again."""
        count = len(next(iter(targets.values())))
        class_weights = self.class_weights if class_weights is None else class_weights
        predictions = {node: np.empty((count, *self.shapes[node]), self.dtype) for node in self.outputs}
        losses: dict[str, list[float]] = {node: [] for node in self.outputs}
        penalty = 0.0
        chunks = tuple(_chunks(count, self.chunk))
        for start, end in chunks:
            plan = self.plan(end - start, backward=False)
            plan.load_inputs({node: array[start:end] for node, array in feeds.items()})
            plan.load_targets({node: array[start:end] for node, array in targets.items()})
            plan.load_class_weights(class_weights)
            plan.forward()
            penalty = plan.penalty()
            for node, value in plan.output_losses().items():
                losses[node].append(value)
            for node, kept in predictions.items():
                kept[start:end] = plan.predictions[node]
        counts = [end - start for start, end in chunks]
        return sum(self.output(node).loss.combine(losses[node], counts) for node in self.outputs) + penalty, predictions

    def gradients(self, X: Arrays, Y: Arrays) -> dict[str, Array]:
        """dL/d(weight) over the whole batch in inference mode, with the keys of `state_dict`; 0 for what is held."""
        feeds, targets, count = self._feed_pairs(X, Y)
        plan = self.plan(count)
        plan.load_inputs(feeds)
        plan.load_targets(targets)
        plan.load_class_weights(self.class_weights)
        plan.forward()
        plan.loss()
        plan.backward()
        learned = {f"{node}.{spec.name}" for node, specs in self.specs.items() for spec in specs if spec.learned}
        return {
            key: array.copy() if key in learned else np.zeros_like(array)
            for key, array in self._named(self.weight_gradients)
        }

    # Checking what comes in

    def feed(self, arrays: Arrays, nodes: tuple[str, ...]) -> dict[str, Array]:
        """Inputs or targets by node id in the network's dtype; DataError where ids, values or shapes do not fit.

        Targets come as their loss takes them: `target_shape` tells the shape.
        """
        given = _by_node(arrays, nodes)
        fed = {}
        for node in nodes:
            numbers = as_numbers(given[node], node)
            if numbers.ndim == 0:
                raise not_numbers(given[node], node)
            fed[node] = self._arranged(node, numbers)
        return fed

    def feed_inputs(self, X: Arrays) -> dict[str, Array]:
        """Inputs by node id; one array of flat features is dealt out among several Inputs."""
        shapes = {node: self.shapes[node] for node in self.inputs}
        if isinstance(X, np.ndarray) and deals(X.shape[1:], shapes):
            X = dealt(X, shapes)
        return self.feed(X, self.inputs)

    def feed_targets(self, Y: Arrays) -> dict[str, Array]:
        """Targets by node id; DataError also where a loss is not defined for them."""
        targets = self.feed(Y, self.outputs)
        for node, array in targets.items():
            self.output(node).loss.check_targets(array)
        return targets

    def _arranged(self, node: str, numbers: NDArray[Any]) -> Array:
        """Samples of an input as they are, and targets as their loss takes them."""
        shape = self.shapes[node]
        loss = self.output(node).loss if node in self.outputs else None
        wanted = loss.target_shape(shape) if loss else shape
        if numbers.ndim == 1 and wanted == (1,):
            numbers = numbers[:, np.newaxis]
        came = numbers.shape[1:]
        if not (loss.accepts(came, shape) if loss else came == shape):
            told = {"node": node, "wanted": shape_text(wanted)}
            raise DataError(
                Message("{node} takes a list of samples of shape {wanted}. Received one sample by itself. "
                        "Put brackets around it, as in {example}.", example=excerpt([numbers.tolist()]), **told)
                if numbers.shape == wanted
                else Message("{node} takes samples of shape {wanted}. Received: {came}.", came=shape_text(came), **told)
            )  # fmt: skip
        array = self._as_dtype(node, numbers)
        if loss:
            return loss.arrange(array, shape)
        for reached in self.graph.unchanged(node):
            self.graph[reached].layer.check_data(array)
        return array

    def _as_dtype(self, node: str, numbers: NDArray[Any]) -> Array:
        """The numbers in the network's dtype; DataError where one is not finite in it."""
        with np.errstate(over="ignore"):
            array: Array = np.asarray(numbers, self.dtype)
        finite = np.isfinite(array)
        if not finite.all():
            place, row = first_row(~finite)
            raise DataError(
                Message("{node} takes finite numbers, in {dtype} up to {largest}. Received {value} in row {row}.",
                        node=node, dtype=self.dtype.name, largest=f"{np.finfo(self.dtype).max:.3g}",
                        value=f"{numbers[place]:g}", row=row)
            )  # fmt: skip
        return array

    def _feed_pairs(self, X: Arrays, Y: Arrays) -> tuple[dict[str, Array], dict[str, Array], int]:
        """Inputs and targets by node id, and how many there are; DataError where there are none."""
        feeds, targets = self.feed_inputs(X), self.feed_targets(Y)
        count = self.count_samples({**feeds, **targets})
        if count == 0:
            raise DataError(Message("A loss needs at least one sample."))
        return feeds, targets, count

    @staticmethod
    def count_samples(feeds: Mapping[str, Array]) -> int:
        """How many samples all these arrays hold; DataError where they differ."""
        counts = {node: len(array) for node, array in feeds.items()}
        if len(set(counts.values())) != 1:
            text = ", ".join(f"{node}: {count}" for node, count in counts.items())
            raise DataError(
                Message("All inputs and targets need the same number of samples. Received: {counts}.", counts=text)
            )
        return next(iter(counts.values()))


def _by_node(arrays: Arrays, nodes: tuple[str, ...]) -> Mapping[str, Any]:
    """One array for each of these nodes; DataError tells which are missing and which are unknown."""
    if not isinstance(arrays, Mapping) and len(nodes) == 1:
        return {nodes[0]: arrays}
    wanted = ", ".join(nodes)
    if not isinstance(arrays, Mapping):
        raise DataError(Message("The network needs a mapping with an array for each of {wanted}.", wanted=wanted))
    missing = [node for node in nodes if node not in arrays]
    unknown = [str(name) for name in arrays if name not in nodes]
    wrong = []
    if missing:
        missed = ", ".join(missing)
        wrong.append(Message("The network needs data for {wanted}. Missing: {missing}.", wanted=wanted, missing=missed))
    if unknown:
        names = ", ".join(unknown)
        wrong.append(Message("The network takes data for {wanted}. Unknown: {unknown}.", wanted=wanted, unknown=names))
    if wrong:
        raise DataError(*wrong)
    return arrays


def _chunks(count: int, size: int) -> Iterator[tuple[int, int]]:
    bounds = [*range(0, count, size), count]
    return itertools.pairwise(bounds)


def _real_dtype(dtype: Any) -> np.dtype[Any]:
    """float32 or float64, by name or as NumPy's type."""
    try:
        wanted: np.dtype[Any] | None = np.dtype(dtype)
    except TypeError:
        wanted = None
    if wanted is None or wanted not in (np.float32, np.float64):
        raise GraphError(Message("A network computes in float32 or float64. Received: {dtype}.", dtype=str(dtype)))
    return wanted
