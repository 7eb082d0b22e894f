"""Early stopping: how long the loss has not improved, and the weights of the best epoch."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.events import EpochEnd
from engine.network import Network
from engine.training_config import TrainingConfig

Array = NDArray[np.floating]
Weights = dict[str, Array]
"""Copies of a network's learned and held vectors; empty where none are kept."""


class EarlyStopping:
    """Looks at every epoch's loss (Prechelt 1998; Keras's EarlyStopping).

    `waited` counts the epochs since the loss fell by enough below `mark`, its value at the last time that it did.
    `best` is the lowest loss so far, by however little, and `best_epoch` where it stood.
    `weights` are those at the end of that epoch; there are some only where the configuration wants them back. While
    they stand in the network again, `last` are those with which the training goes on.
    """

    counters = ("mark", "waited", "best", "best_epoch")

    def __init__(self, network: Network) -> None:
        self.mark = self.best = math.inf
        self.best_epoch = 0
        self.waited = 0
        self.weights = Weights()
        self.last = Weights()
        self._vectors = {"parameters": network.parameters, "held": network.held}

    def end_epoch(self, end: EpochEnd, config: TrainingConfig) -> None:
        """Take note of an epoch; where weights begin to be wanted in the middle of a run, the best is sought anew."""
        loss = end.monitored_loss
        if math.isfinite(loss) and loss < self.mark - config.min_delta:
            self.mark, self.waited = loss, 0
        else:
            self.waited += 1
        if not config.restore_best:
            self.weights = Weights()
        anew = config.restore_best and not self.weights
        if math.isfinite(loss) and (anew or loss < self.best):
            self.best, self.best_epoch = loss, end.epoch
            if config.restore_best:
                self.weights = self._copies(self.weights)

    def make_room(self) -> None:
        """Have arrays for an epoch's weights, which are still to be filled."""
        self.weights = self._copies({})

    def is_due(self, config: TrainingConfig) -> bool:
        """Whether the patience is at its end."""
        return config.patience is not None and self.waited >= config.patience

    def restore(self) -> int | None:
        """Put the best epoch's weights into the network, if they were kept; its number, or None."""
        if not self.weights:
            return None
        self.last = self._copies({})
        self._put(self.weights)
        return self.best_epoch

    def put_last_back(self) -> None:
        """Undo `restore`: what optimiser and order of samples remember belongs to the last epoch's weights."""
        self._put(self.last)
        self.last = Weights()

    def begin_anew(self) -> None:
        """Have all patience again, in a run that is extended."""
        self.waited = 0

    def _copies(self, room: Weights) -> Weights:
        """The network's vectors as they are now, in that room if there is some."""
        room = room or {name: np.empty_like(vector) for name, vector in self._vectors.items()}
        for name, vector in self._vectors.items():
            np.copyto(room[name], vector)
        return room

    def _put(self, weights: Weights) -> None:
        for name, array in weights.items():
            np.copyto(self._vectors[name], array)
