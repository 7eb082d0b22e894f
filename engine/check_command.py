"""The headless look at a network before it trains: its shapes, its problems, and whether its gradients are right."""

from __future__ import annotations

from engine.errors import GraphError, Message
from engine.gradient_check import check_gradients
from engine.project import Project
from engine.summary import WORD_COLUMNS, summarize, text_rows
from engine.tables import print_table

CHECKED_SAMPLES = 8
"""Samples on which gradients are compared."""


def check(project: Project, name: str) -> None:
    """List shapes and problems; GraphError, which counts them, where some keep the network from running."""
    inference = project.infer()
    lines = summarize(project.graph, inference)
    print_table(text_rows(lines), words=len(WORD_COLUMNS))
    for problem in inference.problems:
        print(f"{problem.severity.value}: {problem.told}")
    if inference.obstacles:
        raise GraphError(
            Message("{name} cannot run; problems: {count}. The first: {message}",
                    name=name, count=len(inference.obstacles), message=inference.obstacles[0].told)
        )  # fmt: skip


def report_gradients(project: Project) -> int:
    """A table of the worst error of each weight array; 1 where one is too large."""
    dataset = project.prepare().dataset
    X, Y = dataset.inputs[:CHECKED_SAMPLES], dataset.targets[:CHECKED_SAMPLES]  # type: ignore[index]
    checks = check_gradients(project.network("float64"), X, Y, project.training.seed)
    rows = [("weights", "tried", "worst relative error", "")]
    rows += [(check.key, f"{check.tried} of {check.size:,}", f"{check.error:.1e}", ("WRONG", "ok")[check.passed])
             for check in checks]  # fmt: skip
    print()
    print_table(rows)
    return 0 if all(check.passed for check in checks) else 1
