"""Schedules of the learning rate, with PyTorch's definitions (torch.optim.lr_scheduler).

A schedule turns the optimiser's own learning rate, which may change at any time, into the one in effect. It is a
function of how much of the run is done, in epochs or in steps, as if PyTorch's `scheduler.step()` were called after
each of them. Where a run goes on beyond its epochs for a goal, a curve that is as long as these begins anew, and a
formula for any time goes on; a run that has ended and is begun once more begins all of them anew. `ReduceOnPlateau`
alone remembers something; what it remembers lives in its kernel.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from bisect import bisect_right
from typing import Any, ClassVar

from engine.hyperparameters import AT_LEAST_ONE, FRACTION, NON_NEGATIVE, POSITIVE, Bounds, Configurable, hyper

UP_TO_ONE = Bounds(0, 1, low_open=True)
AT_LEAST_ONE_TIMES = Bounds(1)
SMALLEST_CUT = 1e-8
"""A plateau lowers the rate no further by less than this (PyTorch's eps), so that it never reaches 0."""


class ScheduleKernel:
    """A schedule at work in one run; `counters` names the attributes that it remembers."""

    counters: tuple[str, ...] = ()

    def __init__(self, schedule: Any) -> None:
        self.schedule = schedule

    def configure(self, schedule: Any) -> None:
        """Go on with other hyperparameters of the same kind, keeping what is remembered."""
        self.schedule = schedule

    def rate(self, base: float, done: int, total: int) -> float:
        """The learning rate in effect; see `Schedule.rate`."""
        rate: float = self.schedule.rate(base, done, total)
        return rate

    def end_epoch(self, loss: float) -> None:
        """Take note of an epoch's loss; most schedules have no use for it."""


class Schedule(Configurable, family="schedule"):
    """How the learning rate changes over a run; `follows_loss` where nobody can tell before the losses are there."""

    follows_loss: ClassVar[bool] = False

    @abstractmethod
    def rate(self, base: float, done: int, total: int) -> float:
        """The learning rate, given the optimiser's own, when so many epochs or steps of all in the run are done.

        Where the run goes on beyond these, more are done; not of a schedule that `spans_run`.
        """

    @property
    def counts_steps(self) -> bool:
        """Whether `rate` counts steps instead of epochs."""
        return False

    @property
    def spans_run(self) -> bool:
        """Whether its curve is as long as the run, so that it begins anew where the run goes on beyond its epochs."""
        return False

    @property
    def kernel_class(self) -> type[ScheduleKernel]:
        """What runs these hyperparameters."""
        return ScheduleKernel

    def kernel(self) -> ScheduleKernel:
        """The running thing for one run."""
        return self.kernel_class(self)


class ConstantRate(Schedule, name="constant"):
    label = "Constant"
    summary = "The learning rate stays as it is set."
    formula = r"\eta_t = \eta"

    def rate(self, base: float, done: int, total: int) -> float:
        return base


def unit_field(default: str) -> Any:
    """The field `unit: str`."""
    return hyper(
        default, label="Counts", help="Whether the rate changes after every epoch or after every step.",
        choices=("epoch", "step"),
    )  # fmt: skip


class CountingSchedule(Schedule):
    """A schedule by the count of epochs or of steps."""

    length: ClassVar[str] = ""
    """The field that says after how long the curve is at its end; where that is empty, it is with the run."""

    unit: str = unit_field("epoch")

    @property
    def counts_steps(self) -> bool:
        return self.unit == "step"

    @property
    def spans_run(self) -> bool:
        return bool(self.length) and getattr(self, self.length) is None


def gamma_field(default: float) -> Any:
    """The field `gamma: float`."""
    return hyper(default, label="Factor", help="What the rate is multiplied by each time.", bounds=UP_TO_ONE)


def length_field(*, label: str, help: str) -> Any:
    """An optional number of epochs or steps; without it, as a rule, the length of the run."""
    return hyper(None, label=label, help=help, bounds=AT_LEAST_ONE)


def lowest_field() -> Any:
    """The field `eta_min: float`."""
    return hyper(0.0, label="Lowest rate", help="Where the curve ends.", bounds=NON_NEGATIVE)


class StepDecay(CountingSchedule, name="step"):
    """torch.optim.lr_scheduler.StepLR."""

    label = "Steps down"
    summary = "Multiplies the rate by a factor at equal intervals."
    formula = r"\eta_t = \eta \gamma^{\lfloor t / T \rfloor}"

    step_size: int = hyper(30, label="Interval", help="How many epochs or steps one rate lasts.", bounds=AT_LEAST_ONE)
    gamma: float = gamma_field(0.1)

    def rate(self, base: float, done: int, total: int) -> float:
        return base * self.gamma ** (done // self.step_size)


class MultiStepDecay(CountingSchedule, name="multi_step"):
    """torch.optim.lr_scheduler.MultiStepLR."""

    label = "Steps down at marks"
    summary = "Multiplies the rate by a factor when certain epochs or steps are done."
    formula = r"\eta_t = \eta \gamma^{|\{ m \le t \}|}"

    milestones: tuple[int, ...] = hyper(
        (50, 75), label="Marks", help="How many epochs or steps are done at each change.", bounds=AT_LEAST_ONE
    )
    gamma: float = gamma_field(0.1)

    def rate(self, base: float, done: int, total: int) -> float:
        return base * self.gamma ** bisect_right(sorted(self.milestones), done)


class ExponentialDecay(CountingSchedule, name="exponential"):
    """torch.optim.lr_scheduler.ExponentialLR."""

    label = "Exponential"
    summary = "Multiplies the rate by the same factor every time."
    formula = r"\eta_t = \eta \gamma^t"

    gamma: float = gamma_field(0.95)

    def rate(self, base: float, done: int, total: int) -> float:
        return base * self.gamma**done


class InverseTimeDecay(CountingSchedule, name="inverse_time"):
    """keras.optimizers.schedules.InverseTimeDecay (staircase=False)."""

    label = "Inverse time"
    summary = "Divides the rate by a number that grows evenly."
    formula = r"\eta_t = \frac{\eta}{1 + d\, t / T}"

    decay: float = hyper(1.0, label="Decay", help="How much the divisor grows over the length.", bounds=NON_NEGATIVE)
    decay_steps: int | None = length_field(
        label="Length", help="How long the divisor grows by the decay; none: the run. It grows on beyond."
    )

    def rate(self, base: float, done: int, total: int) -> float:
        return base / (1 + self.decay * done / (self.decay_steps or total))


class PolynomialDecay(CountingSchedule, name="polynomial"):
    """torch.optim.lr_scheduler.PolynomialLR."""

    label = "Polynomial"
    summary = "Lowers the rate to 0 along a power of what is left; power 1 is a straight line."
    formula = r"\eta_t = \eta \left( 1 - \frac{t}{T} \right)^p"
    length = "total_iters"

    power: float = hyper(1.0, label="Power", help="The shape of the way down; 1 is straight.", bounds=POSITIVE)
    total_iters: int | None = length_field(
        label="Length", help="How long the rate takes to reach 0; none: the run, beyond which it begins anew."
    )

    def rate(self, base: float, done: int, total: int) -> float:
        length = self.total_iters or total
        left: float = (1 - min(done, length) / length) ** self.power
        return base * left


class CosineDecay(CountingSchedule, name="cosine"):
    """Loshchilov and Hutter 2017, equation 5 without restarts; torch.optim.lr_scheduler.CosineAnnealingLR."""

    label = "Cosine"
    summary = "Lowers the rate along half a cosine: slowly, then fast, then slowly again."
    formula = r"\eta_t = \eta_{min} + \frac{\eta - \eta_{min}}{2} \left( 1 + \cos \frac{\pi t}{T} \right)"
    length = "T_max"

    T_max: int | None = length_field(
        label="Length", help="How long the way down is; none: the run, beyond which it begins anew."
    )
    eta_min: float = lowest_field()

    def rate(self, base: float, done: int, total: int) -> float:
        return _cosine(base, self.eta_min, done / (self.T_max or total))


class CosineRestarts(CountingSchedule, name="cosine_restarts"):
    """Loshchilov and Hutter 2017, equation 5; torch.optim.lr_scheduler.CosineAnnealingWarmRestarts."""

    label = "Cosine with restarts"
    summary = "Lowers the rate along half a cosine and starts again at the top, each round as long or longer."
    formula = CosineDecay.formula
    length = "T_0"

    T_0: int | None = length_field(
        label="First round", help="How long the first way down is; none: the run, beyond which it begins anew."
    )
    T_mult: int = hyper(
        1, label="Lengthening", help="How many times as long each round is as the one before.", bounds=AT_LEAST_ONE
    )
    eta_min: float = lowest_field()

    def rate(self, base: float, done: int, total: int) -> float:
        length = self.T_0 or total
        if self.T_mult == 1:
            done %= length
        while done >= length:
            done -= length
            length *= self.T_mult
        return _cosine(base, self.eta_min, done / length)


class WarmUp(CountingSchedule, name="warm_up"):
    """Goyal et al. 2017, section 2.2; torch.optim.lr_scheduler.LinearLR with end_factor=1."""

    label = "Warm-up"
    summary = "Begins with a small rate and raises it evenly to the full one."
    formula = r"\eta_t = \eta \left( f + (1 - f) \min(1, t / T) \right)"

    start_factor: float = hyper(
        0.1, label="Beginning", help="The share of the rate with which the run begins.", bounds=UP_TO_ONE
    )
    total_iters: int | None = hyper(
        5,
        label="Length",
        help="How long the rate takes to become the full one, which it stays; none: the run.",
        bounds=AT_LEAST_ONE,
    )

    def rate(self, base: float, done: int, total: int) -> float:
        length = self.total_iters or total
        return base * (self.start_factor + (1 - self.start_factor) * min(done, length) / length)


class Cyclical(CountingSchedule, name="cyclical"):
    """Smith 2017, sections 3.1 to 3.3; torch.optim.lr_scheduler.CyclicLR, the lower rate being the optimiser's."""

    label = "Cyclical"
    summary = "Raises and lowers the rate again and again, along straight lines."
    formula = r"\eta_t = \eta + (\eta_{max} - \eta) \Lambda(t)"

    unit: str = unit_field("step")
    mode: str = hyper(
        "triangular", label="Shape", help="Whether all cycles are alike, or each is half as high as the one before.",
        choices=("triangular", "triangular2"),
    )  # fmt: skip
    max_factor: float = hyper(
        4.0, label="Height", help="The highest rate, as a multiple of the optimizer's.", bounds=AT_LEAST_ONE_TIMES
    )
    step_size_up: int = hyper(200, label="Way up", help="How many epochs or steps it takes.", bounds=AT_LEAST_ONE)
    step_size_down: int | None = length_field(label="Way down", help="The same downwards; none: as many as up.")

    def rate(self, base: float, done: int, total: int) -> float:
        down = self.step_size_down or self.step_size_up
        cycle, place = divmod(done, self.step_size_up + down)
        height = place / self.step_size_up if place <= self.step_size_up else 1 - (place - self.step_size_up) / down
        if self.mode == "triangular2":
            height *= 0.5**cycle
        return base + (self.max_factor - 1) * base * height


class OneCycle(CountingSchedule, name="one_cycle"):
    """Smith and Topin 2018, section 4; torch.optim.lr_scheduler.OneCycleLR, the highest rate being the optimiser's."""

    label = "One cycle"
    summary = "Raises the rate to the full one in the first part of the run and lowers it far in the rest."
    formula = r"\eta / d \nearrow \eta \searrow \eta / (d\, d_{end})"
    length = "total_steps"

    unit: str = unit_field("step")
    total_steps: int | None = length_field(
        label="Length", help="How long the whole cycle is; none: the run, beyond which it begins anew."
    )
    pct_start: float = hyper(0.3, label="Way up", help="The share of the cycle in which it rises.", bounds=FRACTION)
    div_factor: float = hyper(
        25.0, label="Divisor at first", help="The full rate divided by this is the first one.", bounds=POSITIVE
    )
    final_div_factor: float = hyper(
        1e4, label="Divisor at last", help="The first rate divided by this is the last one.", bounds=POSITIVE
    )

    def rate(self, base: float, done: int, total: int) -> float:
        last = (self.total_steps or total) - 1
        done = min(done, last)
        peak = self.pct_start * (last + 1) - 1
        first = base / self.div_factor
        if done <= peak and peak > 0:
            return _cosine(first, base, done / peak)
        return _cosine(base, first / self.final_div_factor, (done - peak) / (last - peak))


class PlateauKernel(ScheduleKernel):
    """Counts the epochs in a row without improvement, and how often the rate was lowered."""

    counters = ("best", "bad_epochs", "cuts")

    def __init__(self, schedule: Any) -> None:
        super().__init__(schedule)
        self.best = math.inf
        self.bad_epochs = 0
        self.cuts = 0

    def end_epoch(self, loss: float) -> None:
        if loss < self.best * (1 - self.schedule.threshold):
            self.best, self.bad_epochs = loss, 0
            return
        self.bad_epochs += 1
        if self.bad_epochs > self.schedule.patience:
            self.bad_epochs = 0
            self.cuts += 1

    def rate(self, base: float, done: int, total: int) -> float:
        rate: float = base
        for _ in range(self.cuts):
            lower = max(rate * self.schedule.factor, self.schedule.min_rate)
            if rate - lower <= SMALLEST_CUT:
                break
            rate = lower
        return rate


class ReduceOnPlateau(Schedule, name="reduce_on_plateau"):
    """torch.optim.lr_scheduler.ReduceLROnPlateau (mode min, relative threshold, no cooldown)."""

    label = "Lower on a plateau"
    summary = "Lowers the rate when the loss of held-out samples, or else of the training, improves no more."
    formula = r"\eta \leftarrow f \eta"
    follows_loss = True

    factor: float = hyper(
        0.1, label="Factor", help="What the rate is multiplied by.", bounds=Bounds(0, 1, low_open=True, high_open=True)
    )
    patience: int = hyper(
        10,
        label="Plateau patience",
        help="How many epochs without improvement are let pass before the rate is lowered.",
        bounds=NON_NEGATIVE,
    )
    threshold: float = hyper(
        1e-4, label="Threshold", help="The share by which the loss must fall to count as better.", bounds=FRACTION
    )
    min_rate: float = hyper(0.0, label="Lowest rate", help="The rate is lowered no further.", bounds=NON_NEGATIVE)

    def rate(self, base: float, done: int, total: int) -> float:
        return base

    @property
    def kernel_class(self) -> type[ScheduleKernel]:
        return PlateauKernel


def _cosine(start: float, end: float, share: float) -> float:
    """From start to end along half a cosine."""
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2
