"""A project: the drawn network, its data and settings, and what training has made of it; and its file.

A `.rambat` file is a zip of `project.json`, `weights.safetensors`, where there was training `history.npz`, and where
people brought their own data `data.npz`; where there are runs, unless they are not to be kept, also those of
`engine.runs.stored`; and where the run at hand can go on to the bit, what it needs for that, of `engine.runs.standing`.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.archive import THE_FILE, archive_bytes, member_names, read_members
from engine.atomic_file import write_atomically
from engine.data import DataSource, Preparation, Prepared, StoredSource
from engine.data.stored import content_of
from engine.direction import Direction
from engine.errors import DataError, ExportError, GraphError, Message, ProjectError, RambatError
from engine.events import EpochEnd
from engine.files import reading
from engine.graph import Graph
from engine.graph_json import graph_from_json, graph_to_json
from engine.history import epoch_columns, epochs_from_columns
from engine.hyperparameters import is_real, is_whole
from engine.inference import Inference, infer_shapes
from engine.network import Network
from engine.runs import standing, stored
from engine.runs.labels import Labels
from engine.runs.run import Run
from engine.runs.stored import StoredRuns
from engine.shapes import DataShape
from engine.timeline import Moment
from engine.training_config import TrainingConfig
from engine.weight_check import misfits, not_numbers, weight_shapes
from engine.weights_file import npz_arrays, npz_bytes, safetensors_arrays, safetensors_bytes

Array = NDArray[np.floating]
Document = dict[str, Any]
Part = TypeVar("Part")

SUFFIX = ".rambat"
FORMAT = "rambat"
VERSION = 1
MIGRATIONS: Mapping[int, Callable[[Document], Document]] = {}
"""For each older version, what makes its document one of the next version."""

DOCUMENT, WEIGHTS, HISTORY, DATA = "project.json", "weights.safetensors", "history.npz", "data.npz"
SLOWEST = 0.01
"""Steps a second at which a run may be shown at least."""
LIMITS = {DOCUMENT: 1 << 26, WEIGHTS: 1 << 31, HISTORY: 1 << 29, DATA: 1 << 31, **stored.LIMITS, **standing.LIMITS}
"""The parts of a file, and the bytes that each may have."""
EXAMPLES = Path(__file__).parents[1] / "resources" / "examples"


@dataclass
class Project:
    """Everything that one file holds; `steps_per_second` is 0 for as fast as possible, `direction` the drawing's.

    `runs` are in the file unless `keep_runs` says otherwise; `at_hand` is the one whose weights stand, where it was
    chosen among them, and `run_labels` say what people call them. `moment` is where the run stands that has made the
    weights, with all that it needs to go on; None where the next step begins with an optimiser that remembers nothing,
    and where a file held what is damaged, of which `lost` tells.
    """

    graph: Graph
    training: TrainingConfig
    data: DataSource
    preparation: Preparation
    steps_per_second: float = 0
    title: str = ""
    description: str = ""
    weights: dict[str, Array] | None = None
    history: tuple[EpochEnd, ...] = ()
    direction: Direction = Direction.RIGHT
    keep_runs: bool = True
    run_labels: Labels = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    at_hand: Run | None = None
    moment: Moment | None = None
    lost: Message | None = None

    @property
    def data_shape(self) -> DataShape:
        """The shapes of one sample as the network meets it; those of the raw data where they cannot be prepared."""
        try:
            return self.preparation.shape(self.data.shape)
        except DataError:  # which loading them tells
            return self.data.shape

    def infer(self) -> Inference:
        """Shapes, and what is wrong or missing, of the network with its data as they are prepared."""
        return infer_shapes(self.graph, self.data_shape, self.preparation)

    def prepare(self) -> Prepared:
        """Load the data, split them by the training's seed and scale them."""
        return self.preparation.apply(self.data.load(), self.training.seed)

    def network(self, dtype: str = "float32") -> Network:
        """The network with its learned weights, as far as they still fit, or else with initial ones.

        ProjectError where a weight is none, as when a file is read.
        """
        weights = self.weights if self.weights is not None else {}
        if wrong := not_numbers(weights):
            raise ProjectError(*wrong)
        try:
            network = Network(self.graph, self.training.seed, dtype)
        except MemoryError as error:
            size = sum(math.prod(shape) for shape in weight_shapes(self.graph).values())
            raise GraphError(
                Message("A network of {count} weights needs more memory than there is.", count=size)
            ) from error
        network.carry_over(weights)
        return network

    def untrained(self) -> Project:
        """The same without what it has learned, and without its runs."""
        return replace(
            self, weights=None, history=(), keep_runs=True, run_labels={}, runs=(), at_hand=None, moment=None, lost=None
        )  # fmt: skip


# Writing


def save(project: Project, path: Path | str) -> None:
    """Write the project so that a failure leaves the old file; ProjectError says why it failed."""
    try:
        write_atomically(Path(path), to_bytes(project))
    except ExportError as error:
        raise ProjectError(*error.messages) from error


