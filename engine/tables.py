"""Tables at the terminal: drawn where a person looks, aligned text where a program or a file reads."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Table:
    """Rows below a title, which may be empty; the first row is a header, the first column text, the others numbers."""

    title: str
    rows: Rows


def aligned(rows: Rows, words: int | None = None) -> list[str]:
    """Lines with aligned columns: the first so many, which hold words, to the left, and the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    left = len(widths) if words is None else words
    return [
        "  ".join(
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def print_table(rows: Rows, words: int | None = None) -> None:
    """Print rows with aligned columns."""
    print("\n".join(aligned(rows, words)))


def show(tables: Sequence[Table]) -> None:
    """Print tables one below the other."""
    if sys.stdout.isatty():
        _draw(tables)
        return
    for number, table in enumerate(tables):
        if number:
            print()
        if table.title:
            print(table.title)
        print_table(table.rows, words=1)


def _draw(tables: Sequence[Table]) -> None:
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console()
    for table in tables:
        header, *rows = table.rows
        drawn = Drawn(title=table.title or None, title_justify="left")
        for column, heading in enumerate(header):
            drawn.add_column(Text(heading), justify="right" if column else "left")
        for row in rows:
            drawn.add_row(*map(Text, row))
        console.print(drawn)
