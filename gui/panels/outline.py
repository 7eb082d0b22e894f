"""The outline: the drawing in words and in the order of computation, to read and to edit by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from engine.annotations import Group
from engine.graph import SetNode
from gui import names, theme, undo_words
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.widgets.outline_model import COLOR, DETAIL, TAG, OutlineModel, Part, ProblemPart
from gui.widgets.refresh import Refresh
from gui.widgets.selection_link import PART, SelectionLink

LEAST_WIDTH = 176
INDENT = 16
SIGN, BAR, GAP, DOT = 14, 4, 8, 8
RADIUS = 6
INSET = 4
DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
LETTERS = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_R, *DELETE_KEYS)


class OutlineDelegate(QStyledItemDelegate):
    """A bar in the family's colour, the name, quiet words behind it, and the sign of what is wrong at the end."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn, state = theme.current(), option.state
        area = QRect(option.rect).adjusted(0, 1, -INSET, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setBrush(QColor(worn.hover))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(worn.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        inside = area.adjusted(INSET, 0, -INSET, 0)
        color = index.data(COLOR)
        if color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRect(inside.left(), inside.top() + 6, BAR, inside.height() - 12), 2, 2)
            inside.setLeft(inside.left() + BAR + GAP)
        self._paint_sign(painter, inside, index)
        if (tag := index.data(TAG)) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tag)
            painter.drawEllipse(QRect(inside.right() - DOT, inside.center().y() - DOT // 2, DOT, DOT))
            inside.setRight(inside.right() - DOT - GAP)
        self._paint_words(painter, inside, index)
        painter.restore()

    def _paint_sign(self, painter: QPainter, inside: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """At the left of a problem, whose sentence follows; at the right of a layer."""
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(sign, QIcon):
            return
        leads = isinstance(index.data(PART), ProblemPart)
        left = inside.left() if leads else inside.right() - SIGN
        sign.paint(painter, QRect(left, inside.center().y() - SIGN // 2, SIGN, SIGN))
        if leads:
            inside.setLeft(inside.left() + SIGN + GAP)
        else:
            inside.setRight(inside.right() - SIGN - GAP)

    def _paint_words(self, painter: QPainter, inside: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        worn, middle = theme.current(), Qt.AlignmentFlag.AlignVCenter
        is_node = index.data(COLOR) is not None
        name_font = theme.body_font(theme.BODY_PIXELS if is_node else theme.LABEL_PIXELS)
        quiet_font = theme.body_font(theme.NOTE_PIXELS)
        detail = str(index.data(DETAIL) or "")
        names = QFontMetrics(name_font)
        name = names.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(name_font)
        painter.setPen(QColor(worn.text))
        painter.drawText(inside, middle, name)
        inside.setLeft(inside.left() + names.horizontalAdvance(name) + GAP)
        if inside.width() > SIGN:
            painter.setFont(quiet_font)
            painter.setPen(QColor(worn.muted))
            shown = QFontMetrics(quiet_font).elidedText(detail, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, middle, shown)


class OutlinePanel(QWidget):
    """A tree of layers, wires and problems whose selection is the canvas's.

    `edit_requested` carries the layer, group or note that a key was pressed on, `connect_requested` and `add_requested`
    the layer ("" for an addition to an empty drawing), `replace_requested` a layer or wire, `menu_requested` the part
    under the pointer and a place on the screen, and `reveal_requested` the layer, group or note to bring into view.
    """

    edit_requested = Signal(str)
    connect_requested = Signal(str)
    add_requested = Signal(str)
    replace_requested = Signal(object)
    reveal_requested = Signal(str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setMinimumWidth(LEAST_WIDTH)
        self._document = document
        self.model = OutlineModel(document, self)
        self.tree = OutlineTree()
        self.tree.setModel(self.model)
        self.tree.clicked.connect(self._reveal)
        self.tree.doubleClicked.connect(self.enter)
        self.tree.entered_by_key.connect(self.enter)
        self.tree.letter_pressed.connect(self._obey)
        self.tree.menu_asked.connect(self.open_menu)
        self.tree.expanded.connect(self._note_open)
        self.tree.collapsed.connect(self._note_open)
        self._opened: dict[Part, bool] = {}
        """Rows that were opened or closed, whether they are there now or not."""
        self.model.rowsInserted.connect(self._open_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.tree)
        self._link = SelectionLink(self.tree, self.model, document)
        self._refresh = Refresh(self)
        self._refresh.due.connect(self._fill)
        document.edited.connect(self._after_edit)
        for changed in (document.inferred, document.replaced):
            changed.connect(self._refresh.ask)
        self._refresh.ask()
        self.retranslate()

    def focus_tree(self) -> None:
        """Go into the tree, to the selected layer or to the first one."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.tree.setAccessibleName(self.tr("Outline of the network"))
        self.tree.setAccessibleDescription(
            self.tr(
                "Arrow keys go from layer to layer, with Ctrl without selecting; Ctrl+Space selects one more. "
                "Right shows its connections, Enter edits it, C connects it, A adds a layer behind it or into a "
                "connection, R replaces it or leads a connection elsewhere, Delete takes it away. "
                "The menu key has all else."
            )
        )
        self._refresh.ask()

    def _after_edit(self, edit: DocumentEdit) -> None:
        """Where a card stands is no matter of words."""
        if not (isinstance(edit, SetNode) and edit.only_moves):
            self._refresh.ask()

    def _fill(self) -> None:
        self._link.follow(self.model.refresh)

    def _open_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        """Open what people have opened, and groups that they have not closed: rows may have gone and come back."""
        for row in range(first, last + 1):
            index = self.model.index(row, 0, parent)
            part = self.model.part(index)
            is_group = isinstance(part, str) and isinstance(self._document.graph.annotations.get(part), Group)
            if self._opened.get(part, is_group):
                self.tree.expand(index)
            if is_group:
                self._open_rows(index, 0, self.model.rowCount(index) - 1)

    def _note_open(self, index: QModelIndex) -> None:
        self._opened[self.model.part(index)] = self.tree.isExpanded(index)

    def _reveal(self, index: QModelIndex) -> None:
        self.reveal_requested.emit(self._key(index))

    def _node(self, index: QModelIndex) -> str:
        """The layer of a row, which for a wire and a problem is the one it stands below; "" for an annotation."""
        key = self._key(index)
        return key if key in self._document.graph else ""

    def _key(self, index: QModelIndex) -> str:
        """The layer or annotation of a row, or above it."""
        part = self.model.part(index)
        return str(part if isinstance(part, str) else self.model.part(index.parent()))

    # What the keys on the tree ask

    def enter(self, _index: object = None) -> None:
        """Edit the layer, enter the group, write on the note, or mend the problem, of the current row."""
        index = self.tree.currentIndex()
        part = self.model.part(index)
        if isinstance(part, ProblemPart):
            fix = self.model.problem(part).fix
            if fix is not None:
                self._document.mend(fix)
        elif key := self._key(index):
            self._document.select_keys([key])
            self.reveal_requested.emit(key)
            self.edit_requested.emit(key)

    def _obey(self, key: int) -> None:
        """A letter, or Delete, on the current layer."""
        node = self._node(self.tree.currentIndex())
        if key in DELETE_KEYS:
            self._document.delete_selection(undo_words.deletion(self._document))
        elif key == Qt.Key.Key_A:
            self.add_requested.emit(node)
        elif key == Qt.Key.Key_R:
            self.replace_requested.emit(self.model.part(self.tree.currentIndex()))
        elif node:
            self.connect_requested.emit(node)

    def open_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Offer what the canvas offers, or the fix of a problem."""
        part = self.model.part(index)
        if not isinstance(part, ProblemPart):
            self.menu_requested.emit(part, place)
            return
        fix = self.model.problem(part).fix
        if fix is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            told = names.told(fix.label, self._document.graph).replace("&", "&&")
            menu.addAction(told).triggered.connect(lambda: self._document.mend(fix))
            menu.popup(place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class OutlineTree(QTreeView):
    """The tree itself; keys and the menu are its panel's business."""

    entered_by_key = Signal()
    letter_pressed = Signal(int)
    menu_asked = Signal(QModelIndex, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline_tree")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setItemDelegate(OutlineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters mean what they mean on the canvas, and search for no name; with Ctrl, Space chooses a row or not."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
        elif event.key() in LETTERS and plain:
            self.letter_pressed.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Space and not control):
            event.ignore()  # runs the training, goes to the canvas
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The arrow alone: the row's own highlight begins beside it."""
        painter.fillRect(rect, QColor(theme.current().panel))
        super().drawBranches(painter, rect, index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).center() if by_key else event.pos()
        self.menu_asked.emit(index, self.viewport().mapToGlobal(place))
