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


def print_table(rows: Rows, numbers: bool = False) -> None:
    """Rows with aligned columns; with `numbers` all but the first to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.rjust(width) if numbers and column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


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
        print_table(table.rows, numbers=True)


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
