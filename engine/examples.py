"""The built-in projects as the gallery shows them: on shelves, the simplest first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shelf:
    """Examples of one kind, by name."""

    label: str
    examples: tuple[str, ...]


SHELVES = (
    Shelf(label="First steps", examples=("perceptron", "plane", "xor", "mlp_classifier", "sine")),
    Shelf(
        label="Pictures",
        examples=("digits", "digits_cnn", "shapes", "lenet", "residual", "inception", "autoencoder"),
    ),
    Shelf(label="Sequences", examples=("forecast", "adding", "languages", "digits_rows", "transformer")),
    Shelf(label="Several paths", examples=("skip", "wide_and_deep", "two_inputs")),
    Shelf(
        label="Data to explore",
        examples=("moons", "circles", "spirals", "checkerboard", "bumps", "iris", "wine", "breast_cancer", "diabetes"),
    ),
)
