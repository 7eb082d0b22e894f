"""The coach: what goes wrong in a run, read from its numbers, and what to try."""

from engine.diagnosis.evidence import Evidence, Since
from engine.diagnosis.examining import RULES, examine
from engine.diagnosis.finding import LOSS, VALIDATION, Finding, Rule, by_rule
from engine.diagnosis.look import Look, look
from engine.diagnosis.trail import Trail

__all__ = [
    "LOSS",
    "RULES",
    "VALIDATION",
    "Evidence",
    "Finding",
    "Look",
    "Rule",
    "Since",
    "Trail",
    "by_rule",
    "examine",
    "look",
]
