"""What the letters of a formula stand for: said beside the formula, or here where they mean the same everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

SYMBOLS: Mapping[str, str] = {
    "a": "output",
    "x": "input",
    "y": "target",
    "W": "weights",
    "b": "bias",
    "f": "activation",
    "z": "what enters the activation",
    "t": "step of the sequence",
    "h": "state, which is the output",
    "i j": "row and column",
    "u v": "row and column within the window",
    "k": "channel of the input",
    "c": "channel of the output",
    "m": "pattern of a channel",
    "L": "loss",
    "n": "how many there are",
    "e": "Euler's number, 2.718",
    "π": "the circle's number, 3.142",
    "σ": "standard deviation",
    "ϵ": "a small number, so that nothing is divided by 0",
    "vec": "all numbers of a sample in a row",
}
"""Letters that share a meaning stand together, apart by spaces; a kind's own `symbols` go before these."""

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "eta": "η", "lambda": "λ", "mu": "μ",
    "pi": "π", "sigma": "σ", "Phi": "Φ", "ell": "ℓ",
}  # fmt: skip
PARTS = re.compile(r"\\mathrm\{(?P<word>\w+)\}|\\hat\s*\{?(?P<hat>\w)\}?|\\(?P<command>[A-Za-z]+)|(?P<letter>[A-Za-z])")


def letters(latex: str) -> tuple[str, ...]:
    """The letters of a formula and its words, each once; names of functions such as max, tanh and ln are none."""
    found = []
    for part in PARTS.finditer(latex):
        if part["hat"]:
            found.append(unicodedata.normalize("NFC", part["hat"] + "\N{COMBINING CIRCUMFLEX ACCENT}"))
        elif part["command"]:
            found += [GREEK[part["command"]]] if part["command"] in GREEK else []
        else:
            found.append(part["word"] or part["letter"])
    return tuple(dict.fromkeys(found))


def legend(latex: str, symbols: Mapping[str, str]) -> dict[str, str]:
    """What each letter of a formula stands for, by letter, in the order in which they come."""
    declared = {**SYMBOLS, **symbols}
    meanings = {letter: meaning for together, meaning in declared.items() for letter in together.split()}
    return {letter: meanings[letter] for letter in letters(latex) if letter in meanings}
