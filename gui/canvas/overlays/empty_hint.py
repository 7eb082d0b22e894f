"""What an empty canvas says: how to begin, with a way to the templates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

GAP = 6


class EmptyHint:
    """A line that never takes the mouse, and a `link` below it."""

    def __init__(self, parent: QWidget) -> None:
        self.line = QLabel(parent)
        self.line.setProperty("role", "muted")
        self.line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.link = QPushButton(parent)
        self.link.setObjectName("open_template")
        self.link.setProperty("role", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_visible(self, visible: bool) -> None:
        """Show both or none."""
        self.line.setVisible(visible)
        self.link.setVisible(visible)

    def retranslate(self) -> None:
        """Say it in the window's language."""
        self.line.setText(QCoreApplication.translate("NetworkView", "Drag a layer here, or press Tab to add one"))
        self.link.setText(QCoreApplication.translate("NetworkView", "or open a template"))

    def place(self, centre: QPoint) -> None:
        """Stand around a point, one below the other."""
        for widget, above in ((self.line, self.line.sizeHint().height() + GAP // 2), (self.link, -(GAP // 2))):
            widget.adjustSize()
            widget.move(centre.x() - widget.width() // 2, centre.y() - above)
