"""Every family of kinds by the name that people use for it, and a kind's declaration as plain values."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from engine import project as projects
from engine.activations import ActivationFunction
from engine.class_weights import ClassWeighting
from engine.constraints import Constraint
from engine.data import DataSource, card
from engine.examples import SHELVES
from engine.export import Exporter
from engine.goals import Goal
from engine.hyperparameters import Configurable, Hyperparameter
from engine.initializers import Initializer
from engine.layers import Layer
from engine.losses import Loss
from engine.metrics import Metric
from engine.optimizers import Optimizer
from engine.regularizers import Regularizer
from engine.schedules import Schedule

CATALOGS: Mapping[str, Mapping[str, type[Configurable]]] = {
    "layers": Layer.kinds(),
    "activations": ActivationFunction.kinds(),
    "losses": Loss.kinds(),
    "class_weights": ClassWeighting.kinds(),
    "metrics": Metric.kinds(),
    "optimizers": Optimizer.kinds(),
    "schedules": Schedule.kinds(),
    "initializers": Initializer.kinds(),
    "regularizers": Regularizer.kinds(),
    "constraints": Constraint.kinds(),
    "datasets": DataSource.kinds(),
    "exporters": Exporter.kinds(),
    "goals": Goal.kinds(),
}


def describe(kind: type[Configurable]) -> dict[str, Any]:
    """A kind as JSON can hold it; of a data set also its card, as it is at first."""
    told = {"name": kind.name, "label": kind.label, "summary": kind.summary}
    if issubclass(kind, DataSource):
        told |= dataclasses.asdict(card(kind()))
    return told | {"fields": [_field(field) for field in kind.hyperparameters()]}


def _field(field: Hyperparameter) -> dict[str, Any]:
    named = issubclass(field.kind, Configurable)
    default = None if field.required else field.default
    if isinstance(default, Configurable):
        default = default.to_json()
    return {
        "name": field.name,
        "label": field.label,
        "help": field.help,
        "type": field.kind.family if named else field.kind.__name__,
        "optional": field.optional,
        "required": field.required,
        "default": list(default) if isinstance(default, tuple) else default,
        "choices": list(field.kind.kinds()) if named else list(field.choices),
        "wanted": str(field.wanted()),
    }


def example_entries() -> list[dict[str, Any]]:
    """The built-in projects: name, label, summary and the shelf of the gallery."""
    shelf_of = {name: shelf.label for shelf in SHELVES for name in shelf.examples}
    entries = []
    for name in projects.examples():
        project = projects.load_example(name)
        entries.append({"name": name, "label": project.title, "summary": project.description, "shelf": shelf_of[name]})
    return entries
