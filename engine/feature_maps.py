"""What every layer makes of one sample: the maps of convolutions and poolings, and the activations of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answers import part_named
from engine.classes import class_numbers
from engine.data.dataset import take
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
    """One sample: as it was loaded, as it enters the network, and by layer what leaves it.

    `picture` is the sample's shape where it is one, `target` what is to be learned of it in the data's own units,
    `said` what each output says of it.
    """

    part: str
    place: int
    sample: Array
    picture: Shape | None
    target: Array
    entering: Tiles
    layers: Mapping[str, Tiles]
    said: Mapping[str, Said]


class MapsProbe:
    """A look at one sample of a part, counted round; None where the data do not fit the network."""

    def __init__(self, part: str, place: int) -> None:
        self.part, self.place = part, place
        self._watch = Watch(1)

    def __call__(self, network: Network, prepared: Prepared) -> MapsLook | None:
        (raw, targets), (inputs, _) = part_named(prepared, self.part)
        if isinstance(raw, Mapping) or isinstance(targets, Mapping) or isinstance(inputs, Mapping):
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
        sample, target = np.array(raw[place], np.float64), np.asarray(targets)[place]
        entering = output_tiles(plan.inputs[network.inputs[0]][0])
        return MapsLook(self.part, place, sample, shape, np.array(target), entering, layers, said)


def count_of(prepared: Prepared, part: str) -> int:
    """How many samples a part has."""
    targets = part_named(prepared, part)[0][1]
    return len(next(iter(targets.values())) if isinstance(targets, Mapping) else targets)


def classes_of(prepared: Prepared, part: str) -> NDArray[np.intp] | None:
    """The class of each sample of a part, or None where there are no classes."""
    targets, classes = part_named(prepared, part)[0][1], prepared.dataset.classes
    if not classes or isinstance(targets, Mapping):
        return None
    flat = np.asarray(targets).reshape(len(targets), -1)
    return class_numbers(flat, len(classes)) if flat.shape[1] in (1, len(classes)) else None
