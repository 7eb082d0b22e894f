"""Zooming and panning over an endless canvas; knows nothing of what is drawn on it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QShowEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

SMALLEST, LARGEST = 0.05, 4.0
ZOOM_STEP = 1.25
WHEEL_STEP = 1.2
"""The zoom of one notch of a mouse wheel."""
NOTCH = 120
FIT_MARGIN = 48
SAME_PLACE = 10.0
"""A view that takes another size keeps its middle but for a few pixels."""
HALF_SIDE = 100_000.0
"""The canvas ends this far from its origin, or beyond the outermost card."""


class Viewpoint(NamedTuple):
    """From where the scene is seen: to the pixel, as long as the view keeps its size."""

    zoom: QTransform
    across: int
    down: int


class Camera(QGraphicsView):
    """A view that zooms at the cursor, pans and fits; `look_changed` is called after each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit_when_shown = True
        self._fitted = 0.0, QPointF(), QRectF()
        self.viewport().installEventFilter(self)
        self.fit_scales = (SMALLEST, 1.0)
        """The smallest and the largest scale that `fit` chooses."""
        self.keeps_fitting = False
        """Whether it fits anew whenever it has another size."""
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
        """Show everything, usually at 100 % at most; a hidden view does so when it is first shown."""
        self._fit_when_shown = not self.isVisible()
        self.fit_to(self.content_rect())
        self._fitted = self.scale_factor, self.visible_rect().center(), self.content_rect()

    @property
    def is_fitted(self) -> bool:
        """Whether nobody has moved or zoomed the view since everything was fitted into it."""
        return self.sees(*self._fitted[:2])

    def sees(self, scale: float, centre: QPointF) -> bool:
        """Whether it is at this scale, and has this place in its middle, but for a few pixels."""
        moved = (self.visible_rect().center() - centre).manhattanLength() * self.scale_factor
        return self.scale_factor == scale and moved <= SAME_PLACE

    def fit_to(self, wanted: QRectF) -> None:
        """Show this part of the scene, as large as it fits within `fit_scales`; above what would cover its foot."""
        content = self.content_rect()
        endless = QRectF(-HALF_SIDE, -HALF_SIDE, 2 * HALF_SIDE, 2 * HALF_SIDE)
        self.setSceneRect(endless | content.adjusted(-HALF_SIDE, -HALF_SIDE, HALF_SIDE, HALF_SIDE))
        self._fit_above(wanted, FIT_MARGIN)
        self.look_changed()
        covered = self.covered_below()
        if covered > FIT_MARGIN:
            self._fit_above(wanted, covered)
            self.look_changed()

    def _fit_above(self, wanted: QRectF, foot: int) -> None:
        """Fit into the view without so many pixels at its lower end."""
        least, most = self.fit_scales
        if wanted.isEmpty():
            self._set_scale(1.0)
        else:
            width = self.viewport().width() - 2 * FIT_MARGIN
            height = max(self.viewport().height() - FIT_MARGIN - foot, 1)
            self._set_scale(max(min(width / wanted.width(), height / wanted.height(), most), least))
        self.centerOn(wanted.center() + QPointF(0, (foot - FIT_MARGIN) / 2 / self.scale_factor))

    def covered_below(self) -> int:
        """How many pixels at the lower end hide some of what is drawn; none where nothing lies over it."""
        return 0

    def bring_into_view(self, rect: QRectF) -> None:
        """Move as little as it takes to see this part of the scene with a margin, or zoom out where it is larger."""
        room = self.viewport().size() - QSize(2 * FIT_MARGIN, 2 * FIT_MARGIN)
        if rect.width() * self.scale_factor > room.width() or rect.height() * self.scale_factor > room.height():
            seen = self.visible_rect().center()
            self.fit_to(rect)
            self._stay_near(seen, rect)
        else:
            self.ensureVisible(rect, FIT_MARGIN, FIT_MARGIN)
            self.look_changed()

    def _stay_near(self, seen: QPointF, rect: QRectF) -> None:
        """Go back to what was in the middle, as far as this rectangle is in view with its margins."""
        shown, here = self.visible_rect().size() / 2, self.visible_rect().center()
        margin, foot = (pixels / self.scale_factor for pixels in (FIT_MARGIN, max(FIT_MARGIN, self.covered_below())))
        right, left = rect.right() + margin - shown.width(), rect.left() - margin + shown.width()
        low, high = rect.bottom() + foot - shown.height(), rect.top() - margin + shown.height()
        x = min(max(seen.x(), right), left) if right < left else here.x()
        y = min(max(seen.y(), low), high) if low < high else here.y()
        self.go_to(QPointF(x, y))

    @property
    def viewpoint(self) -> Viewpoint:
        """To come back to with `look_from`."""
        return Viewpoint(self.transform(), self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def look_from(self, viewpoint: Viewpoint) -> None:
        """See again what was seen from there."""
        self.setTransform(viewpoint.zoom)
        self.horizontalScrollBar().setValue(viewpoint.across)
        self.verticalScrollBar().setValue(viewpoint.down)
        self.look_changed()

    def go_to(self, point: QPointF) -> None:
        """Bring a point of the scene to the middle."""
        self.centerOn(point)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See all events of the viewport before it does; a pinch on a touchpad zooms.

        An override of `viewportEvent`, or of a window's `event`, would hold Python's interpreter for as long as Qt
        paints, and training would wait for every frame.
        """
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().toPoint())
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fit_when_shown:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unchanged = self.is_fitted and self.content_rect() == self._fitted[2]
        if self.keeps_fitting or unchanged:  # who has begun to work goes on seeing what is worked at
            self.fit()
        else:
            self.look_changed()
