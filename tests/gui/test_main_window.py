"""The main job through the window, as a newcomer does it: with mouse and keys."""

from __future__ import annotations

import itertools
import json
import threading

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from safetensors import safe_open

from engine.graph import Edge
from engine.project import load, load_example
from engine.weights_file import read_weights
from gui import theme
from gui.dock_layout import VERSION
from gui.document import Document
from gui.main_window import MainWindow
from gui.snapshot import State
from gui.widgets.layer_card import KIND
from tests.gui.canvas import hands
from tests.gui.rest import rest


def button(window: MainWindow, name: str) -> QPushButton:
    return window.findChild(QPushButton, name)


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def wait_for(qtbot, window: MainWindow, state: State) -> None:
    qtbot.waitUntil(lambda: window.session.state is state)


def answer(monkeypatch, button: QMessageBox.StandardButton) -> list[str]:
    """Answer every question box with this button; the texts that were asked come back."""
    asked: list[str] = []

    def exec_box(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(f"{box.text()}\n{box.informativeText()}")
        return button

    monkeypatch.setattr(QMessageBox, "exec", exec_box)
    return asked


def test_one_press_of_the_space_bar_trains_and_another_pauses(window, qtbot):
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Space)
    assert window.session.state is State.RUNNING
    assert button(window, "train_pause").isVisible()
    assert not button(window, "train_run").isVisible()
    qtbot.waitUntil(lambda: window.session.history.epochs > 20)
    qtbot.waitUntil(lambda: window.session.last_snapshot.observation.edges[Edge("dense_2", "dense_3")].rms > 0)
    QTest.keyClick(window.canvas, Qt.Key.Key_Space)
    wait_for(qtbot, window, State.PAUSED)
    losses = window.session.history.column("loss")
    assert losses[-1] < 0.8 * losses[0]
    assert button(window, "train_run").isVisible()


def test_the_space_bar_on_a_focused_button_presses_that_button(window, qtbot):
    button(window, "train_step_batch").setFocus()
    QTest.keyClick(button(window, "train_step_batch"), Qt.Key.Key_Space)
    wait_for(qtbot, window, State.PAUSED)
    assert window.session.last_snapshot.step == 1


def test_draw_choose_train_and_export_a_network(window, qtbot, monkeypatch, tmp_path):
    answer(monkeypatch, QMessageBox.StandardButton.Discard)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    document = window.document
    qtbot.waitUntil(lambda: len(document.graph) == 0)
    draw_chain(window, monkeypatch)
    wires = {(edge.source, edge.target) for edge in document.graph.edges()}
    assert wires == {("input_1", "dense_1"), ("dense_1", "dense_2"), ("dense_2", "output_1")}
    type_units(window, "dense_1", "7")
    choose(window, "dense_1", "activation", "relu")
    choose(window, "output_1", "loss", "categorical_crossentropy")
    choose_data(window, "iris")
    fix_all_problems(window)
    assert document.graph["dense_2"].layer.units == 3
    assert document.graph["dense_2"].layer.activation.name == "softmax"
    assert document.graph["input_1"].layer.shape == (4,)
    qtbot.waitUntil(lambda: window.session.can_run)
    click(window, "train_run")
    wait_for(qtbot, window, State.FINISHED)
    assert window.session.history.column("accuracy")[-1] > 0.9
    path = tmp_path / "weights.safetensors"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.statusBar().currentMessage().startswith("The weights and the preparation of the data are written")
    exported = read_weights(path)
    with safe_open(path, "numpy") as file:
        told = json.loads(file.metadata()["preparation"])
    assert told["input_scale"] == window.session.data.fitted.scaler.scale.tolist()
    assert exported["dense_1.kernel"].shape == (4, 7)
    trained = window.session.network.state_dict()
    assert all(np.array_equal(exported[key], trained[key]) for key in trained)


