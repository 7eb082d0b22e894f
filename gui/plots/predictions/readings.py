"""What charts of answers say at the place under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF

from engine.answer_curves import ClassFigures, Course, Residuals
from gui.i18n import grouped, measure, number
from gui.plots.chart import Chart

NEAR = 14
"""Pixels from a point within which it is meant."""
Array = NDArray[np.floating]


def roc_text(figures: Sequence[ClassFigures], alarms: float) -> str:
    """How much of each class is found where so many others are taken for it."""
    curves = [(figure.name, figure.roc) for figure in figures if figure.roc is not None]
    alarms = min(max(alarms, 0.0), 1.0)
    found = [(name, _found(roc, alarms)) for name, roc in curves]
    told = [f"{name} {number(share, 3)}" if len(found) > 1 else number(share, 3) for name, share in found]
    text = QCoreApplication.translate("AnswerReadings", "found: {shares}, at {alarms} false alarms")
    return text.format(shares=", ".join(told), alarms=number(alarms, 2)) if told else ""


def _found(roc: Array, alarms: float) -> float:
    """The largest share that is found with no more false alarms, along the straight lines between corners."""
    behind = int(np.searchsorted(roc[0], alarms, side="right"))
    if behind == len(roc[0]):
        return float(roc[1][-1])
    (left, right), (low, high) = roc[0][behind - 1 : behind + 1], roc[1][behind - 1 : behind + 1]
    return float(low + (high - low) * (alarms - left) / (right - left))


def course_text(course: Course, place: float) -> str:
    """What was there at the step that is nearest, and what was forecast."""
    at = int(np.abs(course.steps + 1 - place).argmin())
    text = QCoreApplication.translate("AnswerReadings", "step {step}: actual {actual}, forecast {forecast}")
    actual, forecast = measure(float(course.actual[at]), 5), measure(float(course.forecast[at]), 5)
    return text.format(step=grouped(int(course.steps[at]) + 1), actual=actual, forecast=forecast)


def point_text(found: Residuals, point: int) -> str:
    """One sample: what was wanted, what was predicted, and the difference."""
    actual, predicted = float(found.actual[point]), float(found.predicted[point])
    text = QCoreApplication.translate("AnswerReadings", "actual {actual}, predicted {predicted}, residual {residual}")
    figures = {"actual": actual, "predicted": predicted, "residual": predicted - actual}
    return text.format(**{name: measure(value, 4) for name, value in figures.items()})


def bar_text(found: Residuals, residual: float) -> str:
    """How many samples have a residual like this."""
    bar = int(np.searchsorted(found.edges, residual, side="right")) - 1
    if not 0 <= bar < len(found.counts):
        return ""
    count = int(found.counts[bar])
    one = QCoreApplication.translate("AnswerReadings", "residual {low} to {high}: 1 sample")
    more = QCoreApplication.translate("AnswerReadings", "residual {low} to {high}: {count} samples")
    low, high = (measure(float(found.edges[at]), 3) for at in (bar, bar + 1))
    return (one if count == 1 else more).format(low=low, high=high, count=grouped(count))


def nearest(chart: Chart, x: Array, y: Array, place: QPointF) -> int | None:
    """The point under the mouse, if one is near."""
    if not len(x):
        return None
    wide, high = chart.view.viewPixelSize()
    away = np.hypot((x - place.x()) / wide, (y - place.y()) / high)
    return int(away.argmin()) if away.min() <= NEAR else None
