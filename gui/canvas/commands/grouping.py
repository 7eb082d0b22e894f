"""What people do with groups, notes, frames and colours, each one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from engine import groups, room
from engine.alignment import ACROSS, DOWN
from engine.annotations import AddAnnotation, Frame, Group, Note
from engine.clearance import Way, nearest_room
from engine.direction import Direction
from engine.errors import GraphError, Message
from engine.floor import Boxes
from engine.graph import Edit, Graph
from gui.canvas.commands import choosing, keyboard, writing
from gui.canvas.geometry import GRID, snap, snapped
from gui.canvas.overlays.chooser import Choice
from gui.document import Document
from gui.i18n import sentence

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

NOTE_SIZE = 200.0, 120.0
Opening = Callable[[Graph, str, Direction, Boxes], list[Edit]]
FRAME_ROOM = 24.0
"""Between a frame and what it is drawn around; its title has as much again."""


def group_selection(view: NetworkView) -> None:
    """Make a collapsed group of what is selected and let people name it at once."""
    document = view.document
    chosen = document.selection.keys
    if not chosen:
        view.refuse(QCoreApplication.translate("Canvas", "Select layers first: a group is made of them."))
        return
    title = QCoreApplication.translate("Canvas", "Group")
    try:
        group_id, changes = room.gather(document.graph, chosen, title, document.project.direction, document.measured())
    except GraphError as error:
        view.refuse(sentence(error.messages[0]))
        return
    step = f"group {group_id}"
    if document.push(Message("Group layers"), changes, merge=step):
        _show_made(view, group_id, step)


def ungroup_selection(view: NetworkView) -> None:
    """Take the selected groups apart, and select what they held."""
    document = view.document
    graph, chosen = document.graph, document.selected_groups()
    if not chosen:
        view.refuse(QCoreApplication.translate("Canvas", "Select a group first: it is taken apart."))
        return
    outermost = chosen - {key for group_id in chosen for key in groups.within(graph, group_id)}
    freed = {key for group_id in outermost for key in groups.members(graph, group_id)}
    changes = _one_by_one(document, outermost, room.take_apart)
    if document.push(Message("Ungroup"), changes):
        document.select_keys(freed)


def join_selection(view: NetworkView) -> None:
    """Let a group be chosen to which all that is selected will belong."""
    document = view.document
    graph, chosen = document.graph, document.selection.keys
    here = {groups.group_of(graph, key) for key in chosen}
    choices = []
    for key in _joinable(document):
        around = list(graph.annotations.around(key))
        if {key} != here:
            color = view.network.look.inks.tag_color(around[0].tag)
            choices.append(Choice(" / ".join(group.title for group in reversed(around)), key, color, key))
    if not choices:
        view.refuse(QCoreApplication.translate("Canvas", "There is no other group that could take this in."))
        return
    prompt = QCoreApplication.translate("Canvas", "Move into group")
    pixel = view.mapFromScene(keyboard.place(view) or view.network.rect_around(chosen).center())
    chooser = choosing.open_list(view, prompt, choices, pixel)
    chooser.chosen.connect(lambda group_id: _join(view, group_id, Message("Move into group")))


def take_out_selection(view: NetworkView) -> None:
    """Let what is selected belong to the group around its own, or to none."""
    document = view.document
    graph = document.graph
    here = groups.common(graph, document.selection.keys)
    if not here:
        view.refuse(QCoreApplication.translate("Canvas", "Select layers of a group first: they are taken out of it."))
        return
    outer = graph.annotations.group(here).group
    _join(view, outer, Message("Take out of group"))


def _join(view: NetworkView, group_id: str, said: Message) -> None:
    document = view.document
    chosen = document.selection.keys
    if document.push(said, groups.join(document.graph, chosen, group_id)):
        document.select_keys(key for key in chosen if document.shown.get(key) == key)


def _joinable(document: Document) -> list[str]:
    """The groups that are not selected themselves, nor within one that is."""
    graph, chosen = document.graph, document.selection.keys
    barred = {inner for key in chosen & graph.annotations.keys() for inner in (key, *groups.within(graph, key))}
    return sorted(key for key, each in graph.annotations.items() if isinstance(each, Group) and key not in barred)


def toggle_selection(view: NetworkView) -> None:
    """Collapse the selected groups, or expand them where all are collapsed; a layer's is the one around it."""
    document = view.document
    graph = document.graph
    chosen = document.selected_groups() or {
        around for key in document.selection.keys if (around := groups.group_of(graph, key)) != document.scope
    }
    if not chosen:
        view.refuse(QCoreApplication.translate("Canvas", "Select a group first: it is collapsed or expanded."))
        return
    collapsed = not all(graph.annotations.group(group_id).collapsed for group_id in chosen)
    set_collapsed(view, chosen, collapsed)


def set_collapsed(view: NetworkView, chosen: set[str], collapsed: bool) -> None:
    """Let cards stand for these groups, or show what they hold; what stands around makes room, or comes back."""
    document = view.document
    graph = document.graph
    toggled = {group_id for group_id in chosen if graph.annotations.group(group_id).collapsed != collapsed}
    changes = _one_by_one(document, toggled, room.collapse if collapsed else room.expand)
    view.glide.jump()
    shot = view.glide.shot(coming_from=toggled)
    if document.push(Message("Collapse group" if collapsed else "Expand group"), changes):
        document.select(annotations=chosen)
        view.glide.run(shot)


