"""The Qt style sheet: quiet controls on one surface, hairlines between panels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resources import ICONS

if TYPE_CHECKING:
    from gui.theme import Theme

TEMPLATE = """
* {{ outline: none; }}
QWidget {{ color: {text}; font-size: 13px; }}
QMainWindow, QDialog {{ background: {panel}; }}
QMainWindow::separator {{ background: {hairline}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {tooltip}; color: {on_tooltip}; border: none; padding: 6px 8px; font-size: 12px; }}

#breadcrumbs {{ background: {panel}; border: 1px solid {hairline}; border-radius: 8px; }}
QLabel[role="crumb"] {{ font-weight: 600; font-size: 12px; }}
QLineEdit#title_edit {{ min-height: 22px; border-color: {accent}; background: {panel}; }}
QPlainTextEdit#note_edit {{ background: {panel}; border: 1px solid {accent}; border-radius: 3px; padding: 6px; }}
QLabel[role="title"] {{ font-weight: 600; font-size: 14px; }}
QLabel[role="muted"], QLabel[role="label"], LineText[role="label"] {{ color: {muted}; font-size: 12px; }}
QLabel[role="note"], LineText[role="note"] {{ color: {muted}; font-size: 11px; }}
QLabel[role="heading"] {{ font-weight: 600; font-size: 12px; }}
QLabel[role="small"] {{ font-size: 11px; }}
LineText[role="numbers"] {{ font-size: 12px; }}
LineText[role="dock"] {{ font-weight: 600; font-size: 13px; }}
QLabel[role="section"] {{ color: {muted}; font-size: 11px; font-weight: 600; }}
QLabel[role="error"] {{ color: {danger}; font-size: 12px; }}
QLabel[role="success"] {{ color: {success}; font-size: 12px; }}

QLabel[role="sentence"] {{ font-size: 12px; }}
QFrame[role="hairline"] {{ background: {hairline}; border: none; }}
QFrame[role="overlay"] {{ background: {panel}; border: 1px solid {hairline}; border-radius: 8px; }}
QFrame[role="racer"] {{ background: {panel}; border: 1px solid {hairline}; border-radius: 8px; }}
QFrame[role="racer"][leads="true"] {{ border-color: {success}; }}
QFrame[role="row"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; }}
QFrame[role="row"]:hover {{ background: {hover}; }}
QFrame[role="row"]:focus {{ border-color: {accent}; }}

QPushButton {{ background: {panel}; border: 1px solid {hairline}; border-radius: 6px;
    padding: 0 14px; min-height: 28px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {hairline}; }}
