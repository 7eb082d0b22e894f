"""What the File menu does with an animation: ask what it shows and where it goes, record, write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMessageBox, QWidget

from engine.errors import ExportError, Message
from gui import actions
from gui.dialogs.record import RecordChoice, RecordDialog
from gui.docks import DOCKS
from gui.document import Document
from gui.files import ask_where, proposed_place, tell
from gui.i18n import number
from gui.plots.base import Plot
from gui.recording.gif import stills_of
from gui.recording.recorder import MOST_SECONDS, Recorder
from gui.recording.sign import RecordingSign
from gui.recording.stage import Stage
from gui.recording.unison import Unison
from gui.recording.writing import Writing, require_place
from gui.settings import Settings

USUAL = ("plot_boundary", "plot_loss")
"""The docks that are ticked at first, beside the canvas."""
MEGABYTE = 1e6


class RecordActions(QObject):
    """Records one animation at a time; `done` tells what became of it, `failed` a Message that asks for attention."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        canvas: QWidget,
        document: Document,
        settings: Settings,
        docks: Mapping[str, QDockWidget],
    ) -> None:
        super().__init__(window)
        self._window, self._canvas, self._docks = window, canvas, docks
        self._document, self._settings = document, settings
        self._path = Path()
        self._before: list[Path] = []
        """The numbered pictures that go when the new ones are written."""
        self.recorder: Recorder | None = None
        self.writing: Writing | None = None
        self.sign = RecordingSign()
        self.sign.clicked.connect(self._press)
        window.statusBar().insertPermanentWidget(0, self.sign)

    def toggle(self) -> None:
        """Ask what shall be recorded, or end the recording that is under way."""
        if self.recorder is not None and self.recorder.running:
            self._stop()
        elif self.writing is not None:
            self.done.emit(self.tr("The animation before is still being written."))
        else:
            self._ask()

    def may_leave(self) -> bool:
        """Whether the window may close: nothing is recorded or written, or it is given up."""
        if self.recorder is None:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Give up the animation?"))
        box.setInformativeText(self.tr("It is not written yet."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        if box.exec() != QMessageBox.StandardButton.Yes:
            return False
        self.close()
        return True

    def close(self) -> None:
        """Give up what is recorded or written."""
        writing, self.writing = self.writing, None
        if writing is not None:
            writing.cancel()
            writing.deleteLater()
        recorder, self.recorder = self.recorder, None
        if recorder is not None:
            recorder.stop()
            recorder.reel.close()
            recorder.deleteLater()
        self.sign.hide()

    # Recording

    def _ask(self) -> None:
        docks = {spec.name: dock for spec in DOCKS if _shows_something(dock := self._docks[spec.name])}
        parts = {self.tr("Canvas"): self._canvas}
        parts |= {dock.windowTitle(): dock for dock in docks.values()}
        usual = [self._canvas, *(docks[name] for name in USUAL if name in docks)]
        dialog = RecordDialog(self._window, parts, usual, self._keys(), self._window)
        dialog.chosen.connect(self._ask_where)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keys(self) -> str:
        return actions.spec("record").all_keys()[0].toString(QKeySequence.SequenceFormat.NativeText)

    def _ask_where(self, choice: RecordChoice) -> None:
        if (path := self._ask_path()) is None:
            return
        self._path = path
        stage, panels = Stage(choice.parts), [part.widget() for part in choice.parts if isinstance(part, QDockWidget)]
        unison = Unison([panel for panel in panels if isinstance(panel, Plot)], self)
        try:
            self.recorder = recorder = Recorder(stage.shoot, choice.rate, self, unison)
        except ExportError as error:
            unison.close()
            tell(self._window, self.tr("Nothing can be recorded"), error)
            return
        recorder.ticked.connect(lambda seconds: self.sign.show_time(seconds, MOST_SECONDS))
        recorder.ended.connect(self._end)
        self.sign.show_time(0.0, MOST_SECONDS)
        text = self.tr("Recording. {keys} or a press on the red dot ends it.")
        self.done.emit(text.format(keys=self._keys()))

    def _ask_path(self) -> Path | None:
        """Where it goes, which is tried before anything is recorded."""
        filters = ";;".join((self.tr("Animated picture") + " (*.gif)", self.tr("Numbered pictures") + " (*.png)"))
        proposed = proposed_place(self._document, self._settings, ".gif")
        path = ask_where(self._window, self.tr("Record an animation"), proposed, filters)
        if path is None:
            return None
        try:
            require_place(path)
        except ExportError as error:
            tell(self._window, self.tr("The animation cannot be written there"), error)
            return None
        self._before = stills_of(path) if path.suffix.lower() == ".png" else []
        if self._before and not self._may_replace(self._before):
            return None
        self._settings.last_folder = str(path.parent)
        return path

    def _may_replace(self, there: list[Path]) -> bool:
        """The dialog has asked about the name as it was typed only."""
        text = self.tr("{count} numbered pictures are there already, from {name} on. Replace them?")
        told = text.format(count=len(there), name=there[0].name)
        button = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.Question, told, told, button.Yes | button.No, self._window)
        return box.exec() == button.Yes

    def _press(self) -> None:
        """On the sign: end the recording, or the writing."""
        if self.writing is not None:
            self.close()
            self.done.emit(self.tr("The animation was given up."))
        else:
            self._stop()

    def _end(self, why: Message) -> None:
        """It has stopped by itself; what there is becomes the animation."""
        self.failed.emit(why)
        self._stop()

    # Writing

    def _stop(self) -> None:
        assert self.recorder is not None
        self.recorder.stop()
        if not self.recorder.reel.count:
            self.close()
            return
        try:
            self.writing = writing = Writing(self.recorder.reel, self._path, self)
        except ExportError as error:
            self._ask_again(error)
            return
        self.sign.show_share(0.0)
        writing.progressed.connect(self.sign.show_share)
        writing.finished.connect(self._tell_written)
        writing.failed.connect(self._ask_again)

    def _tell_written(self, files: list[Path]) -> None:
        for path in set(self._before) - set(files):  # those of a longer recording would follow the new ones
            path.unlink(missing_ok=True)
        size = sum(path.stat().st_size for path in files) / MEGABYTE
        self.close()
        if len(files) > 1:
            text = self.tr("{count} pictures are written, from {name} on: {size} MB.")
        else:
            text = self.tr("The animation is written to {name}: {size} MB.")
        name = files[0].name if files else self._path.name
        self.done.emit(text.format(count=len(files), name=name, size=number(size, 2)))

    def _ask_again(self, error: ExportError) -> None:
        """It could not be written: nothing is lost as long as people name another place."""
        self.writing = None
        tell(self._window, self.tr("The animation was not written"), error)
        if (path := self._ask_path()) is None:
            self.close()
        else:
            self._path = path
            self._stop()


def _shows_something(dock: QDockWidget) -> bool:
    """Whether no other tab covers it, and its panel suits the data."""
    plot = dock.widget()
    seen = dock.isVisible() and not dock.visibleRegion().isEmpty()
    return seen and not (isinstance(plot, Plot) and not plot.suits)
