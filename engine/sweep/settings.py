"""What of a project can vary: every setting of its training and of its layers, by a name such as "dense_1.units"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.errors import HyperparameterError, Message
from engine.graph_edits import SetNode
from engine.hyperparameters import Configurable, Hyperparameter
from engine.layers import Input
from engine.project import Project
from engine.training_config import TrainingConfig

TRAINING = ""
"""What stands in place of a layer's id where a setting is one of the training."""

Subject = Mapping[str, Configurable]
"""What settings belong to: the training, and each layer by its id."""
Values = Mapping[str, Any]
"""Values of settings by their names, as JSON holds them; a kind goes by its registered name."""


@dataclass(frozen=True)
class Setting:
    """One field that can vary; `labels` are the English words that lead to it, and `value` what it is now."""

    name: str
    owner: str
    labels: tuple[str, ...]
    field: Hyperparameter
    value: Any

    @property
    def is_kind(self) -> bool:
        """Whether its values are kinds of a family, such as optimisers."""
        return _is_family(self.field)

    def coerce(self, value: Any) -> Any:
        """The value as JSON holds it; HyperparameterError where the field does not take it."""
        return _written(self.field.coerce(value))


def subject_of(project: Project) -> Subject:
    """All of a project that has settings; what enters the network is for the data to say."""
    layers = {node.id: node.layer for node in project.graph if not isinstance(node.layer, Input)}
    return {TRAINING: project.training, **layers}


def settings_of(subject: Subject) -> Iterator[Setting]:
    """All that can vary, the training's settings first; below a kind the fields that it has now."""
    for owner, configurable in subject.items():
        yield from _settings(owner, owner, (), configurable)


def setting(subject: Subject, name: str) -> Setting:
    """The setting of that name; HyperparameterError that tells which there are."""
    for owner in (TRAINING, *_owners(subject, name)):
        for each in _settings(owner, owner, (), subject[owner]):
            if each.name == name:
                return each
    import difflib

    known = [each.name for each in settings_of(subject)]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or known[:3]
    raise HyperparameterError(
        Message("There is no setting called {name} that could vary. Similar ones: {near}.",
                name=repr(name), near=", ".join(near))
    )  # fmt: skip


def changed(subject: Subject, values: Values) -> Subject:
    """The subject with these values; HyperparameterError says what does not go together.

    Kinds are set before their fields, so that a field may be one that only the new kind has.
    """
    result = dict(subject)
    for name in sorted(values, key=lambda each: each.count(".")):
        known = setting(result, name)
        inside = name.removeprefix(f"{known.owner}.") if known.owner else name
        result[known.owner] = _with_value(result[known.owner], inside.split("."), values[name])
    return result


def training_with(project: Project, values: Values, epochs: int | None = None) -> TrainingConfig:
    """The project's training with these values, for so many epochs where that is said."""
    training = changed(subject_of(project), values)[TRAINING]
    assert isinstance(training, TrainingConfig)
    return training if epochs is None else training.replace(epochs=epochs)


def edits_for(project: Project, values: Values) -> list[SetNode]:
    """The edits that give layers these values."""
    layers: Any = changed(subject_of(project), values)
    return [
        SetNode(node, replace(node, layer=layers[node.id]))
        for node in project.graph
        if node.id in layers and layers[node.id] != node.layer
    ]


def _owners(subject: Subject, name: str) -> Iterator[str]:
    """The layers of which this may be a setting; their ids may hold points."""
    parts = name.split(".")
    return (owner for end in range(1, len(parts)) if (owner := ".".join(parts[:end])) in subject)


def _settings(owner: str, prefix: str, labels: tuple[str, ...], within: Configurable) -> Iterator[Setting]:
    for field in within.hyperparameters():
        value = getattr(within, field.name)
        name = f"{prefix}.{field.name}" if prefix else field.name
        words = (*labels, field.label)
        if not field.hidden and _can_vary(field):
            yield Setting(name, owner, words, field, _written(value))
        if not field.hidden and isinstance(value, Configurable):
            yield from _settings(owner, name, words, value)


def _can_vary(field: Hyperparameter) -> bool:
    """Whether single values of the field can be told apart and written in a word."""
    if _is_family(field):
        return len(field.kind.kinds()) > 1
    if field.kind is tuple:
        return field.entries is int
    return field.kind is not str or bool(field.choices)


def _is_family(field: Hyperparameter) -> bool:
    return isinstance(field.kind, type) and issubclass(field.kind, Configurable)


def _written(value: Any) -> Any:
    if isinstance(value, Configurable):
        return value.name
    return list(value) if isinstance(value, tuple) else value


def _with_value(owner: Configurable, path: list[str], value: Any) -> Configurable:
    """The owner with another value at the end of the path; a kind that stands already keeps its fields."""
    present = getattr(owner, path[0])
    if len(path) > 1:
        return owner.replace(**{path[0]: _with_value(present, path[1:], value)})
    if isinstance(present, Configurable) and present.name == value:
        return owner
    return owner.replace(**{path[0]: value})
