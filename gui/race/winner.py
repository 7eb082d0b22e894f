"""A variant becomes the project's: its network, its settings and what it has learned, as one step."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import Message
from engine.race import Race, Racer
from gui.document import Document
from gui.race.card import name_of
from gui.run_opening import Learned, bring_run
from gui.training_session import TrainingSession


def take_over(document: Document, session: TrainingSession, race: Race, racer: Racer) -> Message:
    """Give the project what the racer is now; what came of it is told.

    Nothing changes where other data are open than those that it has learned from.
    """
    project = document.project
    if (project.data, project.preparation) != (race.project.data, race.project.preparation):
        return Message("The project has other data by now than those of this race. Begin another race on them.")
    network = racer.network
    if network is None:
        return Message("This variant has learned nothing.")
    weights, history = session.worker.call(lambda: (network.state_dict(), racer.history.as_events()))
    made, told = replace(project, graph=racer.variant.graph, training=racer.variant.training), name_of(racer)
    if not bring_run(document, session, Message("Use {name}", name=told), made, Learned(told, weights, history)):
        return Message("The drawing cannot become this variant; nothing was changed.")
    return Message("The project is now {name}. Undo brings back what it was.", name=told)
