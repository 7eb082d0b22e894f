"""The run in its worker thread: control, looks, live changes, failures and a clean end."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.data import DataSource
from engine.errors import GraphError, Message
from engine.evaluation import evaluate_network
from engine.graph import RemoveEdge
from engine.layers import Dense
from engine.network import Network
from engine.optimizers import SGD
from engine.project import load
from engine.runs.labels import beginning
from engine.runs.run import LOADED
from engine.trainer import Trainer
from gui.document import Document
from gui.snapshot import State
from gui.training_session import TrainingSession
from tests.gui.projects import ENDLESS, moons
from tests.patience import SECONDS


@pytest.fixture
def open_session(qtbot):
    """Opens sessions on projects and closes them when the test is over."""
    opened = []

    def open_project(project=None):
        session = TrainingSession(Document(project or moons()))
        opened.append(session)
        qtbot.waitUntil(lambda: session.can_run and session.network is not None)
        return session

    yield open_project
    for session in opened:
        session.close()
        session.document.deleteLater()
        session.deleteLater()


def wait_for(qtbot, session, state):
    qtbot.waitUntil(lambda: session.state is state)


def test_a_run_ends_after_its_epochs_and_equals_a_headless_one_to_the_bit(open_session, qtbot):
    project = moons(epochs=5)
    session = open_session(project)
    session.add_probe("nothing", lambda network, data: None)
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    headless = Network(project.graph, seed=project.training.seed)
    for _ in Trainer(headless, project.prepare().dataset, project.training).run():
        pass
    assert session.history.epochs == 5
    assert np.array_equal(session.network.parameters, headless.parameters)


def test_pause_and_go_on_change_no_bit(open_session, qtbot):
    project = moons(epochs=400)
    straight = open_session(project)
    straight.run()
    wait_for(qtbot, straight, State.FINISHED)
    paused = open_session(moons(epochs=400))
    paused.document.set_pace(30)
    paused.run()
    qtbot.waitUntil(lambda: paused.last_snapshot.step > 0)
    paused.pause()
    wait_for(qtbot, paused, State.PAUSED)
    paused.step_batch()
    wait_for(qtbot, paused, State.PAUSED)
    paused.document.set_pace(0)
    paused.run()
    wait_for(qtbot, paused, State.FINISHED)
    assert np.array_equal(straight.network.parameters, paused.network.parameters)


def test_one_batch_and_one_epoch(open_session, qtbot):
    session = open_session()
    session.step_batch()
    wait_for(qtbot, session, State.PAUSED)
    assert session.last_snapshot.step == 1
    assert session.last_snapshot.observation.layers["dense_1"].gradients > 0
    session.step_epoch()
    qtbot.waitUntil(lambda: session.state is State.PAUSED and session.history.epochs == 1)
    samples = len(session.data.dataset)
    assert session.last_snapshot.step == -(-samples // 16)


def test_reset_gives_the_same_initial_weights_and_a_new_seed_others(open_session, qtbot):
    session = open_session()
    initial = session.network.parameters.copy()
    session.step_epoch()
    qtbot.waitUntil(lambda: session.history.epochs == 1)
    assert not np.array_equal(session.network.parameters, initial)
    with qtbot.waitSignal(session.network_changed):
        session.reset()
    assert np.array_equal(session.network.parameters, initial)
    assert session.history.epochs == 0
    assert session.last_snapshot.step == 0
    with qtbot.waitSignal(session.network_changed):
        session.reset(new_seed=True)
    assert not np.array_equal(session.network.parameters, initial)
    session.document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.network is not None and np.array_equal(session.network.parameters, initial))


def test_running_again_after_the_end_trains_as_many_epochs_more(open_session, qtbot):
    session = open_session(moons(epochs=3))
    for epochs in (3, 6):
        session.run()
        qtbot.waitUntil(lambda epochs=epochs: session.state is State.FINISHED and session.history.epochs == epochs)


def test_learning_rate_changes_while_it_runs(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs > 0)
    training = session.document.project.training
    session.document.set_setting("", "training", training.replace(optimizer=SGD(learning_rate=0.5)))
    qtbot.waitUntil(lambda: session.history.column("learning_rate")[-1] == 0.5)
    assert session.state is State.RUNNING
    session.stop()
    wait_for(qtbot, session, State.IDLE)


def test_an_edit_of_the_graph_ends_the_run_and_keeps_what_fits(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs > 0)
    assert session.state is State.RUNNING
    graph = session.document.graph
    with qtbot.waitSignal(session.network_changed):
        session.document.push("", [graph.changed("dense_1", Dense(units=4, activation="relu"))])
    wait_for(qtbot, session, State.IDLE)
    kept = session.network.state_dict()
    with qtbot.waitSignal(session.left_behind) as left:
        session.document.push("", [graph.changed("dense_1", Dense(units=5, activation="relu"))])
    assert left.args[0] == ("dense_1.kernel", "dense_1.bias", "dense_2.kernel")
    assert np.array_equal(session.network.weights["dense_2"]["bias"], kept["dense_2.bias"])


def test_a_graph_with_problems_cannot_run(open_session, qtbot):
    session = open_session()
    edge = session.document.graph.incoming("dense_2")[0]
    session.document.push("", [RemoveEdge(edge)])
    assert not session.can_run
    session.run()
    assert session.state is State.IDLE


def test_divergence_stops_with_one_message_that_names_step_and_layer(open_session, qtbot):
    session = open_session(moons(epochs=50, optimizer=SGD(learning_rate=1e38), batch_size=1))
    with qtbot.waitSignal(session.failed) as failed:
        session.run()
    message = str(failed.args[0])
    assert "step" in message
    assert any(node.id in message for node in session.document.graph)
    assert "smaller learning rate" in message
    qtbot.waitUntil(lambda: session.state is not State.RUNNING)
    before = failed.args[0].values["step"]
    assert session.history.batches()[0].tolist() == list(range(1, before)), "what came before it is recorded"


def test_moments_lie_at_their_steps_however_many_are_made_between_two_glances(open_session, qtbot):
    session = open_session(moons(epochs=10_000_000))
    session.run()
    qtbot.waitUntil(lambda: session.at_hand.timeline.stride >= 8)
    session.pause()
    wait_for(qtbot, session, State.PAUSED)
    timeline = session.at_hand.timeline
    steps = [moment.step for moment in timeline.moments[:-1]]
    assert steps == list(range(0, steps[-1] + 1, timeline.stride))
    counted, losses = session.history.batches()
    assert len(counted) == len(losses) == session.last_snapshot.step // session.history._stride


def test_a_slow_pace_is_kept_and_pausing_does_not_wait_for_it(open_session, qtbot):
    session = open_session()
    session.document.set_pace(0.5 / SECONDS)
    session.run()
    qtbot.waitUntil(lambda: session.last_snapshot.step == 1)
    session.pause()
    wait_for(qtbot, session, State.PAUSED)
    assert session.last_snapshot.step == 1


def test_probes_run_only_while_registered(open_session, qtbot):
    session = open_session()
    with qtbot.waitSignal(session.snapshot_taken, check_params_cb=lambda s: "size" in s.looks):
        session.add_probe("size", lambda network, data: network.parameters.size)
    assert session.last_snapshot.looks["size"] == session.network.parameters.size
    session.remove_probe("size")
    session.step_batch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == 1)
    assert "size" not in session.last_snapshot.looks


def test_a_rare_probe_sees_the_network_as_it_stands_in_the_end_and_changes_no_bit(open_session, qtbot):
    project = moons(epochs=5)
    session = open_session(project)
    session.add_probe("worth", lambda network, data: evaluate_network(network, data.dataset, 0), rare=1.0)
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    headless = Network(project.graph, seed=project.training.seed)
    for _ in Trainer(headless, project.prepare().dataset, project.training).run():
        pass
    assert np.array_equal(session.network.parameters, headless.parameters)
    worth = evaluate_network(headless, session.data.dataset, 0)
    assert session.last_snapshot.looks["worth"].training.loss == worth.training.loss


def test_weights_from_elsewhere_are_taken_whole_or_not_at_all(open_session, qtbot):
    session = open_session()
    state = session.network.state_dict()
    changed = {key: array + 1 for key, array in state.items()}
    session.load_weights(changed)
    assert np.array_equal(session.network.state_dict()["dense_1.bias"], state["dense_1.bias"] + 1)
    with pytest.raises(GraphError, match=r"dense_1\.kernel"):
        session.load_weights({"dense_1.kernel": np.zeros((5, 5))})
    assert np.array_equal(session.network.state_dict()["dense_1.bias"], state["dense_1.bias"] + 1)


def test_weights_from_elsewhere_end_a_run_and_the_next_begins_with_them(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    zeros = {key: np.zeros_like(array) for key, array in session.network.state_dict().items()}
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs > 2)
    session.load_weights(zeros)
    wait_for(qtbot, session, State.IDLE)
    assert all(not array.any() for array in session.network.state_dict().values())
    first = session.runs[0]
    epochs, newest = first.history.epochs, first.timeline.moments[-1]
    assert session.history.epochs == 0
    session.step_batch()
    wait_for(qtbot, session, State.PAUSED)
    moved = np.abs(session.network.parameters).max()
    assert 0 < moved < 0.1
    assert [(run.number, run.origin) for run in session.runs] == [(1, None), (2, LOADED)]
    assert (first.history.epochs, first.timeline.moments[-1]) == (epochs, newest)
    assert newest.parameters.any(), "the run before stays as it was"
    assert session.last_snapshot.step == 1
    assert str(beginning(session.at_hand, session.runs).told) == "weights from a file"


def test_a_run_for_which_there_is_no_memory_has_not_begun(open_session, qtbot, monkeypatch):
    session = open_session()

    def refuse(*_):
        raise GraphError(Message("too much"))

    with monkeypatch.context() as patched:
        patched.setattr("engine.trainer.require_memory", refuse)
        with qtbot.waitSignal(session.failed):
            session.run()
        wait_for(qtbot, session, State.IDLE)
    assert (session.runs, session.at_hand.number) == ((), 0)
    session.step_batch()
    wait_for(qtbot, session, State.PAUSED)
    assert [run.number for run in session.runs] == [1]


def test_saved_weights_and_history_come_back(open_session, qtbot, tmp_path):
    session = open_session(moons(epochs=4))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    session.collect()
    session.document.save(tmp_path / "a.rambat")
    other = open_session()
    other.document.open(tmp_path / "a.rambat")
    qtbot.waitUntil(lambda: other.history.epochs == 4)
    qtbot.waitUntil(lambda: other.network is not None)
    qtbot.waitUntil(lambda: np.array_equal(other.network.parameters, session.network.parameters))


def test_a_run_that_was_saved_within_an_epoch_goes_on_after_its_last_step(open_session, qtbot, tmp_path):
    session = open_session(moons(epochs=4))
    per_epoch = -(-session.data.dataset.split(0)[0][0].shape[0] // session.document.project.training.batch_size)
    session.step_epoch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == per_epoch and session.state is State.PAUSED)
    session.step_batch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == per_epoch + 1 and session.state is State.PAUSED)
    session.collect()
    session.document.save(tmp_path / "a.rambat")
    session.document.open(tmp_path / "a.rambat")
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    session.step_batch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == per_epoch + 2 and session.state is State.PAUSED)
    assert session.history.batches()[0].tolist() == list(range(1, per_epoch + 3))


def test_closing_while_it_trains_leaves_no_thread(qtbot):
    before = threading.active_count()
    session = TrainingSession(Document(moons(epochs=ENDLESS)))
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    session.run()
    qtbot.waitUntil(lambda: session.last_snapshot.step > 0)
    session.close()
    assert threading.active_count() == before


def test_a_new_project_begins_with_weights_of_its_own(open_session, qtbot):
    session = open_session(moons(epochs=5))
    initial = session.network.parameters.copy()
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    with qtbot.waitSignal(session.network_changed):
        session.document.replace(moons(epochs=5))
    qtbot.waitUntil(lambda: session.network is not None)
    assert np.array_equal(session.network.parameters, initial)
    assert not session.document.modified
    assert session.last_snapshot.step == 0


def test_another_initializer_counts_while_nothing_is_learned(open_session, qtbot):
    session = open_session()
    before = session.network.weights["dense_1"]["kernel"].copy()
    zeros = session.document.graph["dense_1"].layer.replace(kernel_initializer="zeros")
    with qtbot.waitSignal(session.network_changed):
        session.document.push("", [session.document.graph.changed("dense_1", zeros)])
    assert before.any()
    assert not session.network.weights["dense_1"]["kernel"].any()


def test_weights_wait_while_the_graph_is_in_pieces(open_session, qtbot):
    session = open_session()
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    trained = session.network.state_dict()
    with qtbot.waitSignal(session.network_changed):
        session.document.push("", [RemoveEdge(session.document.graph.incoming("dense_2")[0])])
    assert session.network is None
    with qtbot.waitSignal(session.network_changed):
        session.document.undo_stack.undo()
    assert all(np.array_equal(session.network.state_dict()[key], trained[key]) for key in trained)


def test_the_count_goes_on_after_a_stop_and_begins_anew_after_a_reset(open_session, qtbot):
    session = open_session(moons(epochs=3))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    session.stop()
    wait_for(qtbot, session, State.IDLE)
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    assert session.history.column("epoch").tolist() == [1, 2, 3, 4, 5, 6]
    assert session.last_snapshot.figures.epoch == 6
    assert session.last_snapshot.figures.loss == session.history.column("loss")[-1]
    with qtbot.waitSignal(session.network_changed):
        session.reset()
    assert session.history.epochs == 0
    assert session.last_snapshot.figures.epoch == 0


def test_training_marks_the_project_as_changed_while_it_runs_and_after_a_save(open_session, qtbot, tmp_path):
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.document.modified)
    assert session.state is State.RUNNING
    session.collect()
    session.document.save(tmp_path / "a.rambat")
    assert load(tmp_path / "a.rambat").weights is not None
    qtbot.waitUntil(lambda: session.document.modified)
    session.stop()
    wait_for(qtbot, session, State.IDLE)
    assert session.document.modified


def test_one_batch_is_one_batch_where_it_is_the_whole_epoch(open_session, qtbot):
    session = open_session(moons(epochs=3, batch_size=1000))
    for step in (1, 2, 3):
        session.step_batch()
        qtbot.waitUntil(lambda step=step: session.state is not State.RUNNING and session.last_snapshot.step == step)
        assert session.last_snapshot.figures.epoch == step


def test_weights_survive_a_save_in_pieces_and_a_file_with_problems(open_session, qtbot, tmp_path):
    session = open_session()
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    trained = session.network.state_dict()
    document = session.document
    document.set_setting("", "data", DataSource.resolve("iris"))
    qtbot.waitUntil(lambda: session.network is None)
    session.collect()
    document.save(tmp_path / "a.rambat")
    other = open_session()
    other.document.open(tmp_path / "a.rambat")
    qtbot.waitUntil(lambda: other.network is None)
    other.document.set_setting("", "data", DataSource.resolve("moons"))
    qtbot.waitUntil(lambda: other.can_run and other.network is not None)
    assert all(np.array_equal(other.network.state_dict()[key], trained[key]) for key in trained)


def test_an_edit_and_its_undo_lose_nothing_that_was_learned(open_session, qtbot):
    session = open_session()
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    trained = session.network.state_dict()
    graph = session.document.graph
    for change in (lambda: session.document.push("", [graph.changed("dense_1", Dense(units=7, activation="tanh"))]),
                   session.document.undo_stack.undo):  # fmt: skip
        with qtbot.waitSignal(session.network_changed):
            change()
    assert all(np.array_equal(session.network.state_dict()[key], trained[key]) for key in trained)


def test_stopping_and_running_at_once_runs(open_session, qtbot):
    session = open_session(moons(epochs=30))
    session.run()
    session.stop()
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    assert session.history.column("epoch")[-1] >= 30


def test_an_unexpected_error_in_a_look_does_not_leave_a_run_that_cannot_be_paused(open_session, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda *info: told.append(info[0]))
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.last_snapshot.step > 0)
    session.add_probe("broken", lambda network, data: 1 / 0)
    qtbot.waitUntil(lambda: session.state is not State.RUNNING)
    assert told[0] is ZeroDivisionError
