"""What the window remembers between two runs, one property a fact."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from engine.errors import HyperparameterError
from engine.goals import AccuracyGoal, Goal
from gui.i18n import LANGUAGES
from gui.quantities import Fill, Quantity

MAX_RECENT = 8


class Settings:
    """Typed access to the user's settings; nothing else reads or writes QSettings."""

    def __init__(self) -> None:
        self._store = QSettings()

    @property
    def language(self) -> str:
        """A code of LANGUAGES; at first the system's, where it is one of them."""
        system = QLocale.system().name().split("_")[0]
        stored = str(self._store.value("language", system, type=str))
        return stored if stored in LANGUAGES else "en"

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def theme(self) -> str:
        """ "light", "dark", or "" for the system's."""
        return str(self._store.value("theme", "", type=str))

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def weight_quantity(self) -> str:
        """What is shown on the weights of opened layers."""
        return self._one_of("weight_quantity", [quantity.value for quantity in Quantity])

    @weight_quantity.setter
    def weight_quantity(self, code: str) -> None:
        self._store.setValue("weight_quantity", code)

    @property
    def neuron_fill(self) -> str:
        """What fills the neurons of opened layers."""
        return self._one_of("neuron_fill", [fill.value for fill in Fill])

    @neuron_fill.setter
    def neuron_fill(self, code: str) -> None:
        self._store.setValue("neuron_fill", code)

    @property
    def minimap(self) -> bool:
        """Whether a drawing that is larger than the view has a small map."""
        return bool(self._store.value("minimap", True, type=bool))

    @minimap.setter
    def minimap(self, shown: bool) -> None:
        self._store.setValue("minimap", shown)

    @property
    def recent_files(self) -> list[Path]:
        """The projects opened last, newest first."""
        stored = self._store.value("recent_files", [], type=list)
        return [Path(str(path)) for path in stored][:MAX_RECENT]  # type: ignore[attr-defined]

    def remember_file(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        others = [str(other) for other in self.recent_files if other != path]
        self._store.setValue("recent_files", [str(path), *others][:MAX_RECENT])

    def forget_file(self, path: Path) -> None:
        """Take a project that is gone off the list."""
        self._store.setValue("recent_files", [str(other) for other in self.recent_files if other != path])

    @property
    def blocks_folder(self) -> Path:
        """Where the blocks lie that people keep."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "blocks"

    @property
    def sweeps_folder(self) -> Path:
        """Where the searches lie that were made, project by project."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "sweeps"

    @property
    def favourite_layers(self) -> list[str]:
        """The names of the layer kinds that were marked, in that order."""
        return self._names("favourite_layers")

    @favourite_layers.setter
    def favourite_layers(self, names: list[str]) -> None:
        self._store.setValue("favourite_layers", names)

    @property
    def recent_layers(self) -> list[str]:
        """The names of the layer kinds used last, newest first."""
        return self._names("recent_layers")

    @recent_layers.setter
    def recent_layers(self, names: list[str]) -> None:
        self._store.setValue("recent_layers", names)

    @property
    def goal(self) -> Goal:
        """What a run went on for the last time that people said so."""
        try:
            return Goal.from_json(json.loads(str(self._store.value("goal", "{}", type=str))))
        except (ValueError, AttributeError, TypeError, HyperparameterError):
            return AccuracyGoal()

    @goal.setter
    def goal(self, goal: Goal) -> None:
        self._store.setValue("goal", json.dumps(goal.to_json()))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self._store.setValue("geometry", state)

    @property
    def explorer_geometry(self) -> QByteArray:
        """The place and size of the window in which data are looked at."""
        return self._bytes("explorer_geometry")

    @explorer_geometry.setter
    def explorer_geometry(self, state: QByteArray) -> None:
        self._store.setValue("explorer_geometry", state)

    @property
    def race_geometry(self) -> QByteArray:
        """The place and size of the window in which variants race."""
        return self._bytes("race_geometry")

    @race_geometry.setter
    def race_geometry(self, state: QByteArray) -> None:
        self._store.setValue("race_geometry", state)

    @property
    def sweep_geometry(self) -> QByteArray:
        """The place and size of the window in which settings are searched."""
        return self._bytes("sweep_geometry")

    @sweep_geometry.setter
    def sweep_geometry(self, state: QByteArray) -> None:
        self._store.setValue("sweep_geometry", state)

    def layout(self, narrow: bool) -> QByteArray:
        """The docks' places in a narrow or in a wide window."""
        return self._bytes(f"layout_{'narrow' if narrow else 'wide'}")

    def remember_layout(self, narrow: bool, state: QByteArray) -> None:
        """Keep the docks' places for the next window of that width."""
        self._store.setValue(f"layout_{'narrow' if narrow else 'wide'}", state)

    @property
    def last_folder(self) -> str:
        """Where a file dialog opens: where one was used last, and at first among the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        stored = str(self._store.value("last_folder", "", type=str))
        return next((folder for folder in (stored, documents) if Path(folder).is_dir() and folder), str(Path.home()))

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("last_folder", folder)

    def _one_of(self, key: str, codes: list[str]) -> str:
        """What is stored, where it is one of these; else the first."""
        stored = str(self._store.value(key, codes[0], type=str))
        return stored if stored in codes else codes[0]

    def _names(self, key: str) -> list[str]:
        stored = self._store.value(key, [], type=list)
        return [str(name) for name in stored]  # type: ignore[attr-defined]

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()
