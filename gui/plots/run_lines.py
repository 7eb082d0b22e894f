"""What of a run belongs to places along it: where hyperparameters were changed, and the moment that is viewed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QMenu, QStyleOptionGraphicsItem, QToolTip, QWidget

from engine.history import History
from engine.runs.run import Mark, Run
from gui.change_words import change_text
from gui.i18n import language, number
from gui.plots.chart import Chart
from gui.theme import current

if TYPE_CHECKING:
    from gui.training_session import TrainingSession

APART = 8.0
"""Pixels between two lines at least; changes that lie closer share one, so that many are no wall."""
NEAR = 5.0
"""Pixels around a line within which the mouse finds it."""
FLAG = 3.5
FAINT = 0.55
MOST_TOLD = 6
"""Changes that are told of one line."""
MOST_LISTED = 30
"""Places that a menu lists, the newest."""


def epoch_places(history: History, steps: ArrayLike) -> NDArray[np.float64]:
    """Where steps of a run lie on an axis of epochs, the end of the first one being 1; an epoch has to be done."""
    epochs, ends = history.columns("epoch", "step")
    steps = np.asarray(steps, np.float64)
    last = (ends[-1] - ends[-2]) / (epochs[-1] - epochs[-2]) if len(ends) > 1 else ends[-1]
    places = np.interp(steps, np.concatenate([[0], ends]), np.concatenate([[epochs[0] - 1], epochs]))
    beyond: NDArray[np.float64] = places + np.maximum(0, steps - ends[-1]) / max(1, last)
    return beyond


def bunched(places: list[float], apart: float) -> list[list[int]]:
    """The numbers of places, in their order, those together that lie less than so far behind the first of them."""
    bunches: list[list[int]] = []
    for index, place in enumerate(places):
        if bunches and place - places[bunches[-1][0]] < apart:
            bunches[-1].append(index)
        else:
            bunches.append([index])
    return bunches


class RunLines(QGraphicsItem):
    """Thin lines behind the curves of a chart one of whose axes is the course of a run, in epochs or steps.

    A plot calls `follow` when it draws, and when the session tells of `run_changed`. It lies on the chart's view, in
    pixels, so that no curve's range and no pen's width concern it. They stand upright, unless the run goes downwards.
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart.view)
        self._chart = chart
        self.setZValue(-1)
        self._upright = True
        self.places: list[float] = []
        self.playhead: float | None = None
        self._texts: list[str] = []
        self._told: tuple[object, ...] = ()
        self._bunched_for: tuple[float, list[float]] = (0.0, [])
        self._bunched: list[list[int]] = []
        chart.view.sigRangeChanged.connect(self._move)
        chart.view.sigResized.connect(self._move)
        chart.hovered.connect(self._hover)

    def set_upright(self, upright: bool) -> None:
        """Whether the run goes from left to right, or else downwards."""
        self._upright = upright
        self.update()

    def follow(self, session: TrainingSession, in_epochs: bool) -> None:
        """Mark what the session knows of the run at hand; `in_epochs` is how the axis counts."""
        run, viewed = session.at_hand, session.viewed
        known = (run.stages, in_epochs, language())
        if known != self._told:
            self._told = known
            marks = run.marks
            self.places = [mark.epochs if in_epochs else float(mark.step) for mark in marks]
            self._texts = ["\n".join(map(change_text, mark.changes)) for mark in marks]
            self.update()
        place = None if viewed is None else float(viewed.step)
        if place is not None and in_epochs:
            place = float(epoch_places(session.history, place)) if session.history.epochs else 0.0
        if place != self.playhead:
            self.playhead = place
            self.update()

    def text_at(self, place: float) -> str:
        """What was changed near this place; "" where nothing was."""
        unit = self._unit()
        near = [bunch for bunch in self._bunches() if abs(self.places[bunch[0]] - place) <= NEAR * unit]
        if not near:
            return ""
        bunch = min(near, key=lambda bunch: abs(self.places[bunch[0]] - place))
        told = [self._texts[index] for index in bunch[-MOST_TOLD:]]
        return "\n".join(["\N{HORIZONTAL ELLIPSIS}", *told] if len(told) < len(bunch) else told)

    def _bunches(self) -> list[list[int]]:
        """Those that share a line; the same while the chart is only moved, so that no line jumps."""
        unit = float(f"{self._unit():.6g}")
        if (unit, self.places) != self._bunched_for:
            self._bunched_for = (unit, self.places)
            self._bunched = bunched(self.places, APART * unit)
        return self._bunched

    def _ends(self) -> tuple[float, float, float]:
        """From where to where the axis goes, and its pixels."""
        view = self._chart.view
        across, down = view.viewRange()
        return (*across, view.width()) if self._upright else (*down, view.height())

    def _unit(self) -> float:
        """What a pixel is along the axis."""
        first, last, pixels = self._ends()
        return float(last - first) / max(1.0, pixels)

    def _move(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def _hover(self, place: QPointF | None) -> None:
        shown = place is not None and self.isVisible()
        tip = self.text_at(place.x() if self._upright else place.y()) if place is not None and shown else ""
        if tip != self.toolTip():
            self.setToolTip(tip)  # which the view tells once the mouse rests, and else it would tell nothing
            if tip and place is not None:
                spot = self._chart.mapFromScene(self._chart.view.mapViewToScene(place))
                QToolTip.showText(self._chart.mapToGlobal(spot), tip, self._chart)
            else:
                QToolTip.hideText()

    def boundingRect(self) -> QRectF:
        return QRectF(self._chart.view.rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = current()
        faint = QColor(theme.muted)
        faint.setAlphaF(FAINT)
        self._paint_lines(painter, [self.places[bunch[0]] for bunch in self._bunches()], faint, Qt.PenStyle.DotLine)
        if self.playhead is not None:
            self._paint_lines(painter, [self.playhead], QColor(theme.accent), Qt.PenStyle.SolidLine)

    def _paint_lines(self, painter: QPainter, places: list[float], color: QColor, style: Qt.PenStyle) -> None:
        """Lines of one kind, as far as they are in sight, each with a small flag at its end, by which it is found."""
        first, last, _ = self._ends()
        unit, view = self._unit(), self._chart.view
        xs = [round((place - first) / unit) + 0.5 for place in places if first <= place <= last]
        flags = QPainterPath()
        for x in xs:
            flags.addPolygon(QPolygonF([QPointF(x - FLAG, 0), QPointF(x + FLAG, 0), QPointF(x, 1.6 * FLAG)]))
        painter.save()
        if not self._upright:
            painter.setTransform(QTransform(0, 1, 1, 0, 0, 0), True)  # rows and columns change places
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(color, 1, style))
        length = float(view.height() if self._upright else view.width())
        painter.drawLines([QLineF(x, 0, x, length) for x in xs])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillPath(flags, color)
        painter.restore()


class ChangesMenu(QMenu):
    """Where hyperparameters were changed in the run at hand; choosing one shows the run as it stood there."""

    def __init__(self, session: TrainingSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.aboutToShow.connect(self._list)

    def retranslate(self) -> None:
        """Set the title in the window's language."""
        self.setTitle(self.tr("Changes on the way"))

    def _list(self) -> None:
        self.clear()
        run = self._session.at_hand
        for mark in run.marks[-MOST_LISTED:]:
            told = ", ".join(map(change_text, mark.changes))
            place = self.tr("Epoch {epoch}").format(epoch=number(mark.epochs, 3))
            action = self.addAction(f"{place}   {told}".replace("&", "&&"), partial(self._go, run, mark))
            action.setEnabled(self._session.can_look_back)
        if self.isEmpty():
            self.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _go(self, run: Run, mark: Mark) -> None:
        if run is self._session.at_hand and (moment := run.timeline.nearest(mark.step)) is not None:
            self._session.view(moment)
