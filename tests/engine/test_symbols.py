"""Every letter of a formula is explained below it."""

from __future__ import annotations

import pytest

from engine.activations import ActivationFunction
from engine.hyperparameters import Configurable
from engine.layers import LSTM, Dense, Layer
from engine.losses import Loss
from engine.symbols import SYMBOLS, legend, letters

SHOWN = [kind for family in (Layer, ActivationFunction, Loss) for kind in family.kinds().values()]
"""The kinds whose formulas the window shows."""


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"a = f(x W + b)", "a f x W b"),
        (r"\hat{c}_t \odot \hat h_{t-1}", "ĉ t ĥ"),
        (r"\gamma \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}", "γ x μ σ ϵ"),
        (r"\left(\max(0, \tanh z)\right)\; \ln x", "z x"),
        (r"m \sim \mathrm{Bernoulli}(1 - p)", "m Bernoulli p"),
        (r"\mathcal{N}(0, 1)", "N"),
    ],
)
def test_letters(latex: str, found: str) -> None:
    assert letters(latex) == tuple(found.split())


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: f"{kind.family}-{kind.name}")
def test_every_letter_of_a_kind_is_explained(kind: type[Configurable]) -> None:
    latex = kind.formula + getattr(kind, "derivative", "")
    assert [letter for letter in letters(latex) if letter not in legend(latex, kind.symbols)] == []


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: f"{kind.family}-{kind.name}")
def test_no_kind_explains_what_its_formula_does_not_say(kind: type[Configurable]) -> None:
    if "symbols" in vars(kind):
        told = {letter for together in kind.symbols for letter in together.split()}
        assert told <= set(letters(kind.formula + getattr(kind, "derivative", "")))


def test_what_is_common_is_said_by_some_formula() -> None:
    used = {letter for kind in SHOWN for letter in letters(kind.formula + getattr(kind, "derivative", ""))}
    assert {letter for together in SYMBOLS for letter in together.split()} <= used


def test_a_kinds_own_meaning_goes_first() -> None:
    assert legend(Dense.formula, Dense.symbols)["f"] == "activation"
    assert legend(LSTM.formula, LSTM.symbols)["f"] == "gates from 0 to 1: what stays, what enters and what is shown"
    assert list(legend("x + a", {})) == ["x", "a"]
