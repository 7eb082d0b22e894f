"""Declared once, derived everywhere: the fields of a layer, loss, optimiser or data source.

A kind is a class whose annotated fields are made with `hyper()`. It becomes a frozen dataclass that
validates itself, and form, JSON, command line, documentation and tests are read from the declaration.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import numbers
import types
import typing
from abc import ABC
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from engine.errors import HyperparameterError, Message
from engine.numerals import number_text


@dataclass(frozen=True)
class Bounds:
    """The interval in which a number may lie; ends belong to it unless they are said to be open."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, value: float) -> bool:
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below

    def describe(self) -> Message:
        """The interval in words, such as "a number from 0 to less than 1"."""
        ends = {"low": _number_text(self.low), "high": _number_text(self.high)}
        if math.isinf(self.low) and math.isinf(self.high):
            return Message("a finite number")
        if math.isinf(self.high):
            return Message("a number above {low}", **ends) if self.low_open else Message("at least {low}", **ends)
        if self.low_open and self.high_open:
            return Message("a number between {low} and {high}, both excluded", **ends)
        if self.low_open:
            return Message("a number above {low} and at most {high}", **ends)
        if self.high_open:
            return Message("a number from {low} to less than {high}", **ends)
        return Message("a number from {low} to {high}", **ends)


def _number_text(value: float) -> str:
    """Whole numbers in full, as far as floats hold them all."""
    return str(int(value)) if abs(value) <= LARGEST_WHOLE and value == int(value) else number_text(value, 6)


POSITIVE = Bounds(0, low_open=True)
NON_NEGATIVE = Bounds(0)
SEEDS = Bounds(0, 2**32 - 1)
"""What a seed may be: 32 bits, as most generators take."""
AT_LEAST_ONE = Bounds(1)
WINDOW_SIZES = Bounds(1, 10_000)
"""Sizes, strides and dilations of windows: more than any picture needs, and no more than can be laid out."""
LARGEST_WHOLE = 2**53
"""No whole number is larger: floats hold every one up to it, and a project's file refuses much longer ones."""
FRACTION = Bounds(0, 1, high_open=True)
ANY = Bounds()


@dataclass(frozen=True)
class Hyperparameter:
    """One declared field: what it is called, what it means and which values it takes.

    `kind` is bool, int, float, str, tuple or a family such as Initializer; a tuple holds `entries`: int, float, str or
    a Configurable. `label` and `help` are English and translated by the window. `headline` fields are shown on the
    layer's card, `advanced` ones only when they are asked for, and `hidden` ones in no form: they are set elsewhere.
    `absent` says what holds where an optional number is left empty.
    """

    name: str
    kind: Any
    optional: bool
    default: Any
    label: str
    help: str
    bounds: Bounds
    choices: tuple[str, ...]
    headline: bool
    advanced: bool
    hidden: bool = False
    absent: str = ""
    entries: Any = None

    @property
    def initial(self) -> Any:
        """The value that a new instance has, as the field holds it."""
        return self.coerce(self.default)

    @property
    def required(self) -> bool:
        return self.default is dataclasses.MISSING

    def coerce(self, value: Any) -> Any:
        """The value as the field holds it, or HyperparameterError that says what was wanted and what came."""
        if value is None and self.optional:
            return None
        match self.kind:
            case kind if isinstance(kind, type) and issubclass(kind, Configurable):
                return kind.resolve(value)
            case kind if kind is bool and isinstance(value, bool):
                return value
            case kind if kind is int and is_whole(value) and value in self.bounds:
                return int(value)
            case kind if kind is float and is_real(value) and value in self.bounds:
                return float(value)
            case kind if kind is str and isinstance(value, str) and (not self.choices or value in self.choices):
                return value
            case kind if kind is tuple and self.entries in (int, float):
                given = tuple(value) if isinstance(value, list | tuple) else (value,)
                fits = is_whole if self.entries is int else is_real
                if given and all(fits(entry) and entry in self.bounds for entry in given):
                    return tuple(self.entries(entry) for entry in given)
            case kind if kind is tuple and isinstance(value, list | tuple):
                if self.entries is not str:
                    return tuple(self.entries.resolve(entry) for entry in value)
                if all(isinstance(entry, str) for entry in value):
                    return tuple(value)
        beyond = is_real(value) and value > LARGEST_WHOLE and math.isinf(self.bounds.high) and self.kind is int
        told = dataclasses.replace(self, bounds=Bounds(self.bounds.low, LARGEST_WHOLE)) if beyond else self
        raise HyperparameterError(
            Message("{label} takes {wanted}. Received: {value}.", label=Message(self.label),
                    wanted=told.wanted(), value=repr(value))
        )  # fmt: skip

    def wanted(self) -> Message:
        """What the field accepts, in words."""
        if self.kind is bool:
            return Message("on or off")
        if self.choices:
            return Message("one of {choices}", choices=", ".join(self.choices))
        if self.kind is str:
            return Message("a text")
        if self.kind is tuple and self.entries not in (int, float):
            return Message("a list")
        if self.kind is int:
            return Message("a whole number ({bounds})", bounds=self.bounds.describe())
        if self.kind is tuple and self.entries is int:
            return Message("whole numbers ({bounds})", bounds=self.bounds.describe())
        if self.kind is tuple:
            return Message("numbers, each {bounds}", bounds=self.bounds.describe())
        return self.bounds.describe()


