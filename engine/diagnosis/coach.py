"""Follows a run from event to event and says what goes wrong in it; for runs that no window looks at."""

from __future__ import annotations

from engine.data.preparation import Prepared
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.examining import examine
from engine.diagnosis.finding import Finding
from engine.diagnosis.look import look
from engine.diagnosis.trail import Trail
from engine.errors import DivergenceError
from engine.events import BatchEnd, Event
from engine.history import History
from engine.project import Project
from engine.trainer import Trainer

EVERY = 16
"""Steps from one that is observed to the next, so that the run hardly takes longer."""


class Coach:
    """Lets the trainer observe its first step and then some; the training stays the same to the bit."""

    def __init__(self, project: Project, prepared: Prepared, trainer: Trainer, history: History) -> None:
        self._project, self._prepared, self._trainer, self._history = project, prepared, trainer, history
        self._trail = Trail()
        trainer.observe_next = True

    def record(self, event: Event) -> None:
        """Take every event of the run."""
        if not isinstance(event, BatchEnd):
            return
        if event.observation is not None:
            self._trail.add(event.step, event.observation)
        elif event.step % EVERY == 0:
            self._trainer.observe_next = True

    def findings(self, divergence: DivergenceError | None = None) -> tuple[Finding, ...]:
        """What is wrong by now, the causes first; with the error that has ended the run, if one has."""
        self._history.flush()
        project = self._project
        return examine(
            Evidence(
                graph=project.graph,
                inference=project.infer(),
                training=project.training,
                preparation=project.preparation,
                history=self._history,
                step=self._trainer.step,
                source=project.data,
                trail=self._trail,
                look=look(self._trainer.network, self._prepared),
                divergence=divergence,
            )
        )
