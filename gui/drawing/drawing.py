"""One network laid out as a picture: a title above, the whole drawing, a legend below."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.errors import ExportError, Message
from engine.project import Project
from gui import theme
from gui.canvas.inks import Inks, level_width
from gui.canvas.scene import NetworkScene
from gui.canvas.wires.edges_item import EdgesItem
from gui.document import Document
from gui.drawing.legend import PictureLegend

PAPER = replace(theme.LIGHT, name="paper", canvas="#FFFFFF")
MARGIN = 24.0
GAP = 20.0
"""Between the title, the drawing and the legend."""
TITLE_PIXELS = 20


class PaperInks(Inks):
    """The colours of print; wires are as wide as on screen at 100 %, however large the picture is."""

    def __init__(self) -> None:
        super().__init__(PAPER)

    def wire_pen(self, level: int, scale: float) -> QPen:
        pen = QPen(self.levels[level] if level >= 0 else self.quiet, level_width(level))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


@dataclass(frozen=True)
class DrawingOptions:
    """What stands around the network; "" for no title, `background` for white paper below."""

    title: str = ""
    legend: bool = False
    background: bool = True


class Drawing:
    """A picture of a project's network, in units that are pixels at 100 %; `wires` lends it the gradients it shows.

    ExportError where there is nothing to draw.
    """

    def __init__(self, project: Project, options: DrawingOptions, wires: EdgesItem | None = None) -> None:
        if not len(project.graph):
            raise ExportError(Message("The canvas is empty, so there is nothing to draw."))
        self.options = options
        self._document = Document(project)  # of its own, so that nothing is selected
        self._network = NetworkScene(self._document)
        self._network.look.inks = PaperInks()
        self._network.leave_out_problems()
        if wires is not None:
            self._network.wires.show_like(wires)
        self._lay_out()

    def _lay_out(self) -> None:
        """Places from the top down; all parts begin at the left margin."""
        self._source = self._network.drawn_rect().adjusted(-4, -4, 4, 4).toAlignedRect().toRectF()
        self._title_font = theme.body_font(TITLE_PIXELS, bold=True)
        title = QFontMetricsF(self._title_font)
        width = max(self._source.width(), title.horizontalAdvance(self.options.title))
        self._title_rect = QRectF(MARGIN, MARGIN, width, title.height() if self.options.title else 0)
        top = self._title_rect.bottom() + (GAP if self.options.title else 0)
        self._target = QRectF(QPointF(MARGIN, top), self._source.size())
        bottom = self._target.bottom()
        self._legend: PictureLegend | None = None
        if self.options.legend:
            categories = {node.layer.category for node in self._document.graph}
            self._legend = PictureLegend(PAPER, categories, self._network.wires.magnitude.ends, width)
            self._legend_at = QPointF(MARGIN, bottom + GAP)
            width = max(width, self._legend.size.width())
            bottom += GAP + self._legend.size.height()
        self.size = QSizeF(width + 2 * MARGIN, bottom + MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Paint everything from the origin on, in a painter that is scaled as is wanted."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self.options.background:
            painter.fillRect(QRectF(QPointF(), self.size), QColor(PAPER.canvas))
        if self.options.title:
            painter.setFont(self._title_font)
            painter.setPen(QColor(PAPER.text))
            painter.drawText(self._title_rect, Qt.TextFlag.TextDontClip, self.options.title)
        painter.save()
        self._network.render(painter, self._target, self._source)
        painter.restore()
        if self._legend is not None:
            painter.translate(self._legend_at)
            self._legend.paint(painter)
            painter.translate(-self._legend_at)
