"""Search on the canvas: a slim bar that goes from hit to hit.

Layers are found by name, id, kind and settings; notes, frames and groups by kind and what is written on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from engine.annotations import Annotation, Note
from engine.graph import Graph, Node, natural_key
from engine.neighbours import reading_order
from gui import names, theme
from gui.canvas.cards import card_text
from gui.widgets.icons import icon

if TYPE_CHECKING:
    from gui.canvas.display import NetworkDisplay

FIELD_WIDTH, BUTTON = 200, 26
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def matches(graph: Graph, wanted: str) -> list[str]:
    """The layers in which every word stands, as data flow through them, then annotations; none for no words."""
    parts = wanted.casefold().split()
    told = {node: _told(graph[node]) for node in reading_order(graph)} if parts else {}
    if parts:
        told |= {key: _written(graph.annotations[key]) for key in sorted(graph.annotations, key=natural_key)}
    return [key for key, text in told.items() if all(part in text.casefold() for part in parts)]


def _told(node: Node) -> str:
    """All words of a layer that a person may look for, settings both as the card says them and by their names."""
    layer = node.layer
    settings = (f"{field.name}={getattr(layer, field.name)}" for field in layer.hyperparameters())
    shown = (card_text.title(layer), *card_text.headline(layer))
    return " ".join((node.id, node.title, layer.name, *shown, *settings))


def _written(annotation: Annotation) -> str:
    """What stands on a note, a frame or a group, and what such a thing is called."""
    text = annotation.text if isinstance(annotation, Note) else annotation.title
    return f"{names.annotation_kind(annotation)} {annotation.id} {text}"


class SearchBar(QFrame):
    """Marks what it finds, dims the rest, and shows one hit after the other; `closed` when the search is over."""

    closed = Signal()

    def __init__(self, view: NetworkDisplay) -> None:
        super().__init__(view)
        self.setObjectName("canvas_search")
        self.setProperty("role", "overlay")
        self._view = view
        self.found: list[str] = []
        self.position = 0
        self.field = QLineEdit()
        self.field.setObjectName("canvas_search_field")
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._glass = self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setMinimumWidth(64)
        self.dismiss = QToolButton()
        self.dismiss.setFixedSize(BUTTON, BUTTON)
        self.dismiss.setIconSize(QSize(14, 14))
        self.dismiss.clicked.connect(self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.count)
        row.addWidget(self.dismiss)
        view.document.edited.connect(self._after_edit)
        view.document.replaced.connect(self.close_search)
        self.retranslate()
        self._tint()
        self.hide()

    def open(self) -> None:
        """Begin, or begin anew with what was looked for before selected."""
        self.show()
        self.raise_()
        self.adjustSize()
        self._view.place_overlays()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_search(self) -> None:
        """End it; the drawing looks as before, and the last hit stays selected."""
        if not self.isHidden():
            self.hide()
            self._view.network.mark(None)
            self._view.place_overlays()
            self.closed.emit()

    def step(self, by: int) -> None:
        """Show the next hit, or the one before; after the last comes the first."""
        if self.found:
            self.position = (self.position + by) % len(self.found)
            self._show_hit()

    def _search(self) -> None:
        before = self.found[self.position] if self.found else None
        self.found = matches(self._view.document.graph, self.field.text())
        self.position = self.found.index(before) if before in self.found else 0
        self._view.network.mark(frozenset(self.found) if self.field.text().strip() else None)
        self._show_hit()

    def _after_edit(self, _edit: object) -> None:
        """What is found may be gone; what is marked is found anew at the next key."""
        if not self.isHidden():
            graph = self._view.document.graph
            self.found = [key for key in self.found if key in graph or key in graph.annotations]
            self.position = min(self.position, max(len(self.found) - 1, 0))
            self._write_count()

    def _show_hit(self) -> None:
        self._write_count()
        if self.found:
            hit = self.found[self.position]
            self._view.document.select_keys([hit])
            self._view.reveal(hit)

    def _write_count(self) -> None:
        if self.found:
            text = self.tr("{number} of {count}").format(number=self.position + 1, count=len(self.found))
        else:
            text = self.tr("Nothing found") if self.field.text().strip() else ""
        self.count.setText(text)
        hit = names.name_of(self._view.document.graph, self.found[self.position]) if self.found else ""
        self.field.setAccessibleDescription(f"{text}: {hit}" if hit else text)

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.field.setPlaceholderText(self.tr("Find in the drawing"))
        self.field.setAccessibleName(self.tr("Find in the drawing"))
        self.dismiss.setToolTip(self.tr("End the search"))
        self.dismiss.setAccessibleName(self.tr("End the search"))
        self._write_count()
        self.adjustSize()

    def _tint(self) -> None:
        worn = theme.current()
        self._glass.setIcon(icon("search", worn.muted))
        self.dismiss.setIcon(icon("close", worn.muted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows go on, with Shift back; Escape ends the search and nothing else."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if back else 1)
        elif event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "dismiss"):
            self._tint()
        super().changeEvent(event)
