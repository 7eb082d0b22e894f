"""The bar above the canvas: the project's name, the run's buttons, and where the run stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gui import theme
from gui.document import Document
from gui.i18n import grouped, number, sentence
from gui.run_menu import RunMenu
from gui.snapshot import Snapshot, State
from gui.training_session import TrainingSession
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText
from gui.widgets.pace import Pace
from gui.widgets.parts_line import PartsLine
from gui.widgets.speed_box import SpeedBox

HEIGHT = 52
NUMBERS_INTERVAL = 100
"""Milliseconds between two changes of the numbers, which nobody can read faster."""
STATUS, TITLE = 60, 140
"""Letters of the numbers that are wanted of a run, and pixels that the title keeps; where both have room it is shared
evenly, so that the buttons stand in the middle."""
FIGURE_SPACE = "\N{FIGURE SPACE}"


class TopBar(QWidget):
    """Buttons train_run ... train_reset; Run and Pause share one place, so that one primary button shows at a time.

    The arrows beside Run and Reset open what else there is to run for and to begin with. The speed is chosen here only
    where the panel of the training is not at hand.
    """

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._document = document
        self._session = session
        self._widest: dict[str, int] = {}
        """Letters that a number has taken in this run at most, so that what stands beside it keeps its place."""
        self.title = LineText("label")
        self.status = PartsLine("numbers", Qt.AlignmentFlag.AlignRight)
        self.status.setObjectName("status")
        self.status.setFont(theme.number_font())
        self.run = self._button("train_run", session.run, primary=True)
        self.pause = self._button("train_pause", session.pause, primary=True)
        self.stop = self._button("train_stop", session.stop)
        self.step_batch = self._button("train_step_batch", session.step_batch)
        self.step_epoch = self._button("train_step_epoch", session.step_epoch)
        self.reset = self._button("train_reset", session.reset)
        self.run_more = self._arrow("train_run_more", (self.run, self.pause), primary=True)
        self.reset_more = self._arrow("train_reset_more", (self.reset,))
        self.new_seed = self._button("train_new_seed", lambda: session.reset(new_seed=True))
        self.new_seed.setProperty("role", "icon")
        self.speed = SpeedBox(document)
        self.speed.hide()
        self._lay_out()
        session.state_changed.connect(self._follow_state)
        session.network_changed.connect(self._show_numbers)
        self._pace = Pace(self._show_numbers, NUMBERS_INTERVAL, self)
        session.snapshot_taken.connect(self._pace.ask)
        document.inferred.connect(self._follow_state)
        document.title_changed.connect(self._show_title)
        self.retranslate()

    def _button(self, name: str, handler: Callable[[], object], primary: bool = False) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        if primary:
            button.setProperty("role", "primary")
        button.clicked.connect(lambda: handler())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrow(self, name: str, beside: tuple[QPushButton, ...], primary: bool = False) -> QPushButton:
        """A narrow button that stands against others and opens a menu."""
        arrow = QPushButton()
        arrow.setObjectName(name)
        arrow.setProperty("joint", "right")
        arrow.setProperty("role", "primary" if primary else "")
        arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in beside:
            button.setProperty("joint", "left")
        return arrow

    def add_menus(self, actions: Mapping[str, QAction]) -> None:
        """Let the arrows open what these actions do."""
        self.run_more.setMenu(RunMenu(self._session, actions["run_until"], self))
        resets = QMenu(self)
        resets.addActions([actions["reset"], actions["new_seed"], actions["keep_weights"]])
        self.reset_more.setMenu(resets)

    def _lay_out(self) -> None:
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(8)
        running, resetting = QHBoxLayout(), QHBoxLayout()
        running.setSpacing(1)
        for button in (self.run, self.pause, self.run_more):
            running.addWidget(button)
        resetting.setSpacing(0)
        for button in (self.reset, self.reset_more):
            resetting.addWidget(button)
        buttons.addLayout(running)
        for button in (self.stop, self.step_batch, self.step_epoch):
            buttons.addWidget(button)
        buttons.addLayout(resetting)
        buttons.addWidget(self.new_seed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        row.addLayout(buttons)
        row.addWidget(self.status, 1)
        row.addWidget(self.speed)
        self.setFixedHeight(HEIGHT)

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.run.setText(self.tr("Run"))
        self.stop.setText(self.tr("Stop"))
        self.step_batch.setText(self.tr("Step batch"))
        self.step_epoch.setText(self.tr("Step epoch"))
        self.reset.setText(self.tr("Reset"))
        self.run.setToolTip(self.tr("Train until the last epoch (Space)"))
        self.stop.setToolTip(self.tr("End this run; the weights stay as they are (Shift+Space)"))
        self.step_batch.setToolTip(self.tr("Train on one batch (Ctrl+B)"))
        self.step_epoch.setToolTip(self.tr("Train to the end of the epoch (Ctrl+Shift+B)"))
        self.reset.setToolTip(self.tr("Back to the same initial weights (Ctrl+R)"))
        self.new_seed.setToolTip(self.tr("Draw new initial weights, from another seed (Ctrl+Shift+R)"))
        self.new_seed.setAccessibleName(self.tr("New initial weights"))
        self.run_more.setToolTip(self.tr("Run until a goal is reached (Ctrl+Shift+U)"))
        self.reset_more.setToolTip(self.tr("Begin a new run with the same, new or present weights"))
        for arrow in (self.run_more, self.reset_more):
            arrow.setAccessibleName(arrow.toolTip())
        self._draw_icons()
        self._fit_words()
        self._show_title()
        self._follow_state()
        self._share_room()
        self._show_numbers()

    def _fit_words(self) -> None:
        """One place for Run and Pause, as wide as the longest word."""
        widths = [self.run.sizeHint().width()]
        for word in (self.tr("Cancel"), self.tr("Pause")):
            self.pause.setText(word)
            widths.append(self.pause.sizeHint().width())
        for button in (self.run, self.pause):
            button.setFixedWidth(max(widths))

    def _share_room(self) -> None:
        """Give the numbers of a run what they need of the room beside the buttons, and the title what is left."""
        self._row.activate()  # or its parts tell widths of before
        room = self._row.contentsRect().width() - self._buttons.sizeHint().width() - 2 * self._row.spacing()
        if not self.speed.isHidden():
            room -= self.speed.sizeHint().width() + self._row.spacing()
        self.status.ensurePolished()  # or its letters are of another size yet
        numbers = STATUS * self.status.fontMetrics().horizontalAdvance("0")
        self.title.setMaximumWidth(max(0, min(room // 2, max(theme.magnified(TITLE), room - numbers))))

    def _draw_icons(self) -> None:
        self.new_seed.setIcon(icon("dice"))
        self.run_more.setIcon(icon("chevron-down", theme.current().on_accent))
        self.reset_more.setIcon(icon("chevron-down"))

    def _show_title(self) -> None:
        name = self._document.name or self.tr("Untitled")
        self.title.setText(f"{name} *" if self._document.modified else name)

    def _follow_state(self, _change: object = None) -> None:
        session, wishes = self._session, self._session.wishes
        running = wishes.is_under_way
        had_focus = self.run.hasFocus() or self.pause.hasFocus()
        waits = self._waits
        self.pause.setText(self.tr("Cancel") if waits else self.tr("Pause"))
        self.pause.setToolTip(
            self.tr("It runs as soon as the data are loaded; press to call that off (Space)")
            if waits
            else self.tr("Stand still after this batch (Space)")
        )
        goes, comes = (self.run, self.pause) if running else (self.pause, self.run)
        goes.hide()  # first, or for a moment there would be no room for both and for the numbers
        comes.show()
        if had_focus:
            comes.setFocus()
        for button in (self.step_batch, self.step_epoch):
            button.setEnabled(wishes.can_step)
        self.stop.setEnabled(running or session.state is State.PAUSED)
        for button in (self.run, self.run_more, self.reset, self.reset_more, self.new_seed):
            button.setEnabled(wishes.can_ask)
        self._show_numbers()

    @property
    def _waits(self) -> bool:
        """Whether something was asked for that waits for the data."""
        return self._session.is_loading and self._session.wishes.count > 0

    def _show_numbers(self) -> None:
        snapshot, session = self._session.last_snapshot, self._session
        running = session.state is State.RUNNING
        if self._waits or not session.wishes.can_ask:
            self.status.set_parts(self._idle_text())
        elif snapshot.step == 0:
            self.status.set_parts(self.tr("first step…") if running else self._idle_text())
        elif not running and session.begins_another:
            self.status.set_parts(self._idle_text() if session.is_loading else self.tr("changed, ready for a new run"))
        elif (best := snapshot.figures.best) is not None:
            self.status.set_parts(
                self.tr("best, epoch {epoch}").format(epoch=grouped(best.epoch)),
                self.tr("loss {loss}").format(loss=number(best.loss)),
            )
        else:
            if not running:
                self._widest.clear()
            self.status.set_parts(*self._parts(snapshot))

    def _parts(self, snapshot: Snapshot) -> list[str]:
        """Where the run stands, the weightiest first."""
        figures, session, steady = snapshot.figures, self._session, self._steady
        parts = [
            self.tr("epoch {epoch}").format(epoch=steady("epoch", grouped(figures.epoch))),
            self.tr("step {step}").format(step=steady("step", grouped(figures.step))),
        ]
        within = snapshot.within_epoch and session.state is not State.RUNNING
        if math.isnan(figures.loss) or (within and not math.isnan(figures.batch_loss)):  # none where a file was opened
            loss = number(figures.batch_loss)
            parts.append(self.tr("batch loss {loss}").format(loss=steady("batch loss", loss, left=True)))
        else:
            parts.append(self.tr("loss {loss}").format(loss=steady("loss", number(figures.loss), left=True)))
        if session.goal_end is not None:
            parts.insert(0, self.tr("goal reached") if session.goal_end.reached else self.tr("goal not reached"))
        elif session.pursuit is not None:  # before what may have no room
            parts.insert(1, steady("goal", sentence(session.pursuit.told()), left=True))
        if count := session.wishes.count:
            parts.append(self.tr("{count} more to come").format(count=grouped(count)))
        return parts + self._pace_parts(snapshot) if session.state is State.RUNNING else parts

    def _pace_parts(self, snapshot: Snapshot) -> list[str]:
        """How fast a run goes, and for how long yet."""
        parts, rate, left = [], snapshot.steps_per_second, snapshot.seconds_left
        if rate:
            told = grouped(round(rate)) if rate >= 10 else number(rate, 2)
            parts.append(self.tr("{rate}/s").format(rate=self._steady("rate", told)))
        if left is not None and self._session.pursuit is None:
            parts.append(self.tr("{time} left").format(time=self._steady("left", duration(left))))
        return parts

    def _steady(self, name: str, told: str, left: bool = False) -> str:
        """A number of a run in as many letters as it has had at most; a figure space is as wide as a digit."""
        width = self._widest[name] = max(self._widest.get(name, 0), len(told))
        return told.ljust(width, FIGURE_SPACE) if left else told.rjust(width, FIGURE_SPACE)

    def _idle_text(self) -> str:
        if self._document.inference.obstacles:
            return self.tr("not ready: see Problems")
        if self._session.data is not None:
            return self.tr("ready")
        if not self._session.is_loading:
            return self.tr("no data: see Data")
        return self.tr("loading data, then it runs…") if self._waits else self.tr("loading data…")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "new_seed"):
            self._draw_icons()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "new_seed"):
            self._fit_words()  # in words of another size
            self._follow_state()
            self._share_room()
        super().changeEvent(event)


def duration(seconds: float) -> str:
    """ "0:42", "12:05" or "3:07:00"."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
