"""The coach's panel on real runs: cards that mend, lead there and are dismissed, by mouse and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.diagnosis.data import UnscaledInputs
from engine.diagnosis.finding import by_rule
from engine.problems import Severity
from engine.project import Project
from gui.canvas.view import NetworkView
from gui.document import Document
from gui.panels.coach import CoachPanel
from gui.snapshot import State
from gui.training_session import TrainingSession
from tests.engine.diagnosis import scenarios as made
from tests.gui.projects import moons


@pytest.fixture
def coached(qtbot):
    """Opens a panel, and a canvas beside it, on a project."""
    opened = []

    def build(project: Project) -> CoachPanel:
        document = Document(project)
        session = TrainingSession(document)
        panel = CoachPanel(document, session)
        panel.canvas = NetworkView(document, session)
        panel.document, panel.session = document, session
        opened.append(session)
        for widget in (panel.canvas, panel):
            qtbot.addWidget(widget)
        panel.resize(300, 600)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        qtbot.waitUntil(lambda: session.can_run and session.network is not None)
        return panel

    yield build
    for session in opened:
        session.close()
        session.deleteLater()


def run(qtbot, panel, pace=0):
    session = panel.session
    session.document.set_pace(10)  # until the window has seen a step: the coach reads what it has seen
    session.run()
    qtbot.waitUntil(lambda: session.last_snapshot.observation is not None or session.state is not State.RUNNING)
    session.document.set_pace(pace)
    qtbot.waitUntil(lambda: session.state is not State.RUNNING)
    told = [found[0] for found in by_rule(panel.session.coach.findings)]
    qtbot.waitUntil(lambda: [card.finding for card in cards(panel)] == told)


def cards(panel):
    return [card for card in panel.cards if not card.isHidden()]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_it_looks_at_and_that_all_is_well_once_there_was_enough_to_see(coached, qtbot):
    panel = coached(moons(epochs=5))
    assert panel.objectName() == "coach"
    assert "Press Run" in panel.about.text()
    assert panel.well.isHidden()
    run(qtbot, panel)
    qtbot.waitUntil(lambda: "Read so far with these settings: 5." in panel.about.text())
    assert panel.well.text() == "Nothing stands out yet"
    panel.session.run()
    qtbot.waitUntil(lambda: panel.well.text() == "● Nothing stands out")
    assert panel.about.text().startswith("The coach goes on reading")
    assert cards(panel) == []
    training = panel.document.project.training
    panel.document.set_setting("", "training", training.replace(batch_size=64))
    panel.session.step_epoch()
    qtbot.waitUntil(lambda: "Read so far with these settings: 1." in panel.about.text())


def test_a_card_leads_to_its_layer_and_mends_it_in_one_step_and_the_mark_goes(coached, qtbot):
    panel = coached(made.deep(8))
    document, canvas = panel.document, panel.canvas
    run(qtbot, panel, pace=1000)  # at which more is seen than one batch
    (card,) = cards(panel)
    assert card.title.text() == "Vanishing gradients"
    assert card.place.text() == "dense_1"
    assert "of what it is at dense_9" in card.told.text()
    assert card.explains.text() == "Also explains: Plateau"
    assert card.explains.y() > card.dismiss.y(), "it comes and goes, and moves no button"
    qtbot.waitUntil(lambda: canvas.network.nodes["dense_1"].state.severity is Severity.WARNING)
    assert "fades on its way back" in canvas.network.nodes["dense_1"].toolTip()
    with qtbot.waitSignal(panel.session.coach.reveal_requested) as revealed:
        click(card.show_place)
    assert revealed.args == ["dense_1"]
    assert document.selection.nodes == {"dense_1"}
    before, first, training = document.graph.copy(), panel.session.at_hand, document.project.training
    epochs, parameters = panel.session.history.epochs, panel.session.network.parameters.copy()
    assert card.fix.text() == "Set 8 layers to ReLU and begin anew"
    card.fix.setFocus()
    QTest.keyClick(card.fix, Qt.Key.Key_Space)
    assert document.graph["dense_8"].layer.activation.name == "relu"
    assert document.graph["dense_9"].layer.activation.name == "sigmoid"
    assert (document.undo_stack.count(), document.undo_stack.undoText()) == (1, "Set 8 layers to ReLU and begin anew")
    qtbot.waitUntil(lambda: panel.session.history.epochs == 0 and cards(panel) == [])
    qtbot.waitUntil(lambda: canvas.network.nodes["dense_1"].state.severity is None)
    assert panel.session.runs == (first,), "what was learned with sigmoids does not serve, and is kept"
    assert panel.reset.isHidden()
    assert "Press Run" in panel.about.text()
    panel.session.step_epoch()
    qtbot.waitUntil(lambda: [run.number for run in panel.session.runs] == [1, 2])
    document.undo_stack.undo()
    assert document.graph == before
    assert document.project.training == training
    qtbot.waitUntil(lambda: panel.session.at_hand is first and panel.session.history.epochs == epochs)
    qtbot.waitUntil(lambda: np.array_equal(panel.session.network.parameters, parameters))
    qtbot.waitUntil(lambda: [each.title.text() for each in cards(panel)] == ["Vanishing gradients"])


def test_in_a_narrow_panel_every_offer_of_a_card_is_read_to_its_end(coached, qtbot):
    panel = coached(made.descending(1.3))
    run(qtbot, panel)
    (card,) = cards(panel)
    panel.resize(190, 600)
    qtbot.waitUntil(lambda: card.width() < 190)
    for offer in (card.fix, card.change):
        qtbot.waitUntil(lambda offer=offer: offer.geometry().right() <= card.width())
        assert offer.width() >= offer.sizeHint().width()
    assert card.change.text().replace("\n", " ") == "Only change it, keep the weights"


def test_a_fix_can_be_made_without_beginning_anew(coached, qtbot):
    panel = coached(made.descending(1.3))
    run(qtbot, panel)
    first, (card,) = panel.session.at_hand, cards(panel)
    assert card.change.text() == "Only change it, keep the weights"
    click(card.change)
    assert panel.document.project.training.optimizer.learning_rate == 0.13
    assert panel.session.at_hand is first
    assert panel.session.last_snapshot.step > 0
    qtbot.waitUntil(lambda: cards(panel) == [])
    assert not panel.reset.isHidden()
    click(panel.reset)
    qtbot.waitUntil(lambda: panel.session.at_hand is not first and panel.reset.isHidden())


def test_other_settings_with_which_it_begins_anew_are_given_back_with_all_that_was_said(coached, qtbot):
    panel = coached(made.oscillating(30.0))
    training = panel.document.project.training
    panel.document.set_setting("", "training", training.replace(optimizer=training.optimizer.replace(learning_rate=29)))
    panel.document.set_setting("", "training", training)
    run(qtbot, panel)
    first, told = panel.session.at_hand, [card.told.text() for card in cards(panel)]
    assert told
    panel.session.coach.mend(cards(panel)[0].finding)
    qtbot.waitUntil(lambda: panel.session.at_hand is not first and cards(panel) == [])
    with qtbot.waitSignal(panel.session.network_changed):
        panel.document.undo_stack.undo()
        assert panel.document.project.training == training
    qtbot.waitUntil(lambda: [card.told.text() for card in cards(panel)] == told)
    with qtbot.waitSignal(panel.session.network_changed):
        panel.document.undo_stack.redo()
        panel.session.worker.call(lambda: None)  # it has turned to the other run, and nobody is told of it yet
        panel.document.undo_stack.undo()
    assert panel.session.at_hand is first
    qtbot.waitUntil(lambda: [str(finding.told) for finding in panel.session.coach.findings] == told)


@pytest.mark.parametrize(("rate", "mended"), [(1.3, 0.13), (1e99, 0.01)])
def test_a_run_that_breaks_is_explained_and_its_settings_are_mended_and_come_back(coached, qtbot, rate, mended):
    panel = coached(made.descending(rate))
    training = panel.document.project.training
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.title.text() == "The run has diverged"
    assert "numbers became too large to be computed" in card.told.text()
    click(card.fix)
    assert panel.document.project.training.optimizer.learning_rate == mended
    qtbot.waitUntil(lambda: cards(panel) == [])
    panel.document.undo_stack.undo()
    assert panel.document.project.training == training


def test_what_the_first_step_showed_is_known_also_of_a_run_that_breaks_before_anybody_looks(coached, qtbot):
    panel = coached(made.wide(1.0))
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.title.text() == "Exploding gradients"
    assert card.explains.text() == "Also explains: The run has diverged"


def test_a_short_run_is_judged_by_its_first_step_and_by_its_last_look(coached, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr("gui.coach.examine", lambda evidence: read.append(evidence) or ())
    panel = coached(moons(epochs=1, batch_size=64))
    panel.document.set_pace(10)  # at which every step is looked at
    panel.session.run()
    qtbot.waitUntil(lambda: panel.session.state is State.FINISHED)
    evidence = read[-1]
    assert evidence.trail.first.step == 1
    assert len(evidence.trail) >= 2
    assert evidence.layers != evidence.beginning.layers


def test_what_is_dismissed_is_told_no_more_in_this_run_but_can_be_told_again(coached, qtbot):
    panel = coached(made.far_apart())
    coach = panel.session.coach
    qtbot.waitUntil(lambda: len(cards(panel)) == 1)  # the data say so before any run
    (card,) = cards(panel)
    assert card.finding.rule is UnscaledInputs
    card.dismiss.setFocus()
    QTest.keyClick(card.dismiss, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cards(panel) == [])
    assert [*coach.marks()] == []
    panel.session.run()
    qtbot.waitUntil(lambda: panel.session.state is State.FINISHED)
    assert coach.findings == ()
    qtbot.waitUntil(lambda: panel.again.text() == "Show 1 dismissed")
    click(panel.again)
    qtbot.waitUntil(lambda: len(cards(panel)) == 1)
    panel.session.reset()
    qtbot.waitUntil(lambda: panel.session.history.epochs == 0)
    qtbot.waitUntil(lambda: len(cards(panel)) == 1)


def test_layers_of_one_rule_share_a_card_and_are_called_by_their_titles(coached, qtbot):
    panel = coached(made.saturated(40.0))
    graph = panel.document.graph
    panel.document.push("", [graph.changed("dense_1", graph["dense_1"].layer.replace(units=16))])
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.place.text() == "dense_1, dense_2"
    with qtbot.waitSignal(panel.session.coach.reveal_requested):
        click(card.show_place)
    assert panel.document.selection.nodes == {"dense_1", "dense_2"}


def test_other_settings_make_what_was_said_of_the_run_old(coached, qtbot):
    panel = coached(made.oscillating(30.0))
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.place.text() == "Curve of the training"
    with qtbot.waitSignal(panel.session.coach.plot_requested) as asked:
        click(card.show_place)
    assert asked.args == ["plot_loss"]
    training = panel.document.project.training
    panel.document.set_setting("", "training", training.replace(epochs=99))
    assert len(panel.session.coach.findings) == 1, "when a run ends changes nothing of how it went"
    slower = training.optimizer.replace(learning_rate=3.0)
    panel.document.set_setting("", "training", training.replace(optimizer=slower))
    assert panel.session.coach.findings == ()


def test_a_fix_that_is_undone_before_a_step_lets_the_coach_say_again_what_it_said(coached, qtbot):
    panel = coached(made.descending(1.3))
    run(qtbot, panel)
    told = [card.finding.key for card in cards(panel)]
    click(cards(panel)[0].fix)
    qtbot.waitUntil(lambda: cards(panel) == [])
    panel.document.undo_stack.undo()
    qtbot.waitUntil(lambda: [card.finding.key for card in cards(panel)] == told)
    panel.document.undo_stack.redo()
    qtbot.waitUntil(lambda: cards(panel) == [])


def test_a_fix_that_only_says_when_to_stop_settles_it_and_undone_it_asks_for_nothing_anew(coached, qtbot):
    panel = coached(made.memorizing(60))
    document = panel.document
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.title.text() == "Overfitting"
    click(card.change)
    assert document.project.training.restore_best
    qtbot.waitUntil(lambda: cards(panel) == [] and not panel.reset.isHidden())
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: len(cards(panel)) == 1 and panel.reset.isHidden())


def test_a_fix_of_what_is_true_no_more_changes_nothing(coached, qtbot):
    panel = coached(made.far_apart())
    qtbot.waitUntil(lambda: len(cards(panel)) == 1)
    finding = cards(panel)[0].finding
    document = panel.document
    document.set_setting("", "preparation", finding.fix.preparation)
    count = document.undo_stack.count()
    panel.session.coach.mend(finding)
    assert document.undo_stack.count() == count
    assert cards(panel) == [] or panel.session.coach.findings == ()


def test_a_column_that_gives_the_answer_away_is_ignored_in_one_step(coached, qtbot, tmp_path):
    project = made.perfect(made.told_in_a_table(tmp_path))
    panel = coached(project)
    before = project.data, project.graph.copy()
    run(qtbot, panel)
    (card,) = cards(panel)
    assert card.title.text() == "Too good to be true"
    assert card.fix.text().replace("\n", " ") == "Ignore the column paid back and begin anew"
    click(card.fix)
    assert [column.role for column in project.data.columns] == ["feature", "feature", "ignore", "feature", "target"]
    assert project.graph["input_1"].layer.shape == (3,)
    assert panel.document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: panel.session.can_run and cards(panel) == [])
    panel.document.undo_stack.undo()
    assert (project.data, project.graph) == before