def draw_chain(window: MainWindow, monkeypatch) -> None:
    """Input, Dense, Dense, Output from the palette in a row, and wires from port to port."""
    view = window.canvas
    for place, kind in enumerate(("Input", "Dense", "Dense", "Output")):
        point = view.viewport().rect().center()
        point.setX(120 + place * 220)
        assert hands.drop(view, dragged_from_palette(window, kind, monkeypatch), point)
    chain = ("input_1", "dense_1", "dense_2", "output_1")
    for source, target in itertools.pairwise(chain):
        hands.drag(view, hands.port_pixel(view, source), hands.port_pixel(view, target, 0))


def test_a_search_is_over_when_its_layer_stands_on_the_canvas(window, monkeypatch):
    palette, listed = window.palette_panel, window.palette_panel.list
    for add_by_key in (True, False):
        palette.focus_search()
        QTest.keyClicks(palette.search, "dropout")
        assert listed.count() == 3
        if add_by_key:
            QTest.keyClick(palette.search, Qt.Key.Key_Return)
            assert QApplication.focusWidget() is palette.search
        else:
            mime = dragged_from_palette(window, "Dropout", monkeypatch)
            hands.drop(window.canvas, mime, window.canvas.viewport().rect().bottomLeft() + QPoint(150, -80))
            assert QApplication.focusWidget() is window.canvas
        assert palette.search.text() == ""
        assert listed.count() > 30
        assert listed.currentItem().data(KIND).name == "Dropout"
    assert {"dropout_1", "dropout_2"} <= {node.id for node in window.document.graph}
    palette.focus_search()
    QTest.keyClicks(palette.search, "spatial")
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is listed
    assert listed.currentItem().data(KIND).name == "SpatialDropout1D"


