"""What the plots of a run share: they follow its session while they can be seen, and rest while they cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.data import Prepared
from gui.mailbox import Probe
from gui.plots.frame import Frame
from gui.plots.turns import Turns
from gui.snapshot import Snapshot, State
from gui.theme import current
from gui.training_session import TrainingSession
from gui.widgets.icons import icon
from gui.widgets.pace import Pace


class Plot(Frame):
    """A panel that draws what a training session offers, and nothing while it is hidden.

    A subclass puts its drawing into `set_body`, its controls into `add_control`, and answers some of
    `show_snapshot`, `show_history`, `show_run`, `show_data` and `show_network`, which are called only while it is
    shown, and when it comes to be shown. `probes` names what it wants computed at each look. A plot that is paused
    stays as it is, and nothing is computed for it.
    """

    rare: float = 0.0
    """For how many seconds its probes rest while the network trains, where they are too slow for every look."""
    interval = 100
    """Milliseconds between two drawings at least."""

    def __init__(self, session: TrainingSession, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.session = session
        self.asking: tuple[QWidget, ...] = ()
        """Controls by which something else is computed; while it is paused they would tell what is not shown."""
        self._attached = False
        self._in_front = True
        self._news: dict[str, Callable[[], None]] = {}
        self.held = False
        """Whether it draws only when it is told to, what the last look has seen and nothing that came later."""
        self.pause_action = QAction(self, checkable=True)
        self.pause_action.toggled.connect(self._pause)
        self.menu.insertAction(self.reset_action, self.pause_action)
        self.resume = QPushButton()
        self.resume.setProperty("role", "segment")
        self.resume.hide()
        self.resume.clicked.connect(lambda: self.pause_action.setChecked(False))
        self.add_control(self.resume)
        self._turns = Turns.of(session)
        self._pace = Pace(self._take_turn, self.interval, self)
        session.emptied.connect(self._empty)
        session.destroyed.connect(self._lose)

    @property
    def suits(self) -> bool:
        """Whether there is or will be something to see of the data at hand, as a boundary of pictures is not."""
        return True

    def probes(self) -> Mapping[str, Probe]:
        """What is to be computed at each look, by name."""
        return {}

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""

    def show_history(self) -> None:
        """Draw the run so far."""

    def show_run(self) -> None:
        """Follow another run at hand, other hyperparameters of it, or another moment of it that is viewed."""

    def show_data(self, prepared: Prepared | None) -> None:
        """Draw the data."""

    def show_network(self) -> None:
        """Follow another network; the session has none while the graph has errors."""

    # Shown and hidden

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()

    def set_in_front(self, in_front: bool) -> None:
        """Whether no other tab covers the plot; Qt moves a covered dock aside and calls it visible still."""
        self._in_front = in_front
        self._follow()

    def _follow(self) -> None:
        """Follow the session while the plot can be seen, and rest while it cannot."""
        seen = self.isVisible() and self._in_front and not self.paused
        if seen != self._attached:
            self._attached = seen
            (self._attach if seen else self._detach)()

    def _pause(self, paused: bool) -> None:
        self.resume.setVisible(paused)
        for control in self.asking:
            control.setEnabled(not paused)
        self._follow()

    def _lose(self) -> None:
        """A window that is deleted takes its session along first, and hides a detached plot only then."""
        self._attached = self._in_front = False
        self._pace.stop()

    def _attach(self) -> None:
        self.session.snapshot_taken.connect(self._take_snapshot)
        self.session.history_changed.connect(self._take_history)
        self.session.run_changed.connect(self._take_run)
        self.session.told.connect(self._take_all)
        self.session.data_ready.connect(self.show_data)
        self.session.network_changed.connect(self.show_network)
        for name, probe in self.probes().items():
            self.session.add_probe(name, probe, self.rare)
        self.show_network()  # it may be another one than when the plot was last shown
        self.refresh()

    def _detach(self) -> None:
        self._pace.stop()
        self._news.clear()
        self.session.snapshot_taken.disconnect(self._take_snapshot)
        self.session.history_changed.disconnect(self._take_history)
        self.session.run_changed.disconnect(self._take_run)
        self.session.told.disconnect(self._take_all)
        self.session.data_ready.disconnect(self.show_data)
        self.session.network_changed.disconnect(self.show_network)
        for name in self.probes():
            self.session.remove_probe(name)

    def _empty(self) -> None:
        """Let go of what was shown of another project, also while the plot is hidden."""
        self.pause_action.setChecked(False)
        self._news.clear()
        self.show_network()
        self.refresh()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self._news["snapshot"] = lambda: self.show_snapshot(snapshot)

    def _take_history(self) -> None:
        self._news["history"] = self.show_history

    def _take_run(self) -> None:
        self._news["run"] = self.show_run

    def _take_all(self) -> None:
        """Draw once for all that is new."""
        if self._news and not self.held:
            self._pace.ask()

    def _take_turn(self) -> None:
        """Draw; while a run goes on, after the plots that wait already."""
        if self.interval and self.session.state is State.RUNNING:
            self._turns.wait_for(self._show_news)
        else:
            self._show_news()

    def hold(self, held: bool) -> None:
        """Draw only in `catch_up`, or again whenever there is something new."""
        self.held = held
        self._take_all()

    def catch_up(self) -> None:
        """Draw at once what is new."""
        self._show_news()

    def _show_news(self) -> None:
        news, self._news = self._news, {}
        for show in news.values():
            show()

    @property
    def attached(self) -> bool:
        """Whether the plot is shown and follows the session."""
        return self._attached

    @property
    def paused(self) -> bool:
        """Whether it stays as it is, whatever comes."""
        return self.pause_action.isChecked()

    def refresh(self) -> None:
        """Draw everything anew from where the session stands; what is paused stays where it is, in other colours."""
        if self.paused:
            return
        self.show_data(self.session.data)
        self.show_history()
        self.show_run()
        self.show_snapshot(self.session.last_snapshot)

    def retranslate(self) -> None:
        super().retranslate()
        self.pause_action.setText(self.tr("Pause this plot"))
        self.resume.setText(self.tr("Paused"))
        self.resume.setIcon(icon("pause", current().muted))
        self.resume.setToolTip(self.tr("The run goes on; this plot stays as it is until you press here"))
