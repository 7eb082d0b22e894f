"""Panels by the keyboard: a list of them all, from which a letter brings one to the front, and their own windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.dock import Dock


def open_list(window: QWidget, docks: Mapping[str, Dock]) -> QMenu:
    """Open it over the middle of the window; what is chosen has the keyboard."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("panel_list")
    menu.setAccessibleName(QCoreApplication.translate("Docks", "Panels"))
    listed = sorted(docks.values(), key=lambda dock: dock.windowTitle().casefold())
    for dock, text in zip(listed, lettered([dock.windowTitle() for dock in listed]), strict=True):
        menu.addAction(text, dock.come_forward)
    middle = window.mapToGlobal(window.rect().center())
    menu.popup(middle - QPoint(menu.sizeHint().width(), menu.sizeHint().height()) / 2)
    menu.setActiveAction(menu.actions()[0])
    return menu


def lettered(titles: Sequence[str]) -> list[str]:
    """Titles with a letter marked in each that no other has; short ones choose first.

    Whose own letters all belong to others by then takes a free one, which stands behind it. A count behind a title
    changes none, so that people can learn them.
    """
    words = ["".join(filter(str.isalpha, title.casefold())) for title in titles]
    owners: dict[str, int] = {}

    def find(number: int, tried: set[str]) -> bool:
        """Whether a letter is found, also where others have to take another one for it (Kuhn 1955)."""
        for letter in sorted(words[number], key=owners.__contains__):
            if letter not in tried:
                tried.add(letter)
                if letter not in owners or find(owners[letter], tried):
                    owners[letter] = number
                    return True
        return False

    for number in sorted(range(len(titles)), key=lambda number: len(words[number])):
        find(number, set())
    texts = list(titles)
    for letter, number in owners.items():
        place = titles[number].casefold().index(letter)
        texts[number] = f"{titles[number][:place]}&{titles[number][place:]}"
    left = sorted(set(range(len(titles))) - set(owners.values()), key=lambda number: words[number])
    free = [letter for letter in ascii_lowercase if letter not in owners]
    for letter, number in zip(free, left, strict=False):
        texts[number] += f" (&{letter.upper()})"
    return texts


def detach(docks: Mapping[str, Dock]) -> None:
    """Let the panel that has the keyboard be a window of its own, or attach it again."""
    focused = QApplication.focusWidget()
    for dock in docks.values():
        if focused is not None and dock.isAncestorOf(focused):
            dock.setFloating(not dock.isFloating())
            dock.activateWindow()
            focused.setFocus()
