"""Units that say the same whatever they see, and units that all learn the same."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diagnosis.curves import progress
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import Finding, Rule
from engine.diagnosis.rates import WILD
from engine.diagnosis.remedies import activation_fix_of, badly_begun, beginning_fix
from engine.errors import Message
from engine.layers import Output
from engine.logits import path_to_activation
from engine.unit_health import Health

MANY_DEAD, NEARLY_ALL = 0.4, 0.9
"""Share of a layer's units that are silent: "as much as 40% of your network can be dead" (Karpathy, CS231n).

While the loss goes down, or little is left of it, the others do the work; then it takes nearly all, of which a layer
cannot recover.
"""
STANDING = 0.02
"""What a loss falls in some epochs that hardly falls."""
MANY_SATURATED, MOST_SATURATED = 0.5, 2 / 3
"""Share of a layer's units that stand at an end; the second one while the loss goes down all the same."""
FEW = 4
"""Layers of fewer units are not judged: one unit would be a large share."""
STEPS = 10
"""Steps after which the beginning no longer decides what units say."""
LITTLE, WELL = 0.5, 0.25
"""Shares of the loss of a constant answer: above the one too little is learned for units that stand at their ends;
below the other all goes well even if many units are silent."""


class DeadUnits(Rule):
    label = "Dead ReLUs"
    causes = frozenset({"Plateau", "Underfitting", "VanishingGradients"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Units of a ReLU that answer 0 to every sample, so that no gradient comes through them any more."""
        if not evidence.has_learned_little(WELL):
            return  # the others do the work
        stands = progress(evidence.losses) < STANDING and evidence.has_learned_little(LITTLE)
        many = MANY_DEAD if stands else NEARLY_ALL
        found = {node: facts for node, facts in _judged(evidence) if facts.dead >= many * facts.units}
        for node, facts in found.items():
            told = Message(
                "{dead} of {units} units of {node} answer 0 to each of {samples} training samples, so no gradient "
                "reaches them and they learn no more.",
                dead=facts.dead, units=facts.units, node=node, samples=facts.samples,
            )  # fmt: skip
            advice = Message("Try Leaky ReLU, which lets a little through; and a smaller learning rate if they die "
                             "again.")  # fmt: skip
            yield Finding(cls, told, advice, node, fix=activation_fix_of(evidence.graph, found, "leaky_relu"))


class SaturatedUnits(Rule):
    label = "Saturated units"
    causes = frozenset({"Plateau", "Underfitting", "VanishingGradients"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Units that stand at an end of their activation, where it is flat, while there is much to learn."""
        if not evidence.has_learned_little(LITTLE) or (evidence.update_ratio or 0.0) > WILD:
            return  # or it is the steps that throw units to their ends
        graph = evidence.graph
        answers = _answering(evidence)
        many = MANY_SATURATED if progress(evidence.losses) < STANDING else MOST_SATURATED
        found = {
            node: facts
            for node, facts in _judged(evidence)
            if facts.saturated >= many * facts.units and node not in answers
        }
        bad = badly_begun(graph, found)
        fix = beginning_fix(graph, bad) if bad else activation_fix_of(graph, found, "relu") if found else None
        for node, facts in found.items():
            told = Message(
                "{saturated} of {units} units of {node} stand at the flat ends of their activation for nearly every "
                "sample, so hardly any gradient comes through.",
                saturated=facts.saturated, units=facts.units, node=node,
            )  # fmt: skip
            advice = (
                Message("Try weights that begin smaller, as Glorot's rule has them.")
                if bad
                else Message("Try ReLU, which has no upper end, with fresh weights.")
            )
            yield Finding(cls, told, advice, node, fix=fix, anew=True)


def _answering(evidence: Evidence) -> set[str]:
    """Layers that an Output reads, which may well stand at their ends where the targets do."""
    graph, shapes = evidence.graph, evidence.inference.shapes
    outputs = [node.id for node in graph if isinstance(node.layer, Output)]
    edges = [edge for output in outputs for edge in graph.incoming(output)]
    return {node for edge in edges for node in path_to_activation(graph, shapes, edge)}


def _judged(evidence: Evidence) -> Iterator[tuple[str, Health]]:
    """The layers that have enough units, once the beginning no longer decides what these say."""
    graph = evidence.graph
    if evidence.look is not None and evidence.steps >= STEPS:
        for node, facts in evidence.look.units.items():
            if facts.units >= FEW and node in graph and graph[node].layer.final_activation is not None:
                yield node, facts


class AlikeUnits(Rule):
    label = "All units alike"
    causes = frozenset({"Plateau", "Underfitting", "VanishingGradients", "RateTooSmall", "FewUpdates", "DeadUnits",
                        "SaturatedUnits"})  # fmt: skip

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Units that began with the same weights and get the same gradients, so that they stay one unit for ever."""
        if evidence.look is None or evidence.steps < STEPS:
            return
        alike = badly_begun(evidence.graph, [node for node in evidence.look.alike if node in evidence.graph])
        for node in alike:
            units = evidence.inference.shapes[node][-1]
            told = Message(
                "All {units} units of {node} still have the same weights after {steps} steps: they began alike and "
                "get the same gradients, so together they can do no more than one.",
                units=units, node=node, steps=evidence.steps,
            )  # fmt: skip
            advice = Message("Let the weights begin at random, and begin anew.")
            yield Finding(cls, told, advice, node, fix=beginning_fix(evidence.graph, alike), anew=True)
