"""Runs side by side where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from gui.plots.runs.sheet_table import SheetTable
from gui.plots.runs.side_by_side import Sheet, SheetModel


@pytest.fixture
def table(qtbot):
    holder = QMainWindow()
    qtbot.addWidget(holder)
    model = SheetModel(holder, words=False)
    made = SheetTable(model)
    holder.setCentralWidget(made)
    model.show(Sheet(("Runs", "All weights", *(f"dense_{at}" for at in range(1, 6))),
                     tuple((f"1 ↔ {other}", *["4.27 (56.9%)"] * 6) for other in (2, 3))))  # fmt: skip
    with qtbot.waitExposed(holder):
        holder.show()
    return made


@pytest.mark.parametrize("width", [201, 260, 437])
def test_no_figure_is_cut_at_the_edge_wherever_the_table_stands(table, width: int) -> None:
    table.window().resize(width, 200)
    bar, header = table.horizontalScrollBar(), table.horizontalHeader()
    assert bar.maximum() > 0, "not all have room"
    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        begins = [header.sectionViewportPosition(at) for at in range(header.count())]
        ends = [begin + header.sectionSize(at) for at, begin in enumerate(begins)]
        assert any(abs(begin) <= 3 for begin in begins), (value, begins)
        assert any(abs(table.viewport().width() - end) <= 3 for end in ends), (value, ends)


def test_where_all_have_room_columns_are_as_wide_as_their_words(table) -> None:
    table.window().resize(1200, 200)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(0) < table.columnWidth(1) == table.columnWidth(6) < 170


def test_what_is_longer_than_its_column_takes_another_line(table) -> None:
    course = "0.01, 0.00333333 from epoch 60"
    table.model().show(Sheet(("", "Run 1", "Run 2"), (("Learning rate", course, "0.01"), ("Seed", "1", "2"))))
    table.window().resize(330, 200)
    table.fit_columns()
    assert table.columnWidth(1) < table.fontMetrics().horizontalAdvance(course)
    assert table.rowHeight(0) >= table.rowHeight(1) + table.fontMetrics().height()


def test_three_runs_are_seen_beside_each_other_though_their_names_are_cut(table, qtbot) -> None:
    model = table.model()
    names = ("", *(f"Run {at} with a long name" for at in (1, 2, 3)))
    model.show(Sheet(names, (("Best validation loss", "0.0450", "0.0588", "0.1022"),), (1, 2, 3)))
    table.window().resize(358, 200)
    table.fit_columns()
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert all(table.columnWidth(at) >= table.sizeHintForColumn(at) for at in range(4)), "no figure is"
    assert sum(table.columnWidth(at) for at in range(4)) == table.viewport().width()
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == names[1]
