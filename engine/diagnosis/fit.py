"""How well the network fits: what it learns by heart, what it cannot learn, where it stands still."""

from __future__ import annotations

import math
from collections.abc import Iterator

from engine.diagnosis.curves import MOST_POINTS, falls_steadily, progress, smooth, thin
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.finding import LOSS, VALIDATION, Finding, Rule
from engine.diagnosis.rates import USUAL_UPDATE
from engine.diagnosis.remedies import training_fix
from engine.edits import insert_on_edge
from engine.errors import Message
from engine.fixes import field_fix
from engine.layers import Activation, Dense, Layer, Output
from engine.numerals import Number
from engine.optimizers import SGD, Adam
from engine.problems import Fix
from engine.schedules import ReduceOnPlateau

RISEN = 1.2
"""Validation loss over its best: Prechelt 1998 ("Early stopping: but when?") stops at 5 % and finds 20 % sure."""
FLOOR = 0.1
"""And by this share of all that there was to learn, so that nobody is warned of crumbs."""
HARDER = 3.0
"""Times the loss of a constant answer that held-out samples may begin with; above that the beginning was mad."""
FALLEN = 0.8
"""Training loss over that of the best epoch, below which it is the training that goes on."""
BEST_AGO = 8
"""Epochs that have passed since the best one."""
STANDS, FEWEST_STEPS = 15, 60
"""Epochs, and steps, without an improvement that make a plateau."""
NOTHING = 0.01
"""An improvement that is none (as ReduceOnPlateau and early stopping take it)."""
POOR_ACCURACY, POOR_SHARE = 0.9, 0.3
"""Accuracy below which, and share of the variance unexplained above which, a fit is poor."""
SMALL = 0.2
"""Parameters for each training sample in a network that may be too small."""
BETTER = 0.5
"""What nearest neighbours leave wrong, as a share of what a network does that could do better.

They err at most twice as often as anybody must (Cover and Hart 1967).
"""
LIKE_TRAINING = 1.3
"""Held-out loss over training loss of a network that has learned nothing by heart."""
TINY = 0.05
"""Parameters for each training sample with which nothing can be learned by heart, however much harder others are."""
USUAL_RATE = 0.01
"""Adam's learning rate for small networks, as in most built-in examples."""
STUCK = 0.5
"""Share of the loss of a constant answer above which standing still is worth a word."""


class Overfitting(Rule):
    label = "Overfitting"

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """Held-out samples get worse while those that train get better."""
        held_out, losses = smooth(thin(evidence.val_losses)), smooth(thin(evidence.losses))
        if len(held_out) <= BEST_AGO or evidence.training.restore_best:
            return
        best = int(held_out.argmin())
        first, constant = evidence.val_losses[0], evidence.constant_loss
        whole = max(constant, min(first, HARDER * constant)) if constant else first
        risen = held_out[-1] > RISEN * held_out[best] and held_out[-1] - held_out[best] > FLOOR * whole
        if not risen or len(held_out) - 1 - best < BEST_AGO or losses[-1] > FALLEN * losses[best]:
            return
        if not evidence.has_learned_something:
            return  # nothing was learned by heart
        told = Message(
            "The network learns its samples by heart: since epoch {epoch} the loss of held-out samples has risen from "
            "{best} to {last}, while that of the training fell to {loss}.",
            epoch=int(smooth(thin(evidence.epochs))[best]), best=Number(held_out[best]), last=Number(held_out[-1]),
            loss=Number(losses[-1]),
        )  # fmt: skip
        advice = Message("Stop where held-out samples were best and keep those weights; more samples, Dropout or a "
                         "smaller network help, too.")  # fmt: skip
        fix = training_fix(evidence, "Keep the best", Message("yes"), patience=10, restore_best=True)
        yield Finding(cls, told, advice, "", VALIDATION, fix, anew=True)


