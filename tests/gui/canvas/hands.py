"""What a user's hands do to the canvas, as real events."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, qVersion
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainterPath, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from gui.canvas import NetworkView
from gui.canvas.cards.node_item import wire_ends
from gui.canvas.geometry import Port
from gui.mime import LAYER_MIME

QT_VERSION = tuple(map(int, qVersion().split(".")[:2]))
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def pixel_of(view: NetworkView, node_id: str) -> QPoint:
    """Where the middle of a card is on screen."""
    return view.mapFromScene(view.network.nodes[node_id].pos())


def port_pixel(view: NetworkView, node_id: str, number: int | None = None) -> QPoint:
    """Where a port is on screen; None is the output."""
    return view.mapFromScene(view.network.nodes[node_id].port_at(Port(node_id, number)))


def wire_pixel(view: NetworkView, edge: Edge) -> QPoint:
    """Where the middle of a wire is on screen."""
    x0, y0, x1, y1 = wire_ends(view.network.nodes, edge)
    return view.mapFromScene(QPointF((x0 + x1) / 2, (y0 + y1) / 2))


def runs_over(path: QPainterPath, rect: QRectF) -> bool:
    """Whether a wire is drawn over a rectangle; `QPainterPath.intersects` means the area that a path encloses."""
    return any(rect.contains(path.pointAtPercent(step / 200)) for step in range(201))


def press(view: NetworkView, pixel: QPoint, keys: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(view.viewport(), button, keys, pixel)


def lead(view: NetworkView, *pixels: QPoint) -> None:
    """Move the mouse along these places."""
    for pixel in pixels:
        QTest.mouseMove(view.viewport(), pixel)
        QApplication.processEvents()


def release(
    view: NetworkView, pixel: QPoint, keys: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
) -> None:
    QTest.mouseRelease(view.viewport(), button, keys, pixel)


def drag(view: NetworkView, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press, lead over a place half-way, release."""
    press(view, start, button=button)
    lead(view, (start + end) / 2, end)
    release(view, end, button=button)


def click(view: NetworkView, pixel: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(view.viewport(), LEFT, keys, pixel)


def key(view: NetworkView, code: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(view, code, keys)


def layer_mime(kind: str) -> QMimeData:
    """What the palette hands over."""
    mime = QMimeData()
    mime.setData(LAYER_MIME, kind.encode())
    return mime


def entering(mime: QMimeData, pixel: QPoint, kind: type[QDragMoveEvent] = QDragEnterEvent) -> QDragMoveEvent:
    """What a widget receives when something is dragged over it; it does not keep what it carries."""
    place = QPointF(pixel) if QT_VERSION >= (6, 12) else pixel  # whole pixels are deprecated since
    return kind(place, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)


def carry_in(view: NetworkView, mime: QMimeData, pixel: QPoint) -> bool:
    """Drag something over the canvas; whether it may be dropped."""
    enter = entering(mime, pixel)
    QApplication.sendEvent(view.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(view.viewport(), entering(mime, pixel, QDragMoveEvent))
    return enter.isAccepted()


def carry_out(view: NetworkView) -> None:
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def drop(view: NetworkView, mime: QMimeData, pixel: QPoint) -> bool:
    """Drag something in and let go of it."""
    accepted = carry_in(view, mime, pixel)
    event = QDropEvent(QPointF(pixel), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)
    return accepted


def turn_wheel(
    view: NetworkView,
    pixel: QPoint,
    notches: int = 1,
    keys: Qt.KeyboardModifier = NO_KEY,
    fingers: QPoint | None = None,
) -> None:
    """Turn the wheel, or with `fingers` move two of them on a touchpad by so many pixels."""
    phase = Qt.ScrollPhase.NoScrollPhase if fingers is None else Qt.ScrollPhase.ScrollUpdate
    place = QPointF(pixel)
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(pixel)),
        fingers or QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        phase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
