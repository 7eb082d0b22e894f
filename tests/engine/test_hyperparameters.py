"""Every kind of every family: what its declaration promises, with wrong values made from the declaration itself."""

from __future__ import annotations

import importlib
import json
import math
import pkgutil
import re
from typing import Any

import numpy as np
import pytest

import engine
from engine.errors import HyperparameterError
from engine.hyperparameters import ANY, LARGEST_WHOLE, SEEDS, Bounds, Configurable, Hyperparameter, hyper

for _module in pkgutil.walk_packages(engine.__path__, "engine."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)


def subclasses(kind: type[Configurable]) -> list[type[Configurable]]:
    """All kinds below this one that belong to the engine, in the order in which they are declared."""
    found = []
    for below in kind.__subclasses__():
        found += [below, *subclasses(below)]
    return [kind for kind in found if kind.__module__.startswith("engine")]


FAMILIES = [kind for kind in subclasses(Configurable) if "_kinds" in vars(kind)]
KINDS = [kind for family in FAMILIES for kind in family.kinds().values()]
SINGLE = [kind for kind in subclasses(Configurable) if not kind.family and not subclasses(kind)]
"""Declarations that stand alone, such as TrainingConfig."""
FIELDS = [(kind, field) for kind in KINDS + SINGLE for field in kind.hyperparameters()]


def name_of(value: Any) -> str:
    return value.__name__ if isinstance(value, type) else value.name


every_kind = pytest.mark.parametrize("kind", KINDS + SINGLE, ids=name_of)
every_field = pytest.mark.parametrize(("kind", "field"), FIELDS, ids=name_of)


def example(kind: type[Configurable]) -> Configurable:
    """An instance with its defaults; what is required gets the simplest value that is allowed."""
    simplest = {str: "a", int: 1, float: 0.5, tuple: (1,), bool: True}
    return kind(**{f.name: simplest[f.kind] for f in kind.hyperparameters() if f.required})


def wrong_values(field: Hyperparameter) -> list[Any]:
    """Values outside what the field declares: of another type, beyond a bound, or not a choice."""
    wrong: list[Any] = [object(), {1, 2}]
    if not field.optional:
        wrong.append(None)
    if field.kind is bool:
        return [*wrong, 1, "yes"]
    if field.kind is str:
        return [*wrong, 3, *(["no such choice", ""] if field.choices else [])]
    if isinstance(field.kind, type) and issubclass(field.kind, Configurable):
        return [*wrong, 3, "no such kind", {"kind": "no such kind"}, {"kind": ["x"]}]
    beyond = [math.nan, math.inf, -math.inf, True, "1", 10**400]
    if math.isfinite(field.bounds.low):
        beyond += [field.bounds.low - 1] + ([field.bounds.low] if field.bounds.low_open else [])
    if math.isfinite(field.bounds.high):
        beyond += [field.bounds.high + 1] + ([field.bounds.high] if field.bounds.high_open else [])
    if field.kind is int:
        beyond.append(LARGEST_WHOLE + 1)
        return [*wrong, *beyond, field.bounds.low + 0.5 if math.isfinite(field.bounds.low) else 0.5]
    if field.kind is tuple and field.entries not in (int, float):
        return [*wrong, *beyond]
    if field.kind is tuple:
        return [*wrong, *beyond, (), [], *([value] for value in beyond), *([(1, 1.5)] if field.entries is int else [])]
    return wrong + beyond


def test_there_are_families_and_kinds() -> None:
    assert {"layer", "loss", "optimizer", "initializer", "activation"} <= {family.family for family in FAMILIES}
    assert "TrainingConfig" in {kind.__name__ for kind in SINGLE}
    assert len(FIELDS) > 20


@every_kind
def test_a_kind_introduces_itself(kind: type[Configurable]) -> None:
    assert kind.label, "a kind needs a label for the window"
    if kind.family:
        assert kind.name
        assert kind.summary.endswith((".", "!", "?")), "a kind needs one sentence about it"


@every_field
def test_a_field_is_declared_in_full(kind: type[Configurable], field: Hyperparameter) -> None:
    assert field.label
    assert not (field.choices and field.kind is not str)
    if not field.required:
        assert getattr(example(kind), field.name) == field.coerce(field.default)


@every_field
def test_wrong_values_are_refused_with_the_label_and_what_came(kind: type[Configurable], field: Hyperparameter) -> None:
    good = {f.name: getattr(example(kind), f.name) for f in kind.hyperparameters()}
    for value in wrong_values(field):
        with pytest.raises(HyperparameterError) as refusal:
            kind(**good | {field.name: value})
        message = str(refusal.value)
        assert refusal.value.messages
        names_field = field.label in message and repr(value)[:40] in message
        names_family = isinstance(field.kind, type) and issubclass(field.kind, Configurable) and field.kind.family
        assert names_field or (names_family and names_family in message), f"{value!r}: {message}"


@every_field
def test_the_ends_of_a_range_are_as_declared(kind: type[Configurable], field: Hyperparameter) -> None:
    if field.kind not in (int, float):
        return
    for end, is_open in ((field.bounds.low, field.bounds.low_open), (field.bounds.high, field.bounds.high_open)):
        if math.isfinite(end) and not is_open:
            assert field.coerce(end) == end