def dragged_from_palette(window: MainWindow, kind: str, monkeypatch) -> QMimeData:
    """Press on the kind's row, move, and catch what the drag carries."""
    carried: list[QMimeData] = []

    def exec_drag(drag: QDrag, *_args) -> Qt.DropAction:
        copied = QMimeData()
        for name in drag.mimeData().formats():
            copied.setData(name, drag.mimeData().data(name))
        carried.append(copied)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", exec_drag)
    listed = window.palette_panel.list
    rows = [listed.item(row) for row in range(listed.count())]
    item = next(row for row in rows if row.data(KIND) is not None and row.data(KIND).name == kind)
    listed.scrollToItem(item)
    start = listed.visualItemRect(item).center()
    QTest.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (8, 24, 48):
        QTest.mouseMove(listed.viewport(), start + type(start)(step, 0))
        rest()
    QTest.mouseRelease(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    return carried[-1]


def field(window: MainWindow, node: str, name: str) -> QWidget:
    window.document.select([node])
    return window.inspector.layer_page.form.form_of(name).control


def type_units(window: MainWindow, node: str, text: str) -> None:
    units = field(window, node, "units")
    units.setFocus()
    units.selectAll()
    QTest.keyClicks(units, text)
    QTest.keyClick(units, Qt.Key.Key_Return)


def choose(window: MainWindow, node: str, name: str, value: str) -> None:
    step_to(field(window, node, name), value)


def choose_data(window: MainWindow, value: str) -> None:
    window._docks["data"].raise_()
    step_to(window.findChild(QWidget, "data").source.control, value)


def step_to(combo, value: str) -> None:
    """Go through a combo box with the arrow keys until the value is chosen."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.value == value:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"{value} cannot be chosen")


def fix_all_problems(window: MainWindow) -> None:
    """Press the fix of the first problem that has one until none is left."""
    window._docks["problems"].raise_()
    for _ in range(6):
        row = next((row for row in window.problems.rows if row.isVisible() and row.fix.isVisible()), None)
        if row is None:
            break
        QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert not window.document.inference.problems


def test_a_damaged_file_gives_one_message_and_changes_nothing(window, monkeypatch, tmp_path):
    path = tmp_path / "broken.rambat"
    path.write_bytes(b"not a project")
    asked = answer(monkeypatch, QMessageBox.StandardButton.Ok)
    before = window.document.graph.copy()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert "broken.rambat is not a Rambat project" in asked[0]
    assert window.document.graph == before


def test_closing_while_it_trains_asks_and_ends_the_worker(window, qtbot, monkeypatch):
    threads = [thread for thread in threading.enumerate() if thread.name == "training"]
    click(window, "train_run")
    qtbot.waitUntil(lambda: window.session.last_snapshot.step > 0)
    click(window, "train_pause")
    wait_for(qtbot, window, State.PAUSED)
    click(window, "train_run")
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    window.close()
    assert len(asked) == 1
    assert window.isVisible()
    assert window.session.state is State.RUNNING
    answer(monkeypatch, QMessageBox.StandardButton.Discard)
    window.close()
    assert not window.isVisible()
    assert not any(thread.is_alive() for thread in threads)


def test_language_and_theme_change_while_it_runs_and_are_remembered(window, qtbot):
    click(window, "train_run")
    window.choose_language("id")
    rest()
    assert button(window, "train_pause").text() == "Jeda"
    assert window._docks["palette"].windowTitle() == "Lapisan"
    window.choose_theme("dark")
    assert theme.current() is theme.DARK
    assert window.session.state is State.RUNNING
    assert (window.settings.language, window.settings.theme) == ("id", "dark")
    click(window, "train_pause")
    wait_for(qtbot, window, State.PAUSED)


def test_a_run_that_diverges_tells_in_the_notice_bar_and_selects_the_layer(window, qtbot):
    training = window.document.project.training
    wild = training.replace(optimizer={"kind": "SGD", "learning_rate": 1e38}, batch_size=1)
    window.document.set_setting("", "training", wild)
    click(window, "train_run")
    qtbot.waitUntil(window.notice.isVisible)
    assert "smaller learning rate" in window.notice.text.text()
    assert window.document.selection.single_node is not None
    click(window, "train_reset")
    qtbot.waitUntil(lambda: window.session.last_snapshot.step == 0)


def test_a_run_that_stops_early_says_so_and_whose_weights_stand(window, qtbot):
    training = window.document.project.training
    window.document.set_setting("", "training", training.replace(patience=2, min_delta=1e9, restore_best=True))
    click(window, "train_run")
    wait_for(qtbot, window, State.FINISHED)
    told = window.statusBar().currentMessage()
    assert told.startswith("Training has ended early, after 3 epochs")
    best = int(np.argmin(window.session.history.column("val_loss"))) + 1
    assert told.endswith(f"The weights are those of epoch {best}, the best one.")


def test_the_layout_can_be_put_back(window, qtbot):
    window._docks["palette"].close()
    window._docks["inspector"].setFloating(True)
    window._docks["plot_schedule"].show()
    window.resize(1280, 720)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    window.actions_by_id["reset_layout"].trigger()
    assert (window.width(), window.height()) == (1280, 720)
    assert window._docks["palette"].isVisible()
    assert not window._docks["inspector"].isFloating()
    QApplication.activePopupWidget() and QApplication.activePopupWidget().close()


def test_a_narrow_window_has_a_layout_of_its_own(qtbot, monkeypatch):
    for width, tabs in ((1440, 0), (980, 1), (1440, 0)):
        window = MainWindow(Document(load_example("moons")))
        window.resize(width, 700)
        window._layout_pending = not window.restoreState(window.settings.layout(width < 1100), VERSION)
        with qtbot.waitExposed(window):
            window.show()
        beside = window.tabifiedDockWidgets(window._docks["plot_loss"])
        assert len(beside) == tabs, width
        assert window.height() == 700
        assert width > window.screen().availableSize().width() or window.width() <= width
        window.close()
        window.deleteLater()


def test_looks_inside_are_made_when_they_are_opened_and_join_their_neighbours(window):
    docks = window._docks
    for name, neighbour in (("plot_feature_maps", "plot_boundary"), ("plot_representation", "plot_boundary"),
                            ("plot_landscape", "plot_loss"), ("plot_weight_images", "plot_weights")):  # fmt: skip
        assert docks[name].widget() is None
        docks[name].toggleViewAction().trigger()
        assert docks[neighbour] in window.tabifiedDockWidgets(docks[name])
        assert docks[name].widget().attached


def test_the_drawing_is_arranged_and_turned_by_keys(window):
    document, keys = window.document, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hands.drag(
        window.canvas,
        hands.pixel_of(window.canvas, "dense_2"),
        hands.pixel_of(window.canvas, "dense_2") + QPoint(9, 90),
    )
    QTest.keyClick(window.canvas, Qt.Key.Key_L, keys)
    assert len({node.position[1] for node in document.graph}) == 1
    QTest.keyClick(window.canvas, Qt.Key.Key_T, keys)
    assert len({node.position[0] for node in document.graph}) == 1
    assert [document.undo_stack.text(step) for step in range(3)] == ["Move dense_2", "Arrange", "Turn"]


def test_every_action_has_words_and_no_shortcut_twice(window):
    used = [key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()]
    assert len(used) == len(set(used))
    assert all(action.text() for action in window.actions_by_id.values())


def test_tab_reaches_every_button_of_the_top_bar(window):
    reached = set()
    widget = window.canvas
    widget.setFocus()
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.objectName())
    assert {"train_run", "train_step_batch", "train_step_epoch", "train_reset"} <= reached


def test_a_suffix_that_was_not_typed_does_not_overwrite_unasked(window, monkeypatch, tmp_path):
    kept = tmp_path / "mine.rambat"
    kept.write_bytes(b"precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "mine"), ""))
    asked = answer(monkeypatch, QMessageBox.StandardButton.No)
    assert not window.files.save_as()
    assert "mine.rambat" in asked[0]
    assert kept.read_bytes() == b"precious"
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    assert window.files.save_as()
    assert load(kept).graph == window.document.graph


def test_keys_group_name_fold_frame_and_take_apart(window):
    canvas, document = window.canvas, window.document
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    before = document.graph.copy()
    canvas.setFocus()
    document.select(["dense_1", "dense_2"])
    QTest.keyClick(canvas, Qt.Key.Key_G, control)
    QTest.keyClicks(canvas.editor, "Hidden")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    QTest.keyClicks(canvas.editor, "Encoder")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Period, control)
    group = document.graph.annotations["group_1"]
    assert (group.title, group.collapsed) == ("Encoder", False)
    QTest.keyClick(canvas, Qt.Key.Key_F, control | shift)
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert "frame_1" in document.graph.annotations
    document.select(annotations=["group_1"])
    QTest.keyClick(canvas, Qt.Key.Key_G, control | shift)
    assert set(document.graph.annotations) == {"frame_1"}
    assert document.undo_stack.count() == 5
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.graph == before


def test_groups_notes_and_titles_are_in_the_saved_file(window, monkeypatch, tmp_path):
    path, document = tmp_path / "grouped.rambat", window.document
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.canvas.setFocus()
    document.select(["dense_1", "dense_2"])
    QTest.keyClick(window.canvas, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.canvas.editor, "Encoder")
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_Return)
    QTest.keyClick(window.canvas, Qt.Key.Key_N)
    QTest.keyClicks(window.canvas.editor, "Remember")
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = load(path).graph
    assert saved.annotations["note_1"].text == "Remember"
    assert saved == document.graph
    assert {each.id for each in saved.annotations.values()} == {"group_1", "note_1"}


@pytest.mark.parametrize("answered", [QMessageBox.StandardButton.Discard, QMessageBox.StandardButton.Cancel])
def test_a_project_dropped_on_the_canvas_is_opened_after_a_question(window, qtbot, tmp_path, monkeypatch, answered):
    path = tmp_path / "xor.rambat"
    Document(load_example("xor")).save(path)
    before = window.document.graph
    hands.drop(window.canvas, hands.layer_mime("Dropout"), QPoint(200, 60))
    asked = answer(monkeypatch, answered)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    assert hands.drop(window.canvas, mime, QPoint(200, 60))
    assert asked == []  # not while the program that is dragged from waits
    qtbot.waitUntil(lambda: len(asked) == 1)
    opened = answered is QMessageBox.StandardButton.Discard
    assert (window.document.path == path) is opened
    assert (window.document.graph is before) is not opened


def test_palette_and_canvas_share_what_was_used_last(window):
    hands.drop(window.canvas, hands.layer_mime("Dropout"), QPoint(200, 60))
    shown = window.palette_panel.list
    assert shown.item(1).data(KIND).name == "Dropout"
