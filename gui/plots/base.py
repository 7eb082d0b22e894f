"""What all plots share: a header, a hint while there is nothing to show, a menu, and being idle while hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.data import Prepared
from engine.errors import ExportError
from gui.i18n import sentences
from gui.plots.export import Table, save_csv, save_png
from gui.settings import Settings
from gui.theme import Theme, current
from gui.widgets.pace import Pace

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.mailbox import Probe
from gui.training_session import TrainingSession
from gui.widgets.line_text import LineText

HEADER_HEIGHT = 24
HEADER_STYLE = """
QPushButton[role="segment"] {{ background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 0 5px; min-height: 20px; font-size: 11px; color: {muted}; }}
QPushButton[role="segment"]:hover {{ color: {text}; }}
QPushButton[role="segment"]:checked {{ background: {hover}; color: {text}; }}
QPushButton[role="segment"]:focus {{ border-color: {accent}; }}
QComboBox {{ min-height: 20px; padding: 0 0 0 5px; font-size: 11px; border-radius: 5px; }}
QComboBox::drop-down {{ border: none; width: 16px; }}
QComboBox QAbstractItemView {{ font-size: 11px; }}
QToolButton {{ padding: 0; font-size: 13px; color: {muted}; }}
"""


class Plot(QWidget):
    """A panel that draws what a training session offers, and nothing while it is hidden.

    A subclass puts its drawing into `set_body`, its controls into `add_control`, and answers some of
    `show_snapshot`, `show_history`, `show_data` and `show_network`, which are called only while it is shown, and
    when it comes to be shown. `probes` names what it wants computed at each look.
    """

    rare = False
    """Whether its probes are slow, and once a second often enough."""
    interval = 100
    """Milliseconds between two drawings at least; each plot has its own, so that they seldom draw in one frame."""

    def __init__(self, session: TrainingSession, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.session = session
        self._attached = False
        self._in_front = True
        self._news: dict[str, Callable[[], None]] = {}
        self._pace = Pace(self._show_news, self.interval, self)
        self._worn: Theme | None = None
        self.note = LineText("note")
        self.more = QToolButton()
        self.more.setText("\N{MIDLINE HORIZONTAL ELLIPSIS}")
        self.more.setFixedSize(24, 22)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hint = QLabel()
        self.hint.setProperty("role", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._build_layout()
        self._build_menu()
        session.emptied.connect(self._empty)
        self.windowTitleChanged.connect(self._name_menu)

    def _build_layout(self) -> None:
        self.header = QWidget()
        self.header.setFixedHeight(HEADER_HEIGHT)
        self._header_row = QHBoxLayout(self.header)
        self._header_row.setContentsMargins(0, 0, 0, 0)
        self._header_row.setSpacing(4)
        self._header_row.addStretch()
        self._header_row.addWidget(self.note, 1)
        self._header_row.addWidget(self.more)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(self.header)
        layout.addLayout(self._stack, 1)

    def _build_menu(self) -> None:
        self.menu = QMenu(self)
        self.reset_action = QAction(self)
        self.reset_action.triggered.connect(self.reset_view)
        self.png_action = QAction(self)
        self.png_action.triggered.connect(self._export_png)
        self.csv_action = QAction(self)
        self.csv_action.triggered.connect(self._export_csv)
        self.menu.addActions([self.reset_action, self.png_action, self.csv_action])
        self.menu.insertSeparator(self.png_action)
        self.more.setMenu(self.menu)

    # For subclasses

    def set_body(self, drawing: QWidget, above: QWidget | None = None) -> None:
        """The widget that draws, and a row above it; until `show_hint(False)` the hint stands in their place."""
        self.body = drawing
        if above is not None:
            self.body = QWidget()
            rows = QVBoxLayout(self.body)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(4)
            rows.addWidget(above)
            rows.addWidget(drawing, 1)
        self._stack.addWidget(self.body)

    def add_control(self, control: QWidget) -> None:
        """Put a control into the header, left of the menu's button."""
        self._header_row.insertWidget(self._header_row.count() - 1, control)

    def add_heading(self, heading: QWidget) -> None:
        """Put a key to the drawing into the header, at its left."""
        self._header_row.insertWidget(0, heading, 1)

    def show_hint(self, hint: bool) -> None:
        """Show the hint, or the drawing."""
        shown = self.hint if hint else self.body
        if self._stack.currentWidget() is not shown:  # setting it anew would lay out the whole window
            self._stack.setCurrentWidget(shown)
        for action in (self.reset_action, self.png_action, self.csv_action):
            action.setEnabled(not hint)

    def probes(self) -> Mapping[str, Probe]:
        """What is to be computed at each look, by name."""
        return {}

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""

    def show_history(self) -> None:
        """Draw the run so far."""

    def show_data(self, prepared: Prepared | None) -> None:
        """Draw the data."""

    def show_network(self) -> None:
        """Follow another network; the session has none while the graph has errors."""

    def reset_view(self) -> None:
        """Show everything again after the user moved the plot."""

    def table(self) -> Table:
        """The numbers that are drawn, which a file of them holds."""
        return {}

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.header.setStyleSheet(
            HEADER_STYLE.format(muted=theme.muted, text=theme.text, hover=theme.hover, accent=theme.accent)
        )

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.reset_action.setText(self.tr("Reset view"))
        self.png_action.setText(self.tr("Export as PNG…"))
        self.csv_action.setText(self.tr("Export as CSV…"))
        self.more.setToolTip(self.tr("View and export"))
        self._name_menu()

    def _name_menu(self) -> None:
        """Tell the menu's button from those of other plots, for who does not see where it stands."""
        self.more.setAccessibleName(f"{self.windowTitle()}: {self.more.toolTip()}")

    def dress(self) -> None:
        """Put on theme and language; the last line of a subclass' constructor."""
        self._worn = current()
        self.retheme(self._worn)
        self.retranslate()

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
        seen = self.isVisible() and self._in_front
        if seen != self._attached:
            self._attached = seen
            (self._attach if seen else self._detach)()

    def _attach(self) -> None:
        self.session.snapshot_taken.connect(self._take_snapshot)
        self.session.history_changed.connect(self._take_history)
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
        self.session.data_ready.disconnect(self.show_data)
        self.session.network_changed.disconnect(self.show_network)
        for name in self.probes():
            self.session.remove_probe(name)

    def _empty(self) -> None:
        """Let go of what was shown of another project, also while the plot is hidden."""
        self._news.clear()
        self.show_network()
        self.refresh()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self._news["snapshot"] = lambda: self.show_snapshot(snapshot)
        self._pace.ask()

    def _take_history(self) -> None:
        self._news["history"] = self.show_history
        self._pace.ask()

    def _show_news(self) -> None:
        news, self._news = self._news, {}
        for show in news.values():
            show()

    @property
    def attached(self) -> bool:
        """Whether the plot is shown and follows the session."""
        return self._attached

    def refresh(self) -> None:
        """Draw everything anew from where the session stands."""
        self.show_data(self.session.data)
        self.show_history()
        self.show_snapshot(self.session.last_snapshot)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._worn not in (None, current()):
            self._worn = current()
            self.retheme(self._worn)
            if self._attached:
                self.refresh()
        super().changeEvent(event)

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def _export_png(self) -> None:
        path = self._ask_path(self.tr("Picture (*.png)"), ".png")
        if path is not None:
            self._save(lambda: save_png(path, self.body))

    def _export_csv(self) -> None:
        path = self._ask_path(self.tr("Table (*.csv)"), ".csv")
        if path is not None:
            self._save(lambda: save_csv(path, self.table()))

    def _ask_path(self, kind: str, suffix: str) -> Path | None:
        settings = Settings()
        proposal = Path(settings.last_folder) / (self.objectName().removeprefix("plot_") + suffix)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(proposal), kind)
        if not chosen:
            return None
        path = Path(chosen)
        settings.last_folder = str(path.parent)
        return path if path.suffix else path.with_suffix(suffix)

    def _save(self, save: Callable[[], None]) -> None:
        try:
            save()
        except ExportError as error:
            QMessageBox.warning(self, self.tr("Export"), sentences(error))
