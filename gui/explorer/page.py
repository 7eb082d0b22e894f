"""What all views of the data share: they draw the samples when they come to be seen, and not before."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.data.samples import Samples
from engine.errors import RambatError
from gui.explorer.errand import Errand
from gui.i18n import sentences
from gui.plots.export import rows_of
from gui.plots.frame import Frame
from gui.theme import Theme
from gui.training_session import TrainingSession


class Page(Frame):
    """One view. A subclass answers `draw` and, where it cannot show all data, `obstacle`.

    What it lets `errand` compute comes back to `take`.
    """

    def __init__(self, session: TrainingSession, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.samples: Samples | None = None
        self.errand = Errand(session, self)
        self.errand.done.connect(self._answer)
        self.errand.failed.connect(self._tell_failure)
        self._drawn = False

    def suits(self, samples: Samples) -> bool:
        """Whether the view is offered at all for such data."""
        return True

    def obstacle(self, samples: Samples) -> str:
        """Why the view has nothing to show, in one sentence; empty where it has."""
        return ""

    def draw(self, samples: Samples) -> None:
        """Show these samples."""

    def take(self, samples: Samples, found: Any) -> None:
        """Show what was computed of these samples."""

    def show_samples(self, samples: Samples) -> None:
        """Take other samples, which are drawn as soon as the page is seen."""
        self.errand.forget()
        self.samples, self._drawn = samples, False
        if self.isVisible():
            self.refresh()

    def forget(self) -> None:
        """Let go of the samples and of all that holds them."""
        self.errand.forget()
        self.samples, self._drawn = None, False

    def refresh(self) -> None:
        if self.samples is None:
            return
        self._drawn = True
        obstacle = self.obstacle(self.samples)
        self.show_hint(bool(obstacle))
        self.hint.setText(obstacle)
        if not obstacle:
            self.draw(self.samples)

    def wait(self) -> None:
        """Say that something is being computed, until it has come."""
        self.hint.setText(self.tr("One moment…"))
        self.show_hint(True)

    def meaning(self, samples: Samples) -> str:
        """What the colours of points stand for where there are no classes; empty where a key tells it."""
        if samples.classes or not samples.answers:
            return ""
        told = self.tr("orange: little {target}, blue: much")
        return " \N{MIDDLE DOT} " + told.format(target=samples.answers[0].name)

    def _answer(self, found: Any) -> None:
        if self.samples is None:
            return
        self.show_hint(False)
        self.take(self.samples, found)

    def _tell_failure(self, error: RambatError) -> None:
        self.show_hint(True)
        self.hint.setText(sentences(error))

    def copy(self) -> None:
        """Put the numbers on the clipboard, where there are some, in columns that a spreadsheet takes."""
        if table := self.table():
            QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows_of(table)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.body.isVisible():
            self.copy()
        else:
            super().keyPressEvent(event)

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self._drawn = self._drawn and self.isVisible()

    def retranslate(self) -> None:
        super().retranslate()
        if self.isVisible():
            self.refresh()
        else:
            self._drawn = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._drawn:
            self.refresh()
