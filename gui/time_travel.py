"""Going back and forth between the moments of the run at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import Message
from engine.runs.settings import RunSettings
from engine.timeline import Moment
from gui.edit_command import DocumentEdit, SetSetting
from gui.snapshot import State
from gui.training_session import TrainingSession

REPLAY = 66
"""Milliseconds from moment to moment while a run is played again."""


class TimeTravel(QObject):
    """Where in the moments of its run the network stands, by their number; `changed` tells that this is another.

    What is asked for counts at once, although the worker may still be on its way there.
    """

    changed = Signal()

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._way: list[Moment] = []
        """The moments that were asked for and are not reached yet, the last of which is wanted."""
        self._viewed: Moment | None = None
        self._settings: RunSettings | None = None
        self._fits = False
        self._replay = QTimer(self, interval=REPLAY)
        self._replay.timeout.connect(self._play_on)
        session.run_changed.connect(self._arrive)
        session.state_changed.connect(self._follow)
        session.failed.connect(self._give_up)
        session.document.applied.connect(self._follow_edits)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Those to which one can go; none where network or data are others by now."""
        return self._session.at_hand.timeline.moments if self._fits else ()

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return self._session.at_hand.timeline.size if self._fits else 0

    @property
    def _asked(self) -> Moment | None:
        return self._way[-1] if self._way else None

    @property
    def moment(self) -> Moment | None:
        """The one that is shown, or is about to be; None where the run stands at its newest."""
        moment = self._asked or self._session.viewed
        moments = self.moments
        return moment if moment in moments[:-1] else None

    @property
    def place(self) -> int:
        """Its number; that of the newest where no past is shown."""
        moments, moment = self.moments, self.moment
        return len(moments) - 1 if moment is None else moments.index(moment)

    @property
    def replays(self) -> bool:
        """Whether the run is being played again."""
        return self._replay.isActive()

    def go_to(self, place: int) -> None:
        """Show the moment of this number; a run that goes on pauses."""
        self._replay.stop()
        self._go_to(place)

    def back(self) -> None:
        """Show the moment before."""
        self.go_to(self.place - 1)

    def forward(self) -> None:
        """Show the next moment."""
        self.go_to(self.place + 1)

    def now(self) -> None:
        """Show where the run stands."""
        if self.moment is not None:
            self.go_to(len(self.moments) - 1)

    def play(self) -> None:
        """Show all moments from this one on, one after the other, or from the first; again stands still."""
        if self.replays:
            self._replay.stop()
            self.changed.emit()
        elif len(self.moments) > 1:
            if self.moment is None:
                self._go_to(0)
            self._replay.start()
            self.changed.emit()

    @property
    def has_other_hyperparameters(self) -> bool:
        """Whether those of the project are others than held at the moment that is shown."""
        return self.moment is not None and self.moment.config != self._session.document.project.training

    def adopt(self) -> None:
        """Take the hyperparameters that held at the moment, as an undoable step."""
        if (moment := self.moment) is not None:
            document = self._session.document
            change = SetSetting("training", document.project.training, moment.config)
            document.push(Message("Hyperparameters of a moment"), [change])

    def _go_to(self, place: int) -> None:
        moments = self.moments
        if moments and (moment := moments[max(0, min(place, len(moments) - 1))]) is not self._shown:
            self._way.append(moment)
            self._session.view(moment)
            self.changed.emit()

    @property
    def _shown(self) -> Moment | None:
        return self._asked or self._session.viewed or self.moments[-1]

    def _play_on(self) -> None:
        """The next moment, once the one before is shown."""
        if self._asked is None:
            if self.moment is None:
                self._replay.stop()
                self.changed.emit()
            else:
                self._go_to(self.place + 1)

    def _follow_edits(self, changes: Sequence[DocumentEdit]) -> None:
        """A run that comes back stands at its newest moment, also where one of it was asked for before it went."""
        if any(isinstance(change, SetSetting) and change.name == "at_hand" for change in changes):
            self._give_up()
        self._fit()

    def _fit(self) -> None:
        """Find out whether network and data are those of the run at hand."""
        fits, self._settings = self._session.can_look_back, self._session.at_hand.settings
        if fits is not self._fits:
            self._fits = fits
            self._give_up()

    def _give_up(self, _message: object = None) -> None:
        """Be no longer on the way to a moment, as it cannot be reached, or somebody else leads elsewhere."""
        self._way.clear()
        self._replay.stop()
        self.changed.emit()

    def _arrive(self) -> None:
        if self._session.at_hand.settings is not self._settings:  # a run has them from its first step on
            self._fit()
        moments, viewed = self.moments, self._session.viewed
        before, self._viewed = self._viewed, viewed
        stands = viewed or (moments[-1] if moments else None)
        if self._asked is stands:
            self._way.clear()
        elif viewed is not before and stands not in self._way:
            self._give_up()
        self.changed.emit()

    def _follow(self, state: State) -> None:
        self._fit()
        if state is State.RUNNING:
            self._give_up()
        else:
            self.changed.emit()


def commands(travel: TimeTravel) -> dict[str, Callable[[], object]]:
    """What each action does, by its id."""
    return {
        "moment_before": travel.back,
        "moment_after": travel.forward,
        "now": travel.now,
        "replay": travel.play,
        "adopt": travel.adopt,
    }


def enabled(travel: TimeTravel) -> dict[str, bool]:
    """Which of them would do something now."""
    moment, several = travel.moment, len(travel.moments) > 1
    return {
        "moment_before": several and travel.place > 0,
        "moment_after": moment is not None,
        "now": moment is not None,
        "replay": several,
        "adopt": travel.has_other_hyperparameters,
    }
