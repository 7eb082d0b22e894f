"""What changes about a card while its layer stays."""

from __future__ import annotations

from typing import NamedTuple

from engine.problems import Severity


class CardState(NamedTuple):
    """How a card is shown."""

    selected: bool = False
    focused: bool = False
    severity: Severity | None = None
    found: bool = False
    faded: bool = False
    """Dimmed, since the wire that is being drawn cannot end here or the search is for others."""
