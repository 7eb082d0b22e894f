"""Layers opened in place and closed again, so that what was opened is in sight and what cannot be opened is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QKeySequence

from engine.clearance import clashing
from gui import actions, names

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def toggle(view: NetworkView, nodes: Collection[str]) -> None:
    """Open these layers, or close them where all are open.

    A drawing that was fitted into the view is fitted again. Else the view moves only where it takes that to see whole
    what was seen whole before, or what was not seen at all: who looks at a part of a layer goes on looking at it.
    """
    view.glide.jump()
    boxes = view.network.boxes()
    shot, fitted, cut = view.glide.shot(), view.is_fitted, _cut(view, nodes)
    view.opened.toggle(nodes)
    view.place_overlays()
    opened = [node for node in nodes if view.opened.is_open(node)]
    if fitted:
        view.fit()
    elif not view.visible_rect().contains(view.network.rect_around(wanted := set(opened) - cut)):
        view.reveal_all(wanted)
    view.glide.run(shot)
    if not any(map(view.opened.can_open, nodes)):
        _refuse(view, nodes)
    elif clashing(boxes, view.network.boxes_of(opened)):
        _tell_how_to_arrange(view)


def _tell_how_to_arrange(view: NetworkView) -> None:
    """Say for a moment what makes room for opened layers, which moves nothing by itself: places are the user's."""
    key = actions.spec("arrange").all_keys()[0].toString(QKeySequence.SequenceFormat.NativeText)
    text = QCoreApplication.translate("Canvas", "Opened layers lie over others: {key} arranges the drawing.")
    view.note.linger_at(QPoint(), text.format(key=key))


def _cut(view: NetworkView, nodes: Collection[str]) -> set[str]:
    """The layers of which the view shows a part."""
    seen = view.visible_rect()
    places = {node: view.network.nodes[node].place() for node in nodes}
    return {node for node, place in places.items() if seen.intersects(place) and not seen.contains(place)}


def _refuse(view: NetworkView, nodes: Collection[str]) -> None:
    """Say why none of these layers opens, at the layer where it is one."""
    if not nodes:
        view.refuse(QCoreApplication.translate("Canvas", "There is no layer in view to open."))
    elif len(nodes) > 1:
        text = QCoreApplication.translate(
            "Canvas", "{count} layers cannot be opened yet: their shapes are unknown until the problems are solved."
        )
        view.refuse(text.format(count=len(nodes)))
    else:
        (node,) = nodes
        text = QCoreApplication.translate(
            "Canvas", "{node} cannot be opened yet: its shape is unknown until the problems are solved."
        )
        pixel = view.mapFromScene(view.network.nodes[node].pos())
        view.note.linger_at(pixel, text.format(node=names.name_of(view.document.graph, node)))
