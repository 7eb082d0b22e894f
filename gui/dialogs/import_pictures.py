"""Asks for pictures in folders or files, reads them beside the window, and shows what would be learned from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.data import PictureSet, TimeSeries
from engine.data.dataset import PARTS
from engine.data.held_arrays import PART
from engine.data.stored import ArraysByName
from engine.errors import Message, RambatError
from engine.hyperparameters import Bounds, Hyperparameter
from engine.shapes import shape_text
from gui.dialogs.picture_grid import PictureGrid
from gui.file_drops import FileDrops
from gui.i18n import grouped, sentence, sentences
from gui.long_job import LongJob
from gui.mime import PICTURE_ENDINGS, Contents
from gui.pictures.picture_file import CROP, STRETCH, WHOLE, PictureOptions
from gui.pictures.reading import Imported, LeftOut, Progress, class_sizes, read
from gui.widgets.answers import give_letters
from gui.widgets.controls import Button, Entry, PickBox
from gui.widgets.number_field import NumberField
from gui.widgets.panel import text_label
from gui.worker import Worker

MARGIN = 20
SIZE = 760, 600
SIDE = Hyperparameter(
    "side",
    int,
    False,
    28,
    Message("Side of a picture").template,
    "",
    Bounds(1, 512),
    (),
    headline=False,
    advanced=False,
)
"""What a height or a width may be."""
PATIENCE = 400
"""Milliseconds after the last change of a size before the pictures are read again."""
LIST_HEIGHT = 128
INDENT = 4 * " "


class ImportPicturesDialog(QDialog):
    """Emits `chosen` with a source that holds the pictures, or the arrays of a file, and the folder it was found in."""

    chosen = Signal(object, str)

    def __init__(self, worker: Worker, folder: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("import_pictures")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import pictures"))
        self.resize(*SIZE)
        self.imported: Imported | None = None
        self._worker, self._folder = worker, folder
        self._job: LongJob | None = None
        self._later = QTimer(self, singleShot=True, interval=PATIENCE)
        self._later.timeout.connect(self.read)
        self._make_choice()
        self._make_preview()
        self._lay_out()
        self._show_state(self.tr("Choose a folder with one sub-folder for each class, or an IDX or .npz file."))
        self.path.setFocus()

    # Parts

    def _make_choice(self) -> None:
        self.path = QLineEdit()
        self.path.setObjectName("pictures_path")
        self.path.setPlaceholderText(self.tr("Folder or file"))
        self.path.setAccessibleName(self.tr("Folder or file"))
        self.path.textEdited.connect(self._forget)
        self.path.editingFinished.connect(self._take_path)
        self.path.setAcceptDrops(False)  # it would take the address of a file for its path
        FileDrops(self, (Contents.PICTURES,)).file_dropped.connect(lambda file: self.take(str(file.path)))
        self.folder_button, self.file_button = Button("pictures_folder"), Button("pictures_file")
        self.folder_button.setText(self.tr("F&older…"))
        self.file_button.setText(self.tr("&File…"))
        self.folder_button.clicked.connect(self._ask_folder)
        self.file_button.clicked.connect(self._ask_file)
        usual = PictureOptions()
        self.height_box = self._side(self.tr("Height in pixels"), usual.height)
        self.width_box = self._side(self.tr("Width in pixels"), usual.width)
        self.colour = PickBox(lambda: [Entry(False, self.tr("Grey")), Entry(True, self.tr("Colour"))], usual.colour)
        self.fit = PickBox(self._fits, usual.fit)
        self.fit.setToolTip(self.tr("What becomes of pictures that are wider or higher than the size is"))
        for box in (self.colour, self.fit):
            box.setMinimumContentsLength(max(len(box.itemText(index)) for index in range(box.count())))
            box.value_changed.connect(self._read_later)

    def _fits(self) -> list[Entry]:
        return [
            Entry(CROP, self.tr("Crop to the middle")),
            Entry(WHOLE, self.tr("Whole, with margins")),
            Entry(STRETCH, self.tr("Stretch")),
        ]

    def _side(self, name: str, value: int) -> NumberField:
        box = NumberField(SIDE, value)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setFixedWidth(80)
        box.value_changed.connect(self._read_later)
        box.complained.connect(self._complain)
        return box

    def _make_preview(self) -> None:
        self.state = text_label("muted", "pictures_state")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop_button = Button("pictures_stop", "link")
        self.stop_button.setText(self.tr("&Stop"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        self.grid = PictureGrid()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(self.grid)
        self.area.setAccessibleName(self.tr("Pictures by class"))
        self.left_out_title = text_label("section")
        self.left_out = QListWidget()
        self.left_out.setObjectName("pictures_left_out")
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.setFixedHeight(LIST_HEIGHT)
        self.left_out.setProperty("role", "dense")
        self.left_out.setWordWrap(True)
        self.left_out.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left_out.setSelectionMode(QListWidget.SelectionMode.NoSelection)

    def _lay_out(self) -> None:
        where, how, going = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (self.path, self.folder_button, self.file_button):
            where.addWidget(part)
        for widget in (
            _word(self.tr("&Height × width"), self.height_box), self.height_box, QLabel("×"), self.width_box,
            _word(self.tr("Co&lours"), self.colour), self.colour, _word(self.tr("F&it"), self.fit), self.fit,
        ):  # fmt: skip
            how.addWidget(widget)
        how.addStretch()
        going.addWidget(self.progress)
        going.addWidget(self.stop_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(buttons)
        # While nothing can be used yet, Enter would press Cancel.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.use_button = buttons.addButton(self.tr("&Use these data"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use_button.setProperty("role", "primary")
        self.use_button.setDefault(True)
        buttons.accepted.connect(self._use)
        buttons.rejected.connect(self.reject)
        for button in (self.folder_button, self.file_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addLayout(where)
        column.addLayout(how)
        column.addWidget(self.state)
        column.addLayout(going)
        column.addWidget(self.area, 1)
        column.addWidget(self.left_out_title)
        column.addWidget(self.left_out)
        column.addWidget(buttons)

    # Choosing

    def _ask_folder(self) -> None:
        self.take(QFileDialog.getExistingDirectory(self, self.tr("A folder of pictures"), self._folder))

    def _ask_file(self) -> None:
        patterns = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
        every = self.tr("IDX files and arrays") + f" ({patterns});;" + self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A file of pictures"), self._folder, every)
        self.take(name)

    def take(self, name: str) -> None:
        """Read this folder or file, if any."""
        if name:
            self.path.setText(name)
            self.path.setModified(True)
            self._take_path()

    def _take_path(self) -> None:
        """Read what was typed, once."""
        if self.path.isModified():
            self.path.setModified(False)
            self.read()

    def _complain(self, complaint: str) -> None:
        """Say why a size cannot be taken; the one before it stays."""
        if complaint:
            self._show_state(complaint, role="error")
        elif self.imported is not None:
            self._show_imported(self.imported)

    def _read_later(self) -> None:
        """Read again in a moment where sizes matter, which is in a folder."""
        if self.chosen_path is not None and self.chosen_path.is_dir():
            self._forget()
            self._later.start()

    @property
    def chosen_path(self) -> Path | None:
        """What is typed or was chosen."""
        text = self.path.text().strip()
        return Path(text).expanduser() if text else None

    def options(self) -> PictureOptions:
        """What every picture of a folder is to become."""
        return PictureOptions(self.height_box.value, self.width_box.value, self.colour.value, self.fit.value)

    # Reading

    def read(self) -> None:
        """Read what is chosen, in place of what was being read."""
        self._forget()
        path = self.chosen_path
        if path is None:
            return
        is_folder = path.is_dir()
        for box in (self.height_box, self.width_box, self.colour, self.fit):
            box.setEnabled(is_folder or not path.exists())
        self._job = LongJob(self._worker, read(path, self.options()))
        self._job.told.connect(self._show_progress)
        self._job.finished.connect(self._show_imported)
        self._job.failed.connect(self._show_failure)
        self._show_state(self.tr("Reading…"), going=True)

    def _forget(self) -> None:
        """What was read is of no use any more."""
        self._later.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.imported = None
        self.grid.show_pictures(None)
        self._show_state("")

    def _stop(self) -> None:
        self._forget()
        self._show_state(self.tr("Stopped. Change the size or choose again to read anew."))
        self.path.setFocus()
        self.path.setModified(True)

    def _show_progress(self, event: Progress | Imported) -> None:
        if not isinstance(event, Progress) or not event.total:
            return  # the last event, which comes again as the result; or nothing is known yet
        self.progress.setRange(0, event.total)
        self.progress.setValue(event.done)
        told = self.tr("Reading {done} of {total}…")
        self.state.setText(told.format(done=grouped(event.done), total=grouped(event.total)))

    def _show_failure(self, error: RambatError) -> None:
        self._job = None
        self._show_state(sentences(error), role="error")

    def _show_imported(self, imported: Imported) -> None:
        self._job = None
        self.imported = imported
        if self.path.hasFocus():
            self.use_button.setFocus()
        self.grid.show_pictures(imported.source if isinstance(imported.source, PictureSet) else None)
        self._show_state(self._summary(imported))
        self._list_left_out(imported.left_out)
        self.left_out_title.setText(self.tr("{count} left out").format(count=grouped(len(imported.left_out))).upper())
        for widget in (self.left_out_title, self.left_out):
            widget.setVisible(bool(imported.left_out))

    def _list_left_out(self, left_out: tuple[LeftOut, ...]) -> None:
        """Reason by reason with its count, the most frequent first, and below each the files that it concerns."""
        names: dict[str, list[str]] = {}
        for each in left_out:
            names.setdefault(sentence(each.reason), []).append(each.name)
        for reason, concerned in sorted(names.items(), key=lambda entry: -len(entry[1])):
            title = QListWidgetItem(f"{grouped(len(concerned))} × {reason}")
            title.setForeground(self.palette().text())
            self.left_out.addItem(title)
            self.left_out.addItems([INDENT + name for name in concerned])

    def _summary(self, imported: Imported) -> str:
        source, sizes = imported.source, class_sizes(imported.source)
        arrays = source.held()
        count, shape = len(next(iter(arrays.values()))), shape_text(source.shape.inputs)
        if isinstance(source, PictureSet):
            told = self.tr("{count} pictures of {shape} in {classes} classes.")
        elif isinstance(source, TimeSeries):
            told = self.tr("{count} values in their order, a time series; window and horizon are set with the data.")
        elif sizes:
            told = self.tr("{count} samples of {shape} in {classes} classes.")
        else:
            told = self.tr("{count} samples of {shape}, each with measured values.")
        lines = [told.format(count=grouped(count), shape=shape, classes=len(sizes))]
        lines += self._parts(arrays)
        if lone := [name for name, size in sizes if size == 1]:
            alone = self.tr("Only one sample, so it cannot be in training and validation both: {names}.")
            lines.append(alone.format(names=", ".join(lone)))
        return "\n".join(lines)

    def _parts(self, arrays: ArraysByName) -> list[str]:
        """How the data are shared out, where they say so."""
        if PART not in arrays:
            return []
        training, validation, test = (grouped(int((arrays[PART] == number).sum())) for number in range(len(PARTS)))
        if validation == "0":
            told = self.tr(
                "{training} for training, of which some are held out for validation, and {test} for the test."
            )
        else:
            told = self.tr("{training} for training, {validation} for validation and {test} for the test.")
        return [told.format(training=training, validation=validation, test=test)]

    def _show_state(self, text: str, role: str = "muted", going: bool = False) -> None:
        self.state.setText(text)
        self.state.setProperty("role", role)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.progress.setVisible(going)
        self.stop_button.setVisible(going)
        self.progress.setRange(0, 0 if going else 1)
        self.left_out.clear()
        for widget in (self.left_out_title, self.left_out):
            widget.setVisible(False)
        self.use_button.setEnabled(self.imported is not None)

    def _use(self) -> None:
        if self.imported is not None and (path := self.chosen_path) is not None:
            source = self.imported.source
            self.accept()
            self.chosen.emit(source, str(path.parent))

    def done(self, result: int) -> None:
        """Close, and read no further."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _word(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    label.setProperty("role", "label")
    return label
