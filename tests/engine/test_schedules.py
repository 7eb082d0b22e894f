"""Schedules by hand, over any run, and at work in the trainer while settings change."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.events import BatchEnd, EpochEnd
from engine.optimizers import SGD
from engine.planned_rates import planned_rates
from engine.schedules import (
    ConstantRate,
    CosineDecay,
    CosineRestarts,
    Cyclical,
    ExponentialDecay,
    InverseTimeDecay,
    MultiStepDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
)
from engine.trainer import Trainer
from tests.engine.networks import trainer


def rates(schedule: Schedule, total: int, base: float = 1.0) -> list[float]:
    return [schedule.rate(base, done, total) for done in range(total)]


# By hand, from the rate 8 where that keeps the numbers round.
HALF = math.sqrt(0.5)
BY_HAND: list[tuple[Schedule, list[float]]] = [
    (ConstantRate(), [8, 8, 8]),
    (StepDecay(step_size=2, gamma=0.5), [8, 8, 4, 4, 2]),
    (MultiStepDecay(milestones=(3, 1), gamma=0.5), [8, 4, 4, 2, 2]),
    (ExponentialDecay(gamma=0.5), [8, 4, 2, 1]),
    (InverseTimeDecay(decay=2, decay_steps=2), [8, 4, 8 / 3, 2]),
    (InverseTimeDecay(decay=1), [8, 6.4, 16 / 3, 32 / 7]),  # over the run of 4
    (PolynomialDecay(), [8, 6, 4, 2]),
    (PolynomialDecay(power=2, total_iters=2), [8, 2, 0, 0]),
    (CosineDecay(), [8, 4 + 4 * HALF, 4, 4 - 4 * HALF]),
    (CosineDecay(T_max=2, eta_min=2), [8, 5, 2, 5]),
    (CosineRestarts(T_0=2), [8, 4, 8, 4, 8]),
    (CosineRestarts(T_0=1, T_mult=2), [8, 8, 4, 8, 4 + 4 * HALF]),
    (WarmUp(start_factor=0.25, total_iters=3), [2, 4, 6, 8, 8]),
    (Cyclical(step_size_up=2, max_factor=2), [8, 12, 16, 12, 8, 12]),
    (Cyclical(step_size_up=2, step_size_down=1, max_factor=2), [8, 12, 16, 8, 12, 16]),
    (Cyclical(step_size_up=1, max_factor=3, mode="triangular2"), [8, 24, 8, 16, 8, 12]),
    # The way up takes 0.5·6 - 1 = 2 steps, from 8/4 to 8; the way down 3, to 8/4/2.
    (OneCycle(pct_start=0.5, div_factor=4, final_div_factor=2), [2, 5, 8, 6.25, 2.75, 1]),
    (ReduceOnPlateau(), [8, 8]),
]


@pytest.mark.parametrize(("schedule", "wanted"), BY_HAND, ids=lambda value: str(value)[:60])
def test_by_hand(schedule: Schedule, wanted: list[float]) -> None:
    assert rates(schedule, len(wanted), 8.0) == pytest.approx(wanted, rel=1e-12, abs=1e-12)


def test_every_kind_is_worked_by_hand() -> None:
    assert {schedule.name for schedule, _ in BY_HAND} == set(Schedule.kinds())


@pytest.mark.parametrize("kind", Schedule.kinds().values(), ids=lambda kind: kind.name)
@given(base=st.floats(1e-6, 10), total=st.integers(1, 400), place=st.floats(0, 1, exclude_max=True))
def test_rates_are_finite_positive_and_in_proportion(kind: Any, base: float, total: int, place: float) -> None:
    schedule, done = kind(), int(place * total)
    rate = schedule.rate(base, done, total)
    assert math.isfinite(rate)
    assert rate > 0
    assert schedule.rate(2 * base, done, total) == pytest.approx(2 * rate, rel=1e-9)
    assert kind().rate(base, done, total) == rate


@pytest.mark.parametrize("kind", Schedule.kinds().values(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("total", [1, 2, 3, 10])
def test_the_shortest_runs(kind: Any, total: int) -> None:
    for changes in ({}, {"pct_start": 0.1}, {"pct_start": 0.0}) if kind is OneCycle else ({},):
        assert all(0 < rate < 1e3 for rate in rates(kind(**changes), total))


@pytest.mark.parametrize("kind", Schedule.kinds().values(), ids=lambda kind: kind.name)
def test_a_kernel_keeps_no_secret_state(kind: Any) -> None:
    """Asking twice, or in another order, gives the same; two kernels of one schedule share nothing."""
    schedule = kind()
    first, second = schedule.kernel(), schedule.kernel()
    for _ in range(30):
        first.end_epoch(1.0)
    asked = [first.rate(1.0, done, 50) for done in (40, 3, 40, 3)]
    assert asked[:2] == asked[2:]
    assert second.rate(1.0, 3, 50) == schedule.rate(1.0, 3, 50)
    assert set(vars(second)) == {"schedule", *second.counters}


def test_a_plateau_lowers_the_rate() -> None:
    kernel = ReduceOnPlateau(factor=0.5, patience=1, threshold=0.1, min_rate=0.2).kernel()
    seen = []
    for loss in (1.0, 0.95, 0.95, 0.5, 0.5, 0.5, 0.5, math.nan, 0.5, 0.5):
        kernel.end_epoch(loss)
        seen.append(kernel.rate(1.0, 0, 1))
    # 0.95 is not 10% less than 1: after the second such epoch the rate is halved; 0.2 is the least.
    assert seen == pytest.approx([1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2])


def test_a_plateau_never_lowers_the_rate_to_zero() -> None:
    kernel = ReduceOnPlateau(patience=0).kernel()
    for _ in range(1000):
        kernel.end_epoch(1.0)
    assert 1e-9 < kernel.rate(0.1, 0, 1) < 1e-7


def seen_rates(run: Trainer) -> list[float]:
    """The rate of every step; an epoch tells that of its last one."""
    found = []
    for event in run.run():
        if isinstance(event, BatchEnd):
            found.append(run.stepper.learning_rate)
        elif isinstance(event, EpochEnd):
            assert event.learning_rate == found[-1]
    return found


def test_the_trainer_counts_epochs_or_steps() -> None:
    """5 steps an epoch: 23 samples in batches of 5."""
    by_epoch = trainer(epochs=3, optimizer=SGD(learning_rate=8.0), schedule=ExponentialDecay(gamma=0.5))
    assert seen_rates(by_epoch) == [8] * 5 + [4] * 5 + [2] * 5
    by_step = trainer(epochs=2, optimizer=SGD(learning_rate=1.0), schedule=PolynomialDecay(unit="step"))
    assert seen_rates(by_step) == pytest.approx([1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1])


def test_the_step_takes_the_rate_in_effect() -> None:
    run = trainer(optimizer=SGD(learning_rate=0.1), schedule=StepDecay(unit="step", step_size=1, gamma=0.5))
    events = run.run()
    for wanted in (0.1, 0.05, 0.025):
        before = run.network.parameters.copy()
        next(events)
        step = before - run.network.parameters
        assert step == pytest.approx(wanted * run.network.gradients_vector, rel=1e-9)


def test_base_rate_and_schedule_change_in_the_middle_of_a_run() -> None:
    run = trainer(epochs=4, optimizer=SGD(learning_rate=8.0), schedule="polynomial", batch_size=23)
    events = run.run()

    def rate_of_next_step() -> float:
        while not isinstance(next(events), BatchEnd):
            pass
        return run.stepper.learning_rate

    assert rate_of_next_step() == 8
    assert rate_of_next_step() == 6
    run.configure(run.config.replace(optimizer=SGD(learning_rate=4.0)))
    assert rate_of_next_step() == 2
    run.configure(run.config.replace(schedule=PolynomialDecay(power=2)))
    assert rate_of_next_step() == 0.25


def test_more_epochs_and_other_batches_stretch_what_is_left() -> None:
    run = trainer(epochs=2, optimizer=SGD(learning_rate=1.0), schedule=PolynomialDecay(unit="step"), batch_size=5)
    events = run.run()
    next(events)
    next(events)
    run.configure(run.config.replace(batch_size=23, epochs=4))
    next(events)
    # 2 steps done; the rest of this epoch is one, and three more epochs are one each.
    assert run.stepper.learning_rate == pytest.approx(1 - 2 / 6)


BEYOND: list[tuple[Schedule, list[float]]] = [
    (ExponentialDecay(gamma=0.5), [8, 4, 2, 1, 0.5]),
    (InverseTimeDecay(decay=1), [8, 8 / 1.5, 8 / 2, 8 / 2.5, 8 / 3]),
    (InverseTimeDecay(decay=1, decay_steps=1), [8, 8 / 2, 8 / 3, 8 / 4, 8 / 5]),
    (WarmUp(start_factor=0.25, total_iters=None), [2, 5, 8, 8, 8]),
    (PolynomialDecay(), [8, 4, 8, 4, 8]),
    (PolynomialDecay(total_iters=4), [8, 6, 4, 2, 0]),
    (CosineDecay(), [8, 4, 8, 4, 8]),
    (CosineRestarts(T_mult=2), [8, 4, 8, 4, 8]),
    (OneCycle(unit="epoch", pct_start=0.5, div_factor=4, final_div_factor=2), [8, 1, 8, 1, 8]),
]
"""Over the 2 epochs of a run, and beyond them for a goal."""


@pytest.mark.parametrize(("schedule", "wanted"), BEYOND, ids=lambda value: str(value)[:60])
def test_beyond_the_runs_epochs_a_formula_goes_on_and_what_is_as_long_as_the_run_begins_anew(
    schedule: Schedule, wanted: list[float]
) -> None:
    for unit in ("epoch", "step"):  # of which each epoch has one
        counting = schedule.replace(unit=unit)
        run = trainer(epochs=2, optimizer=SGD(learning_rate=8.0), schedule=counting, batch_size=23)
        run.open_ended = True
        ends = (event.learning_rate for event in run.run() if isinstance(event, EpochEnd))
        assert list(itertools.islice(ends, 5)) == pytest.approx(wanted)
        assert planned_rates(run.config, run.samples, 5)[1][:5] == pytest.approx(wanted)


def test_step_by_step_a_formula_goes_on_in_a_run_whose_batches_change_beyond_its_epochs() -> None:
    """Three epochs of 5 steps and one of 2; the divisor grows by 1 in two epochs, whatever their steps."""
    run = trainer(epochs=2, optimizer=SGD(learning_rate=8.0), schedule=InverseTimeDecay(unit="step"), batch_size=5)
    run.open_ended = True
    found = []
    for event in run.run():
        if isinstance(event, BatchEnd):
            found.append(run.stepper.learning_rate)
        elif event.epoch == 3:
            run.configure(run.config.replace(batch_size=12))
        elif event.epoch == 4:
            break
    assert found[:15] == pytest.approx([8 / (1 + done / 10) for done in range(15)])
    assert found[15:] == pytest.approx([8 / (1 + 3 / 2), 8 / (1 + 3.5 / 2)], rel=0.02)  # whole steps


def test_a_plateau_looks_at_held_out_samples_and_keeps_what_it_knows_when_its_fields_change() -> None:
    run = trainer(epochs=8, optimizer=SGD(learning_rate=1e-300), schedule=ReduceOnPlateau(patience=1))
    seen = []
    for event in run.run():
        if isinstance(event, EpochEnd):
            seen.append(event.learning_rate / 1e-300)
            if event.epoch == 3:
                run.configure(run.config.replace(schedule=ReduceOnPlateau(patience=1, min_rate=1.0)))
    assert seen == pytest.approx([1] * 8)  # a cut of so small a rate is not made
    assert run.stepper.schedule.cuts == 3  # after the epochs 3, 5 and 7


def test_an_extended_run_begins_its_schedule_anew() -> None:
    run = trainer(epochs=2, optimizer=SGD(learning_rate=8.0), schedule="polynomial", batch_size=23)
    assert seen_rates(run) == [8, 4]
    run.extend()
    assert seen_rates(run) == [8, 4]
