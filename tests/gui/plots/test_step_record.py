"""A record by steps: evenly thinned, and cut where a run was reset or branched off."""

from __future__ import annotations

import itertools

from engine.events import BatchEnd
from engine.history import History
from gui.plots.step_record import StepRecord


def history(*losses: float) -> History:
    made = History()
    for step, loss in enumerate(losses, 1):
        made.record(BatchEnd(step, 1, loss, None))
    made.flush()
    return made


def filled(steps, most=200) -> StepRecord[int]:
    record: StepRecord[int] = StepRecord(most)
    for step in steps:
        record.add(step, -step)
    return record


def test_a_long_run_is_thinned_evenly_and_the_newest_is_there():
    record = filled(range(0, 100_001, 7))
    assert 100 <= len(record) <= 200
    assert record.steps[-1] == 7 * (100_000 // 7)
    gaps = [after - before for before, after in itertools.pairwise(record.steps)]
    assert max(gaps[:-1]) <= 2 * min(gaps[:-1])
    assert record.values == [-step for step in record.steps]


def test_a_step_that_is_seen_again_is_not_counted_twice():
    record = filled([1, 2, 3, 2, 1])
    assert record.steps == [1, 2, 3]


def test_what_was_not_seen_on_the_way_is_filled_in_when_people_go_back():
    record = filled([10, 30, 20])
    assert record.steps == [10, 20, 30]
    assert record.place_of(21) == 1


def test_a_reset_forgets_all():
    run = history(0.5, 0.4, 0.3)
    record: StepRecord[str] = StepRecord(10)
    record.follow(run, 3)
    for step in (1, 2, 3):
        record.add(step, "old")
    run.clear()
    record.follow(run, 0)
    assert not len(record)


def test_going_back_in_time_forgets_nothing_and_a_branch_what_lies_behind_it():
    run = history(0.5, 0.4, 0.3, 0.2)
    record: StepRecord[None] = StepRecord(10)
    record.follow(run, 4)
    for step in (1, 2, 3, 4):
        record.add(step, None)
    record.follow(run, 2)
    assert record.steps == [1, 2, 3, 4]
    record.follow(history(0.5, 0.4), 2)
    assert record.steps == [1, 2]


def test_another_run_shares_nothing():
    record = StepRecord[int](10)
    record.follow(history(0.5, 0.4, 0.3), 3)
    record.add(2, 0)
    record.follow(history(0.6, 0.4, 0.3), 3)
    assert not len(record)
