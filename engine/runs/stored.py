"""Runs as parts of a project's file: settings, hyperparameters, epochs and last weights, but not their moments.

Of the losses of single steps a file keeps as much as a chart can show: so a run takes about 20 kB, 64 bytes an epoch,
and its weights. What several runs have in common is written once, and data that are the project's own not again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.data import Content, DataSource, Preparation, StoredSource
from engine.data.stored import content_of
from engine.errors import DataError, Message, ProjectError, RambatError
from engine.events import EpochEnd
from engine.graph import Graph, excerpt
from engine.graph_json import graph_from_json, graph_to_json
from engine.history import MAX_POINTS, History, epoch_columns, epochs_from_columns
from engine.hyperparameters import is_real, is_whole
from engine.runs.labels import LONGEST_NAME, PLAIN, Labels, RunLabel
from engine.runs.run import Origin, Run, Stage
from engine.runs.settings import RunSettings
from engine.training_config import TrainingConfig
from engine.weight_check import misfits, not_numbers, weight_shapes
from engine.weights_file import npz_arrays, npz_bytes, safetensors_arrays, safetensors_bytes

Members = Mapping[str, bytes]
Parsed = TypeVar("Parsed")

RUNS, WEIGHTS, HISTORIES, DATA = "runs.json", "runs.safetensors", "runs.npz", "runs-data.npz"
LIMITS = {RUNS: 1 << 28, WEIGHTS: 1 << 31, HISTORIES: 1 << 31, DATA: 1 << 31}
"""The parts of a file, and the bytes that each may have."""
MOST_RUNS = 1000
MOST_BYTES = 100_000_000
"""Of the weights, the epochs and other data of all runs in a file, so that saving takes no long time."""
STEPS = 1_000
"""Points of the losses of single steps that are kept of a run: more than a chart has pixels for."""
CURVE = "steps"
"""What the array of those is called, behind the run's number."""


@dataclass(frozen=True, eq=False)
class StoredRuns:
    """The runs of a project, what people say of them, and the one at hand where it is among them."""

    runs: tuple[Run, ...] = ()
    labels: Labels = field(default_factory=dict)
    at_hand: Run | None = None


def with_room(runs: Sequence[Run], labels: Labels, own: Content | None = None) -> tuple[Run, ...]:
    """Those that a file takes: none that is deleted; where they are too many, starred and newer ones go first.

    `own` are the project's data, which the file holds anyway.
    """
    living = _living(runs, labels)
    kept, size, contents = set[int](), 0, [own, None]
    for run in sorted(living, key=lambda run: (labels.get(run.number, PLAIN).starred, run.number), reverse=True):
        content = _content(run)
        needed = _size(run) if content in contents else _size(run) + _bytes(content)
        if size + needed <= MOST_BYTES and len(kept) < MOST_RUNS:
            size += needed
            kept.add(run.number)
            contents.append(content)
    return tuple(run for run in living if run.number in kept)


def left_out(runs: Sequence[Run], labels: Labels, own: Content | None) -> int:
    """How many runs that nobody has deleted a file has no room for."""
    return len(_living(runs, labels)) - len(with_room(runs, labels, own))


def _living(runs: Sequence[Run], labels: Labels) -> list[Run]:
    return [run for run in runs if not labels.get(run.number, PLAIN).deleted and run.settings and run.stages]


def _content(run: Run) -> Content | None:
    return content_of(run.settings.data) if run.settings is not None else None


def _bytes(content: Content | None) -> int:
    return 0 if content is None else sum(array.nbytes for array in content.arrays.values())


def _size(run: Run) -> int:
    steps = min(STEPS, len(run.history.batches()[0]))
    figures = len(EpochEnd._fields) * run.history.epochs + 2 * steps
    return sum(array.nbytes for array in run.weights.values()) + 8 * figures


# Writing


def to_members(stored: StoredRuns, own: Content | None = None) -> dict[str, bytes]:
    """The parts of a file that hold these runs beside the project's `own` data.

    Weights that a reader would refuse are left out.
    """
    runs = with_room(stored.runs, stored.labels, own)
    while len(text := _document(runs, stored)) > LIMITS[RUNS]:
        runs = runs[1:]
    members = {RUNS: text}
    weights = {
        f"{run.number}.{name}": array
        for run in runs
        if run.settings is not None and not (misfits(run.settings.graph, run.weights) or not_numbers(run.weights))
        for name, array in run.weights.items()
    }
    histories = {f"{run.number}": _table(run.history) for run in runs if run.history.epochs}
    curves = {f"{run.number}.{CURVE}": run.history.outline(STEPS) for run in runs}
    histories |= {name: curve for name, curve in curves.items() if curve.size and np.isfinite(curve).all()}
    contents = {
        f"{content.fingerprint}.{name}": array
        for run in runs
        if (content := _content(run)) is not None and content != own
        for name, array in content.arrays.items()
    }
    if weights:
        members[WEIGHTS] = safetensors_bytes(weights)
    if histories:
        members[HISTORIES] = npz_bytes(histories)
    if contents:
        members[DATA] = npz_bytes(contents)
    return members


