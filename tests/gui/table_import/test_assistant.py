"""The assistant by mouse and keys: detecting, correcting, choosing, stopping, and telling what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.data.tables import Reading, blocks
from gui.table_import.assistant import TableAssistant
from gui.table_import.reader import Reader
from gui.worker import Worker
from tests.engine.data.tables.workbooks import write_workbook

LEFT = Qt.MouseButton.LeftButton
CITIES = ("Bogor", "Depok", "Bandung")
TEXT = "id;luas;kota;kelas\n" + "".join(
    f"{n + 1};{'' if n == 3 else f'{60 + n},5'};{CITIES[n % 3]};{'mahal' if n % 4 == 0 else 'murah'}\n"
    for n in range(40)
)


@pytest.fixture
def assistant(qapp, qtbot):
    worker = Worker()
    reader = Reader(worker.put)
    assistant = TableAssistant(reader)
    qtbot.addWidget(assistant)
    with qtbot.waitActive(assistant):
        assistant.show()
        assistant.activateWindow()
    yield assistant
    worker.close()


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "rumah.csv"
    path.write_text(TEXT)
    return path


@pytest.fixture
def long_table(tmp_path, monkeypatch):
    """One that is read in so many pieces that no test lives to see the last."""
    monkeypatch.setattr(blocks, "PIECE", 10)
    path = tmp_path / "panjang.csv"
    path.write_text("x,y\n" + "".join(f"{n}.5,{n % 7}.25\n" for n in range(40_000)))
    return path


def read(qtbot, assistant, path):
    assistant.show_file(path)
    qtbot.waitUntil(assistant.use.isEnabled)


def click_header(assistant, place, keys=Qt.KeyboardModifier.NoModifier):
    header = assistant.preview.horizontalHeader()
    middle = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    QTest.mouseClick(header.viewport(), LEFT, keys, QPoint(middle, 12))


def pick(box, value):
    """Walk to an entry of a box with the arrow keys."""
    box.setFocus()
    wanted = [entry.value for entry in box._describe()].index(value)
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value == value


def becomes(assistant):
    model = assistant.preview.shown
    return [model.becomes(place) for place in range(model.columnCount())]


def test_a_table_is_detected_and_told(qtbot, assistant, table):
    read(qtbot, assistant, table)
    bar = assistant.format
    assert (bar.delimiter.value, bar.decimal.value, bar.encoding.value, bar.header.value) == (";", ",", "utf-8", True)
    assert bar.sheet.isHidden()
    assert becomes(assistant) == ["Ignore", "Feature · Number", "Feature · Category", "Target · Category"]
    assert assistant.report.lines.text().splitlines() == [
        "40 rows read, none is left out.",
        "id is ignored. It counts or names the rows.",
        "luas is missing in 1 row (5) and filled with: median.",
    ]
    assert assistant.report.shape.text() == "4 → 1"
    assert assistant.report.classes.texts() == [("mahal", "10   25%"), ("murah", "30   75%")]
    assert assistant.form.title.text() == "kelas"
    click_header(assistant, 0)
    assert assistant.form.title.text() == "id"
    assert assistant.form.reason.text().endswith("It counts or names the rows.")


def test_another_delimiter_is_tried_and_its_error_told_in_place(qtbot, assistant, table):
    read(qtbot, assistant, table)
    box = assistant.format.delimiter
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value == ","
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "choose another delimiter" in assistant.report.error.text()
    assert assistant.isVisible()
    assert not assistant.use.isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.error.isHidden()
    assert assistant.preview.shown.columnCount() == 4


def test_roles_are_changed_by_mouse_and_keys(qtbot, assistant, table):
    read(qtbot, assistant, table)
    click_header(assistant, 2)
    assert assistant.preview.chosen() == [2]
    pick(assistant.form.role, "ignore")
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.shape.text() == "1 → 1"
    pick(assistant.form.role, "target")
    qtbot.waitUntil(assistant.use.isEnabled)
    assert becomes(assistant)[2:] == ["Target · Category", "Feature · Category"]
    assert assistant.report.shape.text() == "3 → 3"
    click_header(assistant, 3)
    pick(assistant.form.encoding, "ordinal")
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.shape.text() == "2 → 3"


def test_several_columns_are_chosen_by_keys_alone(qtbot, assistant, table):
    read(qtbot, assistant, table)
    preview = assistant.preview
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Left)
    QTest.keyClick(preview, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert preview.chosen() == [1, 2]
    assert assistant.form.title.text() == "2 columns"
    QTest.keyClick(preview, Qt.Key.Key_Tab)
    assert assistant.form.role.hasFocus()
    pick(assistant.form.role, "ignore")
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "There is no feature" in assistant.report.error.text()


def test_what_was_said_of_a_column_outlives_another_reading(qtbot, assistant, table):
    read(qtbot, assistant, table)
    click_header(assistant, 2)
    pick(assistant.form.role, "target")
    missing = assistant.format.missing
    missing.setFocus()
    missing.selectAll()
    QTest.keyClicks(missing, "Bandung")
    QTest.keyClick(missing, Qt.Key.Key_Tab)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert becomes(assistant)[2] == "Target · Category"
    assert "    in kota: 13 rows (4, 7, 10, 13, 16, …)" in assistant.report.lines.text().splitlines()
    assert assistant.report.classes.texts() == [("Bogor", "14   52%"), ("Depok", "13   48%")]


def test_a_long_reading_is_stopped_and_begun_again(qtbot, assistant, long_table, monkeypatch):
    rows = []
    assistant._reader.told.connect(lambda told: rows.append(getattr(told, "rows", None)))
    with qtbot.waitSignal(assistant._reader.told, check_params_cb=lambda told: isinstance(told, Reading)):
        assistant.show_file(long_table)
    assert assistant.preview.shown.rowCount() == 100, "the beginning is shown at once"
    QTest.mouseClick(assistant.stop, LEFT)
    count = len(rows)
    assert assistant.state.text() == "The file was not read to its end."
    assert assistant.progress.isHidden()
    assert not assistant.use.isEnabled()
    QTest.qWait(50)
    assert len(rows) == count
    assert assistant.again.hasFocus()
    monkeypatch.setattr(blocks, "PIECE", 1 << 22)
    QTest.keyClick(assistant.again, Qt.Key.Key_Space)
    qtbot.waitUntil(assistant.use.isEnabled)


def test_closing_ends_the_reading(qtbot, assistant, long_table):
    with qtbot.waitSignal(assistant._reader.told, check_params_cb=lambda told: isinstance(told, Reading)):
        assistant.show_file(long_table)
    with qtbot.assertNotEmitted(assistant.imported):
        QTest.keyClick(assistant, Qt.Key.Key_Escape)
        assert not assistant.isVisible()
        with qtbot.assertNotEmitted(assistant._reader.told, wait=50):
            pass


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02\x03" * 50, "is no table"),
        (b"a,b\n1,2\n3\n4,5\n", "row 3: 2 cells are needed"),
        (b"a,a\n1,2\n", "more than once"),
    ],
)
def test_a_file_that_cannot_be_read_keeps_the_assistant_open(qtbot, assistant, table, tmp_path, content, told):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    assistant.show_file(bad)
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert told in assistant.report.error.text()
    assert assistant.isVisible()
    assert not assistant.use.isEnabled()
    with qtbot.waitSignal(assistant.other_wanted):
        QTest.mouseClick(assistant.other, LEFT)
    read(qtbot, assistant, table)
    assert assistant.report.error.isHidden()


def test_a_text_among_numbers_is_counted_as_missing_at_a_click(qtbot, assistant, tmp_path):
    path = tmp_path / "kamar.csv"
    path.write_text("kamar,harga\n" + "".join(f"{'tiga' if n == 7 else n % 5},{n / 2}\n" for n in range(30)))
    read(qtbot, assistant, path)
    click_header(assistant, 0)
    assert assistant.form.type.value == "category"
    QTest.mouseClick(assistant.form.count_missing, LEFT)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert becomes(assistant)[0] == "Feature · Number"
    assert assistant.format.missing.text().endswith(", tiga")


def test_columns_that_cannot_be_used_are_the_reason_told_with_the_error(qtbot, assistant, tmp_path):
    path = tmp_path / "nilai.csv"
    path.write_text("x,y\n" + "".join(f"{'sakit' if n == 3 else n},{'ya' if n % 2 else 'no'}\n" for n in range(30)))
    assistant.show_file(path)
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert assistant.report.error.text() == (
        "nilai.csv: There is no feature. Choose at least one column that the network is given."
    )
    assert assistant.report.lines.text() == (
        "x is ignored. It would hold numbers or dates but for row 5: 'sakit'. If that means a missing value, say so."
    )
    click_header(assistant, 0)
    QTest.mouseClick(assistant.form.count_missing, LEFT)
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.lines.text().splitlines()[1] == "x is missing in 1 row (5) and filled with: median."
    header = assistant.preview.horizontalHeader()
    assert header.sectionSize(0) >= header.sectionSizeHint(0), "Feature · Number needs more room than Ignore"


def test_titles_above_a_table_are_told(qtbot, assistant, tmp_path):
    path = tmp_path / "laporan.csv"
    path.write_text("Laporan nilai\n\np,q,r\n" + "".join(f"{n},{n / 2},{'ab'[n % 2]}\n" for n in range(20)))
    read(qtbot, assistant, path)
    assert assistant.report.lines.text().splitlines() == [
        "Rows above the table that are skipped: 2.",
        "20 rows read, none is left out.",
    ]
    assert becomes(assistant) == ["Feature · Number", "Feature · Number", "Target · Category"]


def test_another_sheet_of_a_workbook(qtbot, assistant, tmp_path):
    path = tmp_path / "buku.xlsx"
    rows = [["panjang", "jenis"], *([n / 2, "ab"[n % 2]] for n in range(20))]
    write_workbook(path, {"Catatan": [["x"], ["y"]], "Data": rows})
    assistant.show_file(path)
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "Choose another sheet" in assistant.report.error.text()
    assert assistant.format.delimiter.isHidden()
    pick(assistant.format.sheet, "Data")
    qtbot.waitUntil(assistant.use.isEnabled)
    assert assistant.report.shape.text() == "1 → 1"


def test_names_that_are_no_names_are_taken_for_cells(qtbot, assistant, table, tmp_path):
    read(qtbot, assistant, table)
    path = tmp_path / "ganda.csv"
    path.write_text("a;a;b\n" + "".join(f"{n},5;{n % 4},25;{'ab'[n % 2]}\n" for n in range(20)))
    assistant.show_file(path)
    qtbot.waitUntil(assistant.report.error.isVisible)
    assert "say that the file has no header" in assistant.report.error.text()
    assert assistant.preview.shown.columnCount() == 0, "what is shown of another file would mislead"
    assert (assistant.format.delimiter.value, assistant.format.decimal.value) == (";", ",")
    assistant.format.header.setFocus()
    QTest.keyClick(assistant.format.header, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: assistant.preview.shown.columnCount() == 3)
    qtbot.waitUntil(assistant.report.error.isHidden)
    assert assistant.preview.shown.headerData(2, Qt.Orientation.Horizontal) == "column_3"
