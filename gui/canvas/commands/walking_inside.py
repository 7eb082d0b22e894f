"""Opened layers by keyboard alone: arrows go from neuron to weight to neuron and from cell to cell, Enter pins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from engine.direction import Direction
from engine.graph import Edge
from gui.canvas.commands import opening
from gui.canvas.layer_picture import Column, LayerPicture
from gui.canvas.opened.opened_item import OpenedItem
from gui.canvas.overlays.cursor_note import announce
from gui.spot import OUTPUT, Spot

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FAR = 10
"""Steps that Shift makes of one."""
GAP = 3
"""Cells that may be blank between two kernels."""
NO_LINE = 1e9
"""A scale at which no line is within reach."""
MARGIN = 60

Way = tuple[int, int]
"""One step to the right or left, or down or up."""


@dataclass(frozen=True)
class Footing:
    """Where the keyboard stands inside a layer; on a line, whether the next ones leave the same neuron or enter it."""

    spot: Spot
    fans_out: bool = False


def go_in(view: NetworkView, node: str) -> None:
    """Stand on the first neuron of a layer, or on its first cell; a closed layer is opened for that."""
    if not view.opened.is_open(node):
        opening.toggle(view, [node])
        view.glide.jump()
    picture = view.network.look.pictures.get(node)
    if picture is not None and (spot := _first(view, node, picture)) is not None:
        stand(view, Footing(spot))


def go_out(view: NetworkView) -> None:
    """Stand on the layer's card again."""
    view.footing = None
    view.network.insides.hover(None)
    view.note.hide()


def leave(view: NetworkView) -> bool:
    """Stand on the layer's card again; False where the keyboard does not stand inside a layer."""
    inside = standing_on(view) is not None
    if inside:
        go_out(view)
    return inside


def standing_on(view: NetworkView) -> Spot | None:
    """The weight or neuron on which the keyboard stands, unless it was closed or is drawn otherwise by now."""
    spot = view.footing.spot if view.footing is not None else None
    return None if spot is None or view.network.insides.outline(spot).isEmpty() else spot


def press(view: NetworkView, event: QKeyEvent, way: Way | None) -> bool:
    """Do what a key means inside a layer; False where it means what it means elsewhere."""
    if (spot := standing_on(view)) is None:
        if view.footing is not None:
            go_out(view)
        return False
    if event.key() == Qt.Key.Key_Escape:
        go_out(view)
    elif event.key() in ENTER and not event.modifiers():
        view.spot_pressed.emit(spot)
        tell(view)
    elif way is not None and not event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    ):
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        _walk(view, way, FAR if far else 1)
    else:
        return False
    return True


def tell(view: NetworkView) -> None:
    """Say what the number is worth now on which the keyboard stands, beside where it is drawn."""
    if (spot := standing_on(view)) is not None:
        view.network.insides.hover(spot)
        view.note.show_at(view.mapFromScene(middle(view, spot)), view.opened.told(spot))


def _walk(view: NetworkView, way: Way, steps: int) -> None:
    assert view.footing is not None
    footing = view.footing
    for _ in range(steps):
        after = _step(view, footing, way)
        if after is None:
            break
        footing = after
    stand(view, footing)


def stand(view: NetworkView, footing: Footing) -> None:
    """Stand on a weight or neuron, in sight, and say what it is worth."""
    view.setFocus()
    view.footing = footing
    here = middle(view, footing.spot)
    view.ensureVisible(QRectF(here, here).adjusted(-1, -1, 1, 1), MARGIN, MARGIN)
    view.look_changed()
    view.document.select([footing.spot.node])
    view.network.focus(footing.spot.node)
    tell(view)
    announce(view, view.note.text)


def middle(view: NetworkView, spot: Spot) -> QPointF:
    """Where a weight or neuron is drawn."""
    return view.network.insides.outline(spot).boundingRect().center()


def _first(view: NetworkView, node: str, picture: LayerPicture) -> Spot | None:
    if picture.column is not None:
        return Spot(node, OUTPUT, (0,))
    corner = picture.mosaics[0].rect.topLeft() + QPointF(0.5, 0.5)
    return view.network.insides.spot_at(view.network.nodes[node].pos() + corner, NO_LINE)


