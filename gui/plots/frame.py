"""What all drawings of numbers share: a header, a hint while there is nothing to show, and a menu that exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
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

from engine.errors import ExportError
from gui.i18n import sentences
from gui.plots.export import Table, file_name, save_csv, save_png, save_svg
from gui.plots.plate import SEPARATOR, Plate, chosen_in, controls_of
from gui.settings import Settings
from gui.theme import NOTE_PIXELS, Theme, current, magnified
from gui.widgets.line_text import LineText

HEADER_HEIGHT = 24
HEADER_STYLE = """
QPushButton[role="segment"] {{ background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 0 5px; min-height: 20px; font-size: {note}px; color: {muted}; }}
QPushButton[role="segment"]:hover {{ color: {text}; }}
QPushButton[role="segment"]:checked {{ background: {hover}; color: {text}; }}
QPushButton[role="segment"]:focus {{ border-color: {accent}; }}
QComboBox {{ min-height: 20px; padding: 0 0 0 5px; font-size: {note}px; border-radius: 5px; }}
QComboBox::drop-down {{ border: none; width: 16px; }}
QComboBox QAbstractItemView {{ font-size: {note}px; }}
QToolButton {{ padding: 0; font-size: 13px; color: {muted}; }}
"""


class Frame(QWidget):
    """A drawing with a header above it.

    A subclass puts its drawing into `set_body`, its controls into `add_control`, and ends its constructor with `dress`.
    `done` says in a sentence what was written.
    """

    done = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._worn: Theme | None = None
        self._heading: QWidget | None = None
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
        self.windowTitleChanged.connect(self._name_menu)

    def _build_layout(self) -> None:
        self.header = QWidget()
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
        self.svg_action = QAction(self)
        self.svg_action.triggered.connect(self._export_svg)
        self.csv_action = QAction(self)
        self.csv_action.triggered.connect(self._export_csv)
        self.menu.addActions([self.reset_action, self.png_action, self.svg_action, self.csv_action])
        self.menu.insertSeparator(self.png_action)
        self.more.setMenu(self.menu)

    # For subclasses

    def set_body(self, drawing: QWidget, above: QWidget | None = None) -> None:
        """The widget that draws, and a row above it; until `show_hint(False)` the hint stands in their place."""
        self.body = self.drawing = drawing
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

    def add_lead(self, *controls: QWidget) -> None:
        """Put controls into the header, at its left."""
        for place, control in enumerate(controls):
            self._header_row.insertWidget(place, control)

    def add_heading(self, heading: QWidget) -> None:
        """Put a key to the drawing into the header, at its left."""
        self._heading = heading
        self._header_row.insertWidget(0, heading, 1)

    def show_hint(self, hint: bool) -> None:
        """Show the hint, or the drawing."""
        shown = self.hint if hint else self.body
        if self._stack.currentWidget() is not shown:  # setting it anew would lay out the whole window
            self._stack.setCurrentWidget(shown)
        for action in (self.reset_action, self.png_action, self.svg_action, self.csv_action):
            action.setEnabled(not hint)

    def reset_view(self) -> None:
        """Show everything again after the user moved the plot."""

    def table(self) -> Table:
        """The numbers that are drawn, which a file of them holds."""
        return {}

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        colors = {name: getattr(theme, name) for name in ("muted", "text", "hover", "accent")}
        self.header.setStyleSheet(HEADER_STYLE.format(**colors, note=magnified(NOTE_PIXELS)))
        self.header.setFixedHeight(magnified(HEADER_HEIGHT))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.reset_action.setText(self.tr("Reset view"))
        self.png_action.setText(self.tr("Export as PNG…"))
        self.svg_action.setText(self.tr("Export as SVG…"))
        self.csv_action.setText(self.tr("Export as CSV…"))
        self.more.setToolTip(self.tr("View and export"))
        self._name_menu()

    def _name_menu(self) -> None:
        """Tell the frame and its menu's button from those of others, for who does not see where it stands."""
        self.setAccessibleName(self.windowTitle())
        self.more.setAccessibleName(f"{self.windowTitle()}: {self.more.toolTip()}".removeprefix(": "))

    def dress(self) -> None:
        """Put on theme and language; the last line of a subclass' constructor."""
        self._worn = current()
        self.retheme(self._worn)
        self.retranslate()

    def refresh(self) -> None:
        """Draw everything anew."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._worn not in (None, current()):
            self._worn = current()
            self.retheme(self._worn)
            if self.isVisible():
                self.refresh()
        super().changeEvent(event)

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    @property
    def title(self) -> str:
        """What it is called, or else the window in which it stands."""
        return self.windowTitle() or self.window().windowTitle()

    def plate(self) -> Plate:
        """The drawing as it stands in a picture, in which words tell what its controls would."""
        chosen = dict.fromkeys(chosen_in([*controls_of(self.header), *controls_of(self.body)]))
        chosen.pop(self.title, None)
        return Plate(self.body, self.title, SEPARATOR.join(chosen), self.note.text(), self._heading)

    def _export_png(self) -> None:
        self._export_picture(self.tr("Picture (*.png)"), ".png", save_png)

    def _export_svg(self) -> None:
        self._export_picture(self.tr("Drawing (*.svg)"), ".svg", save_svg)

    def _export_picture(self, kind: str, suffix: str, save: Callable[[Path, Plate], None]) -> None:
        if (path := self._ask_path(kind, suffix)) is not None:
            told = self.tr("The picture is written to {name}.").format(name=path.name)
            self._save(lambda: save(path, self.plate()), told)

    def _export_csv(self) -> None:
        if (path := self._ask_path(self.tr("Table (*.csv)"), ".csv")) is not None:
            told = self.tr("The numbers are written to {name}.").format(name=path.name)
            self._save(lambda: save_csv(path, self.table()), told)

    def _ask_path(self, kind: str, suffix: str) -> Path | None:
        settings = Settings()
        proposal = Path(settings.last_folder) / (file_name(self.title) + suffix)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(proposal), kind)
        if not chosen:
            return None
        path = Path(chosen)
        settings.last_folder = str(path.parent)
        return path if path.suffix else path.with_suffix(suffix)

    def _save(self, save: Callable[[], None], told: str) -> None:
        try:
            save()
        except ExportError as error:
            QMessageBox.warning(self, self.tr("Export"), sentences(error))
        else:
            self.done.emit(told)
