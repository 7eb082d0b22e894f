"""What is amiss with the data as the network gets them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import VALIDATION, Finding, Rule
from engine.diagnosis.remedies import ignoring_fix
from engine.errors import Message
from engine.fixes import ending_fix, field_fix
from engine.layers import BatchNormalization, Input, LayerNormalization, Output
from engine.logits import path_to_activation
from engine.numerals import Number
from engine.problems import Fix, Severity

LARGE, SMALL = 10.0, 0.01
"""Root mean squares of a column beyond which it is not of size 1 any more (LeCun et al. 1998, section 4.3)."""
RARE = 0.2
"""A class is rare that has less than this share of what it would have if all had the same; 10 % of two classes.

Weiss and Provost 2003 find such data hurt; He and Garcia 2009 call 10:1 a marked imbalance.
"""
FEW = 3
"""Samples of a class that must be there to be learned at all."""
OUTSIDE = 0.1
"""By which share of its range a target may lie beyond what an output can say."""
REACH = {"sigmoid": (0, 1), "hard_sigmoid": (0, 1), "softmax": (0, 1), "tanh": (-1, 1), "relu": (0, np.inf),
         "softplus": (0, np.inf), "softsign": (-1, 1)}  # fmt: skip
ENOUGH = 20
"""Held-out samples that do not all come out right by chance."""
PERFECT_LOSS = 1e-4
"""Held-out loss over that of a constant answer which measured data, having noise, do not reach."""
NORMALIZE = (BatchNormalization, LayerNormalization)
OFTEN = 0.3
"""Share of held-out samples that also train, above which these judge nothing."""


class UnscaledInputs(Rule):
    label = "Unscaled inputs"
    causes = frozenset({"Diverged", "RateTooLarge", "RateTooSmall", "ExplodingGradients", "DeadUnits", "SaturatedUnits",
                        "Plateau", "FewUpdates", "NoisyBatches", "Underfitting"})  # fmt: skip

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Columns that are much larger or smaller than 1 and go straight into sums."""
        data = evidence.data
        if data is None or evidence.preparation.scaling != "none" or _scaled_within(evidence):
            return
        sizes = data.sizes[data.sizes > 0]
        if not len(sizes) or SMALL <= sizes.max() <= LARGE:
            return
        told = Message(
            "The inputs are not scaled: their columns have sizes from {smallest} to {largest}, where networks learn "
            "well from sizes near 1.",
            smallest=Number(sizes.min()), largest=Number(sizes.max()),
        )  # fmt: skip
        if len(sizes) == 1:
            told = Message(
                "The inputs are not scaled: they have size {largest}, where networks learn well from sizes near 1.",
                largest=Number(sizes.max()),
            )  # fmt: skip
        scaling = "minmax" if len(data.shape) > 1 else "standard"
        label = Message("Set {field} to {value}", field=Message("Scaling"), value=Message(scaling))
        fix = Fix(label, preparation=evidence.preparation.replace(scaling=scaling))
        node = next((node.id for node in evidence.graph if isinstance(node.layer, Input)), "")
        yield Finding(cls, told, Message("Scale the inputs, with fresh weights."), node, "", fix, anew=True)


def _scaled_within(evidence: Evidence) -> bool:
    """Whether the network scales what enters, or takes it as whole numbers."""
    graph = evidence.graph
    entered = {reached for node in graph if isinstance(node.layer, Input) for reached in graph.unchanged(node.id)}
    layers = [graph[node].layer for node in entered]
    return any(layer.takes_whole_numbers or isinstance(layer, NORMALIZE) for layer in layers)


