"""One problem: a sign of its severity, its layer, a sentence, and a button for the fix where there is one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.graph import Graph
from engine.problems import Problem, Severity
from gui import names, theme
from gui.widgets.controls import Button, takes_space
from gui.widgets.icons import icon

ICON_SIZE = 16
SIGNS = {
    Severity.ERROR: ("error", "danger"),
    Severity.UNFINISHED: ("unfinished", "muted"),
    Severity.WARNING: ("warning", "warning"),
}
"""The icon of each severity and its colour in the theme."""
GAP, BORDER = 8, 1
INSET = 8
"""Pixels between the edge of a row that can be clicked and what stands in it."""


class ProblemRow(QFrame):
    """Emits `activated` when a row that leads to its layer is clicked or entered, and `fix_requested` with the Fix.

    A row that leads to its layer also names it.
    """

    activated = Signal()
    fix_requested = Signal(object)

    def __init__(self, leads: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads = leads
        self._side = INSET if leads else 0
        self.problem: Problem | None = None
        self._graph = Graph()
        self._sign = QLabel()
        self._sign.setFixedSize(ICON_SIZE, ICON_SIZE)
        self.name = QLabel()
        self.name.setProperty("role", "note")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(40)
        self.text.setProperty("role", "sentence")
        self.fix = Button("fix", "link")
        self.fix.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it was clicked, and the focus would wander
        self.fix.clicked.connect(self._request_fix)
        if leads:
            self.setProperty("role", "row")
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.text)
        words.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(self._side, 6, self._side, 6)
        line.setSpacing(GAP)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def show_problem(self, problem: Problem, graph: Graph) -> None:
        """Show this problem of a graph, in which layers may have titles."""
        self.problem, self._graph = problem, graph
        self.name.setText(names.name_of(graph, problem.node))
        self.name.setVisible(self._leads and bool(problem.node))
        self.text.setText(names.told(problem.message, graph))
        self.setAccessibleName(names.told(problem.told, graph))
        self.fix.setVisible(problem.fix is not None)
        self._write_fix()
        drawing, color = SIGNS[problem.severity]
        drawn = icon(drawing, getattr(theme.current(), color))
        self._sign.setPixmap(drawn.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))

    def _write_fix(self) -> None:
        """Break the fix's words into lines, since a button does not."""
        fix = self.problem.fix if self.problem is not None else None
        room = self.width() - 2 * (self._side + BORDER) - ICON_SIZE - GAP
        told = names.told(fix.label, self._graph) if fix else ""
        self.fix.setText(broken(told, self.fix.fontMetrics(), room).replace("&", "&&"))
        self.fix.setAccessibleName(told)

    def _request_fix(self) -> None:
        if self.problem is not None and self.problem.fix is not None:
            self.fix_requested.emit(self.problem.fix)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_fix()

    def event(self, event: QEvent) -> bool:
        if self._leads and takes_space(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._leads)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._leads and inside and event.button() is Qt.MouseButton.LeftButton:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self.problem is not None:
            self.show_problem(self.problem, self._graph)
        super().changeEvent(event)


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in lines of at most this many pixels; a word that is longer, such as an id, is broken where it must."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
        while len(lines[-1]) > 1 and metrics.horizontalAdvance(lines[-1]) > width:
            word = lines.pop()
            fits = next((n for n in range(len(word), 1, -1) if metrics.horizontalAdvance(word[:n]) <= width), 1)
            lines += [word[:fits], word[fits:]]
    return "\n".join(lines)
