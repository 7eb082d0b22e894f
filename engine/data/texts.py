"""Short sentences letter by letter, as whole numbers for an Embedding or as a column for each letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.errors import DataError, Message
from engine.files import reading
from engine.hyperparameters import Bounds, hyper
from engine.shapes import DataShape

Array = NDArray[np.float64]

NOTHING, OTHER = 0, 1
"""The number where a text has ended, and that of a letter which is not in the alphabet."""
LETTERS = " abcdefghijklmnopqrstuvwxyz0123456789.,?!'-"
NUMBERS = {letter: number for number, letter in enumerate(LETTERS, OTHER + 1)}
ALPHABET_SIZE = OTHER + 1 + len(LETTERS)

FOLDER = Path(__file__).parents[2] / "resources" / "datasets"
LANGUAGES = ("Indonesian", "English")
"""The classes, in this order; the sentences of each are the lines of a file of its name."""
SENTENCES = 220
"""Lines of each file."""


def encode(texts: Sequence[str], length: int) -> Array:
    """The numbers of the letters, (n, length): capitals as small letters, short texts filled up, long ones cut off."""
    numbers = np.full((len(texts), length), NOTHING, np.float64)
    for row, text in enumerate(texts):
        letters = text.lower()[:length]
        numbers[row, : len(letters)] = [NUMBERS.get(letter, OTHER) for letter in letters]
    return numbers


def decode(numbers: Iterable[float]) -> str:
    """The text of which these are the numbers; what is not in the alphabet is shown as a box."""
    return "".join(("", "□", *LETTERS)[int(number)] for number in numbers)


def lines(path: Path | str) -> list[str]:
    """The lines of a text file that are not empty; DataError where it cannot be read or holds none."""
    path = Path(path)
    try:
        with reading(path):
            found = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError as error:
        raise DataError(
            Message("{path} is not a text in UTF-8. Save it as UTF-8, with one sentence on each line.", path=path)
        ) from error
    if not found:
        raise DataError(Message("{path} holds no text. One sentence on each line is needed.", path=path))
    return found


class Languages(DataSource, name="languages"):
    """The languages take turns, so that every beginning is balanced."""

    label = "Indonesian or English"
    summary = "440 short sentences of everyday life, letter by letter: in which language is each?"
    origin = "Written for Rambat by its contributors, 2026."
    licence = "MIT, as the program."
    suggested = ("languages",)

    length: int = hyper(
        40, label="Letters", help="Letters of each sentence that the network sees.", bounds=Bounds(2, 200)
    )
    as_columns: bool = hyper(
        False, label="A column for each letter",
        help="Writes each letter as zeros and a one; otherwise as a whole number, for an Embedding without scaling.",
    )  # fmt: skip

    @property
    def shape(self) -> DataShape:
        return DataShape((self.length, ALPHABET_SIZE) if self.as_columns else (self.length,), (1,))

    @property
    def sample_count(self) -> int:
        return len(LANGUAGES) * SENTENCES

    def load(self) -> Dataset:
        files = [lines(FOLDER / f"{language.lower()}.txt") for language in LANGUAGES]
        sentences = [sentence for pair in zip(*files, strict=True) for sentence in pair]
        labels = np.arange(len(sentences)) % len(LANGUAGES)
        features = () if self.as_columns else tuple(f"letter {place}" for place in range(1, self.length + 1))
        return Dataset(self._inputs(sentences), one_hot(labels, len(LANGUAGES)), None, LANGUAGES, features)

    def read_inputs(self, path: Path | str, features: Sequence[str] = ()) -> Array:
        """Other texts: each line of the file is one."""
        return self._inputs(lines(path))

    def _inputs(self, texts: Sequence[str]) -> Array:
        numbers = encode(texts, self.length)
        if not self.as_columns:
            return numbers
        rows = np.eye(ALPHABET_SIZE)
        rows[NOTHING] = 0.0
        return rows[numbers.astype(np.intp)]
