"""What each layer kind is in PyTorch: a function of the layer, its input tensors and its weights, channels last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.peers.layers import convolution, core, merge, normalization, sequence, shaping

Peer = Callable[[Any, list[Any], Mapping[str, Any]], Any]

FAMILIES = (convolution, core, merge, normalization, sequence, shaping)
LAYERS: dict[str, Peer] = {kind: peer for family in FAMILIES for kind, peer in family.LAYERS.items()}
