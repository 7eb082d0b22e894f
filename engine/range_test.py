"""The learning-rate range test: the rate grows from step to step, and the loss tells where it is of use.

Smith 2015, "Cyclical Learning Rates for Training Neural Networks", section 3.3; the suggestion is the rate at which
the loss falls fastest, as Gugger 2018 and fastai take it. A batch is held against itself, as the network answered for
it before the test, so that a fall is seen that is smaller than what batches differ in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.checkpoint import Checkpoint
from engine.data import Dataset
from engine.errors import DivergenceError, Message
from engine.events import BatchEnd
from engine.hyperparameters import POSITIVE, Bounds, Configurable, hyper
from engine.network import Network
from engine.numerals import Number
from engine.schedules import ConstantRate
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

Array = NDArray[np.float64]

TOO_LARGE = 4.0
"""The test ends where the smoothed loss is so many times the best one."""
SMOOTHING, NARROWEST = 0.03, 2.0
"""The loss is smoothed over this share of the steps, and so many at least: the standard deviation of the weights."""
REACH = 4
"""Standard deviations from which on a step weighs nothing."""
FEWEST = 8
"""Steps without which nothing can be said."""
BEGINNING = 5
"""The loss began at the mean of the first of so many parts of the way down."""
RISE = 0.5
"""Standard errors by which a loss may rise within one fall: further up, where steps leap, it may dip once more."""
LEAST_FALL, ERRORS = 0.02, 6.0
"""A loss has fallen where it is lower by this share, and by so many standard errors of the smoothed one.

