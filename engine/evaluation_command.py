"""Evaluation at the terminal: a table of loss and metrics, and of who was taken for whom."""

from __future__ import annotations

from collections.abc import Iterator

from engine.evaluation import Evaluation, evaluate_network
from engine.project import Project
from engine.tables import Table, show

LARGE = 10_000


def evaluate(project: Project) -> int:
    """Print what the project's network is worth on its data."""
    prepared = project.prepare()
    scaler = prepared.fitted.target_scaler
    evaluation = evaluate_network(project.network(), prepared.dataset, project.training.seed, scaler)
    show([Table("", tuple(_figures(evaluation))), *_matrices(evaluation)])
    return 0


def _figures(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """One row a figure, one column a part of the data."""
    parts = evaluation.parts()
    yield ("", *parts)
    yield ("samples", *(f"{part.samples:,}" for part in parts.values()))
    yield ("loss (scaled targets)" if evaluation.scaled else "loss", *(_told(part.loss) for part in parts.values()))
    several = len(evaluation.training.metrics) > 1
    for node, metrics in evaluation.training.metrics.items():
        for name in metrics:
            label = f"{node} {name}" if several else name
            yield (label, *(_told(part.metrics[node][name]) for part in parts.values()))


def _told(value: float) -> str:
    """Four decimals; of large measures, such as errors of prices, whole numbers."""
    return f"{value:.4f}" if not abs(value) >= LARGE else f"{value:,.0f}"


def _matrices(evaluation: Evaluation) -> Iterator[Table]:
    """A confusion matrix for each output that tells classes apart, and each part."""
    for name, part in evaluation.parts().items():
        for node, matrix in part.confusion.items():
            names = evaluation.classes[node]
            several = f" at {node}" if len(part.confusion) > 1 else ""
            rows = [("actual \\ predicted", *names)]
            rows += [(own, *map(str, counts)) for own, counts in zip(names, matrix.tolist(), strict=True)]
            yield Table(f"Confusion matrix, {name}{several}", rows)
