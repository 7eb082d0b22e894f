"""Gradients that fade or grow on their way back through the layers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from engine.diagnosis.curves import STRETCH
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import Finding, Rule
from engine.diagnosis.rates import USUAL_UPDATE
from engine.diagnosis.remedies import activation_fix_of, badly_begun, beginning_fix, training_fix
from engine.errors import Message
from engine.numerals import Number
from engine.problems import Fix

FADED = 1e-3
"""Gradient of the first layer over that of the last below which the first one hardly learns.

Ten sigmoid layers come to 1e-6 (their slope is at most a quarter), those that keep their size stay above a tenth
(Glorot and Bengio 2010, figure 7); measured by us: the built-in examples stay above 0.03.
"""
GROWN = 100.0
"""The same for the gradient at the layers' outputs, where it grows (Pascanu et al. 2013)."""
DEEP = 3
"""Layers that learn; in fewer nothing fades."""


class VanishingGradients(Rule):
    label = "Vanishing gradients"
    causes = frozenset({"Plateau", "RateTooSmall", "FewUpdates", "Underfitting"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Layers near the input to which hardly anything comes back, while there is much to learn."""
        first, last, ratio = _ends({node: each.gradients for node, each in evidence.layers.items()})
        if ratio > FADED or not evidence.has_learned_little(STILL_MUCH):
            return
        told = Message(
            "The gradient fades on its way back: at {first} it is {ratio} of what it is at {last}, so that the layers "
            "near the input hardly learn.",
            first=first, last=last, ratio=_told(ratio),
        )  # fmt: skip
        if evidence.layers[first].update_ratio > USUAL_UPDATE / 10:
            constant = evidence.constant_loss
            if constant is None or len(evidence.losses) < STRETCH or not evidence.has_learned_little(NOTHING_YET):
                return  # an optimiser with a pace for every weight makes up for it
            told = Message(
                "The gradient fades on its way back: at {first} it is {ratio} of what it is at {last}. Steps are long "
                "enough all the same, but lead nowhere: after {count} epochs the training loss is {loss}, and always "
                "giving the same answer would have {constant}.",
                first=first, last=last, ratio=_told(ratio), count=len(evidence.losses),
                loss=Number(evidence.losses[-1]), constant=Number(constant),
            )  # fmt: skip
        advice = Message("Try ReLU in the hidden layers, whose slope does not fade, and fresh weights.")
        squeezing = [node for node in _squeezing(evidence) if node != _before_output(evidence)]
        fix = _with_beginnings(evidence, squeezing) if squeezing else None
        if fix is None and (bad := badly_begun(evidence.graph, evidence.layers)):
            advice = Message("Try weights that begin larger, as the rules of Glorot and He have them.")
            fix = beginning_fix(evidence.graph, bad)
        yield Finding(cls, told, advice, first, "", fix, anew=True)


STILL_MUCH = 0.6
"""Share of its beginning above which the loss has much to fall."""
NOTHING_YET = 0.95
"""Share of the loss of a constant answer above which nothing has been learned by any steps, however long.

Measured by us: eight sigmoid layers with Adam stay above 0.98 as long as their gradients fade.
"""


class ExplodingGradients(Rule):
    label = "Exploding gradients"
    causes = frozenset({"Diverged", "RateTooLarge", "Plateau", "DeadUnits", "SaturatedUnits"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Gradients that grew on their way back from the beginning on, before any step could have spoilt weights."""
        first, last, ratio = _ends(evidence.beginning.arriving)
        if ratio < GROWN or evidence.since.step or evidence.beginning.step > 1:  # of an opened run that was later
            return
        told = Message(
            "The gradient grows on its way back: already at the beginning it was {ratio} times as large at {first} as "
            "at {last}.",
            first=first, last=last, ratio=_told(ratio),
        )  # fmt: skip
        if bad := badly_begun(evidence.graph, evidence.beginning.layers):
            advice = Message("Try weights that begin in a size that suits their layer, as the rules of Glorot and He "
                             "have them.")  # fmt: skip
            yield Finding(cls, told, advice, first, "", beginning_fix(evidence.graph, bad), anew=True)
        elif evidence.training.clip_norm is None:
            advice = Message("Try to clip the gradient, so that no step is longer than the others.")
            fix = training_fix(evidence, "Clip their norm", 1.0, clip_norm=1.0)
            yield Finding(cls, told, advice, first, "", fix, anew=True)


def _ends(gradients: Mapping[str, float]) -> tuple[str, str, float]:
    """The first and the last of these layers, and the gradient at the first one over that at the last."""
    if len(gradients) < DEEP:
        return "", "", 1.0
    first, *_, last = gradients
    below, above = gradients[first], gradients[last]
    if not (math.isfinite(below) and math.isfinite(above)) or not above:
        return first, last, 1.0
    return first, last, below / above


def _squeezing(evidence: Evidence) -> list[str]:
    """Layers that squeeze what they pass on into an interval."""
    named = {node.id: node.layer.final_activation for node in evidence.graph}
    return [node for node, activation in named.items() if activation is not None and activation.ends is not None]


def _before_output(evidence: Evidence) -> str:
    edges = evidence.graph.incoming(evidence.output) if evidence.output else ()
    return edges[0].source if edges else ""


def _with_beginnings(evidence: Evidence, nodes: list[str]) -> Fix:
    """ReLU in these layers, and weights that begin as suits it."""
    graph = evidence.graph
    fix = activation_fix_of(graph, nodes, "relu")
    after = graph.copy()
    for edit in fix.edits:
        after.apply(edit)
    begun = [node for node in nodes if hasattr(after[node].layer, "kernel_initializer")]
    more = beginning_fix(after, begun).edits if begun else ()
    return Fix(fix.label, (*fix.edits, *more))


def _told(ratio: float) -> Number:
    """A ratio in one digit, or as a whole number."""
    return Number(round(ratio), 6) if ratio >= 1 else Number(ratio, 1)
