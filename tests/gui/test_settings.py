"""What is remembered between two runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from gui.settings import MAX_RECENT, Settings


def test_recent_files_are_newest_first_each_once_and_few(qapp):
    settings = Settings()
    for number in range(MAX_RECENT + 3):
        settings.remember_file(Path(f"/projects/{number}.rambat"))
    settings.remember_file(Path("/projects/5.rambat"))
    names = [path.stem for path in Settings().recent_files]
    assert names[:3] == ["5", "10", "9"]
    assert len(names) == MAX_RECENT
    settings.forget_file(Path("/projects/5.rambat"))
    assert Settings().recent_files[0].stem == "10"


def test_language_and_theme_come_back(qapp):
    settings = Settings()
    settings.language, settings.theme = "id", "dark"
    assert (Settings().language, Settings().theme) == ("id", "dark")


def test_the_map_is_there_until_it_is_switched_off(qapp):
    assert Settings().minimap
    Settings().minimap = False
    assert not Settings().minimap


def test_a_language_that_is_gone_falls_back_to_english(qapp):
    QSettings().setValue("language", "tlh")
    assert Settings().language == "en"