Of noise alone, the lowest of many places lies five errors down in every twentieth test, and six in every fiftieth.
"""


class RangeTest(Configurable):
    """From which rate to which, in how many steps."""

    label = "Learning-rate range test"

    low: float = hyper(1e-6, label="From", help="The learning rate of the first step.", bounds=POSITIVE)
    high: float = hyper(10.0, label="To", help="The learning rate of the last step.", bounds=POSITIVE)
    steps: int = hyper(200, label="Number of steps", help="Batches; the rate grows by the same factor each time.",
                       bounds=Bounds(20, 1000))  # fmt: skip

    def conflicts(self) -> Iterator[Message]:
        if self.low >= self.high:
            yield Message("A range test goes from a small rate to a larger one. Received: {low} and {high}.",
                          low=Number(self.low, 6), high=Number(self.high, 6))  # fmt: skip

    @property
    def rates(self) -> Array:
        """The rate of each step."""
        return np.geomspace(self.low, self.high, self.steps)

    def run(
        self, network: Network, dataset: Dataset, config: TrainingConfig, run: Checkpoint | None = None
    ) -> Iterator[Findings]:
        """What is known after each step, on a copy of the network as it stands.

        With the checkpoint of a run that stands, the copy also goes on with its optimiser, its order and its chance.
        """
        before = copied(network)
        trainer = Trainer(copied(network), dataset, self._config(config, config.optimizer.learning_rate))
        if run is not None:
            trainer.resume(run)
            trainer.extend()
        findings = Findings(self.steps)
        events = trainer.run()
        for rate in self.rates.tolist():
            trainer.configure(self._config(config, rate))
            try:
                if trainer.has_news:
                    next(events)  # the end of an epoch
                without = _loss_of_next_batch(before, trainer)
                loss = next(event.loss for event in events if isinstance(event, BatchEnd))
            except DivergenceError:
                findings = replace(findings, over_at=rate)
            else:
                findings = findings.after(rate, loss, without)
            yield findings
            if findings.over_at is not None:
                return

    def _config(self, config: TrainingConfig, rate: float) -> TrainingConfig:
        """Nothing but the number of steps ends the test, and no schedule changes the rate."""
        return config.replace(
            optimizer=config.optimizer.replace(learning_rate=rate), schedule=ConstantRate(), epochs=self.steps + 1,
            loss_target=None, patience=None, restore_best=False,
        )  # fmt: skip


def copied(network: Network) -> Network:
    """Another network with the same weights and running statistics."""
    other = Network(network.graph, network.seed, network.dtype.name)
    np.copyto(other.parameters, network.parameters)
    np.copyto(other.held, network.held)
    return other


def _loss_of_next_batch(network: Network, trainer: Trainer) -> float:
    """What another network loses on the samples that the trainer takes next."""
    chosen = trainer.order[trainer.position : trainer.position + trainer.config.batch_size]
    inputs, targets = (
        {node: array[chosen] for node, array in part.items()} for part in (trainer.inputs, trainer.targets)
    )
    loss, _ = network.evaluate_fed(inputs, targets, trainer.class_weights)
    return loss


@dataclass(frozen=True)
class Suggestion:
    """A rate, rounded, and its step; None where there is none to suggest; and why."""

    reason: Message
    rate: float | None = None
    step: int | None = None


@dataclass(frozen=True, eq=False)
class Findings:
    """The rates that were tried and the loss of the batch at each; and the one at which the test ended early.

    `before` are the losses of the same batches with the network as it was, where they are known: what a batch is easier
    or harder than others by, it is so from the beginning.
    """

    planned: int
    rates: tuple[float, ...] = ()
    losses: tuple[float, ...] = ()
    before: tuple[float, ...] = ()
    over_at: float | None = None

    def after(self, rate: float, loss: float, before: float) -> Findings:
        """With one step more."""
        found = replace(self, rates=(*self.rates, rate), losses=(*self.losses, loss), before=(*self.before, before))
        smooth = found.smooth
        too_large = len(smooth) >= FEWEST and smooth[-1] > TOO_LARGE * smooth.min() > 0
        return replace(found, over_at=rate) if too_large else found

    @property
    def smooth(self) -> Array:
        """The loss without the noise of single batches."""
        return self._lines[0]

    @property
    def _width(self) -> float:
        return max(NARROWEST, SMOOTHING * self.planned)

    @cached_property
    def _even(self) -> Array:
        """The losses as if all batches had been alike from the beginning."""
        before = np.array(self.before or (0.0,))
        even: Array = np.array(self.losses) - before + before.mean()
        return even

    @cached_property
    def _lines(self) -> tuple[Array, Array]:
        """Height and slope, for a tenfold rate, of a straight line through each step and those around it.

        They are fitted with weights that fall off as a normal distribution does (Cleveland 1979 calls it loess).
        """
        losses, count = self._even, len(self.losses)
        if count < 3:
            return losses, np.zeros(count)
        reach = math.ceil(REACH * self._width)
        away = np.arange(-reach, reach + 1, dtype=np.float64)
        weights = np.exp(-0.5 * (away / self._width) ** 2)

        def sums(values: Array, power: int) -> Array:
            """Of values times weights times a power of how far away they are, around each step."""
            summed: Array = np.convolve(values, weights * (-away) ** power)[reach : reach + count]
            return summed

        ones = np.ones(count)
        total, first, second = sums(ones, 0), sums(ones, 1), sums(ones, 2)
        level, tilt = sums(losses, 0), sums(losses, 1)
        slope = (total * tilt - first * level) / (total * second - first**2)
        return (level - first * slope) / total, slope / math.log10(self.rates[1] / self.rates[0])

    @cached_property
    def suggestion(self) -> Suggestion:
        """The rate at which the loss falls fastest on its way to the lowest."""
        if len(self.losses) < FEWEST:
            return Suggestion(Message(
                "Already at the smallest rates the loss is no finite number any more, so none is suggested. Begin with "
                "smaller ones."
            ))  # fmt: skip
        smooth, slope = self._lines
        lowest = int(smooth.argmin())
        error = self._error(lowest)
        if not self._falls(lowest, error):
            return Suggestion(Message(
                "The loss does not fall at any of these rates by more than batches differ, so none is suggested. The "
                "network may have learned already: reset it, or try other rates or more steps."
            ))  # fmt: skip
        first, last = longest_fall(smooth[: lowest + 1], RISE * error)
        step = first + int(slope[first : last + 1].argmin())
        best = Number(self.rates[step], 2)
        return Suggestion(self._reason(best, lowest, error), float(best), step)

    def _reason(self, best: Number, lowest: int, error: float) -> Message:
        """Why the best rate is that one and not where the loss is lowest, which many would take it for."""
        told = {"rate": best, "lowest": Number(self.rates[lowest], 2)}
        if self.over_at is not None:
            return Message(
                "At {rate} the loss falls fastest, so this rate is suggested. It is lowest at {lowest} only because of "
                "all steps before; larger rates make it rise, and at {over} it is far too large, so {lowest} leaves no "
                "margin.", over=Number(self.over_at, 2), **told,
            )  # fmt: skip
        low, last = self.smooth[[lowest, -1]].tolist()
        if not self._is_below(low, last, error):
            return Message(
                "At {rate} the loss falls fastest, so this rate is suggested. No rate up to {highest}, the largest one "
                "tried, makes it rise.", rate=best, highest=Number(self.rates[-1], 2),
            )  # fmt: skip
        return Message(
            "At {rate} the loss falls fastest, so this rate is suggested. It is lowest at {lowest} only because of all "
            "steps before; larger rates make it rise, so {lowest} leaves no margin.", **told,
        )  # fmt: skip

    def _error(self, lowest: int) -> float:
        """The standard error of the smoothed loss, by how batches differ on the way to the lowest."""
        noise = float(np.std(self._even[: lowest + 1] - self.smooth[: lowest + 1]))
        return noise / math.sqrt(2 * math.sqrt(math.pi) * self._width)

    def _falls(self, lowest: int, error: float) -> bool:
        """Whether the smoothed loss is lower there than in the beginning, by more than the noise of batches makes."""
        began = float(self.smooth[: lowest // BEGINNING + 1].mean())
        return self._is_below(float(self.smooth[lowest]), began, error)

    @staticmethod
    def _is_below(low: float, high: float, error: float) -> bool:
        """Whether two smoothed losses differ by more than the noise of batches makes."""
        return high - low > max(LEAST_FALL * abs(high), ERRORS * error)


def longest_fall(smooth: Array, rise: float) -> tuple[int, int]:
    """From where to where a curve falls furthest without rising by more than this in between."""
    start = low = 0
    found = (0, 0)
    for place, value in enumerate(smooth.tolist()):
        if value - smooth[low] > rise or value > smooth[start]:
            start = low = place
        elif value < smooth[low]:
            low = place
        if smooth[start] - smooth[low] > smooth[found[0]] - smooth[found[1]]:
            found = (start, low)
    return found
