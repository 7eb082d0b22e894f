"""Where people are: the groups that were entered, one within the other, each a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.document import Document


class Breadcrumbs(QWidget):
    """A row of buttons over the canvas, from the whole drawing to the group that is shown; hidden on the whole."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumbs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.setSpacing(6)
        self._shown: list[tuple[str, str]] | None = None
        document.scope_changed.connect(self.refresh)
        document.applied.connect(self.refresh)
        self.refresh()

    def refresh(self, _told: object = None) -> None:
        """Show the way to where people are."""
        graph, scope = self._document.graph, self._document.scope
        way = [(group.id, group.title or group.id) for group in graph.annotations.around(scope)]
        way = [("", self.tr("Network")), *reversed(way)]
        if way == self._shown:
            return
        self._shown = way
        self._clear()
        for place, (group_id, title) in enumerate(way):
            if place:
                self._row.addWidget(QLabel("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"))
            self._row.addWidget(self._crumb(group_id, title, here=group_id == scope))
        self.setAccessibleName(self.tr("You are in: {way}").format(way=" / ".join(title for _, title in way)))
        self.setVisible(bool(scope))
        self.adjustSize()

    def _crumb(self, group_id: str, title: str, here: bool) -> QWidget:
        if here:
            label = QLabel(title)
            label.setProperty("role", "crumb")
            return label
        button = QPushButton(title)
        button.setProperty("role", "link")
        button.setAccessibleName(self.tr("Go up to {group}").format(group=title))
        # What was clicked goes with the row while it still handles its click.
        button.clicked.connect(lambda: self._document.enter(group_id), Qt.ConnectionType.QueuedConnection)
        return button

    def _clear(self) -> None:
        while (entry := self._row.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
