"""The key to curves: what stands in one row has room there."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui.plots.classes import ClassKey
from gui.plots.legend import SWATCH, Legend, LegendRow, row_height
from gui.theme import note_font


def test_names_without_values_are_whole_in_one_row_or_stand_below_each_other(qtbot):
    legend, metrics = Legend(), QFontMetricsF(note_font())
    qtbot.addWidget(legend)
    legend.set_rows((LegendRow("#000000", "mati", ""), LegendRow("#000000", "jenuh", "")))
    for width in range(60, 160):
        legend.resize(width, legend.height())
        QApplication.sendPostedEvents(legend, QEvent.Type.LayoutRequest)
        *_, last = legend.entries()
        assert legend.stacked or last.value_left <= width
        assert last.left + SWATCH + metrics.horizontalAdvance(last.name) <= width


def test_values_that_outgrow_their_row_stand_below_each_other_from_then_on(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)

    def show(name, value):
        legend.set_rows((LegendRow("#000000", "train", value), LegendRow("#000000", name, value)))
        return legend.stacked

    show("validation", "0.12")
    legend.resize(400, legend.height())
    *_, last = legend.entries()
    legend.resize(round(last.value_left) + 60, legend.height())
    assert not show("validation", "0.1234")
    assert show("validation", "0.00012345678")
    assert legend.height() == 2 * row_height()
    assert show("validation", "0.1234"), "nothing moves to and fro"
    assert not show("valid", "0.1234")


def test_values_that_outgrow_their_row_leave_the_names_whole(qtbot):
    legend, names = Legend(), ("train", "validation")
    qtbot.addWidget(legend)
    legend.resize(278, row_height())
    for value, stacked in (("1", False), ("0.0000123456789", True), ("1", True)):
        legend.set_rows(tuple(LegendRow("#000000", name, value) for name in names))
        assert legend.stacked is stacked
        assert tuple(entry.name for entry in legend.entries()) == names
    assert legend.height() == 2 * row_height()


def test_a_key_asks_for_the_room_of_a_few_short_names_only(qtbot):
    key = ClassKey()
    qtbot.addWidget(key)
    key.set_names(("0", "1"))
    short = key.minimumSizeHint().width()
    assert 0 < short < 72
    key.set_names(("Iris setosa", "Iris versicolor", "Iris virginica"))
    assert short < key.minimumSizeHint().width() <= 72
    key.set_names(tuple("0123456789"))
    assert key.minimumSizeHint().width() == 0, "of many a few tell nothing"
    key.set_names(())
    assert key.minimumSizeHint().width() == 0
