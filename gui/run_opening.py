"""A run that is opened: its network, data and hyperparameters come back as one step, and with them where it stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from engine.data import DataSource, Preparation
from engine.errors import Message
from engine.events import EpochEnd
from engine.graph import Edit
from engine.history import History
from engine.project import Project
from engine.redrawing import becoming, redrawing
from engine.runs.labels import RunLabel, labelled, title
from engine.runs.run import Run, Stage
from engine.runs.settings import RunSettings, computed
from engine.training_config import TrainingConfig
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.training_session import TrainingSession


def open_run(document: Document, session: TrainingSession, run: Run) -> bool:
    """Go on where this run was; False where it is at hand and everything is as it was made with."""
    if is_open(document, session, run):
        if session.viewed is None:
            return False
        session.view(run.timeline.moments[-1])
        return True
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
    settings, training = run.settings, run.training
    assert settings is not None
    assert training is not None
    drawn: list[Edit] = []
    if computed(document.graph) != computed(settings.graph):
        drawn = redrawing(document.graph, settings.graph)
    chosen = _chosen(document.project, settings.data, settings.preparation, training)
    return [SetSetting("at_hand", present, run), *drawn, *chosen, SetSetting("at_hand", run, run)]


def _chosen(project: Project, data: DataSource, preparation: Preparation, training: TrainingConfig) -> list[SetSetting]:
    """What gives the project these, where they are not its own already."""
    values = {"data": data, "preparation": preparation, "training": training}
    return [
        SetSetting(name, before, value) for name, value in values.items() if (before := getattr(project, name)) != value
    ]


class Learned(NamedTuple):
    """What came of a training elsewhere, such as a race or a sweep, and what to call it; None where nothing fits."""

    name: str
    weights: dict[str, Any] | None
    history: Sequence[EpochEnd]


def bring_run(document: Document, session: TrainingSession, said: Message, made: Project, learned: Learned) -> bool:
    """Make what was learned elsewhere the run at hand, as one step with network, data and training of that project.

    The run before is kept, and comes back with undo. False where the drawing refuses to become that network.
    """
    project, present = document.project, session.at_hand
    edits, graph = becoming(document.graph, made.graph), document.graph.copy()
    for edit in edits:
        graph.apply(edit)
    run = Run(history=History.from_events(learned.history), weights=learned.weights or {})
    changes: list[DocumentEdit] = [*edits, *_chosen(project, made.data, made.preparation, made.training)]
    if learned.weights is not None:
        known = session.worker.call(lambda: session.runs)  # where one is about to begin it has its number then
        run.number = 1 + max((each.number for each in known), default=0)
        run.settings = RunSettings(graph, made.data, made.preparation, made.training.seed)
        run.stages = (Stage(0, 0.0, made.training),)
        labels = labelled(project.run_labels, run.number, RunLabel(learned.name))
        changes.append(SetSetting("run_labels", project.run_labels, labels))
    return document.insert(said, [SetSetting("at_hand", present, run), *changes, SetSetting("at_hand", run, run)])
