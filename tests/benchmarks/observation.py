"""What looking costs: 30 observed steps in each second of training, as the window takes them."""

from __future__ import annotations

import statistics
import time

from rich.console import Console

from engine.data import Dataset
from engine.events import BatchEnd
from engine.network import Network
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.benchmarks.step_time import CASES, ENDLESS, Case, graph_of

LOOKS, SHARE = 30, 0.1
"""Looks a second at most, and the share of the time that they may cost: the window then looks less often."""
ROUNDS = 60


def run(console: Console) -> None:
    """The share of training's time that goes into observing, for each network of the speed table."""
    for case in CASES:
        plain, observed = measure(case)
        looks = min(LOOKS, SHARE / max(1e-9, observed - plain))
        share = looks * (observed - plain)
        console.print(
            f"{case.name}: a step {plain * 1e6:,.1f} µs, an observed one {observed * 1e6:,.1f} µs; "
            f"{looks:.0f} looks a second cost {share:.1%}"
        )


def measure(case: Case) -> tuple[float, float]:
    """Median seconds of a step that nobody looks at, and of one that is observed, by turns."""
    config = TrainingConfig(batch_size=case.batch, epochs=ENDLESS)
    trainer = Trainer(Network(graph_of(case)), Dataset.from_arrays(*case.data()), config)
    events = trainer.run()
    spent: dict[bool, list[float]] = {False: [], True: []}
    while len(spent[True]) < ROUNDS:
        looking = len(spent[False]) > len(spent[True])
        trainer.observe_next = looking
        started = time.perf_counter()
        if isinstance(next(events), BatchEnd):
            spent[looking].append(time.perf_counter() - started)
    return statistics.median(spent[False]), statistics.median(spent[True])
