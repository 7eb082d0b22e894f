"""The built-in projects: ready to run, learning what they promise, each on one shelf."""

from __future__ import annotations

import itertools

import pytest

from engine import project as projects
from engine.errors import ProjectError
from engine.events import EpochEnd
from engine.examples import SHELVES
from engine.inference import infer_shapes
from engine.project import examples, load_example
from engine.trainer import Trainer


@pytest.mark.parametrize("name", examples())
def test_examples_are_ready_to_run(name: str) -> None:
    project = load_example(name)
    assert infer_shapes(project.graph, project.data.shape).problems == ()
    assert project.title
    assert project.description.endswith((".", "?"))
    text = (projects.EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
    assert text == projects.document_text(project)
    for one, other in itertools.combinations((node.position for node in project.graph), 2):
        assert abs(one[0] - other[0]) >= 220 or abs(one[1] - other[1]) >= 96, "two cards are on top of each other"
    for edge in project.graph.edges():
        assert project.graph[edge.target].position[0] - project.graph[edge.source].position[0] >= 220


@pytest.mark.parametrize(
    ("name", "loss", "val_accuracy"),
    [
        ("moons", 0.15, 0.95),
        ("xor", 0.02, None),
        ("circles", 0.05, 0.95),
        ("spirals", 0.01, 0.98),
        ("sine", 0.02, None),
        ("iris", 0.08, 0.92),
        ("wine", 0.02, 0.95),
        ("breast_cancer", 0.05, 0.95),
        ("digits", 0.01, 0.95),
        ("skip", 0.12, 0.90),
        ("perceptron", 0.06, 0.98),
        ("mlp_classifier", 0.06, 0.95),
        ("autoencoder", 0.02, None),
        ("wide_and_deep", 0.04, 0.95),
        ("two_inputs", 0.04, 0.95),
        ("lenet", 0.08, 0.95),
        ("transformer", 0.15, 0.93),
        ("inception", 0.03, 0.96),
        ("residual", 0.03, 0.96),
        ("digits_rows", 0.05, 0.94),
        ("digits_cnn", 0.05, 0.96),
        ("plane", 0.011, None),
        ("bumps", 0.015, None),
        ("checkerboard", 0.15, 0.9),
        ("diabetes", 0.5, None),
        ("forecast", 0.007, None),
        ("adding", 0.001, None),
        ("languages", 0.01, 0.97),
        ("shapes", 0.08, 0.93),
    ],
)
def test_examples_learn(name: str, loss: float, val_accuracy: float | None) -> None:
    project = load_example(name)
    trainer = Trainer(project.network(), project.prepare().dataset, project.training)
    *_, last = (event for event in trainer.run() if isinstance(event, EpochEnd))
    assert last.loss < loss
    if val_accuracy is not None:
        assert last.val_accuracy is not None
        assert last.val_accuracy >= val_accuracy


def test_all_promised_examples_are_there() -> None:
    promised = {"moons", "xor", "circles", "spirals", "sine", "iris", "wine", "breast_cancer", "digits", "skip"}
    promised |= {"perceptron", "mlp_classifier", "autoencoder", "lenet", "residual", "inception", "wide_and_deep"}
    promised |= {"two_inputs", "digits_rows", "transformer", "plane", "bumps", "checkerboard", "diabetes"}
    promised |= {"forecast", "adding", "languages", "shapes"}
    assert promised <= set(examples())


def test_every_example_stands_on_one_shelf() -> None:
    assert sorted(name for shelf in SHELVES for name in shelf.examples) == list(examples())


@pytest.mark.parametrize("name", ["nothing", "../examples/xor", "", "xor.json"])
def test_unknown_examples(name: str) -> None:
    with pytest.raises(ProjectError, match="Use one of: adding, autoencoder, breast_cancer"):
        load_example(name)
