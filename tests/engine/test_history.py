"""The record of a run: exact epochs, a bounded step curve, and readers beside a writer."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import history as history_module
from engine.errors import DataError
from engine.events import BatchEnd, EpochEnd, Finished, StopReason
from engine.history import BUNCH, MAX_EPOCHS, MAX_POINTS, History, epoch_columns, epochs_from_columns

FIGURE = st.floats(allow_nan=False, allow_infinity=False)
EPOCHS = st.lists(
    st.builds(
        EpochEnd,
        epoch=st.integers(1, 2**40),
        step=st.integers(1, 2**50),
        loss=FIGURE,
        accuracy=st.none() | FIGURE,
        val_loss=st.none() | FIGURE,
        val_accuracy=st.none() | FIGURE,
        learning_rate=FIGURE,
        seconds=FIGURE,
    )
)


def epoch(number: int, accuracy: float | None = None) -> EpochEnd:
    return EpochEnd(number, 10 * number, 1 / number, accuracy, None, None, 0.1, 0.5)


@given(EPOCHS)
def test_epochs_come_back_as_they_were(events: list[EpochEnd]) -> None:
    history = History.from_events(events)
    assert history.as_events() == tuple(events)
    assert history.epochs == len(events)
    assert epochs_from_columns(epoch_columns(events)) == tuple(events)


def test_columns_hold_nan_where_there_was_nothing() -> None:
    history = History.from_events([epoch(1), epoch(2, 0.5)])
    accuracy = history.column("accuracy")
    assert np.isnan(accuracy[0])
    assert accuracy[1] == 0.5
    loss, rate = history.columns("loss", "learning_rate")
    assert loss.tolist() == [1, 0.5]
    assert rate.tolist() == [0.1, 0.1]


def test_a_view_stays_as_it_is_and_cannot_be_written_to() -> None:
    history = History.from_events([epoch(1)])
    view = history.column("loss")
    for number in range(2, 1000):
        history.record(epoch(number))
    history.flush()
    assert view.tolist() == [1]
    assert history.epochs == 999
    assert np.array_equal(history.column("epoch"), np.arange(1, 1000))
    with pytest.raises(ValueError, match="read-only"):
        view[0] = 7


@given(total=st.integers(1, 400), looks=st.integers(1, 50))
def test_a_long_run_is_bounded_and_keeps_its_newest_epoch(total: int, looks: int) -> None:
    history = History()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history_module, "MAX_EPOCHS", 20)
        for number in range(1, total + 1):
            history.record(epoch(number))
            if number % looks == 0:
                history.flush()
                assert history.as_events()[-1] == epoch(number)
        kept = history.as_events()
    assert len(kept) < 20 or total == len(kept)
    assert kept[-1] == epoch(total)
    assert all(event == epoch(event.epoch) for event in kept)
    numbers = [event.epoch for event in kept]
    assert numbers == sorted(set(numbers))
    assert numbers[0] <= max(1, total / 5)
    assert np.diff(numbers).max(initial=0) <= max(1, total / 5)


def test_a_run_too_long_to_keep_fits_a_file() -> None:
    history = History()
    for number in range(1, 150_001):
        history.record(epoch(number))
    events = history.as_events()
    assert len(events) < MAX_EPOCHS
    assert epochs_from_columns(epoch_columns(events)) == events
    gaps = np.diff([event.epoch for event in events])
    assert set(gaps.tolist()) <= {1, 2}


def test_short_step_curves_are_exact() -> None:
    history = History()
    for step in range(1, 1001):
        history.record(BatchEnd(step, 1, step / 2, None))
    history.flush()
    steps, losses = history.batches()
    assert np.array_equal(steps, np.arange(1, 1001))
    assert np.array_equal(losses, np.arange(1, 1001) / 2)


def test_long_step_curves_become_means_of_equal_width() -> None:
    history = History()
    total = 5 * MAX_POINTS
    for step in range(1, total + 1):
        history.record(BatchEnd(step, 1, 3.0 * step, None))
    history.flush()
    steps, losses = history.batches()
    assert MAX_POINTS // 2 <= len(steps) <= MAX_POINTS
    width = np.diff(steps)
    assert (width == width[0]).all()
    assert width[0] == 8
    assert steps[0] == 4.5  # the mean of steps 1 to 8
    assert np.allclose(losses, 3 * steps)
    assert steps[-1] + 3.5 == total


def test_a_curve_that_was_looked_at_in_between_stays_bounded_and_loses_no_step() -> None:
    history = History()
    for step in range(1, 3 * MAX_POINTS):
        history.record(BatchEnd(step, 1, 3.0 * step, None))
        if step in (1, 7, 256, MAX_POINTS):
            history.flush()
        assert len(history.batches()[0]) <= MAX_POINTS
    steps, losses = history.batches()
    assert (np.diff(steps) == 4).all()
    assert np.allclose(losses, 3 * steps)
    assert steps[-1] > 3 * MAX_POINTS - 2 * BUNCH


def test_clear_forgets_and_other_events_leave_nothing() -> None:
    history = History.from_events([epoch(1)])
    history.record(BatchEnd(1, 1, 0.5, None))
    history.record(Finished(StopReason.EPOCHS, 1, 1))
    history.flush()
    assert (history.epochs, len(history.batches()[0])) == (1, 1)
    history.clear()
    assert (history.epochs, len(history.batches()[0])) == (0, 0)
    assert history.as_events() == ()


def test_a_reader_never_sees_half_a_record() -> None:
    history = History()
    done = threading.Event()
    seen: list[str] = []

    def read() -> None:
        while not done.is_set():
            steps, losses = history.batches()
            numbers, figures = history.columns("epoch", "loss")
            if len(steps) != len(losses) or not np.array_equal(losses, 2 * steps):
                seen.append("steps")
            if not np.array_equal(figures, 3 * numbers):
                seen.append("epochs")

    reader = threading.Thread(target=read)
    reader.start()
    for step in range(1, 60_000):
        history.record(BatchEnd(step, 1, 2.0 * step, None))
        if step % 10 == 0:
            history.record(EpochEnd(step, step, 3.0 * step, None, None, None, 0.1, 0.1))
    done.set()
    reader.join()
    assert not seen


@pytest.mark.parametrize(
    "spoil",
    [
        lambda columns: columns.pop("loss"),
        lambda columns: columns.update(extra=np.zeros(2)),
        lambda columns: columns.update(loss=np.zeros(3)),
        lambda columns: columns.update(epoch=np.array([1, np.nan])),
        lambda columns: columns.update({name: np.zeros((2, 2)) for name in columns}),
    ],
)
def test_wrong_columns_are_refused(spoil: object) -> None:
    columns = epoch_columns([epoch(1), epoch(2)])
    spoil(columns)  # type: ignore[operator]
    with pytest.raises(DataError):
        epochs_from_columns(columns)


def test_one_epoch_is_found_by_its_number() -> None:
    history = History.from_events([epoch(4), epoch(7)])
    assert history.epoch_end(7) == epoch(7)
    assert history.epoch_end(5) is None
