"""What each view of the data shows, and what hands can do with it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from engine.data import TableSource, TimeSeries
from engine.data.days import date_text, read_date
from engine.data.samples import Column, Samples
from engine.data.tables import Column as TableColumn
from engine.data.tables import read_whole
from engine.errors import Message
from gui import theme
from gui.class_looks import class_colors
from gui.explorer.sample_model import SampleModel
from gui.explorer.table_page import TablePage
from gui.plots.cells import Cell
from gui.plots.ticks import date_ticks
from tests.gui.explorer.conftest import open_on, page


def cell(view, row, column):
    return view.model.index(row, column).data()


def header_click(view, section):
    header = view.table_view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def choose_from_menu(view, text):
    view.table_view.customContextMenuRequested.emit(view.table_view.visualRect(view.model.index(2, 3)).center())
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_the_table_sorts_by_a_click_on_a_heading(iris, qtbot):
    view = page(iris, "Table")
    qtbot.waitUntil(lambda: view.note.text() == "150 samples")
    header_click(view, 3)
    qtbot.waitUntil(lambda: cell(view, 0, 3) == "1.0")
    header_click(view, 3)
    qtbot.waitUntil(lambda: cell(view, 0, 3) == "6.9")
    assert cell(view, 0, 5) == "virginica"
    header_click(view, 3)
    qtbot.waitUntil(lambda: cell(view, 0, 0) == "1" and cell(view, 1, 0) == "2")


def test_the_keyboards_menu_sorts_too_and_leads_back(iris, qtbot):
    view = page(iris, "Table")
    qtbot.waitUntil(lambda: view.model.rowCount() == 150)
    view.table_view.setFocus()
    view.table_view.setCurrentIndex(view.model.index(2, 3))
    choose_from_menu(view, "Sort by petal length (cm), largest first")
    qtbot.waitUntil(lambda: cell(view, 0, 3) == "6.9")
    choose_from_menu(view, "Do not sort")
    qtbot.waitUntil(lambda: [cell(view, row, 0) for row in range(3)] == ["1", "2", "3"])


def test_the_table_is_searched_while_someone_types(iris, qtbot):
    view = page(iris, "Table")
    view.filter.setFocus()
    QTest.keyClicks(view.filter, "petal length > 4.5 and class = versicolor")
    qtbot.waitUntil(lambda: view.note.text() == "14 of 150 samples")
    assert view.complaint.isHidden()
    assert cell(view, 0, 5) == "versicolor"
    view.filter.selectAll()
    QTest.keyClicks(view.filter, "petal > 1")
    qtbot.waitUntil(view.complaint.isVisible)
    assert view.complaint.text().startswith("petal may be any of these columns")
    assert view.filter.property("invalid") is True
    assert view.model.rowCount() == 14  # what stood there stays
    view.reset_view()
    qtbot.waitUntil(lambda: view.note.text() == "150 samples")
    assert view.complaint.isHidden()


def test_rows_are_copied_for_a_spreadsheet(iris, qtbot):
    view = page(iris, "Table")
    qtbot.waitUntil(lambda: view.model.rowCount() == 150)
    for row, modifier in ((1, Qt.KeyboardModifier.NoModifier), (3, Qt.KeyboardModifier.ShiftModifier)):
        place = view.table_view.visualRect(view.model.index(row, 1)).center()
        QTest.mouseClick(view.table_view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    QTest.keyClick(view.table_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["#", *(column.name for column in iris.samples.columns)]
    assert [line[0] for line in lines[1:]] == ["2", "3", "4"]
    assert float(lines[1][3]) == iris.samples.features[2].values[1]
    assert lines[1][5:] == ["setosa", "training"]
    assert view.note.text() == "3 rows are on the clipboard."


def test_a_million_rows_are_shown_sorted_and_searched_without_a_copy_of_each(explorer, qtbot):
    """The model makes a text only for cells in view; the bounds are tenfold what a slow machine needs."""
    count = 1_000_000
    values = np.random.default_rng(0).normal(size=(count, 3))
    features = tuple(Column(f"c{index}", values[:, index]) for index in range(3))
    samples = Samples(features, (), Column("part", np.zeros(count, np.intp), ("training",)))
    view = TablePage(explorer.session)
    qtbot.addWidget(view)
    view.resize(700, 500)
    asked = []
    read = SampleModel.text
    view.model.text = lambda row, section: asked.append(row) or read(view.model, row, section)
    view.show()
    view.show_samples(samples)
    qtbot.waitUntil(lambda: view.model.rowCount() == count)
    view.table_view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    QTest.keyClicks(view.filter, "c1 > 0")
    qtbot.waitUntil(lambda: view.model.rowCount() == int((values[:, 1] > 0).sum()))
    assert values[view.model.rows[0], 0] == values[values[:, 1] > 0, 0].max()
    view.table_view.scrollToBottom()
    view.grab()
    assert 0 < len(asked) < 20_000
    assert not view.csv_action.isEnabled()
    view.table_view.selectRow(7)  # a few rows can be copied all the same
    QTest.keyClick(view.table_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith(f"{view.model.rows[7] + 1}\t")


def test_statistics_and_the_histogram_of_the_chosen_column(iris, qtbot):
    view = page(iris, "Columns")
    qtbot.waitUntil(lambda: view.statistics.isVisible())
    row = [view.model.index(2, column).data() for column in range(11)]
    assert row == ["petal length (cm)", "150", "0", "43", "3.758", "1.765", "1", "1.6", "4.35", "5.1", "6.9"]
    assert [view.model.index(4, column).data() for column in (0, 3, 4)] == ["class", "3", ""]
    view.statistics.setFocus()
    QTest.keyClick(view.statistics, Qt.Key.Key_Down)
    QTest.keyClick(view.statistics, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.chart.bottom.title == "petal length (cm)")
    colors = [item.opts["brush"] for item in view._items]
    assert colors == list(class_colors(3, theme.LIGHT))
    assert view._bars.counts.sum() == 150
    view._tell(QPointF(1.2, 3.0))
    assert view.reading.text() == f"1 to 1.454: setosa {view._bars.counts[0, 0]}"
    QTest.keyClick(view.statistics, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.chart.bottom.names == ("training", "validation", "test"))


def test_the_copy_key_takes_the_numbers_of_any_view(iris, qtbot):
    for title, keys, head in (
        ("Columns", lambda view: view.statistics, "column\tvalues\tmissing"),
        ("Correlation", lambda view: view.map, "\tsepal length (cm)\tsepal width (cm)"),
    ):
        view = page(iris, title)
        qtbot.waitUntil(lambda view=view: not view.hint.isVisible())
        keys(view).setFocus()
        QTest.keyClick(keys(view), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith(head)


def test_pairs_are_drawn_in_the_classes_colours(iris, qtbot):
    view = page(iris, "Pairs")
    qtbot.waitUntil(lambda: view.matrix.names != ())
    assert len(view.chosen()) == 4
    picture = view.matrix.grab().toImage()
    inner = view.matrix.inner(2, 3).toRect()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(inner.left(), inner.right())
        for y in range(inner.top(), inner.bottom())
    }
    assert {QColor(color).name() for color in class_colors(3, theme.LIGHT)} <= seen
    view.matrix.pointed.emit((2, 3, 4.5, 1.4))
    assert view.note.text() == "petal length (cm) 4.5 · petal width (cm) 1.4"
    view.choice.setFocus()
    for _ in range(3):
        QTest.keyClick(view.choice, Qt.Key.Key_Space)
        QTest.keyClick(view.choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.matrix.names == ("petal width (cm)",))
    QTest.keyClick(view.choice, Qt.Key.Key_Space)
    assert view.chosen() == [3]
    assert view.note.text() == "One column at least is shown."


def test_no_more_than_six_columns_are_chosen(explorer, qtbot):
    view = page(open_on(explorer, qtbot, "wine"), "Pairs")
    qtbot.waitUntil(lambda: len(view.matrix.names) == 4)
    for row in (4, 5, 6):
        view.choice.item(row).setCheckState(Qt.CheckState.Checked)
    assert view.chosen() == [0, 1, 2, 3, 4, 5]
    assert view.note.text() == "At most 6 columns can be read at once. Take one away first."


def test_the_correlation_under_mouse_and_keys(iris, qtbot):
    view = page(iris, "Correlation")
    qtbot.waitUntil(lambda: view.map.names != () and view.map.isVisible())
    QTest.mouseMove(view.map, view.map.place_of(Cell(0, 2)).center().toPoint())
    qtbot.waitUntil(lambda: view.note.text() == "sepal length (cm) · petal length (cm): 0.87")
    view.map.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.map, Qt.Key.Key_Down)
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    assert view.map.cell == (1, 3)
    assert view.note.text() == "sepal width (cm) · petal width (cm): −0.37"
    assert view.table()["petal width (cm)"][1] == pytest.approx(-0.3661, abs=1e-4)


def test_classes_part_by_part(iris, qtbot):
    view = page(iris, "Classes")
    assert [title.isVisible() for title in view.titles] == [True, True, False]
    counts = [dict(bars.texts()) for bars in view.bars]
    assert sum(int(text.split()[0]) for bars in counts[:2] for text in bars.values()) == 150
    assert view.titles[0].text() == "TRAINING  ·  112"
    assert view.table()["training"] == [float(text.split()[0]) for text in counts[0].values()]


def test_pictures_come_as_they_are_scrolled_to(explorer, qtbot):
    open_on(explorer, qtbot, "digits")
    view = page(explorer, "Pictures")
    assert "Pairs" not in [
        explorer.views.item(row).text() for row in range(7) if not explorer.views.item(row).isHidden()
    ]
    assert explorer.facts.text() == "1\N{NARROW NO-BREAK SPACE}797 samples · pictures of 8×8×1 · 10 classes"
    grid = view.grid
    qtbot.waitUntil(lambda: grid.painted > 0)
    assert grid.painted < 400
    row = int(grid.sections[0].rows[1])
    QTest.mouseMove(grid.viewport(), grid.place_of(row).center().toPoint())
    qtbot.waitUntil(lambda: grid.row == row)
    part = "training" if explorer.samples.part.values[row] == 0 else "validation"
    assert view.note.text() == f"number {row + 1} · class 0 · {part}"
    view.kind.setCurrentIndex(8)
    assert {int(explorer.samples.labels[each]) for each in grid.sections[0].rows} == {7}
    assert len(grid.sections) == 1
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(12):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.row == grid.sections[0].rows[12 * grid.across()]
    assert grid.verticalScrollBar().value() > 0
    assert grid.viewport().rect().contains(grid.place_of(grid.row).toRect())
    image = grid.grab().toImage()
    shown = explorer.samples.pictures[grid.row]
    place = grid.place_of(grid.row)
    dark, light = (np.argwhere(shown[..., 0] == value)[0] for value in (shown.min(), 16.0))
    step = place.width() / 8
    grey = [image.pixelColor(round(place.left() + (x + 0.5) * step), round(place.top() + (y + 0.5) * step)).red()
            for y, x in (dark, light)]  # fmt: skip
    assert grey == [0, 255]


def test_two_dimensions_tell_their_variance(iris, qtbot, monkeypatch, tmp_path):
    view = page(iris, "Two dimensions")
    qtbot.waitUntil(lambda: view.found is not None)
    assert view.note.text() == "PC1 and PC2 hold 95.8% of the variance of the standardised features"
    assert (view.chart.bottom.title, view.chart.left.title) == ("PC1 · 73.0%", "PC2 · 22.9%")
    drawn = len(view.points.training.data), len(view.points.validation.data)
    assert drawn == (112, 38)
    path = tmp_path / "pca.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
    view.csv_action.trigger()
    lines = path.read_text().splitlines()
    assert (lines[0], len(lines)) == ("#,pc1,pc2,class", 151)


def test_measures_are_told_by_colour_and_in_words(explorer, qtbot):
    view = page(open_on(explorer, qtbot, "sine"), "Pairs")
    qtbot.waitUntil(lambda: view.matrix.names == ("x", "target"))
    assert view.note.text() == "200 samples; rings are held out · orange: little target, blue: much"
    least, most = (explorer.samples.answers[0].values.argmin(), explorer.samples.answers[0].values.argmax())
    look = view.matrix._look
    assert [look.colors[look.kinds[row]] for row in (least, most)] == [
        theme.LIGHT.sign_color(sign).name() for sign in (-1, 1)
    ]


def test_pairs_of_other_data_are_not_seen_before_they_are_counted(iris, qtbot):
    pairs = page(iris, "Pairs")
    qtbot.waitUntil(pairs.matrix.isVisible)
    pairs.show_samples(iris.samples)
    assert not pairs.matrix.isVisible()
    qtbot.waitUntil(pairs.matrix.isVisible)


def test_a_series_tells_how_long_ago_each_value_was_in_headings_that_are_wide_enough(explorer, qtbot):
    source = TimeSeries(window=64).with_content({"values": np.arange(200.0) + 14_000})
    title = "takings of the shop"
    named = source.replace(columns=(source.columns[0].replace(title=title),))
    explorer.document.set_setting(Message("Data set"), "data", named)
    explorer.open()
    qtbot.waitUntil(lambda: explorer.samples is not None and len(explorer.samples.features) == 64)
    view = page(explorer, "Table")
    first, last = (view.model.headerData(place, Qt.Orientation.Horizontal) for place in (1, 65))
    assert (first, last) == (f"{title} −64", title)
    header = view.table_view.horizontalHeader()
    assert header.sectionSize(1) > header.fontMetrics().horizontalAdvance(first)
    statistics = page(explorer, "Columns")
    qtbot.waitUntil(lambda: statistics.statistics.isVisible())
    place = [statistics.model.index(row, 0).data() for row in range(65)].index(title)
    assert statistics.model.index(place, 10).data() == "14\N{NARROW NO-BREAK SPACE}199"


@pytest.fixture
def dated(explorer, qtbot, tmp_path):
    """A table of the sixty days from 2023-01-02 on."""
    path = tmp_path / "sales.csv"
    path.write_text("\n".join(["tanggal,sold", *(f"{date_text(19359 + day)},{2 * day}" for day in range(60))]))
    columns = [TableColumn("tanggal", type="date", encoding="ordinal", format="ISO8601"), TableColumn("sold", "target")]
    return open_on(explorer, qtbot, TableSource.of(read_whole(path), columns))


def test_dates_are_told_as_dates(dated, qtbot):
    view = page(dated, "Table")
    view.filter.setFocus()
    QTest.keyClicks(view.filter, "tanggal > 2023-02-27")
    qtbot.waitUntil(lambda: view.model.rowCount() == 3)
    assert sorted(cell(view, row, 1) for row in range(3)) == ["2023-02-28", "2023-03-01", "2023-03-02"]
    assert "tanggal > 2023-" in view.filter.placeholderText()
    view = page(dated, "Columns")
    qtbot.waitUntil(lambda: view.chart.bottom.dates and view.model.rowCount() == 3)
    told = [view.model.text(0, column) for column in range(1, 11)]
    days = ["2023-01-02", "2023-01-16", "2023-01-31", "2023-02-15", "2023-03-02"]
    assert told == ["60", "0", "60", "2023-01-31", "17.46", *days]
    view.chart.hovered.emit(QPointF(19359.5, 1))
    assert view.reading.text().startswith("2023-01-02 to 2023-01-")
    view.statistics.selectRow(1)
    qtbot.waitUntil(lambda: not view.chart.bottom.dates)
    view = page(dated, "Pairs")
    qtbot.waitUntil(lambda: view.matrix.dates == (True, False))
    QTest.mouseMove(view.matrix, view.matrix.inner(0, 1).center().toPoint())
    qtbot.waitUntil(lambda: view.note.text().startswith("tanggal 2023-01-31"))


@pytest.mark.parametrize(
    ("low", "high", "most", "wanted"),
    [
        ("2023-01-02", "2023-12-30", 5, ["2023-04-01", "2023-07-01", "2023-10-01"]),
        ("2021-12-20", "2024-03-01", 4, ["2022-01-01", "2023-01-01", "2024-01-01"]),
        ("2023-01-30", "2023-03-02", 2, ["2023-02-01", "2023-03-01"]),
    ],
)
def test_dates_along_an_axis_begin_months_and_years(low, high, most, wanted):
    assert [date_text(day) for day in date_ticks(read_date(low), read_date(high), most)] == wanted
