"""How the weights change once a step: learning rate, clipping, optimiser, constraints."""

from __future__ import annotations

from engine.clipping import clip
from engine.constraints import NoConstraint
from engine.network import Network
from engine.optimizers import OptimizerKernel
from engine.schedules import ScheduleKernel
from engine.training_config import TrainingConfig


class Stepper:
    """Changes a network's weights by the gradients that stand in its vector.

    `learning_rate` is the one in effect, which `find_rate` sets from the optimiser's own and the schedule.
    """

    def __init__(self, network: Network, config: TrainingConfig) -> None:
        self.network = network
        self.optimizer = config.optimizer.kernel(network.parameters, network.gradients_vector)
        self.schedule = config.schedule.kernel()
        self.learning_rate = config.optimizer.learning_rate
        self._constraints = tuple(
            (spec.constraint, network.weights[node][spec.name])
            for node, specs in network.specs.items()
            for spec in specs
            if spec.learned and not isinstance(spec.constraint, NoConstraint)
        )
        self.configure(config)

    def configure(self, config: TrainingConfig) -> None:
        """Go on with other hyperparameters; an optimiser or a schedule of the same kind keeps what it remembers."""
        self.config = config
        if config.optimizer.kernel_class is type(self.optimizer):
            self.optimizer.configure(config.optimizer)
        else:
            self.optimizer = config.optimizer.kernel(self.network.parameters, self.network.gradients_vector)
        if config.schedule.same_kind(self.schedule.schedule):
            self.schedule.configure(config.schedule)
        else:
            self.schedule = config.schedule.kernel()
        self._clips = config.clip_value is not None or config.clip_norm is not None

    def take_over(self, optimizer: OptimizerKernel, schedule: ScheduleKernel, config: TrainingConfig) -> None:
        """Go on with kernels that another run has left behind, and for now with their own hyperparameters.

        What is configured beyond that comes with the next batch, as it would have there; until then it may change.
        """
        self.optimizer, self.schedule = optimizer, schedule
        self.configure(config.replace(optimizer=optimizer.optimizer, schedule=schedule.schedule))

    def restart_schedule(self) -> None:
        """Forget what the schedule remembers, since another run begins."""
        self.schedule = self.config.schedule.kernel()

    def find_rate(self, done: int, total: int) -> None:
        """Set the learning rate for the step to come, when so many epochs or steps of all are done, or of more."""
        if self.config.schedule.spans_run:
            total = max(total, done + 1)  # of a run that was made shorter within what is its last epoch by now
        self.learning_rate = self.schedule.rate(self.config.optimizer.learning_rate, done, total)

    def step(self) -> None:
        """Change the weights once."""
        if self._clips:
            clip(self.network.gradients_vector, self.config.clip_value, self.config.clip_norm)
        self.optimizer.step(self.learning_rate)
        for constraint, weights in self._constraints:
            constraint.apply(weights)
