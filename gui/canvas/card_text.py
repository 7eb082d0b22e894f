"""The words on a card: the layer's name and one line of what matters."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.hyperparameters import Configurable, Hyperparameter
from engine.inference import Problem
from engine.layers import Layer, shape_text
from gui.i18n import grouped, language, number, sentence, words

SEPARATOR = " \N{MIDDLE DOT} "


def title(layer: Layer) -> str:
    """The kind in the window's language."""
    return words(layer.label or layer.name)


def headline(layer: Layer) -> list[str]:
    """The headline hyperparameters, the most telling first, such as "8 units" and "tanh"."""
    fields = (field for field in layer.hyperparameters() if field.headline)
    return [text for field in fields if (text := _spoken(field, getattr(layer, field.name)))]


def parameters(count: int | None) -> str:
    """How many numbers a layer learns or holds; empty where there are none or it is not known."""
    if not count:
        return ""
    if count == 1:
        return QCoreApplication.translate("Canvas", "1 parameter")
    return QCoreApplication.translate("Canvas", "{count} parameters").format(count=grouped(count))


def tooltip(node_id: str, layer: Layer, problems: Iterable[Problem], shares: str | None = None) -> str:
    """Name, what matters, whose weights it uses, and what is wrong; rich text, so that long sentences wrap."""
    head = SEPARATOR.join(part for part in (title(layer), node_id) if part)
    lines = [f"<b>{html.escape(head)}</b>"]
    if matter := SEPARATOR.join(headline(layer)):
        lines.append(html.escape(matter))
    if shares is not None:
        text = QCoreApplication.translate("Canvas", "Uses the weights of {node}")
        lines.append(html.escape(text.format(node=shares)))
    lines += [html.escape(sentence(problem.message)) for problem in problems]
    return "<br>".join(lines)


def _spoken(field: Hyperparameter, value: Any) -> str:
    """One value with as many words as it needs to be understood."""
    label = words(field.label)
    match value:
        case None:
            return ""
        case bool():
            return label if value else ""
        case Configurable():
            spoken = words(value.label or value.name)
            return spoken if spoken.isupper() or spoken != spoken.capitalize() else spoken[:1].lower() + spoken[1:]
        case int():
            return f"{value} {_counted(label, value)}"
        case float():
            return f"{label.lower()} {number(value)}"
        case tuple():
            return shape_text(value) if len(value) > 1 else f"{label.lower()} {shape_text(value)}"
        case _:
            return words(str(value))


def _counted(label: str, count: int) -> str:
    """ "Units" is "unit" where there is one."""
    plural = label.lower()
    one = count == 1 and language() == "en" and plural.endswith("s")
    return plural[:-1] if one else plural