def _step(view: NetworkView, footing: Footing, way: Way) -> Footing | None:
    """Where a step leads; None where there is nothing."""
    insides, spot = view.network.insides, footing.spot
    column = insides.layers[spot.node].picture.column
    edge = _line_of(insides, spot)
    if edge is not None:
        return _along_line(insides, edge, footing, _turned(view, insides.lines[edge].target, way))
    if spot.name == OUTPUT and column is not None:
        along, across = _turned(view, column, way)
        if across:
            unit = spot.index[0] + across
            return Footing(Spot(spot.node, OUTPUT, (unit,))) if 0 <= unit < column.count else None
        if (line := _onto_line(insides, spot, along)) is not None:
            return line
        return _onto_neighbour(view, spot, column.rect, way)
    return _over_cells(view, spot, way)


def _turned(view: NetworkView, column: Column, way: Way) -> Way:
    """How far along the drawing and how far across it, as the neurons of a column stand."""
    down = view.network.look.direction is Direction.DOWN and column.rect.height() <= column.rect.width()
    along, across = Direction.DOWN.turned(*way) if down else way
    return int(along), int(across)


def _line_of(insides: OpenedItem, spot: Spot) -> Edge | None:
    """The wire of which a weight is a line."""
    found = (edge for edge in insides.lines if edge.target == spot.node and spot.name == "kernel")
    return next(found, None)


def _along_line(insides: OpenedItem, edge: Edge, footing: Footing, way: Way) -> Footing | None:
    """To one of the line's ends, or to the line beside it."""
    (along, across), (source, target) = way, footing.spot.index
    if along:
        node, unit = (edge.source, source) if along < 0 else (edge.target, target)
        return Footing(Spot(node, OUTPUT, (unit,)))
    source, target = (source, target + across) if footing.fans_out else (source + across, target)
    lines = insides.lines[edge]
    there = 0 <= source < lines.source.count and 0 <= target < lines.target.count
    return replace(footing, spot=Spot(edge.target, "kernel", (source, target))) if there else None


def _onto_line(insides: OpenedItem, spot: Spot, along: int) -> Footing | None:
    """From a neuron onto the line that leads most nearly straight on, or back."""
    unit = spot.index[0]
    for edge, lines in insides.lines.items():
        if along > 0 and edge.source == spot.node:
            return Footing(
                Spot(edge.target, "kernel", (unit, _facing(unit, lines.source, lines.target))), fans_out=True
            )
        if along < 0 and edge.target == spot.node:
            return Footing(Spot(spot.node, "kernel", (_facing(unit, lines.target, lines.source), unit)))
    return None


def _facing(unit: int, here: Column, there: Column) -> int:
    """The neuron of another column that stands as high as this one."""
    return round(unit * (there.count - 1) / (here.count - 1)) if here.count > 1 else there.count // 2


def _over_cells(view: NetworkView, spot: Spot, way: Way) -> Footing | None:
    """To the next cell, over what is blank between two kernels, or to what stands beside."""
    insides, (right, down) = view.network.insides, way
    cell = insides.outline(spot).boundingRect()
    for steps in range(1, GAP + 1):
        point = cell.center() + QPointF(steps * right * cell.width(), steps * down * cell.height())
        found = insides.spot_at(point, NO_LINE)
        if found is not None and found.node == spot.node and found.name == spot.name:
            return Footing(found)
    return _onto_neighbour(view, spot, cell.translated(-view.network.nodes[spot.node].pos()), way)


def _onto_neighbour(view: NetworkView, spot: Spot, here: QRectF, way: Way) -> Footing | None:
    """To the nearest mosaic or column of the same layer on that side of a place within it."""
    insides, origin = view.network.insides, view.network.nodes[spot.node].pos()
    picture, (right, down) = insides.layers[spot.node].picture, way
    at = insides.outline(spot).boundingRect().center() - origin
    rects = [mosaic.rect for mosaic in picture.mosaics] + ([picture.column.rect] if picture.column is not None else [])
    found: list[tuple[float, Spot]] = []
    for rect in rects:
        x = min(max(at.x(), rect.left() + 0.5), rect.right() - 0.5)
        y = min(max(at.y(), rect.top() + 0.5), rect.bottom() - 0.5)
        ahead = (x - at.x()) * right + (y - at.y()) * down
        there = insides.spot_at(origin + QPointF(x, y), NO_LINE)
        if ahead > 0 and not rect.contains(here.center()) and there is not None and there.node == spot.node:
            found.append((abs(x - at.x()) + abs(y - at.y()), there))
    return Footing(min(found, key=lambda each: each[0])[1]) if found else None
