"""The table of actions: each menu entry and shortcut once, with its words, key, icon and when it is enabled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui import lab_rows
from gui.action_spec import ActionSpec, Standard
from gui.widgets.icons import icon

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", "file", lambda: QCoreApplication.translate("Actions", "&New"), (Standard.New,), "new"),
    ActionSpec(
        "new_from_template",
        "file",
        lambda: QCoreApplication.translate("Actions", "New from &template…"),
        ("Ctrl+Shift+N",),
    ),
    ActionSpec("open", "file", lambda: QCoreApplication.translate("Actions", "&Open…"), (Standard.Open,), "open"),
    ActionSpec("save", "file", lambda: QCoreApplication.translate("Actions", "&Save"), (Standard.Save,), "save"),
    ActionSpec("save_as", "file", lambda: QCoreApplication.translate("Actions", "Save &as…"), ("Ctrl+Shift+S",)),
    ActionSpec(
        "export_weights", "file", lambda: QCoreApplication.translate("Actions", "&Export weights…"), ("Ctrl+E",)
    ),
    ActionSpec("load_weights", "file", lambda: QCoreApplication.translate("Actions", "&Load weights…")),
    ActionSpec("export_drawing", "file", lambda: QCoreApplication.translate("Actions", "Export &drawing…")),
    ActionSpec(
        "copy_drawing",
        "file",
        lambda: QCoreApplication.translate("Actions", "&Copy drawing as picture"),
        ("Ctrl+Alt+C",),
    ),
    ActionSpec("print", "file", lambda: QCoreApplication.translate("Actions", "&Print…"), (Standard.Print,)),
    ActionSpec("record", "file", lambda: QCoreApplication.translate("Actions", "Record animat&ion…"), ("Ctrl+Alt+A",)),
    ActionSpec("quit", "file", lambda: QCoreApplication.translate("Actions", "&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", "edit", lambda: QCoreApplication.translate("Actions", "&Undo"), (Standard.Undo,), "undo"),
    ActionSpec(
        "redo", "edit", lambda: QCoreApplication.translate("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"
    ),
    ActionSpec("cut", "edit", lambda: QCoreApplication.translate("Actions", "Cu&t"), (Standard.Cut,), "cut"),
    ActionSpec("copy", "edit", lambda: QCoreApplication.translate("Actions", "&Copy"), (Standard.Copy,), "copy"),
    ActionSpec("paste", "edit", lambda: QCoreApplication.translate("Actions", "&Paste"), (Standard.Paste,), "paste"),
    ActionSpec(
        "duplicate", "edit", lambda: QCoreApplication.translate("Actions", "Duplic&ate"), ("Ctrl+D",), "duplicate"
    ),
    ActionSpec(
        "delete", "edit", lambda: QCoreApplication.translate("Actions", "&Delete"), (), "trash", canvas_key="Del"
    ),
    ActionSpec(
        "delete_and_heal",
        "edit",
        lambda: QCoreApplication.translate("Actions", "Delete and close the &gap"),
        ("Ctrl+Del",),
        before_widgets=False,
    ),
    ActionSpec(
        "find_layer", "edit", lambda: QCoreApplication.translate("Actions", "&Find a layer"), ("Ctrl+L",), "search"
    ),
    ActionSpec(
        "find_in_drawing",
        "edit",
        lambda: QCoreApplication.translate("Actions", "F&ind in the drawing"),
        (Standard.Find,),
        "search",
    ),
    ActionSpec(
        "edit_layer",
        "edit",
        lambda: QCoreApplication.translate("Actions", "Edit the &selected layer"),
        ("Ctrl+Return",),
    ),
    ActionSpec("rename", "edit", lambda: QCoreApplication.translate("Actions", "Re&name"), ("F2",)),
    ActionSpec("select_all", "select", lambda: QCoreApplication.translate("Actions", "&All"), canvas_key="Ctrl+A"),
    ActionSpec(
        "invert_selection", "select", lambda: QCoreApplication.translate("Actions", "&Inverse"), ("Ctrl+Shift+I",)
    ),
    ActionSpec(
        "select_upstream",
        "select",
        lambda: QCoreApplication.translate("Actions", "&Upstream layers"),
        ("Ctrl+Shift+Left",),
    ),
    ActionSpec(
        "select_downstream",
        "select",
        lambda: QCoreApplication.translate("Actions", "&Downstream layers"),
        ("Ctrl+Shift+Right",),
    ),
    ActionSpec(
        "select_through",
        "select",
        lambda: QCoreApplication.translate("Actions", "&Both directions"),
        ("Ctrl+Shift+Up",),
    ),
    ActionSpec(
        "select_connected",
        "select",
        lambda: QCoreApplication.translate("Actions", "&Connected layers"),
        ("Ctrl+Shift+Down",),
    ),
    ActionSpec(
        "arrange", "arrange", lambda: QCoreApplication.translate("Actions", "Arran&ge"), ("Ctrl+Shift+L",), "arrange"
    ),
    ActionSpec(
        "turn", "arrange", lambda: QCoreApplication.translate("Actions", "Tur&n the drawing"), ("Ctrl+Shift+T",)
    ),
    ActionSpec(
        "group", "arrange", lambda: QCoreApplication.translate("Actions", "Gro&up layers"), ("Ctrl+G",), "group"
    ),
    ActionSpec("ungroup", "arrange", lambda: QCoreApplication.translate("Actions", "Ungrou&p"), ("Ctrl+Shift+G",)),
    ActionSpec(
        "collapse", "arrange", lambda: QCoreApplication.translate("Actions", "Collapse or e&xpand"), ("Ctrl+.",)
    ),
    ActionSpec(
        "join_group", "arrange", lambda: QCoreApplication.translate("Actions", "Move &into group…"), ("Ctrl+Alt+G",)
    ),
    ActionSpec(
        "take_out", "arrange", lambda: QCoreApplication.translate("Actions", "Ta&ke out of group"), ("Ctrl+Alt+U",)
    ),
    ActionSpec(
        "leave_group", "arrange", lambda: QCoreApplication.translate("Actions", "L&eave the group"), canvas_key="Alt+Up"
    ),
    ActionSpec("save_block", "arrange", lambda: QCoreApplication.translate("Actions", "&Save group as block…")),
    ActionSpec("add_note", "arrange", lambda: QCoreApplication.translate("Actions", "&Add note"), canvas_key="N"),
    ActionSpec(
        "frame", "arrange", lambda: QCoreApplication.translate("Actions", "&Frame selection"), ("Ctrl+Shift+F",)
    ),
    ActionSpec(
        "align_left", "arrange", lambda: QCoreApplication.translate("Actions", "Align &left edges"), (), "align-left"
    ),
    ActionSpec(
        "align_centre", "arrange", lambda: QCoreApplication.translate("Actions", "Align &centres"), (), "align-centre"
    ),
    ActionSpec(
        "align_right", "arrange", lambda: QCoreApplication.translate("Actions", "Align &right edges"), (), "align-right"
    ),
    ActionSpec(
        "align_top", "arrange", lambda: QCoreApplication.translate("Actions", "Align &top edges"), (), "align-top"
    ),
    ActionSpec(
        "align_middle", "arrange", lambda: QCoreApplication.translate("Actions", "Align &middles"), (), "align-middle"
    ),
    ActionSpec(
        "align_bottom",
        "arrange",
        lambda: QCoreApplication.translate("Actions", "Align &bottom edges"),
        (),
        "align-bottom",
    ),
    ActionSpec(
        "distribute_across",
        "arrange",
        lambda: QCoreApplication.translate("Actions", "Distribute &horizontally"),
        (),
        "distribute-across",
    ),
    ActionSpec(
        "distribute_down",
        "arrange",
        lambda: QCoreApplication.translate("Actions", "Distribute &vertically"),
        (),
        "distribute-down",
    ),
    ActionSpec(
        "zoom_in", "view", lambda: QCoreApplication.translate("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom"
    ),
    ActionSpec("zoom_out", "view", lambda: QCoreApplication.translate("Actions", "Zoom &out"), ("Ctrl+-",)),
    ActionSpec("zoom_reset", "view", lambda: QCoreApplication.translate("Actions", "&Actual size"), ("Ctrl+0",)),
    ActionSpec(
        "fit",
        "view",
        lambda: QCoreApplication.translate("Actions", "&Fit the drawing"),
        ("Ctrl+9",),
        "fit",
        canvas_key="F",
    ),
    ActionSpec(
        "fit_selection",
        "view",
        lambda: QCoreApplication.translate("Actions", "Fit the &selection"),
        ("Ctrl+8",),
        canvas_key="Shift+F",
    ),
    ActionSpec(
        "open_layer",
        "view",
        lambda: QCoreApplication.translate("Actions", "Open layers in pla&ce"),
        ("Ctrl+Shift+Return",),
        "open-layer",
        canvas_key="O",
    ),
    ActionSpec(
        "minimap",
        "view",
        lambda: QCoreApplication.translate("Actions", "&Map of a large drawing"),
        ("Ctrl+Shift+M",),
        checkable=True,
    ),
    ActionSpec("outline", "view", lambda: QCoreApplication.translate("Actions", "O&utline"), ("Ctrl+Shift+O",)),
    ActionSpec("history", "view", lambda: QCoreApplication.translate("Actions", "&History"), ("Ctrl+Shift+H",)),
    ActionSpec("summary", "view", lambda: QCoreApplication.translate("Actions", "Summar&y"), ("Ctrl+Shift+Y",)),
    ActionSpec("presentation", "view", lambda: QCoreApplication.translate("Actions", "Prese&ntation"), ("F5", "F11")),
    ActionSpec(
        "pointer_ring",
        "view",
        lambda: QCoreApplication.translate("Actions", "Hi&ghlight the pointer"),
        ("Ctrl+Shift+P",),
        checkable=True,
    ),
    ActionSpec(
        "go_to_panel", "view", lambda: QCoreApplication.translate("Actions", "&Bring a panel forward…"), ("F6",)
    ),
    ActionSpec(
        "detach_panel",
        "view",
        lambda: QCoreApplication.translate("Actions", "&Detach or attach this panel"),
        ("Shift+F6",),
    ),
    ActionSpec("reset_layout", "view", lambda: QCoreApplication.translate("Actions", "&Reset the layout")),
    *lab_rows.ROWS,
    ActionSpec(
        "guide", "help", lambda: QCoreApplication.translate("Actions", "&First steps"), (Standard.HelpContents,)
    ),
    ActionSpec("shortcuts", "help", lambda: QCoreApplication.translate("Actions", "&Keyboard and mouse"), ("Ctrl+/",)),
    ActionSpec("about", "help", lambda: QCoreApplication.translate("Actions", "&About Rambat")),
)

SEPARATED = lab_rows.SEPARATED | frozenset(
    {
        "save",
        "export_weights",
        "export_drawing",
        "quit",
        "cut",
        "find_layer",
        "select_upstream",
        "group",
        "add_note",
        "align_left",
        "distribute_across",
        "open_layer",
        "outline",
        "presentation",
        "reset_layout",
        "about",
    }
)
"""Actions before which their menu has a line."""


def menu_titles() -> Mapping[str, str]:
    """The menus in their order."""
    return {
        "file": QCoreApplication.translate("Actions", "&File"),
        "edit": QCoreApplication.translate("Actions", "&Edit"),
        "select": QCoreApplication.translate("Actions", "&Select"),
        "arrange": QCoreApplication.translate("Actions", "&Arrange"),
        "view": QCoreApplication.translate("Actions", "&View"),
        "data": QCoreApplication.translate("Actions", "&Data"),
        "training": QCoreApplication.translate("Actions", "&Training"),
        "help": QCoreApplication.translate("Actions", "&Help"),
    }


def create_actions(parent: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One QAction a row, wired to its handler; a row without a handler is an error at start-up."""
    actions = {}
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(f"action_{spec.id}")
        action.setCheckable(spec.checkable)
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
        actions[spec.id].setText(spec.menu_text())
        actions[spec.id].setToolTip(_tip(spec))
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon))


def _tip(spec: ActionSpec) -> str:
    """What a button without words says: what it does, and the first key that does so too."""
    text = spec.text().replace("&", "").rstrip("…")
    keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in spec.all_keys()[:1]]
    return f"{text} ({keys[0]})" if keys else text


def spec(action_id: str) -> ActionSpec:
    """The row of an action."""
    return next(each for each in ACTIONS if each.id == action_id)


def in_menu(menu: str) -> Iterable[ActionSpec]:
    """The rows of one menu."""
    return (spec for spec in ACTIONS if spec.menu == menu)
