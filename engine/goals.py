"""What a run goes on for, in place of a number of epochs: each kind once, with the watch that tells when it is there.

A goal takes the place of all that ends a run by itself: its epochs, its loss target and its stopping patience. Where
one may never be reached, its limit says after how many epochs the run ends all the same. A run that has ended so has
its best weights back where they are kept, and goes on, if it is to, as one that paused: to the last of its epochs, or
for as many again where these are done.
"""

from __future__ import annotations

import math
import time
from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from engine.errors import GraphError, HyperparameterError, Message
from engine.events import EpochEnd, Event
from engine.hyperparameters import AT_LEAST_ONE, NON_NEGATIVE, POSITIVE, Bounds, Configurable, hyper
from engine.judging import judges
from engine.numerals import Number

if TYPE_CHECKING:
    from engine.data import Dataset
    from engine.network import Network

SHARE = Bounds(0, 1, low_open=True)
AT_LEAST_TWO = Bounds(2)
LIMIT = 10_000
"""Epochs after which a run stops, unless people say otherwise."""


class Goal(Configurable, family="goal"):
    """When a run has come far enough."""

    needs_accuracy: ClassVar[bool] = False

    @abstractmethod
    def told(self) -> Message:
        """The goal in a few words, such as "accuracy ≥ 0.95"."""

    @abstractmethod
    def watch(self) -> GoalWatch:
        """What looks out for it, from now on."""


class GoalEnd(NamedTuple):
    """How it went with a goal: reached after that epoch, or given up there."""

    goal: Goal
    reached: bool
    epoch: int
    aim: Message

    def told(self) -> Message:
        """The same in one sentence."""
        if self.reached:
            return Message("The goal is reached in epoch {epoch}: {goal}.", epoch=self.epoch, goal=self.aim)
        return Message(
            "The run stops after epoch {epoch}, its limit, without the goal: {goal}.",
            epoch=self.epoch, goal=self.aim,
        )  # fmt: skip


class GoalWatch:
    """Looks at the events of a run; `epochs` counts those since the goal was set."""

    def __init__(self, goal: Goal, limit: int | None = None) -> None:
        self.goal = goal
        self.limit = limit
        self.epochs = 0

    def end(self, event: Event) -> GoalEnd | None:
        """How it ends with this event, if it does."""
        if isinstance(event, EpochEnd):
            self.epochs += 1
            if self.is_met(event):
                return GoalEnd(self.goal, True, event.epoch, self.aim())
            if self.limit is not None and self.epochs >= self.limit:
                return GoalEnd(self.goal, False, event.epoch, self.aim())
        return None

    @abstractmethod
    def is_met(self, end: EpochEnd) -> bool:
        """Whether the goal is reached with this epoch."""

    def aim(self) -> Message:
        """The goal in a few words, as this run has it."""
        return self.goal.told()

    @abstractmethod
    def told(self) -> Message:
        """What the run goes on for in a few words, and how far it is where that is known."""

    def go_on(self) -> None:
        """Watch again, after the run stood still."""


