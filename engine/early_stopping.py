"""Early stopping: how long the loss has not improved, and the weights of the best epoch."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.events import EpochEnd
from engine.network import Network
from engine.training_config import TrainingConfig

Array = NDArray[np.floating]


class EarlyStopping:
    """Looks at every epoch's loss (Prechelt 1998; Keras's EarlyStopping).

    `best` is the lowest loss so far and `best_epoch` where it stood; `waited` counts the epochs since then.
    `weights` are copies of the network's learned and held vectors at the end of that epoch; there are some only where
    the configuration wants them back.
    """

    counters = ("best", "best_epoch", "waited")

    def __init__(self, network: Network) -> None:
        self.best = math.inf
        self.best_epoch = 0
        self.waited = 0
        self.weights: dict[str, Array] = {}
        self._vectors = {"parameters": network.parameters, "held": network.held}

    def end_epoch(self, end: EpochEnd, config: TrainingConfig) -> None:
        """Take note of an epoch; where weights begin to be wanted in the middle of a run, the best is sought anew."""
        if not config.restore_best:
            self.weights = {}
        loss, anew = end.monitored_loss, config.restore_best and not self.weights
        if math.isfinite(loss) and (anew or loss < self.best - config.min_delta):
            self.best, self.best_epoch, self.waited = loss, end.epoch, 0
            if config.restore_best:
                self._keep()
        else:
            self.waited += 1

    def _keep(self) -> None:
        if not self.weights:
            self.make_room()
        for name, vector in self._vectors.items():
            np.copyto(self.weights[name], vector)

    def make_room(self) -> None:
        """Have arrays for an epoch's weights, which are still to be filled."""
        self.weights = {name: np.empty_like(vector) for name, vector in self._vectors.items()}

    def is_due(self, config: TrainingConfig) -> bool:
        """Whether the patience is at its end."""
        return config.patience is not None and self.waited >= config.patience

    def restore(self) -> int | None:
        """Put the best epoch's weights back where they were kept; its number, or None."""
        if not self.weights:
            return None
        for name, vector in self._vectors.items():
            np.copyto(vector, self.weights[name])
        return self.best_epoch

    def begin_anew(self) -> None:
        """Have all patience again, in a run that is extended."""
        self.waited = 0
