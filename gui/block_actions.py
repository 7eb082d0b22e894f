"""What people do with blocks: keep a group as one, put one in, give it another name, take it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from engine import groups, room
from engine.annotations import Group
from engine.errors import Message, RambatError
from engine.subgraph import insert, part_of
from gui.blocks import LONGEST_NAME, Blocks
from gui.canvas.view import NetworkView
from gui.document import Document
from gui.panels.palette import PalettePanel
from gui.widgets.answers import give_letters

Place = tuple[float, float]


class BlockActions(QObject):
    """The window's dealings with blocks; `failed` carries each failure as one Message, which leaves all as it was."""

    failed = Signal(object)

    def __init__(self, window: QWidget, document: Document, blocks: Blocks) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._blocks = blocks

    def link(self, palette: PalettePanel, canvas: NetworkView) -> None:
        """Do what is asked for in the palette and on the canvas."""
        palette.block_requested.connect(lambda name: self.insert(name, canvas.middle().toTuple()))
        palette.rename_requested.connect(self.rename)
        palette.delete_requested.connect(self.delete)
        canvas.block_dropped.connect(lambda name, point: self.insert(name, point.toTuple()))
        canvas.save_block_requested.connect(self.save)

    def save(self, group_id: str) -> None:
        """Ask for a name and keep this group under it."""
        graph = self._document.graph
        name = self._ask_name(self.tr("Save as block"), graph.annotations.group(group_id).title)
        if not name or (name in self._blocks.names() and not self._may_replace(name)):
            return
        part = part_of(graph, [group_id])
        for change in [groups.changed(part, group_id, title=name), *groups.collapse(part, group_id, True)]:
            part.apply(change)
        self._attempt(lambda: self._blocks.save(name, part))

    def insert(self, name: str, place: Place) -> None:
        """Put a block's group onto the canvas with its middle there, and select it."""
        try:
            part = self._blocks.load(name)
        except RambatError as error:
            self.failed.emit(error.messages[0])
            return
        outermost = [key for key in part.annotations if not groups.group_of(part, key)]
        if not any(isinstance(part.annotations[key], Group) for key in outermost):
            self.failed.emit(Message("The block {name} is damaged: its file holds no drawing.", name=name))
            return
        middle = groups.middle(part, outermost)
        document = self._document
        way = place[0] - middle[0], place[1] - middle[1]
        way = room.way_in(document.graph, part, way, document.scope, document.project.direction, document.measured())
        names, changes = insert(document.graph, part, way)
        if self._document.push(Message("Add block"), changes):
            self._document.select(annotations=[names[key] for key in outermost])

    def rename(self, name: str) -> None:
        """Ask for another name."""
        after = self._ask_name(self.tr("Rename block"), name)
        if after and after != name:
            self._attempt(lambda: self._blocks.rename(name, after))

    def delete(self, name: str) -> None:
        """Take a block away, after asking: this cannot be undone."""
        question = self.tr("Delete the block {name}? This cannot be undone.").format(name=name)
        if self._confirmed(question):
            self._attempt(lambda: self._blocks.delete(name))

    def _ask_name(self, title: str, name: str) -> str:
        text, accepted = QInputDialog.getText(
            self._window, title, self.tr("Name"), QLineEdit.EchoMode.Normal, name[:LONGEST_NAME]
        )
        return text.strip()[:LONGEST_NAME] if accepted else ""

    def _may_replace(self, name: str) -> bool:
        return self._confirmed(self.tr("There is a block called {name}. Replace it?").format(name=name))

    def _confirmed(self, question: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Blocks"), question, parent=self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        give_letters(box)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _attempt(self, do: Callable[[], object]) -> None:
        try:
            do()
        except RambatError as error:
            self.failed.emit(error.messages[0])
