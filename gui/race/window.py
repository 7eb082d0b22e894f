"""The window of a race: at first which variants shall race, then how they do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from engine.errors import Message
from engine.race import Race, Racer
from engine.variations import Variant
from gui import theme
from gui.document import Document
from gui.i18n import grouped, number, sentence
from gui.race.card import SEPARATOR, name_of
from gui.race.runner import Runner, Surfaces
from gui.race.setup import Setup
from gui.race.track import Track
from gui.race.winner import take_over
from gui.settings import Settings
from gui.training_session import TrainingSession
from gui.widgets.controls import Button, Entry, PickBox, TickBox, name_aloud
from gui.widgets.line_text import LineText

PACES = (1.0, 3.0, 10.0, 0.0)
"""Epochs a second to choose from; 0 is as many as there can be."""
START_SIZE, FRAME = QSize(1180, 780), QSize(0, 48)
"""At first, and what the title that a system draws takes of the screen, at most."""
MARGIN = 16
KEY = '<span style="color:{color}">\N{BOX DRAWINGS HEAVY HORIZONTAL}</span> {name}'


class RaceWindow(QWidget):
    """Holds one race at a time; closed it stands still, and another project ends it."""

    def __init__(
        self, document: Document, session: TrainingSession, settings: Settings, parent: QWidget | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("race")
        self._document, self._session, self._settings = document, session, settings
        self._message: Message | None = None
        self._taken: Message | None = None
        self.runner: Runner | None = None
        self.track: Track | None = None
        self.setup = Setup(document)
        self.setup.started.connect(self.start)
        self.title, self.status, self.legend = QLabel(), LineText("muted"), QLabel()
        self.title.setProperty("role", "title")
        self.run, self.again, self.other = Button("race_run", "primary"), Button("race_again"), Button("race_other")
        self.run.clicked.connect(self.run_or_pause)
        self.again.clicked.connect(self.begin_again)
        self.other.clicked.connect(self.choose)
        self.logarithmic = TickBox(False)
        self.logarithmic.value_changed.connect(self._set_scale)
        self.speed = PickBox(self._paces, 0.0)
        self.speed.value_changed.connect(self._set_pace)
        self.unit = PickBox(self._units, None)
        self.unit.setObjectName("race_unit")
        self.unit.value_changed.connect(self._show_unit)
        self._lay_out()
        document.replaced.connect(self._forget)
        document.applied.connect(self._follow_project)
        session.state_changed.connect(self._follow)
        for keys, does in (
            (QKeySequence("Ctrl+W"), self.close),
            (QKeySequence(QKeySequence.StandardKey.Undo), document.undo_stack.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), document.undo_stack.redo),
        ):
            QShortcut(keys, self).activated.connect(does)
        screen = QGuiApplication.primaryScreen().availableSize()
        if not self.restoreGeometry(settings.race_geometry):
            self.resize(START_SIZE.boundedTo(screen - FRAME))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 12, MARGIN, 8)
        head.setSpacing(12)
        self.legend.setProperty("role", "note")
        self.speed.setFixedWidth(150)
        head.addWidget(self.title)
        for button in (self.run, self.again, self.other):
            head.addWidget(button)
        head.addWidget(self.status, 1)
        head.addWidget(self.legend)
        head.addWidget(self.unit)
        head.addWidget(self.logarithmic)
        head.addWidget(self.speed)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.setup)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def open(self) -> None:
        """Show the window, in front where it is open already."""
        if self.track is None:
            self.choose()
        self.show()
        self.raise_()
        self.activateWindow()

    # The race

    def choose(self) -> None:
        """Let people say which variants shall race, and give up the race that stands."""
        self._forget()
        self.setup.follow()
        self._follow()

    def start(self, variants: list[Variant]) -> None:
        """Let these race, from the project as it is now."""
        self._forget()
        project = self._document.project
        held = replace(project.untrained(), graph=project.graph.copy())
        race = Race(held, variants, self._session.data)
        self.runner = Runner(self._session.worker, race, self)
        self.runner.pace = self.speed.value
        self.runner.looked.connect(self._look)
        self.runner.stood_still.connect(self._stand_still)
        self.runner.failed.connect(self._fail)
        self.track = Track(race)
        self.track.used.connect(self._use)
        self.track.set_logarithmic(self.logarithmic.isChecked())
        self._stack.addWidget(self.track)
        self._stack.setCurrentWidget(self.track)
        self.run_or_pause()
        self.run.setFocus()

    def run_or_pause(self) -> None:
        """Let the race go on, or stand still."""
        if self.runner is None:
            return
        if self.runner.going:
            self.runner.pause()
        else:
            self._message = self._taken = None
            self.runner.go()
        self._follow()

    def begin_again(self) -> None:
        """The same variants from their first weights."""
        if self.track is not None:
            self.start([racer.variant for racer in self.track.race.racers])

    def _forget(self) -> None:
        """Let go of the race, which holds a network for each variant."""
        self._message = self._taken = None
        if self.runner is not None and self.track is not None:
            self.runner.leave()
            self._stack.removeWidget(self.track)
            self.track.deleteLater()
            self.runner = self.track = None
        self._stack.setCurrentWidget(self.setup)
        if self.isVisible():
            self.setup.follow()
            self._follow()

    def _follow_project(self, _changes: object) -> None:
        """Offer what the project has now, while variants are chosen; what was said of it holds no longer."""
        self._taken = None
        if self.track is None and self.isVisible():
            self.setup.follow()
            self._follow()
        elif self.track is not None:
            self._tell()

    def _use(self, racer: Racer) -> None:
        if self.track is not None:
            self._taken = take_over(self._document, self._session, self.track.race, racer)
            self._tell()

    # Following

    def _look(self, surfaces: Surfaces) -> None:
        if self.track is not None:
            known = self.track.units
            self.track.look(surfaces)
            if self.track.units != known:
                self._offer_units()
            self._tell()

    def _stand_still(self) -> None:
        if self.track is not None:
            self.track.stand_still()
            self._follow()

    def _fail(self, message: Message) -> None:
        self._message = message
        self._tell()

    def _follow(self, _change: object = None) -> None:
        """Offer what can be done now."""
        racing = self.track is not None
        going = self.runner is not None and self.runner.going
        for part in (self.run, self.again, self.other, self.legend, self.logarithmic, self.speed):
            part.setVisible(racing)
        self.unit.setVisible(racing and self._unit_count > 1)
        if self.runner is not None and self.runner.over and not going:
            self.run.hide()
        self.run.setText(self.tr("Pause") if going else self.tr("Go on"))
        self.setup.start.setEnabled(self._session.can_run)
        self._tell()

    def _tell(self) -> None:
        """Where the race stands, or what came of it."""
        if (message := self._message or self._taken) is not None:
            self.status.setText(sentence(message))
        elif self.track is None:
            ready = self._session.can_run
            self.status.setText(
                "" if ready else self.tr("The network or its data are not ready: see Problems and Data.")
            )
        elif self.runner is not None and self.runner.over:
            self.status.setText(self._outcome(self.track))
        else:
            racers = self.track.race.racers
            epoch = min((racer.epochs for racer in racers if racer.is_racing), default=0)
            last = max(racer.variant.training.epochs for racer in racers)
            self.status.setText(self.tr("epoch {epoch} of {last}").format(epoch=grouped(epoch), last=grouped(last)))

    def _outcome(self, track: Track) -> str:
        leader = track.leader
        end = leader.result if leader is not None else None
        if leader is None or end is None:
            return self.tr("No variant has come to the end of an epoch.")
        told = self.tr("Best: {name}, with a loss of {loss}").format(
            name=name_of(leader), loss=number(end.monitored_loss, 3)
        )
        accuracy = end.monitored_accuracy
        return told if accuracy is None else f"{told}{SEPARATOR}{accuracy:.1%}"

    # Choices

    def _paces(self) -> list[Entry]:
        return [
            Entry(pace, self.tr("{count} epochs/s").format(count=f"{pace:g}") if pace else self.tr("Full speed"))
            for pace in PACES
        ]

    def _units(self) -> list[Entry]:
        """What the pictures may show: all classes, one of them, or one number of a regression."""
        prepared = self.track.race.prepared if self.track is not None else None
        count = self._unit_count
        if prepared is None or count < 2:
            return [Entry(None, "")]
        if classes := prepared.dataset.classes:
            called = self.tr("Class {name}")
            each = (Entry(unit, called.format(name=name)) for unit, name in enumerate(classes))
            return [Entry(None, self.tr("All classes")), *each]
        names, numbered = prepared.fitted.target_names, self.tr("Output {number}")
        if len(names) != count:
            names = tuple(numbered.format(number=unit + 1) for unit in range(count))
        return [Entry(unit or None, name) for unit, name in enumerate(names)]

    @property
    def _unit_count(self) -> int:
        return self.track.units if self.track is not None else 0

    def _offer_units(self) -> None:
        """Let people choose among what the networks say, if that is more than one number.

        What they chose in the race before is still chosen, where these say that too.
        """
        chosen = self.unit.value
        self.unit.retranslate()
        self.unit.set_value(chosen if chosen in [entry.value for entry in self._units()] else None)
        self.unit.setVisible(self._unit_count > 1)
        self._show_unit(self.unit.value)

    def _show_unit(self, unit: int | None) -> None:
        if self.track is not None:
            self.track.show_unit(unit)

    def _set_pace(self, pace: float) -> None:
        if self.runner is not None:
            self.runner.pace = pace

    def _set_scale(self, logarithmic: bool) -> None:
        if self.track is not None:
            self.track.set_logarithmic(logarithmic)

    # Words, events

    def retranslate(self) -> None:
        """Set all texts of the window's own in its language."""
        self.setWindowTitle(self.tr("Race"))
        self.title.setText(self.tr("Race"))
        self.again.setText(self.tr("Begin again"))
        self.other.setText(self.tr("Other variants…"))
        self.logarithmic.setText(self.tr("Logarithmic"))
        width = max(self.run.fontMetrics().horizontalAdvance(word) for word in (self.tr("Pause"), self.tr("Go on")))
        self.run.setMinimumWidth(width + 40)
        name_aloud(self.speed, self.tr("Speed"))
        name_aloud(self.unit, self.tr("What the pictures show"))
        self._dress()
        if self.track is not None:
            self.track.retranslate()
        self._follow()

    def _dress(self) -> None:
        worn = theme.current()
        curves = ((worn.accent, self.tr("train")), (worn.negative, self.tr("validation")))
        self.legend.setText("&nbsp;&nbsp; ".join(KEY.format(color=color, name=name) for color, name in curves))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.race_geometry = self.saveGeometry()
        if self.runner is not None:
            self.runner.pause()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.run_or_pause()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_stack"):
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_stack"):
            self._dress()
        super().changeEvent(event)