def _table(history: History) -> NDArray[np.float64]:
    """One row a figure, one column an epoch; told by whoever records, since the newest epoch may be on its way."""
    return np.stack(list(epoch_columns(history.as_events()).values()))


class _Shared:
    """What several runs have in common is written once, and named by its number."""

    def __init__(self) -> None:
        self.written: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, value: Any) -> int:
        text = json.dumps(value, sort_keys=True)
        if text not in self._numbers:
            self._numbers[text] = len(self.written)
            self.written.append(value)
        return self._numbers[text]


def _document(runs: Sequence[Run], stored: StoredRuns) -> bytes:
    graphs, sources = _Shared(), _Shared()
    entries = []
    for run in runs:
        settings = run.settings
        assert settings is not None
        entry = {
            "number": run.number,
            "graph": graphs.number(graph_to_json(settings.graph)),
            "source": sources.number(_source_to_json(settings)),
            "seed": settings.seed,
            "stages": [
                {"step": stage.step, "epochs": stage.epochs, "training": stage.training.to_json()}
                for stage in run.stages
            ],
            "diverged": run.diverged,
        }
        label = stored.labels.get(run.number, PLAIN)
        entry |= {"origin": run.origin._asdict()} if run.origin is not None else {}
        entries.append(entry | {"name": label.name, "starred": label.starred})
    numbers = {run.number for run in runs}
    at_hand = stored.at_hand.number if stored.at_hand is not None and stored.at_hand.number in numbers else None
    document = {"graphs": graphs.written, "sources": sources.written, "runs": entries, "at_hand": at_hand}
    return json.dumps(document, sort_keys=True, allow_nan=False, separators=(",", ":")).encode()


def _source_to_json(settings: RunSettings) -> dict[str, Any]:
    data = settings.data
    written: dict[str, Any] = {"data": data.to_json(), "preparation": settings.preparation.to_json()}
    if (content := content_of(data)) is not None:
        written["content"] = content.fingerprint
    return written


# Reading


def from_members(members: Members, own: Content | None = None) -> StoredRuns:
    """What `to_members` gave, none where there is nothing; ProjectError holds a message for each thing wrong."""
    if RUNS not in members:
        return StoredRuns()
    reader = _Reader(own)
    stored = reader.read(members)
    if reader.wrong:
        raise ProjectError(*reader.wrong)
    return stored


def _require(holds: bool, reason: str) -> None:
    """ValueError where it does not."""
    if not holds:
        raise ValueError(reason)


class _Reader:
    """Reads part after part and collects what is wrong."""

    def __init__(self, own: Content | None) -> None:
        self.wrong: list[Message] = []
        self._own = own

    def _attempt(self, part: str, read: Callable[[], Parsed]) -> Parsed | None:
        try:
            return read()
        except RambatError as error:
            self.wrong += [Message("{part}: {reason}", part=part, reason=each) for each in error.messages]
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
            text = excerpt(str(error))
            self.wrong.append(Message("{part} is not described as it should be ({reason}).", part=part, reason=text))
        return None

    def read(self, members: Members) -> StoredRuns:
        """All of them, or those that could be read."""
        document = self._attempt(RUNS, lambda: _parsed(members[RUNS]))
        if document is None:
            return StoredRuns()
        weights = self._arrays(members, WEIGHTS, safetensors_arrays)
        histories = self._arrays(members, HISTORIES, npz_arrays)
        contents = self._arrays(members, DATA, npz_arrays)
        if self._own is not None:
            contents[self._own.fingerprint] = dict(self._own.arrays)
        graphs = [
            self._attempt(f"graph {n}", partial(graph_from_json, each)) for n, each in _counted(document, "graphs")
        ]
        sources = [
            self._attempt(f"source {n}", partial(_source, each, contents)) for n, each in _counted(document, "sources")
        ]
        runs: dict[int, Run] = {}
        labels: dict[int, RunLabel] = {}
        for place, entry in _counted(document, "runs"):
            part = f"run {entry.get('number', place) if isinstance(entry, dict) else place}"
            found = self._attempt(part, partial(_run, entry, graphs, sources, runs))
            if found is None:
                continue
            run, label = found
            self._attempt(part, partial(_fill, run, weights, histories))
            runs[run.number] = run
            labels |= {run.number: label} if label != PLAIN else {}
        at_hand = self._attempt(RUNS, lambda: _at_hand(document["at_hand"], runs))
        return StoredRuns(tuple(runs.values()), labels, at_hand)

    def _arrays(
        self, members: Members, name: str, parse: Callable[[bytes], Mapping[str, NDArray[Any]]]
    ) -> dict[str, dict[str, NDArray[Any]]]:
        """The arrays of a part by what stands before the first point of their names."""
        arrays = self._attempt(name, lambda: parse(members[name])) if name in members else None
        sorted_out: dict[str, dict[str, NDArray[Any]]] = {}
        for key, array in (arrays or {}).items():
            owner, _, rest = key.partition(".")
            sorted_out.setdefault(owner, {})[rest] = array
        return sorted_out