def is_real(value: Any) -> bool:
    """Whether the value is a finite number and not a truth value."""
    if type(value) is bool or not isinstance(value, numbers.Real):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond all floats
        return False


def is_whole(value: Any) -> bool:
    """Whether the value is a number without a fraction up to LARGEST_WHOLE; 4.0 is, since JSON may write 4 so."""
    return is_real(value) and float(value).is_integer() and abs(value) <= LARGEST_WHOLE


def hyper(
    default: Any = dataclasses.MISSING,
    *,
    label: str,
    help: str = "",
    bounds: Bounds = ANY,
    choices: tuple[str, ...] = (),
    headline: bool = False,
    advanced: bool = False,
    hidden: bool = False,
    absent: str = "",
) -> Any:
    """Declare a field of a kind; without a default the field must be given."""
    declared = {
        "label": label,
        "help": help,
        "bounds": bounds,
        "choices": choices,
        "headline": headline,
        "advanced": advanced,
        "hidden": hidden,
        "absent": absent,
    }
    return dataclasses.field(default=default, metadata={"hyper": declared})


class Configurable(ABC):
    """The root of all kinds. A field that is not made with `hyper()` is carried along, and no part of the declaration.

    `class Loss(Configurable, family="loss")` opens a family; `class Huber(Loss, name="huber")` adds a kind to
    it. `label` is the kind's English name in the window and `summary` one sentence about it; `formula` is LaTeX.
    """

    family: ClassVar[str] = ""
    name: ClassVar[str] = ""
    label: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    formula: ClassVar[str] = ""
    symbols: ClassVar[Mapping[str, str]] = {}
    """What letters of the formula stand for that mean something else than in `engine.symbols`, or are not there."""
    advanced: ClassVar[bool] = False
    """Of a family: whether fields that hold one of its kinds are advanced."""
    brought: ClassVar[bool] = False
    """Whether people have to bring something before one of the kind is of use."""
    _kinds: ClassVar[dict[str, type[Any]]]

    if TYPE_CHECKING:
        # A field takes whatever it can coerce: a registered name for a kind, 4.0 for 4, one number for a tuple.
        def __init__(self, *values: Any, **fields: Any) -> None: ...

    def __init_subclass__(cls, *, family: str = "", name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        dataclass(frozen=True)(cls)
        cls.__init__ = _checking_names(cls.__init__)  # type: ignore[method-assign]
        if family:
            cls.family, cls._kinds = family, {}
        cls.name = name
        if name:
            if name in cls._kinds:
                raise TypeError(f"two kinds of {cls.family} are called {name!r}")
            cls._kinds[name] = cls

    def __post_init__(self) -> None:
        """Validate every field; one error names all that is wrong."""
        wrong: list[Message] = []
        for field in self.hyperparameters():
            try:
                object.__setattr__(self, field.name, field.coerce(getattr(self, field.name)))
            except HyperparameterError as error:
                wrong.extend(error.messages)
        if not wrong:
            wrong.extend(self.conflicts())
        if wrong:
            raise HyperparameterError(*wrong)

    def conflicts(self) -> Iterator[Message]:
        """What is wrong between fields that are each right; most kinds have nothing to say."""
        return iter(())

    @classmethod
    def hyperparameters(cls) -> tuple[Hyperparameter, ...]:
        """The declared fields, in the order in which they are declared."""
        return _declaration(cls)

    @classmethod
    def kinds(cls) -> Mapping[str, type[Self]]:
        """All kinds of this family by name, in the order in which they are declared."""
        return types.MappingProxyType(cls._kinds)

    @classmethod
    def resolve(cls, value: Any) -> Self:
        """An instance from an instance, a registered name, or the mapping that `to_json` wrote."""
        if isinstance(value, cls):
            return value
        if isinstance(value, Mapping):
            return cls.from_json(value)
        kind = cls._kinds.get(value) if isinstance(value, str) else None
        if kind is None:
            raise HyperparameterError(
                Message("There is no {family} called {value}. Use one of: {names}.",
                        family=Message(cls.family), value=repr(value), names=", ".join(cls._kinds))
            )  # fmt: skip
        instance: Self = kind()
        return instance

    def to_json(self) -> dict[str, Any]:
        """The kind's name and its fields, ready for JSON."""
        written: dict[str, Any] = {"kind": self.name} if self.name else {}
        for field in self.hyperparameters():
            written[field.name] = _json(getattr(self, field.name))
        return written

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote; a kind, field or value that is unknown raises HyperparameterError."""
        fields = dict(written)
        kind: type[Self] = cls
        if cls.family and not cls.name:
            name = fields.pop("kind", None)
            if not isinstance(name, str) or name not in cls._kinds:
                raise HyperparameterError(
                    Message("There is no {family} called {value}. Use one of: {names}.",
                            family=Message(cls.family), value=repr(name), names=", ".join(cls._kinds))
                )  # fmt: skip
            kind = cls._kinds[name]
        elif fields.pop("kind", cls.name) != cls.name and cls.name:
            raise HyperparameterError(
                Message("There is no {family} called {value}. Use one of: {names}.",
                        family=Message(cls.family), value=repr(written["kind"]), names=cls.name)
            )  # fmt: skip
        if reason := _mismatch(kind, 0, tuple(fields)):
            raise HyperparameterError(reason)
        return kind(**fields)

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed, validated anew."""
        return dataclasses.replace(self, **changes)  # type: ignore[type-var]

    def same_kind(self, other: object) -> bool:
        """Whether the other is of this very kind, whatever its fields."""
        return type(self) is type(other)


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(entry) for entry in value]
    return value.to_json() if isinstance(value, Configurable) else value


