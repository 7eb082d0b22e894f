"""A table taken for a time series in the assistant, by mouse and keys: cut, drawn, told what tears it, and used."""

from __future__ import annotations

import math
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from engine.data import TimeSeries
from engine.layers import LSTM
from engine.project import from_bytes, to_bytes
from gui.panels.data import DataPanel
from gui.table_import.assistant import TableAssistant

LEFT = Qt.MouseButton.LeftButton
COUNT = 60
ROWS = [
    f"{n % 28 + 1:02}/{n // 28 + 1:02}/2026;{9000 + 500 * math.sin(n / 3):.0f};{'ya' if n % 7 == 0 else 'tidak'}\n"
    for n in range(COUNT)
]


def written(path, rows):
    path.write_text("Laporan toko\n\ntanggal;jual;libur\n" + "".join(rows))
    return path


@pytest.fixture
def table(tmp_path):
    return written(tmp_path / "toko.csv", ROWS)


@pytest.fixture
def opened(qtbot, small_window, monkeypatch):
    """Opens the assistant on a file by the key of the Data menu's time series."""

    def ask(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        QTest.keySequence(small_window, "Ctrl+Alt+R")
        qtbot.waitUntil(lambda: small_window.findChild(TableAssistant) is not None)
        return small_window.findChild(TableAssistant)

    return ask


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_series_is_cut_drawn_and_used_with_a_network_in_one_step(qtbot, small_window, opened, table):
    document = small_window.document
    before = (document.project.data, document.project.preparation, document.project.training, list(document.graph))
    assistant = opened(table)
    qtbot.waitUntil(assistant.use.isEnabled)
    rows, view = assistant.rows, assistant.report.series
    assert (rows.tick.isChecked(), assistant.format.skip.value) == (True, 2)
    model = assistant.preview.shown
    assert [model.becomes(place) for place in range(3)] == ["Order · Date", "Target · Number", "Feature · Category"]
    assert assistant.report.lines.text().splitlines()[:2] == [
        "Rows above the table that are skipped: 2.", "60 rows read, none is left out."
    ]  # fmt: skip
    type_into(rows.fields["window"], "10")
    type_into(rows.fields["horizon"], "3")
    qtbot.waitUntil(lambda: assistant.report.shape.text() == "10×3 → 3")
    assert view.count == 48
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caption() == "Window 2 of 48: steps 2–11 are seen, 12–14 forecast"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.place == 47
    QTest.mouseClick(view, LEFT, pos=view.point(20).toPoint())
    assert view.place == 20 - 6
    QTest.mouseClick(view, LEFT, pos=QPoint(0, 40))
    assert view.place == 0
    assert rows.network.value == "dense", "what is drawn reads points, not windows"
    rows.network.setFocus()
    QTest.keyClick(rows.network, Qt.Key.Key_Down)
    QTest.mouseClick(assistant.use, LEFT)
    data = document.project.data
    assert isinstance(data, TimeSeries)
    assert (data.window, data.horizon, document.project.preparation.split) == (10, 3, "in_order")
    assert any(isinstance(node.layer, LSTM) for node in document.graph)
    assert document.inference.problems == ()
    assert document.undo_stack.count() == 1
    assert from_bytes(to_bytes(document.project)).data == data
    panel = small_window.findChild(DataPanel)
    qtbot.waitUntil(lambda: dict(panel.facts.texts()).get("Left out between them") == "2")
    document.undo_stack.undo()
    after = (document.project.data, document.project.preparation, document.project.training, list(document.graph))
    assert after == before


def test_the_window_never_puts_a_series_in_order_itself(qtbot, opened, table, monkeypatch):
    threads, steps = [], TimeSeries.steps
    monkeypatch.setattr(
        TimeSeries, "steps", lambda source: (threads.append(threading.current_thread()), steps(source))[1]
    )
    assistant = opened(table)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.series.count == 44
    assert threads
    assert threading.main_thread() not in threads


def test_a_plain_table_is_taken_for_a_series_and_back(qtbot, small_window, table):
    small_window.data.tables.open(table)
    assistant = small_window.findChild(TableAssistant)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.rows.fields["window"].isHidden()
    assert assistant.report.shape.text() == "2 → 1"
    tick = assistant.rows.tick
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: assistant.report.shape.text() == "16×3 → 1")
    assert assistant.report.series.isVisible()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: assistant.report.shape.text() == "2 → 1")
    assert assistant.report.series.isHidden()
    assistant.reject()
    assert small_window.document.undo_stack.count() == 0


@pytest.mark.parametrize("cell", ["", "rusak"])
def test_a_gap_is_filled_and_told_and_what_else_tears_the_series_is_mended(qtbot, small_window, opened, tmp_path, cell):
    rows = [*ROWS[:10], f"11/01/2026;{cell};ya\n", *ROWS[11:]]
    assistant = opened(written(tmp_path / "toko.csv", rows))
    if cell:
        qtbot.waitUntil(assistant.report.error.isVisible)
        assert "toko.csv, row 14, column 2 (jual): a number is needed" in assistant.report.error.text()
        assert not assistant.use.isEnabled()
        assistant.preview.choose([1])
        QTest.mouseClick(assistant.form.count_missing, LEFT)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert "jual is missing in 1 row (14) and filled with: value before." in assistant.report.lines.text()
    assistant.preview.choose([1])
    box = assistant.form.missing
    assert box.value == "previous"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "toko.csv, row 14, column 2 (jual): a value is needed" in assistant.report.error.text()
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(assistant.use.isEnabled)
    type_into(assistant.rows.fields["window"], "90")
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "need at least 91 values. Received: 60" in assistant.report.error.text()
    assistant.reject()


def test_a_held_series_is_cut_otherwise_without_its_file(qtbot, small_window, opened, table):
    document = small_window.document
    assistant = opened(table)
    qtbot.waitUntil(assistant.use.isEnabled)
    drawn = list(document.graph)
    QTest.keyClick(assistant.rows.network, Qt.Key.Key_Up)
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert list(document.graph) == drawn, "the drawn network stays where people want it"
    table.unlink()
    qtbot.waitUntil(lambda: small_window.findChild(TableAssistant) is None)
    small_window.actions_by_id["edit_columns"].trigger()
    assistant = small_window.findChild(TableAssistant)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.rows.tick.isHidden()
    assert assistant.rows.network.isHidden()
    type_into(assistant.rows.fields["stride"], "4")
    qtbot.waitUntil(lambda: assistant.report.series.count == 11)
    QTest.mouseClick(assistant.use, LEFT)
    assert (document.project.data.stride, document.undo_stack.undoText()) == (4, "Edit columns")
    document.undo_stack.undo()
    assert document.project.data.stride == 1
