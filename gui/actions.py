"""The table of actions: each menu entry and shortcut once, with its words, key, icon and when it is enabled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.widgets.icons import icon

Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action; `text` is asked anew when the language changes.

    A key that buttons and lists need themselves, as the space bar, does not go `before_widgets`: the window hears of it
    only where the focused widget has no use for it.
    """

    id: str
    menu: str
    text: Callable[[], str]
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    before_widgets: bool = True


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", "file", lambda: QCoreApplication.translate("Actions", "&New"), (Standard.New,), "new"),
    ActionSpec("open", "file", lambda: QCoreApplication.translate("Actions", "&Open…"), (Standard.Open,), "open"),
    ActionSpec("save", "file", lambda: QCoreApplication.translate("Actions", "&Save"), (Standard.Save,), "save"),
    ActionSpec("save_as", "file", lambda: QCoreApplication.translate("Actions", "Save &as…"), ("Ctrl+Shift+S",)),
    ActionSpec(
        "export_weights", "file", lambda: QCoreApplication.translate("Actions", "&Export weights…"), ("Ctrl+E",)
    ),
    ActionSpec("load_weights", "file", lambda: QCoreApplication.translate("Actions", "&Load weights…")),
    ActionSpec("quit", "file", lambda: QCoreApplication.translate("Actions", "&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", "edit", lambda: QCoreApplication.translate("Actions", "&Undo"), (Standard.Undo,), "undo"),
    ActionSpec(
        "redo", "edit", lambda: QCoreApplication.translate("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"
    ),
    ActionSpec("delete", "edit", lambda: QCoreApplication.translate("Actions", "&Delete"), (), "trash"),
    ActionSpec("select_all", "edit", lambda: QCoreApplication.translate("Actions", "Select &all")),
    ActionSpec(
        "find_layer", "edit", lambda: QCoreApplication.translate("Actions", "&Find a layer"), ("Ctrl+L",), "search"
    ),
    ActionSpec(
        "edit_layer",
        "edit",
        lambda: QCoreApplication.translate("Actions", "Edit the &selected layer"),
        ("Ctrl+Return",),
    ),
    ActionSpec("rename", "edit", lambda: QCoreApplication.translate("Actions", "Re&name"), ("F2",)),
    ActionSpec("group", "arrange", lambda: QCoreApplication.translate("Actions", "&Group layers"), ("Ctrl+G",)),
    ActionSpec("ungroup", "arrange", lambda: QCoreApplication.translate("Actions", "&Ungroup"), ("Ctrl+Shift+G",)),
    ActionSpec(
        "collapse", "arrange", lambda: QCoreApplication.translate("Actions", "&Collapse or expand"), ("Ctrl+.",)
    ),
    ActionSpec("leave_group", "arrange", lambda: QCoreApplication.translate("Actions", "&Leave the group")),
    ActionSpec("save_block", "arrange", lambda: QCoreApplication.translate("Actions", "&Save group as block…")),
    ActionSpec("add_note", "arrange", lambda: QCoreApplication.translate("Actions", "Add &note")),
    ActionSpec(
        "frame", "arrange", lambda: QCoreApplication.translate("Actions", "&Frame selection"), ("Ctrl+Shift+F",)
    ),
    ActionSpec(
        "zoom_in", "view", lambda: QCoreApplication.translate("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom"
    ),
    ActionSpec("zoom_out", "view", lambda: QCoreApplication.translate("Actions", "Zoom &out"), ("Ctrl+-",)),
    ActionSpec("zoom_reset", "view", lambda: QCoreApplication.translate("Actions", "&Actual size"), ("Ctrl+0",)),
    ActionSpec("fit", "view", lambda: QCoreApplication.translate("Actions", "&Fit the drawing"), ("Ctrl+9",), "fit"),
    ActionSpec("reset_layout", "view", lambda: QCoreApplication.translate("Actions", "&Reset the layout")),
    ActionSpec(
        "run", "training", lambda: QCoreApplication.translate("Actions", "&Run or pause"), ("Space",), "run", False
    ),
    ActionSpec(
        "stop", "training", lambda: QCoreApplication.translate("Actions", "&Stop"), ("Shift+Space",), "stop", False
    ),
    ActionSpec(
        "step_batch", "training", lambda: QCoreApplication.translate("Actions", "Step &batch"), ("Ctrl+B",), "step"
    ),
    ActionSpec(
        "step_epoch",
        "training",
        lambda: QCoreApplication.translate("Actions", "Step &epoch"),
        ("Ctrl+Shift+B",),
        "step-epoch",
    ),
    ActionSpec(
        "reset",
        "training",
        lambda: QCoreApplication.translate("Actions", "Reset to the same &initial weights"),
        ("Ctrl+R",),
        "reset",
    ),
    ActionSpec(
        "new_seed",
        "training",
        lambda: QCoreApplication.translate("Actions", "Reset to &new initial weights"),
        ("Ctrl+Shift+R",),
    ),
    ActionSpec(
        "guide", "help", lambda: QCoreApplication.translate("Actions", "&First steps"), (Standard.HelpContents,)
    ),
    ActionSpec("shortcuts", "help", lambda: QCoreApplication.translate("Actions", "&Keyboard and mouse"), ("Ctrl+/",)),
    ActionSpec("about", "help", lambda: QCoreApplication.translate("Actions", "&About Rambat")),
)

SEPARATED = frozenset(
    {
        "save",
        "export_weights",
        "quit",
        "delete",
        "find_layer",
        "reset_layout",
        "step_batch",
        "reset",
        "about",
        "add_note",
    }
)
"""Actions before which their menu has a line."""


def menu_titles() -> Mapping[str, str]:
    """The menus in their order."""
    return {
        "file": QCoreApplication.translate("Actions", "&File"),
        "edit": QCoreApplication.translate("Actions", "&Edit"),
        "arrange": QCoreApplication.translate("Actions", "&Arrange"),
        "view": QCoreApplication.translate("Actions", "&View"),
        "training": QCoreApplication.translate("Actions", "&Training"),
        "help": QCoreApplication.translate("Actions", "&Help"),
    }


def create_actions(parent: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One QAction a row, wired to its handler; a row without a handler is an error at start-up."""
    actions = {}
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(f"action_{spec.id}")
        action.setShortcuts([QKeySequence(shortcut) for shortcut in spec.shortcuts])
        if not spec.before_widgets:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        actions[spec.id] = action
        parent.addAction(action)
    retranslate(actions)
    return actions


def retranslate(actions: Mapping[str, QAction]) -> None:
    """Set all texts and icons anew, after the language or the theme changed."""
    for spec in ACTIONS:
        actions[spec.id].setText(spec.text())
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon))


def in_menu(menu: str) -> Iterable[ActionSpec]:
    """The rows of one menu."""
    return (spec for spec in ACTIONS if spec.menu == menu)
