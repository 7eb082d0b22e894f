"""Drawn shapes: areas as geometry says, soft edges, and nothing but grey values."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import Figures
from engine.data.figures import FIGURES, SIDE
from engine.errors import HyperparameterError

AREAS = {
    "circle": np.pi * 0.9**2,
    "square": 2.0,
    "triangle": 3 * np.sqrt(3) / 4,
    "cross": 2 * (1.9 * 0.6) - 0.6**2,
    "star": 5 * 0.45 * np.sin(np.pi / 5),
}
"""Of each shape at radius 1."""


@pytest.mark.parametrize("name", FIGURES)
def test_shapes_have_their_area(name: str) -> None:
    y, x = np.mgrid[-1.1:1.1:800j, -1.1:1.1:800j]
    inside = FIGURES[name](x, y) < 0
    assert inside.mean() * 2.2**2 == pytest.approx(AREAS[name], rel=0.01)
    assert np.hypot(x, y)[inside].max() <= 1.01


def test_pictures_are_wholly_inside_with_soft_edges() -> None:
    pictures: Any = Figures(samples=100, noise=0).load().inputs
    assert pictures.shape == (100, SIDE, SIDE, 1)
    assert (pictures.min(), pictures.max()) == (0, 1)
    border = np.concatenate([pictures[:, [0, -1]].ravel(), pictures[:, :, [0, -1]].ravel()])
    assert border.max() < 0.6
    soft = (pictures > 0) & (pictures < 1)
    assert (soft.sum(axis=(1, 2, 3)) > 10).all()


def test_the_covered_pixels_of_a_picture_are_the_area_of_its_shape() -> None:
    """Whatever its turn and place: the radius lies between 7 and 11 pixels."""
    dataset: Any = Figures(samples=200, noise=0).load()
    covered = dataset.inputs.sum(axis=(1, 2, 3))
    for number, name in enumerate(dataset.classes):
        radius = np.sqrt(covered[dataset.targets[:, number] == 1] / AREAS[name])
        assert radius.min() > 6.7
        assert radius.max() < 11.3


def test_without_rotation_shapes_stand_upright() -> None:
    """Each is its own mirror image from left to right, around its middle; a triangle is wider below."""
    dataset: Any = Figures(samples=50, noise=0, rotation=0).load()
    pictures = dataset.inputs[..., 0]
    middle = (pictures.sum(axis=1) * np.arange(SIDE)).sum(axis=1) / pictures.sum(axis=(1, 2))
    turned: Any = Figures(samples=50, noise=0, rotation=180).load()
    for picture, center in zip(pictures, middle, strict=True):
        offset = np.arange(SIDE) - center
        skew = (picture * offset**3).sum() / (picture * abs(offset) ** 3).sum()
        assert abs(skew) < 0.02
    triangles = pictures[dataset.targets[:, dataset.classes.index("triangle")] == 1]
    for picture in triangles:
        rows = np.flatnonzero(picture.sum(axis=1) > 1)
        assert picture[rows[0]].sum() < picture[rows[-1]].sum()
    assert not np.array_equal(turned.inputs, dataset.inputs)


def test_shapes_take_turns_and_noise_stays_grey() -> None:
    dataset: Any = Figures(samples=10, noise=1).load()
    assert dataset.targets.argmax(axis=1).tolist() == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]
    assert dataset.classes == ("circle", "square", "triangle", "cross", "star")
    assert (dataset.inputs.min(), dataset.inputs.max()) == (0, 1)


@pytest.mark.parametrize("wrong", [{"samples": 4}, {"samples": 10**6}, {"rotation": 181}, {"noise": 2}])
def test_options_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError, match="Received"):
        Figures(**wrong)