def _one_by_one(document: Document, chosen: set[str], change: Opening) -> list[Edit]:
    """What is done to one group after the other, each in the drawing that the one before has left."""
    trial, changes = document.graph.copy(), []
    for group_id in sorted(chosen):
        for edit in change(trial, group_id, document.project.direction, document.measured()):
            trial.apply(edit)
            changes.append(edit)
    return changes


def add_note(view: NetworkView, point: QPointF | None = None) -> None:
    """Stick a note there, or at the cursor, or clear of all cards near the middle; people write on it at once."""
    document = view.document
    place = point if point is not None else view.cursor_point()
    place = place if place is not None else _clear_middle(view)
    note = Note(document.graph.fresh_name("note"), "", snapped(place), NOTE_SIZE)
    step = f"note {note.id}"
    if document.push(Message("Add note"), [AddAnnotation(note)], merge=step):
        _show_made(view, note.id, step)


def _clear_middle(view: NetworkView) -> QPointF:
    """Where a note lies on nothing, as near to the middle of the view as goes."""
    middle, (width, height) = view.middle(), NOTE_SIZE
    note = QRectF(middle, QSizeF(width, height)).getCoords()
    ways: list[Way] = [(axis, sign) for axis in (DOWN, ACROSS) for sign in (1, -1)]
    return middle + QPointF(*nearest_room(view.network.boxes().values(), [note], ways, GRID))  # type: ignore[list-item]


def frame_selection(view: NetworkView) -> None:
    """Draw a frame around what is selected, and let people name it at once."""
    document = view.document
    rect = QRectF()
    for key in document.selection.keys:
        if (item := view.network.item(key)) is not None:
            rect |= item.place()
    if rect.isEmpty():
        view.refuse(QCoreApplication.translate("Canvas", "Select layers first: the frame is drawn around them."))
        return
    rect.adjust(-FRAME_ROOM, -2 * FRAME_ROOM, FRAME_ROOM, FRAME_ROOM)
    frame = Frame(
        document.graph.fresh_name("frame"),
        QCoreApplication.translate("Canvas", "Frame"),
        snapped(rect.topLeft()),
        (snap(rect.width() + GRID), snap(rect.height() + GRID)),
        group=groups.common(document.graph, document.selection.keys),
    )
    step = f"frame {frame.id}"
    if document.push(Message("Add frame"), [AddAnnotation(frame)], merge=step):
        _show_made(view, frame.id, step)


def _show_made(view: NetworkView, key: str, step: str) -> None:
    view.document.select(annotations=[key])
    view.network.focus(key)
    writing.write(view, key, merge=step)


def tag_selection(view: NetworkView, tag: str) -> None:
    """Give what is selected a colour; the one that all have already is taken away, as "" does."""
    document = view.document
    graph, chosen = document.graph, sorted(document.selection.keys)
    present = {graph[key].tag if key in graph else graph.annotations[key].tag for key in chosen}
    wanted = "" if present == {tag} else tag
    changes = [groups.changed(graph, key, tag=wanted) for key in chosen]
    document.push(Message("Colour"), [change for change in changes if change.before != change.after])


def rename_selection(view: NetworkView) -> None:
    """Let people write the title, or the text of a note, of the one that keys act on."""
    if (key := keyboard.current_key(view)) is not None:
        writing.write(view, key)


def open_key(view: NetworkView, key: str) -> None:
    """What Enter does: edit a layer, go into a group, write on the rest."""
    annotation = view.document.graph.annotations.get(key)
    if annotation is None:
        view.edit_requested.emit(key)
    elif isinstance(annotation, Group):
        view.document.enter(key)
    else:
        writing.write(view, key)


def open_pressed(view: NetworkView, key: str) -> None:
    """What a double click does: the same, but the title of an expanded group folds it."""
    annotation = view.document.graph.annotations.get(key)
    if isinstance(annotation, Group) and not annotation.collapsed:
        set_collapsed(view, {key}, collapsed=True)
    else:
        open_key(view, key)


def leave_group(view: NetworkView) -> None:
    """Go one group up."""
    view.document.leave()


def save_block(view: NetworkView) -> None:
    """Ask that the selected group be kept as a block."""
    for group_id in view.document.selected_groups():
        view.save_block_requested.emit(group_id)


ACTIONS: Mapping[str, Callable[[NetworkView], object]] = {
    "rename": rename_selection,
    "group": group_selection,
    "ungroup": ungroup_selection,
    "collapse": toggle_selection,
    "join_group": join_selection,
    "take_out": take_out_selection,
    "leave_group": leave_group,
    "save_block": save_block,
    "add_note": add_note,
    "frame": frame_selection,
}
"""What the window's actions do, by their ids."""


def enabled_actions(document: Document) -> dict[str, bool]:
    """Which of these actions have something to act on."""
    selection, chosen = document.selection, document.selected_groups()
    some = bool(selection.keys)
    return {
        "rename": selection.single is not None,
        "group": some,
        "ungroup": bool(chosen),
        "collapse": some,
        "join_group": some and bool(_joinable(document)),
        "take_out": some and bool(groups.common(document.graph, selection.keys)),
        "leave_group": bool(document.scope),
        "save_block": len(chosen) == 1,
        "add_note": True,
        "frame": some,
    }
