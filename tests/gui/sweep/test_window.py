"""What has come of sweeps, how it is looked at, and how a trial becomes the project's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from engine import edits
from engine.data import DataSource
from engine.errors import Message
from engine.sweep.settings import subject_of
from engine.sweep.space import dimension
from gui import i18n
from gui.plots.export import csv_bytes
from gui.sweep.axes import setting_axis
from gui.sweep.trial_model import STAR
from tests.gui.projects import moons
from tests.gui.sweep.conftest import Make

VARIED = ("optimizer.learning_rate=0.001:0.1:log:3", "dense_1.units=2,4", "dense_1.activation=relu,tanh")


@pytest.fixture
def shown(made, opened: Make):
    """A sweep of twelve trials, all made, in its window."""
    made(*VARIED)
    return opened()


def column(window, place):
    model = window.results.trials.model
    return [model.text(row, place) for row in range(model.count())]


def click_heading(window, section):
    header = window.results.trials.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def settled(session, qtbot):
    """The network as it stands, once the worker has come to it."""
    qtbot.waitUntil(lambda: session.network is not None)
    session._jobs.settle()
    return session._worker.call(lambda: session.network.state_dict())


def test_a_sweep_of_another_day_is_found_and_ranked(shown) -> None:
    journal = shown.journal
    assert journal is not None
    ranked = [each.number for each in journal.ranked()]
    assert column(shown, 0) == [f"{STAR} {ranked[0]}", *map(str, ranked[1:])]
    losses = [float(text) for text in column(shown, 2)]
    assert losses == sorted(losses)
    assert len({len(text.partition(".")[2]) for text in column(shown, 2)}) == 1
    assert shown.state.text().startswith("12 of 12 trials · best validation loss ")
    assert shown.resume_button.isHidden()
    model = shown.results.trials.model
    titles = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
    assert titles == [
        "Trial", "State", "↑ Validation loss", "Validation accuracy", "Learning rate", "dense_1 › Units",
        "dense_1 › Activation", "Best epoch", "Seconds",
    ]  # fmt: skip
    bold = [model.data(model.index(row, 2), Qt.ItemDataRole.FontRole).bold() for row in range(3)]
    assert bold == [True, False, False], "the best stands out"
    assert shown.results.lines.area.axes[-1].name == "Validation loss"


def test_another_sweep_is_shown_from_its_first_row(made, shown, qtbot) -> None:
    window, bar = shown, shown.results.trials.view.verticalScrollBar()
    other = made(*VARIED)
    window.resize(window.width(), 400)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.choice.show_folder(other.folder)
    assert bar.value() == 0 < bar.maximum()


def test_a_click_on_a_heading_sorts_up_down_and_as_ranked_and_keeps_what_is_picked(shown) -> None:
    trials = shown.results.trials
    trials.pick(7)
    ranked = column(shown, 0)
    click_heading(shown, 0)
    assert [text.split()[-1] for text in column(shown, 0)] == [str(number) for number in range(1, 13)]
    assert trials.current == 7
    click_heading(shown, 0)
    assert column(shown, 0)[0].split()[-1] == "12"
    click_heading(shown, 0)
    assert column(shown, 0) == ranked
    trials.view.setFocus()
    trials.view.setCurrentIndex(trials.model.index(0, 5))
    QTest.keyClick(trials.view, Qt.Key.Key_S)
    assert column(shown, 5) == sorted(column(shown, 5))


def test_a_line_that_is_pointed_at_tells_its_trial_and_one_that_is_clicked_is_picked(shown) -> None:
    area, trials = shown.results.lines.area, shown.results.trials
    axis = len(area.axes) - 1
    last = area.ranking[-1]
    place = area.place(axis, area.axes[axis].places[-1]).toPoint()
    QTest.mouseMove(area, place)
    told = shown.results.lines.note.text()
    assert told.startswith(f"Trial {last}: Validation loss ")
    assert area.toolTip().splitlines() == [f"Trial {last}: ", *told.partition(": ")[2].split(", ")]
    row = trials.model.order.index(last)
    assert trials.model.data(trials.model.index(row, 1), Qt.ItemDataRole.BackgroundRole) is not None
    assert trials.current is None
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=place)
    assert trials.current == last
    assert area.shown == shown.results.map.area.shown == last
    QTest.mouseMove(area, QPoint(round(area.place(1, 0).x()), 8))
    assert area.toolTip() == "dense_1 › Units", "names may be cut off"
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Up)
    assert trials.current == area.ranking[-2]


def test_the_map_holds_the_best_of_each_pair_and_keys_walk_on_it(shown) -> None:
    journal, area = shown.journal, shown.results.map.area
    assert (len(area.rows), len(area.columns), len(area.cells)) == (2, 3, 6)
    losses = [each.best.val_loss for each in journal.ranked()]
    assert area.key == ("Validation loss", max(losses), min(losses))
    for (row, column_), cell in area.cells.items():
        pair = {"dense_1.units": (2, 4)[row], "optimizer.learning_rate": (0.001, 0.01, 0.1)[column_]}
        same = [each for each in journal.ranked() if pair.items() <= journal.values(each.number).items()]
        assert cell.trial == same[0].number
    place = area.place_of(0, 0).center().toPoint()
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=place)
    assert shown.results.trials.current == area.cells[0, 0].trial
    QTest.keyClick(area, Qt.Key.Key_Right)
    QTest.keyClick(area, Qt.Key.Key_Up)
    assert shown.results.trials.current == area.cells[1, 1].trial
    shown.results.map.up.setFocus()
    QTest.keyClick(shown.results.map.up, Qt.Key.Key_Down)
    assert area.rows == ("ReLU", "Tanh")


def test_the_best_comes_into_the_project_as_one_step_and_goes_again_to_the_bit(shown, document, session, qtbot) -> None:
    qtbot.waitUntil(lambda: session.can_run)
    session.step_epoch()
    qtbot.waitUntil(lambda: session.history.epochs == 1)
    before, project = settled(session, qtbot), document.project
    training, graph = project.training, [node.layer for node in document.graph]
    QTest.mouseClick(shown.results.trials.best, Qt.MouseButton.LeftButton)
    best = shown.journal.ranked()[0]
    values, (weights, history) = shown.journal.values(best.number), shown.journal.learned(best.number)
    assert document.undo_stack.count() == 1
    assert document.graph["dense_1"].layer.units == values["dense_1.units"]
    assert project.training.optimizer.learning_rate == values["optimizer.learning_rate"]
    now = settled(session, qtbot)
    assert all(np.array_equal(now[key], weights[key]) for key in weights)
    assert session.history.as_events() == history
    assert shown.state.text().startswith(f"Settings and weights of trial {best.number} are in the project")
    QTest.keySequence(shown, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (project.training, [node.layer for node in document.graph]) == (training, graph)
    again = settled(session, qtbot)
    assert all(np.array_equal(again[key], before[key]) for key in before)
    assert session.history.epochs == 1
    document.undo_stack.redo()
    assert all(np.array_equal(array, weights[key]) for key, array in settled(session, qtbot).items())


def test_a_trial_with_another_seed_comes_and_goes_to_the_bit_too(made, opened: Make, document, session, qtbot) -> None:
    journal = made("seed=5,6")
    window = opened()
    qtbot.waitUntil(lambda: session.can_run)
    session.step_epoch()
    qtbot.waitUntil(lambda: session.history.epochs == 1)
    before = settled(session, qtbot)
    window.open_trial(2)
    assert document.project.training.seed == 6
    assert all(np.array_equal(array, journal.learned(2)[0][key]) for key, array in settled(session, qtbot).items())
    document.undo_stack.undo()
    assert all(np.array_equal(array, before[key]) for key, array in settled(session, qtbot).items())


def test_enter_opens_the_row_and_a_project_that_has_changed_says_what_is_missing(shown, document) -> None:
    view = shown.results.trials.view
    shown.results.trials.pick(3)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert document.undo_stack.undoText() == "Open trial 3 of the sweep"
    document.undo_stack.undo()
    place = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (document.undo_stack.index(), document.undo_stack.count()) == (1, 1), "a double click opens it once"
    document.push(Message("Delete"), edits.delete(document.graph, ["dense_1"], [], []))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "dense_1" in shown.failure.text()
    assert document.undo_stack.count() == 2


def test_a_trial_is_put_into_a_project_that_trains_in_another_manner_by_now(made, opened: Make, document) -> None:
    made("optimizer.beta_1=0.8,0.9")
    window = opened()
    document.set_setting("", "training", document.project.training.replace(optimizer="SGD"))
    window.open_trial(1)
    assert document.project.training.optimizer.beta_1 == 0.8


def test_data_come_with_a_trial_that_varied_them_and_where_they_are_others_by_now_that_is_said(
    made, opened: Make, document, session, qtbot
) -> None:
    journal, window = made("data.noise=0.01,0.05", "dense_1.units=2,3"), opened()
    assert window.results.trials.model.headings()[4:6] == ("Noise", "dense_1 › Units")
    qtbot.waitUntil(lambda: session.can_run)
    for trial in (3, 2):
        window.open_trial(trial)
        assert document.project.data.noise == journal.values(trial)["data.noise"]
        assert window.state.text().startswith(f"Settings and weights of trial {trial} are in the project")
    weights = journal.learned(2)[0]
    assert all(np.array_equal(array, weights[key]) for key, array in settled(session, qtbot).items())
    assert session.at_hand.settings.data == document.project.data
    document.set_setting("", "preparation", document.project.preparation.replace(scaling="minmax"))
    window.open_trial(3)
    assert "other data by now than the sweep" in window.state.text()
    project = document.project
    assert (project.data.noise, project.preparation.scaling) == (0.01, "minmax")
    assert project.graph["dense_1"].layer.units == 2
    settled(session, qtbot)
    assert session.at_hand.number == 0


def test_rows_are_copied_and_written_with_all_digits_and_english_keys(shown, qapp) -> None:
    trials = shown.results.trials
    trials.pick(trials.model.ranking[0])
    trials.view.setFocus()
    QTest.keySequence(trials.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().startswith("Trial\tState\tValidation loss")
    best = shown.journal.ranked()[0]
    i18n.install(qapp, "id")
    try:
        lines = csv_bytes(trials.table()).decode().splitlines()
        across = csv_bytes(shown.results.map.table()).decode().splitlines()
    finally:
        i18n.install(qapp, "en")
    named = "trial,optimizer.learning_rate,dense_1.units,dense_1.activation"
    assert lines[0] == f"{named},val_loss,val_accuracy,best_epoch,seconds,reason", "files are for programs"
    assert lines[1].split(",")[4] == repr(best.best.monitored_loss)
    rates = ",".join(f"optimizer.learning_rate={rate}" for rate in (0.001, 0.01, 0.1))
    assert across[0] == f"dense_1.units,{rates}"
    assert [line.split(",")[0] for line in across[1:]] == ["4", "2"]


def test_what_is_missing_and_what_failed_is_told(made, opened: Make) -> None:
    made("dense_2.units=1,2,3", done=(1, 2))
    window = opened()
    assert window.state.text().startswith("2 of 3 trials · 1 failed · best validation loss")
    assert column(window, 1) == ["done", "failed", "waits"]
    model = window.results.trials.model
    assert "targets have shape 1" in model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    window.results.trials.pick(2)
    assert "targets have shape 1" in window.results.trials.note.text()
    assert window.results.lines.note.text().endswith("1 failed, without a line.")
    assert window.resume_button.isVisible()
    window.cancel()  # nothing runs
    assert window.state.text().startswith("2 of 3 trials")


def test_where_accuracy_judges_it_is_told_as_the_best_and_without_any_has_no_column(made, opened: Make) -> None:
    journal = made("batch_size=8,16", measure="accuracy")
    window = opened()
    best = journal.ranked()[0]
    assert f"best validation accuracy {best.best.val_accuracy:.4g} in trial {best.number}" in window.state.text()
    view, model = window.results.trials.view, window.results.trials.model
    assert model.headerData(3, Qt.Orientation.Horizontal) == "↓ Validation accuracy"
    assert not view.isColumnHidden(3)
    for outcome in journal.outcomes.values():
        window.journal.outcomes[outcome.number] = replace(
            outcome, best=outcome.best._replace(accuracy=None, val_accuracy=None, val_loss=None)
        )
    window.journal._ranking = None
    window.results.show_journal(window.journal)
    assert view.isColumnHidden(3)
    assert model.headings()[2] == "Training loss"


def test_another_projects_sweeps_are_not_shown(made, opened: Make, document, tmp_path) -> None:
    made("dense_1.units=2")
    window = opened()
    assert window.journal is not None
    document.replace(moons(), tmp_path / "other.rambat")
    assert window.journal is None
    assert window.choice.box.currentText() == "no sweep yet"


def test_weights_of_other_data_or_of_another_network_stay_where_they_are(shown, document, session, qtbot) -> None:
    best = shown.journal.ranked()[0].number
    rate = shown.journal.values(best)["optimizer.learning_rate"]
    document.push(
        Message("Wider"), [document.graph.changed("dense_2", document.graph["dense_2"].layer.replace(use_bias=False))]
    )
    shown.open_trial(best)
    assert "but not its weights" in shown.state.text()
    assert document.project.training.optimizer.learning_rate == rate
    assert session.at_hand.history.epochs == 0
    document.undo_stack.undo()
    document.undo_stack.undo()
    document.set_setting(Message("Data"), "data", DataSource.resolve("circles"))
    shown.open_trial(best)
    assert "neither data nor weights" in shown.state.text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("optimizer.learning_rate=0.0003:0.1:log", ["0.0003", "0.001", "0.01", "0.1"]),
        ("batch_size=2:9:log:2", ["2", "9"]),
        ("optimizer.beta_1=0.1:0.9:3", ["0.1", "0.5", "0.9"]),
    ],
)
def test_the_axis_of_a_range_has_words_at_its_ends_and_round_numbers(document, text: str, words: list[str]) -> None:
    axis = setting_axis("x", dimension(subject_of(document.project), text), None, [])
    assert [word for _, word in axis.ticks] == words
    assert [axis.ticks[0][0], axis.ticks[-1][0]] == [0.0, 1.0]


def test_names_that_are_long_stand_in_two_rows_above_the_axes(shown) -> None:
    area = shown.results.lines.area
    low = area.place(0, 1).y()
    area.resize(260, area.height())
    assert area.place(0, 1).y() == low + 16
    rank, trial = len(area.ranking) - 1, area.ranking[-1]
    assert area.trial_at(area.place(3, area.axes[3].places[rank])) == trial, "lines are met where they are drawn"


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [("dense_1 › Activation", "dense_1.activation", "tanh"), ("Learning rate", "optimizer.learning_rate", 0.1)],
)
def test_lines_through_one_choice_or_point_lie_beside_each_other_and_a_touch_keeps_it(
    shown, name: str, setting: str, value: object
) -> None:
    area = shown.results.lines.area
    axis = [each.name for each in area.axes].index(name)
    places = area.axes[axis].places
    assert len(set(places)) == 12, "no line hides another one"
    assert min(places) >= 0
    assert max(places) <= 1
    for rank, trial in enumerate(area.ranking):
        assert area.trial_at(area.place(axis, places[rank])) == trial
    having = {number for number in range(1, 13) if shown.journal.values(number)[setting] == value}
    below, lowest = sorted(places)[-len(having) - 1 :][:2]
    begin, end = (area.place(axis, place).toPoint() for place in ((below + lowest) / 2, lowest + 0.001))
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(area, end)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=end)
    assert set(area.kept) == having


def test_a_drag_along_an_axis_keeps_trials_in_all_views_and_keys_do_the_same(shown) -> None:
    results, area = shown.results, shown.results.lines.area
    axis = [each.name for each in area.axes].index("dense_1 › Units")
    few = {number for number in range(1, 13) if shown.journal.values(number)["dense_1.units"] == 2}
    bottom, middle = area.place(axis, 0).toPoint(), area.place(axis, 0.6).toPoint()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=bottom)
    QTest.mouseMove(area, middle)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=middle)
    assert set(area.kept) == set(results.trials.model.order) == few
    assert {cell.trial for cell in results.map.area.cells.values()} <= few
    assert results.lines.note.text() == "6 of 12 trials lie within what is kept."
    assert results.trials.current is None, "a drag picks no line"
    results.trials.pick(min(few))
    for end in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier):
        QTest.keyClick(area, Qt.Key.Key_Up, end)
    assert (results.trials.current, area.shown) == (None, None), "what is not kept is not the current one"
    QTest.mouseClick(results.lines.clear_button, Qt.MouseButton.LeftButton)
    assert area.kept is None
    assert len(results.trials.model.order) == 12
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Left)
    QTest.keyClick(area, Qt.Key.Key_Right)
    QTest.keyClick(area, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert set(area.kept) == set(range(1, 13)) - few
    QTest.keyClick(area, Qt.Key.Key_Down)
    assert results.trials.current == area.kept[0], "up and down lead through those that are kept"
    QTest.keyClick(area, Qt.Key.Key_Delete)
    assert area.kept is None
    assert results.trials.current is not None
