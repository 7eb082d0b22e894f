"""What every layer makes of one sample: the maps of convolutions and poolings, and the activations of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answers import part_named
from engine.classes import class_numbers
from engine.data.dataset import Part, take
from engine.data.picture_shape import picture_shape
from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.network import Network
from engine.shapes import Shape
from engine.tiles import Tiles, output_tiles
from engine.trial import Said, said_of_one
from engine.watching import Watch, hidden_layers

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class MapsLook:
    """One sample: as it was loaded and, by layer, what leaves it.

    `picture` is the sample's shape where it is one, `said` what each output says of it.
    """

    part: str
    place: int
    sample: Array
    picture: Shape | None
    layers: Mapping[str, Tiles]
    said: Mapping[str, Said]


class MapsProbe:
    """A look at one sample of a part, counted round; None where the data do not fit the network."""

    def __init__(self, part: str, place: int) -> None:
        self.part, self.place = part, place
        self._watch = Watch(1)

    def __call__(self, network: Network, prepared: Prepared) -> MapsLook | None:
        (raw, _), (inputs, _) = part_named(prepared, self.part)
        if isinstance(raw, Mapping) or isinstance(inputs, Mapping):
            return None
        place = self.place % len(raw)
        try:
            feeds = network.feed_inputs(take(inputs, np.array([place])))
            _, plan = next(self._watch.run(network, feeds))
            said = said_of_one(network, prepared, plan.predictions)
        except DataError:
            return None
        layers = {node: output_tiles(plan.kernels[node].output[0]) for node in hidden_layers(network)}
        shape = picture_shape(raw.shape[1:], prepared.fitted.features)
        return MapsLook(self.part, place, np.array(raw[place]), shape, layers, said)


def classes_of(prepared: Prepared, part: str) -> NDArray[np.intp] | None:
    """The class of each sample of a part, or None where there are no classes."""
    targets: Part = part_named(prepared, part)[0]
    answers, classes = targets[1], prepared.dataset.classes
    if not classes or isinstance(answers, Mapping):
        return None
    flat = np.asarray(answers).reshape(len(answers), -1)
    return class_numbers(flat, len(classes)) if flat.shape[1] in (1, len(classes)) else None