class ImbalancedClasses(Rule):
    label = "Imbalanced classes"

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A class that occurs so seldom that the network may leave it out and still look good."""
        data, output = evidence.data, evidence.output
        if data is None or len(data.counts) < 2 or not output:
            return
        layer = evidence.graph[output].layer
        counts = np.array(data.counts)
        assert isinstance(layer, Output)
        rarest, most = int(counts.argmin()), int(counts.argmax())
        if not FEW <= counts[rarest] < RARE * counts.sum() / len(counts) or layer.class_weights.name != "none":
            return
        told = Message(
            "The classes are imbalanced: {rare} has {few} of {all} training samples, so who always says {common} is "
            "right in {percent}% of them.",
            rare=_name(data.classes, rarest), few=int(counts[rarest]), all=int(counts.sum()),
            common=_name(data.classes, most), percent=f"{100 * counts[most] / counts.sum():.0f}",
        )  # fmt: skip
        advice = Message("Let rare classes count more, and read the F1 score or the confusion matrix instead of the "
                         "accuracy.")  # fmt: skip
        fix = field_fix(evidence.graph, output, "class_weights", "balanced") if layer.loss.classification else None
        yield Finding(cls, told, advice, output, "", fix)


def _name(classes: tuple[str, ...], number: int) -> Message:
    if number < len(classes):
        return Message("“{name}”", name=classes[number])
    return Message("class {number}", number=number)


class Mismatch(Rule):
    label = "Loss and output do not match"
    causes = frozenset({"Plateau", "SaturatedUnits", "Underfitting", "Diverged", "RateTooLarge", "RateTooSmall",
                        "FewUpdates", "VanishingGradients"})  # fmt: skip

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss or an activation that is not made for these targets."""
        output = evidence.output
        known = [each for each in evidence.inference.problems
                 if each.node == output and each.severity is Severity.WARNING]  # fmt: skip
        for problem in known[:1]:
            advice = Message("Try what suits the targets.")
            yield Finding(cls, problem.message, advice, output, "", problem.fix, anew=True)
        if not known and output:
            yield from cls._out_of_reach(evidence)

    @classmethod
    def _out_of_reach(cls, evidence: Evidence) -> Iterator[Finding]:
        data, graph, output = evidence.data, evidence.graph, evidence.output
        edges = graph.incoming(output)
        if data is None or not edges:
            return
        source = path_to_activation(graph, evidence.inference.shapes, edges[0])[-1]
        activation = graph[source].layer.final_activation
        layer = graph[output].layer
        assert isinstance(layer, Output)
        if activation is None or activation.name not in REACH or layer.loss.classification or data.counts:
            return
        (low, high), (least, most) = REACH[activation.name], data.usual
        room = OUTSIDE * (data.highest - data.lowest)
        if least >= low - room and most <= high + room:
            return
        told = Message(
            "The targets lie between {lowest} and {highest}, and {activation} at {node} cannot say all of that.",
            lowest=Number(data.lowest), highest=Number(data.highest), activation=Message(activation.label),
            node=source,
        )  # fmt: skip
        fix = ending_fix(graph, output, layer.loss.name, "linear")
        yield Finding(cls, told, Message("Try a linear output for measures."), output, "", fix, anew=True)


class Leakage(Rule):
    label = "Too good to be true"

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Perfect answers to samples that nobody has shown, where the data give them away."""
        data = evidence.data
        if data is None or data.held_out < ENOUGH or not (data.telltale or data.repeated > OFTEN):
            return
        score, fix = _perfect(evidence), None
        if score is None:
            return
        if data.telltale:
            fix = ignoring_fix(evidence, data.telltale)
            told = Message(
                "Held-out samples come out perfectly ({score}), and column {column} alone already tells the answer: "
                "it may hold what is to be found out.",
                score=score, column=data.telltale,
            )  # fmt: skip
            advice = Message("Ask whether that column would be known in time; if not, leave it out of the data.")
        else:
            told = Message(
                "Held-out samples come out perfectly ({score}), and {percent}% of them are also trained on, so they "
                "judge nothing.",
                score=score, percent=f"{100 * data.repeated:.0f}",
            )  # fmt: skip
            advice = Message("Take repeated samples out of the data, or hold out others.")
            if evidence.preparation.split == "random":
                advice = Message("Let samples that are alike be in one part, and begin anew.")
                fix = Fix(Message("Keep repeated samples together"),
                          preparation=evidence.preparation.replace(split="repeats_together"))  # fmt: skip
        yield Finding(cls, told, advice, "", VALIDATION, fix, anew=True)


def _perfect(evidence: Evidence) -> Message | None:
    """The score of held-out samples, where it is as good as it can be."""
    accuracy, loss = evidence.last("val_accuracy"), evidence.last("val_loss")
    if accuracy is not None:
        return Message("100% right") if accuracy == 1.0 else None
    if loss is None or (left := evidence.left(loss)) is None or left > PERFECT_LOSS:
        return None
    return Message("loss {loss}", loss=Number(loss, 2))
