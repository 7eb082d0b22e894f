"""Steps that are too long or too short."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.diagnosis.curves import STRETCH, falls, falls_steadily, progress, wobble
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import LOSS, VALIDATION, Finding, Rule
from engine.diagnosis.remedies import absurd_rate, rate_fix
from engine.errors import Message
from engine.numerals import Number

GROWN = 1.5
"""A training loss that ends so many times above its beginning is climbing; healthy ones only fall. Measured by us."""
SHOT_UP = 3.0
"""So many times as much after rising epochs is a climb, even where the loss had fallen before."""
CLIMBED = 3
"""Epochs that make a climb."""
CRUMBS = 0.1
"""The share of the loss of a constant answer up to which nobody is warned of rises."""
FAR_OFF, ASTRAY = 1.5, 5
"""A loss so many times that of always the same answer, over so many epochs, that still jumps: what has been learned is
worse than nothing. Measured by us: healthy runs are below 1 after their first epoch, or fall evenly towards it."""
JUMPY = 0.1
"""Rises of the epochs' loss, in the mean and as a share of it, that no longer are the noise of batches.

Measured by us: the built-in examples stay below 0.06 while there is something left to learn.
"""
USUAL_UPDATE = 1e-3
"""By which share of themselves weights should change at a step (Karpathy, CS231n: "Babysitting the learning process");
a tenth of it is little."""
WILD = 0.05
"""Fifty times that: steps that throw weights about."""
SLOW = 0.02
"""By how much a loss falls in an epoch, as a share of it, where steps are too short."""
STILL_FAR = 0.7
"""The share of its beginning above which a loss has most of its way before it."""
STUCK = 0.5
"""That of the loss of a constant answer above which there is much to learn, also for weights that began well."""


class Diverged(Rule):
    label = "The run has diverged"
    causes = frozenset({"RateTooLarge", "DeadUnits", "SaturatedUnits", "Plateau", "NoisyBatches", "Underfitting",
                        "VanishingGradients"})  # fmt: skip

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Numbers that are no longer finite."""
        error = evidence.divergence
        if error is None:
            return
        rate = evidence.training.optimizer.learning_rate
        told = Message(
            "At step {step} the numbers became too large to be computed, first in {node}: steps of size {rate} "
            "overshoot, and each one makes the next one larger.",
            step=error.step, node=error.node, rate=Number(rate, 6),
        )  # fmt: skip
        yield Finding(cls, told, _smaller_anew(evidence), error.node, LOSS, rate_fix(evidence, 0.1), anew=True)


