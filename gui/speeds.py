"""How fast a run is shown: from one step every two seconds, which the eye can follow, up to flat out."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from gui.i18n import grouped, number

FULL = 0
"""As fast as possible."""
SPEEDS: tuple[float, ...] = (0.5, 1, 2, 5, 10, 30, 100, 300, 1000, 3000, FULL)
"""Steps a second to choose from."""


def speed_name(pace: float) -> str:
    """What a speed is called, in the window's language."""
    if pace == FULL:
        return QCoreApplication.translate("Speeds", "Full speed")
    if pace == 1:
        return QCoreApplication.translate("Speeds", "1 step/s")
    if pace < 1:
        return QCoreApplication.translate("Speeds", "1 step every {seconds} s").format(seconds=number(1 / pace, 3))
    count = grouped(int(pace)) if pace == int(pace) else number(pace, 3)
    return QCoreApplication.translate("Speeds", "{count} steps/s").format(count=count)


def faster(pace: float) -> float:
    """The next speed above this one, if there is one."""
    return next((speed for speed in SPEEDS if _rank(speed) > _rank(pace)), pace)


def slower(pace: float) -> float:
    """The next speed below this one, if there is one."""
    return next((speed for speed in reversed(SPEEDS) if _rank(speed) < _rank(pace)), pace)


def _rank(pace: float) -> float:
    return math.inf if pace == FULL else pace
