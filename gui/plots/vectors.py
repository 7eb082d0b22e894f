"""What Qt leaves out of an SVG: where a chart ends, and that the pens of its curves grow with the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from xml.etree import ElementTree

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from gui.plots.chart import Chart

NAMES = {"": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"}
SVG = f"{{{NAMES['']}}}"
MARK = re.compile(r"(begin|end) of chart ([-\d.e]+) ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)")
PAIR = re.compile(r"(-?[\d.]+(?:e[-+]?\d+)?),(-?[\d.]+(?:e[-+]?\d+)?)")
UNWRITTEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What must not stand in XML, as it may in the name of a class."""
BOTTOM, TOP = -1e9, 1e9


class Mark(QGraphicsItem):
    """Words in the file, before or behind all that lies within a chart; they tell which range this shows."""

    def __init__(self, chart: Chart, word: str, level: float) -> None:
        super().__init__(chart.view.childGroup)
        self._range, self._word = chart.view.viewRect(), word
        self.setZValue(level)

    def boundingRect(self) -> QRectF:
        return self._range

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.drawText(QPointF(), f"{self._word} of chart {' '.join(_rectangle(self._range).values())}")


@contextmanager
def marked(drawing: QWidget) -> Iterator[None]:
    """Meanwhile what lies within a chart of this drawing stands between marks."""
    with ExitStack() as stack:
        for chart in (each for each in (drawing, *drawing.findChildren(QGraphicsView)) if isinstance(each, Chart)):
            for word, level in (("begin", BOTTOM), ("end", TOP)):
                stack.callback(chart.scene().removeItem, Mark(chart, word, level))
        yield


def finished(svg: bytes) -> bytes:
    """The file that Qt has written, with what lies within a chart cut off where it ends, and with pens that grow.

    Curves come in the units of their chart, with pens that do not scale; here they are brought to where they are seen.
    """
    for prefix, name in NAMES.items():
        ElementTree.register_namespace(prefix, name)
    root = ElementTree.fromstring(UNWRITTEN.sub(b"", svg))
    for claim in ("version", "baseProfile"):  # of the tiny kind of SVG, which cuts nothing off
        root.attrib.pop(claim, None)
    drawn, defs = root.find(f"{SVG}g"), root.find(f"{SVG}defs")
    assert drawn is not None
    assert defs is not None
    _cut_off(drawn, defs)
    for group in drawn.iter(f"{SVG}g"):
        _bring_to_place(group)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _cut_off(group: ElementTree.Element, defs: ElementTree.Element) -> None:
    """Put what stands between two marks into a group of its own, which ends where the chart does."""
    parts, into = list(group), group
    for part in parts:
        group.remove(part)
    for part in parts:
        found = MARK.search("".join(part.itertext()))
        if found is None:
            into.append(part)
        elif found[1] == "end":
            into = group
        else:
            clip = ElementTree.SubElement(defs, f"{SVG}clipPath", {"id": f"chart{len(defs) + 1}"})
            shown = QRectF(*map(float, found.groups()[1:]))
            ElementTree.SubElement(clip, f"{SVG}rect", _rectangle(_matrix(part).mapRect(shown)))
            into = ElementTree.SubElement(group, f"{SVG}g", {"clip-path": f"url(#{clip.get('id')})"})


def _bring_to_place(group: ElementTree.Element) -> None:
    """Let shapes whose pens would not grow stand in the picture's own units."""
    shapes = list(group)
    if not shapes or any(shape.get("vector-effect") != "non-scaling-stroke" for shape in shapes):
        return
    matrix = _matrix(group)
    for shape in shapes:
        del shape.attrib["vector-effect"]
        if shape.tag == f"{SVG}rect":
            sides = (float(shape.get(side, "0")) for side in ("x", "y", "width", "height"))
            shape.attrib.update(_rectangle(matrix.mapRect(QRectF(*sides))))
        for places in ("d", "points"):
            if places in shape.attrib:
                shape.set(places, PAIR.sub(lambda found: _place(matrix, *found.groups()), shape.attrib[places]))
    group.attrib.pop("transform", None)


def _matrix(group: ElementTree.Element) -> QTransform:
    """What brings the units of a group to those of the picture."""
    a, b, c, d, e, f = map(float, re.findall(r"-?[\d.]+(?:e[-+]?\d+)?", group.get("transform", "1 0 0 1 0 0")))
    return QTransform(a, b, c, d, e, f)


def _rectangle(seen: QRectF) -> dict[str, str]:
    sides = {"x": seen.x(), "y": seen.y(), "width": seen.width(), "height": seen.height()}
    return {side: f"{value:.9g}" for side, value in sides.items()}


def _place(matrix: QTransform, x: str, y: str) -> str:
    place = matrix.map(QPointF(float(x), float(y)))
    return f"{place.x():.6g},{place.y():.6g}"
