"""The panel of runs on runs that were: by keys and mouse, side by side, and live."""

from __future__ import annotations

import errno
import itertools
import os

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu

from engine.errors import Message, ProjectError
from engine.events import EpochEnd
from engine.project import load
from engine.runs.comparison import distance
from engine.runs.labels import RunLabel
from gui import i18n
from gui.plots.legend import Legend, LegendRow
from gui.plots.runs.list_model import Column
from gui.plots.runs.pages import CURVES, RESULTS, RUNS, SETTINGS, WEIGHTS
from gui.plots.runs.panel import DELETED, STARRED
from gui.plots.runs.two_lines import BELOW
from gui.run_looks import run_look
from gui.snapshot import State
from gui.theme import DARK, LIGHT
from tests.gui.plots.runs.conftest import train
from tests.gui.projects import moons

K = Qt.Key


def column(panel, which):
    return [panel.model.text(row, which) for row in range(panel.model.count())]


def below(panel, which):
    return [panel.model.index(row, which).data(BELOW) for row in range(panel.model.count())]


def press(panel, *keys):
    for key in keys:
        QTest.keyClick(panel.list, key)


def test_every_run_is_a_row_with_its_beginning_and_figures(panel):
    assert column(panel, Column.NAME) == ["Run 1", "Run 2", "Run 3"]
    assert below(panel, Column.NAME) == ["from initial weights", "Batch size 32", "from run 2, step 0"]
    assert column(panel, Column.EPOCHS) == ["2", "1", "1"]
    first = panel.session.runs[0].history.column("val_loss")[-1]
    assert column(panel, Column.LOSS)[0] == f"{first:.4f}"
    assert below(panel, Column.LOSS) == ["validation"] * 3
    assert [line.at_hand for line in panel.model.lines] == [False, False, True]


def test_a_run_that_diverged_leaves_the_others_curves_as_high_as_they_were(panel):
    curves = panel.curves
    QTest.mouseClick(curves.part.button(0), Qt.MouseButton.LeftButton)
    before = curves.chart.view.viewRange()[1]
    panel.session.runs[2].history.record(EpochEnd(3, 36, 1e30, None, None, None, 0.1, 0.5))
    panel.session.runs[2].history.flush()
    panel.show_history()
    assert curves.chart.view.viewRange()[1] == before
    assert [left.color for left in curves.beyond.exits] == [run_look(3, LIGHT).color]
    curves.chart.view.scaleBy((1.0, 1e6))
    curves.chart.view.sigRangeChangedManually.emit([True, True])
    assert curves._items[3].getData()[1].max() > 1e6, "who zooms out sees where it goes"


def test_where_words_have_no_room_one_list_chooses_what_is_compared(panel):
    curves = panel.curves
    QTest.mouseClick(curves.part.button(1), Qt.MouseButton.LeftButton)
    panel.resize(240, 300)
    panel.turn_to(CURVES)
    assert (curves.both.isVisible(), curves.part.isVisible()) == (True, False)
    assert curves.both.currentText() == "Validation: Loss"
    curves.both.setFocus()
    QTest.keyClick(curves.both, K.Key_Down)
    assert (curves.both.currentText(), curves._measure) == ("Training: Accuracy", "accuracy")
    assert not curves.scale.isVisible()
    panel.resize(1080, 420)
    assert curves.measure.button(1).isChecked()


