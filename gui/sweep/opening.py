"""A trial's settings, weights and history become the project's, as one step that can be taken back."""

from __future__ import annotations

from engine.errors import Message
from engine.sweep.journal import Journal
from engine.sweep.settings import edits_for, training_with
from engine.weight_check import misfits
from gui.document import Document
from gui.i18n import sentence
from gui.run_opening import Learned, bring_run
from gui.training_session import TrainingSession


def open_trial(document: Document, session: TrainingSession, journal: Journal, number: int) -> bool:
    """Put what the trial has made into the project; whether weights were kept of it that fit.

    RambatError where the project has other layers by now. The training is set as it was in the sweep, layers only where
    they varied.
    """
    values = journal.values(number)
    kept = journal.learned(number)
    training = training_with(journal.project(), values, journal.sweep.search.epochs)
    edits = edits_for(document.project, values)
    project = document.project
    changed = project.graph.copy()
    for edit in edits:
        changed.apply(edit)
    weights, history = kept if kept is not None and not misfits(changed, kept[0]) else (None, ())
    learned = Learned(sentence(Message("Trial {number}", number=number)), training, weights, history)
    bring_run(document, session, Message("Open trial {number} of the sweep", number=number), edits, learned)
    return weights is not None
