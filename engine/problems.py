"""What is wrong with a drawing, or missing: one sentence at one node, with a change that would solve it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.data.preparation import Preparation
from engine.data.source import DataSource
from engine.errors import Message
from engine.graph import Edit
from engine.training_config import TrainingConfig


class Severity(Enum):
    """What a problem asks for, the gravest first: to be mended, to be finished, to be considered."""

    ERROR = "error"
    UNFINISHED = "unfinished"
    WARNING = "warning"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class Fix:
    """A change that would solve a problem: edits of the graph, other data or preparation of them, other training."""

    label: Message
    edits: tuple[Edit, ...] = ()
    data: DataSource | None = None
    preparation: Preparation | None = None
    training: TrainingConfig | None = None

    @property
    def label_anew(self) -> Message:
        """What it is called where the network begins anew with it."""
        return Message("{change} and begin anew", change=self.label)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or missing, at one node ("" where it concerns the whole graph)."""

    node: str
    message: Message
    fix: Fix | None = None
    severity: Severity = Severity.ERROR

    @property
    def told(self) -> Message:
        """The sentence with its node before it, for where nothing else shows which node it is about."""
        return Message("{node}: {reason}", node=self.node, reason=self.message) if self.node else self.message
