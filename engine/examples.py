"""The built-in projects as the gallery shows them: on shelves, the simplest first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shelf:
    """Examples of one kind, by name."""

    label: str
    examples: tuple[str, ...]


SHELVES = (
    Shelf(label="First steps", examples=("perceptron", "xor", "mlp_classifier", "sine")),
    Shelf(label="Pictures", examples=("digits", "digits_cnn", "lenet", "residual", "inception", "autoencoder")),
    Shelf(label="Sequences", examples=("digits_rows", "transformer")),
    Shelf(label="Several paths", examples=("skip", "wide_and_deep", "two_inputs")),
    Shelf(label="Data to explore", examples=("moons", "circles", "spirals", "iris", "wine", "breast_cancer")),
)
