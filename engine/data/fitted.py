"""What was learnt from the training part, as it is applied to any samples and to what a network says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Arrays, Group, Part
from engine.data.expansion import Expansion
from engine.data.filling import Filler
from engine.data.scaling import Scaler
from engine.errors import DataError, Message
from engine.shapes import Shape

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Fitted:
    """The way of samples into the network, and of its answers back into the data's own units.

    `inputs` is the shape of a sample as it comes, `features` names its columns, `groups` are these as people know
    them, `classes` what is told apart, and `target_names` what it is called. Where there is no `filler`
    nothing may be missing; without a `target_scaler` the network answers in the data's own units.
    """

    inputs: Shape
    scaler: Scaler
    target_scaler: Scaler | None = None
    filler: Filler | None = None
    expansion: Expansion | None = None
    features: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    target_names: tuple[str, ...] = ()

    def transform(self, X: Array) -> Array:
        """Inputs (n, ...) in the data's own units as the network takes them."""
        filled = self.filled(X)
        expanded = self.expansion.transform(filled) if self.expansion is not None else filled
        return self.scaler.transform(expanded)

    def filled(self, X: Array) -> Array:
        """Inputs (n, ...) with something where values were missing."""
        return self.filler.transform(X) if self.filler is not None else X

    def measured(self, predictions: Array) -> Array:
        """An output's answers (n, ...), or targets as it learns them, in the data's own units."""
        return predictions if self.target_scaler is None else self.target_scaler.inverse(predictions)

    def prepared(self, part: Part) -> Part:
        """A part in the data's own units as the network learns from it."""
        inputs, targets = part
        if self.target_scaler is not None:
            targets = self.target_scaler.transform(one_array(targets))
        return self.transform(one_array(inputs)), targets


def one_array(arrays: Arrays) -> Array:
    """The inputs or targets; DataError where there are several."""
    if isinstance(arrays, Mapping):
        raise DataError(Message("Only data with one input can be prepared."))
    return arrays
