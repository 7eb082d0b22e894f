"""What changes about a card while its layer stays."""

from __future__ import annotations

from dataclasses import dataclass

from engine.problems import Severity


@dataclass(frozen=True)
class CardState:
    """How a card is shown."""

    selected: bool = False
    focused: bool = False
    severity: Severity | None = None
    found: bool = False
    faded: bool = False
    """Dimmed, since the wire that is being drawn cannot end here or the search is for others."""
