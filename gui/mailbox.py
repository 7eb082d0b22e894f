"""The newest look at a run: made on the worker, taken by the window, never more often than looking is worth."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from engine.data import Prepared
from engine.network import Network
from engine.trainer import Trainer
from gui.snapshot import FRAME, Figures, Rate, Snapshot

LOOK_SHARE = 20
"""A look that costs t is followed by none for this many t, so that looking costs a twentieth at most."""

RARE_SHARE = 40
"""While a network trains, a rare probe rests so many times as long as it took."""

Probe = Callable[[Network, Prepared], Any]


class RareProbe:
    """A probe too slow for every look: while the network trains, its last result stands for a while."""

    def __init__(self, probe: Probe, seconds: float) -> None:
        self._probe = probe
        self._seconds = seconds
        self._due = 0.0
        self._result: Any = None

    def ask(self, network: Network, data: Prepared, training: bool) -> Any:
        """The last result, or a new one where it is time or the network stands still."""
        started = time.perf_counter()
        if not training or started >= self._due:
            self._result = self._probe(network, data)
            ended = time.perf_counter()
            self._due = ended + max(self._seconds, RARE_SHARE * (ended - started))
        return self._result


class Mailbox:
    """Holds one snapshot, with what the visible plots want computed.

    From `due` on, a time of `time.perf_counter`, another look may be taken.
    """

    def __init__(self) -> None:
        self._probes: dict[str, Probe] = {}
        self._rare: dict[str, RareProbe] = {}
        self.due = 0.0
        self.frame = FRAME
        """Seconds from look to look at least; the window sets it."""
        self._rate = Rate()
        self._newest: deque[Snapshot] = deque(maxlen=1)

    def add(self, name: str, probe: Probe, rare: float = 0.0) -> None:
        """Compute this at every look, or where it is `rare` not more than once in so many seconds.

        The window may call it while the worker looks, since no dictionary changes.
        """
        if rare:
            self._rare = {**self._rare, name: RareProbe(probe, rare)}
        else:
            self._probes = {**self._probes, name: probe}

    def remove(self, name: str) -> None:
        """Do not compute it any more."""
        self._probes = {key: probe for key, probe in self._probes.items() if key != name}
        self._rare = {key: probe for key, probe in self._rare.items() if key != name}

    def restart(self) -> None:
        """Measure the pace anew, and look at once."""
        self._rate.start()
        self.due = 0.0

    def look(
        self,
        figures: Figures,
        network: Network | None,
        data: Prepared | None,
        trainer: Trainer | None,
        step_seconds: float = 0.0,
        past: bool = False,
    ) -> None:
        """Put the newest snapshot in; by the worker.

        `step_seconds` is what the step took that was observed for it, 0 where the network stands still; `past` whether
        it stands at a moment before the newest of its run.
        """
        started = time.perf_counter()
        looks = {}
        if network is not None and data is not None:
            looks = {name: probe(network, data) for name, probe in self._probes.items()}
        cost = time.perf_counter() - started  # without the rare probes, which keep a measure of their own
        if network is not None and data is not None:
            looks |= {name: probe.ask(network, data, step_seconds > 0) for name, probe in self._rare.items()}
        snapshot = Snapshot(
            figures=figures,
            within_epoch=trainer.within_epoch if trainer else False,
            steps_per_second=self._rate.measure(figures.step, started),
            steps_left=trainer.steps_left if trainer else 0.0,
            learning_rate=trainer.stepper.learning_rate if trainer else None,
            looks=looks,
            past=past,
            run_start=trainer.first_epoch - 1 if trainer else figures.epoch,
            epochs_done=trainer.epoch - 1 + trainer.position / trainer.samples if trainer else figures.epoch,
        )
        self._newest.append(snapshot)
        usual = 1 / snapshot.steps_per_second if snapshot.steps_per_second else step_seconds
        self.due = started + max(self.frame, LOOK_SHARE * (cost + max(0.0, step_seconds - usual)))

    def take(self) -> Snapshot | None:
        """The snapshot that nobody has taken yet, if any; by the window."""
        return self._newest.pop() if self._newest else None
