"""The line of a run's moments below the canvas: a slider that leads back in time, and what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from engine.timeline import LIMIT, Moment
from gui import theme
from gui.i18n import grouped, number, paragraph
from gui.time_travel import TimeTravel
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText
from gui.widgets.pace import Pace

HEIGHT = 36
BUTTON = 26
READING = 190
"""Pixels for what a moment is called, where the last one of the run needs no more."""

INTERVAL = 60
"""Milliseconds between two changes of what is shown."""


class MomentSlider(QSlider):
    """Goes at once to where the line is pressed, and with the mouse from there."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider, control = QStyle.ComplexControl.CC_Slider, QStyle.SubControl
        handle = self.style().subControlRect(slider, option, control.SC_SliderHandle, self)
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not handle.contains(place):
            groove = self.style().subControlRect(slider, option, control.SC_SliderGroove, self)
            before, room = place.x() - groove.x() - handle.width() // 2, groove.width() - handle.width()
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), before, room))
        super().mousePressEvent(event)


class TimelineBar(QWidget):
    """Play, the slider, the moment that is shown, and a button that leads back to now."""

    def __init__(self, travel: TimeTravel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._travel = travel
        self.play = QToolButton()
        self.play.setObjectName("timeline_play")
        self.play.setFixedSize(BUTTON, BUTTON)
        self.play.setIconSize(QSize(16, 16))
        self.play.clicked.connect(travel.play)
        self.slider = MomentSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("timeline_slider")
        self.slider.setPageStep(16)
        self.slider.valueChanged.connect(travel.go_to)
        self.reading = LineText("numbers")
        self.reading.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.now = QPushButton()
        self.now.setObjectName("timeline_now")
        self.now.clicked.connect(travel.now)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        for widget in (self.play, self.slider, self.reading, self.now):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        self._pace = Pace(self._show, INTERVAL, self)
        travel.changed.connect(self._pace.ask)
        self.retranslate()

    def _show(self) -> None:
        travel = self._travel
        moments, moment = travel.moments, travel.moment
        several = len(moments) > 1
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(1, len(moments) - 1))
            self.slider.setValue(travel.place if several else 1)
        for widget in (self.play, self.slider):
            widget.setEnabled(several)
        self.now.setEnabled(moment is not None)
        longest = self._name_of(moments[-1]) if several else ""
        self.reading.setFixedWidth(
            max(theme.magnified(READING), self.reading.fontMetrics().horizontalAdvance(longest) + 1)
        )
        self.reading.setText(self._told())
        self._show_play()
        size = number(travel.size / 1e6, 2)
        tip = (
            self.tr(
                "{count} moments of this run are kept, in {size} MB; those of all runs take {most} MB at most. Drag to "
                "look back: everything shows that moment, and Run goes on from there as another run."
            ).format(count=grouped(len(moments)), size=size, most=LIMIT // 1_000_000)
            if several
            else self.tr("Once there is a run, this leads back to its moments")
        )
        self.slider.setToolTip(paragraph(tip))

    def _told(self) -> str:
        """The moment that is shown."""
        moment = self._travel.moment
        if moment is None:
            return self.tr("now") if len(self._travel.moments) > 1 else ""
        return self._name_of(moment)

    def _name_of(self, moment: Moment) -> str:
        """A moment in the numbers of the top bar."""
        told = self.tr("epoch {epoch} · step {step}")
        return told.format(step=grouped(moment.step), epoch=grouped(moment.epoch))

    def _show_play(self) -> None:
        replays = self._travel.replays
        worn = theme.current()
        color = worn.text if self.play.isEnabled() else worn.muted
        self.play.setIcon(icon("pause" if replays else "replay", color))
        text = self.tr("Stand still") if replays else self.tr("Play the run again")
        if text != self.play.accessibleName():
            self.play.setToolTip(text)
            self.play.setAccessibleName(text)

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.now.setText(self.tr("Now"))
        self.now.setToolTip(self.tr("Back to where the run stands"))
        self.slider.setAccessibleName(self.tr("Moments of the run"))
        self.reading.setFont(theme.number_font())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "now"):
            self.retranslate()
        super().changeEvent(event)
