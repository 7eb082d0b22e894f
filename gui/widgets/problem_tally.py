"""How many problems there are, in words: what is to be mended told apart from what is only unfinished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from engine.problems import Problem, Severity


def tally(problems: Iterable[Problem]) -> str:
    """ "1 to mend, 2 to finish"; "No problems" where there are none."""
    counts = Counter(problem.severity for problem in problems)
    words = {
        Severity.ERROR: QCoreApplication.translate("Problems", "{count} to mend"),
        Severity.UNFINISHED: QCoreApplication.translate("Problems", "{count} to finish"),
        Severity.WARNING: QCoreApplication.translate("Problems", "{count} to consider"),
    }
    told = [text.format(count=counts[severity]) for severity, text in words.items() if counts[severity]]
    return ", ".join(told) or QCoreApplication.translate("Problems", "No problems")
