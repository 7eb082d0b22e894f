"""Which layers are opened in place: those that the view comes near enough to, and those that the user has opened.

Neither is a fact of the project: nothing of it is saved or undone.
"""

from __future__ import annotations

import math
import weakref
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from engine.direction import Direction
from engine.layer_probe import LayerLook, layer_looks
from engine.probes import FEWEST, WORK, unit_surfaces
from gui.canvas.opened.opened_item import OpenedItem
from gui.canvas.opened.picture_book import PictureBook
from gui.quantities import AFTER_A_STEP, Fill, Lack, Quantity
from gui.settings import Settings
from gui.spot import Spot, sentence

if TYPE_CHECKING:
    from gui.canvas.scene import NetworkScene
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

NEAR, LEAVING = 1.6, 1.45
"""From the first nearness on layers in view open by themselves; below the second they close again."""
PROBE, SURFACES = "opened_layers", "neuron_surfaces"
CELLS = ((1.6, FEWEST), (4.0, 2 * FEWEST), (math.inf, 4 * FEWEST))
"""Cells along each side of the picture that stands for a neuron, while the view shows it smaller than at this scale.

Powers of two share their buffers with the surface of the boundary.
"""
NOTHING = np.zeros(0, np.float32)


class OpenedLayers:
    """Follows the view and the document, and asks the session for looks into what is opened and no more."""

    def __init__(self, network: NetworkScene, session: TrainingSession | None) -> None:
        self._network = weakref.proxy(network)
        self._session = session
        self._wishes: dict[str, bool] = {}
        self._near = False
        self._in_view: frozenset[str] = frozenset()
        self._asked: tuple[str, ...] = ()
        self._asked_surfaces: tuple[tuple[str, ...], int, bool] = (), 0, False
        self._scale = 1.0
        self._book = PictureBook(network.document)
        self._looks: dict[str, LayerLook] = {}
        self._updates = NOTHING
        settings = Settings()
        self.quantity = Quantity(settings.weight_quantity)
        self.fill = Fill(settings.neuron_fill)

    @property
    def item(self) -> OpenedItem:
        """Where they are drawn."""
        return self._network.insides

    def is_open(self, node: str) -> bool:
        """Whether a layer shows its inside."""
        return node in self._network.look.pictures

    def can_open(self, node: str) -> bool:
        """Whether there is an inside to show."""
        return node in self._network.document.inference.shapes

    def kept_size(self, node: str, direction: Direction) -> tuple[float, float]:
        """How large the card is at least, in a drawing that runs that way, which stays when the view goes away."""
        return self._book.size_in(node, direction) if self._wishes.get(node) and self.is_open(node) else (0.0, 0.0)

    # What is opened

    def look_at(self, visible: QRectF, scale: float, nearness: float) -> None:
        """The view shows this part at a scale, so many times nearer than it shows a drawing that fits."""
        self.item.look_from(scale)
        self._scale = scale
        self._ask_surfaces()
        near = nearness >= (LEAVING if self._near else NEAR)
        margin = visible.width() / 2
        around = visible.adjusted(-margin, 0, margin, 0)
        in_view = frozenset(self._network.layers_in(around)) if near else frozenset()
        if (near, in_view) != (self._near, self._in_view):
            self._near, self._in_view = near, in_view
            self.refresh()

    def toggle(self, nodes: Iterable[str]) -> None:
        """Open these layers where one of them is closed, else close them; they stay so at any scale.

        Those that cannot be opened are passed over.
        """
        chosen = [node for node in nodes if self.can_open(node)]
        wish = not all(self.is_open(node) for node in chosen)
        for node in chosen:
            if wish == (node in self._in_view):
                self._wishes.pop(node, None)
            else:
                self._wishes[node] = wish
        self.refresh()

    def rename(self, old: str, new: str) -> None:
        """A layer has another id, as it does where another kind takes its place: it stays open, or closed."""
        if old in self._wishes:
            self._wishes[new] = self._wishes.pop(old)

    def forget(self) -> None:
        """Another project stands."""
        self._wishes.clear()
        self._looks = {}
        self._updates = NOTHING
        self.refresh()

    def refresh(self) -> None:
        """Open and close what has changed, and lay out anew what looks different by now."""
        network = self._network
        wanted = self._in_view | {node for node, wish in self._wishes.items() if wish}
        seen = (node for node in wanted if node in network.nodes and network.nodes[node].isVisible())
        opened = [node for node in seen if self._wishes.get(node, True)]
        before = network.look.pictures
        pictures, lined = self._book.open(opened)
        changed = [node for node in before.keys() | pictures.keys() if before.get(node) is not pictures.get(node)]
        if not changed and lined == frozenset(self.item.lines):
            return
        network.look.pictures, network.look.lined = pictures, lined
        self.item.open(pictures, lined)
        network.wires.leave_out(lined)
        network.refresh(changed)
        self._show()
        self._ask(tuple(pictures))

    # What is shown in it

    def _ask(self, nodes: tuple[str, ...]) -> None:
        """Let every look carry these layers from now on."""
        if self._session is None or nodes == self._asked:
            return
        self._asked = nodes
        if nodes:
            self._session.add_probe(PROBE, partial(layer_looks, nodes))
        else:
            self._session.remove_probe(PROBE)
            self._looks = {}
        self._ask_surfaces()

    def _ask_surfaces(self) -> None:
        """Let looks carry what neurons say over the plane too while they are filled with that, finer from near by."""
        if self._session is None:
            return
        nodes = tuple(filter(self._has_room, self._asked)) if self.fill is Fill.SURFACE else ()
        cells = next(cells for scale, cells in CELLS if self._scale < scale)
        network = self._session.network
        slow = bool(nodes) and network is not None and network.parameters.size * cells**2 > WORK
        wanted = (nodes, cells, slow) if nodes else ((), 0, False)
        if wanted == self._asked_surfaces:
            return
        self._asked_surfaces = wanted
        self._session.remove_probe(SURFACES)
        if nodes:
            self._session.add_probe(SURFACES, partial(unit_surfaces, nodes, resolution=cells), rare=slow)

    def _has_room(self, node: str) -> bool:
        """Whether its neurons stand apart, so that there is room for a picture of each."""
        picture = self._network.look.pictures.get(node)
        return picture is not None and picture.column is not None and not picture.column.is_strip

    def take(self, snapshot: Snapshot) -> None:
        """Show what one look at the run brought."""
        if not self._asked:
            return
        self._ask_surfaces()  # another network may be slower
        surfaces = snapshot.looks.get(SURFACES, {})
        looks: dict[str, LayerLook] = snapshot.looks.get(PROBE, {})
        self._looks = {node: replace(look, surface=surfaces.get(node)) for node, look in looks.items()}
        self._updates = snapshot.observation.updates if snapshot.observation is not None else NOTHING
        self._show()

    def show_quantity(self, quantity: Quantity) -> None:
        """Show this on weights, and remember it."""
        self.quantity = quantity
        Settings().weight_quantity = quantity.value
        self._show()

    def show_fill(self, fill: Fill) -> None:
        """Fill neurons with this, and remember it."""
        self.fill = fill
        Settings().neuron_fill = fill.value
        self._ask_surfaces()
        self._show()

    def pin(self, spots: Iterable[Spot]) -> None:
        """Mark what is kept in sight elsewhere."""
        self.item.pin(spots)

    def restyle(self) -> None:
        """Take over the theme of the window."""
        self._show()

    @property
    def shown(self) -> Quantity:
        """What weights show now: themselves, as long as there is nothing yet of what was chosen."""
        if self.quantity in AFTER_A_STEP:
            known = bool(self._updates.size)
        else:
            known = self.quantity is Quantity.WEIGHT or any(look.entering for look in self._looks.values())
        return self.quantity if known else Quantity.WEIGHT

    @property
    def lack(self) -> Lack | None:
        """Why not all neurons have the pictures that they should have; None where they do, or should not."""
        if self.fill is not Fill.SURFACE or not self._asked:
            return None
        if not self._has_plane():
            return Lack.PLANE
        columns = (picture.column for picture in self._network.look.pictures.values())
        return Lack.ROOM if any(column is not None and column.is_strip for column in columns) else None

    def _has_plane(self) -> bool:
        """Whether data and network are such that units say something over a plane."""
        data = self._session.data if self._session is not None else None
        inputs = data.raw.training[0] if data is not None else None
        there = any(look.surface for look in self._looks.values())
        in_vain = bool(self._looks and self._asked_surfaces[0]) and not there
        return isinstance(inputs, np.ndarray) and inputs.shape[1:] == (2,) and not in_vain

    @property
    def shown_fill(self) -> Fill:
        """What fills neurons now: the mean, as long as there are no pictures to be had."""
        pictured = self.fill is not Fill.SURFACE or any(look.surface for look in self._looks.values())
        return self.fill if pictured else Fill.MEAN

    def _show(self) -> None:
        self.item.take(self._looks, self._updates, self.shown, self.fill)

    # What the mouse is on

    def spot_at(self, point: QPointF, scale: float) -> Spot | None:
        """The weight or the neuron under a point."""
        return self.item.spot_at(point, scale) if self.item.layers else None

    def value_of(self, spot: Spot) -> float | None:
        """The number that was last seen there, if there is one."""
        look = self._looks.get(spot.node)
        return None if look is None else spot.value(look, self.fill)

    def told(self, spot: Spot) -> str:
        """The number under the mouse with its term, as a sentence."""
        look = self._looks.get(spot.node)
        return sentence(spot, look, self._updates, self.fill, self._network.document.graph)
