"""A sample and what each layer makes of it, as sections of pictures; and who says what of it, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data import Prepared
from engine.feature_maps import MapsLook, classes_of
from engine.shapes import shape_text
from engine.tiles import Tiles, tiled
from engine.trial import Said, ranges
from gui.i18n import measure, number
from gui.plots.insides.mosaic_layout import Section, Spot
from gui.plots.insides.scales import SteadyScales
from gui.plots.insides.weight_sections import SEPARATOR, numbered, reduction
from gui.plots.pictures import picture

FEW = 3
"""As many numbers of an answer are told."""


def map_sections(
    look: MapsLook, prepared: Prepared, name_of: Callable[[str], str], scales: SteadyScales
) -> list[Section]:
    """The sample first, then each layer in the network's order."""
    classes, layers = prepared.dataset.classes, list(look.layers)
    return [
        sample_section(look, prepared, scales),
        *(
            Section(
                key=node,
                title=name_of(node),
                tiles=tiles,
                reach=scales.follow(node, tiles.reach),
                note=SEPARATOR.join(filter(None, (_form(tiles), reduction(tiles)))),
                names=tuple(str(tile + 1) for tile in range(len(tiles.values))) if tiles.axes else (),
                groups=classes if node == layers[-1] and tiles.values.shape == (1, 1, len(classes)) else (),
            )
            for node, tiles in look.layers.items()
        ),
    ]


def _form(tiles: Tiles) -> str:
    """How large what leaves the layer is; that of a row is seen."""
    rows, columns = tiles.sides
    if tiles.axes:
        return shape_text((rows, columns, tiles.total))
    return shape_text((columns, rows)) if rows > 1 else ""


def sample_section(look: MapsLook, prepared: Prepared, scales: SteadyScales) -> Section:
    """A picture as people know it, any other sample as the network takes it."""
    text = QCoreApplication.translate("Insides", "Sample {number}")
    title = text.format(number=look.place + 1)
    if actual := actual_words(look, prepared):
        title += f"{SEPARATOR}{actual}"
    note = QCoreApplication.translate("Insides", "the network says {answer}").format(answer=said_words(look))
    if look.picture is None:
        features = prepared.dataset.features
        named = len(features) == look.entering.values.shape[2] and look.entering.values.shape[1] == 1
        reach = scales.follow("sample", look.entering.reach)
        return Section("sample", title, look.entering, reach, note, groups=features if named else ())
    seen, shape = ranges(prepared), look.picture
    image = picture(look.sample, shape, float(seen.low.min()), float(seen.high.max()))
    pixels = tiled(look.sample.reshape(shape).mean(axis=2)[np.newaxis])
    return Section("sample", title, pixels, pixels.reach, note, picture=image)


def actual_words(look: MapsLook, prepared: Prepared) -> str:
    """The class of the sample, or what was measured of it."""
    labels = classes_of(prepared, look.part)
    if labels is not None:
        return prepared.dataset.classes[int(labels[look.place])]
    return _measures(look.target.reshape(-1))


def said_words(look: MapsLook) -> str:
    """The likeliest class with its score, or the first measures, of each output."""
    return SEPARATOR.join(_answer(said) for said in look.said.values())


def _answer(said: Said) -> str:
    if said.scores and len(said.scores) == len(said.names):
        best = int(np.argmax(said.scores))
        score = said.scores[best]
        told = f"{score:.0%}" if 0 <= score <= 1 else number(score, 3)
        return f"{said.names[best]} ({told})"
    return _measures(said.values.reshape(-1))


def _measures(values: np.ndarray) -> str:
    told = ", ".join(measure(float(value), 3) for value in values[:FEW])
    return f"{told}, …" if len(values) > FEW else told


def map_words(section: Section, spot: Spot) -> str:
    """Which number a cell is, in words: "channel 3, row 2, column 5"."""
    tiles = section.tiles
    rows, columns = tiles.span(spot.row, spot.column)
    if tiles.axes:
        parts: Sequence[str] = (numbered("channel", range(spot.tile, spot.tile + 1)),)
        return ", ".join([section.title, *parts, numbered("row", rows), numbered("column", columns)])
    if tiles.sides[0] == 1:
        named = section.groups[spot.column] if section.groups else numbered("unit", columns)
        return ", ".join([section.title, named])
    if section.picture is not None:
        return ", ".join([numbered("row", rows), numbered("column", columns)])
    return ", ".join([section.title, numbered("channel", rows), numbered("step", columns)])
