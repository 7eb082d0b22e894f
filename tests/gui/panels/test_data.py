"""The data panel: choice, numbers, failures, and fitting the network."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import Dataset, DataSource, Preparation
from engine.errors import Message
from engine.fitting import fit_to_data
from engine.inference import infer_shapes
from gui.document import Document
from gui.panels.data import DataPanel, class_counts
from gui.training_session import TrainingSession
from tests.gui.projects import moons


@pytest.fixture
def panel(qtbot):
    document = Document(moons())
    session = TrainingSession(document)
    panel = DataPanel(document, session)
    panel.document, panel.session = document, session
    panel.resize(300, 700)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.facts.isVisible())
    yield panel
    session.close()
    session.deleteLater()


def choose(panel, name):
    control = panel.source.control
    control.setFocus()
    names = list(DataSource.kinds())
    QTest.keyClick(control, Qt.Key.Key_Home)
    for _ in range(names.index(name)):
        QTest.keyClick(control, Qt.Key.Key_Down)


def test_numbers_of_the_data(panel):
    assert panel.facts.texts() == [("Training samples", "180"), ("Validation samples", "60"), ("Features", "2")]
    assert panel.classes.texts() == [("0", "120"), ("1", "120")]


def test_options_are_undoable_and_load_anew(panel, qtbot):
    samples = list(panel.source.controls())[1]
    samples.setFocus()
    samples.selectAll()
    QTest.keyClicks(samples, "100")
    QTest.keyClick(samples, Qt.Key.Key_Return)
    assert panel.document.project.data.samples == 100
    assert panel.document.undo_stack.undoText() == "Samples"
    assert panel.state.text() == "Loading…"
    qtbot.waitUntil(lambda: panel.facts.isVisible())
    assert panel.facts.texts()[0] == ("Training samples", "75")
    panel.document.undo_stack.undo()
    assert samples.text() == "240"


def test_a_network_that_does_not_fit_is_fitted_in_one_step(panel, qtbot):
    assert panel.fit.isHidden()
    choose(panel, "iris")
    assert panel.summary.text().startswith("150 flowers")
    assert panel.fit.isVisible()
    before = panel.document.undo_stack.count()
    QTest.mouseClick(panel.fit, Qt.MouseButton.LeftButton)
    graph = panel.document.graph
    assert graph["input_1"].layer.shape == (4,)
    assert graph["dense_2"].layer.units == 3
    assert panel.document.undo_stack.count() == before + 1
    assert panel.fit.isHidden()
    qtbot.waitUntil(
        lambda: panel.classes.texts() == [("setosa", "50"), ("versicolor", "50"), ("virginica", "50")], timeout=20_000
    )


def test_a_regression_has_no_classes(panel, qtbot):
    choose(panel, "sine")
    qtbot.waitUntil(lambda: panel.facts.texts()[-1] == ("Features", "1"))
    assert panel.classes.isHidden()


def test_a_failure_is_told_where_the_data_stand(panel):
    panel.document.set_setting("", "preparation", Preparation(validation=0.999))
    panel.session._loader.data = None
    panel.session.failed.emit(Message("No sample is left."))
    assert panel.state.text() == "No sample is left."
    assert panel.state.property("role") == "error"
    assert panel.facts.isHidden()


@pytest.mark.parametrize("name", list(DataSource.kinds()))
def test_every_data_set_can_be_fitted(name):
    graph, data = moons().graph, DataSource.resolve(name).shape
    for edit in fit_to_data(graph, data):
        graph.apply(edit)
    assert infer_shapes(graph, data).obstacles == () or len(data.inputs) > 1


def test_class_counts():
    targets = np.array([[1, 0, 0], [0, 0, 1], [0, 0, 1]])
    dataset = Dataset(np.zeros((3, 1)), targets, None, ("a", "b", "c"))
    prepared = Preparation(validation=0.0).apply(dataset, 0)
    assert class_counts(prepared) == [("a", 1), ("b", 0), ("c", 2)]
