"""The data panel: choice, numbers, failures, and fitting the network."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import Dataset, DataSource, Preparation, StoredSource
from engine.errors import Message
from engine.fitting import fit_to_data
from engine.inference import infer_shapes
from gui.document import Document
from gui.panels.data import DataPanel, class_counts
from gui.training_session import TrainingSession
from gui.widgets.number_field import NumberField
from tests.gui.projects import moons


@pytest.fixture
def panel(qtbot):
    document = Document(moons())
    session = TrainingSession(document)
    panel = DataPanel(document, session)
    panel.document, panel.session = document, session
    panel.resize(300, 700)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
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


def type_into(control, text):
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)
    QTest.keyClick(control, Qt.Key.Key_Return)


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
    assert panel.card.summary.text().startswith("150 flowers")
    assert panel.misfit.isVisible()
    assert panel.fit.isVisible()
    before = panel.document.undo_stack.count()
    QTest.mouseClick(panel.fit, Qt.MouseButton.LeftButton)
    graph = panel.document.graph
    assert graph["input_1"].layer.shape == (4,)
    assert graph["dense_2"].layer.units == 3
    assert panel.document.undo_stack.count() == before + 1
    assert panel.fit.isHidden()
    qtbot.waitUntil(lambda: panel.classes.texts() == [("setosa", "50"), ("versicolor", "50"), ("virginica", "50")])


def test_targets_are_scaled_where_they_are_measures(panel, qtbot):
    document, scaling = panel.document, panel.preparation.form_of("target_scaling").control
    assert not scaling.isEnabled()
    choose(panel, "diabetes")
    QTest.mouseClick(panel.fit, Qt.MouseButton.LeftButton)
    assert scaling.isEnabled()
    assert (scaling.value, panel.fit.isHidden()) == ("standard", True)
    scaling.setFocus()
    QTest.keyClick(scaling, Qt.Key.Key_Home)
    assert (scaling.value, document.undo_stack.undoText()) == ("none", "Target scaling")
    assert panel.misfit.text().startswith("The targets of these data are far from size 1")
    panel.fit.setFocus()
    QTest.keyClick(panel.fit, Qt.Key.Key_Space)
    assert document.project.preparation.target_scaling == "standard"
    qtbot.waitUntil(lambda: panel.session.data is not None)
    assert abs(panel.session.data.dataset.targets.mean()) < 1e-12


def test_what_is_held_out_and_how_inputs_are_scaled(panel, qtbot):
    project, document = panel.document.project, panel.document
    type_into(panel.preparation.form_of("validation").control, "0,5")
    scaling = panel.preparation.form_of("scaling").control
    scaling.setFocus()
    QTest.keyClick(scaling, Qt.Key.Key_Up)
    assert (project.preparation.validation, project.preparation.scaling) == (0.5, "none")
    assert document.undo_stack.undoText() == "Scaling"
    QTest.mouseClick(panel.preparation.fold.button, Qt.MouseButton.LeftButton)
    type_into(panel.preparation.form_of("test").control, "0.1")
    qtbot.waitUntil(lambda: panel.facts.texts() == [
        ("Training samples", "96"), ("Validation samples", "120"), ("Test samples", "24"), ("Features", "2")
    ])  # fmt: skip
    document.undo_stack.setIndex(0)
    assert panel.preparation.form_of("validation").control.text() == "0.25"


def test_altered_copies_and_made_features_are_counted(panel, qtbot):
    document, preparation = panel.document, panel.document.project.preparation
    document.set_setting("", "preparation", preparation.replace(augmentation="noise", expansion="polynomial"))
    qtbot.waitUntil(lambda: panel.facts.texts() == [
        ("Training samples", "180"), ("with altered copies", "360"), ("Validation samples", "60"), ("Features", "5")
    ])  # fmt: skip
    assert panel.classes.texts() == [("0", "120"), ("1", "120")]


def test_tab_walks_from_the_choice_to_the_preparation(panel):
    panel.source.control.setFocus()
    stops = [panel.source.control]
    for _ in range(len(list(panel.source.controls())) + 4):
        QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Tab)
        stops.append(panel.window().focusWidget())
    assert stops[-3:] == [panel.bring, panel.explore, panel.preparation.form_of("validation").control]


def test_the_card_tells_what_the_source_knows(panel, monkeypatch):
    kind = DataSource.kinds()["iris"]
    monkeypatch.setattr(kind, "origin", "R. A. Fisher 1936.")
    monkeypatch.setattr(kind, "licence", "CC BY 4.0")
    monkeypatch.setattr(kind, "suggested", ("iris", "nowhere"))
    choose(panel, "iris")
    told = [line.text() for line in panel.card.lines if not line.isHidden()]
    assert told[:2] == ["Source: R. A. Fisher 1936.", "Licence: CC BY 4.0"]
    assert told[2:] == ['Network to begin with: <a href="iris">Iris</a>']


def test_a_network_to_begin_with_is_asked_for_by_key(panel, qtbot):
    choose(panel, "digits")
    asked = []
    panel.example_requested.connect(asked.append)
    panel.card.suggested.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.card.suggested, Qt.Key.Key_Tab)
    QTest.keyClick(panel.card.suggested, Qt.Key.Key_Return)
    assert asked == [panel.document.project.data.suggested[0]]


def test_the_button_brings_more_of_the_kind_that_is_here(panel):
    wanted, shown = [], []
    panel.own_requested.connect(wanted.append)
    kinds = ("picture_set", "time_series", "sketched_curve", "iris")
    for kind in kinds:
        panel.document.set_setting("", "data", DataSource.resolve(kind))
        shown.append(panel.bring.text())
        QTest.mouseClick(panel.bring, Qt.MouseButton.LeftButton)
    assert shown == ["Import pictures…", "Import time series…", "Sketch a function…", "Import table…"]
    assert wanted == [*kinds[:3], "table"]


def test_a_share_that_is_not_set_is_as_generated(panel):
    assert "as generated" in {field.placeholderText() for field in panel.findChildren(NumberField)}


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


def test_data_of_ones_own_are_asked_for_and_never_empty(panel, qtbot):
    before, box = panel.document.project.data, panel.source.control
    for name, kind in DataSource.kinds().items():
        if issubclass(kind, StoredSource):
            with qtbot.waitSignal(panel.own_requested) as asked:
                box.setCurrentIndex(list(DataSource.kinds()).index(name))  # as a press on its line in the list does
            assert asked.args == [name]
            assert (panel.document.project.data, box.value) == (before, before.name)
    assert panel.document.undo_stack.count() == 0


def test_the_arrow_keys_pass_by_what_would_have_to_be_brought(panel, qtbot):
    box, kinds = panel.source.control, list(DataSource.kinds().values())
    box.setFocus()
    with qtbot.assertNotEmitted(panel.own_requested):
        for _ in kinds:
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.value == [kind.name for kind in kinds if not kind.brought][-1]
        for _ in kinds:
            QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value == next(kind.name for kind in kinds if not kind.brought)
    assert box.itemText(list(DataSource.kinds()).index("table")) == "Table…"
