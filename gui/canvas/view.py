"""The canvas: shows the scene, hands mouse and keys to gestures, and lays its notes on top."""

from __future__ import annotations

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

from engine.layers import Layer
from gui.canvas import keyboard, menus, operations
from gui.canvas.camera import FIT_MARGIN, Camera
from gui.canvas.chooser import Choice, Chooser
from gui.canvas.connect import Connect
from gui.canvas.cursor_note import CursorNote
from gui.canvas.drop import LayerDrag, dragged_layer
from gui.canvas.gestures import Gesture, Pan, Pointer, PressNode, PressWire, RubberBand
from gui.canvas.grid import DotGrid
from gui.canvas.legend import Legend
from gui.canvas.minimap import Minimap, place_beside
from gui.canvas.pointer_ring import PointerRing
from gui.canvas.scene import NetworkScene
from gui.canvas.search_bar import SearchBar
from gui.document import Document

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.training_session import TrainingSession

OVERLAY_MARGIN = 16


class NetworkView(Camera):
    """Draws the document's network and edits it.

    `edit_requested` names a node whose fields the user wants; `layer_taken` tells that a layer has come from the
    palette.
    """

    edit_requested = Signal(str)
    layer_taken = Signal()

    def __init__(
        self, document: Document, session: TrainingSession | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.network = NetworkScene(document, self)
        self.note = CursorNote(self)
        self.legend = Legend(self)
        self.hint = _hint(self)
        self.minimap = Minimap(self.network, self)
        self.minimap.pointed.connect(self.go_to)
        self.search = SearchBar(self)
        self.search.closed.connect(self.setFocus)
        self.ring = PointerRing(self.viewport(), self)
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

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits, or everything where nothing is."""
        selection = self.document.selection
        ends = {end for edge in selection.edges for end in (edge.source, edge.target)}
        wanted = self.network.rect_around(selection.nodes | ends)
        self.fit_to(self.content_rect() if wanted.isEmpty() else wanted)

    def show_minimap(self, shown: bool) -> None:
        """Show a small map of the drawing wherever it does not fit into the view, or never."""
        self.minimap.wanted = shown
        self._place_overlays()

    def reveal(self, node_id: str) -> None:
        """Bring a card into view; an id that is gone is passed over."""
        item = self.network.nodes.get(node_id)
        if item is None:
            return
        self.ensureVisible(item.card.rect.translated(item.pos()), FIT_MARGIN, FIT_MARGIN)
        self.look_changed()

    def look_changed(self) -> None:
        self.network.wires.look_at(self.visible_rect(), self.scale_factor)
        self._place_overlays()
        if self._gesture is not None and self._cursor is not None and not isinstance(self._gesture, Pan):
            self._gesture.move(self._pointer(self._cursor))

    # Following the document

    def _after_edit(self) -> None:
        self.cancel_gesture()
        self.note.hide()
        self.hint.setVisible(not len(self.document.graph))

    def _after_replacement(self) -> None:
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
        if (edge := self.network.wires.edge_at(pointer.point, self.scale_factor)) is not None:
            return PressWire(self, pointer, edge)
        if pointer.modifiers & Qt.KeyboardModifier.ControlModifier:
            return Pan(self, pointer, Qt.MouseButton.LeftButton)
        return RubberBand(self, pointer)

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
        item, choices = self.network.nodes[source], menus.target_choices(self, source)
        pixel = self.mapFromScene(item.output_at())
        if not choices:
            self.note.linger_at(
                pixel, self.tr("There is no free input to which {node} could lead.").format(node=source)
            )
            return
        chooser = self._open_chooser(self.tr("Connect {node} to").format(node=source), choices, pixel)
        chooser.chosen.connect(lambda edge: operations.connect(self.document, edge))

    def _adding_point(self) -> QPointF:
        if self._cursor is not None:
            return self.mapToScene(self._cursor)
        if (node := keyboard.current(self)) is not None:
            return operations.place_after(self.document.graph, node)
        return self.mapToScene(self.viewport().rect().center())

    def add_layer(self, kind: str) -> None:
        """Add a layer of this kind where the eye is: behind the selected one, else in the middle."""
        node = keyboard.current(self)
        middle = self.mapToScene(self.viewport().rect().center())
        if self._add(Layer.resolve(kind), operations.place_after(self.document.graph, node) if node else middle):
            self.layer_taken.emit()

    def _add(self, layer: Layer, point: QPointF) -> bool:
        node = operations.add_layer(self.document, layer, operations.free_place(self.document.graph, point))
        if node is not None:
            self.network.focus(node)
            self.reveal(node)
        return node is not None

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
        here = keyboard.current(self) if by_key else None
        point = self.network.nodes[here].pos() if here is not None else self.mapToScene(event.pos())
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
        if (edge := self.network.wires.edge_at(point, self.scale_factor)) is not None:
            if edge not in selection.edges:
                self.document.select((), [edge])
            return menus.wire_menu(self, edge)
        return menus.canvas_menu(self, point)

    # Layers from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
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
            event.ignore()
            return
        self._drag.move(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            event.ignore()
            return
        dropped = drag.drop(self.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if dropped is not None:
            self.layer_taken.emit()

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
                "Arrow keys go from layer to layer, A adds one, C connects the selected one, Enter edits it, "
                "Ctrl with arrows moves it, Delete takes it away."
            )
        )
        self.hint.setText(self.tr("Drag a layer here, or press A to add one"))
        self._place_overlays()

    def _place_overlays(self) -> None:
        self.legend.move(OVERLAY_MARGIN, self.height() - self.legend.height() - OVERLAY_MARGIN)
        self.hint.adjustSize()
        self.hint.move(self.rect().center() - self.hint.rect().center())
        if self.minimap.follow(self.content_rect(), self.visible_rect(), self.size()):
            legend = None if self.legend.isHidden() else self.legend.geometry()
            self.minimap.setGeometry(place_beside(self.minimap.size(), legend, self.rect(), OVERLAY_MARGIN))
        self.search.move(self.width() - self.search.width() - OVERLAY_MARGIN, OVERLAY_MARGIN)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._grid.paint(painter, QRectF(rect), self.network.look.inks)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self.mapToScene(event.pos())
            edge = self.network.wires.edge_at(point, self.scale_factor)
            if edge is not None and self.network.node_at(point) is None:
                QToolTip.showText(event.globalPos(), self.network.wires.tooltip(edge), self.viewport())
                return True
        if event.type() == QEvent.Type.Leave:
            self._cursor = None
            self.network.hover(None)
        return super().viewportEvent(event)

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