def to_bytes(project: Project) -> bytes:
    """The file's content, the same bytes for the same project.

    Weights that `read` would refuse are left out: those of a graph that has changed, and those that have overflowed;
    and with them where their run stands.
    """
    members = {DOCUMENT: document_text(project).encode()}
    if project.weights is not None and not (misfits(project.graph, project.weights) or not_numbers(project.weights)):
        members[WEIGHTS] = safetensors_bytes(project.weights)
        members |= standing.to_members(project.moment)
    if project.history:
        members[HISTORY] = npz_bytes(epoch_columns(project.history))
    if (content := content_of(project.data)) is not None:
        members[DATA] = npz_bytes(content.arrays)
    if project.keep_runs and project.runs:
        members |= stored.to_members(StoredRuns(project.runs, project.run_labels, project.at_hand), content)
    return archive_bytes(members, compressed=(DOCUMENT, standing.NUMBERS))


def document_text(project: Project) -> str:
    """`project.json`: sorted and indented, readable in a diff."""
    document: Document = {
        "format": FORMAT,
        "version": VERSION,
        "title": project.title,
        "description": project.description,
        "graph": graph_to_json(project.graph),
        "training": project.training.to_json(),
        "data": project.data.to_json(),
        "preparation": project.preparation.to_json(),
        "steps_per_second": project.steps_per_second,
    }
    if project.direction is not Direction.RIGHT:
        document["direction"] = project.direction.value
    if not project.keep_runs:
        document["keep_runs"] = False
    return json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


# Reading


def load(path: Path | str) -> Project:
    """Read a project file; ProjectError holds one message for each thing that is wrong with it."""
    path = Path(path)
    with reading(path, ProjectError):
        try:
            with path.open("rb") as file:
                if file.read(2) != b"PK":
                    raise ProjectError(Message("{path} is not a Rambat project.", path=path))
                return read(file, path)
        except FileNotFoundError as error:
            raise ProjectError(Message("There is no file {path}.", path=path)) from error
        except IsADirectoryError as error:
            raise ProjectError(Message("{path} is a folder, not a Rambat project.", path=path)) from error


def from_bytes(content: bytes) -> Project:
    """Read what `to_bytes` gave."""
    return read(io.BytesIO(content))


def read(file: BinaryIO, name: Path | Message = THE_FILE) -> Project:
    """Read an open project file; messages call it by that name."""
    try:
        if DOCUMENT not in member_names(file, name):
            raise ProjectError(Message("{file} is not a Rambat project: it holds no {name}.", file=name, name=DOCUMENT))
        members = read_members(file, lambda member: LIMITS.get(member, 0), name, standing.LIMITS)
    except DataError as error:
        raise ProjectError(*error.messages) from error
    reader = Reader()
    project = reader.project(parse_document(members[DOCUMENT], name))
    weights = reader.member(members, WEIGHTS, safetensors_arrays)
    history = reader.member(members, HISTORY, lambda data: epochs_from_columns(npz_arrays(data)))
    if project is not None and isinstance(source := project.data, StoredSource):
        project.data = reader.member(members, DATA, lambda data: source.with_content(npz_arrays(data))) or source
    own = content_of(project.data) if project is not None else None
    runs = reader.attempt(lambda members: stored.from_members(members, own), members) or StoredRuns()
    if project is not None and weights is not None:
        reader.problems += misfits(project.graph, weights) + not_numbers(weights)
    moment, lost = _moment(members)
    if project is None or reader.problems:
        raise ProjectError(*reader.problems, *((lost,) if lost else ()))
    project.weights, project.history = weights, history or ()
    project.moment, project.lost = moment, lost
    project.runs, project.run_labels, project.at_hand = runs.runs, runs.labels, runs.at_hand
    return project


def _moment(members: Mapping[str, bytes]) -> tuple[Moment | None, Message | None]:
    """Where the run stands, or why that is lost: all else is whole without it."""
    try:
        return standing.from_members(members), None
    except DataError as error:
        return None, error.messages[0]


def from_document(document: Document) -> Project:
    """The project that a document describes, without weights."""
    reader = Reader()
    project = reader.project(document)
    if project is None:
        raise ProjectError(*reader.problems)
    return project


def parse_document(content: bytes, file: Path | Message = THE_FILE) -> Document:
    """`project.json` brought to the present version; ProjectError where it is none."""
    try:
        document = json.loads(content, parse_float=_finite, parse_int=_moderate, parse_constant=_finite)
        json.dumps(document, ensure_ascii=False).encode()  # half a surrogate pair could not be saved again
    except (ValueError, RecursionError) as error:
        raise ProjectError(
            Message("{file} is damaged: its {name} cannot be read ({reason}).", file=file, name=DOCUMENT, reason=error)
        ) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProjectError(
            Message("{file} is not a Rambat project: its {name} is of another kind.", file=file, name=DOCUMENT)
        )
    return migrate(document)


