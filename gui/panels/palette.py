"""The palette: every layer kind by family, found by its name, dragged or added with a key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QDrag, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from engine.layers import Category, Layer
from gui import theme
from gui.blocks import Blocks
from gui.document import Document
from gui.i18n import words
from gui.layer_shelf import LayerShelf
from gui.mime import BLOCK_MIME, LAYER_MIME
from gui.settings import Settings
from gui.widgets.icons import icon
from gui.widgets.layer_card import (
    BLOCK,
    CHIP,
    FAVOURITE,
    HEADER,
    KIND,
    CardDelegate,
    bar_color,
    card_pixmap,
    chip_pixmap,
    explanation,
    star_area,
)

MARGIN = 16
LEAST_WIDTH = 176
MARK = "*"
"""The key that marks a favourite."""
TELLING = 3
"""Letters from which a word is looked for in summaries too; fewer stand in almost every one."""


class PalettePanel(QWidget):
    """Search above the list.

    `add_requested` carries the name of the layer kind that is wanted on the canvas, `block_requested` that of a block;
    the other two name a block that shall be called otherwise or go.
    """

    add_requested = Signal(str)
    block_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(
        self,
        document: Document,
        blocks: Blocks | None = None,
        parent: QWidget | None = None,
        shelf: LayerShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self.shelf = LayerShelf(Settings(), self) if shelf is None else shelf
        self._blocks = blocks
        if blocks is not None:
            blocks.changed.connect(self._fill)
        self.setObjectName("palette")
        self.setMinimumWidth(LEAST_WIDTH)
        self.search = QLineEdit()
        self.search.setObjectName("palette_search")
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._add_first)
        self.search.installEventFilter(self)
        self._glass = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.search.addAction(icon("clear"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.search.clear)
        self.list = LayerList(self.shelf)
        self.list.add_requested.connect(self.add_requested.emit)
        self.list.block_requested.connect(self.block_requested.emit)
        self.list.menu_requested.connect(self._open_menu)
        self.shelf.changed.connect(self._fill)
        self.nothing = QLabel()
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self._tint()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 4, 0, 0)
        column.setSpacing(8)
        search_row = QVBoxLayout()
        search_row.setContentsMargins(0, 0, MARGIN, 0)
        search_row.addWidget(self.search)
        column.addLayout(search_row)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.retranslate()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setAccessibleName(self.tr("Search layers"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self.nothing.setText(self.tr("No layer is called so."))
        self.list.setAccessibleName(self.tr("Layers"))
        self._fill()

    def forget_search(self) -> None:
        """List all layers again, since what was looked for has been found; the keyboard stays where it is."""
        if self.search.text():
            chosen = self.list.currentIndex().data(KIND)
            self.search.clear()
            self.list.choose(chosen)

    def _fill(self) -> None:
        self._clear.setVisible(bool(self.search.text()))
        self.list.fill(self.search.text(), self._blocks.names() if self._blocks is not None else [])
        self.nothing.setVisible(self.list.first_row() is None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.list.begin_anew()
            self._fill()

    def _open_menu(self, name: str, place: QPoint) -> None:
        """What can be done with a block of one's own."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Add to the drawing")).triggered.connect(lambda: self.block_requested.emit(name))
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename_requested.emit(name))
        menu.addAction(self.tr("Delete…")).triggered.connect(lambda: self.delete_requested.emit(name))
        self.menu = menu
        menu.popup(place)

    def _tint(self) -> None:
        muted = theme.current().muted
        self._glass.setIcon(icon("search", muted))
        self._clear.setIcon(icon("clear", muted))

    def _add_first(self) -> None:
        if self.search.text().strip():
            self.list.add_current()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Down leads from the search into the list; Escape empties the search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.enter()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_clear"):
            self._tint()
        super().changeEvent(event)