class RateTooLarge(Rule):
    label = "Learning rate too large"
    causes = frozenset({"DeadUnits", "SaturatedUnits", "Plateau", "NoisyBatches", "Underfitting", "VanishingGradients"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss that climbs, that jumps about far above what no learning would have, or that gets nowhere by jumps."""
        lost = cls._climbs(evidence) or cls._goes_astray(evidence)  # by weights that smaller steps hardly bring back
        told, curve = lost or cls._jumps(evidence), LOSS
        if told is None:
            told, curve = cls._throws_others_about(evidence), VALIDATION
        if told is not None:
            anew = lost is not None or curve == VALIDATION or absurd_rate(evidence.training.optimizer)
            advice = _smaller_anew(evidence) if anew else Message("Try a learning rate ten times smaller.")
            yield Finding(cls, told, advice, "", curve, rate_fix(evidence, 0.1), anew=anew)

    @staticmethod
    def _climbs(evidence: Evidence) -> Message | None:
        losses = evidence.losses
        last = losses[-CLIMBED:]
        if len(losses) < CLIMBED or not evidence.has_learned_little(CRUMBS):
            return None
        shoots_up = len(losses) > CLIMBED and (np.diff(last) > 0).all() and last[-1] > SHOT_UP * losses[0]
        if last.min() < GROWN * losses[0] and not shoots_up:
            return None
        return Message(
            "The training loss climbs instead of falling: from {first} in the first epoch to {last}.",
            first=Number(losses[0]), last=Number(losses[-1]),
        )  # fmt: skip

    @staticmethod
    def _goes_astray(evidence: Evidence) -> Message | None:
        last, constant = evidence.losses[-ASTRAY:], evidence.constant_loss
        if len(last) < ASTRAY or not constant or np.median(last) < FAR_OFF * constant:
            return None
        if wobble(last) < JUMPY and (evidence.update_ratio or 0.0) < WILD:
            return None
        return Message(
            "The training loss jumps up and down between {low} and {high} over the last {count} epochs; always giving "
            "the same answer would have {constant}.",
            low=Number(last.min()), high=Number(last.max()), count=len(last), constant=Number(constant),
        )  # fmt: skip

    @staticmethod
    def _jumps(evidence: Evidence) -> Message | None:
        losses = evidence.losses
        if len(losses) <= STRETCH or not evidence.has_learned_little():
            return None
        jump = wobble(losses)
        if jump < JUMPY or progress(losses) > jump:
            return None
        last = losses[-STRETCH:]
        return Message(
            "The training loss jumps up and down between {low} and {high} over the last {count} epochs, "
            "without falling.",
            low=Number(last.min()), high=Number(last.max()), count=len(last),
        )  # fmt: skip

    @staticmethod
    def _throws_others_about(evidence: Evidence) -> Message | None:
        """Where the samples that train are right at last, by steps that leave all others to chance."""
        last, constant = evidence.val_losses[-STRETCH:], evidence.constant_loss
        if len(last) < STRETCH or not constant or np.median(last) < FAR_OFF * constant:
            return None
        if min(wobble(last), wobble(evidence.losses)) < JUMPY or not evidence.has_learned_little(CRUMBS):
            return None
        return Message(
            "The loss of held-out samples jumps up and down between {low} and {high} over the last {count} epochs, and "
            "that of the training jumps, too; always giving the same answer would have {constant}.",
            low=Number(last.min()), high=Number(last.max()), count=len(last), constant=Number(constant),
        )  # fmt: skip


class RateTooSmall(Rule):
    label = "Learning rate too small"
    causes = frozenset({"Plateau", "FewUpdates", "Underfitting"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss that falls evenly and would not arrive within the run, by steps that hardly change the weights."""
        update, absurd = evidence.update_ratio, absurd_rate(evidence.training.optimizer)
        if update is None or update > USUAL_UPDATE / 10:
            return
        creeping = falls_steadily(evidence.losses) and creeps(evidence, hardly_steps=True)
        if not creeping and not (absurd and _rests(evidence)):
            return
        told = Message(
            "The training loss creeps: it has fallen from {first} to {last} in {count} epochs, and a step changes the "
            "weights by only {share}% of their size (0.1% is usual).",
            first=Number(evidence.losses[0]), last=Number(evidence.losses[-1]), count=len(evidence.losses),
            share=Number(100 * update, 2),
        )  # fmt: skip
        advice = Message("Try a learning rate ten times larger.")
        if absurd:
            advice = Message("Try the rate that is usual for {optimizer}; this one is far from all that work.",
                             optimizer=_optimizer(evidence))  # fmt: skip
        yield Finding(cls, told, advice, "", LOSS, rate_fix(evidence, 10))


def _rests(evidence: Evidence) -> bool:
    """Whether the loss has hardly moved, with much to learn."""
    losses = evidence.losses
    return len(losses) > STRETCH and progress(losses) < SLOW and evidence.has_learned_little(STILL_FAR)


def _smaller_anew(evidence: Evidence) -> Message:
    """The advice of which a smaller rate is the fix."""
    if not absurd_rate(evidence.training.optimizer):
        return Message("Try a learning rate ten times smaller, with fresh weights.")
    return Message("Try the rate that is usual for {optimizer}, with fresh weights; this one is far from all that "
                   "work.", optimizer=_optimizer(evidence))  # fmt: skip


def _optimizer(evidence: Evidence) -> Message:
    return Message(evidence.training.optimizer.label)


def creeps(evidence: Evidence, hardly_steps: bool = False) -> bool:
    """Whether the loss falls, and so slowly that most of its way will be left at the end of the run.

    Where it `hardly_steps` that is also said of weights that began well.
    """
    losses = evidence.losses
    if len(losses) < STRETCH or not falls(losses):
        return False
    recent = losses[-STRETCH:]
    pace = (recent[0] - recent[-1]) / (STRETCH - 1)
    arrives = losses[-1] - pace * evidence.epochs_left
    begun, constant = evidence.first_loss or losses[0], evidence.constant_loss or 0.0
    far = max(STILL_FAR * begun, (STUCK if hardly_steps else STILL_FAR) * constant)
    return bool(pace < SLOW * losses[-1] and losses[-1] > far and arrives > far)