def test_keys_tick_star_name_delete_and_restore_and_all_is_undone(panel, qtbot):
    document = panel._document
    panel.list.setFocus()
    panel.list.selectRow(0)
    press(panel, K.Key_Down, K.Key_Space, K.Key_S)
    assert panel.model.ticked == {1, 3}
    assert document.project.run_labels == {2: RunLabel(starred=True)}
    press(panel, K.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    QTest.keyClicks(editor, "few batches")
    QTest.keyClick(editor, K.Key_Return)
    qtbot.waitUntil(lambda: column(panel, Column.NAME) == ["Run 1", "few batches", "Run 3"])
    panel.filter.setCurrentIndex(DELETED)
    assert (column(panel, Column.NAME), panel.absence.text()) == ([], "No run is deleted.")
    panel.filter.setCurrentIndex(STARRED)
    assert (column(panel, Column.NAME), panel.absence.text()) == (["few batches"], "")
    panel.filter.setCurrentIndex(0)
    panel.list.selectRow(1)
    QTest.keyClick(panel.list, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(panel, K.Key_Delete)
    assert column(panel, Column.NAME) == ["Run 1"]
    assert document.undo_stack.undoText() == "Delete 2 runs"
    panel.filter.setCurrentIndex(DELETED)
    panel.list.selectRow(0)
    press(panel, K.Key_Delete)
    assert column(panel, Column.NAME) == ["Run 3"]
    for _ in range(4):
        document.undo_stack.undo()
    assert document.project.run_labels == {}
    panel.filter.setCurrentIndex(0)
    assert column(panel, Column.NAME) == ["Run 1", "Run 2", "Run 3"]


def test_the_mouse_stars_and_a_double_click_opens(panel, qtbot):
    session, table = panel.session, panel.list
    first = session.runs[0]
    at = table.visualRect(panel.model.index(0, Column.STAR)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel._document.project.run_labels == {1: RunLabel(starred=True)}
    name = table.visualRect(panel.model.index(0, Column.NAME))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name.center() - QPoint(name.width() // 2 - 14, 0))
    assert panel.model.ticked == {2, 3}
    at = table.visualRect(panel.model.index(0, Column.LOSS)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: session.at_hand is first and session._learner.has_run)
    assert panel._document.project.training.batch_size == 16
    with qtbot.waitSignal(panel._document.refused):
        panel.list.setFocus()
        press(panel, K.Key_Return)
    names = [action.text().split("\t")[0] for action in table.menu().actions()]
    assert names == ["Open this run", "Compare, or no longer", "Take the star away", "Rename", "Delete"]


def test_the_menu_by_keyboard_is_about_the_run_at_which_the_keyboard_stands(panel):
    table = panel.list
    table.clearSelection()
    table.setCurrentIndex(QModelIndex())
    table.selectionModel().setCurrentIndex(
        panel.model.index(1, Column.NAME), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    table.setFocus()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), table.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(table, asked)
    assert [line.number for line in table.picked] == [2]
    menu = table.findChild(QMenu)
    assert menu.isVisible()
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_curves_lie_over_each_other_and_the_mouse_tells_the_values_of_all(panel):
    curves = panel.curves
    assert curves.part.chosen_index == 1, "of held-out samples where there are some"
    QTest.mouseClick(curves.part.button(0), Qt.MouseButton.LeftButton)
    assert sorted(curves._items) == [1, 2, 3]
    assert all(item.opts["pen"].isCosmetic() for item in curves._items.values())
    losses = [run.history.column("loss") for run in panel.session.runs]
    assert [row.value for row in curves.legend.rows] == [f"{loss[-1]:.3g}" for loss in losses]
    chart = curves.chart
    place = chart.view.mapViewToScene(chart.view.viewRect().center())
    place.setX(chart.view.mapViewToScene(type(place)(1.0, 0.5)).x())
    QTest.mouseMove(chart.viewport(), QPoint(5, 5))
    QTest.mouseMove(chart.viewport(), chart.mapFromScene(place))
    assert curves.note.text() == "Epoch 1"
    assert [row.value for row in curves.legend.rows] == [f"{loss[0]:.3g}" for loss in losses]
    QTest.mouseClick(curves.part.button(1), Qt.MouseButton.LeftButton)
    _, y = curves._items[1].getData()
    assert np.array_equal(y, panel.session.runs[0].history.column("val_loss"))
    panel.model.tick([1, 2], False)
    assert sorted(curves._items) == [3]
    panel.model.tick([3], False)
    assert curves.silence.isVisible()
    assert curves.silence.text() == "Tick runs in the list to compare them."
    assert curves.part.isVisible(), "which may be what there is nothing of"
    panel.model.tick([3], True)
    assert (curves.silence.isVisible(), curves.chart.isVisible()) == (False, True)
    panel.smoothing.weight = 0.9
    panel.smoothing.changed.emit()
    assert "Run 3: loss" in panel.table()


def test_settings_results_and_distances_stand_side_by_side(panel, qtbot):
    runs = panel.session.runs
    panel.turn_to(SETTINGS)
    assert panel.sheets[0].model.sheet.rows == (("Batch size", "16", "32", "32"),)
    panel.turn_to(RESULTS)
    rows = {row[0]: row[1:] for row in panel.sheets[1].model.sheet.rows}
    assert rows["Epochs"] == ("2", "1", "1")
    assert rows["Best loss"][0] == f"{runs[0].history.column('loss').min():.4f}"
    assert panel.table()["Run 2"][0] == 1
    panel.turn_to(WEIGHTS)
    sheet = panel.sheets[2].model
    qtbot.waitUntil(lambda: len(sheet.sheet.rows) == 3)
    wanted = distance(runs[0].weights, runs[1].weights).whole
    assert sheet.sheet.headings == ("Runs", "All weights", "dense_1", "dense_2")
    assert sheet.sheet.rows[0][1] == f"{wanted.absolute:.3g} ({100 * wanted.relative:.3g}%)"
    assert sheet.sheet.rows[2][1] == "0 (0%)", "a branch with the same hyperparameters ends alike"
    panel.turn_to(SETTINGS)
    panel.model.tick([1], False)
    assert panel.compared_pages.silence.isVisible()
    assert panel.compared_pages.silence.text() == "These runs have the same settings."
    panel.model.tick([2], False)
    assert "Tick two runs" in panel.compared_pages.silence.text()


def test_columns_sort_runs_and_those_without_a_figure_come_last(panel):
    panel.list.sortByColumn(Column.LOSS, Qt.SortOrder.AscendingOrder)
    losses = [line.figures[0].final for line in panel.model.lines]
    assert losses == sorted(losses)
    panel.list.sortByColumn(Column.EPOCHS, Qt.SortOrder.DescendingOrder)
    assert column(panel, Column.EPOCHS) == ["2", "1", "1"]
    assert panel.model.headerData(Column.EPOCHS, Qt.Orientation.Horizontal).endswith("Epochs")
    panel.list.sortByColumn(Column.ACCURACY, Qt.SortOrder.AscendingOrder)
    assert panel.model.count() == 3


def test_a_run_that_begins_is_listed_at_once_and_nothing_while_nobody_looks(panel, qtbot):
    session = panel.session
    session.reset()
    qtbot.waitUntil(lambda: session.at_hand.number == 0)
    train(qtbot, session, 1)
    qtbot.waitUntil(lambda: column(panel, Column.EPOCHS) == ["2", "1", "1", "1"])
    assert panel.model.ticked == {1, 2, 3, 4}
    panel.hide()
    train(qtbot, session, 1)
    assert column(panel, Column.EPOCHS) == ["2", "1", "1", "1"]
    panel.show()
    assert column(panel, Column.EPOCHS) == ["2", "1", "1", "2"]


def test_a_narrow_panel_shows_one_thing_at_a_time(panel):
    assert (panel.page, panel._left.isVisible(), panel._right.isVisible()) == (CURVES, True, True)
    panel.resize(300, 400)
    assert (panel.page, panel._left.isVisible(), panel._right.isVisible()) == (RUNS, True, False)
    panel.sides.setCurrentIndex(RESULTS)
    assert (panel.page, panel._left.isVisible(), panel._right.isVisible()) == (RESULTS, False, True)
    panel.resize(1080, 420)
    assert (panel.page, panel._left.isVisible()) == (RESULTS, True)


def test_the_narrowest_list_has_the_loss_and_no_sideways_scroll_and_a_wide_one_all(panel, qtbot):
    model, table = panel.model, panel.list
    panel.turn_to(RUNS)
    panel.resize(232, 212)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() <= table.viewport().width() < 210)
    assert [name for name in Column if not table.isColumnHidden(name)] == [Column.NAME, Column.LOSS]
    panel._document.project.run_labels = {1: RunLabel(starred=True)}
    panel._fill()
    assert column(panel, Column.NAME) == ["\N{BLACK STAR} Run 1", "Run 2", "Run 3"]
    assert f"Epochs: 2\nTraining loss: {model.text(0, Column.TRAINING_LOSS)}" in model.index(0, Column.NAME).data(
        Qt.ItemDataRole.ToolTipRole
    )
    width = table.columnWidth(Column.LOSS)
    panel.session.at_hand.history.record(EpochEnd(3, 36, 0.5, None, 1.2345678e-22, None, 0.1, 0.5))
    panel.session.at_hand.history.flush()
    panel._fill()
    assert column(panel, Column.LOSS)[2] == "1.235e\N{MINUS SIGN}22"
    assert table.columnWidth(Column.LOSS) > width, "a longer figure is not cut"
    panel.resize(1400, 420)
    assert [name for name in Column if table.isColumnHidden(name)] == [Column.NOTES], "of which there are none"
    assert column(panel, Column.NAME)[0] == "Run 1", "stars have their column again"
    assert table.columnWidth(Column.NAME) > 150


def test_comparing_shows_the_curves_of_two_runs_at_least(small_window, panel, qtbot):
    panel.model.tick([1, 2, 3], False)
    panel._document.project.run_labels = {1: RunLabel(starred=True)}
    panel.resize(300, 300)
    panel.compare()
    assert (panel.page, panel.curves.isVisible()) == (CURVES, True)
    assert sorted(panel.curves._items) == [1, 2, 3]
    assert panel.focusWidget() is panel.sides, "from which the keyboard leads to the list"
    panel.model.tick([3], False)
    panel.turn_to(RESULTS)
    panel.compare()
    assert (panel.page, sorted(panel.curves._items)) == (CURVES, [1, 2]), "what people chose stays"
    small_window.actions_by_id["compare_runs"].trigger()
    dock = small_window.findChild(QDockWidget, "dock_runs")
    assert dock.isFloating(), "beside the other plots it has not half of the room that it likes"
    assert dock.widget().page == CURVES


def test_storing_is_a_step_and_a_full_disk_loses_nothing(panel, tmp_path, monkeypatch):
    session, document = panel.session, panel._document
    QTest.mouseClick(panel.keeping.tick, Qt.MouseButton.LeftButton, pos=QPoint(10, panel.keeping.tick.height() // 2))
    assert not document.project.keep_runs
    session.collect()
    file = tmp_path / "x.rambat"
    document.save(file)
    assert load(file).runs == (), "who switches it off is asked for nothing more"
    document.undo_stack.undo()
    assert panel.keeping.tick.isChecked()
    session.collect()
    document.save(file)
    before = file.read_bytes()

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "whatever the system says")

    train_runs = session.runs
    document.project.run_labels = {1: RunLabel("first")}
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(ProjectError, match="No space left on device") as caught:
            document.save(file)
    assert isinstance(caught.value.messages[0].values["reason"], Message), "it has a translation"
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["x.rambat"]
    assert session.runs == train_runs
    document.save(file)
    document.open(file)
    assert document.project.run_labels == {1: RunLabel("first")}
    assert [run.number for run in document.project.runs] == [1, 2, 3]


def test_looks_tell_runs_apart():
    for theme in (LIGHT, DARK):
        assert len({run_look(number, theme) for number in range(1, 101)}) == 100


def test_the_key_shows_the_dashes_of_each_line(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(400, 18)
    pictures = []
    for number in (1, 9, 17, 25, 33):
        look = run_look(number, LIGHT)
        legend.set_rows((LegendRow(look.color, "", "", dashes=look.dashes), LegendRow("#000", "", "", dashes=(1, 1))))
        pictures.append(legend.grab().toImage())
    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_keys_of_the_list_are_not_those_of_the_window(small_window, qtbot):
    dock = small_window.findChild(QDockWidget, "dock_runs")
    assert dock.widget() is None, "it is made when it is first opened"
    dock.show()
    dock.raise_()
    panel = dock.widget()
    qtbot.waitUntil(lambda: small_window.session.can_run)
    small_window.session.step_epoch()
    qtbot.waitUntil(lambda: panel.model.count() == 1 and small_window.session.state is State.PAUSED)
    panel.list.setFocus()
    panel.list.selectRow(0)
    press(panel, K.Key_Space)
    assert panel.model.ticked == set()
    assert small_window.session.state is State.PAUSED
    press(panel, K.Key_F2)
    assert panel.list.findChild(QLineEdit) is not None
    small_window.document.replace(moons())
    assert panel.model.count() == 0
    assert panel.hint.text().startswith("Every run is kept here")


def test_runs_of_one_name_keep_columns_of_their_own(panel):
    panel._document.project.run_labels = {1: RunLabel("same"), 2: RunLabel("same")}
    panel._fill()
    assert {"same (#1): loss", "same (#2): loss", "Run 3: loss"} <= panel.table().keys()
    panel.turn_to(RESULTS)
    assert list(panel.table())[1:] == ["same (#1)", "same (#2)", "Run 3"]


def test_two_quick_clicks_on_a_star_open_nothing_and_a_name_that_stays_is_no_step(panel, qapp, qtbot):
    document, table, at_hand = panel._document, panel.list, panel.session.at_hand
    steps = document.undo_stack.count()
    at = table.visualRect(panel.model.index(0, Column.STAR)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.session.at_hand is at_hand
    assert document.project.training.batch_size == 32
    i18n.install(qapp, "id")
    steps = document.undo_stack.count()
    table.setFocus()
    table.selectRow(1)
    press(panel, K.Key_F2)
    QTest.keyClick(table.findChild(QLineEdit), K.Key_Return)
    assert document.undo_stack.count() == steps
    i18n.install(qapp, "en")


def test_deleted_runs_leave_room_for_those_that_begin(panel, qtbot, monkeypatch):
    monkeypatch.setattr("gui.plots.runs.panel.TICKED_AT_FIRST", 3)
    panel.list.selectRow(0)
    press(panel, K.Key_Delete)
    panel.session.reset()
    qtbot.waitUntil(lambda: panel.session.at_hand.number == 0)
    train(qtbot, panel.session, 1)
    qtbot.waitUntil(lambda: column(panel, Column.NAME) == ["Run 2", "Run 3", "Run 4"])
    assert [line.number for line in panel.compared] == [2, 3, 4]
