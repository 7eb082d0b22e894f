"""The window of sweeps alone, on a project that learns in an instant; and sweeps that have been made already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from engine.data import DataSource
from engine.sweep.drawing import Search
from engine.sweep.journal import Journal, Sweep
from engine.sweep.settings import subject_of
from engine.sweep.space import dimension
from engine.sweep.trial import Outcome
from gui.document import Document
from gui.settings import Settings
from gui.sweep.folders import home_of, new_folder
from gui.sweep.window import SweepWindow
from gui.sweep_actions import SweepActions
from gui.training_session import TrainingSession
from tests.engine.sweep.conftest import made_here
from tests.gui.projects import moons

KNOWN: dict[tuple[str, ...], dict[int, Outcome]] = {}
"""What came of sweeps that several tests look at."""
Make = Callable[..., SweepWindow]


@pytest.fixture
def document(qapp) -> Document:
    project = moons(epochs=2)
    project.data = DataSource.resolve("checkerboard")
    project.title = "Small"
    return Document(project)


@pytest.fixture
def session(document):
    made = TrainingSession(document)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(document, session, qtbot) -> Callable[[], SweepWindow]:
    """Open the window, as the program does when it is asked for."""

    def make() -> SweepWindow:
        actions.open()
        assert actions.window is not None
        with qtbot.waitActive(actions.window):
            actions.window.resize(1180, 760)
            actions.window.activateWindow()
        return actions.window

    program = QMainWindow()
    qtbot.addWidget(program)
    actions = SweepActions(program, document, session, Settings())
    yield make
    actions.close()


@pytest.fixture
def made(document) -> Callable[..., Journal]:
    """A sweep of the document's project of which these trials were made, all if none is named."""

    def make(*varied: str, done: tuple[int, ...] = (), **search: object) -> Journal:
        project = document.project
        space = [dimension(subject_of(project), text) for text in varied]
        home: Path = home_of(document.path, project.title, Settings().sweeps_folder)
        journal = Journal.begin(new_folder(home), project, Sweep.of(project, space, Search(**search)))
        with journal.held():
            known = (*varied, *map(str, search.items()))
            if known not in KNOWN:
                KNOWN[known] = made_here(journal)
            for number, outcome in KNOWN[known].items():
                if not done or number in done:
                    journal.record(outcome)
        return journal

    return make
