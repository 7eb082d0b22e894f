"""The worst samples first, as rows or pictures; a cell of the matrix lists its own; rows are copied and tried."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.plots.cells import Cell
from gui.plots.export import csv_bytes
from gui.plots.results import SAMPLES, SUMMARY, TRIAL, ResultsPlot


def places(plot):
    model = plot.samples.model
    return [model.place(row) + 1 for row in range(model.count())]


def words(plot, row):
    model = plot.samples.model
    return [model.text(row, column) for column in range(len(model.headings()))]


def of_training(plot):
    plot.part.setCurrentIndex(plot.part.findData("training"))


def test_rows_begin_with_the_worst_and_tell_their_features_in_own_units(three, panel):
    plot = panel(SAMPLES)
    assert plot.part.currentText() == "Validation"
    assert places(plot) == [1, 2]
    of_training(plot)
    assert places(plot)[0] == 4
    model = plot.samples.model
    assert list(model.headings()) == ["No.", "Actual", "Predicted", "Probability", "Loss", "height (m)"]
    number, actual, predicted, share, loss, feature = words(plot, 0)
    assert (number, actual, predicted, feature) == ("4", "high", "middle", "0.1")
    assert share.endswith("%")
    assert float(loss) > 1
    assert model.index(0, 2).data(Qt.ItemDataRole.ForegroundRole).name() == theme.LIGHT.danger.lower()
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert plot.samples.counted.text() == "6 samples"


def test_the_filter_leaves_the_mistakes_and_the_keyboard_reaches_it(three, panel):
    plot = panel(SAMPLES)
    of_training(plot)
    plot.samples.filter.setFocus()
    QTest.keyClick(plot.samples.filter, Qt.Key.Key_Down)
    assert plot.samples.filter.currentText() == "Mistakes"
    assert places(plot) == [4]


def test_a_click_on_a_cell_lists_its_samples_and_marks_it(three, panel, qtbot):
    plot = panel(SUMMARY)
    of_training(plot)
    matrix = plot.summary.view.matrix
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.place_of(Cell(2, 1)).center().toPoint())
    assert plot.page is plot.samples
    assert plot.samples.filter.currentText() == "high → middle"
    assert places(plot) == [4]
    assert plot.samples.view.matrix.marked == Cell(2, 1)
    beside = plot.samples.view.matrix
    assert beside.isVisible()
    qtbot.mouseClick(beside, Qt.MouseButton.LeftButton, pos=beside.place_of(Cell(2, 3)).center().toPoint())
    assert plot.samples.filter.currentText() == "high → high"
    assert places(plot) == [5, 6]
    qtbot.mouseClick(beside, Qt.MouseButton.LeftButton, pos=beside.place_of(Cell(0, 2)).center().toPoint())
    assert (places(plot), plot.samples.counted.text()) == ([], "None")


def test_enter_on_a_cell_and_then_on_a_row_leads_to_the_trial_of_that_sample(three, panel):
    plot = panel(SUMMARY)
    of_training(plot)
    plot.summary.view.matrix.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(plot.summary.view.matrix, key)
    table = QApplication.focusWidget()
    assert table is plot.samples.rows
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert plot.page is plot.trial
    assert plot.pages.index(plot.page) == TRIAL
    assert plot.trial.form.values.tolist() == [0.1]
    assert plot.trial.origin.text() == "Training, no. 4: high"


def test_a_sample_stays_picked_while_the_order_changes(three, panel, session):
    plot = panel(SAMPLES)
    of_training(plot)
    plot.samples.rows.setCurrentIndex(plot.samples.model.index(0, 0))
    session.network.load_state_dict({"dense_1.kernel": [[4.0, 0.0, -4.0]], "dense_1.bias": [0.0, 0.0, 0.0]})
    session.look()
    assert places(plot)[0] != 4
    row = plot.samples.rows.currentIndex().row()
    assert places(plot)[row] == 4


def test_what_measures_has_residuals_and_no_filter(line, panel):
    plot = panel(SAMPLES)
    assert words(plot, 0) == ["2", "5", "4", "−1", "1", "2"]
    assert plot.samples.model.headings()[3] == "Residual"
    assert plot.samples.counted.text() == "price · 3 samples"
    assert not plot.samples.filter.isVisible()
    assert not plot.samples.view.isVisible()


def test_rows_are_copied_all_of_them_or_those_picked_and_a_file_has_all_digits(three, panel):
    plot = panel(SAMPLES)
    of_training(plot)
    table = plot.samples.rows
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 7
    assert lines[0].split("\t")[:3] == ["No.", "Actual", "Predicted"]
    table.setCurrentIndex(plot.samples.model.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    head, first, *_ = csv_bytes(plot.table()).decode().splitlines()
    assert head == "sample,loss,actual,predicted,output_1,output_2,output_3,height (m)"
    assert first.startswith("4,")


def test_pictures_are_shown_as_such_with_what_they_were_taken_for(pictures, panel):
    plot = panel(SAMPLES)
    model = plot.samples.model
    assert plot.samples.shown is plot.samples.tiles
    assert [(places(plot)[row], model.caption(row)) for row in (0, 1)] == [(3, "right → left"), (4, "left")]
    image = model.image(places(plot).index(1))
    assert (image.width(), image.height()) == (8, 8)
    assert [image.pixelColor(column, 0).lightness() for column in (0, 7)] == [255, 0]
    plot.samples.tiles.setFocus()
    plot.samples.tiles.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(plot.samples.tiles, Qt.Key.Key_Return)
    assert plot.page is plot.trial
    assert plot.trial.pad.isVisible()


def test_only_the_page_that_is_seen_is_computed(three, panel, session):
    plot = panel(SUMMARY)
    for page in plot.pages:
        plot.turn_to(plot.pages.index(page))
        assert list(session.probes) == [f"results_{page.objectName()}"]
    plot.hide()
    assert not session.probes


def test_a_cell_is_wanted_before_the_worker_has_answered(three, show, session, qtbot):
    plot = show(ResultsPlot, 760, 340)
    session.look()
    matrix = plot.summary.view.matrix
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.place_of(Cell(2, 1)).center().toPoint())
    assert plot.samples.filter.currentText() == "high → middle"
    session.look()
    assert plot.samples.filter.currentText() == "high → middle"
    assert places(plot) == [1]
