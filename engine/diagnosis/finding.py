"""What the coach says: one thing that goes wrong in a run, how it is known, and what to try."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from engine.errors import Message
from engine.problems import Fix, Problem, Severity

if TYPE_CHECKING:
    from engine.diagnosis.evidence import Evidence

LOSS, VALIDATION = "loss", "validation"
"""The curves of a run that a finding may be about."""


@dataclass(frozen=True)
class Finding:
    """One finding, at a node ("" where it concerns none) or a curve ("" likewise).

    `told` says what is wrong and the numbers that show it, `advice` what to try, and `fix` does that, at all nodes at
    which the rule has found something. With `anew` it takes weights that have learned nothing yet. `explains` holds
    the rules that have found something of which this is the cause.
    """

    rule: type[Rule]
    told: Message
    advice: Message
    node: str = ""
    curve: str = ""
    fix: Fix | None = None
    anew: bool = False
    explains: tuple[type[Rule], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What it is about, whatever the numbers are now."""
        return self.rule.__name__, self.node

    @property
    def title(self) -> Message:
        """What the rule is called."""
        return Message(self.rule.label)

    @property
    def problem(self) -> Problem:
        """The finding as a mark at its node."""
        return Problem(self.node, self.told, self.fix, Severity.WARNING)


def by_rule(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings of one rule together, such as those at several layers."""
    return tuple(tuple(group) for _, group in groupby(findings, key=lambda finding: finding.rule))


class Rule(ABC):
    """One thing that may go wrong, declared once; `causes` are the rules whose findings it explains."""

    label: ClassVar[str]
    causes: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    @abstractmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """What this rule finds, if anything; at most one thing at each node."""