def migrate(document: Document) -> Document:
    """The document in the present version."""
    version: Any = document.get("version")
    if not is_whole(version):
        raise ProjectError(Message("The version of the project is unknown: {version}.", version=repr(version)))
    if version > VERSION:
        raise ProjectError(
            Message("This project was made by a newer Rambat (version {came} of the format; this one reads up to "
                    "{known}). Install the newer program to open it.", came=version, known=VERSION)
        )  # fmt: skip
    while version != VERSION:
        if version not in MIGRATIONS:
            raise ProjectError(Message("The version of the project is unknown: {version}.", version=version))
        document = MIGRATIONS[version](document)
        version = document["version"]
    return document


class Reader:
    """Reads part after part and collects what is wrong, so that one report tells it all."""

    def __init__(self) -> None:
        self.problems: list[Message] = []

    def project(self, document: Document) -> Project | None:
        """The project without weights, or None where there are problems."""
        parts: dict[str, Callable[[Any], Any]] = {
            "graph": graph_from_json,
            "training": _mapping(TrainingConfig.from_json),
            "data": _mapping(DataSource.from_json),
            "preparation": _mapping(Preparation.from_json),
            "steps_per_second": _steps_per_second,
            "direction": _direction,
            "keep_runs": _truth,
            "title": _text,
            "description": _text,
        }
        document = {"direction": Direction.RIGHT.value, "keep_runs": True, **document}
        unknown = sorted(document.keys() - parts.keys() - {"format", "version"})
        self.problems += [Message("The project has an unknown part: {part}.", part=part) for part in unknown]
        read: dict[str, Any] = {name: self._part(document, name, parse) for name, parse in parts.items()}
        return None if self.problems else Project(**read)

    def _part(self, document: Document, name: str, parse: Callable[[Any], Part]) -> Part | None:
        if name not in document:
            self.problems.append(Message("The project lacks a part: {part}.", part=name))
            return None
        return self._attempt(name, lambda: parse(document[name]))

    def member(self, members: Mapping[str, bytes], name: str, parse: Callable[[bytes], Part]) -> Part | None:
        """A part of the archive, or None where it is missing or wrong."""
        return self._attempt(name, lambda: parse(members[name])) if name in members else None

    def attempt(self, parse: Callable[[Mapping[str, bytes]], Part], members: Mapping[str, bytes]) -> Part | None:
        """Several parts that are read together and named in what is wrong with them."""
        try:
            return parse(members)
        except RambatError as error:
            self.problems += error.messages
        return None

    def _attempt(self, name: str, parse: Callable[[], Part]) -> Part | None:
        try:
            return parse()
        except RambatError as error:
            self.problems += [Message("{part}: {reason}", part=name, reason=each) for each in error.messages]
        return None


def _mapping(parse: Callable[[Mapping[str, Any]], Part]) -> Callable[[Any], Part]:
    def checked(written: Any) -> Part:
        if not isinstance(written, dict):
            raise ProjectError(
                Message("A group of named values is needed. Received: {value}.", value=repr(written)[:80])
            )
        return parse(written)

    return checked


def _steps_per_second(written: Any) -> float:
    if not is_real(written) or (written < SLOWEST and written != 0):
        raise ProjectError(
            Message("A number of at least {least} is needed, or 0 for as fast as possible. Received: {value}.",
                    least=f"{SLOWEST:g}", value=repr(written)[:80])
        )  # fmt: skip
    return int(written) if is_whole(written) else float(written)


def _truth(written: Any) -> bool:
    if not isinstance(written, bool):
        raise ProjectError(Message("True or false is needed. Received: {value}.", value=repr(written)[:80]))
    return written


def _direction(written: Any) -> Direction:
    known = [direction.value for direction in Direction]
    if written not in known:
        raise ProjectError(
            Message("A drawing runs one of these ways: {known}. Received: {value}.",
                    known=", ".join(known), value=repr(written)[:80])
        )  # fmt: skip
    return Direction(written)


def _text(written: Any) -> str:
    if not isinstance(written, str):
        raise ProjectError(Message("A text is needed. Received: {value}.", value=repr(written)[:80]))
    return written


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is not a finite number")
    return value


def _moderate(text: str) -> int:
    if len(text) > 18:
        raise ValueError(f"{text[:18]}... is too large a number")
    return int(text)


# Examples


def examples() -> tuple[str, ...]:
    """The names of the built-in projects."""
    return tuple(sorted(path.stem for path in EXAMPLES.glob("*.json")))


def load_example(name: str) -> Project:
    """A built-in project by name."""
    if name not in examples():
        raise ProjectError(
            Message("There is no example called {name}. Use one of: {names}.", name=name, names=", ".join(examples()))
        )
    return from_document(parse_document((EXAMPLES / f"{name}.json").read_bytes()))
