"""Blocks that people keep: saved from a group, found in the palette, put in again, renamed, deleted, damaged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from engine import groups
from engine.annotations import Group
from engine.errors import ExportError, ProjectError
from engine.graph import Edge
from engine.subgraph import part_of
from gui.blocks import Blocks
from gui.document import Document
from gui.main_window import MainWindow
from gui.mime import BLOCK_MIME
from gui.settings import Settings
from gui.widgets.layer_card import BLOCK
from tests.gui.canvas import hands
from tests.gui.projects import moons


@pytest.fixture
def part():
    """dense_1 and dense_2 in a group."""
    graph = moons().graph
    group_id, changes = groups.group(graph, ["dense_1", "dense_2"], "Block")
    for change in changes:
        graph.apply(change)
    return part_of(graph, [group_id])


@pytest.fixture
def blocks(qapp, tmp_path):
    return Blocks(tmp_path / "kept")


@pytest.fixture
def window(qapp, qtbot):
    opened = MainWindow(Document(moons()))
    qtbot.addWidget(opened)
    opened.resize(1440, 900)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.session.close()


def say(monkeypatch, name: str, yes: bool = True) -> None:
    """Answer every question for a name, and every other question."""
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (name, True))
    answer = QMessageBox.StandardButton.Yes if yes else QMessageBox.StandardButton.Cancel
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answer)


def row_of(window, name):
    listed = window.palette_panel.list
    return next((i for i in map(listed.item, range(listed.count())) if i.data(BLOCK) == name), None)


def keep(window, monkeypatch, name="Encoder"):
    """Group both dense layers and keep them, by keys and by the menu's action."""
    window.canvas.setFocus()
    window.document.select(["dense_1", "dense_2"])
    QTest.keyClick(window.canvas, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_Return)
    say(monkeypatch, name)
    window.actions_by_id["save_block"].trigger()


@pytest.mark.parametrize("name", ["Encoder", "a/b: 50 % \\ ?", ".hidden", "Blok é 深い 🙂" * 4, "con"])
def test_a_block_comes_back_as_it_was_kept_under_any_name(blocks, part, name):
    name = name[:50]
    blocks.save(name, part)
    assert blocks.names() == [name]
    assert blocks.load(name) == part
    blocks.rename(name, "Other")
    assert blocks.names() == ["Other"]
    blocks.delete("Other")
    assert blocks.names() == []


def test_a_name_that_another_has_is_refused(blocks, part):
    blocks.save("A", part)
    blocks.save("B", part)
    with pytest.raises(ExportError, match="called B already"):
        blocks.rename("A", "B")
    assert blocks.names() == ["A", "B"]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[" * 100_000, b"{}", b'{"nodes": [], "edges": []}', b'{"nodes": [1], "edges": []}']
)
def test_a_damaged_file_is_told(blocks, part, content):
    blocks.save("A", part)
    (blocks._folder / "A.json").write_bytes(content)
    with pytest.raises(ProjectError, match="The block A is damaged"):
        blocks.load("A")


def test_a_file_that_is_gone_is_told(blocks):
    with pytest.raises(ProjectError, match="could not be read"):
        blocks.load("A")


def test_a_group_is_kept_and_put_in_again_from_the_palette(window, monkeypatch):
    keep(window, monkeypatch)
    item = row_of(window, "Encoder")
    assert item is not None
    listed = window.palette_panel.list
    listed.scrollToItem(item)
    place = listed.visualItemRect(item).center()
    before = window.document.graph.copy()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    graph = window.document.graph
    assert [each.title for each in graph.annotations.values() if isinstance(each, Group)] == ["Group", "Encoder"]
    assert Edge("dense_3", "dense_4", 0) in graph.edges()
    assert window.document.selection.annotations == {"group_2"}
    window.document.undo_stack.undo()
    assert graph == before


def test_a_block_is_dropped_where_the_mouse_is(window, monkeypatch):
    keep(window, monkeypatch)
    mime = QMimeData()
    mime.setData(BLOCK_MIME, b"Encoder")
    pixel = QPoint(200, 60)
    assert hands.drop(window.canvas, mime, pixel)
    card = window.canvas.network.surroundings.items["group_2"]
    assert (window.canvas.mapFromScene(card.pos()) - pixel).manhattanLength() <= 9


def test_a_drag_carries_the_blocks_name(window, monkeypatch):
    keep(window, monkeypatch)
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(bytes(drag.mimeData().data(BLOCK_MIME).data())))
    listed = window.palette_panel.list
    listed.setCurrentItem(row_of(window, "Encoder"))
    listed.startDrag(Qt.DropAction.CopyAction)
    assert carried == [b"Encoder"]


def test_a_block_put_in_inside_a_group_belongs_to_it(window, monkeypatch):
    keep(window, monkeypatch)
    window.document.enter("group_1")
    window.palette_panel.list.setCurrentItem(row_of(window, "Encoder"))
    QTest.keyClick(window.palette_panel.list, Qt.Key.Key_Return)
    assert window.document.graph.annotations["group_2"].group == "group_1"


def test_a_search_finds_blocks(window, monkeypatch):
    keep(window, monkeypatch)
    QTest.keyClicks(window.palette_panel.search, "encod")
    assert row_of(window, "Encoder") is not None
    QTest.keyClicks(window.palette_panel.search, "x")
    assert row_of(window, "Encoder") is None


def test_a_block_is_renamed_and_deleted_by_its_menu(window, monkeypatch):
    keep(window, monkeypatch)
    listed = window.palette_panel.list

    def choose(name: str, text: str) -> None:
        listed.setCurrentItem(row_of(window, name))
        QApplication.sendEvent(listed, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
        next(a for a in window.palette_panel.menu.actions() if a.text() == text).trigger()
        window.palette_panel.menu.close()

    say(monkeypatch, "Decoder")
    choose("Encoder", "Rename…")
    assert row_of(window, "Encoder") is None
    say(monkeypatch, "", yes=False)
    choose("Decoder", "Delete…")
    assert row_of(window, "Decoder") is not None
    say(monkeypatch, "")
    choose("Decoder", "Delete…")
    assert row_of(window, "Decoder") is None


def test_a_damaged_block_is_told_in_the_window_and_changes_nothing(window, monkeypatch):
    keep(window, monkeypatch)
    (Settings().blocks_folder / "Encoder.json").write_text("nonsense", encoding="utf-8")
    before = window.document.graph.copy()
    window.palette_panel.list.setCurrentItem(row_of(window, "Encoder"))
    QTest.keyClick(window.palette_panel.list, Qt.Key.Key_Return)
    assert "The block Encoder is damaged" in window.notice.text.text()
    assert window.document.graph == before