def _checking_names(made: Callable[..., None]) -> Callable[..., None]:
    """The constructor of a kind, with a clear error where values and fields do not match."""

    @functools.wraps(made)
    def checked(self: Configurable, *values: Any, **fields: Any) -> None:
        kind = type(self)
        reason = _mismatch(kind, len(values), tuple(name for name in fields if name not in _carried(kind)))
        if reason:
            raise HyperparameterError(reason)
        made(self, *values, **fields)

    return checked


def _mismatch(kind: type[Configurable], values: int, given: tuple[str, ...]) -> Message | None:
    """Why so many values, and fields of these names, cannot make one of a kind; None where they can."""
    declared = kind.hyperparameters()
    known = [field.name for field in declared]
    told = {"kind": kind.name or kind.__name__, "known": ", ".join(known) or "-"}
    if unknown := [name for name in given if name not in known]:
        return Message("{kind} has no field {fields}. Its fields: {known}.", fields=", ".join(unknown), **told)
    if values > len(known):
        return Message("{kind} takes at most {count} values. Its fields: {known}.", count=len(known), **told)
    if twice := [name for name in known[:values] if name in given]:
        return Message("{kind} was given {fields} twice. Its fields: {known}.", fields=", ".join(twice), **told)
    if missing := [field.name for field in declared[values:] if field.required and field.name not in given]:
        return Message("{kind} needs a value for {fields}.", kind=told["kind"], fields=", ".join(missing))
    return None


@cache
def _carried(kind: type[Configurable]) -> frozenset[str]:
    """The fields that are no part of the declaration."""
    return frozenset(field.name for field in dataclasses.fields(kind) if "hyper" not in field.metadata)  # type: ignore[arg-type]


@cache
def _declaration(kind: type[Configurable]) -> tuple[Hyperparameter, ...]:
    hints = typing.get_type_hints(kind)
    declared = []
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name in _carried(kind):
            continue
        annotation, optional = _strip_optional(hints[field.name])
        told = field.metadata["hyper"]
        detail = getattr(annotation, "advanced", False)
        kind_of_field = typing.get_origin(annotation) or annotation
        declared.append(
            Hyperparameter(
                name=field.name,
                kind=kind_of_field,
                entries=typing.get_args(annotation)[0] if kind_of_field is tuple else None,
                optional=optional,
                default=field.default,
                **told | {"advanced": told["advanced"] or detail},
            )
        )
    return tuple(declared)


def _strip_optional(annotation: Any) -> tuple[Any, bool]:
    members = typing.get_args(annotation)
    if isinstance(annotation, types.UnionType) and type(None) in members:
        return next(member for member in members if member is not type(None)), True
    return annotation, False
