"""A run that is opened: its network, data and hyperparameters come back as one step, and with them where it stood."""

from __future__ import annotations

from engine.becoming import becoming
from engine.errors import Message
from engine.runs.labels import title
from engine.runs.run import Run
from engine.runs.settings import computed
from gui.document import Document, DocumentEdit, SetSetting
from gui.training_session import TrainingSession


def open_run(document: Document, session: TrainingSession, run: Run) -> bool:
    """Go on where this run was; False where it is at hand and everything is as it was made with."""
    if is_open(document, session, run):
        return False
    document.enter("")  # or else what comes back would belong to the group that people have entered
    called = title(run, document.project.run_labels)
    return document.push(Message("Open {run}", run=called), _edits(document, session.at_hand, run))


def is_open(document: Document, session: TrainingSession, run: Run) -> bool:
    """Whether the run is at hand, and nothing would come back with it."""
    return run is session.at_hand and session.can_look_back and run.training == document.project.training


def _edits(document: Document, present: Run, run: Run) -> list[DocumentEdit]:
    """The run is named first and last, so that all stands still before anything else changes, also when it is undone.

    A drawing that computes the same stays as it is.
    """
    settings, project = run.settings, document.project
    assert settings is not None
    changes: list[DocumentEdit] = [SetSetting("at_hand", present, run)]
    if computed(document.graph) != computed(settings.graph):
        changes += becoming(document.graph, settings.graph)
    values = {"data": settings.data, "preparation": settings.preparation, "training": run.training}
    for name, value in values.items():
        if getattr(project, name) != value:
            changes.append(SetSetting(name, getattr(project, name), value))
    return [*changes, SetSetting("at_hand", run, run)]
