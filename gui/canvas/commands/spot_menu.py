"""What a right click on a weight or a neuron of an opened layer offers before what concerns the layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.canvas.commands import walking_inside
from gui.spot import Spot, title

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def put_before(menu: QMenu, view: NetworkView, spot: Spot) -> None:
    """Pin or unpin it, copy its value, and walk on from it by keyboard, at the head of its layer's menu."""
    pinned = spot in view.network.insides.pinned
    pins, unpins = (
        QCoreApplication.translate("Canvas", "Pin {name}"),
        QCoreApplication.translate("Canvas", "Unpin {name}"),
    )
    pin = QAction((unpins if pinned else pins).format(name=title(spot, view.document.graph)), menu)
    pin.triggered.connect(lambda: view.spot_pressed.emit(spot))
    value = view.opened.value_of(spot)
    copy = QAction(QCoreApplication.translate("Canvas", "Copy its value"), menu)
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(f"{value:.9g}"))
    copy.setEnabled(value is not None)
    walk = QAction(QCoreApplication.translate("Canvas", "Walk on from here with the arrow keys"), menu)
    walk.triggered.connect(lambda: walking_inside.stand(view, walking_inside.Footing(spot)))
    first = menu.actions()[0]
    menu.insertActions(first, [pin, copy, walk])
    menu.insertSeparator(first)
