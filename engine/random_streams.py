"""One seed, independent streams: initialisation, split, shuffling, dropout and data never disturb each other."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import numpy as np

INITIALIZATION, SPLIT, SHUFFLE, DROPOUT, DATA, AUGMENTATION = range(6)


def stream(seed: int, purpose: int, name: str = "") -> np.random.Generator:
    """The generator of one purpose; `name`, such as a layer's id, gives each its own."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(purpose, zlib.crc32(name.encode()))))


def rewind(streams: Mapping[str, np.random.Generator], seed: int, purpose: int) -> None:
    """Let generators of one purpose, by their names, draw again what they drew first; whoever holds them keeps them."""
    for name, generator in streams.items():
        generator.bit_generator.state = stream(seed, purpose, name).bit_generator.state
