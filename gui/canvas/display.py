"""What is seen of the network: the scene, the layers opened in it, and what lies over it, as the document stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine import groups
from engine.graph import SetId
from gui.canvas.camera import Camera
from gui.canvas.grid import DotGrid
from gui.canvas.opened.opened_layers import OpenedLayers
from gui.canvas.overlays import placing
from gui.canvas.overlays.breadcrumbs import Breadcrumbs
from gui.canvas.overlays.cursor_note import CursorNote
from gui.canvas.overlays.empty_hint import EmptyHint
from gui.canvas.overlays.legend import Legend
from gui.canvas.overlays.minimap import Minimap
from gui.canvas.overlays.pointer_ring import PointerRing
from gui.canvas.overlays.search_bar import SearchBar
from gui.canvas.overlays.value_legend import ValueLegend
from gui.canvas.scene import NetworkScene
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.snapshot import Snapshot
from gui.training_session import TrainingSession


class NetworkDisplay(Camera):
    """Shows the document's network and a run's gradients on it; changes nothing of it."""

    def __init__(self, document: Document, session: TrainingSession | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.network = NetworkScene(document, self)
        self.opened = OpenedLayers(self.network, session)
        self.note = CursorNote(self)
        self.breadcrumbs = Breadcrumbs(document, self)
        self.legend = Legend(self)
        self.value_legend = ValueLegend(self)
        self.hint = EmptyHint(self)
        self.minimap = Minimap(self.network, self)
        self.minimap.pointed.connect(self.go_to)
        self.minimap.rested.connect(self.settle_map)
        self.search = SearchBar(self)
        self.search.closed.connect(self.setFocus)
        self.ring = PointerRing(self.viewport(), self)
        self._grid = DotGrid()
        self._session = session
        self.setCacheMode(NetworkDisplay.CacheModeFlag.CacheBackground)
        self.setScene(self.network)
        document.edited.connect(self._after_edit)
        document.applied.connect(self._after_step)
        document.inferred.connect(self._after_inference)
        document.selection_changed.connect(lambda _selection: self.keep_map_clear())
        document.replaced.connect(self._after_replacement)
        document.scope_changed.connect(self._after_scope)
        if session is not None:
            session.snapshot_taken.connect(self.show_snapshot)
            session.coach.changed.connect(self._mark_findings)

    # Training

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the gradients of one look at the run on the wires."""
        runnable = self._session is None or self._session.network is not None
        observation = snapshot.observation if runnable else None
        edges = observation.edges if observation is not None else {}
        self.network.wires.observe({edge: statistics.rms for edge, statistics in edges.items()})
        self.opened.take(snapshot)
        self._show_legend()

    def _mark_findings(self) -> None:
        assert self._session is not None
        self.network.show_findings(self._session.coach.marks())

    def _show_legend(self) -> None:
        self.legend.show_range(self.network.wires.magnitude.ends)
        self.place_overlays()

    # Looking

    def content_rect(self) -> QRectF:
        return self.network.content_rect()

    def busy_at(self) -> list[QRectF]:
        """Where in the scene people are at work, so that the map does not cover it: at the one thing selected."""
        key = self.document.selection.single
        return [self.network.rect_around([key])] if key is not None else []

    @property
    def can_train(self) -> bool:
        """Whether there are gradients to show, now or later."""
        return self._session is not None or not self.legend.isHidden()

    def covered_below(self) -> int:
        return placing.covered_below(self)

    def keep_map_clear(self) -> None:
        """Let the map go out of the way of what people do."""
        if self.minimap.isVisible():
            self.minimap.wait()
            self.place_overlays()

    def settle_map(self) -> None:
        """Let the map lie where it covers least."""
        placing.settle_map(self)

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits, or everything where nothing is."""
        selection, shown = self.document.selection, self.document.shown
        ends = {shown[end] for edge in selection.edges for end in (edge.source, edge.target)}
        wanted = self.network.rect_around(selection.keys | ends)
        self.fit_to(self.content_rect() if wanted.isEmpty() else wanted)

    def show_minimap(self, shown: bool) -> None:
        """Show a small map of the drawing wherever it does not fit into the view, or never."""
        self.minimap.wanted = shown
        self.place_overlays()

    def reveal(self, key: str) -> None:
        """Bring a layer or annotation into view, in the group where it is; an id that is gone is passed over."""
        graph = self.document.graph
        if key not in graph and key not in graph.annotations:
            return
        if self.document.shown.get(key) != key:
            self.document.enter(groups.group_of(graph, key))
        self.reveal_all([key])

    def reveal_all(self, keys: Iterable[str]) -> None:
        """Bring these into view, as far as they are on the canvas, moving the drawing as little as that takes."""
        rect = self.network.rect_around(keys)
        if not rect.isEmpty():
            self.bring_into_view(rect)

    def look_changed(self) -> None:
        self.network.wires.look_at(self.visible_rect(), self.scale_factor)
        scale = self.scale_factor
        self.opened.look_at(self.visible_rect(), scale, scale / self.fit_scales[1])
        self.place_overlays()

    # Following the document

    def _after_edit(self, edit: DocumentEdit) -> None:
        if isinstance(edit, SetId):
            self.opened.rename(edit.before, edit.after)
        self.note.hide()
        self.hint.set_visible(not len(self.document.graph))

    def _after_step(self, _changes: Sequence[DocumentEdit]) -> None:
        self.opened.refresh()  # layers may have gone into a group, and columns turn with the drawing

    def _after_inference(self) -> None:
        self.opened.refresh()
        self.look_changed()

    def _after_scope(self, _scope: str) -> None:
        self.opened.refresh()
        self.network.focus(None)
        self.fit()

    def _after_replacement(self) -> None:
        self.opened.forget()
        self.note.hide()
        self.hint.set_visible(not len(self.document.graph))
        self._show_legend()
        self.fit()

    # Appearance

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.hint.retranslate()
        self.place_overlays()

    def place_overlays(self) -> None:
        """Bring legends, map, search, breadcrumbs and hint to their places."""
        placing.place(self)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._grid.paint(painter, QRectF(rect), self.network.look.inks)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.network.restyle()
        elif event.type() == QEvent.Type.PaletteChange:
            self.network.restyle()
            self.opened.restyle()
            self.resetCachedContent()
        super().changeEvent(event)