class Pursuit:
    """Goals that a run is on its way to; the first one that comes to its end is all of them: `ended` tells how."""

    def __init__(self, goals: Iterable[Goal]) -> None:
        self.goals = tuple(goals)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Count from here."""
        self.ended: GoalEnd | None = None
        self._watches = [goal.watch() for goal in self.goals]

    def go_on(self) -> None:
        """Watch again, after the run stood still."""
        for watch in self._watches:
            watch.go_on()

    def told(self) -> Message:
        """What the run goes on for, as the first of the goals sees it."""
        return self._watches[0].told()

    def is_reached_by(self, event: Event) -> bool:
        """Whether a run that has told this goes no further."""
        for watch in self._watches:
            self.ended = self.ended or watch.end(event)
        return self.ended is not None

    def require_sense(self, network: Network, dataset: Dataset) -> None:
        """GraphError where a goal could never be reached, whatever the run does."""
        if any(goal.needs_accuracy for goal in self.goals) and not judges(network, dataset):
            raise GraphError(
                Message("This network predicts numbers, not classes, so it has no accuracy to reach. "
                        "Choose another goal, such as a loss.")
            )  # fmt: skip


def goal_from_text(text: str) -> Goal:
    """The goal that "accuracy=0.95" or "plateau=20,delta=0.01" means; the first number needs no name of its own."""
    (name, _, first), *others = (part.partition("=") for part in text.split(","))
    kind = Goal.kinds().get(name)
    if kind is None or not (first and all(value for _, _, value in others)):
        raise HyperparameterError(
            Message("A goal is written as NAME=NUMBER, such as accuracy=0.95, where NAME is one of {names}. "
                    "Received: {came}.", names=", ".join(Goal.kinds()), came=repr(text))
        )  # fmt: skip
    return kind(_number(first), **{field: _number(value) for field, _, value in others})


def _number(text: str) -> float | str:
    """The number that the text means, or the text itself, which its field then refuses in its own words."""
    try:
        return int(text) if text.lstrip("-").isdecimal() else float(text)
    except ValueError:
        return text


def _until(aim: Message, now: float | None) -> Message:
    """A goal, and the number that has to come there, once it is known."""
    if now is None:
        return Message("until {goal}", goal=aim)
    return Message("until {goal}, now {value}", goal=aim, value=Number(now, 3))


def limit_field() -> Any:
    """The field `limit: int`."""
    return hyper(
        LIMIT,
        label="Epochs at most",
        help="After so many epochs the run stops even if the goal is not reached.",
        bounds=AT_LEAST_ONE,
    )


class EpochsGoal(Goal, name="epochs"):
    label = "So many epochs"
    summary = "A number of epochs from here, whatever comes of them."

    epochs: int = hyper(100, label="More epochs", help="How many epochs from here.", bounds=AT_LEAST_ONE)

    def told(self) -> Message:
        return Message("1 more epoch") if self.epochs == 1 else Message("{count} more epochs", count=self.epochs)

    def watch(self) -> GoalWatch:
        return EpochsWatch(self)


class EpochsWatch(GoalWatch):
    goal: EpochsGoal

    def is_met(self, end: EpochEnd) -> bool:
        return self.epochs >= self.goal.epochs

    def told(self) -> Message:
        left = max(0, self.goal.epochs - self.epochs)
        return Message("1 epoch to go") if left == 1 else Message("{count} epochs to go", count=left)


class LossGoal(Goal, name="loss"):
    label = "A low loss"
    summary = "The loss of held-out samples, or of the training where none are held out."

    loss: float = hyper(0.1, label="Loss at most", help="How low the loss of an epoch has to be.", bounds=POSITIVE)
    limit: int = limit_field()

    def told(self) -> Message:
        return Message("loss ≤ {value}", value=Number(self.loss, 6))

    def watch(self) -> GoalWatch:
        return LossWatch(self, self.limit)


class LossWatch(GoalWatch):
    goal: LossGoal
    _loss: float | None = None
    _held_out = False

    def is_met(self, end: EpochEnd) -> bool:
        self._loss, self._held_out = end.monitored_loss, end.val_loss is not None
        return self._loss <= self.goal.loss

    def aim(self) -> Message:
        value = Number(self.goal.loss, 6)
        return Message("validation loss ≤ {value}", value=value) if self._held_out else self.goal.told()

    def told(self) -> Message:
        return _until(self.aim(), self._loss)


class AccuracyGoal(Goal, name="accuracy"):
    label = "A high accuracy"
    summary = "The accuracy on held-out samples, or in training where none are held out."
    needs_accuracy = True

    accuracy: float = hyper(
        0.95, label="Accuracy at least", help="Which share of the answers has to be right, up to 1.", bounds=SHARE
    )
    limit: int = limit_field()

    def told(self) -> Message:
        return Message("accuracy ≥ {value}", value=Number(self.accuracy, 6))

    def watch(self) -> GoalWatch:
        return AccuracyWatch(self, self.limit)


class AccuracyWatch(GoalWatch):
    goal: AccuracyGoal
    _accuracy: float | None = None
    _held_out = False

    def is_met(self, end: EpochEnd) -> bool:
        self._accuracy, self._held_out = end.monitored_accuracy, end.val_accuracy is not None
        return self._accuracy is not None and self._accuracy >= self.goal.accuracy

    def aim(self) -> Message:
        value = Number(self.goal.accuracy, 6)
        return Message("validation accuracy ≥ {value}", value=value) if self._held_out else self.goal.told()

    def told(self) -> Message:
        return _until(self.aim(), self._accuracy)


class SecondsGoal(Goal, name="seconds"):
    label = "A time"
    summary = "Seconds of training; pauses do not count."

    seconds: float = hyper(60.0, label="Seconds", help="How long the run goes on from here.", bounds=POSITIVE)

    def told(self) -> Message:
        return Message("{seconds} s of training", seconds=Number(self.seconds, 6))

    def watch(self) -> GoalWatch:
        return SecondsWatch(self)


class SecondsWatch(GoalWatch):
    """May end in the middle of an epoch, which can be long."""

    goal: SecondsGoal

    def __init__(self, goal: SecondsGoal) -> None:
        super().__init__(goal)
        self._left = goal.seconds
        self.go_on()

    def go_on(self) -> None:
        self._looked = time.perf_counter()

    def end(self, event: Event) -> GoalEnd | None:
        now = time.perf_counter()
        self._left -= now - self._looked
        self._looked = now
        return GoalEnd(self.goal, True, event.epoch, self.aim()) if self._left <= 0 else None

    def is_met(self, end: EpochEnd) -> bool:
        return self._left <= 0

    def told(self) -> Message:
        return Message("{seconds} s to go", seconds=max(0, math.ceil(self._left)))


class PlateauGoal(Goal, name="plateau"):
    label = "A plateau"
    summary = "Until the loss, that of held-out samples where there are some, improves no more."

    epochs: int = hyper(
        20, label="Epochs to wait", help="For how many epochs the loss has to stand still.", bounds=AT_LEAST_TWO
    )
    delta: float = hyper(
        0.001, label="Least progress", help="By how much the loss must fall to count as progress.", bounds=NON_NEGATIVE
    )
    limit: int = limit_field()

    def told(self) -> Message:
        return Message("no progress for {count} epochs", count=self.epochs)

    def watch(self) -> GoalWatch:
        return PlateauWatch(self)


class PlateauWatch(GoalWatch):
    goal: PlateauGoal

    def __init__(self, goal: PlateauGoal) -> None:
        super().__init__(goal, goal.limit)
        self._best = math.inf
        self._waited = 0

    def is_met(self, end: EpochEnd) -> bool:
        if end.monitored_loss < self._best - self.goal.delta:
            self._best, self._waited = end.monitored_loss, 0
        else:
            self._waited += 1
        return self._waited >= self.goal.epochs

    def told(self) -> Message:
        return Message("without progress for {count} of {most} epochs", count=self._waited, most=self.goal.epochs)
