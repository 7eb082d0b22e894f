"""What a run tells as it goes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from engine.observation import Observation


class BatchEnd(NamedTuple):
    """One step done; `step` counts from 1 over the whole run, `loss` is that of the batch before the step."""

    step: int
    epoch: int
    loss: float
    observation: Observation | None


class EpochEnd(NamedTuple):
    """One epoch done; training figures are means over its batches as they were met."""

    epoch: int
    step: int
    loss: float
    accuracy: float | None
    val_loss: float | None
    val_accuracy: float | None
    learning_rate: float
    seconds: float

    @property
    def monitored_loss(self) -> float:
        """The loss by which a run is judged: that of held-out samples where there are some."""
        return self.loss if self.val_loss is None else self.val_loss

    @property
    def monitored_accuracy(self) -> float | None:
        """The accuracy by which a run is judged, chosen alike; None where the network has none."""
        return self.accuracy if self.val_accuracy is None else self.val_accuracy


class StopReason(Enum):
    """Why a run ended by itself; how it went with a goal is for its `GoalEnd` to tell."""

    EPOCHS = "epochs"
    LOSS_TARGET = "loss_target"
    EARLY_STOPPING = "early_stopping"
    GOAL = "goal"


class Finished(NamedTuple):
    """The run is over; `restored` is the epoch whose weights were put back, if any were."""

    reason: StopReason
    epoch: int
    step: int
    restored: int | None = None


Event = BatchEnd | EpochEnd | Finished
