"""Altered copies of training samples, so that a network learns what does not matter."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError, Message
from engine.hyperparameters import NON_NEGATIVE, Bounds, Configurable, hyper
from engine.shapes import shape_text

Array = NDArray[np.floating]


class Augmentation(Configurable, family="augmentation"):
    """Makes copies of the training inputs; validation and test stay as they are."""

    copies: int = hyper(
        1, label="Copies", help="How many altered copies of every training sample are added.", bounds=Bounds(1, 50)
    )

    @abstractmethod
    def alter(self, X: Array, rng: np.random.Generator) -> Array:
        """Inputs (n, ...) altered, each by chance; the same shape, and X stays as it is."""

    def transform(self, X: Array, rng: np.random.Generator) -> Array:
        """The inputs (n, ...) and behind them their copies, all of one turn after the other: ((1 + copies) n, ...)."""
        return np.concatenate([X, *(self.alter(X, rng) for _ in range(self.copies))], dtype=X.dtype)


class Noise(Augmentation, name="noise"):
    label = "Noise"
    summary = "Copies with every value shifted a little by chance."

    deviation: float = hyper(
        0.1, label="Noise", help="Standard deviation of the shift, as a multiple of the feature's own.",
        bounds=NON_NEGATIVE,
    )  # fmt: skip

    def alter(self, X: Array, rng: np.random.Generator) -> Array:
        shifted: Array = X + rng.normal(0.0, self.deviation, X.shape) * X.std(axis=0)
        return shifted


class Pictures(Augmentation, name="pictures"):
    label = "Altered pictures"
    summary = "Copies of pictures that are shifted, turned, mirrored and covered with noise by chance."

    shift: int = hyper(1, label="Shift", help="At most so many pixels to each side.", bounds=Bounds(0, 64))
    rotation: float = hyper(10.0, label="Rotation", help="At most so many degrees either way.", bounds=Bounds(0, 180))
    flip: bool = hyper(False, label="Mirror", help="Half of the copies have left and right exchanged.")
    noise: float = hyper(
        0.0, label="Noise", help="Standard deviation of a shift of every pixel, as a share of the span of all values.",
        bounds=Bounds(0, 1),
    )  # fmt: skip

    def conflicts(self) -> Iterator[Message]:
        if not (self.shift or self.rotation or self.flip or self.noise):
            yield Message("The copies would be like the originals. Choose how they differ.")

    def alter(self, X: Array, rng: np.random.Generator) -> Array:
        if X.ndim != 4:
            raise DataError(
                Message("Only pictures of height×width×channels can be shifted, turned and mirrored. The data bring "
                        "{came}.", came=shape_text(X.shape[1:]))
            )  # fmt: skip
        from scipy.ndimage import affine_transform

        altered = np.empty_like(X)
        middle = (np.array(X.shape[1:3]) - 1) / 2
        for index, picture in enumerate(X):
            angle = np.radians(rng.uniform(-self.rotation, self.rotation))
            turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
            moved = rng.uniform(-self.shift, self.shift, 2)
            if self.flip and rng.random() < 0.5:
                turn[:, 1] *= -1
            offset = middle - turn @ (middle + moved)
            for channel in range(X.shape[3]):
                altered[index, ..., channel] = affine_transform(
                    picture[..., channel], turn, offset, order=1, mode="nearest"
                )
        if self.noise:
            altered += rng.normal(0.0, self.noise * (X.max() - X.min()), X.shape)
        return altered
