"""Data that a rule makes on the spot: as many samples as are wanted, with noise, the same for the same seed."""

from __future__ import annotations

import numpy as np

from engine.data.source import DataSource
from engine.hyperparameters import NON_NEGATIVE, SEEDS, Bounds, hyper
from engine.random_streams import DATA, stream

SAMPLES = Bounds(4, 1_000_000)


class Made(DataSource):
    """A data set that a rule makes."""

    origin = "Made on the spot by a rule."
    licence = "MIT, as the program."

    samples: int = hyper(200, label="Samples", help="How many samples are made.", bounds=SAMPLES)
    noise: float = hyper(0.1, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE)
    seed: int = hyper(0, label="Data seed", help="The same seed makes the same data.", bounds=SEEDS)

    @property
    def sample_count(self) -> int:
        return self.samples

    def dice(self) -> np.random.Generator:
        """Where all that is random comes from."""
        return stream(self.seed, DATA)
