"""What mouse, keys and menus do with opened layers: open them, choose what they show, and tell one number."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from gui.canvas.commands import keyboard, opening, walking_inside
from gui.quantities import Fill, Quantity

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

Choice = TypeVar("Choice", bound=Enum)


def toggle(view: NetworkView) -> None:
    """Open or close the selected layers in place, or the current one, or all in view where there is none."""
    nodes = view.document.selection.nodes or {node for node in [keyboard.current(view)] if node is not None}
    opening.toggle(view, nodes or view.network.layers_in(view.visible_rect()))


def show_on_weights(view: NetworkView, quantity: Quantity) -> None:
    """Show this quantity on the weights of opened layers."""
    view.opened.show_quantity(quantity)
    view.place_overlays()


def show_on_neurons(view: NetworkView, fill: Fill) -> None:
    """Fill the neurons of opened layers with this."""
    view.opened.show_fill(fill)
    view.place_overlays()
    view.fill_changed.emit(fill)


def show_next_quantity(view: NetworkView) -> None:
    """Show the next quantity on weights."""
    show_on_weights(view, _next(view.opened.quantity))


def show_next_fill(view: NetworkView) -> None:
    """Fill neurons with the next quantity."""
    show_on_neurons(view, _next(view.opened.fill))


def tell_spot(view: NetworkView) -> None:
    """Say what the weight or neuron under the mouse is worth now, or else the one on which the keyboard stands."""
    point = None if view.is_busy else view.cursor_point()
    spot = None if point is None else view.opened.spot_at(point, view.scale_factor)
    if spot is None and view.footing is not None:
        walking_inside.tell(view)
        return
    if spot is not None and point is not None:
        view.note.show_at(view.mapFromScene(point), view.opened.told(spot))
    elif view.network.insides.hovered is not None:
        view.note.hide()
    view.network.insides.hover(spot)


def _next(now: Choice) -> Choice:
    """The one after it, round and round."""
    choices = list(type(now))
    return choices[(choices.index(now) + 1) % len(choices)]
