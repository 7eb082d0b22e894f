"""The inspector: what is selected, and edits that are one undo step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from engine import groups
from engine.annotations import AddAnnotation, Note
from engine.graph import AddNode, Edge, Node
from engine.layers import LSTM, Add, Dense, Flatten, Layer
from gui.document import Document
from gui.panels.inspector import InspectorPanel
from gui.widgets.formula import FormulaLabel
from gui.widgets.layer_details import formulas, shapes_text
from tests.gui.projects import moons, twins


@pytest.fixture
def panel(qtbot):
    document = Document(moons())
    panel = InspectorPanel(document)
    panel.document = document
    panel.resize(300, 600)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def control(panel, name):
    return panel.layer_page.form.form_of(name).control


def test_a_layer_shows_its_name_shapes_parameters_and_formulas(panel):
    panel.document.select(["dense_1"])
    page = panel.layer_page
    assert page.isVisible()
    assert page.title.text() == "Dense · dense_1"
    assert page.shapes.text() == "(2) → (4)"
    assert page.parameters.text() == "12 parameters"
    shown = formulas(panel.document.graph["dense_1"].layer)
    assert [formula.latex for formula in shown] == [
        r"a = f(x W + b)",
        r"a = \tanh z",
        r"\frac{\partial a}{\partial z} = 1 - a^2",
    ]
    legends = [label.text() for label in page.formulas.findChildren(QLabel, "formula_legend")]
    assert legends == [formula.legend for formula in shown if formula.legend]
    assert "<i>W</i>: weights" in legends[0]
    assert legends[1] == "<i>z</i>: what enters the activation"  # a was explained above
    page.form.fold.unfold()
    QTest.keyClick(control(panel, "trainable"), Qt.Key.Key_Space)
    assert page.parameters.text() == "12 parameters, frozen"


@pytest.mark.parametrize("kind", ["LSTM", "MultiHeadAttention", "SeparableConv2D", "PositionalEncoding"])
def test_a_low_and_narrow_panel_scrolls_and_squeezes_no_formula(panel, qtbot, kind):
    panel.document.push("", [AddNode(Node("new_1", Layer.resolve(kind)))])
    panel.resize(220, 200)
    panel.document.select(["new_1"])
    drawn = panel.layer_page.formulas.findChildren(FormulaLabel)
    legends = panel.layer_page.formulas.findChildren(QLabel, "formula_legend")
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) > 8 for label in drawn))
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in legends))
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 0)


def test_another_layer_is_laid_out_before_it_is_painted(panel, qtbot):
    panel.resize(300, 200)
    panel.document.select(["dense_1"])
    label = panel.layer_page.formulas.findChild(FormulaLabel)
    qtbot.waitUntil(lambda: label.height() > 0)  # ziamath is there now
    for node in ("output_1", "dense_2"):
        panel.document.select([node])
        QApplication.processEvents()
        shown = [control for control in panel.layer_page.form.controls() if control.isVisible()]
        assert all(control.height() >= control.sizeHint().height() for control in shown)


def test_what_has_no_effect_on_a_frozen_layer_is_said(panel):
    panel.document.select(["dense_1"])
    page = panel.layer_page
    page.form.fold.unfold()
    regularizer = next(control(panel, name) for name in ("kernel_regularizer",))
    regularizer.setFocus()
    QTest.keyClicks(regularizer, "L2")
    assert panel.document.graph["dense_1"].layer.kernel_regularizer.name == "l2"
    assert page.hint.isHidden()
    QTest.keyClick(control(panel, "trainable"), Qt.Key.Key_Space)
    assert page.hint.isVisible()
    assert page.hint.text() == "The layer is frozen, so this has no effect: Weight regularizer."
    panel.document.undo_stack.undo()
    assert page.hint.isHidden()


def test_shapes_that_are_not_known_are_question_marks(qapp):
    document = Document(moons())
    document.push("", [AddNode(Node("add_1", Add()))])
    assert shapes_text(document.graph, document.inference, "add_1") == "? → ?"
    assert shapes_text(document.graph, document.inference, "input_1") == "(2)"
    assert shapes_text(document.graph, document.inference, "output_1") == "(1)"


def test_typing_is_one_undo_step(panel):
    document = panel.document
    document.select(["dense_1"])
    panel.focus_first_field()
    assert QApplication.focusWidget() is control(panel, "units")
    QTest.keyClicks(QApplication.focusWidget(), "12")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert document.graph["dense_1"].layer.units == 12
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Units of dense_1"
    assert panel.layer_page.shapes.text() == "(2) → (12)"
    document.undo_stack.undo()
    assert control(panel, "units").text() == "4"


def test_stepping_is_one_undo_step_and_another_field_another(panel):
    document = panel.document
    document.select(["dense_1"])
    units = control(panel, "units")
    units.setFocus()
    for _ in range(5):
        QTest.keyClick(units, Qt.Key.Key_Up)
    bias = control(panel, "use_bias")
    bias.setFocus()
    QTest.keyClick(bias, Qt.Key.Key_Space)
    assert document.graph["dense_1"].layer == Dense(units=9, activation="tanh", use_bias=False)
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert bias.isChecked()
    document.undo_stack.undo()
    assert document.graph == Document(moons()).graph


def test_what_is_half_typed_goes_to_the_layer_for_which_it_was_typed(panel):
    document = panel.document
    document.select(["dense_1"])
    panel.focus_first_field()
    QTest.keyClicks(control(panel, "units"), "7")
    document.select(["dense_2"])
    assert document.graph["dense_1"].layer.units == 7
    assert document.graph["dense_2"].layer.units == 1
    assert control(panel, "units").text() == "1"


def test_a_refused_edit_is_taken_back_in_the_form(panel, monkeypatch):
    document = panel.document
    document.select(["dense_1"])
    monkeypatch.setattr(document, "push", lambda *_, **__: False)
    panel.focus_first_field()
    QTest.keyClick(control(panel, "units"), Qt.Key.Key_Up)
    assert control(panel, "units").text() == "4"


def test_problems_of_the_layer_can_be_mended_here(panel):
    document = panel.document
    document.push("", [document.graph.changed("dense_2", Dense(units=1))])
    document.select(["output_1"])
    (row,) = [row for row in panel.layer_page.problem_rows if not row.isHidden()]
    QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert document.graph["dense_2"].layer.activation.name == "sigmoid"
    assert row.isHidden()


def test_nothing_selected_tells_of_the_network(panel):
    page = panel.summary_page
    assert page.isVisible()
    assert page.facts.texts() == [("Layers", "4"), ("Wires", "3"), ("Parameters", "17")]
    assert page.note.text() == "Select a layer to change it."
    assert page.delete.isHidden()


def test_a_wire_tells_its_shape_and_can_be_deleted(panel):
    document, edge = panel.document, Edge("dense_1", "dense_2")
    document.select(edges=[edge])
    page = panel.summary_page
    assert page.title.text() == "dense_1 → dense_2"
    assert page.facts.texts() == [("Shape", "4")]
    page.delete.setFocus()
    QTest.keyClick(page.delete, Qt.Key.Key_Space)
    assert edge not in document.graph.edges()
    assert document.undo_stack.count() == 1
    assert page.title.text() == "Network"


def test_several_are_counted(panel):
    panel.document.select_all()
    assert panel.several_page.title.text() == "4 layers"
    assert panel.several_page.facts.texts() == [("Parameters", "17"), ("Wires", "3")]


def test_a_layer_without_fields_and_one_that_is_deleted(panel):
    document = panel.document
    document.push("", [AddNode(Node("flatten_1", Flatten()))])
    document.select(["flatten_1"])
    assert list(panel.layer_page.form.controls()) == []
    panel.focus_first_field()
    document.delete_selection("")
    assert panel.summary_page.isVisible()


def test_weights_are_shared_and_parted_by_keys(panel):
    document, row = panel.document, panel.layer_page.weights
    document.select(["dense_1"])
    assert row.isHidden(), "nobody is there with whom to share"
    document.replace(twins())
    document.select(["dense_2"])
    row.control.setFocus()
    assert [row.control.itemText(index) for index in range(row.control.count())] == ["its own", "of dense_1"]
    QTest.keyClick(row.control, Qt.Key.Key_Down)
    assert document.graph["dense_2"].shares == "dense_1"
    assert row.control.currentText() == "of dense_1"
    assert not panel.layer_page.parameters.isVisible()
    document.select(["dense_1"])
    assert panel.layer_page.parameters.text() == "12 parameters, shared"
    document.select(["dense_2"])
    document.undo_stack.undo()
    assert row.control.currentText() == "its own"
    document.undo_stack.redo()
    QTest.keyClick(row.control, Qt.Key.Key_Up)
    assert document.graph["dense_2"].shares is None
    assert panel.layer_page.parameters.text() == "12 parameters"
    document.select(["dense_3"])
    assert row.isHidden()


@pytest.mark.parametrize("node", ["dense_1", "dense_2"])
def test_a_field_of_layers_that_share_changes_all_as_one_step(panel, node):
    document = panel.document
    document.replace(twins(shared=True))
    before = document.graph.copy()
    document.select([node])
    units = control(panel, "units")
    units.setFocus()
    for _ in range(3):
        QTest.keyClick(units, Qt.Key.Key_Up)
    assert [document.graph[each].layer.units for each in ("dense_1", "dense_2")] == [7, 7]
    assert document.undo_stack.count() == 1
    for _ in range(3):
        QTest.keyClick(units, Qt.Key.Key_Down)
    assert document.undo_stack.count() == 0, "a value that came back is no step"
    assert document.graph == before


def test_tab_goes_from_the_fields_to_the_weights(panel):
    panel.document.replace(twins())
    panel.document.select(["dense_2"])
    panel.layer_page.form.fold.button.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.layer_page.weights.control


@pytest.fixture
def several(panel):
    """Two layers of one kind that differ in units and activation, and one of another kind."""
    document = panel.document
    document.push("", [AddNode(Node("lstm_1", LSTM(units=4)))])
    document.select(["dense_1", "dense_2", "lstm_1"])
    document.undo_stack.clear()
    return panel.several_page


def shown(page):
    return {name: form.control for name, form in page.form._forms.items()}


def test_several_layers_show_what_they_have_in_common(panel, several):
    assert several.isVisible()
    assert not panel.layer_page.isVisible()
    assert not panel.summary_page.isVisible()
    assert several.title.text() == "3 layers"
    controls = shown(several)
    assert {"units", "activation", "use_bias"} <= set(controls) < {f.name for f in Dense.hyperparameters()} | {"x"}
    assert (controls["units"].text(), controls["units"].placeholderText()) == ("", "mixed")
    assert controls["activation"].currentIndex() == -1
    assert controls["use_bias"].value is True
    panel.document.select(["dense_1", "dense_2"])
    assert several.title.text() == "Dense × 2"
    assert shown(several)["use_bias"].value is True
    panel.document.select(["dense_1", "output_1"])
    assert several.note.isVisible()
    assert several.note.text() == "These layers have no settings in common."


def test_a_number_typed_for_several_is_one_step(panel, several):
    document, before = panel.document, panel.document.graph.copy()
    panel.focus_first_field()
    units = shown(several)["units"]
    assert QApplication.focusWidget() is units
    QTest.keyClicks(units, "4")  # as the first and the last have it already
    QTest.keyClick(units, Qt.Key.Key_Return)
    assert [document.graph[node].layer.units for node in ("dense_1", "dense_2", "lstm_1")] == [4, 4, 4]
    assert document.graph["dense_2"].layer.activation == before["dense_2"].layer.activation
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Units of 3 layers"
    assert units.text() == "4"
    QTest.keyClick(units, Qt.Key.Key_Up)
    assert document.graph["lstm_1"].layer.units == 5
    assert document.undo_stack.count() == 1, "steps of the same field are one"
    document.undo_stack.undo()
    assert document.graph == before
    assert (units.text(), units.placeholderText()) == ("", "mixed")


def test_a_kind_and_a_tick_chosen_for_several(panel, several):
    document = panel.document
    document.push("", [document.graph.changed("dense_2", Dense(units=1, use_bias=False))])
    controls = shown(several)
    assert controls["use_bias"].checkState() is Qt.CheckState.PartiallyChecked
    QTest.keyClick(controls["use_bias"], Qt.Key.Key_Space)
    assert [document.graph[node].layer.use_bias for node in ("dense_1", "dense_2", "lstm_1")] == [True] * 3
    controls["activation"].setFocus()
    QTest.keyClicks(controls["activation"], "ReLU")
    assert {document.graph[node].layer.activation.name for node in ("dense_1", "dense_2", "lstm_1")} == {"relu"}
    assert document.undo_stack.count() == 3


def test_layers_that_share_weights_are_changed_together_once(panel):
    document = panel.document
    document.replace(twins(shared=True))
    document.select(["dense_1", "dense_2"])
    units = shown(panel.several_page)["units"]
    units.setFocus()
    QTest.keyClick(units, Qt.Key.Key_Up)
    assert [document.graph[node].layer.units for node in ("dense_1", "dense_2")] == [5, 5]
    assert document.undo_stack.count() == 1


def test_what_is_half_typed_for_several_goes_to_them(panel, several):
    document = panel.document
    panel.focus_first_field()
    QTest.keyClicks(shown(several)["units"], "7")
    document.select(["dense_2"])
    assert [document.graph[node].layer.units for node in ("dense_1", "dense_2", "lstm_1")] == [7, 7, 7]


def test_an_entered_group_is_shown_where_nothing_is_selected(panel):
    document = panel.document
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Hidden")
    document.push("", changes)
    document.enter(group_id)
    page = panel.summary_page
    assert page.title.text() == "Hidden"
    assert page.facts.texts() == [("Layers", "2"), ("Parameters", "17"), ("Inputs", "1"), ("Outputs", "1")]
    assert page.note.text() == "Dense × 2"
    assert page.delete.isHidden()
    document.leave()
    assert page.delete.isVisible()
    document.select()
    assert page.title.text() == "Network"


def test_a_note_is_called_a_note(panel):
    panel.document.push("", [AddAnnotation(Note("note_1", ""))])
    panel.document.select(annotations=["note_1"])
    assert panel.summary_page.title.text() == "Note"


def test_what_a_fold_shows_comes_into_sight(panel):
    panel.resize(300, 260)
    panel.document.select(["dense_1"])
    fold, window = panel.layer_page.form.fold, panel.rect()
    panel.grab()
    QTest.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    first = control(panel, "kernel_initializer")
    assert window.contains(first.mapTo(panel, first.rect().bottomLeft()))
    assert window.contains(fold.button.mapTo(panel, QPoint(0, 0)))
    assert panel.verticalScrollBar().value() > 0
