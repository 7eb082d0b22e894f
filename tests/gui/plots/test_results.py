"""The first page of the predictions panel shows what the engine's evaluation says, and a cell in words; its frame."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.data import Dataset
from engine.evaluation import evaluate_network
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from gui import i18n, theme
from gui.plots.cells import Cell
from gui.plots.export import csv_bytes
from gui.plots.results import PROBE, ResultsPlot
from tests.engine.preparing import as_prepared
from tests.gui.plots.fake_session import network, plane

SMALLEST, NARROW, BROAD = 233, 280, 640


@pytest.fixture
def plot(session, show):
    """Three classes, in a panel wide enough for table and matrix."""
    session.network, session.data = network(2, 3, "softmax", "categorical_crossentropy"), plane(classes=3)
    plot = show(ResultsPlot, BROAD)
    session.look()
    return plot


def evaluation(session):
    return evaluate_network(session.network, session.data.dataset, 0)


def middle(plot, cell):
    return plot.summary.view.matrix.place_of(cell).center().toPoint()


def test_the_table_shows_every_metric_of_both_parts(plot, session):
    expected = evaluation(session)
    rows = {row[0]: row[1:] for row in plot.summary.figures.texts()}
    assert rows[""] == ["Training", "Validation"]
    assert rows["Samples"] == ["5", "2"]
    assert rows["Loss"] == [f"{part.loss:.4f}" for part in (expected.training, expected.validation)]
    assert list(rows)[3:] == ["Accuracy", "Precision", "Recall", "F1", "ROC AUC"]
    assert rows["ROC AUC"][0] == f"{expected.training.metrics['output_1']['roc_auc']:.4f}"


def test_the_matrix_is_that_of_the_held_out_part_until_another_is_chosen(plot, session):
    expected = evaluation(session)
    assert plot.part.currentText() == "Validation"
    assert plot.summary.view.matrix.counts.tolist() == expected.validation.confusion["output_1"].tolist()
    plot.part.setFocus()
    QTest.keyClick(plot.part, Qt.Key.Key_Down)
    assert plot.part.currentText() == "Training"
    assert plot.summary.view.matrix.counts.tolist() == expected.training.confusion["output_1"].tolist()
    session.network.parameters += 0.01
    session.look()
    assert plot.part.currentText() == "Training"


def test_a_cell_under_the_mouse_is_told_in_words(plot, qtbot):
    plot.summary.view.matrix.show_counts(("seven", "one", "two"), np.array([[29, 5, 2], [0, 40, 0], [0, 0, 0]]))
    assert plot.summary.view.reading.text() == "Rows: actual. Columns: predicted."
    told = {}
    for cell in (Cell(0, 1), Cell(0, 0), Cell(0, 3)):
        qtbot.mouseMove(plot.summary.view.matrix, middle(plot, cell))
        assert plot.summary.view.matrix.cell == cell
        told[cell] = plot.summary.view.reading.text()
    assert told[Cell(0, 1)] == "5 of 36 samples of seven were taken for one"
    assert told[Cell(0, 0)] == told[Cell(0, 3)] == "29 of 36 samples of seven were recognized"
    qtbot.mouseMove(plot.summary.view.matrix, QPoint(1, 1))
    assert plot.summary.view.reading.text() == "Rows: actual. Columns: predicted."
    assert plot.summary.view.matrix.recall(0) == 29 / 36
    assert np.isnan(plot.summary.view.matrix.recall(2))


def test_arrow_keys_go_through_the_cells_and_stop_at_the_recall(plot):
    QTest.keyClick(plot.part, Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not plot.summary.view.matrix:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert plot.summary.view.matrix.cell == Cell(0, 0)
    for key in (Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 5, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(plot.summary.view.matrix, key)
    assert plot.summary.view.matrix.cell == Cell(0, 3)
    assert plot.summary.view.reading.text().endswith("were recognized")
    QTest.keyClick(plot.summary.view.matrix, Qt.Key.Key_Tab)
    assert plot.summary.view.matrix.cell is None


def test_agreement_is_blue_and_error_orange(plot):
    plot.summary.view.matrix.show_counts(("a", "b"), np.array([[10, 0], [10, 0]]))
    image = plot.summary.view.matrix.grab().toImage()

    def color(cell):
        place = plot.summary.view.matrix.place_of(cell)
        return image.pixelColor(int(place.left()) + 3, int(place.top()) + 3).name()

    assert color(Cell(0, 0)) == theme.LIGHT.sign_color(0.5).name()
    assert color(Cell(1, 0)) == theme.LIGHT.sign_color(-0.5).name()
    assert color(Cell(0, 1)) == color(Cell(1, 1)) == theme.LIGHT.sign_color(0).name()


def test_a_narrow_panel_shows_table_or_matrix(plot, session, qtbot):
    plot.resize(NARROW, 240)
    assert plot.summary.figures.isVisible()
    assert not plot.summary.view.matrix.isVisible()
    assert not plot.part.isVisible()
    assert [plot.sides.itemText(index) for index in range(plot.sides.count())] == [
        "Metrics", "Confusion matrix", "Samples", "ROC curves", "Figures by class", "Try one",
    ]  # fmt: skip
    plot.sides.setFocus()
    QTest.keyClick(plot.sides, Qt.Key.Key_Down)
    assert plot.summary.view.matrix.isVisible()
    assert plot.part.isVisible()
    assert not plot.summary.figures.isVisible()
    plot.resize(BROAD, 240)
    assert plot.summary.figures.isVisible()
    assert plot.summary.view.matrix.isVisible()
    assert plot.view.isVisible()
    assert not plot.sides.isVisible()


def test_what_measures_has_a_table_alone(session, show):
    values = np.linspace(0, 1, 8)[:, np.newaxis]
    session.network = network(1, activation="linear")
    session.data = as_prepared(Dataset(values, values))
    plot = show(ResultsPlot, NARROW)
    session.look()
    assert [row[0] for row in plot.summary.figures.texts()[3:]] == [
        "Mean absolute error",
        "Root mean squared error",
        "R²",
    ]
    assert plot.summary.figures.texts()[0] == ["", "Training"]
    assert plot.sides.findText("Confusion matrix") < 0
    assert not plot.summary.view.matrix.isVisible()


def test_one_of_several_outputs_is_chosen(session, show):
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    graph.add(Output(loss="binary_crossentropy"), after=graph.add(Dense(units=1, activation="sigmoid"), after=source))
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=source))
    session.network = Network(graph)
    corners = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    answers = {"output_1": np.array([[0.0], [1.0], [1.0]]), "output_2": np.array([[0.5], [1.5], [2.0]])}
    session.data = as_prepared(Dataset(corners, answers))
    plot = show(ResultsPlot, BROAD)
    session.look()
    assert plot.output.isVisible()
    assert plot.summary.view.matrix.isVisible()
    assert plot.summary.figures.texts()[3][0] == "Accuracy"
    plot.output.setFocus()
    QTest.keyClick(plot.output, Qt.Key.Key_Down)
    assert plot.summary.figures.texts()[3][0] == "Mean absolute error"
    assert not plot.summary.view.matrix.isVisible()


def test_without_a_network_or_with_targets_that_do_not_fit_there_is_a_sentence(session, show):
    plot = show(ResultsPlot)
    assert plot.hint.isVisible()
    assert "appears here" in plot.hint.text()
    session.network, session.data = network(2, 3, "softmax", "categorical_crossentropy"), plane(classes=3)
    wrong = np.full((5, 3), -1.0)
    session.data = dataclasses.replace(session.data, dataset=Dataset(session.data.dataset.inputs, wrong))
    session.look()
    assert plot.hint.isVisible()
    assert plot.hint.text().startswith("Categorical cross-entropy needs targets that are not negative")
    session.data = plane(classes=3)
    session.look()
    assert not plot.hint.isVisible()
    session.network = None
    session.network_changed.emit()
    assert "appears here" in plot.hint.text()


def test_the_copy_key_puts_table_and_matrix_on_the_clipboard(plot):
    plot.summary.view.matrix.setFocus()
    QTest.keyClick(plot.summary.view.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    table, matrix = QGuiApplication.clipboard().text().split("\n\n")
    assert table.splitlines()[0] == "\tTraining\tValidation"
    assert table.splitlines()[1] == "Samples\t5\t2"
    head, *rows = matrix.splitlines()
    assert head == "Validation: actual by predicted\tclass 0\tclass 1\tclass 2"
    assert [row.split("\t")[1:] for row in rows] == [
        [str(n) for n in row] for row in plot.summary.view.matrix.counts.tolist()
    ]


def test_the_exported_table_holds_all_digits_and_the_matrix(plot, session):
    expected = evaluation(session)
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert (
        lines[0]
        == "figure,training,validation,actual (validation),predicted class 0,predicted class 1,predicted class 2"
    )
    assert lines[2].split(",")[:3] == ["loss", repr(expected.training.loss), repr(expected.validation.loss)]


def test_it_is_computed_only_while_it_is_seen(plot, session):
    assert list(session.probes) == [PROBE + "summary_page"]
    plot.hide()
    assert not session.probes


def test_texts_follow_the_language_and_the_choice_stays(plot):
    plot.part.setFocus()
    QTest.keyClick(plot.part, Qt.Key.Key_Down)
    try:
        i18n.install(QApplication.instance(), "id")
        plot.retranslate()
        assert plot.summary.figures.texts()[0] == ["", "Latih", "Validasi"]
        assert plot.part.currentText() == "Latih"
    finally:
        i18n.install(QApplication.instance(), "en")
    plot.retranslate()
    assert plot.part.currentText() == "Training"


def test_what_lies_behind_another_tab_rests(plot, session):
    plot.set_in_front(False)
    assert not session.probes
    before = plot.summary.figures.texts()
    session.network.parameters *= -1
    session.look()
    assert plot.summary.figures.texts() == before
    plot.set_in_front(True)
    session.look()
    assert plot.summary.figures.texts() != before


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_part_can_be_read_whole_in_the_smallest_window(plot, qtbot, language):
    i18n.install(QApplication.instance(), language)
    plot.resize(SMALLEST, 260)
    plot.sides.setCurrentIndex(1)
    qtbot.waitUntil(lambda: plot.part.isVisible() and plot.part.whole_width() <= plot.part.width())
