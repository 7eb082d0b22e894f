"""Findings that stay: what a rule finds once may be chance, and what flickers helps nobody."""

from __future__ import annotations

from collections.abc import Iterable

from engine.diagnosis.examining import RULES
from engine.diagnosis.finding import Finding

TWICE = 2


class Watch:
    """What is told at present: found twice in a row to come, and missed twice to go."""

    def __init__(self) -> None:
        self.told: tuple[Finding, ...] = ()
        self._times: dict[tuple[str, str], int] = {}
        """How often in a row each was found, and below 0 how often one that is told was missed."""

    def follow(self, found: Iterable[Finding], final: bool = False) -> bool:
        """Take what an examination has found; whether other things are told now. A `final` one is believed at once."""
        fresh = {finding.key: finding for finding in found}
        known = {finding.key: finding for finding in self.told}
        times: dict[tuple[str, str], int] = {}
        for key in fresh:
            times[key] = max(1, self._times.get(key, 0) + 1)
        for key in known.keys() - fresh.keys():
            times[key] = min(-1, self._times.get(key, 0) - 1)
        kept = {
            key: fresh.get(key) or known[key]
            for key, count in times.items()
            if (key in fresh if final else count >= TWICE or (key in known and count > -TWICE))
        }
        self._times = {key: count for key, count in times.items() if key in fresh or key in kept}
        told = tuple(sorted(kept.values(), key=lambda finding: RULES.index(finding.rule)))
        changed = told != self.told
        self.told = told
        return changed

    def clear(self) -> None:
        """Tell nothing, and begin anew."""
        self.told, self._times = (), {}