def _parsed(content: bytes) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(content)
    json.dumps(document, ensure_ascii=False, allow_nan=False).encode()  # neither half letters nor numbers that are none
    _require(isinstance(document, dict), "a group of named values is needed")
    for name in ("graphs", "sources", "runs"):
        _require(isinstance(document[name], list), f"{name} are a list")
    _require(len(document["runs"]) <= MOST_RUNS, f"more than {MOST_RUNS} runs")
    return document


def _counted(document: dict[str, Any], name: str) -> Iterator[tuple[int, Any]]:
    return enumerate(document[name], 1)


Source = tuple[DataSource, Preparation]


def _source(written: Any, contents: Mapping[str, Mapping[str, NDArray[Any]]]) -> Source:
    data, preparation = DataSource.from_json(written["data"]), Preparation.from_json(written["preparation"])
    if isinstance(data, StoredSource) and "content" in written:
        _require(written["content"] in contents, "its data are missing")
        data = data.with_content(contents[written["content"]])
    return data, preparation


def _run(
    entry: Any, graphs: Sequence[Graph | None], sources: Sequence[Source | None], known: Mapping[int, Run]
) -> tuple[Run, RunLabel] | None:
    """One run without weights and epochs; None where what it refers to was reported already."""
    number = _count(entry["number"], 1)
    _require(number not in known, "its number is another's")
    graph, source = graphs[_count(entry["graph"])], sources[_count(entry["source"])]
    origin = entry.get("origin")
    stages = tuple(
        Stage(_count(each["step"]), _amount(each["epochs"]), TrainingConfig.from_json(each["training"]))
        for each in entry["stages"]
    )
    steps = [stage.step for stage in stages]
    _require(bool(steps) and steps == sorted(set(steps)), "stages")
    name, starred, diverged = entry["name"], entry["starred"], entry["diverged"]
    _require(isinstance(name, str) and len(name) <= LONGEST_NAME, "name")
    _require(isinstance(starred, bool) and isinstance(diverged, bool), "starred and diverged are true or false")
    seed = _count(entry["seed"])
    if graph is None or source is None:
        return None
    run = Run(number, RunSettings(graph, *source, seed), stages=stages, diverged=diverged)
    if origin is not None:
        run.origin = Origin(_count(origin["run"]), _count(origin["step"]))
    return run, RunLabel(name, starred)


def _fill(
    run: Run,
    weights: Mapping[str, Mapping[str, NDArray[Any]]],
    histories: Mapping[str, Mapping[str, NDArray[Any]]],
) -> None:
    """Give a run what it has learned and its epochs; ProjectError where they are not its own."""
    assert run.settings is not None
    key = str(run.number)
    learned = weights.get(key, {})
    if wrong := [*misfits(run.settings.graph, learned), *not_numbers(learned)] if learned else []:
        raise ProjectError(*wrong)
    if learned:
        run.weights = {name: learned[name] for name in weight_shapes(run.settings.graph)}  # a file has its own order
    recorded = histories.get(key, {})
    epochs: tuple[EpochEnd, ...] = ()
    if (table := recorded.get("")) is not None:
        if table.ndim != 2 or len(table) != len(EpochEnd._fields):
            raise DataError(Message("The columns of the history differ in length."))
        epochs = epochs_from_columns(dict(zip(EpochEnd._fields, table, strict=True)))
    run.history = History.from_events(epochs, _curve(recorded.get(CURVE)))


def _curve(curve: NDArray[Any] | None) -> NDArray[np.float64] | None:
    """Steps and their losses as a file holds them; ValueError where they are none."""
    if curve is not None:
        _require(curve.ndim == 2 and len(curve) == 2 and curve.shape[1] <= MAX_POINTS, CURVE)
        _require(curve.dtype == np.float64 and bool(np.isfinite(curve).all()), CURVE)
    return curve


def _at_hand(number: Any, runs: Mapping[int, Run]) -> Run | None:
    return None if number is None else runs.get(_count(number, 1))


def _count(value: Any, least: int = 0) -> int:
    _require(is_whole(value) and least <= value < 1 << 53, f"a whole number of at least {least} is needed")
    return int(value)


def _amount(value: Any) -> float:
    _require(is_real(value) and value >= 0, "a number of at least 0 is needed")
    return float(value)
