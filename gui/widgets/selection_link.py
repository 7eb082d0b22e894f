"""What is selected in a list and what is selected in the document are the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from engine import groups
from engine.graph import Edge
from gui.document import Document
from gui.widgets.refresh import Refresh

PART = Qt.ItemDataRole.UserRole
"""The role under which a row tells what it stands for: the id of a layer or an annotation, or an Edge."""

MOST_WIRES = 100
"""With more wires selected only the layers are: nobody reads so many, and Qt compares each with all others."""

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class Findable(Protocol):
    """A model that knows where the parts of the drawing stand in it."""

    def index_of(self, part: object) -> QModelIndex: ...


class SelectionLink(QObject):
    """Ties the rows of a view whose model knows PART to the document; rows of nothing that can be selected are free.

    The canvas goes along: into the group where a row's layer is to be seen, and out of it again.
    """

    def __init__(self, view: QAbstractItemView, model: Findable, document: Document) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._document = document
        self._showing = False
        self._refresh = Refresh(view)
        self._refresh.due.connect(self.show)
        view.selectionModel().selectionChanged.connect(self._tell)
        document.selection_changed.connect(self._refresh.ask)

    def follow(self, refresh: Callable[[], object]) -> None:
        """Let the rows change, which is nobody's choice, and select again what the document has selected."""
        self._showing = True
        refresh()
        self._showing = False
        self.show()

    def show(self) -> None:
        """Select the rows of what the document has selected, and bring one of them into view."""
        chosen = self._document.selection
        wires = chosen.edges if len(chosen.edges) <= MOST_WIRES else ()
        parts = {*chosen.nodes, *wires, *chosen.annotations}
        if parts == self._selected():
            return
        rows = [row for part in parts if (row := self._model.index_of(part)).isValid()]
        self._showing = True
        self._view.selectionModel().select(_ranges(rows), Flag.ClearAndSelect | Flag.Rows)
        if rows and self._view.currentIndex() not in rows:
            first = min(rows, key=lambda row: row.row())
            self._view.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
            self._view.scrollTo(first)
        self._showing = False

    def _selected(self) -> set[str | Edge]:
        """The parts of the selected rows, as far as the document can select them."""
        model = self._view.model()
        parts = (
            model.index(row, 0, rows.parent()).data(PART)
            for rows in self._view.selectionModel().selection().toList()
            for row in range(rows.top(), rows.bottom() + 1)
        )
        return {part for part in parts if isinstance(part, str | Edge)}

    def _tell(self) -> None:
        if self._showing:
            return
        document, parts = self._document, self._selected()
        current = self._view.currentIndex().data(PART)
        if current in parts:
            document.enter(_scope_of(document, current))
        document.select_keys(
            [part for part in parts if isinstance(part, str) and document.shown.get(part) == part],
            [part for part in parts if isinstance(part, Edge) and document.shows(part)],
        )
        self._refresh.ask()  # rows of what is not on the canvas are selected no longer


def select_layer(document: Document, node: str) -> None:
    """Select a layer where it is to be seen: the canvas goes into its group."""
    if node in document.graph:
        document.enter(_scope_of(document, node))
        document.select([node])


def _scope_of(document: Document, part: str | Edge) -> str:
    """Where one must be to see a part: here, or else in the innermost group that holds all of it."""
    graph = document.graph
    if isinstance(part, Edge):
        return document.scope if document.shows(part) else groups.common(graph, (part.source, part.target))
    return document.scope if document.shown.get(part) == part else groups.group_of(graph, part)


def _ranges(rows: list[QModelIndex]) -> QItemSelection:
    """Neighbouring rows as one range each: Qt compares every range with every other."""
    selection = QItemSelection()
    parents: dict[int, list[QModelIndex]] = {}
    for row in rows:
        parents.setdefault(row.parent().internalId() if row.parent().isValid() else -1, []).append(row)
    for listed in parents.values():
        listed.sort(key=lambda row: row.row())
        first = last = listed[0]
        for row in listed[1:]:
            if row.row() != last.row() + 1:
                selection.select(first, last)
                first = row
            last = row
        selection.select(first, last)
    return selection
