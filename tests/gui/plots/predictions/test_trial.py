"""One input that is typed or drawn is asked at every look, and a text that is no number is explained at its field."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from engine.data import Dataset, Preparation
from engine.data.dataset import Group
from engine.graph import Graph
from engine.layers import Dense, Embedding, Flatten, Input, Output
from engine.network import Network
from gui.plots.predictions.pad import Pad
from gui.plots.results import SAMPLES, TRIAL
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared


def field(plot):
    return plot.trial.form.fields[0]


def write(plot, text):
    field(plot).setFocus()
    field(plot).selectAll()
    QTest.keyClicks(field(plot), text)


def test_it_begins_with_the_first_sample_and_every_key_counts(three, panel, session):
    plot = panel(TRIAL)
    assert field(plot).text() == "0.2"
    assert plot.trial.form._hints[0].text() == "−2 to 2.1"
    assert plot.trial.outputs.rows()[1][0] == "middle"
    assert plot.trial.outputs.decided() == 1
    write(plot, "1.")
    assert plot.trial.outputs.decided() == 2
    QTest.keyClicks(field(plot), "5")
    expected = session.network.predict(np.array([[1.5]]))[0]
    assert plot.trial.said().scores == pytest.approx(expected.tolist())
    assert plot.trial.origin.text() == "Validation, no. 1, altered"
    session.network.parameters *= -1
    session.look()
    assert plot.trial.said().scores == pytest.approx(session.network.predict(np.array([[1.5]]))[0].tolist())


def test_shares_are_rounded_where_there_is_room_for_whole_per_cent_only(three, panel):
    outputs = panel(TRIAL).trial.outputs
    outputs.show_said(replace(outputs.said, scores=(0.609, 0.387, 0.004)))
    assert [text for _, text in outputs.rows(whole=True)] == ["61%", "39%", "0%"]
    assert [text for _, text in outputs.rows()] == ["60.9%", "38.7%", "0.4%"]


def test_a_text_that_is_no_number_is_explained_and_the_last_one_stays(three, panel):
    plot = panel(TRIAL)
    before = plot.trial.said().scores
    write(plot, "tall")
    row = plot.trial.form._rows[0]
    assert row.complaint.isVisible()
    assert row.complaint.text().startswith("height (m) takes a number")
    assert "tall" in row.complaint.text()
    assert plot.trial.said().scores == before
    QTest.keyClick(field(plot), Qt.Key.Key_Escape)
    assert field(plot).text() == "0.2"
    assert not row.complaint.isVisible()


def test_next_and_mean_fill_the_form(three, panel, qtbot):
    plot = panel(TRIAL)
    qtbot.mouseClick(plot.trial.next, Qt.MouseButton.LeftButton)
    assert (field(plot).text(), plot.trial.origin.text()) == ("1.9", "Validation, no. 2: high")
    qtbot.mouseClick(plot.trial.next, Qt.MouseButton.LeftButton)
    assert (field(plot).text(), plot.trial.origin.text()) == ("0.2", "Validation, no. 1: high")
    qtbot.mouseClick(plot.trial.mean, Qt.MouseButton.LeftButton)
    assert (field(plot).text(), plot.trial.origin.text()) == ("0.266667", "")


def test_a_sample_that_the_network_does_not_take_is_explained(session, panel):
    graph = Graph()
    words = graph.add(Embedding(input_dim=4, output_dim=1), after=graph.add(Input(shape=(2,))))
    flat = graph.add(Flatten(), after=words)
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=flat))
    session.network = Network(graph)
    session.data = as_prepared(Dataset(np.array([[0.0, 3.0], [1.0, 2.0]]), np.array([[1.0], [2.0]])))
    plot = panel(TRIAL)
    assert plot.trial.said() is not None
    write(plot, "1.5")
    assert plot.trial.complaint.isVisible()
    assert "whole numbers" in plot.trial.complaint.text()
    assert plot.trial.said() is None
    write(plot, "2")
    assert not plot.trial.complaint.isVisible()
    assert plot.trial.said() is not None


def test_a_field_may_be_empty_where_the_data_have_gaps(session, panel):
    session.network = Network(chain(2, 1, last="linear"))
    session.network.load_state_dict({"dense_1.kernel": [[1.0], [10.0]], "dense_1.bias": [0.0]})
    table = Dataset(np.array([[1.0, 2.0], [np.nan, 4.0], [3.0, 6.0]]), np.ones((3, 1)), None, (), ("a", "b"), None,
                    ("mean", "mean"))  # fmt: skip
    session.data = Preparation(validation=0.0, scaling="none").apply(table, 0)
    plot = panel(TRIAL)
    write(plot, "7")
    QTest.keyClick(field(plot), Qt.Key.Key_Backspace)
    assert plot.trial.outputs.rows() == [("", "22")]
    b = plot.trial.form.fields[1]
    b.setFocus()
    b.selectAll()
    QTest.keyClick(b, Qt.Key.Key_Delete)
    assert plot.trial.form._rows[1].complaint.isVisible()


def test_a_category_is_chosen_from_a_list(session, panel):
    """Three numbers of the sample are one list in the form, and one column among the samples."""
    session.network = Network(chain(4, 1, last="linear"))
    session.network.load_state_dict({"dense_1.kernel": [[1.0], [10.0], [100.0], [1000.0]], "dense_1.bias": [0.0]})
    nan = np.nan
    inputs = np.array([[0.0, 1, 0, 2], [nan, nan, nan, 3], [0, 0, 1, 4], [1, 0, 0, 2]])
    names = ("town=Solo", "town=Blitar", "town=Kudus", "age")
    groups = (Group("town", 0, 3, ("Solo", "Blitar", "Kudus")), Group("age", 3, 4))
    fills = ("mean", "as_before", "as_before", "mean")
    table = Dataset(inputs, np.ones((4, 1)), None, (), names, None, fills, groups=groups)
    session.data = Preparation(validation=0.0, scaling="none").apply(table, 0)
    plot = panel(TRIAL)
    town, age = plot.trial.form.fields
    assert [town.itemText(index) for index in range(town.count())] == ["Solo", "Blitar", "Kudus", "\N{EN DASH}"]
    assert (town.currentText(), age.text()) == ("Blitar", "2")
    assert plot.trial.outputs.rows() == [("", "2010")]
    town.setFocus()
    QTest.keyClick(town, Qt.Key.Key_Down)
    assert plot.trial.form.values.tolist() == [0, 0, 1, 2]
    assert plot.trial.outputs.rows() == [("", "2100")]
    QTest.keyClick(town, Qt.Key.Key_Down)
    assert np.isnan(plot.trial.form.values[:3]).all()
    plot.trial.mean.click()
    assert town.currentIndex() == -1
    plot.turn_to(SAMPLES)
    model = plot.samples.model
    row = model.row_of(2)
    assert (list(model.headings())[5:], model.text(row, 5), model.text(row, 6)) == (["town", "age"], "Kudus", "4")


def test_a_date_is_typed_and_stepped_as_one(session, panel):
    session.network = Network(chain(1, 1, last="linear"))
    session.network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [-19359.0]})
    days = np.array([[19359.0], [19360.0], [19362.0]])
    table = Dataset(days, np.zeros((3, 1)), features=("sold on",), groups=(Group("sold on", 0, 1, date=True),))
    session.data = Preparation(validation=0.0, scaling="none").apply(table, 0)
    plot = panel(TRIAL)
    assert (field(plot).text(), plot.trial.form._hints[0].text()) == ("2023-01-02", "2023-01-02 to 2023-01-05")
    write(plot, "2023-01-31")
    assert plot.trial.outputs.rows() == [("", "29")]
    QTest.keyClick(field(plot), Qt.Key.Key_Up)
    assert (field(plot).text(), plot.trial.outputs.rows()) == ("2023-02-01", [("", "30")])
    assert plot.trial.texts()[0][0] == ["sold on", "2023-02-01"]
    write(plot, "31/01/2023")
    told = "sold on takes a date such as 2023-01-02. Received: '31/01/2023'."
    assert plot.trial.form._rows[0].complaint.text() == told
    plot.trial.mean.click()
    assert field(plot).text() == "2023-01-03"
    plot.turn_to(SAMPLES)
    assert {plot.samples.model.text(row, 5) for row in range(3)} == {"2023-01-02", "2023-01-03", "2023-01-05"}
    assert set(plot.samples.model.table()["sold on"]) == {"2023-01-02", "2023-01-03", "2023-01-05"}


def test_a_measure_is_told_as_a_number_and_copied_with_its_input(line, panel):
    plot = panel(TRIAL)
    write(plot, "2,25")
    assert plot.trial.outputs.rows() == [("price", "4.5")]
    QTest.keyClick(field(plot), Qt.Key.Key_Return)
    plot.trial.next.setFocus()
    QTest.keyClick(plot.trial.next, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split() == ["x", "2.25", "price", "4.5"]


def test_large_measures_are_told_whole(session, panel):
    session.network = Network(chain(1, 1, last="linear"))
    session.network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.5]})
    prices = np.array([[1_234_567.0], [8_765_432.0]])
    session.data = as_prepared(Dataset(prices, prices, features=("rent",)))
    plot = panel(TRIAL)
    assert field(plot).text() == "1234567"
    told = [label.text().replace("\N{NARROW NO-BREAK SPACE}", " ") for label in plot.findChildren(QLabel)]
    assert "1 234 567 to 8 765 432" in told


def drag(pad, start, end, button=Qt.MouseButton.LeftButton):
    """Press, move and release, in pixels of the picture."""
    area = pad.area()
    height, width = pad.shape[:2]
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
    for kind, (row, column) in zip(kinds, (start, end, end), strict=True):
        place = QPointF(area.left() + column / width * area.width(), area.top() + row / height * area.height())
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(
            kind, place, QPointF(pad.mapToGlobal(place.toPoint())), button, held, Qt.KeyboardModifier(0)
        )
        QApplication.sendEvent(pad, event)


def test_a_stroke_on_the_pad_changes_what_the_network_says(pictures, panel, qtbot):
    plot = panel(TRIAL)
    trial = plot.trial
    assert trial.pad.isVisible()
    assert trial.said().names == ("left", "right")
    qtbot.mouseClick(trial.empty, Qt.MouseButton.LeftButton)
    assert trial.said().scores == pytest.approx((0.5, 0.5))
    drag(trial.pad, (1, 6), (7, 6))
    assert trial.said().scores[1] > 0.9
    drawn = trial.pad.values[..., 0]
    assert drawn.max() > 8
    assert drawn[:, :4].max() == 0
    assert drawn[4, 5] == drawn[4, 6] == 12
    trial.eraser.setFocus()
    QTest.keyClick(trial.eraser, Qt.Key.Key_Space)
    drag(trial.pad, (0, 6), (8, 6))
    assert trial.pad.values.max() < drawn.max() / 2


def test_the_keyboard_draws_pixel_by_pixel(pictures, panel, qtbot):
    plot = panel(TRIAL)
    pad = plot.trial.pad
    qtbot.mouseClick(plot.trial.empty, Qt.MouseButton.LeftButton)
    pad.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(pad, key)
    assert pad.values[1, 2, 0] == 16
    assert np.count_nonzero(pad.values) == 1
    assert plot.trial.said().scores[0] > 0.8
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert not pad.values.any()


@pytest.mark.parametrize("shape", [(8, 8, 1), (28, 28, 1), (32, 20, 3)])
def test_a_pad_keeps_a_picture_as_it_is_and_averages_what_is_drawn(qtbot, shape):
    pad = Pad()
    qtbot.addWidget(pad)
    pad.resize(200, 200)
    pad.set_shape(shape, 0.0, 255.0, ink_is_high=True)
    picture = np.random.default_rng(0).integers(0, 256, shape).astype(float)
    pad.set_values(picture)
    assert pad.values == pytest.approx(picture)
    pad.clear()
    middle = pad.rect().center()
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), middle.y()))
    radius = {8: 0.75, 28: 1.4, 32: 1.0}[shape[0]]
    assert pad.values.sum() / 255 / shape[2] == pytest.approx(np.pi * radius**2, rel=0.1)
    qtbot.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(middle.x(), middle.y()))
    assert not pad.values.any()
    pad.set_shape(shape, 0.0, 255.0, ink_is_high=False)
    assert (pad.values == 255).all()


def test_in_a_narrow_panel_every_tool_of_the_pad_stays_as_an_icon(pictures, panel, qtbot):
    plot = panel(TRIAL, 240)
    trial = plot.trial
    trial.pad.setFocus()
    QTest.keyClick(trial.pad, Qt.Key.Key_Space)
    tools = (trial.eraser, trial.undo, trial.empty, trial.next, trial.mean)
    assert all(tool.isVisible() and not tool.icon().isNull() and tool.accessibleName() for tool in tools)
    qtbot.waitUntil(lambda: trial.mean.mapTo(plot, trial.mean.rect().topRight()).x() < 240)
    QTest.mouseClick(trial.undo, Qt.MouseButton.LeftButton)
    assert not trial.pad.can_undo
    plot.resize(760, 340)
    assert (trial.undo.text(), trial.mean.text()) == ("Undo", "Mean")
    assert trial.undo.icon().isNull()
