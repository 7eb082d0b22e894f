"""Every text that a user may read has an Indonesian one, and what is compiled is what is written."""

from __future__ import annotations

import ast
import shutil
import string
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from engine.errors import Message
from gui import i18n, translations
from resources import TRANSLATIONS

INDONESIAN = TRANSLATIONS / "rambat_id.ts"
GUI = Path(i18n.__file__).parent


def messages(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    """All entries of a .ts file by context and source text."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name"), message.findtext("source")] = message.find("translation")
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The .ts file as the sources of today would make it."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copy(INDONESIAN, folder)
    translations.update(folder)
    translations.compile_all(folder)
    return folder


def test_every_text_is_collected(fresh):
    assert messages(fresh / INDONESIAN.name).keys() == messages(INDONESIAN).keys()


def test_no_text_stands_in_an_f_string_where_it_would_be_missed():
    found = [
        f"{path}:{call.lineno}"
        for path in GUI.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in ("tr", "translate")
    ]
    assert not found


def test_every_text_is_translated():
    missing = [
        key for key, entry in messages(INDONESIAN).items() if entry.get("type") or not (entry.text or "").strip()
    ]
    assert not missing


def test_translations_name_the_same_values_and_keep_the_mnemonic():
    wrong = []
    for (context, source), entry in messages(INDONESIAN).items():
        if context not in translations.QT_TEXTS and fields(source) != fields(entry.text or ""):
            wrong.append((source, entry.text))
        if context == "Actions" and source.count("&") != (entry.text or "").count("&"):
            wrong.append((source, entry.text))
    assert not wrong


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_what_is_compiled_is_what_is_written(fresh):
    compiled = INDONESIAN.with_suffix(".qm").name
    assert (fresh / compiled).read_bytes() == (TRANSLATIONS / compiled).read_bytes()


def test_mnemonics_of_one_menu_differ():
    entries = messages(INDONESIAN)
    from gui.actions import ACTIONS, in_menu, menu_titles

    english = {spec.id: spec.text() for spec in ACTIONS}
    for menu in menu_titles():
        keys = [mnemonic(entries["Actions", english[spec.id]].text) for spec in in_menu(menu)]
        assert len(set(keys)) == len(keys), (menu, keys)


def mnemonic(text: str) -> str:
    return text[text.index("&") + 1].lower()


def test_the_engine_speaks_indonesian(qapp):
    i18n.install(qapp, "id")
    try:
        said = i18n.sentence(Message("{node} has one unit, and a softmax over one unit is always 1.", node="dense_1"))
        assert "dense_1" in said
        assert "selalu 1" in said
        assert i18n.words("Learning rate") == "Laju pembelajaran"
    finally:
        i18n.install(qapp, "en")
    assert i18n.words("Learning rate") == "Learning rate"


def test_a_message_that_is_no_literal_would_be_missed():
    tree = ast.parse(
        'Message("one", x=1)\nhyper(1, label="two")\nclass Category:\n    CORE = "three"\n'
        'class Kind:\n    symbols = {**Other.symbols, "x": "four"}\nSYMBOLS: dict[str, str] = {"y": "five"}\n'
    )
    assert list(translations.message_texts(tree)) == ["one"]
    assert sorted(translations.declared_texts(tree)) == ["five", "four", "three", "two"]
