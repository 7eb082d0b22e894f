"""What the parts of the data are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def part_names() -> dict[str, str]:
    """The words for training, validation and test, in the window's language."""
    return {
        "training": QCoreApplication.translate("ResultsPlot", "Training"),
        "validation": QCoreApplication.translate("ResultsPlot", "Validation"),
        "test": QCoreApplication.translate("ResultsPlot", "Test"),
    }
