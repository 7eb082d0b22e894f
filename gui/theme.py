"""Colours with meaning, in a light and a dark form, and the style sheet made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from engine.layers import Category
from gui.stylesheet import stylesheet

STEPS = 256
"""Entries of a colour ramp."""
EQUAL = 0.179
"""The relative luminance of a ground from which black and white stand out alike."""


@dataclass(frozen=True)
class Theme:
    """All colours of the window.

    `positive` and `negative` are the two ends of the one diverging map, blue and orange; `magnitude` is the one
    ramp for sizes, ordered by lightness alone. Category colours mark a layer's family. Tags are the colours that
    people give themselves; they differ in hue and lightness, so that colour-blind people tell them apart too.
    """

    name: str
    dark: bool
    canvas: str
    grid: str
    panel: str
    node: str
    field: str
    hover: str
    hairline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    positive: str
    negative: str
    neutral: str
    magnitude: tuple[str, str, str]
    danger: str
    warning: str
    success: str
    tooltip: str
    on_tooltip: str
    categories: Mapping[Category, str]
    tags: Mapping[str, str]
    magnified: float = 1.0
    """How large words are beside their usual size; those on the canvas grow with it as it is zoomed."""

    @cached_property
    def magnitude_ramp(self) -> NDArray[np.uint8]:
        """(256, 3) RGB from small to large."""
        return _ramp(self.magnitude)

    @cached_property
    def sign_ramp(self) -> NDArray[np.uint8]:
        """(256, 3) RGB from -1 over 0 to +1."""
        return _ramp((self.negative, self.neutral, self.positive))

    def magnitude_color(self, share: float) -> QColor:
        """The colour of a magnitude from 0 to 1."""
        return _entry(self.magnitude_ramp, share)

    def sign_color(self, value: float) -> QColor:
        """The colour of a value from -1 to 1."""
        return _entry(self.sign_ramp, (value + 1) / 2)

    def category(self, category: Category) -> QColor:
        """The colour of a layer's family."""
        return QColor(self.categories[category])


def _rgb(name: str) -> tuple[int, int, int]:
    color = QColor(name)
    return color.red(), color.green(), color.blue()


def _ramp(stops: tuple[str, ...]) -> NDArray[np.uint8]:
    colors = np.array([_rgb(stop) for stop in stops], np.float64)
    places = np.linspace(0, 1, len(stops))
    wanted = np.linspace(0, 1, STEPS)
    return np.stack([np.interp(wanted, places, colors[:, k]) for k in range(3)], axis=1).round().astype(np.uint8)


def ink_on(ground: QColor) -> QColor:
    """Black or white: one of them has a contrast of 4.5 at least on any ground, WCAG 2.2's least for text."""
    return QColor(_ink(ground.rgb()))


@lru_cache(maxsize=4 * STEPS)
def _ink(ground: int) -> Qt.GlobalColor:
    """Found out once for each colour of a ramp: a grid of numbers asks for one in every cell of each paint."""
    color = QColor(ground)
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return Qt.GlobalColor.black if luminance > EQUAL else Qt.GlobalColor.white


def _entry(ramp: NDArray[np.uint8], share: float) -> QColor:
    index = int(min(max(share, 0.0), 1.0) * (STEPS - 1)) if share == share else 0
    red, green, blue = (int(part) for part in ramp[index])
    return QColor(red, green, blue)


