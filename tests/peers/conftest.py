"""After a run: how far each kind was from its peer at worst."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Worst = dict[str, float]
WORST = pytest.StashKey[Worst]()


@pytest.fixture
def parity(request: pytest.FixtureRequest) -> Callable[[str, float, float], None]:
    """Note how far a kind is from its peer, and fail if that is further than it may be."""
    worst = request.config.stash.setdefault(WORST, {})

    def note(kind: str, difference: float, tolerance: float) -> None:
        worst[kind] = max(worst.get(kind, 0.0), difference)
        assert difference <= tolerance, f"{kind} differs by {difference:.2e}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line a kind."""
    if worst := config.stash.get(WORST, None):
        terminalreporter.section("worst difference from the peer")
        for kind, difference in sorted(worst.items()):
            terminalreporter.write_line(f"{difference:9.1e}  {kind}")
