"""A trial's settings, weights and history become the project's, as one step that can be taken back."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import HyperparameterError, Message
from engine.project import Project
from engine.runs.settings import computed
from engine.sweep.journal import Journal
from engine.sweep.settings import DATA, PREPARATION, Values, with_values
from gui.document import Document
from gui.i18n import sentence
from gui.run_opening import Learned, bring_run
from gui.training_session import TrainingSession


def open_trial(document: Document, session: TrainingSession, journal: Journal, number: int) -> Message:
    """Put what the trial has made into the project; what came of it is told.

    RambatError where the project has other layers by now. The training is set as it was in the sweep, layers only where
    they varied, and so are data; where those of the project are others by now they stay. What was learned comes with
    them only where it was of these data and of the network that comes of it.
    """
    begun, values, epochs = journal.project(), journal.values(number), journal.sweep.search.epochs
    trained = with_values(begun, values, epochs)
    project = replace(document.project, training=begun.training)
    same_data = _has_data_of(project, begun, values)
    if not same_data:
        values = {name: value for name, value in values.items() if name not in _of_data(values)}
    made = with_values(project, values, epochs)
    same = same_data and computed(made.graph) == computed(trained.graph)
    kept = journal.learned(number) if same else None
    weights, history = kept if kept is not None else (None, ())
    learned = Learned(sentence(Message("Trial {number}", number=number)), weights, history)
    if not bring_run(document, session, Message("Open trial {number} of the sweep", number=number), made, learned):
        return Message("The drawing refuses the settings of trial {number}; nothing was changed.", number=number)
    return _told(number, same_data, same, kept is not None)


def _told(number: int, same_data: bool, same: bool, whole: bool) -> Message:
    """What of the trial has come into the project, and why not all."""
    if whole:
        return Message(
            "Settings and weights of trial {number} are in the project; Undo takes them back.", number=number
        )
    if same:
        return Message("The settings of trial {number} are in the project; its weights were not kept, so train it.",
                       number=number)  # fmt: skip
    if same_data:
        return Message("The settings of trial {number} are in the project, but not its weights: they are of another "
                       "network, so train it.", number=number)  # fmt: skip
    return Message("The project has other data by now than the sweep: of trial {number} it has taken over network and "
                   "training, but neither data nor weights, so train it.", number=number)  # fmt: skip


def _has_data_of(project: Project, begun: Project, values: Values) -> bool:
    """Whether the project's data and their preparation are the sweep's, but for what varied of them."""
    try:
        ours, theirs = (with_values(each, _of_data(values)) for each in (project, begun))
    except HyperparameterError:  # a field that varied is not even there
        return False
    return (ours.data, ours.preparation) == (theirs.data, theirs.preparation)


def _of_data(values: Values) -> Values:
    """Those of the values that say which data there are, and how they are prepared."""
    return {name: value for name, value in values.items() if name.partition(".")[0] in (DATA, PREPARATION)}
