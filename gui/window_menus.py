"""The menu bar: the table of actions as menus, and the submenus whose entries are read when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from gui import actions, i18n
from gui.settings import Settings


class WindowMenus(QObject):
    """Fills a window's menu bar; what is chosen in a submenu is told by a signal."""

    recent_chosen = Signal(Path)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        by_id: Mapping[str, QAction],
        panels: Iterable[QAction],
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._menus = {menu_id: self._make(window, menu_id, by_id) for menu_id in actions.menu_titles()}
        self._recent = self._submenu("file", by_id["save"])
        self._recent.aboutToShow.connect(self._fill_recent)
        self._panels = self._submenu("view", by_id["reset_layout"])
        self._panels.addActions(list(panels))
        self._themes = self._submenu("view", by_id["reset_layout"])
        self._languages = self._submenu("view", by_id["reset_layout"])

    def _make(self, window: QMainWindow, menu_id: str, by_id: Mapping[str, QAction]) -> QMenu:
        menu = QMenu(window)
        menu.setObjectName(f"menu_{menu_id}")
        for spec in actions.in_menu(menu_id):
            if spec.id in actions.SEPARATED:
                menu.addSeparator()
            menu.addAction(by_id[spec.id])
        window.menuBar().addMenu(menu)
        return menu

    def _submenu(self, menu_id: str, before: QAction) -> QMenu:
        submenu = QMenu(self._menus[menu_id])
        self._menus[menu_id].insertMenu(before, submenu)
        return submenu

    def retranslate(self) -> None:
        """Set all titles anew, and the entries that are words themselves."""
        for menu_id, title in actions.menu_titles().items():
            self._menus[menu_id].setTitle(title)
        self._recent.setTitle(self.tr("Open &recent"))
        self._panels.setTitle(self.tr("&Panels"))
        self._themes.setTitle(self.tr("&Theme"))
        self._languages.setTitle(self.tr("&Language"))
        themes = {"": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        _fill_choices(self._themes, themes, self._settings.theme, self.theme_chosen.emit)
        _fill_choices(self._languages, i18n.LANGUAGES, i18n.language(), self.language_chosen.emit)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_files:
            self._recent.addAction(str(path), partial(self.recent_chosen.emit, path))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("Nothing yet")).setEnabled(False)


def _fill_choices(menu: QMenu, choices: Mapping[str, str], now: str, choose: Callable[[str], None]) -> None:
    menu.clear()
    group = QActionGroup(menu)
    for code, title in choices.items():
        action = QAction(title, menu, checkable=True, checked=code == now)
        action.triggered.connect(lambda _checked, code=code: choose(code))
        group.addAction(action)
        menu.addAction(action)
