"""The weights of a layer as pictures: as they are, their gradients, or how far they have come since the run began."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.data.picture_shape import picture_shape
from engine.data.preparation import Prepared
from engine.initial_weights import initial_weights
from engine.layers import Dense, Input
from engine.layers.convolution import BaseConvolution
from engine.layers.depthwise import DepthwiseConv2D
from engine.layers.transposed import Conv2DTranspose
from engine.network import Network
from engine.shapes import Shape
from engine.tiles import Tiles, seen_tiles, weight_tiles

Array = NDArray[np.floating]


class Side(Enum):
    """What is shown of weights."""

    WEIGHT = "weight"
    GRADIENT = "gradient"
    CHANGE = "change"


@dataclass(frozen=True, eq=False)
class WeightLook:
    """One layer's arrays by name; `picture` is what a dense layer sees, where that is one.

    `inputs` names the rows of the kernel of a layer that reads the columns of the data.
    """

    node: str
    side: Side
    arrays: Mapping[str, Tiles]
    picture: Shape | None = None
    inputs: tuple[str, ...] = ()


def layers_with_matrices(network: Network) -> tuple[str, ...]:
    """The layers that have weights of two dimensions or more, in the network's order."""
    return tuple(
        node for node in network.order if any(array.ndim > 1 for array in network.weights.get(node, {}).values())
    )


def convolutions(network: Network) -> tuple[str, ...]:
    """Those among them that look for patterns in windows."""
    return tuple(
        node for node in layers_with_matrices(network) if isinstance(network.graph[node].layer, BaseConvolution)
    )


class WeightProbe:
    """Looks at the weights of some layers; `as_seen` asks for those of a layer that sees pictures as pictures."""

    def __init__(self, nodes: tuple[str, ...], side: Side, as_seen: bool = True) -> None:
        self.nodes, self.side, self.as_seen = nodes, side, as_seen
        self._network: Network | None = None
        self._starts: dict[str, dict[str, Array]] = {}

    def __call__(self, network: Network, prepared: Prepared) -> dict[str, WeightLook]:
        if network is not self._network:
            self._network, self._starts = network, {}
        return {node: self._look(network, prepared, node) for node in self.nodes if node in network.weights}

    def _look(self, network: Network, prepared: Prepared, node: str) -> WeightLook:
        layer, seen = network.graph[node].layer, seen_picture(network, prepared, node)
        turned = isinstance(layer, Conv2DTranspose | DepthwiseConv2D)
        arrays = {
            name: seen_tiles(array, seen)
            if seen is not None and self.as_seen and name == "kernel"
            else weight_tiles(array, turned)
            for name, array in self._arrays(network, node).items()
        }
        columns = prepared.dataset.features if _source(network, node) in network.inputs else ()
        return WeightLook(node, self.side, arrays, seen, columns)

    def _arrays(self, network: Network, node: str) -> Mapping[str, Array]:
        """What is asked for, by name; nothing of what training leaves alone but the weights themselves."""
        weights, owner = network.weights[node], network.graph.owner(node)
        learned = {spec.name for spec in network.specs[owner] if spec.learned}
        match self.side:
            case Side.WEIGHT:
                return weights
            case Side.GRADIENT:
                return {name: array for name, array in network.weight_gradients[node].items() if name in learned}
            case Side.CHANGE:
                if owner not in self._starts:
                    begun = initial_weights(network.specs[owner], network.seed, owner)
                    self._starts[owner] = {name: array.astype(network.dtype) for name, array in begun.items()}
                return {name: weights[name] - self._starts[owner][name] for name in weights if name in learned}


def seen_picture(network: Network, prepared: Prepared, node: str) -> Shape | None:
    """Height, width and channels of the picture that a dense layer sees as it comes, or None."""
    source = _source(network, node)
    if not isinstance(network.graph[node].layer, Dense) or source not in network.inputs:
        return None
    shape = picture_shape(network.shapes[source], prepared.dataset.features)
    whole = shape is not None and len(network.weights[node]["kernel"]) == math.prod(shape)
    return shape if whole else None  # else it sees a row at a time


def _source(network: Network, node: str) -> str:
    """Where the numbers come from that enter a layer, over layers that only give them another shape."""
    while edges := network.graph.incoming(node):
        node = edges[0].source
        if not network.graph[node].layer.only_reshapes or isinstance(network.graph[node].layer, Input):
            break
    return node