LIGHT = Theme(
    name="light",
    dark=False,
    canvas="#F6F7F9",
    grid="#DDE2EA",
    panel="#FFFFFF",
    node="#FFFFFF",
    field="#F6F7F9",
    hover="#EEF1F6",
    hairline="#E3E7ED",
    text="#1B2230",
    muted="#5F687C",
    accent="#2563EB",
    on_accent="#FFFFFF",
    positive="#2F6DB5",
    negative="#D9772B",
    neutral="#F4F5F7",
    magnitude=("#CBD5E1", "#F2B84B", "#C2410C"),
    danger="#C4291C",
    warning="#96600A",
    success="#1F7A4D",
    tooltip="#1B2230",
    on_tooltip="#FFFFFF",
    categories={
        Category.CORE: "#3B6FB6",
        Category.ACTIVATION: "#C98A12",
        Category.REGULARIZATION: "#A85A7A",
        Category.CONVOLUTION: "#7A5BA8",
        Category.MERGE: "#6B7280",
        Category.SEQUENCE: "#2E8C7E",
        Category.OUTPUT: "#C4532D",
    },
    tags={
        "blue": "#1946F4",
        "teal": "#079FA7",
        "green": "#175C0C",
        "amber": "#AF910D",
        "orange": "#D47660",
        "magenta": "#631850",
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    canvas="#13161B",
    grid="#242A33",
    panel="#1A1E25",
    node="#20252E",
    field="#13161B",
    hover="#262C36",
    hairline="#2B323D",
    text="#E7EAF0",
    muted="#98A2B3",
    accent="#7AA5FF",
    on_accent="#0B1220",
    positive="#6FA8E8",
    negative="#F0A05A",
    neutral="#262C36",
    magnitude=("#3A4454", "#E0912F", "#FFE08A"),
    danger="#FF8A7A",
    warning="#E8B452",
    success="#4CC38A",
    tooltip="#E7EAF0",
    on_tooltip="#13161B",
    categories={
        Category.CORE: "#5B8FD6",
        Category.ACTIVATION: "#D9A136",
        Category.REGULARIZATION: "#C97A9B",
        Category.CONVOLUTION: "#9A7BC8",
        Category.MERGE: "#8A93A3",
        Category.SEQUENCE: "#46A897",
        Category.OUTPUT: "#DE7048",
    },
    tags={
        "blue": "#4F6ED8",
        "teal": "#C2E8E4",
        "green": "#4CC879",
        "amber": "#DFC346",
        "orange": "#C74223",
        "magenta": "#C05599",
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

CONTRASTED = {
    theme.name: replace(
        theme, name=f"{theme.name}_contrast", canvas=paper, panel=paper, node=paper, field=paper, grid=faint,
        hairline=lines, text=ink, muted=words, magnified=1.4,
    )
    for theme, paper, ink, words, lines, faint in (
        (LIGHT, "#FFFFFF", "#000000", "#33394A", "#5F687C", "#E9ECF1"),
        (DARK, "#000000", "#FFFFFF", "#D5DAE3", "#98A2B3", "#1A1E25"),
    )
}  # fmt: skip
"""What a projector in a light room needs, by the name of the theme that is worn otherwise."""
WORN = {theme.name: theme for theme in (*THEMES.values(), *CONTRASTED.values())}
PROPERTY = "rambatTheme"


def current() -> Theme:
    """The theme that the application wears."""
    app = QGuiApplication.instance()
    name = app.property(PROPERTY) if app else None
    return WORN.get(str(name), LIGHT)


def system_theme() -> Theme:
    """The theme that the desktop asks for."""
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application; widgets that paint themselves follow by their PaletteChange event."""
    if app.property(PROPERTY) is None:
        app.setStyle("Fusion")  # once: every widget is polished anew
    app.setProperty(PROPERTY, theme.name)
    app.setPalette(_palette(theme))
    app.setStyleSheet(stylesheet(theme))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colors = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.hover,
        role.Text: theme.text,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.tooltip,
        role.ToolTipText: theme.on_tooltip,
        role.Link: theme.accent,
        role.Light: theme.panel,
        role.Midlight: theme.hairline,
        role.Mid: theme.hairline,
        role.Dark: theme.hairline,
        role.Shadow: theme.hairline,
        role.Accent: theme.accent,
    }
    for key, color in colors.items():
        palette.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.muted)
        faded.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, key, faded)
    return palette


BODY_PIXELS, LABEL_PIXELS, NOTE_PIXELS = 13, 12, 11


@cache
def body_font(pixels: int = BODY_PIXELS, bold: bool = False) -> QFont:
    """The one typeface, the system's sans, at a size in pixels; one font for all who ask, not to be changed."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def magnified(pixels: int) -> int:
    """So many pixels as they are in the theme that is worn."""
    return round(pixels * current().magnified)


def note_font() -> QFont:
    """That of the smallest words, as large as the theme has them."""
    return body_font(magnified(NOTE_PIXELS))


def note_number_font() -> QFont:
    """That of numbers beside them."""
    return number_font(magnified(NOTE_PIXELS))


@cache
def number_font(pixels: int = LABEL_PIXELS) -> QFont:
    """The fixed-width face for numbers; one font for all who ask, not to be changed."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(pixels)
    return font
