"""Variants of one network that train side by side: the same split, the same order of samples, the same first weights.

Each racer is a network and a trainer of its own, so it trains to the bit as it would alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from time import perf_counter
from typing import NamedTuple

import numpy as np

from engine.data import Prepared
from engine.errors import HyperparameterError, Message, RambatError
from engine.events import BatchEnd, EpochEnd, Finished
from engine.history import History
from engine.initializers import Initializer
from engine.network import Network
from engine.project import Project
from engine.regularizers import NoRegularizer
from engine.shapes import Shape
from engine.trainer import Trainer
from engine.variations import Variant

FEWEST, MOST = 2, 8
"""Variants of a race."""


class Racer:
    """One variant as it trains.

    `history` is what its trainer tells. `compared` is the same without penalties on weights, which would make losses
    of variants with other penalties numbers of another kind; it is `history` itself where there are none. `own` names
    the weights that are not those with which the project's network begins; `error` says why the racer is out, and
    `seconds` counts the time of its own steps.
    """

    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self.history = History()
        self.compared = self.history
        self.own: tuple[str, ...] = ()
        self.error: Message | None = None
        self.finished: Finished | None = None
        self.batch_loss = math.nan
        self.seconds = 0.0
        self.network: Network | None = None
        self.trainer: Trainer | None = None

    @property
    def is_racing(self) -> bool:
        """Whether there is more to come of it."""
        return self.error is None and self.finished is None

    @property
    def seen(self) -> int:
        """How many samples it has trained on, epoch after epoch."""
        trainer = self.trainer
        return (trainer.epoch - 1) * trainer.samples + trainer.position if trainer is not None else 0

    @property
    def epochs(self) -> int:
        """How many epochs it has done."""
        epochs = self.compared.column("epoch")
        return int(epochs[-1]) if len(epochs) else 0

    @property
    def result(self) -> EpochEnd | None:
        """The figures, without penalties, of the weights that stand: of the last epoch or of that put back."""
        restored = self.finished.restored if self.finished is not None else None
        return self.compared.epoch_end(self.epochs if restored is None else restored)

    def get_ready(self, first: Network, prepared: Prepared, beside: Trainer | None) -> None:
        """Make network and trainer; `first` is the project's as its seed makes it, `beside` holds the same samples."""
        network = Network(self.variant.graph, self.variant.training.seed)
        self.own = _begin_like(first, network)
        trainer = Trainer(network, prepared.dataset, self.variant.training)
        if beside is not None:
            _share_samples(beside, trainer)
        self.network, self.trainer = network, trainer
        self._penalties = [
            (spec.regularizer, network.weights[node][spec.name])
            for node, specs in network.specs.items()
            for spec in specs
            if spec.learned and not isinstance(spec.regularizer, NoRegularizer)
        ]
        self.compared = History() if self._penalties else self.history
        self._penalty = self._weigh()
        self._loss_sum = 0.0
        self._events = trainer.run()

    def advance(self) -> None:
        """Train on one batch, or take the next thing that is told without one; RambatError where that fails."""
        trainer = self.trainer
        assert trainer is not None
        before, started = trainer.position, perf_counter()
        event = next(self._events)
        self.seconds += perf_counter() - started
        self.history.record(event)
        if isinstance(event, Finished):
            self.finished = event
            self.flush()
            return
        if isinstance(event, BatchEnd):
            self.batch_loss = event.loss - self._penalty
        if self._penalties:
            self._compare(event, trainer.position - before)

    def flush(self) -> None:
        """Let readers see all that is recorded; called by the thread that trains."""
        self.history.flush()
        self.compared.flush()

    def _compare(self, event: BatchEnd | EpochEnd, count: int) -> None:
        """Keep the loss without what the weights cost: those before the step at a batch, the present ones after it."""
        if isinstance(event, BatchEnd):
            self._loss_sum += self.batch_loss * count
            self.compared.record(event._replace(loss=self.batch_loss))
            self._penalty = self._weigh()
            return
        assert self.trainer is not None
        held_out = None if event.val_loss is None else event.val_loss - self._penalty
        self.compared.record(event._replace(loss=self._loss_sum / self.trainer.samples, val_loss=held_out))
        self._loss_sum = 0.0

    def _weigh(self) -> float:
        with np.errstate(all="ignore"):  # the trainer tells of weights that overflow
            return sum(regularizer.penalty(weights) for regularizer, weights in self._penalties)


