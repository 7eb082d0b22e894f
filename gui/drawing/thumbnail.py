"""A network small: painted as the canvas paints it from far away, a long one in several rows as text is."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from engine.direction import Direction
from engine.project import Project
from gui.canvas.scene import NetworkScene
from gui.document import Document

LARGEST = 0.45
"""No thumbnail is larger than that; beyond, the canvas writes words that are too small to read here."""
MOST_ROWS, WORTH = 5, 1.15
"""Another row is worth its cut where the drawing becomes so many times larger by it."""
EDGE, APART = 8.0, 6.0
"""Scene units around the drawing, and pixels between two rows."""


def thumbnail(project: Project, size: QSize, ratio: float, largest: float = LARGEST) -> QPixmap:
    """The whole network in the middle of a transparent picture, in the colours of the theme that is worn."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    network = NetworkScene(Document(project))
    network.leave_out_problems()
    scale, rows = _fitted(network, size, largest, wraps=project.direction is Direction.RIGHT)
    height = sum(row.height() for row in rows) * scale + APART * (len(rows) - 1)
    left, top = (size.width() - max(row.width() for row in rows) * scale) / 2, (size.height() - height) / 2
    painter = QPainter(pixmap)
    for row in rows:
        network.render(painter, QRectF(QPointF(left, top), row.size() * scale), row)
        top += row.height() * scale + APART
    painter.end()
    return pixmap


def _fitted(network: NetworkScene, size: QSize, largest: float, wraps: bool) -> tuple[float, list[QRectF]]:
    """The largest scale at which the drawing fits, and the parts of it that then stand below one another."""
    whole = network.drawn_rect().adjusted(-EDGE, -EDGE, EDGE, EDGE)
    gaps = _gaps(network) if wraps else []
    best: tuple[float, list[QRectF]] = (0.0, [whole])
    for count in range(1, min(MOST_ROWS, len(gaps) + 1) + 1):
        rows = _rows(whole, gaps, count)
        room = size.height() - APART * (len(rows) - 1)
        scale = min(size.width() / max(row.width() for row in rows), room / (len(rows) * whole.height()), largest)
        if scale > WORTH * best[0]:
            best = scale, rows
    return best


def _gaps(network: NetworkScene) -> list[float]:
    """Where a line from above to below meets no card: the middles between two columns."""
    gaps, reached = [], None
    for left, right in sorted((box[0], box[2]) for box in network.boxes().values()):
        if reached is not None and left > reached:
            gaps.append((left + reached) / 2)
        reached = right if reached is None else max(reached, right)
    return gaps


def _rows(whole: QRectF, gaps: list[float], count: int) -> list[QRectF]:
    """The drawing cut into so many parts of about the same width, or fewer where they would be cut at one gap."""
    ends = (whole.left() + whole.width() * part / count for part in range(1, count))
    cuts = sorted({_nearest(gaps, end) for end in ends})
    return [
        QRectF(left, whole.top(), right - left, whole.height())
        for left, right in pairwise((whole.left(), *cuts, whole.right()))
    ]


def _nearest(gaps: list[float], place: float) -> float:
    return min(gaps, key=lambda gap: abs(gap - place))
