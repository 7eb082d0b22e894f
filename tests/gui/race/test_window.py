"""The race in its window, by mouse and keys: what varies, how all stand, and a variant that becomes the project's."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from engine import project as projects
from engine.data import DataSource
from engine.data.npz_file import read_npz
from engine.errors import Message
from engine.events import EpochEnd
from engine.network import Network
from engine.race import Racer
from engine.trainer import Trainer
from gui import i18n, theme
from gui.document import Document
from gui.learner import Learner
from gui.race.window import RaceWindow
from gui.settings import Settings
from gui.training_session import TrainingSession
from tests.gui.projects import ENDLESS, moons

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def race(qapp, qtbot):
    """The window on a small project, open where variants are chosen."""
    document = Document(moons(epochs=6))
    session = TrainingSession(document)
    window = RaceWindow(document, session, Settings(), None)
    window.document, window.session = document, session
    window.resize(1100, 700)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    with qtbot.waitActive(window):
        window.open()
    yield window
    window.close()
    session.close()
    session.deleteLater()


def button(window, name) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton, name) if not found.isHidden())


def start(race, qtbot, what="learning_rate"):
    """Press Start; the race that came of it, run to its end."""
    race.setup.vary_one(what)
    QTest.mouseClick(race.setup.start, LEFT)
    qtbot.waitUntil(lambda: race.runner is not None and race.runner.over and not race.runner.going)
    return race.track.race


def test_enter_presses_the_button_with_the_focus_in_a_window_that_is_no_dialog(race, qtbot):
    race.setup.start.setFocus()
    QTest.keyClick(race.setup.start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: race.runner is not None and race.runner.over and not race.runner.going)


def test_proposals_are_changed_added_and_taken_out(race):
    setup = race.setup
    assert [str(row[0].told()) for row in setup.rows] == ["SGD", "SGD with momentum 0.9", "RMSprop", "Adam"]
    head = setup._heads[0]
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert setup.columns == ["learning_rate"]
    assert setup._heads[0].hasFocus()
    cell = setup._cells[1][0]
    cell.setFocus()
    cell.selectAll()
    QTest.keyClicks(cell, "0.5")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert setup.rows[1][0].learning_rate == 0.5
    while setup.add.isEnabled():
        QTest.mouseClick(setup.add, LEFT)
    assert len(setup.rows) == 8
    while button(setup, "race_remove").isEnabled():
        QTest.mouseClick(button(setup, "race_remove"), LEFT)
    assert len(setup.rows) == 2


def test_it_is_told_at_which_rate_all_learn_unless_that_varies(race):
    assert race.setup.facts.text().startswith("The learning rate of all is 0.001. The same for all: 6 epochs")
    race.setup.vary_one("learning_rate")
    assert race.setup.facts.text().startswith("The same for all: 6 epochs")


def test_a_high_card_has_its_picture_below_the_chart(race, qtbot):
    race.setup.vary_one("learning_rate")
    race.setup.take_out_row(3)
    QTest.mouseClick(race.setup.start, LEFT)
    qtbot.waitUntil(lambda: race.track is not None and race.track.cards[0].picture.isVisible())
    card = race.track.cards[0]
    race.resize(1180, 700)
    qtbot.waitUntil(lambda: card.picture.y() > card.chart.geometry().bottom())
    assert card.chart.width() > 300
    race.resize(1180, 420)
    qtbot.waitUntil(lambda: card.picture.x() > card.chart.geometry().right())


def test_a_variant_may_differ_in_several_things(race):
    setup = race.setup
    setup.vary_one("activation")
    also = setup.findChild(type(setup._heads[0]), "race_also")
    also.setFocus()
    also.setCurrentIndex(next(i for i in range(also.count()) if also.itemText(i) == "Learning rate"))
    assert setup.columns == ["activation", "learning_rate"]
    setup._cells[2][1].setFocus()
    QTest.keyClick(setup._cells[2][1], Qt.Key.Key_Up)
    told = [tuple(map(str, variant.told)) for variant in setup.variants()]
    assert told == [("Tanh", "rate 0.001"), ("Sigmoid", "rate 0.001"), ("ReLU", "rate 0.002")]
    setup._heads[1].setCurrentIndex(setup._heads[1].count() - 1)
    assert setup.columns == ["activation"]


def test_what_makes_no_race_is_told_below_the_rows(race):
    race.setup.vary_one("batch_size")
    QTest.mouseClick(race.setup.add, LEFT)
    QTest.mouseClick(race.setup.start, LEFT)
    assert race.track is None
    assert race.setup.complaint.text() == "Variants 3 and 4 are the same. Change one of them, or take it out."


def test_all_race_to_the_end_and_stand_in_their_order(race, qtbot):
    run = start(race, qtbot)
    assert [racer.epochs for racer in run.racers] == [6, 6, 6, 6]
    model = race.track.ranking.model()
    losses = [float(model.index(row, 1).data()) for row in range(4)]
    assert losses == sorted(losses)
    best = min(run.racers, key=lambda racer: racer.result.val_loss)
    marked = [card.racer for card in race.track.cards if not card.badge.isHidden()]
    assert marked == [best]
    assert race.status.text().startswith(f"Best: {best.variant.told[0]}, with a loss of ")
    ranges = {(card.chart.across, card.chart.upright) for card in race.track.cards}
    assert len(ranges) == 1
    assert all(card.picture.isVisible() for card in race.track.cards)
    for racer in run.racers[2:]:
        racer.compared.clear()
        racer.compared.record(EpochEnd(1, 1, 1e6, None, 1e6, None, 0.1, 0.5))
        racer.compared.flush()
    race.track.set_logarithmic(False)
    assert race.track.cards[0].chart.upright[1] < 10, "half of them have run away, and flatten nobody"


def test_the_mouse_and_the_arrows_show_one_epoch_in_all_charts(race, qtbot):
    start(race, qtbot)
    cards = race.track.cards
    chart = cards[0].chart
    place = chart.place(3, sum(chart.upright) / 2).toPoint()
    QTest.mouseMove(chart, place + QPoint(1, 1))
    QTest.mouseMove(chart, place)
    qtbot.waitUntil(lambda: [card.chart.epoch for card in cards] == [3, 3, 3, 3])
    losses = cards[2].racer.compared.column("loss")
    assert cards[2].numbers.text().startswith(f"loss {i18n.number(losses[2], 3)} ")
    assert cards[2].epoch.text() == "epoch 3"
    cards[1].chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(cards[1].chart, Qt.Key.Key_Right)
    assert {card.chart.epoch for card in cards} == {4}
    cards[1].chart.clearFocus()
    assert {card.chart.epoch for card in cards} == {None}
    assert cards[2].epoch.text() == "epoch 6"


def test_space_lets_it_stand_still_and_go_on(race, qtbot):
    race.document.set_setting(Message(""), "training", race.document.project.training.replace(epochs=ENDLESS))
    race.setup.vary_one("width")
    QTest.mouseClick(race.setup.start, LEFT)
    runner, racers = race.runner, race.track.race.racers
    qtbot.waitUntil(lambda: all(racer.epochs > 2 for racer in racers))
    race.setFocus()
    QTest.keyClick(race, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not runner.going)
    race.session.worker.call(lambda: None)
    stood = [racer.seen for racer in racers]
    assert max(stood) - min(stood) <= 16  # all at the same place, but for a batch
    race.session.worker.call(lambda: None)
    assert [racer.seen for racer in racers] == stood
    assert race.run.text() == "Go on"
    QTest.keyClick(race, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: min(racer.seen for racer in racers) > max(stood))
    QTest.mouseClick(race.again, LEFT)
    assert race.track.race.racers[0] is not racers[0]
    QTest.mouseClick(race.other, LEFT)
    assert race.track is None
    assert race.setup.isVisible()


def test_a_pace_holds_it_back(race, qtbot):
    race.document.set_setting(Message(""), "training", race.document.project.training.replace(epochs=ENDLESS))
    race.speed.set_value(1.0)
    started = time.perf_counter()
    QTest.mouseClick(race.setup.start, LEFT)
    racer = race.track.race.racers[0]
    qtbot.waitUntil(lambda: racer.seen > 60)
    assert racer.epochs <= time.perf_counter() - started, "an epoch takes a second"


def state_of(document):
    return projects.document_text(document.project)


def test_a_variant_becomes_the_projects_in_one_step(race, qtbot):
    document, session = race.document, race.session
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs == 6 and not session.is_loading)
    qtbot.waitUntil(lambda: session.state.value == "finished")
    learned = session.worker.call(session.network.state_dict)
    before, steps = state_of(document), document.undo_stack.count()
    race.setup.vary_one("depth")
    race.setup.vary_also("learning_rate")
    race.setup._take(2, 1, type(race.setup.rows[2][1])(0.3))
    QTest.mouseClick(race.setup.start, LEFT)
    qtbot.waitUntil(lambda: race.runner.over and not race.runner.going)
    racer = race.track.race.racers[2]
    expected = racer.network.state_dict()
    QTest.mouseClick(race.track.cards[2].use, LEFT)
    assert document.undo_stack.count() == steps + 1
    assert document.project.training.optimizer.learning_rate == 0.3
    assert len([node for node in document.graph if node.layer.name == "Dense"]) == 3
    qtbot.waitUntil(lambda: session.network is not None and len(session.network.weights) == len(racer.network.weights))
    assert same(session.worker.call(session.network.state_dict), expected)
    assert session.history.epochs == 6
    assert session.history.column("loss").tolist() == racer.history.column("loss").tolist()
    assert "Undo brings back" in race.status.text()
    QTest.keyClick(race, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert state_of(document) == before
    assert race.status.text().startswith("Best:"), "the project is that variant no longer"
    qtbot.waitUntil(lambda: session.network is not None and session.network.state_dict().keys() == learned.keys())
    assert same(session.worker.call(session.network.state_dict), learned)
    document.undo_stack.redo()
    qtbot.waitUntil(lambda: session.network is not None and session.network.state_dict().keys() == expected.keys())
    assert same(session.worker.call(session.network.state_dict), expected)


def same(one, other) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(one[key], other[key]) for key in one)


def test_weights_of_other_data_are_not_taken_over(race, qtbot):
    start(race, qtbot)
    race.document.set_setting(Message("Data set"), "data", DataSource.resolve("circles"))
    steps = race.document.undo_stack.count()
    QTest.mouseClick(race.track.cards[0].use, LEFT)
    assert race.document.undo_stack.count() == steps
    assert "other data by now" in race.status.text()


def test_the_projects_own_run_goes_on_beside_a_race(race, qtbot):
    """Neither changes the other by a bit."""
    document, session = race.document, race.session
    session.run()
    run = start(race, qtbot)
    qtbot.waitUntil(lambda: session.state.value == "finished")
    network = Network(document.graph, 0)
    for _ in Trainer(network, document.project.prepare().dataset, document.project.training).run():
        pass
    assert np.array_equal(session.worker.call(session.network.parameters.copy), network.parameters)
    as_it_is = next(racer for racer in run.racers if racer.variant.training == document.project.training)
    assert np.array_equal(as_it_is.network.parameters, network.parameters)


def test_it_speaks_and_wears_what_the_window_does(race, qapp, qtbot):
    start(race, qtbot)
    race.track.race.racers[0].error = Message("These data need more memory than there is.")
    race.track.refresh()
    i18n.install(qapp, "id")
    qtbot.waitUntil(lambda: "memori" in race.track.cards[0].reason.text())
    before = race.track.cards[1].picture._image.copy()
    theme.apply(qapp, theme.DARK)
    qtbot.waitUntil(lambda: race.track.cards[1].picture._image != before)


def test_another_project_ends_the_race_and_closing_lets_it_stand_still(race, qtbot):
    race.document.set_setting(Message(""), "training", race.document.project.training.replace(epochs=ENDLESS))
    QTest.mouseClick(race.setup.start, LEFT)
    qtbot.waitUntil(lambda: all(racer.epochs for racer in race.track.race.racers))
    runner = race.runner
    QTest.keyClick(race, Qt.Key.Key_Escape)
    assert race.isHidden()
    qtbot.waitUntil(lambda: not runner.going)
    assert not Settings().race_geometry.isEmpty()
    race.open()
    assert race.track is not None
    race.document.replace(moons(units=9))
    assert race.track is None
    qtbot.waitUntil(race.setup.start.isEnabled)


def test_the_menu_opens_the_window_and_the_range_test(window, qtbot):
    QTest.keyClick(window.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    opened = window.tuning.race_window
    assert opened.isVisible()
    opened.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    dialog = window.findChild(QDialog, "range_test")
    qtbot.waitUntil(lambda: dialog.over)
    assert dialog.use.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_setup_follows_the_project_while_it_is_open(race):
    race.setup.vary_one("learning_rate")
    assert race.setup.facts.text().startswith("The same for all: 6 epochs")
    race.document.set_setting(Message(""), "training", race.document.project.training.replace(epochs=7))
    assert race.setup.facts.text().startswith("The same for all: 7 epochs")
    assert race.setup.columns == ["learning_rate"]
    race.setFocus()
    QTest.keyClick(race, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert race.document.project.training.epochs == 6


def test_pictures_show_all_classes_or_the_one_that_people_choose(race, qtbot):
    project = moons(epochs=2)
    last, end = project.graph["dense_2"].layer, project.graph["output_1"].layer
    project.graph.apply(project.graph.changed("dense_2", last.replace(units=3, activation="softmax")))
    project.graph.apply(project.graph.changed("output_1", end.replace(loss="sparse_categorical_crossentropy")))
    project.data = DataSource.resolve({"kind": "gaussian_blobs", "classes": 3})
    race.document.replace(project)
    qtbot.waitUntil(lambda: race.session.can_run and race.session.network is not None)
    classes = start(race, qtbot).prepared.dataset.classes
    picture = race.track.cards[0].picture
    assert race.unit.isVisible()
    assert [race.unit.itemText(place) for place in range(race.unit.count())] == [
        "All classes", *(f"Class {name}" for name in classes),
    ]  # fmt: skip
    before = picture._image.copy()
    race.unit.setFocus()
    QTest.keyClick(race.unit, Qt.Key.Key_Down)
    assert picture.unit == 0
    assert picture._image != before


def test_an_error_that_nobody_expected_lets_the_race_stand_still(race, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda *info: told.append(info[0]))
    monkeypatch.setattr(Racer, "advance", lambda racer: 1 / 0)
    QTest.mouseClick(race.setup.start, LEFT)
    qtbot.waitUntil(lambda: told == [ZeroDivisionError] and not race.runner.going)
    assert race.run.text() == "Go on"


def test_one_number_of_a_regression_is_chosen_and_stays_chosen_when_the_race_begins_again(race, qtbot, tmp_path):
    places = np.random.default_rng(0).normal(size=(60, 2))
    np.savez(tmp_path / "two.npz", X=places, Y=np.stack([places.sum(axis=1), places[:, 0] * 5], axis=1))
    project = moons(epochs=2)
    last, end = project.graph["dense_2"].layer, project.graph["output_1"].layer
    project.graph.apply(project.graph.changed("dense_2", last.replace(units=2, activation="linear")))
    project.graph.apply(project.graph.changed("output_1", end.replace(loss="mse")))
    project.data = read_npz(tmp_path / "two.npz")
    race.document.replace(project)
    qtbot.waitUntil(lambda: race.session.can_run and race.session.network is not None)
    start(race, qtbot)
    assert [race.unit.itemText(place) for place in range(race.unit.count())] == ["Output 1", "Output 2"]
    picture = race.track.cards[0].picture
    before = picture._image.copy()
    race.unit.setFocus()
    QTest.keyClick(race.unit, Qt.Key.Key_Down)
    assert picture._image != before
    QTest.mouseClick(race.again, LEFT)
    assert race.track.cards[0].picture is not picture
    qtbot.waitUntil(lambda: race.runner.over and not race.runner.going and race.unit.isVisible())
    assert (race.unit.currentText(), race.unit.value) == ("Output 2", 1)
    assert all(card.picture.unit == 1 for card in race.track.cards)


def test_a_race_and_a_run_that_both_keep_a_pace_let_the_worker_sleep(race, qtbot, monkeypatch):
    slices = []
    train = Learner.train
    monkeypatch.setattr(Learner, "train", lambda learner: (slices.append(1), train(learner))[1])
    race.document.set_setting(Message(""), "training", race.document.project.training.replace(epochs=ENDLESS))
    race.document.set_pace(1e-4)
    race.session.run()
    qtbot.waitUntil(lambda: race.session.last_snapshot.step == 1)
    race.speed.set_value(10.0)
    QTest.mouseClick(race.setup.start, LEFT)
    racer = race.track.race.racers[0]
    qtbot.waitUntil(lambda: racer.epochs > 1)
    assert len(slices) < 10, "the run is asked only when its time has come"
