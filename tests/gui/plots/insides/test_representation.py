"""What a layer makes of the samples, as points that do not spin."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.plots.export import csv_bytes
from gui.plots.insides.representation import PROBE, RepresentationPlot
from tests.gui.plots.fake_session import network, plane


@pytest.fixture
def plot(session, show):
    session.network, session.data = network(2, units=3, activation="linear"), plane(classes=3)
    plot = show(RepresentationPlot)
    session.look()
    return plot


def test_training_and_validation_stand_apart_in_the_colours_of_their_classes(plot, session):
    hidden = session.network.predict(np.array(session.data.dataset.inputs))
    assert len(plot.points.training.getData()[0]) == 5
    assert len(plot.points.validation.getData()[0]) == 2
    centred = np.concatenate([hidden, session.network.predict(session.data.dataset.validation[0])])
    centred = centred - centred.mean(axis=0)
    lengths = np.linalg.norm(np.column_stack(plot.points.training.getData()), axis=1)
    np.testing.assert_allclose(lengths, np.linalg.norm(centred[:5], axis=1), rtol=1e-4)  # linear: a plane of the plane
    assert plot.key.names == ("class 0", "class 1", "class 2")
    assert plot.chart.bottom.title.endswith("% of the variance")
    plot.grab()


def test_a_mirrored_look_stays_where_it_was(plot, session):
    before = np.column_stack(plot.points.training.getData())
    session.network.weights["dense_1"]["kernel"][:] *= -1
    session.look()
    np.testing.assert_allclose(np.column_stack(plot.points.training.getData()), before, atol=1e-4)


def test_the_sample_under_the_pointer_is_told(plot):
    place = plot.found.places[5]
    plot._hover(QPointF(*place))
    assert plot.note.text().startswith("Sample 1, validation, class 2: ")
    assert not plot.key.isVisible()
    plot._hover(QPointF(1e6, 0))
    assert plot.note.text() == ""


def test_a_cheap_look_is_taken_often(session, show, monkeypatch):
    asked = []
    monkeypatch.setattr(session, "add_probe", lambda name, probe, rare=False: asked.append((name, rare)))
    monkeypatch.setattr(session, "remove_probe", lambda name: None)
    session.network, session.data = network(2), plane()
    plot = show(RepresentationPlot)
    assert asked[-1] == (PROBE, True)
    probe = plot.probes()[PROBE]
    look = probe(session.network, session.data)
    assert plot.probes()[PROBE] is probe, "its buffers are kept"
    for seconds, rare in ((0.001, False), (0.005, False), (0.02, True), (0.005, True)):
        session.tell(session.last_snapshot.figures, {PROBE: type(look)("dense_1", look.places, 1.0, 1, seconds)})
        assert bool(plot.rare) is rare
    plot.hide()


def test_the_table_tells_every_sample(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "part,sample,target,x,y"
    assert lines[6].startswith("validation,1,class 2,")
