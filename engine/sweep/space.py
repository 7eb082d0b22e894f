"""The space that is searched: for each setting that varies its choices, or a range with a straight or a log scale."""

from __future__ import annotations

import contextlib
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from engine.errors import HyperparameterError, Message
from engine.hyperparameters import is_real, is_whole
from engine.numerals import number_text
from engine.sweep.settings import Setting, Subject, changed, found, setting

POINTS = 5
"""Values that a grid takes of a range where nothing else is said."""
MOST_POINTS = 1000
DIGITS = 4
"""Significant digits of a number that is drawn: more would tell nothing, and be hard to read."""
MOST_BASES = 200
"""Combinations of kinds for which all values are tried before the sweep begins."""
SWITCHES = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}


@dataclass(frozen=True)
class Choices:
    """These values, in this order."""

    name: str
    values: tuple[Any, ...]

    def grid(self) -> tuple[Any, ...]:
        """The values that a grid takes."""
        return self.values

    def draw(self, rng: np.random.Generator) -> Any:
        """One of them by chance."""
        return self.values[int(rng.integers(len(self.values)))]

    @property
    def size(self) -> float:
        """How many different values there are."""
        return len(self.values)

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "values": list(self.values)}


@dataclass(frozen=True)
class Range:
    """Numbers from low to high, both included; whole ones for a setting that takes no others.

    With `log` equal factors are equally likely. A grid takes `points` of them.
    """

    name: str
    low: float
    high: float
    log: bool = False
    whole: bool = False
    points: int = POINTS

    def grid(self) -> tuple[Any, ...]:
        """Points that are equally far apart, each once."""
        places = np.geomspace if self.log else np.linspace
        return tuple(dict.fromkeys(self._number(float(place)) for place in places(self.low, self.high, self.points)))

    def draw(self, rng: np.random.Generator) -> Any:
        """A number by chance."""
        if self.whole and not self.log:
            return int(rng.integers(int(self.low), int(self.high), endpoint=True))
        if self.log:
            return self._number(math.exp(rng.uniform(math.log(self.low), math.log(self.high))))
        return self._number(rng.uniform(self.low, self.high))

    @property
    def size(self) -> float:
        """How many different values can be drawn."""
        return self.high - self.low + 1 if self.whole else math.inf

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def _number(self, value: float) -> float:
        """The value as the setting takes it; rounding leads over no end."""
        rounded = round(value) if self.whole else float(f"{value:.{DIGITS}g}")
        return min(max(rounded, self.low), self.high)


Dimension = Choices | Range


def dimension(subject: Subject, text: str, among: Sequence[Dimension] = ()) -> Dimension:
    """What a text such as "optimizer.learning_rate=0.001:0.1:log" or "dense_1.units=4,8,16" says.

    A range is LOW:HIGH, and behind further colons `log` and how many points a grid takes. `among` are the others that
    vary: a kind among them may have fields that the project's own has not.
    """
    name, equals, told = (part.strip() for part in text.rpartition("="))  # an id may hold such signs
    if not (name and equals and told):
        raise HyperparameterError(
            Message("What varies is written as NAME=VALUES, such as {one} or {other}. Received: {value}.",
                    one="batch_size=8,16,32", other="optimizer.learning_rate=0.001:0.1:log", value=repr(text))
        )  # fmt: skip
    known = _known(_bases(subject, [other for other in among if name.startswith(f"{other.name}.")]), name)[0]
    if ":" in told and known.field.kind in (int, float):
        return _range(known, told)
    return choices(known, [read_value(known, each) for each in told.split(",")])


def choices(known: Setting, values: Sequence[Any]) -> Choices:
    """These values of a setting, each once; HyperparameterError where it does not take one of them."""
    return Choices(known.name, tuple(dict.fromkeys(_hashable(known.coerce(value)) for value in values)))


def read_value(known: Setting, text: str) -> Any:
    """The value that a text means; what cannot be read is handed on, for the setting to refuse in its own words."""
    text = text.strip()
    if known.field.optional and text.lower() in ("", "none"):
        return None
    if known.field.kind is bool:
        return SWITCHES.get(text.lower(), text)
    if known.field.kind is tuple:
        parts = [_number(part) for part in text.lower().replace("×", "x").split("x")]
        return parts if all(map(is_whole, parts)) else text
    return _number(text) if known.field.kind in (int, float) else text


