"""The canvas: hands mouse, keys and what is dropped to gestures and commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
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
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from engine.layers import Layer
from gui.canvas.commands import (
    arranging,
    choosing,
    grouping,
    keyboard,
    looking_inside,
    menus,
    operations,
    walking_inside,
)
from gui.canvas.display import NetworkDisplay
from gui.canvas.geometry import GRID, snapped
from gui.canvas.gestures import drop, pressing, reconnect
from gui.canvas.gestures.basic import Gesture, Pan, Pointer
from gui.canvas.gestures.drop import LayerDrag
from gui.canvas.glide import Glide
from gui.canvas.overlays import tips
from gui.canvas.overlays.chooser import Chooser
from gui.canvas.overlays.text_edit import Editor
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.layer_shelf import LayerShelf
from gui.settings import Settings
from gui.snapshot import Snapshot
from gui.training_session import TrainingSession


class NetworkView(NetworkDisplay):
    """Edits the network that it shows.

    `edit_requested` names a node whose fields the user wants, `save_block_requested` a group to be kept as a block,
    `block_dropped` a block to be put in at a place, `file_dropped` a Dragged file to open, and
    `layer_taken` tells that a layer has come from the palette. `spot_pressed` carries a Spot that was clicked,
    `fill_changed` the Fill that neurons show from now on. With `tab_leads_on` the next Tab goes on to another widget;
    else it adds a layer. `footing` is the weight or neuron on which the keyboard stands.
    """

    edit_requested = Signal(str)
    save_block_requested = Signal(str)
    block_dropped = Signal(str, QPointF)
    layer_taken = Signal()
    file_dropped = Signal(object)
    template_requested = Signal()
    spot_pressed = Signal(object)
    fill_changed = Signal(object)

    def __init__(
        self,
        document: Document,
        session: TrainingSession | None = None,
        parent: QWidget | None = None,
        shelf: LayerShelf | None = None,
    ) -> None:
        super().__init__(document, session, parent)
        self.shelf = LayerShelf(Settings(), self) if shelf is None else shelf
        self.tab_leads_on = False
        self.footing: walking_inside.Footing | None = None
        self.editor: Editor | None = None
        self.hint.link.clicked.connect(self.template_requested)
        self.glide = Glide(self)
        self._gesture: Gesture | None = None
        self.drag: LayerDrag | None = None
        self._cursor: QPoint | None = None
        self._popup: QMenu | Chooser | None = None
        self.setObjectName("canvas")
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._after_replacement()
        self.retranslate()
        self.installEventFilter(self)

    # What is on the canvas changes under the hand

    def settle_map(self) -> None:
        if self.is_busy:
            self.minimap.wait()
        else:
            super().settle_map()

    def busy_at(self) -> list[QRectF]:
        point = self.cursor_point() if self.is_busy else None
        led = [] if point is None else [QRectF(point, point).adjusted(-GRID, -GRID, GRID, GRID)]
        return [*super().busy_at(), *led]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        super().show_snapshot(snapshot)
        looking_inside.tell_spot(self)

    def look_changed(self) -> None:
        self.close_editor()
        super().look_changed()
        if self._gesture is not None and self._cursor is not None and not isinstance(self._gesture, Pan):
            self._gesture.move(self._pointer(self._cursor))

    def _after_edit(self, edit: DocumentEdit) -> None:
        self.glide.jump()
        self.cancel_gesture()
        super()._after_edit(edit)

    def _after_scope(self, scope: str) -> None:
        self.cancel_gesture()
        super()._after_scope(scope)

    def _after_replacement(self) -> None:
        self.close_editor(keep=False)
        self.glide.jump()
        self.cancel_gesture()
        super()._after_replacement()

    # Gestures

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is in progress."""
        return self._gesture is not None

    def cancel_gesture(self) -> bool:
        """End the gesture in progress without effect; False where there is none."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def _pointer(self, pixel: QPoint, event: QMouseEvent | None = None) -> Pointer:
        modifiers = event.modifiers() if event is not None else Qt.KeyboardModifier.NoModifier
        return Pointer(pixel, self.mapToScene(pixel), modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note.hide()
        self.tab_leads_on = False
        self.footing = None
        self.glide.jump()
        pointer = self._pointer(event.position().toPoint(), event)
        if self._gesture is not None:
            return
        self._cursor = pointer.pixel
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(self, pointer, event.button())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.network.focus(None)
            self._gesture = pressing.gesture_at(self, pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position().toPoint(), event)
        self._cursor = pointer.pixel
        if self._gesture is not None:
            self._gesture.move(pointer)
            self.keep_map_clear()
        else:
            self._hover(pointer.point)

    def _hover(self, point: QPointF) -> None:
        """Show what a press here would take hold of."""
        self.network.hover(self.network.port_near(point))
        looking_inside.tell_spot(self)
        leads_out = self.network.stubs.hover(point)
        held = reconnect.grip_at(self, point) is not None
        shape = Qt.CursorShape.OpenHandCursor if held else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads_out else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is not None and event.button() == gesture.button:
            self._gesture = None
            pointer = self._pointer(event.position().toPoint(), event)
            gesture.finish(pointer)
            self._hover(pointer.point)
            self.keep_map_clear()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position().toPoint(), event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._cursor = pointer.pixel
        if (node := self.network.node_at(pointer.point)) is not None:
            self.edit_requested.emit(node)
        elif (found := self.network.surroundings.at(pointer.point)) is not None:
            grouping.open_pressed(self, found[0])
        elif self.network.wires.edge_at(pointer.point, self.scale_factor) is None:
            choosing.add_layer(self, None)

    # Keys, menus and choosers

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keyboard.press(self, event):
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab adds a layer; it leads on for people who came here by Tab, or who pressed Escape just before."""
        if not forward or self.tab_leads_on or not self.hasFocus():  # what lies on the canvas asks here too
            return super().focusNextPrevChild(forward)
        keyboard.add(self)
        return True

    def cursor_point(self) -> QPointF | None:
        """Where the mouse is in the scene, or None where it is elsewhere."""
        return self.mapToScene(self._cursor) if self._cursor is not None else None

    def middle(self) -> QPointF:
        """The place in the middle of what is in view."""
        return self.mapToScene(self.viewport().rect().center())

    def refuse(self, reason: str) -> None:
        """Say at the cursor why something cannot be done."""
        self.note.linger_at(self._cursor or self.viewport().rect().center(), reason)

    def adding_point(self) -> QPointF:
        """Where a layer goes that has no other place: to the cursor, else behind the current one or to the middle."""
        if (point := self.cursor_point()) is not None:
            return point
        if (node := keyboard.current(self)) is not None:
            return operations.place_after(self.document, node)
        return self.middle()

    def add_layer(self, kind: str) -> None:
        """Add a layer of this kind where the eye is: behind the selected one, else in the middle."""
        node = keyboard.current(self)
        if self.add_at(Layer.resolve(kind), operations.place_after(self.document, node) if node else self.middle()):
            self.layer_taken.emit()

    def add_at(self, layer: Layer, point: QPointF) -> bool:
        """Add a layer at a place, or beside it where another lies there; whether it was taken."""
        node = operations.add_layer(self.document, layer, snapped(point), self.network.group_at(point))
        self.show_made(layer, node)
        return node is not None

    def show_made(self, layer: Layer, node_id: str | None) -> None:
        """Bring a layer into view that was just added; None was refused."""
        if node_id is not None:
            self.shelf.use(type(layer))
            self.network.focus(node_id)
            self.reveal(node_id)

    def arrange(self) -> None:
        """Put the layers in ranks: the selected ones, or all."""
        arranging.arrange(self)

    def turn(self) -> None:
        """Let the drawing run the other way, and arrange it."""
        arranging.arrange(self, turn=True)

    # Writing and telling

    def open_editor(self, editor: Editor, take: Callable[[str], object]) -> None:
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
            if editor.hasFocus():  # Qt would look for the next widget itself, which adds a layer here
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def delete_selection(self) -> None:
        """Take away the selected layers and wires."""
        operations.delete_selection(self.document)

    def hold_popup(self, chooser: Chooser) -> None:
        """Keep a list that is open; where it is left without a choice, Tab leads on."""
        self._popup = chooser
        chooser.closed.connect(lambda: setattr(self, "tab_leads_on", True))
        chooser.chosen.connect(lambda _value: setattr(self, "tab_leads_on", False))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.cancel_gesture()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        footing = self.footing if by_key else None
        point = (keyboard.place(self) if by_key else None) or self.mapToScene(event.pos())
        spot = walking_inside.standing_on(self) if by_key else None
        menu = menus.menu_at(self, point) if spot is None else menus.weight_menu(self, spot)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._popup = menu
        menu.popup(self.viewport().mapToGlobal(self.mapFromScene(point)))
        self.footing = footing  # the keyboard stands there again when the menu is gone

    # What is dragged here from elsewhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        drop.enter(self, event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        drop.move(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        drop.leave(self)

    def dropEvent(self, event: QDropEvent) -> None:
        drop.drop(self, event)

    # Appearance

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Network drawing"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys go from layer to layer, Tab adds one, C connects the selected one, R replaces it, "
                "E goes through its wires, I walks through the neurons and weights inside it, "
                "Enter edits it or goes into a group, N adds a note, Ctrl with arrows moves, "
                "Delete takes away. Escape comes out of a group; Escape and then Tab leads on from here."
            )
        )
        super().retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self:
            if event.type() == QEvent.Type.ShortcutOverride:  # any key, those of the menus too
                self.glide.jump()
                if self._gesture is None:
                    self.note.hide()
            return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self.network.insides.hovered is not None:
                return True
            if told := tips.tip_at(self, self.mapToScene(event.pos())):
                QToolTip.showText(event.globalPos(), told, self.viewport())
                return True
        if event.type() == QEvent.Type.Leave:
            self._cursor = None
            self.network.hover(None)
            self.network.stubs.hover(None)
            self.viewport().unsetCursor()
            looking_inside.tell_spot(self)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.tab_leads_on = True
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        walking_inside.go_out(self)
        self.network.focus(None)
        super().focusOutEvent(event)
