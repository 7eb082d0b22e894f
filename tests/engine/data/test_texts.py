"""Sentences letter by letter: there and back, in files of people's own, and a bundled set that is what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Languages
from engine.data.texts import ALPHABET_SIZE, FOLDER, LANGUAGES, LETTERS, SENTENCES, decode, encode, lines
from engine.errors import DataError
from engine.project import load_example
from engine.trainer import Trainer


def test_encoding_by_hand() -> None:
    assert encode(["Ab z"], 6).tolist() == [[3, 4, 2, 28, 0, 0]]
    assert encode(["é!"], 2).tolist() == [[1, 42]]
    assert encode(["abc"], 2).tolist() == [[3, 4]]
    assert decode([3, 4, 2, 28, 0, 0, 1]) == "ab z□"


@given(st.text(alphabet=LETTERS, max_size=30))
def test_a_text_comes_back(text: str) -> None:
    assert decode(encode([text], 30)[0]) == text


@given(st.text(max_size=30), st.integers(1, 40))
def test_any_text_is_numbers_of_the_alphabet(text: str, length: int) -> None:
    numbers = encode([text], length)
    assert numbers.shape == (1, length)
    assert ((numbers >= 0) & (numbers < ALPHABET_SIZE) & (numbers == np.floor(numbers))).all()


def test_the_bundled_sentences_are_all_there_once_and_in_the_alphabet() -> None:
    sets = [lines(FOLDER / f"{language.lower()}.txt") for language in LANGUAGES]
    assert [len(sentences) for sentences in sets] == [SENTENCES, SENTENCES]
    everything = [sentence for sentences in sets for sentence in sentences]
    assert len(set(everything)) == 2 * SENTENCES
    assert max(map(len, everything)) <= 50
    assert all(decode(encode([sentence], 50)[0]) == sentence.lower() for sentence in everything)
    assert "MIT" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_languages_take_turns() -> None:
    dataset: Any = Languages(length=50).load()
    assert dataset.targets[:4, 0].tolist() == [0, 1, 0, 1]
    assert decode(dataset.inputs[0]) == "selamat pagi, apa kabar hari ini?"
    assert decode(dataset.inputs[1]) == "good morning, did you sleep well?"


def test_columns_say_the_same_as_numbers() -> None:
    numbers: Any = Languages().load().inputs
    columns: Any = Languages(as_columns=True).load().inputs
    assert columns.shape == (2 * SENTENCES, 40, ALPHABET_SIZE)
    assert np.array_equal(columns.argmax(axis=2), numbers)
    assert np.array_equal(columns.sum(axis=2), numbers > 0)


def test_other_sentences_are_read_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("Apa kabar?\n\n  How are you, dear friend?\n", encoding="utf-8-sig")
    inputs = Languages().read_inputs(path)
    assert [decode(row) for row in inputs] == ["apa kabar?", "how are you, dear friend?"]
    assert Languages(as_columns=True).read_inputs(path).shape == (2, 40, ALPHABET_SIZE)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b" \n", "holds no text"), (b"\xff\xfe\x00", "not a text in UTF-8"), (None, "could not be read")],
)
def test_files_without_text_are_refused(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=said):
        Languages().read_inputs(path)


def test_the_example_tells_new_sentences_apart(tmp_path: Path) -> None:
    project, path = load_example("languages"), tmp_path / "mine.txt"
    path.write_text(
        "Kami ingin membeli beras dan gula.\nWould you like another slice of toast?\n"
        "Besok pagi saya harus bekerja.\nThe tall man waved at us from across the road.\n"
    )
    network, prepared = project.network(), project.prepare()
    list(Trainer(network, prepared.dataset, project.training).run())
    answers = network.predict(prepared.fitted.transform(project.data.read_inputs(path)))
    assert (np.asarray(answers)[:, 0] > 0.5).tolist() == [False, True, False, True]
