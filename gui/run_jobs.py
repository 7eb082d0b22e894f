"""A network and its run as jobs of the worker: compiled, begun, trained slice by slice between others, ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.events import Finished
from engine.graph import Graph
from engine.runs.run import Run
from engine.timeline import Moment
from gui.document import Document
from gui.learner import Learner
from gui.snapshot import State
from gui.worker import Worker


class RunJobs(QObject):
    """Of what was asked for one after the other the last counts: what earlier runs still tell concerns nobody.

    `stood_still` carries how the run stands then, a State or Finished; `looked` tells of a look at what stands still;
    `built` carries the names of weights that began anew in the network that stands now.
    """

    stood_still = Signal(object)
    looked = Signal()
    built = Signal(object)

    _told = Signal(object, object)
    _compiled = Signal(object, object)

    def __init__(self, worker: Worker, learner: Learner, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._learner = learner
        self._document = document
        self._number = self._build_number = 0
        self._wanted: Moment | None = None
        self._rebuild = QTimer(self, singleShot=True, interval=0)
        self._rebuild.timeout.connect(self.build)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._compiled.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def build(self) -> None:
        """Compile the drawn graph, with the learned weights that fit; no network while it has errors."""
        document = self._document
        graph = None if document.inference.obstacles else document.graph.copy()
        self._build_number = number = self._build_number + 1
        self._worker.put(partial(self._build, number, graph, document.project.training.seed))

    def build_soon(self) -> None:
        """Compile it once all is done that is being done to it."""
        self._rebuild.start()

    def settle(self) -> None:
        """Compile what is drawn now, if that is still to come."""
        if self._rebuild.isActive():
            self._rebuild.stop()
            self.build()

    def close(self) -> None:
        """Compile nothing any more."""
        self._rebuild.stop()

    def begin(self, open_ended: bool) -> None:
        """Begin a run, go on with the one at hand, or branch off from the moment that is viewed."""
        self._number = number = self._number + 1
        project = self._document.project  # as it is now: the worker might meet it in the midst of a change
        begin = partial(self._learner.begin, project.training, project.data, project.preparation, open_ended)
        self._worker.put(lambda: self._begin(number, begin))

    def look(self) -> None:
        """Take a look at a network that stands still."""
        self._worker.put(self._look)

    def end(self) -> None:
        """Forget the run that stands; the next one begins anew."""
        self._number = number = self._number + 1
        self._worker.put(lambda: self._end(number))

    def keep_weights(self) -> None:
        """Put the run that stands aside, and let the next one begin with the weights as they are."""
        self._number = number = self._number + 1
        self._worker.put(lambda: self._keep_weights(number))

    def look_back(self, run: Run, moment: Moment) -> None:
        """Let the network stand as it did at this moment, or at the last one that is asked for in the meantime.

        Nowhere else than now where the run has made way for another when the worker comes to it.
        """
        self._wanted = moment
        self._number = number = self._number + 1
        self._worker.put(lambda: self._look_back(run, moment, number))

    def forget(self) -> None:
        """Let nothing more be told of what was asked for."""
        self._number += 1

    def _hear(self, number: int, outcome: State | Finished) -> None:
        if number == self._number:
            self.stood_still.emit(outcome)

    def _take(self, number: int, left: tuple[str, ...]) -> None:
        if number == self._build_number:
            self.built.emit(left)

    # On the worker

    def _build(self, number: int, graph: Graph | None, seed: int) -> None:
        left: tuple[str, ...] = ()
        try:
            left = self._learner.compile(graph, seed)
        finally:
            self._learner.look()
            self._compiled.emit(number, left)

    def _begin(self, number: int, begin: Callable[[], bool]) -> None:
        if begin():
            self._train(number)
        else:
            self._told.emit(number, State.IDLE)

    def _train(self, number: int) -> None:
        """A slice of the run, and the next one behind the jobs that wait, until the run stands still."""
        if number != self._number:
            return
        outcome = self._learner.train()
        if outcome is None:
            self._worker.go_on(lambda: self._train(number), self._learner.pace.due)
        else:
            self._told.emit(number, outcome)

    def _look(self) -> None:
        if self._learner.goal is None:
            self._learner.go_back()
            self._learner.look()
            self.looked.emit()

    def _end(self, number: int) -> None:
        self._learner.end()
        self._told.emit(number, State.IDLE)

    def _keep_weights(self, number: int) -> None:
        self._learner.keep_weights()
        self._told.emit(number, State.IDLE)

    def _look_back(self, run: Run, moment: Moment, number: int) -> None:
        if moment is self._wanted:
            if self._learner.can_view(run):
                self._learner.view(moment)
            self._learner.look()
            self.looked.emit()
            self._told.emit(number, State.PAUSED if self._learner.has_run else State.IDLE)
