"""What a right click or the menu key offers on a group, a note or a frame, and of these on a layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from engine.annotations import TAGS, Group, Note
from gui import theme
from gui.canvas.commands import grouping, table, writing

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

SWATCH = 14


def annotation_menu(view: NetworkView, key: str) -> QMenu:
    """Open, collapse, rename, colour, group, delete."""
    menu = QMenu(view)
    annotation = view.document.graph.annotations[key]
    if isinstance(annotation, Group):
        _add(menu, QCoreApplication.translate("Canvas", "Enter group"), lambda: view.document.enter(key), "Enter")
        text = (
            QCoreApplication.translate("Canvas", "Expand group")
            if annotation.collapsed
            else QCoreApplication.translate("Canvas", "Collapse group")
        )
        _add(menu, text, lambda: grouping.set_collapsed(view, {key}, not annotation.collapsed), "Ctrl+.")
        table.add_to(menu, view, "ungroup")
        _add(
            menu,
            QCoreApplication.translate("Canvas", "Save group as block…"),
            lambda: view.save_block_requested.emit(key),
        )
        menu.addSeparator()
    text = (
        QCoreApplication.translate("Canvas", "Write")
        if isinstance(annotation, Note)
        else QCoreApplication.translate("Canvas", "Rename")
    )
    _add(menu, text, lambda: writing.write(view, key), "F2")
    add_grouping(menu, view)
    menu.addSeparator()
    table.add_to(menu, view, *table.COPYING, "delete")
    return menu


def add_grouping(menu: QMenu, view: NetworkView) -> None:
    """What goes with every selection: colour, group, frame."""
    _add_colours(menu, view)
    menu.addSeparator()
    table.add_to(menu, view, "group", "join_group", "take_out", "frame")


def tag_names() -> dict[str, str]:
    """The colours by name."""
    return {
        "blue": QCoreApplication.translate("Canvas", "Blue"),
        "teal": QCoreApplication.translate("Canvas", "Teal"),
        "green": QCoreApplication.translate("Canvas", "Green"),
        "amber": QCoreApplication.translate("Canvas", "Amber"),
        "orange": QCoreApplication.translate("Canvas", "Orange"),
        "magenta": QCoreApplication.translate("Canvas", "Magenta"),
    }


def _add_colours(menu: QMenu, view: NetworkView) -> None:
    colours = menu.addMenu(QCoreApplication.translate("Canvas", "Colour"))
    titles = tag_names()
    for number, tag in enumerate(TAGS, 1):
        action = _add(colours, titles[tag], _tagging(view, tag), f"Ctrl+{number}")
        action.setIcon(_swatch(tag, view.devicePixelRatioF()))
    colours.addSeparator()
    _add(colours, QCoreApplication.translate("Canvas", "No colour"), _tagging(view, ""))


def _tagging(view: NetworkView, tag: str) -> Callable[[], object]:
    return lambda: grouping.tag_selection(view, tag)


def _add(menu: QMenu, text: str, do: Callable[[], object], key: str = "") -> QAction:
    """An entry that tells the key which does the same on the canvas, and does not hear it itself."""
    action = menu.addAction(text)
    action.triggered.connect(lambda: do())
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
    return action


def _swatch(tag: str, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(SWATCH, SWATCH) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().tags[tag]))
    painter.drawRoundedRect(1, 1, SWATCH - 2, SWATCH - 2, 3, 3)
    painter.end()
    return QIcon(pixmap)
