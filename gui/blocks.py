"""The blocks that people keep to use again: a group of layers in a file each, named as the block."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QObject, Signal

from engine.atomic_file import write_atomically
from engine.errors import ExportError, GraphError, Message, ProjectError
from engine.files import reading, writing
from engine.graph import Graph
from engine.graph_json import graph_from_json, graph_to_json

SUFFIX = ".json"
LARGEST = 1 << 24
"""Bytes of a file that is read."""
LONGEST_NAME = 50
UNSAFE = frozenset('%/\\:*?"<>|')
"""What some system does not allow in the name of a file."""


class Blocks(QObject):
    """The blocks in one folder. `changed` tells that one came, went or has another name."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    def names(self) -> list[str]:
        """All names, sorted; none where the folder cannot be read."""
        try:
            found = [unquote(path.stem) for path in self._folder.iterdir() if path.suffix == SUFFIX]
        except OSError:
            return []
        return sorted(found, key=str.casefold)

    def load(self, name: str) -> Graph:
        """The layers of a block; ProjectError says why it cannot be read."""
        path = self._path(name)
        with reading(path, ProjectError), path.open("rb") as file:
            content = file.read(LARGEST + 1)
        try:
            if len(content) > LARGEST:
                raise ValueError("too large")
            part = graph_from_json(json.loads(content))
        except (ValueError, RecursionError) as error:
            raise ProjectError(Message("The block {name} is damaged: its file holds no drawing.", name=name)) from error
        except GraphError as error:
            told = (Message("The block {name} is damaged: {reason}", name=name, reason=each) for each in error.messages)
            raise ProjectError(*told) from error
        if not len(part):
            raise ProjectError(Message("The block {name} is damaged: its file holds no drawing.", name=name))
        return part

    def save(self, name: str, part: Graph) -> None:
        """Keep these layers under a name, in place of those that had it; ExportError says why that failed."""
        written = json.dumps(graph_to_json(part), sort_keys=True, indent=1, ensure_ascii=False)
        path = self._path(name)
        with writing(path):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, written.encode())
        self.changed.emit()

    def rename(self, name: str, after: str) -> None:
        """Give a block another name that none has; ExportError says why that failed."""
        path = self._path(after)
        if path.exists():
            raise ExportError(Message("There is a block called {name} already. Choose another name.", name=after))
        with writing(path):
            self._path(name).rename(path)
        self.changed.emit()

    def delete(self, name: str) -> None:
        """Take a block away; ExportError says why that failed."""
        path = self._path(name)
        with writing(path):
            path.unlink(missing_ok=True)
        self.changed.emit()

    def _path(self, name: str) -> Path:
        """What is unsafe in a file's name is written as in addresses; so the name can be read from it."""
        safe = "".join(
            letter if letter.isprintable() and letter not in UNSAFE and not (place == 0 and letter == ".")
            else "".join(f"%{byte:02X}" for byte in letter.encode())
            for place, letter in enumerate(name[:LONGEST_NAME])
        )  # fmt: skip
        return self._folder / f"{safe}{SUFFIX}"
