"""Where that stands which lies over the drawing: legends and map below, breadcrumbs and search above, the hint."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion

from gui.canvas.overlays.minimap import corners

if TYPE_CHECKING:
    from gui.canvas.display import NetworkDisplay

MARGIN, GAP = 16, 8


def place(view: NetworkDisplay) -> None:
    """Put everything in its place, and say what opened layers show where there are any."""
    legends = _stack_legends(view)
    view.hint.place(view.rect().center())
    view.breadcrumbs.move(MARGIN, MARGIN)
    view.search.move(view.width() - view.search.width() - MARGIN, MARGIN)
    if view.minimap.follow(view.content_rect(), view.visible_rect(), view.size()):
        places = _map_corners(view, legends)
        busy = reduce(QRegion.united, (view.mapFromScene(rect).boundingRect() for rect in view.busy_at()), QRegion())
        clear = [place for place in (places[view.minimap.corner], *places) if not busy.intersects(place)]
        view.minimap.setGeometry(clear[0] if clear else places[view.minimap.corner])


def _map_corners(view: NetworkDisplay, legends: QRect) -> list[QRect]:
    room = view.rect() if view.search.isHidden() else view.rect().adjusted(0, view.search.height() + GAP, 0, 0)
    crumbs = view.breadcrumbs.geometry() if view.breadcrumbs.isVisible() else None
    return corners(view.minimap.size(), None if legends.isEmpty() else legends, crumbs, room, MARGIN)


def settle_map(view: NetworkDisplay) -> None:
    """Let the map lie in the corner where it covers least, where it is if that is as good."""
    places = _map_corners(view, _stack_legends(view))
    covered = [len(view.network.keys_in(view.mapToScene(place).boundingRect())) for place in places]
    minimap = view.minimap
    if not minimap.underMouse() and min(covered) < covered[minimap.corner]:
        minimap.corner = covered.index(min(covered))
    minimap.covering = covered[minimap.corner] > 0
    minimap.update()
    place(view)


def covered_below(view: NetworkDisplay) -> int:
    """How much of the view's lower end the legends take where they lie over a card.

    That of the wires counts before a first step brings it: the drawing need not move then.
    """
    places = [view.mapFromScene(item.place()).boundingRect() for item in view.network.cards()]
    covered, bottom = 0, view.height() - MARGIN
    for legend, there in ((view.legend, view.can_train), (view.value_legend, not view.value_legend.isHidden())):
        size = legend.sizeHint()
        rect = QRect(QPoint(MARGIN, bottom - size.height()), size)
        if there and any(map(rect.intersects, places)):
            covered = view.height() - rect.top() + GAP
        bottom = rect.top() - GAP if there else bottom
    return covered


def _stack_legends(view: NetworkDisplay) -> QRect:
    """One above the other from the lower left corner; the room that they take."""
    opened = view.opened
    awaited = None if opened.shown is opened.quantity else opened.quantity
    shown = bool(view.network.look.pictures)
    view.value_legend.tell(opened.shown, opened.shown_fill, awaited, opened.lack, shown)
    room, bottom = QRect(), view.height() - MARGIN
    for legend in (view.legend, view.value_legend):
        legend.move(MARGIN, bottom - legend.height())
        if not legend.isHidden():
            room |= legend.geometry()
            bottom -= legend.height() + GAP
    return room
