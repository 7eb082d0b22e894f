"""How long a test waits for what will come: even on the slowest machine long enough, so that no clock decides."""

from __future__ import annotations

SECONDS = 60
