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
from gui.widgets.speed_box import SpeedBox

HEIGHT = 52
NUMBERS_INTERVAL = 100
"""Milliseconds between two changes of the numbers, which nobody can read faster."""
SEPARATOR = " · "


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
        self.title = LineText("label")
        self.status = LineText("numbers", Qt.AlignmentFlag.AlignRight)
        self.status.setObjectName("status")
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
        buttons = QHBoxLayout()
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
        row = QHBoxLayout(self)
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
        self.pause.setText(self.tr("Pause"))
        self.stop.setText(self.tr("Stop"))
        self.step_batch.setText(self.tr("Step batch"))
        self.step_epoch.setText(self.tr("Step epoch"))
        self.reset.setText(self.tr("Reset"))
        self.run.setToolTip(self.tr("Train until the last epoch (Space)"))
        self.pause.setToolTip(self.tr("Stand still after this batch (Space)"))
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
        self.status.setFont(theme.number_font())
        self._show_title()
        self._follow_state()
        self._show_numbers()

    def _fit_words(self) -> None:
        """One place for Run and Pause, as wide as the longer word."""
        width = max(self.run.sizeHint().width(), self.pause.sizeHint().width())
        self.run.setFixedWidth(width)
        self.pause.setFixedWidth(width)

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

    def _show_numbers(self) -> None:
        snapshot, wishes = self._session.last_snapshot, self._session.wishes
        waits = self._session.is_loading and wishes.is_under_way
        if snapshot.step == 0 or waits or not wishes.can_ask:
            self.status.setText(self._idle_text())
        elif (best := snapshot.figures.best) is not None:
            self._fit([
                self.tr("best, epoch {epoch}").format(epoch=grouped(best.epoch)),
                self.tr("loss {loss}").format(loss=number(best.loss)),
            ])  # fmt: skip
        else:
            self._fit(self._parts(snapshot))

    def _parts(self, snapshot: Snapshot) -> list[str]:
        """Where the run stands, the weightiest first."""
        running, figures = self._session.state is State.RUNNING, snapshot.figures
        pursuit, ended = self._session.pursuit, self._session.goal_end
        parts = [self.tr("epoch {epoch}").format(epoch=grouped(figures.epoch))]
        if ended is not None:
            parts.insert(0, self.tr("goal reached") if ended.reached else self.tr("goal not reached"))
        elif pursuit is not None:
            parts.append(self.tr("until {goal}").format(goal=sentence(pursuit.goals[0].told())))
        if count := self._session.wishes.count:
            parts.append(self.tr("{count} more to come").format(count=grouped(count)))
        if (snapshot.within_epoch and not running) or math.isnan(figures.loss):
            parts.append(self.tr("step {step}").format(step=grouped(figures.step)))
            parts.append(self.tr("batch loss {loss}").format(loss=number(figures.batch_loss)))
        else:
            parts.append(self.tr("loss {loss}").format(loss=number(figures.loss)))
        if running and snapshot.steps_per_second:
            rate = snapshot.steps_per_second
            parts.append(self.tr("{rate} steps/s").format(rate=grouped(round(rate)) if rate >= 10 else number(rate, 2)))
        left = snapshot.seconds_left
        if running and left is not None and pursuit is None:
            parts.append(self.tr("{time} left").format(time=duration(left)))
        return parts

    def _fit(self, parts: list[str]) -> None:
        """Write as many parts as there is room for; the last ones are the first to go."""
        metrics = self.status.fontMetrics()
        while len(parts) > 1 and metrics.horizontalAdvance(SEPARATOR.join(parts)) > self.status.width():
            parts = parts[:-1]
        self.status.setText(SEPARATOR.join(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_numbers()

    def _idle_text(self) -> str:
        if self._document.inference.obstacles:
            return self.tr("not ready: see Problems")
        if self._session.data is not None:
            return self.tr("ready")
        if not self._session.is_loading:
            return self.tr("no data: see Data")
        waits = self._session.wishes.is_under_way
        return self.tr("loading data, then it runs…") if waits else self.tr("loading data…")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "new_seed"):
            self._draw_icons()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "new_seed"):
            self._fit_words()  # in words of another size
        super().changeEvent(event)


def duration(seconds: float) -> str:
    """ "0:42", "12:05" or "3:07:00"."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
