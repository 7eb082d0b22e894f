"""What the Data menu does: data drawn by hand or brought from files become the project's.

Dialogs are loaded when they are asked for: together they would be a tenth of the start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.data import DataSource, PaintedPoints, SketchedCurve, StoredSource, TimeSeries
from engine.errors import Message
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.fit_offer import drawn_anew
from gui.i18n import words
from gui.settings import Settings
from gui.table_actions import TableActions
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.dialogs.import_pictures import ImportPicturesDialog


class DataActions(QObject):
    """`done` says in a sentence which data the network learns from now on."""

    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._session = session
        self._settings = settings
        self.tables = TableActions(window, document, session, settings)
        self.tables.chosen.connect(self.use)
        self.tables.edited.connect(partial(self.use, said=Message("Edit columns")))

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each action of the menu does."""
        return {
            "draw_points": self.draw_points,
            "sketch_function": self.sketch_function,
            "import_table": self.tables.ask,
            "import_series": self.tables.ask_series,
            "import_pictures": self.import_pictures,
            "edit_columns": self.tables.edit,
        }

    def bring(self, kind: str) -> None:
        """Open the dialog through which data of this kind come."""
        {
            "table": self.tables.ask,
            "time_series": self.tables.ask_series,
            "painted_points": self.draw_points,
            "sketched_curve": self.sketch_function,
        }.get(kind, self.import_pictures)()

    def draw_points(self) -> None:
        """Let people paint points, beginning with those that the project has."""
        from gui.dialogs.by_hand.points_dialog import DrawPointsDialog

        now = self._document.project.data
        dialog = DrawPointsDialog(now if isinstance(now, PaintedPoints) else PaintedPoints(), self._window)
        dialog.chosen.connect(self.use)
        dialog.open()

    def sketch_function(self) -> None:
        """Let people sketch a function, beginning with the one that the project has."""
        from gui.dialogs.by_hand.sketch_dialog import SketchFunctionDialog

        now = self._document.project.data
        dialog = SketchFunctionDialog(now if isinstance(now, SketchedCurve) else SketchedCurve(), self._window)
        dialog.chosen.connect(self.use)
        dialog.open()

    def import_pictures(self) -> None:
        """Let people choose pictures of their own, see them, and take them."""
        self._picture_dialog().open()

    def open_pictures(self, path: Path) -> None:
        """Show the pictures of this folder or file, to be taken."""
        dialog = self._picture_dialog()
        dialog.open()
        dialog.take(str(path))

    def _picture_dialog(self) -> ImportPicturesDialog:
        from gui.dialogs.import_pictures import ImportPicturesDialog

        dialog = ImportPicturesDialog(self._session.worker, self._settings.last_folder, self._window)
        dialog.chosen.connect(self._take_pictures)
        return dialog

    def _take_pictures(self, source: DataSource, folder: str) -> None:
        self._settings.last_folder = folder
        self.use(source)

    def use(self, source: DataSource, reader: str = "", said: Message | None = None) -> None:
        """Make these the project's data as one step: split as suits them, their targets scaled if they need it.

        Those of another kind than before are scaled as suits them, too. With `reader` a first network that reads them
        so takes the place of the drawn one. A project that has no file yet is called as theirs.
        """
        project = self._document.project
        suited = project.preparation.suited_to(source, project.data)
        known = project.data.shape.far_targets  # then people have seen that, and chosen
        if scaled := suited.leaves_far(source.shape) and not known:
            suited = suited.with_targets_scaled()
        more: list[DocumentEdit] = []
        if reader and isinstance(source, TimeSeries):
            scaling = "standard" if suited.scaling == "none" else suited.scaling
            suited = suited.replace(scaling=scaling, expansion=None, augmentation=None)
            more = drawn_anew(self._document, source.shape, reader)
        name = source.origin_file if isinstance(source, StoredSource) else ""
        if name and self._document.path is None:
            more = [*more, SetSetting("title", project.title, Path(name).stem)]
        said = said or Message("Use {data}", data=Message(source.label))
        if self._document.use_data(said, source, suited, more):
            told = self.tr("The network learns from this now: {data}.").format(data=name or words(source.label))
            if scaled:
                told += " " + self.tr("Its targets are far from size 1, so they are scaled.")
            self.done.emit(told)
