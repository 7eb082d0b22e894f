"""Training as an iterator of events: forward, loss, backward, step, and over again.

Stopping is ceasing to iterate; `run()` called again goes on where the last one stood, also within an epoch.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.checkpoint import Checkpoint
from engine.data import Dataset
from engine.data.dataset import Part, excerpt
from engine.early_stopping import EarlyStopping
from engine.errors import DataError, DivergenceError, GraphError, HyperparameterError, Message
from engine.events import BatchEnd, EpochEnd, Event, Finished, StopReason
from engine.judging import judges
from engine.network import Network
from engine.numerals import Number
from engine.observation import Observation, observe
from engine.plan import quiet_context
from engine.random_streams import SHUFFLE, stream
from engine.resuming import digest, identity, put_back, take
from engine.stepper import Stepper
from engine.training_config import TrainingConfig
from engine.training_memory import require_memory

__all__ = ["BatchEnd", "EpochEnd", "Event", "Finished", "StopReason", "Trainer", "TrainingConfig"]

Array = NDArray[np.floating]


class Trainer:
    """Trains a network on a data set: `for event in trainer.run(): ...`.

    `done_epochs` and `done_steps` let the counts go on where an earlier run on the same weights has ended.

    `configure` changes hyperparameters from the next batch on and may be called from another thread. Setting
    `observe_next` attaches an Observation to the next BatchEnd; it does not change the training by a bit. While it is
    `open_ended` a run does not end by itself: beyond its epochs a schedule that is as long as these begins anew, and
    any other goes on.
    """

    def __init__(
        self, network: Network, dataset: Dataset, config: TrainingConfig, done_epochs: int = 0, done_steps: int = 0
    ) -> None:
        _check_parts(network, dataset, config)
        self.network = network
        self.config = config
        self.seed = config.seed
        self.observe_next = False
        self.open_ended = False
        self.epoch = self.first_epoch = done_epochs + 1
        self.step = self.first_step = done_steps
        self.last_loss = math.inf
        network.feed_targets(dataset.targets)  # before the split, so that an error tells the row in the data
        require_memory(network, dataset, config)
        training, held_out = dataset.split(config.seed)
        self.inputs, self.targets = self._fed(training)
        self.validation = self._fed(held_out) if held_out else None
        self.samples = network.count_samples({**self.inputs, **self.targets})
        self.class_weights = network.class_weights_for(self.targets)
        self.shuffling = stream(config.seed, SHUFFLE)
        self.stepper = Stepper(network, config)
        self.stopping = EarlyStopping(network)
        self._judged = judges(network, dataset)
        self.epoch_predictions = {
            node: np.empty((self.samples, *network.shapes[node]), network.dtype) for node in self._judged
        }
        has_states = any(spec.state for specs in network.specs.values() for spec in specs)
        self._held_before = network.held.copy() if has_states else None
        self._quiet = quiet_context()
        self._started = self._worked = 0.0
        self._begin_epoch()

    def _fed(self, part: Part) -> tuple[dict[str, Array], dict[str, Array]]:
        """Inputs and targets as the network takes them; DataError where it does not."""
        network, (X, Y) = self.network, part
        return _contiguous(network.feed_inputs(X)), _contiguous(network.feed_targets(Y))

    def configure(self, config: TrainingConfig) -> None:
        """Go on with other hyperparameters; an optimiser or a schedule of the same kind keeps its state."""
        self.config = config

    def extend(self) -> None:
        """Allow as many epochs again as the configuration names, after a run has ended; its schedule begins anew."""
        self.first_epoch, self.first_step = self.epoch, self.step
        self.last_loss = math.inf
        self.stepper.restart_schedule()
        self.stopping.begin_anew()

    def rest(self) -> None:
        """Let time pass that is none of the epoch's, until `go_on`; nothing else depends on it."""
        self._worked = time.perf_counter() - self._started

    def go_on(self) -> None:
        """Count the time of the epoch again."""
        self._started = time.perf_counter() - self._worked

    @property
    def last_epoch(self) -> int:
        """The epoch after which the run ends."""
        return self.first_epoch + self.config.epochs - 1

    @property
    def progress(self) -> float:
        """How much of the run is done, from 0 to 1."""
        done = self.epoch - self.first_epoch + self.position / self.samples
        return min(1.0, done / self.config.epochs)

    @property
    def has_news(self) -> bool:
        """Whether the next event needs no batch: the end of an epoch or of the run."""
        return self.position >= self.samples or self.is_over

    @property
    def within_epoch(self) -> bool:
        """Whether some batches of the present epoch are done."""
        return 0 < self.position < self.samples

    @property
    def steps_left(self) -> float:
        """About how many steps the run still takes."""
        return (1 - self.progress) * self.config.epochs * math.ceil(self.samples / self.config.batch_size)

    def run(self) -> Iterator[Event]:
        """Events until the epochs are done or there is a reason to stop; DivergenceError where numbers overflow."""
        self.stopping.put_last_back()
        while (reason := self._stop_reason()) is None:
            if self._begins_anew():
                self.extend()
            while self.position < self.samples:
                yield self._quiet.run(self._train_batch)
            yield self._end_epoch()
        yield self.finish(reason)

    def _begins_anew(self) -> bool:
        """Whether an open-ended run stands where the curve of its schedule is at its end: between two epochs."""
        done = self.epoch > self.last_epoch and not self.position
        return self.open_ended and done and self.config.schedule.spans_run

    def finish(self, reason: StopReason) -> Finished:
        """End the run where it stands, with the best weights in the network where these are wanted back."""
        restored = self.stopping.restore() if self.config.restore_best else None
        return Finished(reason, self.epoch - 1, self.step, restored)

    def _stop_reason(self) -> StopReason | None:
        """Why the run is over, if it is; an epoch that has begun is brought to its end."""
        target = self.config.loss_target
        if self.position or self.open_ended:
            return None
        if target is not None and self.last_loss <= target:
            return StopReason.LOSS_TARGET
        if self.epoch > self.last_epoch:
            return StopReason.EPOCHS
        return StopReason.EARLY_STOPPING if self.stopping.is_due(self.config) else None

    def _begin_epoch(self) -> None:
        self.position = 0
        self.loss_sum = 0.0
        self._worked = 0.0
        self.go_on()
        self._rate_is_due = True
        shuffle = self.config.shuffle
        self.order = self.shuffling.permutation(self.samples) if shuffle else np.arange(self.samples)

    def _train_batch(self) -> BatchEnd:
        config = self.config
        if self._rate_is_due or config is not self.stepper.config:
            self._settle(config)
        start = self.position
        chosen = self.order[start : start + config.batch_size]
        count = len(chosen)
        plan = self.network.plan(count)
        for node, buffer in plan.inputs.items():
            self.inputs[node].take(chosen, 0, buffer, "clip")
        for node, buffer in plan.targets.items():
            self.targets[node].take(chosen, 0, buffer, "clip")
        if self.class_weights:
            plan.load_class_weights(self.class_weights)
        observing = self.observe_next
        if self._held_before is not None:
            np.copyto(self._held_before, self.network.held)
        loss = plan.train(observing)
        if not math.isfinite(loss):
            raise self._failed_step(plan.first_non_finite())
        for node in self._judged:
            self.epoch_predictions[node][start : start + count] = plan.predictions[node]
        observation = None
        if observing:
            self.observe_next = False
            before = self.network.parameters.copy()
            self.stepper.step()
            observation = observe(self.network, plan, before)
        else:
            self.stepper.step()
        self.step += 1
        self.position = start + count
        self.loss_sum += loss * count
        return BatchEnd(self.step, self.epoch, loss, observation)

    def _settle(self, config: TrainingConfig) -> None:
        """Take over what is configured, and find the learning rate for the step to come."""
        if config is not self.stepper.config:
            self.stepper.configure(config)
        self._rate_is_due = config.schedule.counts_steps
        done, total = self._steps() if self._rate_is_due else (self.epoch - self.first_epoch, config.epochs)
        self.stepper.find_rate(done, total)

    def _steps(self) -> tuple[int, int]:
        """How many steps of the run are done, and how many its epochs have with the present size of batches.

        Beyond its epochs these are as many as before, a share of those that are done.
        """
        batch, done = self.config.batch_size, self.step - self.first_step
        in_epoch, begun = math.ceil(self.samples / batch), math.ceil(self.position / batch)
        if self.epoch > self.last_epoch:
            epochs_done = self.epoch - self.first_epoch + begun / in_epoch
            return done, max(1, round(done * self.config.epochs / epochs_done))
        left = math.ceil((self.samples - self.position) / batch) + (self.last_epoch - self.epoch) * in_epoch
        return done, done + left

    def _end_epoch(self) -> EpochEnd:
        self._require_finite_weights()
        training = [
            self._accuracy(node, self.epoch_predictions, self.targets[node][self.order]) for node in self._judged
        ]
        val_loss, val_accuracy = self._validate()
        end = EpochEnd(
            epoch=self.epoch,
            step=self.step,
            loss=self.loss_sum / self.samples,
            accuracy=_mean(training),
            val_loss=val_loss,
            val_accuracy=val_accuracy,
            learning_rate=self.stepper.learning_rate,
            seconds=time.perf_counter() - self._started,
        )
        self.last_loss = end.loss
        self.stepper.schedule.end_epoch(end.monitored_loss)
        self.stopping.end_epoch(end, self.config)
        self.epoch += 1
        self._begin_epoch()
        return end

    def _validate(self) -> tuple[float | None, float | None]:
        if self.validation is None:
            return None, None
        inputs, targets = self.validation
        # As in Keras, class weights are for training only.
        loss, predictions = self.network.evaluate_fed(inputs, targets, class_weights={})
        if not math.isfinite(loss):
            wrong = (node for node, array in predictions.items() if not np.isfinite(array).all())
            raise self._failed_validation(next(wrong, self.network.outputs[0]))
        return loss, _mean([self._accuracy(node, predictions, targets[node]) for node in self._judged])

    def _accuracy(self, node: str, predictions: Mapping[str, Array], targets: Array) -> float:
        return self._judged[node].accuracy(predictions[node], targets)

    def checkpoint(self) -> Checkpoint:
        """All that a run needs to go on from here to the bit."""
        return take(self)

    def resume(self, checkpoint: Checkpoint) -> None:
        """Go on where another trainer of the same network, data and seed was; DataError where it does not fit."""
        put_back(self, checkpoint)
        self._rate_is_due = True  # it is found at the beginning of an epoch, and this may be another one
        self._worked = 0.0
        self.go_on()

    def preview(self) -> Observation | None:
        """What the next step would show; the run stands as it did. None where its loss would be no number."""
        checkpoint, best_stands = self.checkpoint(), bool(self.stopping.last)
        self.stopping.put_last_back()
        try:
            if self.position >= self.samples:
                self._end_epoch()
            self.observe_next = True
            event = self._quiet.run(self._train_batch)
        except DivergenceError:
            return None
        finally:
            self.observe_next = False
            self.resume(checkpoint)
            if best_stands:
                self.stopping.restore()
        return event.observation

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do, unless the run is extended."""
        return self._stop_reason() is not None

    @cached_property
    def identity(self) -> dict[str, str]:
        """What must be the same where a checkpoint is to go on."""
        return identity(self)

    @cached_property
    def digests(self) -> dict[str, str]:
        """What tells the data of this run from others; there is validation data only where samples are held out."""
        parts = {"training data": (self.inputs, self.targets), "validation data": self.validation}
        return {name: digest(*part) for name, part in parts.items() if part}

    # Numbers that are none

    def _failed_step(self, node: str | None) -> DivergenceError:
        """The error of a step that is not taken: all weights are as they were before it."""
        if self._held_before is not None:
            np.copyto(self.network.held, self._held_before)
        node = node or self.network.outputs[0]
        message = Message(
            "The loss is not a finite number any more at step {step}; the first layer concerned is {node}. "
            "Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.",
            step=self.step + 1, node=node, rate=Number(self.stepper.learning_rate, 6),
        )  # fmt: skip
        return DivergenceError(message, self.step + 1, node)

    def _require_finite_weights(self) -> None:
        """DivergenceError after an epoch whose last step, which no loss has judged, went beyond all numbers."""
        network = self.network
        if np.isfinite(network.parameters).all() and np.isfinite(network.held).all():
            return
        weights = ((node, array) for node in network.order for array in network.weights[node].values())
        node = next(node for node, array in weights if not np.isfinite(array).all())
        message = Message(
            "The weights of {node} are not finite numbers any more at the end of epoch {epoch}. "
            "Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.",
            node=node, epoch=self.epoch, rate=Number(self.stepper.learning_rate, 6),
        )  # fmt: skip
        raise DivergenceError(message, self.step, node)

    def _failed_validation(self, node: str) -> DivergenceError:
        message = Message(
            "The loss of held-out samples at {node} is not a finite number at the end of epoch {epoch}. "
            "Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.",
            node=node, epoch=self.epoch, rate=Number(self.stepper.learning_rate, 6),
        )  # fmt: skip
        return DivergenceError(message, self.step, node)


def _contiguous(arrays: dict[str, Array]) -> dict[str, Array]:
    return {node: np.ascontiguousarray(array) for node, array in arrays.items()}


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _check_parts(network: object, dataset: object, config: object) -> None:
    """GraphError, DataError or HyperparameterError where one of these is of another kind."""
    if not isinstance(network, Network):
        raise GraphError(Message("Training takes a Network. Received: {came}.", came=excerpt(network)))
    if not isinstance(dataset, Dataset):
        raise DataError(
            Message("Training takes a Dataset, such as Dataset.from_arrays(X, Y). Received: {came}.",
                    came=excerpt(dataset))
        )  # fmt: skip
    if not isinstance(config, TrainingConfig):
        raise HyperparameterError(
            Message("Training takes a TrainingConfig, such as TrainingConfig(epochs=3). Received: {came}.",
                    came=excerpt(config))
        )  # fmt: skip
