"""The gallery of templates: find a network by its picture or by a word, and begin with it or take its layers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.errors import RambatError
from engine.examples import SHELVES
from engine.inference import infer_shapes
from engine.project import Project, load_example
from gui.dialogs.gallery_preview import PICTURE, GalleryPreview
from gui.dialogs.gallery_tile import ENTRY, GAP, THUMBNAIL, TILE, Entry, TileDelegate
from gui.drawing.thumbnail import thumbnail
from gui.i18n import grouped, sentences, words
from gui.widgets.answers import give_letters
from gui.widgets.icons import icon

MARGIN = 20
SHELF_WIDTH = 168
COLUMNS, ROWS = 2, 2.5
SCROLL_BAR = 16
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Gallery(QDialog):
    """Shelves, tiles, and the chosen one larger.

    `chosen` names the example that the user wants, `insert_requested` the one whose layers are to join the drawing.
    """

    chosen = Signal(str)
    insert_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New from template"))
        self._projects: dict[str, Project] = {}
        self._pictures: dict[str, QPixmap] = {}
        self._entries = [self._read(name, shelf.label) for shelf in SHELVES for name in shelf.examples]
        self._make_search()
        self._make_shelves()
        self._make_tiles()
        self._lay_out()
        self._fill()
        self.search.setFocus()

    def _read(self, name: str, shelf: str) -> Entry:
        """What a tile shows; an example that cannot be read shows why, and keeps no other from being shown."""
        try:
            project = load_example(name)
        except RambatError as error:
            return Entry(name, words(shelf), name, sentences(error))
        self._projects[name] = project
        count = sum(infer_shapes(project.graph).parameters.values())
        facts = (words(project.data.label), self.tr("{count} parameters").format(count=grouped(count)))
        kinds = {f"{node.layer.name} {words(node.layer.label)}" for node in project.graph}
        return Entry(
            name,
            words(shelf),
            words(project.title),
            words(project.description),
            " \N{MIDDLE DOT} ".join(facts),
            " ".join((name, *sorted(kinds))),
        )

    # Parts

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("gallery_search")
        self.search.setPlaceholderText(self.tr("Search templates"))
        self.search.setAccessibleName(self.tr("Search templates"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)

    def _make_shelves(self) -> None:
        self.shelves = QListWidget()
        self.shelves.setObjectName("gallery_shelves")
        self.shelves.setAccessibleName(self.tr("Shelves"))
        self.shelves.setFixedWidth(SHELF_WIDTH)
        self.shelves.addItems([self.tr("All"), *(words(shelf.label) for shelf in SHELVES)])
        self.shelves.setCurrentRow(0)
        self.shelves.currentRowChanged.connect(self._fill)

    def _make_tiles(self) -> None:
        self.tiles = QListWidget()
        self.tiles.setObjectName("gallery_tiles")
        self.tiles.setAccessibleName(self.tr("Templates"))
        self.tiles.setViewMode(QListView.ViewMode.IconMode)
        self.tiles.setMovement(QListView.Movement.Static)
        self.tiles.setResizeMode(QListView.ResizeMode.Adjust)
        self.tiles.setGridSize(QSize(int(TILE.width()) + GAP, int(TILE.height()) + GAP))
        self.tiles.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.tiles.verticalScrollBar().setSingleStep(40)
        self.tiles.setMouseTracking(True)
        self._delegate = TileDelegate(self._picture)
        self.tiles.setItemDelegate(self._delegate)
        self.tiles.itemActivated.connect(lambda _item: self._choose())
        self.tiles.currentItemChanged.connect(lambda *_items: self._offer())
        self.preview = GalleryPreview()
        self.nothing = QLabel(self.tr("No template is called that. Try a layer or a data set."))
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(buttons)
        self.open_button = buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        self.insert_button = buttons.addButton(
            self.tr("&Insert into the drawing"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.insert_button.setAutoDefault(False)
        self.insert_button.setToolTip(self.tr("Adds its layers to the drawing; the data and the training stay."))
        self.insert_button.clicked.connect(self._insert)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.shelves)
        middle.addWidget(self.tiles, 1)
        middle.addWidget(self.nothing, 1)
        middle.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(14)
        column.addWidget(self.search)
        column.addLayout(middle, 1)
        column.addWidget(buttons)
        width = COLUMNS * (int(TILE.width()) + GAP) + SCROLL_BAR + SHELF_WIDTH + PICTURE.width() + 4 * MARGIN
        self.resize(width, int(ROWS * (TILE.height() + GAP)) + 2 * MARGIN + 110)

    # Finding

    def _search(self) -> None:
        """Look on all shelves; one may then be chosen to narrow what is found."""
        if self.shelves.currentRow() > 0:
            self.shelves.setCurrentRow(0)  # which fills
        else:
            self._fill()

    def _fill(self) -> None:
        """Show the tiles that the shelf and the search leave."""
        wanted = self.search.text().casefold().split()
        shelf = self.shelves.currentItem().text() if self.shelves.currentRow() > 0 else ""
        self.tiles.clear()
        for entry in self._entries:
            said = " ".join((entry.title, entry.shelf, entry.description, entry.facts, entry.keywords)).casefold()
            if (not shelf or entry.shelf == shelf) and all(part in said for part in wanted):
                self._add(entry)
        self.tiles.setCurrentRow(0)
        found = self.tiles.count() > 0
        self.tiles.setVisible(found)
        self.nothing.setVisible(not found)
        self._offer()

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.title)
        item.setData(ENTRY, entry)
        item.setToolTip(entry.description)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}. {entry.description} {entry.facts}")
        self.tiles.addItem(item)

    def _picture(self, name: str, ratio: float) -> QPixmap | None:
        if name not in self._pictures and name in self._projects:
            self._pictures[name] = thumbnail(self._projects[name], THUMBNAIL, ratio)
        return self._pictures.get(name)

    def _offer(self) -> None:
        item = self.tiles.currentItem()
        for button in (self.open_button, self.insert_button):
            button.setEnabled(item is not None)
        self.preview.setVisible(item is not None)
        if item is not None:
            entry = item.data(ENTRY)
            self.preview.show_template(entry, self._projects.get(entry.name))

    def _choose(self) -> None:
        self._end_with(self.chosen)

    def _insert(self) -> None:
        self._end_with(self.insert_requested)

    def _end_with(self, signal: SignalInstance) -> None:
        item = self.tiles.currentItem()
        if item is not None:
            self.accept()
            signal.emit(item.data(ENTRY).name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field walk among the tiles."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            self.tiles.setFocus()
            if self.tiles.isVisible():
                self.tiles.event(event)
            return True
        return super().eventFilter(watched, event)
