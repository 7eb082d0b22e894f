"""The words on a card: the layer's name and one line of what matters."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.graph import Node
from engine.hyperparameters import Configurable, Hyperparameter
from engine.layers import Layer, shape_text
from gui import names
from gui.i18n import grouped, language, number, words

SEPARATOR = " \N{MIDDLE DOT} "


def title(layer: Layer) -> str:
    """The kind in the window's language."""
    return names.kind(layer)


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


def detail(layer: Layer, titled: bool, owner: str = "") -> list[str]:
    """What stands below the title: the kind where people gave the layer a title, and whose weights it uses or what
    matters about it."""
    return [*([title(layer)] if titled else []), *([owner] if owner else headline(layer))]


def tooltip(node: Node, problems: Iterable[str], owner: str = "") -> str:
    """Name, what matters, whose weights it uses, and what is wrong; rich text, so that long sentences wrap."""
    head = SEPARATOR.join((names.heading(node), node.id))
    matters = SEPARATOR.join(detail(node.layer, bool(node.title)))
    using = QCoreApplication.translate("Canvas", "Uses the weights of {node}").format(node=owner) if owner else ""
    return rich((head, matters, using, *problems))


def rich(lines: Iterable[str]) -> str:
    """A tooltip of these lines, the first one bold, without those that are empty."""
    head, *others = (html.escape(line) for line in lines if line)
    return "<br>".join((f"<b>{head}</b>", *others))


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
