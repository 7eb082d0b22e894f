"""Runs and their book: hyperparameters on the way, branches, and room for moments."""

from __future__ import annotations

import numpy as np

from engine.events import BatchEnd, EpochEnd
from engine.layers import Dense
from engine.optimizers import SGD
from engine.runs.book import RunBook
from engine.runs.changes import Change, changes
from engine.runs.run import Origin, Run
from engine.runs.settings import RunSettings
from engine.timeline import OVERHEAD, Timeline
from engine.training_config import TrainingConfig
from tests.engine.test_timeline import kept
from tests.engine.test_timeline import run as let_run
from tests.gui.projects import moons


def settings(**fields):
    project = moons()
    return RunSettings(project.graph, project.data, project.preparation, fields.get("seed", 0))


def test_changes_name_the_innermost_field_and_a_kind_as_a_whole():
    before = TrainingConfig(optimizer=SGD(learning_rate=0.1), epochs=5)
    after = before.replace(optimizer=SGD(learning_rate=0.2), epochs=6)
    assert list(changes(before, after)) == [
        Change(("optimizer", "learning_rate"), "Learning rate", 0.1, 0.2),
        Change(("epochs",), "Epochs", 5, 6),
    ]
    (kind,) = changes(before, before.replace(optimizer="Adam"))
    assert kind == Change(("optimizer",), "Optimizer", "SGD", "Adam")


def test_hyperparameters_that_change_on_the_way_are_marked_once_a_step():
    run, config = Run(), TrainingConfig()
    run.train_with(config, 0, 0.0)
    run.train_with(config.replace(batch_size=8), 0, 0.0)
    assert run.marks == ()
    run.train_with(config.replace(batch_size=16), 30, 1.5)
    run.train_with(config.replace(batch_size=64), 30, 1.5)
    (mark,) = run.marks
    assert mark == (30, 1.5, (Change(("batch_size",), "Batch size", 8, 64),))
    run.train_with(config.replace(batch_size=8), 30, 1.5)
    assert run.marks == ()
    assert run.training.batch_size == 8


def test_a_run_begins_once_and_another_where_what_is_computed_is_another():
    book = RunBook()
    book.begin(settings())
    first = book.current
    book.begin(settings())
    assert book.runs == (first,)
    assert first.number == 1
    moved = settings()
    moved.graph.apply(moved.graph.moved("dense_1", (5.0, 5.0)))
    book.begin(moved)
    assert book.current is first, "where cards stand changes nothing that is computed"
    wider = settings()
    wider.graph.apply(wider.graph.changed("dense_1", Dense(units=3)))
    book.begin(wider)
    assert [run.number for run in book.runs] == [1, 2]
    book.begin(settings(seed=1))
    assert book.current.number == 3


def test_a_branch_has_the_past_of_its_origin():
    book = RunBook()
    book.begin(settings())
    run = book.current
    run.train_with(TrainingConfig(), 0, 0.0)
    run.train_with(TrainingConfig(batch_size=7), 6, 3.0)
    for step in range(1, 11):
        run.history.record(BatchEnd(step, (step + 1) // 2, 1 / step, None))
        if step % 2 == 0:
            run.history.record(EpochEnd(step // 2, step, 1 / step, None, None, None, 0.1, 1.0))
    let_run(run.timeline, 10)
    book.branch(5)
    branch = book.current
    assert branch.origin == Origin(1, 5)
    assert branch.history.column("epoch").tolist() == [1, 2]
    branch.history.flush()
    assert branch.history.batches()[0].tolist() == [1, 2, 3, 4, 5]
    assert kept(branch.timeline) == [0, 1, 2, 3, 4, 5]
    assert branch.marks == ()
    assert run.history.epochs == 5


def test_a_branch_of_a_thinned_history_goes_on_with_its_spacing():
    history = Run().history
    for step in range(1, 50_001):
        history.record(BatchEnd(step, 1, float(step), None))
    branch = history.until(30_000)
    for step in range(30_001, 50_001):
        branch.record(BatchEnd(step, 1, float(step), None))
    branch.flush()
    steps, losses = branch.batches()
    assert np.allclose(steps, losses)
    assert np.ptp(np.diff(steps)) < 1e-9 + 2 * float(np.diff(steps).min())


def test_moments_of_earlier_runs_make_room_for_those_at_hand():
    book = RunBook(limit=100 * OVERHEAD)
    for seed in range(3):
        book.begin(settings(seed=seed))
        book.current.timeline = let_run(Timeline(limit=100 * OVERHEAD), 39)
        book.make_room()
    first, second, third = book.runs
    assert kept(third.timeline) == list(range(40))
    assert sum(run.timeline.size for run in book.runs) <= 100 * OVERHEAD
    assert len(first.timeline.moments) < len(second.timeline.moments) == 40
    assert kept(first.timeline)[0] == 0
    assert kept(first.timeline)[-1] == 39


def test_moments_that_a_branch_shares_count_once():
    book = RunBook(limit=45 * OVERHEAD)
    book.begin(settings())
    let_run(book.current.timeline, 39)
    book.branch(39)
    book.make_room()
    assert len(book.runs[0].timeline.moments) == 40


def test_what_the_run_at_hand_shares_is_not_thinned_since_that_gives_no_room():
    book = RunBook(limit=60 * OVERHEAD)
    for seed in range(2):
        book.begin(settings(seed=seed))
        let_run(book.current.timeline, 39)
    first, second = book.runs
    book.put_aside(first)
    book.branch(39)
    book.make_room()
    assert len(first.timeline.moments) == 40
    assert 0 < len(second.timeline.moments) <= 20


def test_a_run_that_nothing_could_train_has_not_begun():
    book = RunBook()
    book.begin(settings())
    book.put_aside()
    book.begin(settings(seed=1))
    book.withdraw()
    assert [run.number for run in book.runs] == [1]
    assert (book.current.number, book.current.settings) == (0, None)
    book.begin(settings(seed=2))
    assert book.current.number == 2
