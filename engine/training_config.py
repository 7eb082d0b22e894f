"""How a network is trained."""

from __future__ import annotations

from engine.hyperparameters import AT_LEAST_ONE, POSITIVE, SEEDS, Configurable, hyper
from engine.optimizers import Optimizer


class TrainingConfig(Configurable):
    """How a network is trained; all but the seed may change while it runs."""

    label = "Training"

    optimizer: Optimizer = hyper("Adam", label="Optimizer", help="How weights follow their gradients.")
    batch_size: int = hyper(
        32, label="Batch size", help="Samples per step: 1 is stochastic, all of them is batch descent.",
        bounds=AT_LEAST_ONE,
    )  # fmt: skip
    epochs: int = hyper(100, label="Epochs", help="How often all samples are seen.", bounds=AT_LEAST_ONE)
    loss_target: float | None = hyper(
        None, label="Loss target", help="Training ends early when the loss of an epoch is at most this.",
        bounds=POSITIVE,
    )  # fmt: skip
    shuffle: bool = hyper(True, label="Shuffle", help="Draws a new order of the samples for every epoch.")
    seed: int = hyper(
        0,
        label="Seed",
        help="The same seed gives the same initial weights, order and split.",
        bounds=SEEDS,
    )