@every_kind
def test_json_round_trip(kind: type[Configurable]) -> None:
    instance = example(kind)
    written = json.loads(json.dumps(instance.to_json(), allow_nan=False))
    assert kind.from_json(written) == instance
    if kind.family:
        family = next(family for family in FAMILIES if family.family == kind.family)
        assert family.from_json(written) == instance
        assert family.resolve(written) == instance
        assert type(family.resolve(instance)) is kind


@every_kind
def test_json_with_unknown_fields_is_refused_by_name(kind: type[Configurable]) -> None:
    with pytest.raises(HyperparameterError, match="no field flux"):
        kind.from_json(example(kind).to_json() | {"flux": 1})


@pytest.mark.parametrize("family", FAMILIES, ids=name_of)
def test_a_family_resolves_names_and_says_which_there_are(family: type[Configurable]) -> None:
    for name, kind in family.kinds().items():
        if not any(field.required for field in kind.hyperparameters()):
            assert family.resolve(name) == kind()
    for wrong in ("no such kind", 3, None):
        with pytest.raises(HyperparameterError) as refusal:
            family.resolve(wrong)
        assert repr(wrong) in str(refusal.value)
        assert all(name in str(refusal.value) for name in family.kinds())


@every_kind
def test_kinds_are_values(kind: type[Configurable]) -> None:
    first, second = example(kind), example(kind)
    assert first == second
    assert hash(first) == hash(second)
    for field in kind.hyperparameters():
        with pytest.raises(AttributeError):
            setattr(first, field.name, getattr(first, field.name))


class Sample(Configurable):
    """A declaration with a field of every sort, for the rules that need certain values."""

    label = "Sample"

    share: float = hyper(0.5, label="Share", bounds=Bounds(0, 1, low_open=True))
    count: int = hyper(2, label="Count", bounds=Bounds(1, 8))
    size: tuple[int, ...] = hyper((2,), label="Size", bounds=Bounds(1))
    mode: str = hyper("same", label="Mode", choices=("same", "valid"))
    limit: float | None = hyper(None, label="Limit", bounds=ANY)
    shares: tuple[float, ...] = hyper((0.5,), label="Shares", bounds=Bounds(0))


def test_all_wrong_fields_are_named_at_once() -> None:
    with pytest.raises(HyperparameterError) as refusal:
        Sample(share=0, count=9, size=(0,), mode="other", limit="x", shares=(0.5, -1))
    assert [str(message) for message in refusal.value.messages] == [
        "Share takes a number above 0 and at most 1. Received: 0.",
        "Count takes a whole number (a number from 1 to 8). Received: 9.",
        "Size takes whole numbers (at least 1). Received: (0,).",
        "Mode takes one of same, valid. Received: 'other'.",
        "Limit takes a finite number. Received: 'x'.",
        "Shares takes numbers, each at least 0. Received: (0.5, -1).",
    ]


def test_values_are_kept_in_the_declared_type() -> None:
    sample = Sample(share=1, count=4.0, size=[3, 4], limit=np.float32(0.5))
    assert [type(value) for value in (sample.share, sample.count, sample.limit)] == [float, int, float]
    assert sample.size == (3, 4)
    assert Sample(size=5).size == (5,)
    assert Sample(shares=[1, 2.5]).shares == (1.0, 2.5)
    assert all(type(share) is float for share in Sample(shares=(1, 2)).shares)
    assert Sample.from_json(json.loads(json.dumps(sample.to_json()))) == sample


def test_json_that_lacks_what_is_required() -> None:
    class Needy(Configurable):
        count: int = hyper(label="Count")

    with pytest.raises(HyperparameterError, match="Needy needs a value for count"):
        Needy.from_json({})


def test_two_kinds_of_one_name_are_refused() -> None:
    class Family(Configurable, family="sample"):
        pass

    class First(Family, name="first"):
        pass

    with pytest.raises(TypeError, match="two kinds of sample are called 'first'"):

        class Second(Family, name="first"):
            pass


@every_kind
def test_fields_that_are_not_declared_are_refused_by_name(kind: type[Configurable]) -> None:
    fields = [field.name for field in kind.hyperparameters()]
    known = re.escape(", ".join(fields) or "-")
    with pytest.raises(HyperparameterError, match=rf"has no field flux, glow\. Its fields: {known}\.$"):
        kind(flux=1, glow=2)
    with pytest.raises(HyperparameterError, match=rf"has no field flux\. Its fields: {known}\.$"):
        example(kind).replace(flux=1)
    with pytest.raises(HyperparameterError, match=rf"takes at most {len(fields)} values\. Its fields: {known}\.$"):
        kind(*range(len(fields) + 1))
    if fields:
        with pytest.raises(HyperparameterError, match=rf"was given {fields[0]} twice\. Its fields: {known}\.$"):
            kind(None, **{fields[0]: None})


def test_what_is_required_must_be_given() -> None:
    class Needy(Configurable):
        count: int = hyper(label="Count")

    with pytest.raises(HyperparameterError, match=r"^Needy needs a value for count\.$"):
        Needy()
    assert Needy(3) == Needy(count=3)


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (SEEDS, "a number from 0 to 4294967295"),
        (Bounds(-1, 2**24), "a number from -1 to 16777216"),
        (Bounds(1e-9, low_open=True), "a number above 1e-9"),
        (Bounds(0.25, 1e300), "a number from 0.25 to 1e300"),
    ],
)
def test_whole_numbers_are_told_in_full(bounds: Bounds, told: str) -> None:
    assert str(bounds.describe()) == told
