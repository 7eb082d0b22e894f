"""How a network is trained."""

from __future__ import annotations

from engine.hyperparameters import AT_LEAST_ONE, NON_NEGATIVE, POSITIVE, SEEDS, Configurable, hyper
from engine.optimizers import Optimizer
from engine.schedules import Schedule


class TrainingConfig(Configurable):
    """How a network is trained; all but the seed may change while it runs."""

    label = "Training"

    optimizer: Optimizer = hyper("Adam", label="Optimizer", help="How weights follow their gradients.")
    schedule: Schedule = hyper("constant", label="Schedule", help="How the learning rate changes over the run.")
    batch_size: int = hyper(
        32,
        label="Batch size",
        help="Samples per step: 1 is stochastic, all of them is batch descent.",
        bounds=AT_LEAST_ONE,
    )
    epochs: int = hyper(100, label="Epochs", help="How often all samples are seen.", bounds=AT_LEAST_ONE)
    loss_target: float | None = hyper(
        None,
        label="Loss target",
        help="Training ends early when the loss of an epoch is at most this.",
        bounds=POSITIVE,
    )
    patience: int | None = hyper(
        None,
        label="Stopping patience",
        help="Training ends early when the loss of held-out samples, or else of the training, "
        "has not improved for so many epochs.",
        bounds=AT_LEAST_ONE,
        advanced=True,
    )
    min_delta: float = hyper(
        0.0,
        label="Improvement",
        help="By how much that loss must fall for the stopping patience to begin anew.",
        bounds=NON_NEGATIVE,
        advanced=True,
    )
    restore_best: bool = hyper(
        False,
        label="Keep the best",
        help="At the end, puts the weights of the epoch with the lowest such loss back.",
        advanced=True,
    )
    clip_value: float | None = hyper(
        None,
        label="Clip gradients",
        help="No entry of the gradient is larger than this, up or down.",
        bounds=POSITIVE,
        advanced=True,
    )
    clip_norm: float | None = hyper(
        None,
        label="Clip their norm",
        help="A gradient that is longer than this, all weights together, is shortened.",
        bounds=POSITIVE,
        advanced=True,
    )
    shuffle: bool = hyper(
        True, label="Shuffle", help="Draws a new order of the samples for every epoch.", advanced=True
    )
    seed: int = hyper(
        0,
        label="Seed",
        help="The same seed gives the same initial weights, order and split.",
        bounds=SEEDS,
    )
