"""What an export target declares, and how one is chosen for a file."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import ClassVar

from engine.atomic_file import write_atomically
from engine.data import Fitted
from engine.errors import ExportError, Message
from engine.hyperparameters import Configurable
from engine.network import Network


class Exporter(Configurable, family="exporter"):
    """Writes a network for another program; `suffixes` are those of its files, the usual one first."""

    suffixes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def content(self, network: Network, fitted: Fitted | None = None) -> bytes:
        """The whole file, with how data are prepared where that is known; ExportError where it cannot hold them."""

    def write(self, network: Network, path: Path | str, fitted: Fitted | None = None) -> None:
        """Write the file so that a failure leaves the old one."""
        write_atomically(Path(path), self.content(network, fitted))


def exporter_for(path: Path | str, name: str | None = None) -> Exporter:
    """The target called `name`, or else the one whose suffix the path has."""
    if name is not None:
        return Exporter.resolve(name)
    suffix = Path(path).suffix.lower()
    for kind in Exporter.kinds().values():
        if suffix in kind.suffixes:
            return kind()
    known = ", ".join(each for kind in Exporter.kinds().values() for each in kind.suffixes)
    raise ExportError(Message("No export has the suffix of {path}. Use one of: {suffixes}.", path=path, suffixes=known))