QPushButton:checked {{ border-color: {accent}; background: {hover}; }}
QPushButton:disabled {{ color: {faded}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton[role="primary"] {{ background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border-color: {text}; }}
QPushButton[role="primary"]:disabled {{ background: {hover}; border-color: {hairline}; color: {faded}; }}
QPushButton[role="icon"] {{ padding: 0; min-width: 30px; max-width: 30px; }}
QPushButton[joint="left"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QPushButton[joint="right"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none; padding: 0;
    min-width: 21px; max-width: 21px; }}
QPushButton[joint="right"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="link"] {{ background: transparent; border: none; color: {accent}; padding: 0; min-height: 22px;
    font-size: 12px; text-align: left; }}
QPushButton[role="link"]:focus {{ text-decoration: underline; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[tone="success"] {{ color: {success}; }}
QPushButton[tone="muted"] {{ color: {muted}; }}
QPushButton[tone="warning"] {{ color: {warning}; }}
QPushButton[tone="error"] {{ color: {danger}; }}
QToolButton[role="fold"] {{ color: {muted}; font-size: 12px; border-color: transparent; padding: 2px 4px 2px 0; }}
QToolButton[role="fold"]:hover {{ color: {text}; background: transparent; }}
QToolButton[role="fold"]:focus {{ border-color: {accent}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit, QAbstractSpinBox, QComboBox {{ background: {field}; border: 1px solid {hairline}; border-radius: 6px;
    padding: 0 8px; min-height: 28px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border-color: {accent}; }}
QLineEdit {{ placeholder-text-color: {muted}; }}
QLineEdit[invalid="true"] {{ border-color: {danger}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ color: {faded}; }}
QComboBox {{ padding: 0 2px 0 10px; combobox-popup: 0; }}
QComboBox[mixed="true"] {{ color: {muted}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({icons}/chevron-down-{name}.svg); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {panel}; border: 1px solid {hairline}; padding: 4px; outline: none;
    selection-background-color: {hover}; selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 8px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {hover}; color: {text}; }}
QCheckBox {{ spacing: 8px; min-height: 28px; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator {{
    width: 16px; height: 16px; border: 1px solid {muted}; border-radius: 4px;
    background: {field}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
    background: {accent}; border-color: {accent};
    image: url({icons}/check-{name}.svg); }}
QCheckBox::indicator:indeterminate {{ background: {accent}; border-color: {accent};
    image: url({icons}/half-{name}.svg); }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked:focus, QCheckBox::indicator:indeterminate:focus {{ border-color: {text}; }}

QScrollArea, QScrollArea > QWidget > QWidget {{ background: {panel}; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTreeView, QListView, QTableView {{ background: {panel}; border: none; outline: none; }}
QTableView {{ selection-background-color: {hover}; selection-color: {text}; }}
QTableView[role="data"]::item {{ padding: 0 3px; }}
QTableView[role="data"] QHeaderView::section {{ padding: 6px; }}
QTableView[role="data"] QHeaderView::up-arrow, QTableView[role="data"] QHeaderView::down-arrow {{ image: none;
    width: 0; height: 0; }}
QTableView[role="data"]::item:selected {{ background: {hover}; color: {text}; }}
QTreeView::item, QListView::item {{ min-height: 28px; border-radius: 6px; padding: 0 6px; }}
QListView[role="dense"]::item {{ min-height: 18px; border-radius: 0; padding: 0; }}
QTreeView::item:hover, QListView::item:hover {{ background: {hover}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {hover}; color: {text}; }}
QTreeView::item:focus, QListView::item:focus, QTableView::item:focus {{ background: {hover}; }}
QHeaderView::section {{ background: {panel}; border: none; border-bottom: 1px solid {hairline}; padding: 6px;
    color: {muted}; font-size: 12px; }}

QHeaderView::section:vertical {{ border: none; border-right: 1px solid {hairline}; padding: 0 8px; }}
QTableCornerButton::section {{ background: {panel}; border: none; border-bottom: 1px solid {hairline}; }}
QAbstractScrollArea::corner {{ background: {panel}; border: none; }}
QLabel#table_shape {{ font-size: 20px; }}

QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {hairline}; spacing: 0; padding: 0; }}
QMenuBar {{ background: {panel}; padding: 2px 8px; border: none; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {panel}; border: 1px solid {hairline}; padding: 6px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {faded}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 6px 8px; }}

QTabBar {{ font-size: 13px; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: {panel}; color: {muted}; padding: 8px 8px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget::pane {{ border: none; }}

QStatusBar {{ background: {panel}; border-top: 1px solid {hairline}; color: {muted}; font-size: 12px; }}
QStatusBar::item {{ border: none; }}
QProgressBar {{ background: {hairline}; border: none; border-radius: 2px; max-height: 4px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QSlider::groove:horizontal {{ background: {hairline}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {panel}; border: 1px solid {muted}; width: 14px; margin: -6px 0;
    border-radius: 8px; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border-color: {accent}; }}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {hairline};
    border-color: {hairline}; }}
QSplitter::handle {{ background: {hairline}; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {hairline}; border-radius: 3px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    width: 0; height: 0; }}
"""


def stylesheet(theme: Theme) -> str:
    """The whole sheet for one theme."""
    colors = {name: getattr(theme, name) for name in (
        "panel", "field", "hover", "hairline", "text", "muted", "accent", "on_accent", "danger", "success",
        "warning", "tooltip", "on_tooltip",
    )}  # fmt: skip
    faded = "#6E7787" if theme.dark else "#98A1B1"
    accent_hover = "#93B6FF" if theme.dark else "#1D4FD0"
    name = "dark" if theme.dark else "light"
    sheet = TEMPLATE.format(**colors, name=name, faded=faded, accent_hover=accent_hover, icons=ICONS.as_posix())
    return re.sub(r"(?<=font-size: )\d+", lambda found: str(round(int(found[0]) * theme.magnified)), sheet)
