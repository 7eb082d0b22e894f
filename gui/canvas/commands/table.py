"""What menus and keys do with the selection, by the ids of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from engine import alignment, neighbours
from engine.alignment import Side
from gui import actions, clipboard
from gui.canvas.commands import aligning, copying, grouping, looking_inside, operations, selecting
from gui.widgets.icons import icon

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

Command = Callable[["NetworkView"], object]


def _delete_and_heal(view: NetworkView) -> None:
    operations.delete_and_heal(view.document)


def _search(view: NetworkView) -> None:
    view.search.open()


def _turn_ring(view: NetworkView) -> None:
    view.ring.turn(not view.ring.on)


COPYING = ("cut", "copy", "duplicate")
REACHING: Mapping[str, Command] = {
    "select_upstream": partial(selecting.select_reached, reach=neighbours.upstream),
    "select_downstream": partial(selecting.select_reached, reach=neighbours.downstream),
    "select_through": partial(selecting.select_reached, reach=neighbours.up_and_downstream),
    "select_connected": partial(selecting.select_reached, reach=neighbours.connected),
}
ALIGNING: Mapping[str, Command] = {
    f"align_{side.name.lower()}": partial(aligning.align_selection, side=side) for side in Side
}
DISTRIBUTING: Mapping[str, Command] = {
    "distribute_across": partial(aligning.distribute_selection, axis=alignment.ACROSS),
    "distribute_down": partial(aligning.distribute_selection, axis=alignment.DOWN),
}
COMMANDS: Mapping[str, Command] = {
    "delete": lambda view: view.delete_selection(),
    "delete_and_heal": _delete_and_heal,
    "cut": copying.cut,
    "copy": copying.copy,
    "paste": copying.paste,
    "duplicate": copying.duplicate,
    "select_all": selecting.select_all,
    "invert_selection": selecting.invert,
    **REACHING,
    "arrange": lambda view: view.arrange(),
    "turn": lambda view: view.turn(),
    **grouping.ACTIONS,
    **ALIGNING,
    **DISTRIBUTING,
    "zoom_in": lambda view: view.zoom_in(),
    "zoom_out": lambda view: view.zoom_out(),
    "zoom_reset": lambda view: view.reset_zoom(),
    "fit": lambda view: view.fit(),
    "fit_selection": lambda view: view.fit_selection(),
    "find_in_drawing": _search,
    "pointer_ring": _turn_ring,
    "open_layer": looking_inside.toggle,
}


def enabled(view: NetworkView) -> dict[str, bool]:
    """Which of the commands would do something now."""
    document = view.document
    selection, movable = document.selection, aligning.count(document)
    anything = bool(len(document.graph) or document.graph.annotations)
    return {
        **dict.fromkeys(("delete", "delete_and_heal"), bool(selection)),
        "edit_layer": selection.single_node is not None,
        **dict.fromkeys(("arrange", "turn"), bool(len(document.graph))),
        **dict.fromkeys(COPYING, bool(selection.keys)),
        "paste": clipboard.holds_text(),
        **dict.fromkeys(("select_all", "invert_selection"), anything),
        **dict.fromkeys(REACHING, bool(selection.nodes or document.selected_groups())),
        "open_layer": bool(len(document.graph)),
        **grouping.enabled_actions(document),
        **dict.fromkeys(ALIGNING, movable >= 2),
        **dict.fromkeys(DISTRIBUTING, movable >= 3),
    }


def _performing(command: Command, view: NetworkView) -> Callable[[], object]:
    return lambda: command(view)


def add_to(menu: QMenu, view: NetworkView, *ids: str) -> None:
    """Entries of the table of actions in a menu of the canvas."""
    usable = enabled(view)
    for spec in (actions.spec(each) for each in ids):
        action = menu.addAction(spec.text().replace("&", ""))
        action.triggered.connect(_performing(COMMANDS[spec.id], view))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setShortcuts([QKeySequence(key) for key in spec.shortcuts or [spec.canvas_key]])
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(usable[spec.id])
