"""Batches of so few samples that steps contradict each other, or of so many that there are hardly any steps."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diagnosis.curves import MOST_POINTS, STRETCH, falls, gain, progress, smooth, wobble
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import LOSS, Finding, Rule
from engine.diagnosis.rates import WILD, creeps
from engine.diagnosis.remedies import training_fix
from engine.errors import Message
from engine.numerals import Number
from engine.optimizers import Rprop

USUAL = 32
"""Masters and Luschi 2018: batches of 2 to 32 serve best; 32 is a good default (Bengio 2012)."""
TINY = 4
"""Samples in a batch whose gradient is mostly chance."""
NOISY = 0.05
"""Rises of the loss from one epoch to the next, as a share of it, that stem from such steps.

Measured by us on two overlapping clouds: 0.10 with one sample in a batch, 0.03 with 32.
"""
SETS_OFF = 1.2
"""A loss that falls so many times as much in the second half of its epochs as in the first is on its way."""
ENOUGH = 500
"""Steps after which nobody can say that there were too few."""
MANY_STEPS, FEW_STEPS = 30, 4
"""Steps in an epoch that leave room for larger batches, and so few that an epoch hardly moves anything."""
HALF, LARGE_SET = 2, 8 * USUAL
"""Steps in an epoch whose batches hold half of all samples or more, and samples that need not be taken together.

Of so small a set as xor all samples at once are as good as any batch, unless the loss creeps.
"""
SOMETHING_LEFT, CLEARLY = 0.02, 0.05
"""Share of the loss of a constant answer above which a loss that still falls by so much in ten epochs has not arrived.

Without chance in its batches a loss falls at every epoch, also where it rests upon the noise of the data.
"""


class NoisyBatches(Rule):
    label = "Batches too small"
    causes = frozenset({"Plateau", "Underfitting"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss that wavers and gets nowhere, with hardly a sample in each batch."""
        losses, size, samples = evidence.losses, evidence.training.batch_size, evidence.samples
        if size > TINY or evidence.steps_an_epoch < MANY_STEPS or len(losses) <= STRETCH:
            return
        waver = max(wobble(losses), wobble(evidence.val_losses))
        much = NOISY if (evidence.update_ratio or 0.0) < WILD else NOISY / 2
        falling = progress(smooth(losses[-MOST_POINTS:]))  # a single lucky epoch is no progress
        if waver < much or falling > waver or not evidence.has_learned_little(STILL_MUCH):
            return
        told = Message(
            "Each step follows only {size} of {samples} samples, and the steps contradict each other: the loss wavers "
            "by {percent}% from epoch to epoch without falling.",
            size=size, samples=samples, percent=f"{100 * waver:.0f}",
        )  # fmt: skip
        advice = Message("Try larger batches, whose gradients agree; or a smaller learning rate.")
        yield Finding(cls, told, advice, "", LOSS, training_fix(evidence, "Batch size", USUAL, batch_size=USUAL))


STILL_MUCH = 0.3
"""Share of its beginning above which the loss has something left to fall."""


class FewUpdates(Rule):
    label = "Batches too large"
    causes = frozenset({"Plateau", "Underfitting"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss that creeps, or is still on its way, because an epoch has hardly a step."""
        steps, size = evidence.steps_an_epoch, evidence.training.batch_size
        if not 0 < steps <= FEW_STEPS or size < 2 * USUAL or evidence.steps > ENOUGH:
            return
        if isinstance(evidence.training.optimizer, Rprop):
            return  # which compares signs of the same samples' gradient
        told = cls._creeps(evidence) or cls._is_on_its_way(evidence)
        if told is not None:
            advice = Message("Try smaller batches: more steps for the same work.")
            yield Finding(cls, told, advice, "", LOSS, training_fix(evidence, "Batch size", USUAL, batch_size=USUAL))

    @staticmethod
    def _creeps(evidence: Evidence) -> Message | None:
        if not creeps(evidence) or gain(evidence.losses) > SETS_OFF:
            return None
        return Message(
            "A batch holds {size} of {samples} samples, so an epoch has hardly a step (here {steps}): the training "
            "loss creeps from {first} to {last} in {count} epochs.",
            **_sizes(evidence), first=Number(evidence.losses[0]), last=Number(evidence.losses[-1]),
            count=len(evidence.losses),
        )  # fmt: skip

    @staticmethod
    def _is_on_its_way(evidence: Evidence) -> Message | None:
        losses, samples = evidence.losses, evidence.samples
        if evidence.steps_an_epoch > HALF or samples < LARGE_SET or len(losses) < STRETCH:
            return None
        still_falls = falls(losses[-STRETCH:]) and progress(losses) >= CLEARLY
        if not still_falls or not evidence.has_learned_little(SOMETHING_LEFT):
            return None
        return Message(
            "A batch holds {size} of {samples} samples, so an epoch has hardly a step (here {steps}): after {count} "
            "epochs the training loss is {last} and still falls. Batches of {usual} would make {times} times as many "
            "steps for the same work.",
            **_sizes(evidence), count=len(losses), last=Number(losses[-1]), usual=USUAL,
            times=-(-samples // USUAL) // evidence.steps_an_epoch,
        )  # fmt: skip


def _sizes(evidence: Evidence) -> dict[str, int]:
    """What a batch holds, of how many samples, and the steps of an epoch."""
    size, samples = evidence.training.batch_size, evidence.samples
    return {"size": min(size, samples), "samples": samples, "steps": evidence.steps_an_epoch}
