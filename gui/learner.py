"""The worker's side of a session: the network, the run that trains it, and what both have learned."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from engine.checkpoint import Checkpoint
from engine.data import DataSource, Preparation, Prepared
from engine.errors import DataError, DivergenceError, Message, RambatError
from engine.events import BatchEnd, EpochEnd, Event, Finished, StopReason
from engine.goals import Pursuit
from engine.graph import Graph
from engine.history import History
from engine.network import Network
from engine.project import Project
from engine.random_streams import DROPOUT, rewind
from engine.runs.book import RunBook
from engine.runs.run import LOADED, Origin, Run
from engine.runs.settings import RunSettings
from engine.runs.standing import cannot_go_on
from engine.timeline import Moment, moment_of
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from gui.data_loader import DataLoader
from gui.learned_weights import LearnedWeights
from gui.mailbox import Mailbox
from gui.snapshot import Figures, State, Stretch
from gui.step_pace import SEEN_PACE, StepPace
from gui.worker import Worker

GLANCE = 0.01
"""Seconds of training between two glances at what else there is to do."""


class Learner:
    """Everything that touches the network; its methods are jobs of the worker.

    The window reads `network` and `history`, and writes only `goal`, the `rate` of `pace`, `unsaved` and `lost`: how
    far the run goes, or None to let it stand still; how fast; whether there is something to save; and why a run that
    came back cannot go on exactly where it was, until that is told.
    """

    def __init__(self, worker: Worker, loader: DataLoader) -> None:
        self.network: Network | None = None
        self.book = RunBook()
        self.viewed: Moment | None = None
        self.mailbox = Mailbox()
        self.goal: Pursuit | Stretch | None = None
        self.pace = StepPace()
        self.unsaved = False
        self.lost: Message | None = None
        self._worker = worker
        self._loader = loader
        self._trainer: Trainer | None = None
        self._events: Iterator[Event] | None = None
        self._figures = Figures()
        self._learned = LearnedWeights()
        self._learning = self._returns = False

    # The run

    @property
    def run(self) -> Run:
        """The run at hand."""
        return self.book.current

    @property
    def history(self) -> History:
        """The record of the run at hand."""
        return self.book.current.history

    @property
    def has_run(self) -> bool:
        """Whether a run stands that can go on."""
        return self._trainer is not None

    def begin(
        self, training: TrainingConfig, source: DataSource, preparation: Preparation, open_ended: bool = False
    ) -> bool:
        """Begin a run, go on with the one at hand, or branch off from the moment that is viewed.

        One whose epochs are done is extended, unless more are set by now, and one that is `open_ended` goes on beyond
        them. False where data are missing; RambatError where there is no network, or the goal can never be reached.
        """
        data, network = self._loader.data, self.require_network()
        if data is None:
            return False
        self.go_back()
        if isinstance(goal := self.goal, Pursuit):
            goal.require_sense(network, data.dataset)
            goal.go_on()
        self.book.begin(RunSettings(network.graph, source, preparation, training.seed))
        if self.viewed is not None or self.run.ran_away_from(self._figures.step):
            self.book.branch(self._figures.step)
            self.viewed = None
        elif not (self.run.stages or self.history.epochs or self.has_run):  # it has no past: counts begin with it
            self._figures = Figures(observation=self._figures.observation)
        trainer = self._trainer = self._trainer or self._begun_trainer(training, data)
        trainer.open_ended = open_ended
        trainer.configure(training)
        self._note_stage(trainer)
        if trainer.is_over:
            trainer.extend()
        self._events = self._events or trainer.run()
        self._keep_moment()
        self.mailbox.restart()
        return True

    def _begun_trainer(self, training: TrainingConfig, data: Prepared) -> Trainer:
        """A trainer for the run that has just begun, which is no run where there can be none."""
        try:
            return self._new_trainer(training, data)
        except Exception:
            if not self.run.stages:
                self.book.withdraw()
            raise

    def _new_trainer(self, training: TrainingConfig, data: Prepared | None) -> Trainer:
        """A trainer whose counts go on, and whose chance begins anew; the window may let go of its data meanwhile."""
        if data is None:
            raise DataError(Message("The data are not loaded yet."))
        network = self.require_network()
        rewind(network.dropout_streams, network.seed, DROPOUT)
        return Trainer(network, data.dataset, training, self._figures.epoch, self._figures.step)

    def end(self) -> None:
        """Forget the trainer that stands; the next one begins with an optimiser that remembers nothing."""
        if self.has_run:
            self.view_now()
            self._come_to_rest()
            self.look()
        self._forget_trainer()

    def _forget_trainer(self) -> None:
        self._trainer = self._events = None

    def configure(self, training: TrainingConfig) -> None:
        """Let the run go on with other hyperparameters, from here where it trains; in its past a branch begins so."""
        if (trainer := self._trainer) is not None and self.viewed is None:
            trainer.configure(training)
            if self.goal is not None:
                self._note_stage(trainer)

    def _note_stage(self, trainer: Trainer) -> None:
        """With which hyperparameters the run goes on, and where."""
        epochs = trainer.epoch - 1 + trainer.position / trainer.samples
        self.run.train_with(trainer.config, trainer.step, epochs)

    def train(self) -> Finished | State | None:
        """Batches until another job waits, when None comes back, or until the run stands still: how it stands then."""
        trainer, events = self._trainer, self._events
        if trainer is None or events is None:
            return State.IDLE
        self.pace.due = 0.0
        trainer.go_on()
        try:
            event = self._train_slice(trainer, events)
        except DivergenceError:
            self._events = None
            self._stand_at_last_finite(trainer)
            self.look()
            raise
        except Exception:  # which nobody expected: the iterator is spent, but the run is not
            self._events = None
            raise
        finally:
            trainer.rest()
        if self.goal is not None and not isinstance(event, Finished):
            return None
        if isinstance(event, Finished):
            self._events = None
            self._tell_best(event.restored)
        self._keep_moment(end := event if isinstance(event, Finished) else None)
        self.run.weights = trainer.network.state_dict()
        self.look()
        return end or State.PAUSED

    def _come_to_rest(self) -> None:
        """Keep a run as far as it came, where what interrupts it was faster than its own last word; whatever `goal`
        says, which may be of the next one by now."""
        if self._trainer is None or self.viewed is not None:
            return
        self.newest()
        self.run.weights = self._trainer.network.state_dict()
        self.history.flush()

    def newest(self) -> Moment | None:
        """Where the run at hand stands, or will once it has come back, whatever is viewed; None if it goes on anew."""
        trainer, timeline = self._trainer, self.run.timeline
        step = timeline.moments[-1].step if timeline.moments else -1
        if trainer is None or self.viewed is not None:
            return timeline.moments[-1] if step >= 0 and (self.has_run or self._returns) else None
        if trainer.step > step and not trainer.has_news:
            self._keep_moment()
            step = trainer.step
        return timeline.moments[-1] if step == trainer.step else None

    def _train_slice(self, trainer: Trainer, events: Iterator[Event]) -> Event | None:
        """One uninterrupted stretch; an epoch that is complete is always told before the run stands still."""
        clock, timeline = time.perf_counter, self.run.timeline
        self._learning = True
        event: Event | None = None
        brisk, reached = 1, False
        while (goal := self.goal) is not None or trainer.has_news:
            pace = 0.0 if goal in (Stretch.BATCH, Stretch.EPOCH) else self.pace.rate
            if pace and not trainer.has_news and not self.pace.lets_step(pace):
                break
            started = clock()
            seen = started >= self.mailbox.due or goal is Stretch.BATCH or 0 < pace <= SEEN_PACE
            if seen:
                trainer.observe_next = True
            alone = seen or pace or goal is None or trainer.has_news
            told = self._advance(events, 1 if alone else max(1, min(brisk, timeline.due - trainer.step)), goal)
            took = clock() - started
            event = told[-1]
            reached |= isinstance(goal, Pursuit) and goal.ended is not None
            if isinstance(event, Finished):
                self._give_up(goal)
                break
            if isinstance(event, BatchEnd) and event.observation is not None:
                self.look(took)
            else:
                brisk = max(1, int(GLANCE * len(told) / took))
            if trainer.step >= timeline.due and not trainer.has_news:
                self._keep_moment()
            if self._worker.interrupted and not trainer.has_news:
                break
        return trainer.finish(StopReason.GOAL) if reached and self.goal is None else event

    def _advance(self, events: Iterator[Event], count: int, goal: Pursuit | Stretch | None) -> list[Event]:
        """Take so many events at most, none after the one by which the goal is reached; those before an error stay."""
        told: list[Event] = []
        is_reached = goal.is_reached_by if goal not in (None, Stretch.END) else None
        try:
            for event in islice(events, count):
                told.append(event)
                if is_reached is not None and is_reached(event):
                    self._give_up(goal)
                    break
        finally:
            self._note(told)
        return told

    def _give_up(self, goal: Pursuit | Stretch | None) -> None:
        self.goal = None if self.goal is goal else self.goal  # or else another wish has taken its place meanwhile

    def _note(self, told: list[Event]) -> None:
        """Record what the run has told, and what is known of it now."""
        self.history.extend(told)
        if (epoch := next((event for event in reversed(told) if type(event) is EpochEnd), None)) is not None:
            self._figures = self._figures.after_epoch(epoch)
        if (batch := next((event for event in reversed(told) if type(event) is BatchEnd), None)) is not None:
            self._figures = self._figures.after_batch(batch)
            self.unsaved = True

    def _keep_moment(self, end: Finished | None = None) -> None:
        """Add where the run stands to its moments."""
        assert self._trainer is not None
        figures = self._figures
        self.run.timeline.keep(moment_of(self._trainer, figures.loss, figures.batch_loss, end))
        self.book.make_room()

    def _stand_at_last_finite(self, trainer: Trainer) -> None:
        """Let the network have weights that are numbers again, after those of a step were none."""
        self.run.diverged = True
        moment = moment_of(trainer, self._figures.loss, self._figures.batch_loss)
        if moment.is_finite and not trainer.has_news:
            self.run.timeline.keep(moment)
        elif (last := self.run.timeline.last_finite()) is not None:
            self.run.timeline = self.run.timeline.until(last.step)  # nobody goes on from numbers that are none
            self._stand_at(last)
            self.viewed = last  # what came after it is on record already: whoever goes on does so as a branch
        self.run.weights = trainer.network.state_dict()

    # Going back in time

    def view(self, moment: Moment) -> None:
        """Let the network stand as it did at a moment of the run at hand; its newest one is no past.

        One that was given up meanwhile is the one beside it. DataError where the network or its data are others by now.
        """
        self._come_to_rest()
        if moment not in self.run.timeline.moments:
            moment = self.run.timeline.nearest(moment.step) or moment
        self._stand_at(moment)

    def _stand_at(self, moment: Moment) -> None:
        trainer = self._trainer or self._new_trainer(moment.config, self._loader.data)
        trainer.configure(moment.config)  # before, since an optimizer of another kind would remember nothing
        trainer.resume(moment.checkpoint)
        self._trainer, self._events, self._learning = trainer, None, True
        self.viewed = moment if moment is not self.run.timeline.moments[-1] else None
        self._figures = Figures(
            moment.step, moment.epoch, moment.loss, moment.batch_loss, trainer.preview(), self._figures.beginning
        )
        if moment.end is not None and moment.end.restored is not None:
            self._tell_best(trainer.stopping.restore())

    def can_view(self, run: Run) -> bool:
        """Whether this is still the run at hand, and there is what its moments take."""
        return run is self.run and bool(run.timeline.moments) and None not in (self.network, self._loader.data)

    def view_now(self) -> None:
        """Let the network stand where the run at hand does."""
        if self.viewed is not None:
            self.view(self.run.timeline.moments[-1])

    def _tell_best(self, epoch: int | None) -> None:
        """Let the figures name the epoch whose weights stand again."""
        if epoch is not None:
            self.history.flush()
            self._figures = self._figures._replace(best=self.history.epoch_end(epoch))

    # Looks

    def look(self, step_seconds: float = 0.0) -> None:
        """Put a snapshot into the mailbox; `step_seconds` is what the step took that was observed for it."""
        self.history.flush()
        self.mailbox.look(
            self._figures, self.network, self._loader.data, self._trainer, step_seconds, self.viewed is not None
        )

    # The network

    def open(self, project: Project) -> None:
        """Forget all runs of a project that was open before; this one's weights, epochs and runs take their place."""
        self._drop_network()
        self.book = RunBook(project.runs)
        run = project.at_hand or Run(history=History.from_events(project.history))
        self.begin_anew(run, run.weights if project.weights is None else project.weights)
        self.lost = cannot_go_on(project.lost) if project.lost is not None else None
        if project.moment is not None:
            run.timeline.keep(project.moment)
            self._returns = True

    def begin_anew(self, run: Run | None = None, weights: Mapping[str, Any] | None = None) -> None:
        """Put the run at hand aside for another one, by which another network is made, with these weights."""
        self._drop_network()
        self.book.put_aside(run)
        self.run.weights = self.run.weights or weights or {}
        self._learned, self._learning, self.unsaved = LearnedWeights(weights), False, False
        self._returns = False
        self._figures = Figures.of(self.history)

    def turn_to(self, run: Run) -> None:
        """Put the run at hand aside for one that was before, which goes on where it was once its network is there."""
        self.book.take_in(run)
        self.begin_anew(run, run.weights)
        self._returns = True

    def go_back(self) -> None:
        """Let the run to which people turned stand at its newest moment, once its network and its data are there.

        Where it has none any more its weights stand, and its optimiser begins anew.
        """
        if self._returns and self.network is not None and self._loader.data is not None:
            self._returns = False
            try:
                for moment in self.run.timeline.moments[-1:]:
                    self.view(moment)
            except RambatError as error:  # it was of other data by this name, or there is too little memory
                self.lost = cannot_go_on(error.messages[0])

    def keep_weights(self) -> None:
        """Put the run at hand aside; another network comes, with the weights that stand now and nothing behind it."""
        weights, before, step = self.require_network().state_dict(), self.run, self._figures.step
        self.begin_anew(None, weights)
        if before.number:
            self.run.origin = Origin(before.number, step)

    def compile(self, graph: Graph | None, seed: int) -> tuple[str, ...]:
        """Another network, with the learned weights that fit; the names come back of those that began anew."""
        self._keep_learned()
        self._drop_network()
        if graph is None:
            return ()
        network = Network(graph, seed=seed)
        left = self._learned.give(network)
        self.network = network
        self.go_back()
        return left

    def follow_id(self, before: str, after: str) -> None:
        """What a layer has learned goes with it to another id."""
        self._keep_learned()
        self._learned.swap(before, after)

    def _drop_network(self) -> None:
        self._come_to_rest()
        self._forget_trainer()
        self.network = self.viewed = None
        self._figures = self._figures._replace(observation=None)

    def _keep_learned(self) -> None:
        """Put aside what training has made of the present network."""
        if self.network is not None and self._learning:
            self._learned.keep(self.network.weights_in_use())
            self._learning = False

    def results(self, graph: Graph) -> tuple[dict[str, Any] | None, tuple[EpochEnd, ...]]:
        """The learned weights as the drawn graph keeps them, if there are some, and the epochs that made them.

        They are those where the run stands, whatever is viewed.
        """
        if (viewed := self.viewed) is not None:
            self.view_now()
            try:
                return self.results(graph)
            finally:
                self.view(viewed)
                self.viewed = viewed  # also where it is the newest, from which what diverged goes on as a branch
        self._keep_learned()
        self._learning = self.goal is not None
        if not self._learned:
            return None, ()
        weights = self.network.state_dict() if self.network is not None else self._learned.latest(graph)
        return weights, self.history.until(self._figures.step).as_events()  # without what ran away from here

    def records(self) -> tuple[Run, ...]:
        """All runs as a file takes them: nobody goes on with them, and the one at hand has its present weights."""
        run = self.run
        if self._events is None or self.network is None or self.viewed is not None:
            return self.book.runs
        weights = self.network.state_dict()
        present = replace(run, history=self.history.until(self._figures.step), weights=weights)
        return tuple(present if each is run else each for each in self.book.runs)

    def take_weights(self, weights: Mapping[str, Any]) -> None:
        """Take weights over from elsewhere, with which another run begins; GraphError names all that do not fit."""
        network = self.require_network()
        network.load_state_dict(weights)
        self._trainer = self._events = self.viewed = None  # what came to rest before, for these are not its weights
        self.book.put_aside(Run(weights=network.state_dict(), origin=LOADED))
        self._figures = Figures()
        self._learning, self._returns = True, False

    def standing(self) -> tuple[Network, Checkpoint | None]:
        """The network, and all that its run needs to go on from here where one stands."""
        return self.require_network(), self._trainer.checkpoint() if self._trainer is not None else None

    def require_network(self) -> Network:
        """The network; RambatError where there is none."""
        if self.network is None:
            raise RambatError(Message("There is no network yet that could run. Solve the problems first."))
        return self.network
