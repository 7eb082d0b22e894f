"""The drawing: nodes and wires that follow the document by id."""

from gui.canvas.view import NetworkView

__all__ = ["NetworkView"]
