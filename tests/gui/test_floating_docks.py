"""Panels that float: where their windows stand, and how to be rid of them."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from gui.dock import Dock


def test_a_panel_that_takes_more_room_stays_on_the_screen(qtbot):
    window = QMainWindow()
    dock = Dock("runs", QLabel(), QSize(600, 5000))
    qtbot.addWidget(window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    screen = window.screen().availableGeometry()
    window.setGeometry(screen)
    with qtbot.waitExposed(window):
        window.show()
    dock.setFloating(True)
    assert dock.width() >= 600
    assert screen.contains(dock.geometry())


def test_a_panel_grows_from_its_corner_and_stands_again_where_people_have_put_it(qtbot):
    window = QMainWindow()
    dock = Dock("runs", QLabel(), QSize(400, 300))
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel())
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    screen = window.screen().availableGeometry()
    window.setGeometry(screen)
    with qtbot.waitExposed(window):
        window.show()
    window.resizeDocks([dock], [100], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: dock.height() == 100)
    foot = dock.mapToGlobal(dock.rect().bottomRight())
    dock.setFloating(True)
    assert dock.height() == 300
    assert (dock.geometry().bottomRight() - foot).manhattanLength() <= 4
    own = QRect(screen.left() + 40, screen.top() + 30, 320, 240)
    dock.setGeometry(own)
    qtbot.waitUntil(lambda: dock.geometry() == own)
    dock.setFloating(False)
    qtbot.waitUntil(lambda: dock.geometry() != own)
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.geometry() == own)


def test_a_panel_stands_again_on_the_screen_on_which_people_have_put_it(qtbot, monkeypatch):
    window = QMainWindow()
    dock = Dock("runs", QLabel())
    qtbot.addWidget(window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    with qtbot.waitExposed(window):
        window.show()
    dock.setFloating(True)
    screen = window.screen().availableGeometry()
    own = QRect(screen.center(), QSize(300, 200))
    dock.setGeometry(own)
    qtbot.waitUntil(lambda: dock.geometry() == own)
    dock.setFloating(False)
    beside = SimpleNamespace(availableGeometry=lambda: QRect(screen.topLeft(), screen.size() / 4))
    monkeypatch.setattr(Dock, "screen", lambda _dock: beside)
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.geometry() == own)


def test_docked_again_a_panel_hides_its_buttons_until_the_pointer_comes(qtbot):
    window = QMainWindow()
    dock = Dock("runs", QLabel())
    qtbot.addWidget(window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    with qtbot.waitExposed(window):
        window.show()
    bar = dock.titleBarWidget()
    QApplication.sendEvent(bar, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert bar.detach.isVisible()
    bar.detach.click()
    assert dock.isFloating()
    assert bar.detach.isVisible()
    bar.detach.click()
    assert not bar.detach.isVisible()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