class Underfitting(Rule):
    label = "Underfitting"
    causes = frozenset({"Plateau"})

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A small network that has come to rest with a poor fit, of training and held-out samples alike."""
        losses, data, look = evidence.losses, evidence.data, evidence.look
        if data is None or look is None or not _stood(evidence) or look.parameters > SMALL * data.samples:
            return
        held_out, by_heart = evidence.val_losses, look.parameters > TINY * data.samples
        if by_heart and len(held_out) and held_out[-1] > LIKE_TRAINING * losses[-1]:
            return
        poor, left = _poor(evidence), _left(evidence)
        if poor is None or left is None or left > BETTER:
            return
        told = Message(
            "The network is too small for this task: its loss rests at {loss} ({poor}), and it has {count} parameters "
            "for {samples} samples. Answering as the nearest other samples do would leave {left}% of its error.",
            loss=Number(losses[-1]), poor=poor, count=look.parameters, samples=data.samples,
            left=f"{100 * left:.0f}",
        )  # fmt: skip
        node, fix = _larger(evidence)
        advice = Message("Try more units, or another hidden layer.")
        yield Finding(cls, told, advice, node, LOSS, fix)


class Plateau(Rule):
    label = "Plateau"

    @classmethod
    def examine(cls, evidence: Evidence) -> Iterator[Finding]:
        """A loss that stands still although much of it is left."""
        constant, losses, stood = evidence.constant_loss, evidence.losses, _stood(evidence)
        if constant is None or not stood or not evidence.has_learned_little(STUCK) or (_left(evidence) or 0.0) > BETTER:
            return
        told = Message(
            "The training loss has stood at {loss} for {count} epochs; always giving the same answer would have "
            "{constant}.",
            loss=Number(losses[-1]), count=stood, constant=Number(constant),
        )  # fmt: skip
        optimizer = evidence.training.optimizer
        if isinstance(optimizer, SGD):
            advice = Message("Try Adam, which takes longer steps where the loss is flat.")
            adam = Adam(learning_rate=USUAL_RATE)
            fix = training_fix(evidence, "Optimizer", Message(Adam.label), optimizer=adam)
        else:
            advice = Message("Try a rate that falls when the loss stands still; or another seed, from which the "
                             "network begins elsewhere.")  # fmt: skip
            fix = training_fix(evidence, "Schedule", Message(ReduceOnPlateau.label), schedule="reduce_on_plateau")
        yield Finding(cls, told, advice, "", LOSS, fix)


def _stood(evidence: Evidence) -> int:
    """For how many epochs the training loss has stood still, at least; 0 where it has not, or not for long."""
    losses = smooth(evidence.losses[-MOST_POINTS:], 3)
    stands = max(STANDS, -(-FEWEST_STEPS // max(1, evidence.steps_an_epoch)))
    if len(losses) <= stands or progress(losses, stands) >= NOTHING:
        return 0
    short_steps = (evidence.update_ratio or 1.0) < USUAL_UPDATE / 10
    return 0 if short_steps and falls_steadily(losses[-stands:]) else stands  # else it creeps, and may come anywhere


def _poor(evidence: Evidence) -> Message | None:
    """How poor the fit is, where it is."""
    accuracy, constant = evidence.last("accuracy"), evidence.constant_loss
    if accuracy is not None:
        right = Message("{percent}% right", percent=f"{100 * accuracy:.0f}")
        return right if accuracy < POOR_ACCURACY else None
    if constant is None or not evidence.has_learned_little(POOR_SHARE):
        return None
    return Message("always the same answer has {constant}", constant=Number(constant))


def _left(evidence: Evidence) -> float | None:
    """What nearest neighbours would leave of that which the network leaves wrong: of classes, or of the variance."""
    accuracy, data = evidence.last("accuracy"), evidence.data
    if data is None or data.neighbours_wrong is None:
        return None
    if accuracy is not None:
        wrong = 1 - accuracy
    else:
        left = evidence.left(float(evidence.losses[-1]))
        if left is None:
            return None
        layer = evidence.graph[evidence.output].layer if evidence.output else None
        squared = isinstance(layer, Output) and layer.loss.name == "mse"
        wrong = left if squared else left**2  # as variances are; other losses grow slower far out
    return data.neighbours_wrong / wrong if wrong > 0 else math.inf


MORE, LEAST = 4, 8
"""How many times as many units a layer gets, and how many at least."""


def _larger(evidence: Evidence) -> tuple[str, Fix | None]:
    """The narrowest hidden Dense layer, with more units; or a hidden layer where there is none."""
    graph = evidence.graph
    edges = graph.incoming(evidence.output) if evidence.output else ()
    if not edges:
        return "", None
    last = edges[0].source
    hidden = {node.id: node.layer for node in graph if isinstance(node.layer, Dense) and node.id != last}
    if hidden:
        node = min(hidden, key=lambda node: hidden[node].units)
        return node, field_fix(graph, node, "units", max(LEAST, MORE * hidden[node].units))
    while isinstance(graph[last].layer, Activation) and graph.incoming(last):
        last = graph.incoming(last)[0].source
    if not isinstance(graph[last].layer, Dense):
        return last, None
    layer: Layer = Dense(units=2 * LEAST, activation="tanh")
    _, edits = insert_on_edge(graph, graph.incoming(last)[0], layer)
    label = Message("Insert {kind} ({detail})", kind=Message(Dense.label), detail=2 * LEAST)
    return last, Fix(label, tuple(edits))
