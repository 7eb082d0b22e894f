"""One training step, ours through the Trainer beside PyTorch's eager loop, for design.md's speed table."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from engine.data import Dataset
from engine.events import BatchEnd
from engine.graph import Graph
from engine.layers import Conv2D, Dense, Flatten, Input, Layer, MaxPooling2D, Output, Shape
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.benchmarks.timing import ROUNDS, interleaved

try:
    import torch
except ImportError:
    torch = None

ENDLESS = 10**9


@dataclass(frozen=True)
class Case:
    """A network from the shape of a sample to its last layer, and how many times faster we must be."""

    title: str
    shape: Shape
    layers: tuple[Layer, ...]
    batch: int
    optimizer: str
    floor: float
    steps: int
    """In one round."""

    @property
    def name(self) -> str:
        return f"{self.title} b{self.batch} {self.optimizer}"

    @property
    def units(self) -> int:
        return self.layers[-1].units

    @property
    def samples(self) -> int:
        return self.batch * (64 if math.prod(self.shape) < 100 else 16)

    def data(self) -> tuple[np.ndarray, np.ndarray]:
        """Random inputs and targets: one column of 0 and 1, or one-hot rows."""
        rng = np.random.default_rng(0)
        X = rng.normal(size=(self.samples, *self.shape)).astype("float32")
        classes = rng.integers(0, max(2, self.units), self.samples)
        Y = classes[:, None] if self.units == 1 else np.eye(self.units)[classes]
        return X, Y.astype("float32")


def dense(sizes: tuple[int, ...], hidden: str, *rest: Any) -> Case:
    """A case of Dense layers only: sizes from input to output, and the activation of the hidden ones."""
    layers = [Dense(units=units, activation=hidden) for units in sizes[1:-1]]
    title = "-".join(map(str, sizes))
    return Case(title, sizes[:1], (*layers, last_layer(sizes[-1])), *rest)


def last_layer(units: int) -> Layer:
    return Dense(units=units, activation="sigmoid" if units == 1 else "softmax")


PICTURES = (
    Conv2D(filters=8, kernel_size=3, activation="relu"),
    MaxPooling2D(pool_size=2),
    Conv2D(filters=16, kernel_size=3, activation="relu"),
    MaxPooling2D(pool_size=2),
    Flatten(),
    last_layer(10),
)
CASES = (
    dense((2, 3, 1), "sigmoid", 4, "SGD", 8, 2000),
    dense((2, 8, 8, 1), "tanh", 10, "SGD", 8, 2000),
    dense((4, 16, 3), "relu", 16, "Adam", 8, 1500),
    dense((64, 64, 32, 10), "relu", 32, "Adam", 8, 1000),
    dense((784, 128, 64, 10), "relu", 64, "Adam", 1.7, 200),
    dense((784, 512, 256, 10), "relu", 128, "Adam", 1.05, 48),
    dense((784, 2048, 2048, 10), "relu", 256, "Adam", 0.9, 6),
    Case("28x28x1, conv 8, pool, conv 16, pool, 10", (28, 28, 1), PICTURES, 32, "Adam", 1.1, 48),
)


def graph_of(case: Case) -> Graph:
    """The network as it is drawn."""
    graph = Graph()
    last = graph.add(Input(shape=case.shape))
    for layer in case.layers:
        last = graph.add(layer, after=last)
    graph.add(Output(loss="binary_crossentropy" if case.units == 1 else "categorical_crossentropy"), after=last)
    return graph


def ours(case: Case) -> Callable[[], int]:
    """A round of training with the real loop, batching and events included."""
    optimizer = (SGD if case.optimizer == "SGD" else Adam)(learning_rate=0.001)
    config = TrainingConfig(optimizer=optimizer, batch_size=case.batch, epochs=ENDLESS)
    batches = (
        event
        for event in Trainer(Network(graph_of(case)), Dataset.from_arrays(*case.data()), config).run()
        if isinstance(event, BatchEnd)
    )

    def round_of_steps() -> int:
        for _ in itertools.islice(batches, case.steps):
            pass
        return case.steps

    return round_of_steps


def modules(layer: Layer, shape: Shape) -> list[Any]:
    """The layer in PyTorch, given the shape that enters it; its activation last."""
    match layer:
        case Conv2D():
            found = [torch.nn.Conv2d(shape[-1], layer.filters, layer.window.size)]
        case Dense():
            found = [torch.nn.Linear(shape[-1], layer.units)]
        case MaxPooling2D():
            return [torch.nn.MaxPool2d(layer.pool_size[0])]
        case _:
            return [torch.nn.Flatten()]
    activations = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    return found + [kind() for name, kind in activations.items() if name == layer.activation.name]


def theirs(case: Case) -> Callable[[], int]:
    """The same round as PyTorch's documentation writes it, channels first, on class indices and from logits."""
    X, Y = map(torch.from_numpy, case.data())
    X = X.movedim(-1, 1).contiguous()
    loss_function = torch.nn.BCEWithLogitsLoss() if case.units == 1 else torch.nn.CrossEntropyLoss()
    target = Y if case.units == 1 else Y.argmax(1)
    model, shape = torch.nn.Sequential(), case.shape
    for layer in (*case.layers[:-1], Dense(units=case.units)):
        model.extend(modules(layer, shape))
        shape = layer.output_shape(shape)
    kind = torch.optim.SGD if case.optimizer == "SGD" else torch.optim.Adam
    optimizer = kind(model.parameters(), lr=0.001)

    def steps() -> int:
        done = 0
        while True:
            order = torch.randperm(case.samples)
            for start in range(0, case.samples, case.batch):
                chosen = order[start : start + case.batch]
                loss = loss_function(model(X[chosen]), target[chosen])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                done += 1
                if done == case.steps:
                    return done

    return steps


def run(console: Console) -> None:
    """One table for one thread and one for two, where the machine has them; without PyTorch, our own times alone."""
    if torch is None:
        console.print("PyTorch is not installed here: its column stays empty.")
    for threads in (1, 2):
        if threads <= (os.cpu_count() or 1):
            with threadpool_limits(threads):
                if torch is not None:
                    torch.set_num_threads(threads)
                console.print(measured(threads))


def measured(threads: int) -> Table:
    """The times of every network with so many threads for the BLAS and for PyTorch."""
    title = f"One training step, {threads} thread{'s' if threads > 1 else ''}, median of {ROUNDS} interleaved rounds"
    table = Table(title=title, title_justify="left")
    for heading in ("network", "ours, µs", "PyTorch, µs", "times faster", "floor"):
        table.add_column(heading, justify="left" if heading == "network" else "right")
    for case in CASES:
        programs = {"ours": ours(case)} | ({"theirs": theirs(case)} if torch else {})
        times = interleaved(programs)
        ratio = times["theirs"] / times["ours"] if torch else None
        table.add_row(
            case.name,
            f"{times['ours'] * 1e6:.1f}",
            f"{times['theirs'] * 1e6:.1f}" if torch else "absent",
            "" if ratio is None else f"[{'green' if ratio >= case.floor else 'red'}]{ratio:.2f}",
            f"{case.floor:g}",
        )
    return table
