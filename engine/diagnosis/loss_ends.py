"""Between which losses a network learns: that of right answers, and that of always giving the same one.

Both are found by the loss's own kernel, so that they are known of every loss.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.class_weights import ClassWeightedLoss
from engine.data.description import spread
from engine.losses import Loss, LossKernel, LossSlot
from engine.network import Network
from engine.shapes import Shape

Array = NDArray[np.floating]

MOST_NUMBERS = 200_000
"""Numbers of targets, evenly spread, by which the losses are found."""
HALVINGS = 40
"""So often is the interval halved in which the best answer lies."""


class LossEnds(NamedTuple):
    """The loss of who is `right`, which is not 0 where targets are smoothed or shares, and of the best `constant`."""

    right: float
    constant: float


def loss_ends(network: Network, node: str, targets: Array) -> LossEnds:
    """The ends at an output, of training targets as the network takes them; classes count as in the training."""
    output, shape = network.output(node), network.shapes[node]
    weights = network.class_weights_for({node: targets}).get(node)
    some = targets[spread(len(targets), max(1, MOST_NUMBERS // targets[0].size))].astype(np.float64)
    right = _right_answers(output.loss, some, shape)
    answer = right.copy()
    kernel = output.loss.kernel(LossSlot(answer, some, np.empty_like(answer), scale=output.weight))
    judged = ClassWeightedLoss(kernel, some, output.loss.yes_or_no)
    if weights is not None:
        judged.weights = weights.astype(np.float64)
    with np.errstate(all="ignore"):  # logarithms of 0 are held above a floor; of huge targets nothing is known
        lowest = judged.value()
        counts = 1.0 if weights is None else judged.weight_of_each
        answer[:] = _mean(right, counts) if output.loss.fuses else _found(right, judged, kernel)
        return LossEnds(lowest, judged.value())


def _right_answers(loss: Loss, targets: Array, shape: Shape) -> Array:
    """The targets; of a loss that goes by logits what it makes of them, such as a column for each class."""
    if not loss.fuses:
        return targets
    answer = np.full((len(targets), *shape), 0.5)
    kernel = loss.kernel(LossSlot(answer, targets, np.empty_like(answer), logits=np.zeros_like(answer)))
    kernel.value()
    kernel.backward()  # from logits it is what an answer has more than the target
    right: Array = np.clip(answer - kernel.gradient * kernel.terms, 0, 1)  # whatever rounding does
    return right


def _mean(right: Array, counts: Array | float) -> Array:
    """The mean of right answers, which loses least where the gradient is the difference from them."""
    total = np.broadcast_to(counts, right.shape).sum(axis=0)
    mean: Array = (right * counts).sum(axis=0) / np.where(total > 0, total, 1)
    return mean


def _found(right: Array, judged: ClassWeightedLoss, kernel: LossKernel) -> Array:
    """The answer beyond which the loss of all samples together rises, number by number."""
    low, high = right.min(axis=0), right.max(axis=0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        kernel.prediction[:] = middle
        judged.value()
        judged.backward()
        beyond = kernel.gradient.sum(axis=0) > 0
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    found: Array = (low + high) / 2
    return found
