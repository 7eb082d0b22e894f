"""What of a project can vary: every setting of its training, layers, data and their preparation.

A setting goes by a name such as "batch_size", "dense_1.units", "data.noise" or "preparation.scaling"; that of a layer
whose id begins as another's name does, by one such as "layer:data.units".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine import edits
from engine.data import Preparation
from engine.errors import HyperparameterError, Message, RambatError
from engine.fitting import fit_to_data
from engine.graph import Edit, Graph
from engine.hyperparameters import Configurable, Hyperparameter
from engine.layers import Input, Layer
from engine.project import Project
from engine.training_config import TrainingConfig

TRAINING, DATA, PREPARATION = "", "data", "preparation"
"""What stands in place of a layer's id where a setting is the project's own."""
LAYER = "layer:"
"""What stands before the id of a layer that would be taken for something else."""
TAKEN = frozenset({DATA, PREPARATION, *(field.name for field in TrainingConfig.hyperparameters())})
"""With which the names of the project's own settings begin."""
LABELS = {DATA: (str(Message("Data")),), PREPARATION: (Preparation.label,)}

Subject = Mapping[str, Configurable]
"""What settings belong to: training, data and their preparation, and each layer by its key."""
Values = Mapping[str, Any]
"""Values of settings by their names, as JSON holds them; a kind goes by its registered name."""


@dataclass(frozen=True)
class Setting:
    """One field that can vary; `labels` are the English words that lead to it, and `value` what it is now.

    `owner` is what it belongs to, as the subject names it.
    """

    name: str
    owner: str
    labels: tuple[str, ...]
    field: Hyperparameter
    value: Any

    @property
    def layer(self) -> str:
        """The id of the layer that it belongs to; "" where it is the project's own."""
        return "" if self.owner in (TRAINING, DATA, PREPARATION) else self.owner.removeprefix(LAYER)

    @property
    def is_kind(self) -> bool:
        """Whether its values are kinds of a family, such as optimisers."""
        return _is_family(self.field)

    def coerce(self, value: Any) -> Any:
        """The value as JSON holds it; HyperparameterError where the field does not take it."""
        return _written(self.field.coerce(value))


def subject_of(project: Project) -> Subject:
    """All of a project that has settings; what enters the network is for the data to say."""
    layers = {layer_key(node.id): node.layer for node in project.graph if not isinstance(node.layer, Input)}
    return {TRAINING: project.training, **layers, DATA: project.data, PREPARATION: project.preparation}


def layer_key(node_id: str) -> str:
    """The id, or one that is marked where its settings could be taken for the project's own."""
    return f"{LAYER}{node_id}" if node_id.partition(".")[0] in TAKEN or node_id.startswith(LAYER) else node_id


def settings_of(subject: Subject) -> Iterator[Setting]:
    """All that can vary, the training's settings first; below a kind the fields that it has now."""
    for owner in subject:
        yield from _settings_of(subject, owner)


def setting(subject: Subject, name: str) -> Setting:
    """The setting of that name; HyperparameterError that tells which there are.

    A layer's key may be left unmarked where nothing else has the name.
    """
    if (known := found(subject, name)) is not None:
        return known
    import difflib

    names = [each.name for each in settings_of(subject)]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names[:3]
    raise HyperparameterError(
        Message("There is no setting called {name} that could vary. Similar ones: {near}.",
                name=repr(name), near=", ".join(near))
    )  # fmt: skip


def found(subject: Subject, name: str) -> Setting | None:
    """The setting of that name, if there is one."""
    for owner in (TRAINING, *_owners(subject, name)):
        for each in _settings_of(subject, owner):
            if each.name in (name, f"{LAYER}{name}"):
                return each
    return None


def changed(subject: Subject, values: Values) -> Subject:
    """The subject with these values; HyperparameterError says what does not go together.

    Kinds are set before their fields, so that a field may be one that only the new kind has; and fields of the same
    owner at once, so that none of them meets what another one had before.
    """
    result = dict(subject)
    for _, level in itertools.groupby(sorted(values, key=_depth), key=_depth):
        together: dict[tuple[str, tuple[str, ...]], dict[str, Any]] = {}
        for name in level:
            known = found(result, name) or _lacking(result, name)
            *way, field = known.name.removeprefix(f"{known.owner}.").split(".")
            together.setdefault((known.owner, tuple(way)), {})[field] = values[name]
        for (owner, where), fields in together.items():
            result[owner] = _with_fields(result[owner], where, fields)
    return result


def _depth(name: str) -> int:
    return name.count(".")


def _lacking(subject: Subject, name: str) -> Setting:
    """What `setting` says of one that is not there, or that the kind which stands now has no such field."""
    above, _, field = name.rpartition(".")
    kind = found(subject, above) if above else None
    if kind is None or not kind.is_kind or kind.value is None:
        return setting(subject, name)
    label = Message(kind.field.kind.kinds()[kind.value].label)
    raise HyperparameterError(Message("{kind} has no {field} that could vary.", kind=label, field=field))


def with_values(project: Project, values: Values, epochs: int | None = None) -> Project:
    """The project with these values, for so many epochs where that is said; without what it has learned, and its runs.

    A layer that varies takes those along that share its weights. Where the data come in another shape, the ends of the
    network are fitted to it.
    """
    subject, graph = changed(subject_of(project), values), project.graph.copy()
    parts: Any = {"data": subject[DATA], "preparation": subject[PREPARATION], "training": subject[TRAINING]}
    if epochs is not None:
        parts["training"] = parts["training"].replace(epochs=epochs)
    made = replace(project.untrained(), graph=graph, **parts)
    for node in project.graph:
        layer = subject.get(layer_key(node.id))
        if isinstance(layer, Layer) and layer != node.layer:
            _apply(graph, edits.change(graph, node.id, layer))
    if made.data_shape != project.data_shape:
        _apply(graph, fit_to_data(graph, made.data_shape))
    return made


def obstacle(project: Project, known: Setting, value: Any) -> Message | None:
    """What keeps the network from running with this value of a layer's setting alone; None where nothing does, or did
    already.
    """
    if not known.layer or project.infer().obstacles:
        return None
    try:
        obstacles = with_values(project, {known.name: value}).infer().obstacles
    except RambatError as error:
        return error.messages[0]
    return obstacles[0].told if obstacles else None


def _apply(graph: Graph, changes: Iterable[Edit]) -> None:
    for edit in changes:
        graph.apply(edit)


def _settings_of(subject: Subject, owner: str) -> Iterator[Setting]:
    return _settings(owner, owner, LABELS.get(owner, ()), subject[owner])


def _owners(subject: Subject, name: str) -> Iterator[str]:
    """The parts of the subject of which this may be a setting; a layer's id may hold points."""
    parts = name.split(".")
    beginnings = [".".join(parts[:end]) for end in range(1, len(parts))]
    return (owner for owner in (*beginnings, *(LAYER + each for each in beginnings)) if owner in subject)


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


def _with_fields(owner: Configurable, way: tuple[str, ...], fields: Mapping[str, Any]) -> Configurable:
    """The owner with other values at the end of the way; a kind that stands already keeps its fields."""
    if way:
        return owner.replace(**{way[0]: _with_fields(getattr(owner, way[0]), way[1:], fields)})
    return owner.replace(**{name: value for name, value in fields.items() if not _stands(owner, name, value)})


def _stands(owner: Configurable, name: str, value: Any) -> bool:
    present = getattr(owner, name)
    return isinstance(present, Configurable) and present.name == value