class LayerList(QListWidget):
    """All kinds under the names of their families, or those that a search has left in its order.

    Favourites and what was used last stand above them. The star of a card, or the key *, marks a favourite.
    """

    add_requested = Signal(str)
    block_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, shelf: LayerShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.searching = False
        self._by_key = False
        """Whether a key was pressed here since the mouse has moved."""
        self._recent: list[type[Layer]] = []
        self._families = 0
        self.setObjectName("palette_list")
        self.setItemDelegate(CardDelegate(self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.itemDoubleClicked.connect(lambda _item: self.add_current())

    def fill(self, search: str, blocks: Iterable[str] = ()) -> None:
        """List the kinds that the search finds, the best hit first; all of them by family where it is empty.

        Blocks of people's own stand behind them.
        """
        refilled, self.searching = not self.searching and self.count() > 0, bool(search.strip())
        chosen, held = (self._in_section(index) for index in (self._chosen(), self._at_hand()))
        scrolled, top = self.verticalScrollBar().value(), self._families_top()
        self.clear()
        hits = found(search)
        kept = [name for name in blocks if all(word in name.casefold() for word in search.casefold().split())]
        if self.searching:
            self._add_kinds(hits)
            self._add_blocks(kept)
            self.setCurrentRow(0)
            return
        sections = ((self.tr("Favourites"), self._shelf.favourites), (self.tr("Recently used"), self._recent_kinds()))
        for title, kinds in sections:
            if kinds:
                self._add_header(title)
                self._add_kinds(kinds)
        self._families = self.count()
        for category in Category:
            self._add_header(words(category.value))
            self._add_kinds(kind for kind in hits if kind.category is category)
        if kept:
            self._add_header(self.tr("My blocks"))
            self._add_blocks(kept)
        if refilled:
            self._choose_again(*chosen)
            self.verticalScrollBar().setValue(scrolled + (0 if held[1] else self._families_top() - top))

    def _recent_kinds(self) -> list[type[Layer]]:
        """What was used last and is no favourite; while the list is in view each stays where it stands.

        One that was not there comes in the place of one that has gone.
        """
        favourites = self._shelf.favourites
        wanted = [kind for kind in self._shelf.recent if kind not in favourites]
        fresh = iter([kind for kind in wanted if kind not in self._recent])
        kept = [kind if kind in wanted else next(fresh, None) for kind in self._recent]
        self._recent = [kind for kind in kept if kind is not None] + list(fresh)
        return self._recent

    def _families_top(self) -> int:
        """How far below the head of the list the families begin, behind favourites and what was used last."""
        rect = self.visualItemRect(self.item(self._families)) if self._families < self.count() else QRect()
        return rect.top() + self.verticalScrollBar().value()

    def _chosen(self) -> QModelIndex:
        """The row on which keys act; none while the keyboard is elsewhere."""
        return self.currentIndex() if self.hasFocus() else QModelIndex()

    def _at_hand(self) -> QModelIndex:
        """The row that is not to move: the chosen one while keys are pressed, else the one under the mouse."""
        if self._by_key or not self.underMouse():
            return self._chosen()
        index = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        return index if index.data(KIND) is not None else self._chosen()

    def _in_section(self, index: QModelIndex) -> tuple[type[Layer] | None, bool]:
        """The kind of a row, and whether it stands there above the families."""
        return index.data(KIND), index.isValid() and index.row() < self._families

    def _choose_again(self, kind: type[Layer] | None, above: bool) -> None:
        """Choose the kind that was chosen before the list was filled, where it stood if it stands there still."""
        rows = [row for row in range(self.count()) if kind is not None and self.item(row).data(KIND) is kind]
        if rows:
            self.setCurrentRow(rows[0] if above else rows[-1])

    def _add_kinds(self, kinds: Iterable[type[Layer]]) -> None:
        favourites = self._shelf.favourites
        for kind in kinds:
            item = QListWidgetItem(words(kind.label))
            item.setData(KIND, kind)
            item.setData(FAVOURITE, kind in favourites)
            if kind in favourites:
                told = self.tr("{layer}, a favourite").format(layer=words(kind.label))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.addItem(item)

    def _add_blocks(self, names: Iterable[str]) -> None:
        for name in names:
            item = QListWidgetItem(name)
            item.setData(BLOCK, name)
            self.addItem(item)

    def add_current(self) -> None:
        """Want the chosen kind or block on the canvas."""
        chosen = self.currentIndex()
        if (kind := chosen.data(KIND)) is not None:
            self.add_requested.emit(kind.name)
        elif (block := chosen.data(BLOCK)) is not None:
            self.block_requested.emit(block)

    def choose(self, kind: type[Layer] | None) -> None:
        """Make this kind the current one, and bring it into view."""
        row = next((row for row in range(self.count()) if self.item(row).data(KIND) is kind), None)
        if kind is not None and row is not None:
            self.setCurrentRow(row)

    def begin_anew(self) -> None:
        """Let what was used last stand in its order when the list is filled next."""
        self._recent = []

    def first_row(self) -> int | None:
        """The row of the first kind or block, or None where nothing was found."""
        return next((row for row in range(self.count()) if not self.item(row).data(HEADER)), None)

    def enter(self) -> None:
        """Take the focus, with a kind chosen."""
        row = self.first_row()
        if row is not None:
            self.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentRow(row)

    def _add_header(self, title: str) -> None:
        item = QListWidgetItem(title.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(HEADER, True)
        self.addItem(item)

    def startDrag(self, actions: Qt.DropAction) -> None:
        chosen = self.currentIndex()
        kind, block = chosen.data(KIND), chosen.data(BLOCK)
        mime = QMimeData()
        if kind is not None:
            mime.setData(LAYER_MIME, kind.name.encode())
        elif block is not None:
            mime.setData(BLOCK_MIME, block.encode())
        else:
            return
        drag = QDrag(self)
        drag.setMimeData(mime)
        color, ratio = bar_color(chosen), self.devicePixelRatioF()
        if kind is not None:
            drag.setPixmap(chip_pixmap(color, ratio))  # the canvas shows the card itself, where it would stand
            drag.setHotSpot(QPoint(-CHIP, -CHIP))
        else:
            drag.setPixmap(card_pixmap(str(chosen.data()), color, ratio))
            drag.setHotSpot(QPoint(CHIP, CHIP))
        drag.exec(Qt.DropAction.CopyAction)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_current()
        elif event.text() == MARK and (kind := self.currentIndex().data(KIND)) is not None:
            self._shelf.toggle(kind)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Blocks of people's own have a menu, by mouse and by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if (block := index.data(BLOCK)) is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_requested.emit(block, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        kind = self._starred_at(event.position())
        if kind is not None and event.button() == Qt.MouseButton.LeftButton:
            self._shelf.toggle(kind)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks on a star is another click on it."""
        if self._starred_at(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _starred_at(self, place: QPointF) -> type[Layer] | None:
        """The kind whose star lies there."""
        index = self.indexAt(place.toPoint())
        on_star = star_area(self.visualRect(index), self.viewport().width()).contains(place)
        kind: type[Layer] | None = index.data(KIND)
        return kind if on_star else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By key, begin at the first row; a press chooses its own, and the list must not scroll away under it."""
        super().focusInEvent(event)
        row = self.first_row()
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid() and row is not None:
            self.setCurrentRow(row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain a kind when the pointer rests on it; formulas are drawn only then."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            kind = index.data(KIND)
            if kind is None:
                QToolTip.hideText()
            else:
                text = explanation(kind, self.devicePixelRatioF())
                QToolTip.showText(event.globalPos(), text, self.viewport(), self.visualRect(index))
            return True
        return super().viewportEvent(event)


def found(search: str) -> list[type[Layer]]:
    """The kinds in which every word of the search stands: those that begin with it, are named so, tell of it."""
    wanted = search.casefold().split()
    ranked: list[tuple[int, type[Layer]]] = []
    for kind in Layer.kinds().values():
        names = [text.casefold() for text in (kind.name, kind.label, words(kind.label))]
        told = " ".join((*names, kind.summary.casefold(), words(kind.summary).casefold()))
        named = all(any(word in name for name in names) for word in wanted)
        if not named and not all(word in told and len(word) >= TELLING for word in wanted):
            continue
        begins = bool(wanted) and any(name.startswith(wanted[0]) for name in names)
        ranked.append((0 if named and begins else 1 if named else 2, kind))
    return [kind for _, kind in sorted(ranked, key=lambda entry: entry[0])]
