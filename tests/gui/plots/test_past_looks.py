"""What nobody looked at while it was there: each look that was found comes, and comes once."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import QObject

from gui.plots.past_looks import PastLooks


class Growing(list):
    """Looks of which the worker adds another one whenever somebody reads them."""

    def __getitem__(self, place):
        read = super().__getitem__(place)
        self.append((len(self), "another"))
        return read


def test_a_look_that_is_found_while_the_others_are_taken_comes_with_the_next_ones(qapp):
    owner, taken = QObject(), []
    past = PastLooks(SimpleNamespace(at_hand=None), lambda *_: iter(()), owner)
    past.found.connect(taken.extend)
    looks = Growing([(0, "one")])
    past._take(looks)
    past._take(looks)
    assert [step for step, _ in taken] == [0, 1]
