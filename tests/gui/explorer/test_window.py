"""The explorer's window: opened by button, key and menu, closed by keys, and always on the document's data."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from engine.data import DataSource, Preparation
from engine.errors import Message
from gui import i18n, theme
from gui.explorer.errand import at_once
from gui.settings import Settings
from tests.gui.explorer.conftest import open_on, page


def shown(explorer):
    """The views that are offered."""
    rows = (explorer.views.item(row) for row in range(explorer.views.count()))
    return [item.text() for item in rows if not item.isHidden()]


def test_the_panels_button_opens_it_and_escape_closes_it(window, qtbot):
    window._docks["data"].raise_()
    QTest.mouseClick(window.findChild(QPushButton, "explore_data"), Qt.MouseButton.LeftButton)
    explorer = window.explorer
    assert explorer.isVisible()
    qtbot.waitUntil(lambda: explorer.samples is not None)
    assert explorer.title.text() == "Two moons"
    assert explorer.facts.text().startswith("240 samples · 2 features · 2 classes")
    explorer.resize(900, 500)
    QTest.keyClick(explorer.views, Qt.Key.Key_Escape)
    assert explorer.isHidden()
    assert not Settings().explorer_geometry.isEmpty()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert explorer.isVisible()
    assert explorer.size() == QSize(900, 500)
    qtbot.waitUntil(explorer.isActiveWindow)
    explorer.pages[0].filter.setFocus()
    QTest.keyClick(explorer.pages[0].filter, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert explorer.isHidden()


def test_arrows_walk_through_the_views(iris):
    assert shown(iris) == ["Table", "Columns", "Pairs", "Correlation", "Classes", "Two dimensions"]
    iris.views.setFocus()
    for expected in shown(iris)[1:]:
        QTest.keyClick(iris.views, Qt.Key.Key_Down)
        visible = [view.windowTitle() for view in iris.pages if view.isVisible()]
        assert visible == [expected]


def test_a_view_tells_what_it_has_written_until_another_is_chosen(iris, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "iris.png"), ""))
    view = page(iris, "Correlation")
    qtbot.waitUntil(view.body.isVisible)
    view.png_action.trigger()
    assert iris.facts.text() == "The picture is written to iris.png."
    page(iris, "Pairs")
    assert iris.facts.text().startswith("150 samples")


def test_it_follows_the_document(iris, qtbot):
    document = iris.document
    free = threading.Event()
    iris.session.worker.put(lambda: free.wait(20))
    document.set_setting(Message(""), "data", DataSource.resolve("sine"))
    assert iris.samples is None
    assert iris.state.text() == "Loading the data…"
    assert iris.state.isVisible()
    free.set()
    qtbot.waitUntil(lambda: iris.samples is not None)
    assert iris.title.text() == "Sine curve"
    assert (iris.samples.classes, len(iris.samples.features)) == ((), 1)
    document.set_setting(Message(""), "preparation", Preparation(validation=0.2, test=0.3))
    qtbot.waitUntil(lambda: iris.samples is not None and (iris.samples.part.values == 2).any())


def test_a_failure_is_told(iris, qtbot):
    iris.document.set_setting(Message(""), "preparation", Preparation(split="by_column"))
    qtbot.waitUntil(lambda: "no column that says" in iris.state.text())
    assert iris.state.isVisible()
    iris.document.undo_stack.undo()
    qtbot.waitUntil(lambda: iris.samples is not None)


def test_while_it_is_closed_nothing_is_gathered(iris, qtbot):
    for title in ("Columns", "Pairs", "Two dimensions", "Table"):
        view = page(iris, title)
        qtbot.waitUntil(lambda view=view: not view.hint.isVisible())
    held = weakref.ref(iris.samples)
    iris.close()
    iris.document.set_setting(Message(""), "data", DataSource.resolve("moons"))
    qtbot.waitUntil(lambda: iris.session.data is not None)
    gc.collect()
    assert held() is None  # nor is anything kept of what was
    iris.open()
    qtbot.waitUntil(lambda: iris.samples is not None and len(iris.samples) != 150)


def test_views_that_say_nothing_give_a_reason(explorer, qtbot):
    open_on(explorer, qtbot, "sine")
    view = page(explorer, "Two dimensions")
    assert view.hint.isVisible()
    assert view.hint.text() == "There are no more than two features of numbers, which Pairs shows as they are."


def test_classes_are_offered_only_where_there_are_some(explorer, qtbot):
    def offered() -> list[str]:
        items = map(explorer.views.item, range(explorer.views.count()))
        return [item.text() for item in items if not item.isHidden()]

    open_on(explorer, qtbot, "iris")
    page(explorer, "Classes")
    explorer.document.set_setting(Message("Data set"), "data", DataSource.resolve("sine"))
    qtbot.waitUntil(lambda: "Classes" not in offered())
    assert explorer.views.currentItem().text() == "Table"


def test_columns_are_named_in_the_windows_language(iris, qapp, qtbot):
    i18n.install(qapp, "id")
    qtbot.waitUntil(lambda: iris.samples is not None and iris.windowTitle() == iris.tr("Explore data"))
    i18n.install(qapp, "en")
    qtbot.waitUntil(lambda: iris.samples is not None and iris.samples.part.name == "part")


def test_what_cannot_be_computed_is_told_instead_of_awaited(iris, qtbot, monkeypatch):
    view = page(iris, "Two dimensions")
    qtbot.waitUntil(lambda: view.found is not None)

    def fail() -> None:
        raise MemoryError

    view.wait()
    view.errand.ask(at_once(fail))
    qtbot.waitUntil(lambda: view.hint.text() == "These data need more memory than there is.")
    assert view.hint.isVisible()


def test_a_hidden_view_wears_another_theme_when_it_is_seen_again(iris, qapp, qtbot):
    matrix = page(iris, "Pairs").matrix
    qtbot.waitUntil(lambda: matrix.names != ())
    page(iris, "Table")
    theme.apply(qapp, theme.DARK)
    page(iris, "Pairs")
    qtbot.waitUntil(lambda: matrix.grab().toImage().pixelColor(1, 1).name() == theme.DARK.panel.lower())


def test_pictures_are_seen_first_and_what_was_chosen_then_stays(explorer, qtbot):
    open_on(explorer, qtbot, "shapes")
    assert explorer.views.currentItem().text() == "Pictures"
    explorer.views.setFocus()
    QTest.keyClick(explorer.views, Qt.Key.Key_Home)
    assert explorer.views.currentItem().text() == "Table"
    open_on(explorer, qtbot, "shapes")
    assert explorer.views.currentItem().text() == "Table"
