"""The map of a sweep: what its cells say."""

from __future__ import annotations

from gui.sweep.map_view import enough_digits


def test_cells_of_other_colours_say_other_numbers():
    assert enough_digits({0.15, 0.147, 0.2}) == 3
    assert enough_digits({0.1502, 0.1497, 0.1503}) == 4
    assert enough_digits({0.15, 0.1500001}) == 3
