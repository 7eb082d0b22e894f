"""The table of all kinds as a page for people, written from the declarations: `python -m engine.reference`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.catalog import CATALOGS
from engine.data import DataSource
from engine.hyperparameters import Configurable, Hyperparameter
from engine.layers import Category, Layer

PAGE = Path(__file__).parents[1] / "resources" / "reference.md"
INTRODUCTION = """# Reference

Every kind that Rambat knows, with its fields and what they are at first. This page is written by `make reference`
from the declarations in `engine`; `python main.py list layers` (or `losses`, ...) shows the same on the command line.
"""

COLUMNS = "| name | what it does | fields | source |\n|---|---|---|---|\n"


def page() -> str:
    """The whole page in Markdown."""
    sections = (section(title, _in_order(kinds.values())) for title, kinds in CATALOGS.items())
    return "\n".join([INTRODUCTION, *sections])


def section(title: str, kinds: list[type[Configurable]]) -> str:
    """One family as a table."""
    heading = f"## {title.replace('_', ' ').capitalize()} ({len(kinds)})\n\n{COLUMNS}"
    return heading + "".join(f"{row}\n" for row in map(_row, kinds))


def _in_order(kinds: Iterable[type[Configurable]]) -> list[type[Configurable]]:
    """Layers by the groups of the palette; all others as they are declared."""
    groups = list(Category)
    return sorted(kinds, key=lambda kind: groups.index(kind.category) if issubclass(kind, Layer) else 0)


def _row(kind: type[Configurable]) -> str:
    cells = (f"`{kind.name}`", kind.summary, ", ".join(_fields(kind)), _source(kind))
    return "| " + " | ".join(cell.replace("|", r"\|").replace("\n", " ") for cell in cells) + " |"


def _fields(kind: type[Configurable]) -> Iterator[str]:
    for field in kind.hyperparameters():
        yield f"`{field.name}`" if field.required else f"`{field.name}={_value(field)}`"


def _value(field: Hyperparameter) -> str:
    value = field.initial
    if isinstance(value, Configurable):
        return value.name
    return str(value)


def _source(kind: type[Configurable]) -> str:
    """What the kind's own docstring says of paper or book, and the card of a data set of its makers and its licence.

    A dataclass without a docstring is given its signature.
    """
    text = " ".join((kind.__doc__ or "").split())
    told = "" if text.startswith(f"{kind.__name__}(") else text
    if not issubclass(kind, DataSource):
        return told
    first = f"Suits: {', '.join(f'`{name}`' for name in kind.suggested)}." if kind.suggested else ""
    licence = f"Licence: {kind.licence}" if kind.licence else ""
    return " ".join(filter(None, (kind.origin, told, licence, first)))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
