"""A panel in which each page is shown as soon as something is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.network import Network
from gui.plots.results import ResultsPlot
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared
from tests.gui.plots.conftest import session, show
from tests.gui.plots.fake_session import network

__all__ = ["session", "show"]

WIDE, NARROW = 760, 260


@pytest.fixture
def panel(session, show, monkeypatch):
    """Builds a panel of this width on one page; whatever it asks for is looked at at once."""

    def build(page, width=WIDE, height=340):
        plot = show(ResultsPlot, width, height)
        ask = plot._ask

        def ask_and_look():
            ask()
            session.look()

        monkeypatch.setattr(plot, "_ask", ask_and_look)
        for each in plot.pages:
            each.asked.disconnect()
            each.asked.connect(ask_and_look)
        plot.trial._pace._timer.setInterval(0)
        session.look()
        plot.turn_to(page)
        return plot

    return build


@pytest.fixture
def three(session):
    """Three classes along a line; the fourth sample is taken for its neighbour, and so is, by less, the second."""
    net = network(1, 3, "softmax", "categorical_crossentropy")
    net.load_state_dict({"dense_1.kernel": [[-4.0, 0.0, 4.0]], "dense_1.bias": [0.0, 2.0, 0.0]})
    x = np.array([[-2.0], [-0.6], [0.0], [0.1], [2.0], [2.1]])
    classes = np.eye(3)[[0, 0, 1, 2, 2, 2]]
    held_out = (np.array([[0.2], [1.9]]), np.eye(3)[[2, 2]])
    session.network = net
    session.data = as_prepared(Dataset(x, classes, held_out, ("low", "middle", "high"), ("height (m)",)))


@pytest.fixture
def line(session):
    """A measure that is twice the feature, and one sample that is not."""
    session.network = Network(chain(1, 1, last="linear"))
    session.network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [0.0]})
    session.data = as_prepared(
        Dataset(
            np.array([[1.0], [2.0], [3.0]]),
            np.array([[2.0], [5.0], [6.0]]),
            features=("x",),
            target_names=("price",),
        )
    )


@pytest.fixture
def pictures(session):
    """Pictures of 8x8 from 0 to 16; the network says yes where the left half is darker than the right one."""
    net = network(64, 1, "sigmoid", "binary_crossentropy")
    halves = np.where(np.arange(64) % 8 < 4, -0.1, 0.1)[:, np.newaxis]
    net.load_state_dict({"dense_1.kernel": halves, "dense_1.bias": [0.0]})
    left = np.where(np.arange(64) % 8 < 4, 16.0, 0.0)
    names = tuple(f"pixel_{row}_{column}" for row in range(8) for column in range(8))
    session.network = net
    samples = np.stack([left, 16.0 - left, left / 2, np.zeros(64)])
    session.data = as_prepared(Dataset(samples, np.array([[0.0], [1.0], [1.0], [0.0]]), None, ("left", "right"), names))
