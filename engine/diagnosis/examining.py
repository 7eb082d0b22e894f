"""All rules at once: what they find, the causes before what follows from them."""

from __future__ import annotations

from dataclasses import replace

from engine.diagnosis.batches import FewUpdates, NoisyBatches
from engine.diagnosis.data import ImbalancedClasses, Leakage, Mismatch, UnscaledInputs
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import Finding, Rule
from engine.diagnosis.fit import Overfitting, Plateau, Underfitting
from engine.diagnosis.gradients import ExplodingGradients, VanishingGradients
from engine.diagnosis.rates import Diverged, RateTooLarge, RateTooSmall
from engine.diagnosis.units import AlikeUnits, DeadUnits, SaturatedUnits

RULES: tuple[type[Rule], ...] = (
    UnscaledInputs,
    Mismatch,
    AlikeUnits,
    ExplodingGradients,
    Diverged,
    RateTooLarge,
    DeadUnits,
    SaturatedUnits,
    VanishingGradients,
    RateTooSmall,
    NoisyBatches,
    FewUpdates,
    Underfitting,
    Overfitting,
    ImbalancedClasses,
    Leakage,
    Plateau,
)
"""In the order in which findings are told; none is explained by one that stands behind it."""


def examine(evidence: Evidence) -> tuple[Finding, ...]:
    """What all rules find; what follows from another finding is named there and not told by itself."""
    told: list[Finding] = []
    for rule in RULES:
        for finding in rule.examine(evidence):
            cause = next((place for place, each in enumerate(told) if rule.__name__ in each.rule.causes), None)
            if cause is None:
                told.append(finding)
            elif rule not in told[cause].explains:
                told[cause] = replace(told[cause], explains=(*told[cause].explains, rule))
    return tuple(told)
