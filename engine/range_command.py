"""The learning-rate range test at the terminal: a table of rates and losses, and the rate to take."""

from __future__ import annotations

import math
from collections.abc import Iterator

from engine.numerals import Number
from engine.project import Project
from engine.range_test import Findings, RangeTest
from engine.tables import Table, show

ROWS = 25
"""Lines of the table at most, but for the suggested one."""


def print_range_test(project: Project, test: RangeTest) -> int:
    """Print what the test found; 1 where there is nothing to suggest. The project stays as it is."""
    *_, findings = test.run(project.network(), project.prepare().dataset, project.training)
    suggestion = findings.suggestion
    show([Table("", tuple(_rows(findings)))])
    print()
    print(suggestion.reason)
    if suggestion.rate is None:
        return 1
    now = Number(project.training.optimizer.learning_rate, 6)
    print(f"Suggested learning rate: {Number(suggestion.rate, 2)} (the project's is {now})")
    return 0


def _rows(findings: Findings) -> Iterator[tuple[str, ...]]:
    yield ("rate", "loss", "smoothed", "")
    stride = max(1, math.ceil(len(findings.losses) / ROWS))
    suggested = findings.suggestion.step
    for step, (rate, loss, smooth) in enumerate(zip(findings.rates, findings.losses, findings.smooth, strict=True)):
        if step % stride == 0 or step == suggested:
            yield (f"{rate:.2e}", f"{loss:.4g}", f"{smooth:.4g}", "<" if step == suggested else "")
