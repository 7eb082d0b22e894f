"""What one rule of the coach has found: what it is, how it is known, what to try, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.diagnosis.finding import VALIDATION, Finding
from engine.graph import Graph
from gui import names, theme
from gui.i18n import words
from gui.widgets.controls import Button
from gui.widgets.icons import icon
from gui.widgets.panel import text_label
from gui.widgets.problem_row import GAP, ICON_SIZE, broken


class FindingCard(QFrame):
    """Emits what a button asks for, with the finding; of several at as many layers the first one speaks for all.

    A fix that takes weights which have learned nothing yet says so, and can be had without them.
    """

    fix_requested = Signal(object)
    change_requested = Signal(object)
    show_requested = Signal(object)
    dismiss_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._graph = Graph()
        self._has_learned = False
        self._sign = QLabel()
        self._sign.setFixedSize(ICON_SIZE, ICON_SIZE)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.place = QLabel()
        self.place.setProperty("role", "note")
        self.place.setWordWrap(True)
        self.told = text_label("sentence", "finding_told")
        self.advice = text_label("muted", "finding_advice")
        self.explains = text_label("note", "finding_explains")
        names_of_buttons = ("fix", "change", "show", "dismiss")
        self.fix, self.change, self.show_place, self.dismiss = (Button(name, "link") for name in names_of_buttons)
        for button, signal in (
            (self.fix, self.fix_requested),
            (self.change, self.change_requested),
            (self.show_place, self.show_requested),
            (self.dismiss, self.dismiss_requested),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.finding))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        links = QHBoxLayout()
        links.setSpacing(2 * GAP)
        links.addWidget(self.show_place)
        links.addWidget(self.dismiss)
        links.addStretch(1)
        lines = QVBoxLayout()
        lines.setContentsMargins(ICON_SIZE + GAP, 0, 0, 0)
        lines.setSpacing(4)
        for label in (self.place, self.told, self.advice):
            lines.addWidget(label)
        for button in (self.fix, self.change):
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addLayout(links)
        lines.addWidget(self.explains)  # which comes and goes while a run goes on, and would move the buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(lines)

    @property
    def controls(self) -> tuple[Button, ...]:
        """What the Tab key visits, in order."""
        return self.fix, self.change, self.show_place, self.dismiss

    @property
    def finding(self) -> Finding | None:
        """The finding that is told."""
        return self._findings[0] if self._findings else None

    def show_findings(self, findings: tuple[Finding, ...], graph: Graph, has_learned: bool) -> None:
        """Show what a rule has found in a graph, in which layers may have titles, and whose weights `has_learned`."""
        self._findings, self._graph, self._has_learned = findings, graph, has_learned
        finding = findings[0]
        self.title.setText(words(finding.rule.label))
        self.place.setText(self._place(finding))
        self.place.setVisible(bool(self.place.text()))
        self.told.setText(names.told(finding.told, graph))
        self.advice.setText(names.told(finding.advice, graph))
        self.explains.setVisible(bool(finding.explains))
        also = QCoreApplication.translate("Coach", "Also explains: {names}")
        self.explains.setText(also.format(names=", ".join(words(rule.label) for rule in finding.explains)))
        self.fix.setVisible(finding.fix is not None)
        self.change.setVisible(self._begins_anew)
        self._write_fixes()
        self.change.setToolTip(
            QCoreApplication.translate("Coach", "The network goes on with what it has learned, which may be in the way")
        )
        self.show_place.setVisible(bool(finding.node or finding.curve))
        self.show_place.setText(QCoreApplication.translate("Coach", "Show"))
        self.dismiss.setText(QCoreApplication.translate("Coach", "Dismiss"))
        for button in (self.show_place, self.dismiss):
            button.setAccessibleName(f"{button.text()}: {self.title.text()}")
        self.dismiss.setToolTip(QCoreApplication.translate("Coach", "Say no more of it in this run"))
        drawn = icon("warning", theme.current().warning)
        self._sign.setPixmap(drawn.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))

    def _place(self, finding: Finding) -> str:
        if finding.node:
            return ", ".join(names.name_of(self._graph, each.node) for each in self._findings)
        if finding.curve == VALIDATION:
            return QCoreApplication.translate("Coach", "Curve of the validation")
        return QCoreApplication.translate("Coach", "Curve of the training") if finding.curve else ""

    @property
    def _begins_anew(self) -> bool:
        """Whether the fix is offered together with fresh weights."""
        finding = self.finding
        return finding is not None and finding.fix is not None and finding.anew and self._has_learned

    def _write_fixes(self) -> None:
        """Break the words of what can be done about it into lines, since a button does not."""
        fix = self.finding.fix if self.finding is not None else None
        told = names.told(fix.label_anew if self._begins_anew else fix.label, self._graph) if fix else ""
        self._write(self.fix, told)
        self.fix.setAccessibleName(told)
        kept = QCoreApplication.translate("Coach", "Only change it, keep the weights")
        self._write(self.change, kept)
        self.change.setAccessibleName(f"{kept}: {self.title.text()}")

    def _write(self, button: Button, told: str) -> None:
        room = max(40, self.width() - ICON_SIZE - GAP)
        button.setText(broken(told, button.fontMetrics(), room).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_fixes()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self._findings:
            self.show_findings(self._findings, self._graph, self._has_learned)
        super().changeEvent(event)
