"""Sweeps on disk: they go with their project, are listed, shown and deleted, and take no more than a bound."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from gui.i18n import grouped
from gui.sweep import folders
from gui.sweep.kept import KeptSweeps
from tests.gui.projects import moons
from tests.gui.sweep.conftest import Make


@pytest.fixture
def sure(monkeypatch):
    """Every question is answered with Yes; what they said comes back."""
    asked = []

    def answer(box):
        asked.append(box.text())
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def test_sweeps_go_with_a_project_from_name_to_name(made, opened: Make, document, tmp_path) -> None:
    before = made("dense_1.units=2").folder
    other = made("dense_1.units=2,4", done=(1,)).folder
    window = opened()
    window.choice.show_folder(before)
    document.save(tmp_path / "mine.rambat")
    assert window.journal.folder.name == before.name, "the one that is looked at stays in sight"
    assert not before.exists()
    mine = window.journal.folder.parent
    window.close()
    document.save(tmp_path / "copy.rambat")
    document.save(tmp_path / "copy of the copy.rambat")
    window.open()
    assert window.journal.folder == mine / before.name, "a file that is saved again has its sweeps under both names"
    third = made("dense_1.units=2").folder
    document.replace(moons(), tmp_path / "mine.rambat")
    assert [path.name for path in window.choice._own()] == [other.name, before.name], "but not what the copy begins"
    document.replace(moons(), tmp_path / "copy of the copy.rambat")
    assert [path.name for path in window.choice._own()] == [third.name, other.name, before.name]


def test_a_sweep_that_is_at_work_stays_where_it_is_and_is_found(made, opened: Make, document, tmp_path) -> None:
    journal = made("dense_1.units=2")
    with journal.held():
        document.save(tmp_path / "mine.rambat")
        assert opened().journal.folder == journal.folder, "also where the window was closed until now"


def test_all_sweeps_are_listed_shown_and_deleted_by_keys(made, opened: Make, document, sure) -> None:
    first = made("optimizer.learning_rate=0.1", "dense_1.units=2").folder
    document.replace(moons())
    document.project.title = "Another"
    second = made("dense_1.units=2,4", done=(1,)).folder
    window = opened()
    assert window.journal.folder == second
    QTest.mouseClick(window.choice.all, Qt.MouseButton.LeftButton)
    listed = window.findChild(KeptSweeps)
    model, table = listed.model, listed.table
    rows = [[model.text(row, column) for column in (0, 2, 3)] for row in range(model.count())]
    assert rows == [
        [folders.time_of(second), "dense_1 › Units", "1 of 2"],
        [folders.time_of(first), "Learning rate, dense_1 › Units", "1 of 1"],
    ]
    assert f"of at most {grouped(1000)} MB" in listed.total.text()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert sure == [f"Delete the sweep of {folders.time_of(second)} for good?"]
    assert not second.exists()
    assert window.journal is None
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.journal.folder == first
    assert window.choice.box.currentText() == folders.time_of(first)


def test_beyond_the_bound_no_sweep_begins(made, opened: Make, monkeypatch) -> None:
    folder = made("dense_1.units=2").folder
    window = opened()
    monkeypatch.setattr(folders, "MOST_BYTES", folders.bytes_of(folder) - 1)
    window.start()
    assert "All sweeps take" in window.failure.text()
    assert not window.process.is_running
    assert window.journal.folder == folder