def value_text(value: Any) -> str:
    """A value as `read_value` takes it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return "x".join(map(str, value))
    return "none" if value is None else number_text(value, 7) if isinstance(value, float) else str(value)


def check(subject: Subject, space: Sequence[Dimension]) -> None:
    """HyperparameterError where the space names something twice, or a value that its setting does not take."""
    if not space:
        raise HyperparameterError(Message("Nothing varies. Name at least one setting and its values."))
    names = [each.name for each in space]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise HyperparameterError(Message("{name} varies twice; name it once.", name=twice[0]))
    bases = _bases(subject, space)
    for each in space:
        known = _known(bases, each.name)
        for value in each.values if isinstance(each, Choices) else (each.low, each.high):
            _require_taken(known, value)


def from_json(written: Any) -> tuple[Dimension, ...]:
    """The space that `to_json` wrote, dimension by dimension; HyperparameterError where it is none."""
    try:
        return tuple(_dimension_from_json(dict(each)) for each in written)
    except (TypeError, ValueError, KeyError) as error:
        raise HyperparameterError(Message("What varies cannot be read ({reason}).", reason=error)) from error


def _dimension_from_json(written: Mapping[str, Any]) -> Dimension:
    if "values" in written:
        return Choices(str(written["name"]), tuple(map(_hashable, written["values"])))
    found = Range(**written)
    if not (is_real(found.low) and is_real(found.high) and found.low < found.high and is_whole(found.points)):
        raise ValueError(found.name)
    return found


def _bases(subject: Subject, space: Sequence[Dimension]) -> list[Subject]:
    """The subject with each combination of the kinds that vary: these decide which settings there are."""
    bases = [subject]
    for each in sorted(space, key=lambda other: other.name.count(".")):
        if isinstance(each, Choices) and (known := _known(bases, each.name)[0]).is_kind:
            pairs = itertools.islice(itertools.product(bases, each.values), MOST_BASES)
            bases = [
                changed(base, {each.name: known.coerce(value)}) if found(base, each.name) else base
                for base, value in pairs
            ]
    return bases


def _known(bases: Sequence[Subject], name: str) -> list[Setting]:
    """The setting as each of these has it, or has it not; HyperparameterError where none does."""
    known = [each for base in bases if (each := found(base, name)) is not None]
    return known or [setting(bases[-1], name)]


def _require_taken(known: Sequence[Setting], value: Any) -> None:
    """HyperparameterError where no kind's setting takes the value; with which kinds it runs, `foresight` tells."""
    refused: HyperparameterError | None = None
    for each in known:
        try:
            each.coerce(value)
        except HyperparameterError as error:
            refused = error
        else:
            return
    if refused is not None:
        raise refused


def _range(known: Setting, text: str) -> Range:
    low, high, *rest = (part.strip() for part in text.split(":"))
    log = "log" in rest
    counts = [_number(part) for part in rest if part not in ("log", "linear")]
    ends = _number(low), _number(high)
    points = counts[0] if counts else POINTS
    if len(counts) > 1 or not (is_whole(points) and 2 <= points <= MOST_POINTS):
        raise HyperparameterError(
            Message("A range is written as LOW:HIGH, LOW:HIGH:log or LOW:HIGH:log:POINTS, with {few} to {most} points. "
                    "Received: {value}.", few=2, most=MOST_POINTS, value=repr(text))
        )  # fmt: skip
    return spread(known, *ends, log, int(points))


def spread(known: Setting, low: Any, high: Any, log: bool = False, points: int = POINTS) -> Range:
    """A range of a setting that takes numbers; HyperparameterError where it is none."""
    low, high = known.coerce(low), known.coerce(high)
    if low is None or high is None or not low < high:
        raise HyperparameterError(
            Message("A range of {name} goes from a number to a larger one. Received: {low} to {high}.",
                    name=known.name, low=value_text(low), high=value_text(high))
        )  # fmt: skip
    if log and low <= 0:
        raise HyperparameterError(
            Message("A logarithmic range of {name} begins above 0. Received: {low}.", name=known.name, low=low)
        )
    return Range(known.name, low, high, log, known.field.kind is int, points)


def _number(text: str) -> Any:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
