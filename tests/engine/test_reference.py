"""The page of all kinds says what is declared."""

from __future__ import annotations

from engine.catalog import CATALOGS
from engine.reference import PAGE, page


def test_the_page_is_as_the_declarations_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Run `make reference`."


def test_every_kind_and_field_stands_on_it() -> None:
    lines = page().splitlines()
    for kinds in CATALOGS.values():
        for name, kind in kinds.items():
            (line,) = [line for line in lines if line.startswith(f"| `{name}` | {kind.summary}")]
            for field in kind.hyperparameters():
                assert f"`{field.name}=" in line or f"`{field.name}`" in line


def test_sources_are_those_of_the_declarations() -> None:
    adam = next(line for line in page().splitlines() if line.startswith("| `Adam`"))
    assert "Kingma and Ba 2015" in adam
    assert "Adam(" not in adam


def test_data_sets_tell_who_made_them_and_their_licence() -> None:
    iris = next(line for line in page().splitlines() if line.startswith("| `iris`"))
    assert "Fisher 1936" in iris
    assert "Licence: CC BY 4.0" in iris
    assert "Suits: `iris`." in iris
