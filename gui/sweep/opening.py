"""A trial's settings, weights and history become the project's, as one step that can be taken back."""

from __future__ import annotations

from engine.errors import Message
from engine.runs.settings import computed
from engine.sweep.journal import Journal
from engine.sweep.settings import edits_for
from engine.sweep.trial import changed_project
from gui.document import Document
from gui.i18n import sentence
from gui.run_opening import Learned, bring_run
from gui.training_session import TrainingSession


def open_trial(document: Document, session: TrainingSession, journal: Journal, number: int) -> Message:
    """Put what the trial has made into the project; what came of it is told.

    RambatError where the project has other layers by now. The training is set as it was in the sweep, layers only where
    they varied. What was learned comes with them only where it was of these data and of the network that comes of it.
    """
    project, values = document.project, journal.values(number)
    trained = changed_project(journal.project(), values, journal.sweep.search.epochs)
    edits = edits_for(project, values)
    graph = project.graph.copy()
    for edit in edits:
        graph.apply(edit)
    same_data = (project.data, project.preparation) == (trained.data, trained.preparation)
    same = same_data and computed(graph) == computed(trained.graph)
    kept = journal.learned(number) if same else None
    weights, history = kept if kept is not None else (None, ())
    learned = Learned(sentence(Message("Trial {number}", number=number)), trained.training, weights, history)
    if not bring_run(document, session, Message("Open trial {number} of the sweep", number=number), edits, learned):
        return Message("The drawing refuses the settings of trial {number}; nothing was changed.", number=number)
    if kept is not None:
        return Message(
            "Settings and weights of trial {number} are in the project; Undo takes them back.", number=number
        )
    if same:
        return Message(
            "The settings of trial {number} are in the project; its weights were not kept, so train it.", number=number
        )
    return Message(
        "The settings of trial {number} are in the project, but not its weights: they are of other data or of another "
        "network.",
        number=number,
    )
