"""What the File menu does with the drawing: export, copy and print it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from engine.errors import RambatError
from gui.canvas.wires.edges_item import EdgesItem
from gui.dialogs.export_drawing import DrawingChoice, ExportDrawingDialog
from gui.dialogs.print_drawing import PrintChoice, PrintDrawingDialog
from gui.document import Document
from gui.drawing.drawing import Drawing, DrawingOptions
from gui.drawing.formats import FORMATS, mime_data, print_on, write
from gui.files import ask_where, proposed_place, tell
from gui.settings import Settings


class DrawingActions(QObject):
    """Draws the document's network; `wires` are those of the canvas, whose gradients may be shown. `done` tells it."""

    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, wires: EdgesItem, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._wires = wires
        self._settings = settings

    def export(self) -> None:
        """Ask what the picture shall show, then where it goes."""
        dialog = ExportDrawingDialog(self._document.project, self._wires, self._title(), self._window)
        dialog.chosen.connect(self._ask_where)
        dialog.open()

    def _ask_where(self, choice: DrawingChoice) -> None:
        filters = ";;".join(f"{each.name} (*{suffix})" for suffix, each in FORMATS.items())
        proposed = proposed_place(self._document, self._settings, next(iter(FORMATS)))
        path = ask_where(self._window, self.tr("Export drawing"), proposed, filters)
        if path is not None:
            self._try(self.tr("The drawing was not exported"), partial(self._write, choice, path))

    def _write(self, choice: DrawingChoice, path: Path) -> None:
        write(self._draw(choice.options, choice.gradients), path, choice.scale)
        self._settings.last_folder = str(path.parent)
        self.done.emit(self.tr("The drawing is written to {name}.").format(name=path.name))

    def copy(self) -> None:
        """Put the drawing on the clipboard as it is on the canvas, for a document or a slide."""
        self._try(self.tr("The drawing was not copied"), self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(mime_data(self._draw(DrawingOptions())))
        self.done.emit(self.tr("The drawing is on the clipboard."))

    def print(self) -> None:
        """Show the page, then ask for a printer."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        project, wires = self._document.project, self._wires
        dialog = PrintDrawingDialog(project, wires, self._title(), printer.pageLayout(), self._window)
        dialog.chosen.connect(
            lambda choice: self._try(self.tr("The drawing was not printed"), partial(self._print, choice, printer))
        )
        dialog.open()

    def _print(self, choice: PrintChoice, printer: QPrinter) -> None:
        drawing = self._draw(choice.options, choice.gradients)
        printer.setPageOrientation(choice.orientation)
        printer.setDocName(self._title())
        if QPrintDialog(printer, self._window).exec():
            print_on(drawing, printer)
            self.done.emit(self.tr("The drawing is printed."))

    def _title(self) -> str:
        document = self._document
        return document.path.stem if document.path else document.name

    def _draw(self, options: DrawingOptions, gradients: bool = True) -> Drawing:
        return Drawing(self._document.project, options, self._wires if gradients else None)

    def _try(self, failure: str, work: Callable[[], object]) -> None:
        try:
            work()
        except RambatError as error:
            tell(self._window, failure, error)