class Standing(NamedTuple):
    """A racer, and the figures that it is judged by; None before there are some."""

    racer: Racer
    end: EpochEnd | None

    @property
    def loss(self) -> float:
        """What decides; infinite where there is none, and for a racer that is out."""
        return math.inf if self.end is None or self.racer.error is not None else self.end.monitored_loss


class Race:
    """Two to eight variants of a project; HyperparameterError where they are fewer, more or not different."""

    def __init__(self, project: Project, variants: Sequence[Variant], prepared: Prepared | None = None) -> None:
        require_variants(variants)
        self.project = project
        self.racers = tuple(Racer(variant) for variant in variants)
        self.prepared = prepared

    def run(self) -> Iterator[Racer]:
        """The racer that has just moved, until none does; who is behind moves next, so that all see samples alike.

        One whose numbers diverge, or which cannot begin, is out with its message, and the others go on.
        """
        yield from self._get_ready()
        while racing := [racer for racer in self.racers if racer.is_racing]:
            racer = min(racing, key=lambda racer: racer.seen)
            try:
                racer.advance()
            except RambatError as error:
                racer.error = error.messages[0]
                racer.flush()
            yield racer

    def _get_ready(self) -> Iterator[Racer]:
        if self.prepared is None:
            self.prepared = self.project.prepare()
        first = Network(self.project.graph, self.project.training.seed)
        beside: Trainer | None = None
        for racer in self.racers:
            try:
                racer.get_ready(first, self.prepared, beside)
                beside = beside or racer.trainer
            except RambatError as error:
                racer.error = error.messages[0]
            except MemoryError:
                racer.error = Message("This variant needs more memory than there is beside the others.")
            yield racer

    def ranking(self) -> list[Standing]:
        """The racers by the loss they are judged by; those that are out come last.

        Who still races is judged at the last epoch that all who do have done, who is done by the weights that stand.
        """
        common = min((racer.epochs for racer in self.racers if racer.is_racing), default=0)
        found = [
            Standing(racer, racer.compared.epoch_end(common) if racer.is_racing else racer.result)
            for racer in self.racers
        ]
        return sorted(found, key=lambda standing: (standing.racer.error is not None, standing.loss))


def require_variants(variants: Sequence[Variant]) -> None:
    """HyperparameterError where these do not make a race."""
    if not FEWEST <= len(variants) <= MOST:
        raise HyperparameterError(
            Message("A race takes {fewest} to {most} variants. Received: {count}.",
                    fewest=FEWEST, most=MOST, count=len(variants))
        )  # fmt: skip
    for (one, first), (other, second) in combinations(enumerate(variants, 1), 2):
        if (first.training, first.graph) == (second.training, second.graph):
            raise HyperparameterError(
                Message("Variants {one} and {other} are the same. Change one of them, or take it out.",
                        one=one, other=other)
            )  # fmt: skip
    if len({variant.training.seed for variant in variants}) > 1:
        raise HyperparameterError(Message("All variants of a race have the same seed."))


def _begin_like(first: Network, network: Network) -> tuple[str, ...]:
    """Begin with the first network's weights where name, shape and initialiser are the same; the others' names."""
    given = first.state_dict()
    there, here = _beginnings(first), _beginnings(network)
    network.carry_over({key: given[key] for key, how in here.items() if there.get(key) == how})
    return tuple(key for key, how in here.items() if there.get(key) != how)


def _beginnings(network: Network) -> dict[str, tuple[Shape, Initializer]]:
    """The shape of each array, and how it begins."""
    return {
        f"{node}.{spec.name}": (spec.shape, spec.initializer) for node, specs in network.specs.items() for spec in specs
    }


def _share_samples(beside: Trainer, trainer: Trainer) -> None:
    """Let two trainers that read the same samples hold them once."""
    pairs = [(beside.inputs, trainer.inputs), (beside.targets, trainer.targets)]
    if beside.validation is not None and trainer.validation is not None:
        pairs += zip(beside.validation, trainer.validation, strict=True)
    for there, here in pairs:
        for node, array in here.items():
            if node in there and np.array_equal(there[node], array):
                here[node] = there[node]
