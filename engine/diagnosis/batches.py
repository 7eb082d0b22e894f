"""Batches of so few samples that steps contradict each other, or of so many that there are hardly any steps."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diagnosis.curves import STRETCH, gain, progress, wobble
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import LOSS, Finding, Rule
from engine.diagnosis.rates import creeps
from engine.diagnosis.remedies import training_fix
from engine.errors import Message

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
        if waver < NOISY or progress(losses) > waver or not evidence.has_learned_little(STILL_MUCH):
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
        """A loss that creeps because an epoch has hardly a step."""
        steps, size, samples = evidence.steps_an_epoch, evidence.training.batch_size, evidence.samples
        if not 0 < steps <= FEW_STEPS or size < 2 * USUAL or evidence.steps > ENOUGH or not creeps(evidence):
            return
        if gain(evidence.losses) > SETS_OFF:
            return
        told = Message(
            "A batch holds {size} of {samples} samples, so an epoch has hardly a step (here {steps}): the training "
            "loss creeps from {first} to {last} in {count} epochs.",
            steps=steps, size=min(size, samples), samples=samples, first=f"{evidence.losses[0]:.3g}",
            last=f"{evidence.losses[-1]:.3g}", count=len(evidence.losses),
        )  # fmt: skip
        advice = Message("Try smaller batches: more steps for the same work.")
        yield Finding(cls, told, advice, "", LOSS, training_fix(evidence, "Batch size", USUAL, batch_size=USUAL))
