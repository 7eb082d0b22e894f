"""Titles and notes written in place: what is edited where, and the step that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from engine import groups
from engine.annotations import Note
from engine.errors import Message
from gui import names
from gui.canvas.overlays.text_edit import NoteEdit, TitleEdit, lay_over

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

TITLE_ROOM = 36.0
"""Scene units in height that the editor of a card's title takes."""


def write(view: NetworkView, key: str, merge: str = "") -> None:
    """Let people write the title of a layer, frame or group, or the text of a note, over where it stands.

    With `merge` it becomes one step with what made it.
    """
    network, graph = view.network, view.document.graph
    view.reveal(key)
    item = network.item(key)
    if item is None:
        return
    annotation = graph.annotations.get(key)
    if isinstance(annotation, Note):
        view.open_editor(NoteEdit(annotation.text, view.viewport()), lambda text: _set_text(view, key, text, merge))
        place = item.place()
    else:
        title = graph[key].title if annotation is None else annotation.title
        editor = TitleEdit(title, view.viewport())
        if annotation is None:
            editor.setPlaceholderText(names.kind(graph[key].layer))
        editor.setAccessibleName(QCoreApplication.translate("Canvas", "Title"))
        view.open_editor(editor, lambda text: _set_title(view, key, text, merge))
        place = _title_place(view, key)
    if view.editor is not None:
        lay_over(view.editor, view.mapFromScene(place).boundingRect(), view.scale_factor)


def _title_place(view: NetworkView, key: str) -> QRectF:
    """The row of a frame's or outline's title, or the middle of a card."""
    items = view.network.surroundings.items
    if key in items and items[key].title_rect != items[key].rect:
        return items[key].title_rect.translated(items[key].pos())
    item = view.network.item(key)
    assert item is not None
    card = item.place()
    return QRectF(card.left() + 4, card.center().y() - TITLE_ROOM / 2, card.width() - 8, TITLE_ROOM)


def _set_title(view: NetworkView, key: str, title: str, merge: str) -> None:
    document = view.document
    if key not in document.graph and (key not in document.graph.annotations or not title):
        return  # a frame or group keeps its title rather than having none
    change = groups.changed(document.graph, key, title=title)
    if change.before != change.after:
        document.push(Message("Rename"), [change], merge)


def _set_text(view: NetworkView, key: str, text: str, merge: str) -> None:
    document = view.document
    if key in document.graph.annotations and document.graph.annotations[key].text != text:  # type: ignore[union-attr]
        document.push(Message("Write a note"), [groups.changed(document.graph, key, text=text)], merge)
