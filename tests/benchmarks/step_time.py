"""One training step, ours through the Trainer beside PyTorch's eager loop, for design.md's speed table."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from engine.data import Dataset
from engine.events import BatchEnd
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.benchmarks.timing import interleaved

try:
    import torch
except ImportError:
    torch = None

ENDLESS = 10**9


@dataclass(frozen=True)
class Case:
    """A dense network: sizes from input to output, hidden activation, and how many times faster we must be."""

    sizes: tuple[int, ...]
    hidden: str
    batch: int
    optimizer: str
    floor: float
    steps: int
    """In one round."""

    @property
    def name(self) -> str:
        return f"{'-'.join(map(str, self.sizes))} b{self.batch} {self.optimizer}"

    @property
    def samples(self) -> int:
        return self.batch * (64 if self.sizes[0] < 100 else 16)

    def data(self) -> tuple[np.ndarray, np.ndarray]:
        """Random inputs and targets: one column of 0 and 1, or one-hot rows."""
        rng = np.random.default_rng(0)
        X = rng.normal(size=(self.samples, self.sizes[0])).astype("float32")
        classes = rng.integers(0, max(2, self.sizes[-1]), self.samples)
        Y = classes[:, None] if self.sizes[-1] == 1 else np.eye(self.sizes[-1])[classes]
        return X, Y.astype("float32")


CASES = (
    Case((2, 3, 1), "sigmoid", 4, "SGD", 8, 2000),
    Case((2, 8, 8, 1), "tanh", 10, "SGD", 8, 2000),
    Case((4, 16, 3), "relu", 16, "Adam", 8, 1500),
    Case((64, 64, 32, 10), "relu", 32, "Adam", 8, 1000),
    Case((784, 128, 64, 10), "relu", 64, "Adam", 1.7, 200),
    Case((784, 512, 256, 10), "relu", 128, "Adam", 1.05, 48),
    Case((784, 2048, 2048, 10), "relu", 256, "Adam", 0.9, 6),
)


def graph_of(case: Case) -> Graph:
    """The network as it is drawn."""
    graph = Graph()
    last = graph.add(Input(shape=(case.sizes[0],)))
    for units in case.sizes[1:-1]:
        last = graph.add(Dense(units=units, activation=case.hidden), after=last)
    single = case.sizes[-1] == 1
    last = graph.add(Dense(units=case.sizes[-1], activation="sigmoid" if single else "softmax"), after=last)
    graph.add(Output(loss="binary_crossentropy" if single else "categorical_crossentropy"), after=last)
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


def theirs(case: Case) -> Callable[[], int]:
    """The same round as PyTorch's documentation writes it, on class indices and from logits."""
    X, Y = map(torch.from_numpy, case.data())
    single = case.sizes[-1] == 1
    loss_function = torch.nn.BCEWithLogitsLoss() if single else torch.nn.CrossEntropyLoss()
    target = Y if single else Y.argmax(1)
    hidden = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[case.hidden]
    layers: list[torch.nn.Module] = []
    for ins, outs in itertools.pairwise(case.sizes):
        layers += [torch.nn.Linear(ins, outs), hidden()]
    model = torch.nn.Sequential(*layers[:-1])
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
    """Print the table; without PyTorch, our own times alone."""
    table = Table(title="One training step, one thread, median", title_justify="left")
    for heading in ("network", "ours, µs", "PyTorch, µs", "times faster", "floor"):
        table.add_column(heading, justify="left" if heading == "network" else "right")
    with threadpool_limits(1):
        if torch is None:
            console.print("PyTorch is not installed here: its column stays empty.")
        else:
            torch.set_num_threads(1)
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
    console.print(table)
