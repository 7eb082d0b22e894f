"""The canvas: shows the scene, hands mouse and keys to gestures, and lays its notes on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QLabel, QMenu, QToolTip, QWidget

from engine import groups
from engine.layers import Layer
from gui import names
from gui.canvas import grouping, keyboard, menus, operations, surroundings_menu
from gui.canvas.annotation_item import Part
from gui.canvas.breadcrumbs import Breadcrumbs
from gui.canvas.camera import FIT_MARGIN, Camera
from gui.canvas.chooser import Choice, Chooser
from gui.canvas.connect import Connect
from gui.canvas.cursor_note import CursorNote
from gui.canvas.drop import LayerDrag, dragged_block, dragged_layer
from gui.canvas.geometry import Port
from gui.canvas.gestures import Gesture, Pan, Pointer, PressFold, PressNode, PressWire, RubberBand
from gui.canvas.grid import DotGrid
from gui.canvas.group_card import GroupCardItem
from gui.canvas.legend import Legend
from gui.canvas.resize import Resize
from gui.canvas.scene import NetworkScene
from gui.canvas.text_edit import NoteEdit, TitleEdit
from gui.document import Document

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.training_session import TrainingSession

OVERLAY_MARGIN = 16


class NetworkView(Camera):
    """Draws the document's network and edits it.

    `edit_requested` names a node whose fields the user wants, `save_block_requested` a group to be kept as a block,
    and `block_dropped` a block to be put in at a place.
    """

    edit_requested = Signal(str)
    save_block_requested = Signal(str)
    block_dropped = Signal(str, QPointF)

    def __init__(
        self, document: Document, session: TrainingSession | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.network = NetworkScene(document, self)
        self.note = CursorNote(self)
        self.breadcrumbs = Breadcrumbs(document, self)
        self.editor: TitleEdit | NoteEdit | None = None
        self.legend = Legend(self)
        self.hint = _hint(self)
        self._grid = DotGrid()
        self._gesture: Gesture | None = None
        self._drag: LayerDrag | None = None
        self._cursor: QPoint | None = None
        self._popup: QMenu | Chooser | None = None
        self.setObjectName("canvas")
        self.setMouseTracking(True)
        self.setCacheMode(NetworkView.CacheModeFlag.CacheBackground)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setScene(self.network)
        document.edited.connect(self._after_edit)
        document.inferred.connect(self.look_changed)
        document.replaced.connect(self._after_replacement)
        document.scope_changed.connect(self._after_scope)
        self._session = session
        if session is not None:
            session.snapshot_taken.connect(self.show_snapshot)
        self._after_replacement()
        self.retranslate()

    # Training

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the gradients of one look at the run on the wires."""
        runnable = self._session is None or self._session.network is not None
        observation = snapshot.observation if runnable else None
        edges = observation.edges if observation is not None else {}
        self.network.wires.observe({edge: statistics.rms for edge, statistics in edges.items()})
        self._show_legend()

    def _show_legend(self) -> None:
        self.legend.show_range(self.network.wires.magnitude.ends)
        self._place_overlays()

    # Looking

    def content_rect(self) -> QRectF:
        return self.network.content_rect()

    def reveal(self, key: str) -> None:
        """Bring a layer or annotation into view, in the group where it is; an id that is gone is passed over."""
        graph = self.document.graph
        if key not in graph and key not in graph.annotations:
            return
        if self.document.shown.get(key) != key:
            self.document.enter(groups.group_of(graph, key))
        if (item := self.network.item(key)) is not None:
            self.ensureVisible(item.place(), FIT_MARGIN, FIT_MARGIN)
            self.look_changed()

    def look_changed(self) -> None:
        self.close_editor()
        self.network.wires.look_at(self.visible_rect(), self.scale_factor)
        self._place_overlays()
        if self._gesture is not None and self._cursor is not None and not isinstance(self._gesture, Pan):
            self._gesture.move(self._pointer(self._cursor))

    # Following the document

    def _after_edit(self) -> None:
        self.cancel_gesture()
        self.note.hide()
        self.hint.setVisible(not len(self.document.graph))

    def _after_scope(self, _scope: str) -> None:
        self.cancel_gesture()
        self.network.focus(None)
        self.fit()

    def _after_replacement(self) -> None:
        self.close_editor(keep=False)
        self.cancel_gesture()
        self.note.hide()
        self.hint.setVisible(not len(self.document.graph))
        self._show_legend()
        self.fit()

    # Gestures

    def cancel_gesture(self) -> bool:
        """End the gesture in progress without effect; False where there is none."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def _pointer(self, pixel: QPoint, event: QMouseEvent | None = None) -> Pointer:
        modifiers = event.modifiers() if event is not None else Qt.KeyboardModifier.NoModifier
        return Pointer(pixel, self.mapToScene(pixel), modifiers)

    def _gesture_at(self, pointer: Pointer) -> Gesture:
        if (port := self.network.port_near(pointer.point)) is not None:
            return Connect(self, pointer, port)
        if (node := self.network.node_at(pointer.point)) is not None:
            return PressNode(self, pointer, node)
        if (found := self.network.surroundings.at(pointer.point)) is not None:
            return self._gesture_on(pointer, *found)
        if (edge := self.network.wires.edge_at(pointer.point, self.scale_factor)) is not None:
            return PressWire(self, pointer, edge)
        if pointer.modifiers & Qt.KeyboardModifier.ControlModifier:
            return Pan(self, pointer, Qt.MouseButton.LeftButton)
        return RubberBand(self, pointer)

    def _gesture_on(self, pointer: Pointer, key: str, part: Part) -> Gesture:
        match part:
            case Part.CORNER:
                return Resize(self, pointer, key)
            case Part.FOLD:
                return PressFold(self, key)
            case Part.BODY:
                return PressNode(self, pointer, key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note.hide()
        pointer = self._pointer(event.position().toPoint(), event)
        if self._gesture is not None:
            return
        self._cursor = pointer.pixel
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(self, pointer, event.button())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.network.focus(None)
            self._gesture = self._gesture_at(pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position().toPoint(), event)
        self._cursor = pointer.pixel
        if self._gesture is not None:
            self._gesture.move(pointer)
        else:
            self.network.hover(self.network.port_near(pointer.point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is not None and event.button() == gesture.button:
            self._gesture = None
            gesture.finish(self._pointer(event.position().toPoint(), event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position().toPoint(), event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (node := self.network.node_at(pointer.point)) is not None:
            self.edit_requested.emit(node)
        elif (found := self.network.surroundings.at(pointer.point)) is not None:
            grouping.open_key(self, found[0])
        elif self.network.wires.edge_at(pointer.point, self.scale_factor) is None:
            self.choose_layer()

    # Keys, menus and choosers

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keyboard.press(self, event):
            event.ignore()

    def choose_layer(self) -> None:
        """Open the list of layers at the cursor, or where a layer added by key will stand."""
        point = self._adding_point()
        chooser = self._open_chooser(self.tr("Add layer"), menus.layer_choices(self), self.mapFromScene(point))
        chooser.chosen.connect(lambda kind: self._add(kind(), point))

    def choose_target(self, source: str) -> None:
        """Open the list of nodes to which this one can be connected."""
        choices, name = menus.target_choices(self, source), names.name_of(self.document.graph, source)
        pixel = self.mapFromScene(self.network.port_at(Port(source, None)))
        if not choices:
            self.note.linger_at(pixel, self.tr("There is no free input to which {node} could lead.").format(node=name))
            return
        chooser = self._open_chooser(self.tr("Connect {node} to").format(node=name), choices, pixel)
        chooser.chosen.connect(lambda edge: operations.connect(self.document, edge))

    def _adding_point(self) -> QPointF:
        if self._cursor is not None:
            return self.mapToScene(self._cursor)
        if (node := keyboard.current(self)) is not None:
            return operations.place_after(self.document.graph, node)
        return self.middle()

    def add_layer(self, kind: str) -> None:
        """Add a layer of this kind where the eye is: behind the selected one, else in the middle."""
        node = keyboard.current(self)
        place = operations.place_after(self.document.graph, node) if node else self.middle()
        self._add(Layer.resolve(kind), place)

    def _add(self, layer: Layer, point: QPointF) -> None:
        node = operations.add_layer(self.document, layer, operations.free_place(self.document.graph, point))
        if node is not None:
            self.network.focus(node)
            self.reveal(node)

    # Writing and telling

    def middle(self) -> QPointF:
        """The place in the middle of what is in view."""
        return self.mapToScene(self.viewport().rect().center())

    def open_editor(self, editor: TitleEdit | NoteEdit, take: Callable[[str], object]) -> None:
        """Let people write in place; what they wrote is taken once."""
        self.close_editor()
        self.editor = editor
        editor.written.connect(take)
        editor.done.connect(self._drop_editor)

    def close_editor(self, keep: bool = True) -> None:
        """End writing in place, with what was written or without."""
        if self.editor is not None:
            self.editor.finish(keep)

    def _drop_editor(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def cursor_point(self) -> QPointF:
        """Where the mouse is on the canvas, else the middle of what is in view."""
        return self.middle() if self._cursor is None else self.mapToScene(self._cursor)

    def tell(self, text: str) -> None:
        """Say at the cursor why something cannot be done."""
        self.note.linger_at(self._cursor or self.viewport().rect().center(), text)

    def delete_selection(self) -> None:
        """Take away the selected layers and wires."""
        operations.delete_selection(self.document)

    def _open_chooser(self, prompt: str, choices: list[Choice], pixel: QPoint) -> Chooser:
        chooser = Chooser(prompt, choices, self)
        self._popup = chooser
        chooser.open_at(self.viewport().mapToGlobal(pixel))
        return chooser

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.cancel_gesture()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.network.stops().get(keyboard.current_key(self) or "") if by_key else None
        point = here if here is not None else self.mapToScene(event.pos())
        menu = self._menu_at(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._popup = menu
        menu.popup(self.viewport().mapToGlobal(self.mapFromScene(point)))

    def _menu_at(self, point: QPointF) -> QMenu:
        selection = self.document.selection
        if (node := self.network.node_at(point)) is not None:
            if node not in selection.nodes:
                self.document.select([node])
            return menus.node_menu(self, node)
        if (found := self.network.surroundings.at(point)) is not None:
            if found[0] not in selection.annotations:
                self.document.select(annotations=[found[0]])
            return surroundings_menu.annotation_menu(self, found[0])
        if (edge := self.network.wires.edge_at(point, self.scale_factor)) is not None:
            if edge not in selection.edges:
                self.document.select((), [edge])
            return menus.wire_menu(self, edge)
        return menus.canvas_menu(self, point)

    # Layers from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_block(event.mimeData()) is not None:
            event.acceptProposedAction()
            return
        layer = dragged_layer(event.mimeData())
        if layer is None:
            event.ignore()
            return
        self._end_drag()
        self._drag = LayerDrag(self, layer)
        self._drag.move(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._drag is None:
            event.setAccepted(dragged_block(event.mimeData()) is not None)
            return
        self._drag.move(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        if (block := dragged_block(event.mimeData())) is not None:
            self.block_dropped.emit(block, self.mapToScene(event.position().toPoint()))
            event.acceptProposedAction()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        drag, self._drag = self._drag, None
        if drag is None:
            event.ignore()
            return
        drag.drop(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _end_drag(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()

    # Appearance

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Network drawing"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys go from layer to layer, A adds one, C connects the selected one, Enter edits it or goes "
                "into a group, Escape comes out again, N adds a note, Ctrl with arrows moves, Delete takes away."
            )
        )
        self.hint.setText(self.tr("Drag a layer here, or press A to add one"))
        self._place_overlays()

    def _place_overlays(self) -> None:
        self.legend.move(OVERLAY_MARGIN, self.height() - self.legend.height() - OVERLAY_MARGIN)
        self.breadcrumbs.move(OVERLAY_MARGIN, OVERLAY_MARGIN)
        self.hint.adjustSize()
        self.hint.move(self.rect().center() - self.hint.rect().center())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._grid.paint(painter, QRectF(rect), self.network.look.inks)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self.mapToScene(event.pos())
            if (told := self._port_text(point)) is not None:
                QToolTip.showText(event.globalPos(), told, self.viewport())
                return True
            edge = self.network.wires.edge_at(point, self.scale_factor)
            if edge is not None and self.network.node_at(point) is None:
                QToolTip.showText(event.globalPos(), self.network.wires.tooltip(edge), self.viewport())
                return True
        if event.type() == QEvent.Type.Leave:
            self._cursor = None
            self.network.hover(None)
        return super().viewportEvent(event)

    def _port_text(self, point: QPointF) -> str | None:
        """For which layer's port a group's port under the mouse stands."""
        port = self.network.port_near(point)
        card = self.network.surroundings.cards.get(port.node) if port is not None else None
        return card.port_text(port) if port is not None and isinstance(card, GroupCardItem) else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.network.restyle()
        elif event.type() == QEvent.Type.PaletteChange:
            self.network.restyle()
            self.resetCachedContent()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._gesture is None:
            self.note.hide()  # any key, those of the menus too
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.note.hide()
        self.network.focus(None)
        super().focusOutEvent(event)


def _hint(parent: QWidget) -> QLabel:
    """What an empty canvas says; never takes the mouse."""
    label = QLabel(parent)
    label.setProperty("role", "muted")
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
