"""English and Indonesian: translators, and the words of the engine in the language of the window."""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator

from engine.errors import Message, RambatError
from engine.numerals import Number, number_text
from resources import TRANSLATIONS

LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
ENGINE_CONTEXT = "engine"
PROPERTY = "rambatLanguage"


def install(app: QCoreApplication, language: str) -> None:
    """Speak this language from now on; every widget receives a LanguageChange event."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    app.setProperty(PROPERTY, language)
    path = Path(TRANSLATIONS) / f"rambat_{language}.qm"
    translator = QTranslator(app)
    if path.exists() and translator.load(str(path)):
        app.installTranslator(translator)


def language() -> str:
    """The code of the language that the application speaks."""
    app = QCoreApplication.instance()
    return str((app.property(PROPERTY) if app else None) or "en")


def words(text: str) -> str:
    """A label, help text or summary that the engine declares, in the window's language."""
    return QCoreApplication.translate(ENGINE_CONTEXT, text) if text else ""


def sentence(message: Message) -> str:
    """A message of the engine in the window's language, with its values filled in."""
    values = {name: _told(value) for name, value in message.values.items()}
    template = words(message.template)
    return template.format(**values) if values else template


def _told(value: Any) -> Any:
    """A value of a message as it stands in the sentence."""
    if isinstance(value, Message):
        return sentence(value)
    return number(value, value.digits) if isinstance(value, Number) else value


def sentences(source: RambatError | Iterable[Message]) -> str:
    """Several messages, one a line."""
    messages = source.messages if isinstance(source, RambatError) else source
    return "\n".join(sentence(message) for message in messages)


def paragraph(text: str) -> str:
    """A long tip as rich text: any other stands in one line, however wide that is."""
    return f"<p>{escape(text)}</p>"


MINUS = "\N{MINUS SIGN}"
THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"
"""Between thousands, where no line may end."""
ENDLESS = 1e15
"""From here on a measure has too many digits to be read; prices in rupiah have ten."""
KNOWN_DIGITS = 7
"""As many digits of a number in float32 mean something."""
GROUPED_FROM = 10_000
"""Measures of four digits, such as years, are written in one piece."""
NONE = "\N{EN DASH}"
"""Where there is no value."""


def number(value: float, digits: int = 4) -> str:
    """A number for the eye: few digits, a true minus sign, a point whatever the language, and short exponents."""
    if math.isnan(value):
        return NONE
    if math.isinf(value):
        return f"{MINUS if value < 0 else ''}\N{INFINITY}"
    return number_text(value, digits).replace("-", MINUS)


def measure(value: float, digits: int = 4) -> str:
    """A number in people's own units: as `number`, but whole where it is large, such as 287 500 and not 2.875e5."""
    if not 10**digits - 0.5 <= abs(value) < ENDLESS:
        return number(value, digits)
    return in_groups(round(float(f"{value:.{KNOWN_DIGITS}g}")))


def in_groups(value: int) -> str:
    """A whole measure, with thin spaces between its thousands where it has more than four digits."""
    return grouped(value) if abs(value) >= GROUPED_FROM else f"{value}".replace("-", MINUS)


def plain(text: str) -> str:
    """Written numbers as a spreadsheet takes them: no spaces between thousands, and the keyboard's minus."""
    return text.replace(THIN_SPACE, "").replace(MINUS, "-")


def grouped(count: int) -> str:
    """A whole number with thin spaces between its thousands."""
    return f"{count:,}".replace(",", THIN_SPACE).replace("-", MINUS)
