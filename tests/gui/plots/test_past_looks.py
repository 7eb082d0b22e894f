"""What nobody looked at while it was there: each look that was found comes, and comes once."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject

from engine.checkpoint import Checkpoint
from engine.errors import DataError, Message
from engine.timeline import Moment
from engine.training_config import TrainingConfig
from gui.plots.past_looks import PastLooks
from gui.snapshot import State
from gui.worker import Worker


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


def moment(step):
    arrays = {f"network.{name}": np.zeros(1) for name in ("parameters", "held")}
    return Moment(step, 0, 0.0, 0.0, TrainingConfig(), Checkpoint({}, arrays))


@pytest.fixture
def session(qapp):
    """A run at hand with three moments, and a worker that looks at them."""
    moments = tuple(map(moment, (0, 50, 100)))
    run, worker = SimpleNamespace(timeline=SimpleNamespace(moments=moments)), Worker()
    yield SimpleNamespace(at_hand=run, network="one", data="some", can_look_back=True, state=State.IDLE, worker=worker)
    worker.close()


@pytest.mark.parametrize("fails", [False, True])
def test_each_moment_is_looked_at_once_whatever_is_made_of_it(fails, session, qtbot):
    """A plot that keeps values about equally far apart does not keep all of them, and asks again at each moment."""
    looked = []

    def look(network, data, moments):
        looked.extend(step for step, _, _ in moments)
        yield [(step, "seen") for step, _, _ in moments]
        if fails:
            raise DataError(Message("No."))

    owner = QObject()
    past = PastLooks(session, look, owner)
    past.fill([100])
    qtbot.waitUntil(lambda: sorted(looked) == [0, 50] and past._job is None)
    past.fill([100])
    assert past._job is None
    session.at_hand.timeline.moments += (moment(200),)
    past.fill([100])
    qtbot.waitUntil(lambda: sorted(looked) == [0, 50, 200] and past._job is None)
