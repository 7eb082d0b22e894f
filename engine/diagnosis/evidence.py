"""What a run has left for the coach to read: its curves, looks at its layers, the data, and how it is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.data.preparation import Preparation
from engine.data.source import DataSource
from engine.diagnosis.data_facts import DataFacts
from engine.diagnosis.look import Look
from engine.diagnosis.loss_ends import LossEnds
from engine.diagnosis.trail import Seen, Trail
from engine.errors import DivergenceError
from engine.graph import Graph
from engine.history import History
from engine.inference import Inference
from engine.layers import Output
from engine.observation import LayerStatistics
from engine.training_config import TrainingConfig

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Since:
    """After which epoch and step the present settings hold; what came before speaks of others."""

    epoch: int = 0
    step: int = 0


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that rules read, up to a step; curves hold the epochs since the settings are as they are."""

    graph: Graph
    inference: Inference
    training: TrainingConfig
    preparation: Preparation
    history: History
    step: int
    source: DataSource | None = None
    since: Since = field(default_factory=Since)
    trail: Trail = field(default_factory=Trail)
    look: Look | None = None
    divergence: DivergenceError | None = None

    # Curves

    @cached_property
    def _epochs(self) -> Mapping[str, Array]:
        names = ("epoch", "loss", "val_loss", "accuracy", "val_accuracy")
        columns = dict(zip(names, self.history.columns(*names), strict=True))
        begin = int(np.searchsorted(columns["epoch"], self.since.epoch, side="right"))
        return {name: column[begin:] for name, column in columns.items()}

    @property
    def epochs(self) -> Array:
        """The numbers of the epochs, from 1 over the whole run."""
        return self._epochs["epoch"]

    @property
    def losses(self) -> Array:
        """The training loss of every epoch."""
        return self._epochs["loss"]

    @property
    def val_losses(self) -> Array:
        """The loss of held-out samples of every epoch; empty where none are held out."""
        values = self._epochs["val_loss"]
        return values if np.isfinite(values).all() else np.empty(0)

    def last(self, name: str) -> float | None:
        """The newest figure of an epoch; None where there is none."""
        values = self._epochs[name]
        return float(values[-1]) if len(values) and np.isfinite(values[-1]) else None

    @cached_property
    def first_loss(self) -> float | None:
        """The loss of the first epoch of all, whatever the settings were then."""
        (losses,) = self.history.columns("loss")
        return float(losses[0]) if len(losses) else None

    @property
    def loss_ends(self) -> LossEnds | None:
        """The losses between which the network learns, where they are known."""
        return self.data.loss_ends if self.data is not None else None

    @property
    def constant_loss(self) -> float | None:
        """The loss of always the same answer, where it is known."""
        return self.loss_ends.constant if self.loss_ends is not None else None

    def left(self, loss: float) -> float | None:
        """The share that a loss leaves of all there is to learn, where that is known: 1 of always the same answer."""
        ends = self.loss_ends
        return (loss - ends.right) / (ends.constant - ends.right) if ends is not None else None

    @property
    def steps(self) -> int:
        """Steps that were taken with the present settings."""
        return max(0, self.step - self.since.step)

    @property
    def epochs_left(self) -> int:
        """Epochs that the settings still allow after those that are done."""
        done = int(self.epochs[-1]) if len(self.epochs) else self.since.epoch
        return max(0, self.training.epochs - done)

    # Layers

    @property
    def data(self) -> DataFacts | None:
        """What is known of the data."""
        return self.look.data if self.look is not None else None

    @cached_property
    def _trail_suits(self) -> bool:
        """Whether what was seen is of this drawing; for a moment after an edit it is of the one before."""
        return all(node in self.graph for node in self.trail.first.layers)

    @property
    def beginning(self) -> Seen:
        """The step that was looked at first."""
        return self.trail.first if self._trail_suits else Seen()

    @cached_property
    def layers(self) -> Mapping[str, LayerStatistics]:
        """The layers that learn, in their order, as they usually are at present."""
        return self.trail.usual if self._trail_suits else {}

    @cached_property
    def update_ratio(self) -> float | None:
        """By which share of themselves weights change at a step: of the layer that changes most."""
        ratios = [each.update_ratio for each in self.layers.values() if each.weights > 0]
        return max(ratios) if ratios else None

    @cached_property
    def output(self) -> str:
        """The one Output; "" where there are several."""
        outputs = [node.id for node in self.graph if isinstance(node.layer, Output)]
        return outputs[0] if len(outputs) == 1 else ""

    @property
    def samples(self) -> int:
        """Samples that train; 0 while the data are not known."""
        return self.data.samples if self.data is not None else 0

    @property
    def steps_an_epoch(self) -> int:
        """Batches in which all samples are seen; 0 while the data are not known."""
        return -(-self.samples // self.training.batch_size)

    @property
    def has_learned_something(self) -> bool:
        """Whether the loss is below that of always the same answer, where that is known."""
        if not self.constant_loss:
            return True
        return len(self.losses) > 0 and float(self.losses[-1]) < self.constant_loss

    def has_learned_little(self, share: float = 0.5) -> bool:
        """Whether more than this share is left of what there is to learn, or else of the loss with which it began."""
        if self.first_loss is None or not len(self.losses):
            return True
        loss = float(np.median(self.losses[-3:]))
        left = self.left(loss)
        return loss > share * self.first_loss if left is None else left > share
