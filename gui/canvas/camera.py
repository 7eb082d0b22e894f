"""Zooming and panning over an endless canvas; knows nothing of what is drawn on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QShowEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

SMALLEST, LARGEST = 0.05, 4.0
ZOOM_STEP = 1.25
WHEEL_STEP = 1.2
"""The zoom of one notch of a mouse wheel."""
NOTCH = 120
FIT_MARGIN = 48
HALF_SIDE = 100_000.0
"""The canvas ends this far from its origin, or beyond the outermost card."""


class Camera(QGraphicsView):
    """A view that zooms at the cursor, pans and fits; `look_changed` is called after each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit_when_shown = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)

    def content_rect(self) -> QRectF:
        """What `fit` shows; empty where there is nothing."""
        return QRectF()

    def look_changed(self) -> None:
        """Another part of the scene is in view, or at another scale."""

    @property
    def scale_factor(self) -> float:
        """1.0 at 100 %."""
        return self.transform().m11()

    def visible_rect(self) -> QRectF:
        """The part of the scene that is in view."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def fit(self) -> None:
        """Show everything, at 100 % at most; a hidden view does so when it is first shown."""
        self._fit_when_shown = not self.isVisible()
        content = self.content_rect()
        endless = QRectF(-HALF_SIDE, -HALF_SIDE, 2 * HALF_SIDE, 2 * HALF_SIDE)
        self.setSceneRect(endless | content.adjusted(-HALF_SIDE, -HALF_SIDE, HALF_SIDE, HALF_SIDE))
        if content.isEmpty():
            self._set_scale(1.0)
        else:
            width, height = (side - 2 * FIT_MARGIN for side in self.viewport().size().toTuple())
            self._set_scale(min(width / content.width(), height / content.height(), 1.0))
        self.centerOn(content.center())
        self.look_changed()

    def aim(self, scale: float, centre: QPointF) -> None:
        """Show this place in the middle, on the way to where `look_changed` will be called."""
        self._set_scale(scale)
        self.centerOn(centre)

    def zoom_in(self) -> None:
        """One step nearer, about the middle."""
        self.zoom(ZOOM_STEP, self.viewport().rect().center())

    def zoom_out(self) -> None:
        """One step away, about the middle."""
        self.zoom(1 / ZOOM_STEP, self.viewport().rect().center())

    def reset_zoom(self) -> None:
        """100 %, about the middle."""
        self.zoom(1 / self.scale_factor, self.viewport().rect().center())

    def zoom(self, factor: float, pixel: QPoint) -> None:
        """Zoom so that what is under this pixel stays there."""
        held = self.mapToScene(pixel)
        self._set_scale(self.scale_factor * factor)
        self.pan(pixel - self.mapFromScene(held))

    def pan(self, pixels: QPoint) -> None:
        """Move the drawing by so many pixels."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - pixels.x())
        down.setValue(down.value() - pixels.y())
        self.look_changed()

    def _set_scale(self, scale: float) -> None:
        scale = min(max(scale, SMALLEST), LARGEST)
        self.setTransform(QTransform.fromScale(scale, scale))

    # Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the cursor; with Shift, or with two fingers on a touchpad, it pans."""
        zooming = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        fingers = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        turned = event.angleDelta()
        if fingers and not zooming:
            self.pan(event.pixelDelta())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not zooming:
            self.pan(QPoint((turned.x() or turned.y()) // 2, 0))
        else:
            self.zoom(WHEEL_STEP ** (turned.y() / NOTCH), event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """A pinch on a touchpad zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fit_when_shown:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_changed()
