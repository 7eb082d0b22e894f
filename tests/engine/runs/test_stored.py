"""Runs in a project's file: exact round trips, bounds, and one report for all that is wrong."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import DataSource, Preparation
from engine.errors import ProjectError
from engine.events import BatchEnd, EpochEnd
from engine.graph import Graph
from engine.history import History
from engine.network import Network
from engine.project import from_bytes, load, save, to_bytes
from engine.runs import stored
from engine.runs.labels import Labels, RunLabel
from engine.runs.run import Origin, Run, Stage
from engine.runs.settings import RunSettings
from engine.runs.stored import StoredRuns, from_members, to_members, with_room
from engine.training_config import TrainingConfig
from engine.weights_file import npz_arrays, npz_bytes, safetensors_bytes
from tests.engine.random_graphs import graphs
from tests.engine.test_project import problems as project_problems
from tests.engine.test_project import repacked
from tests.gui.projects import moons

finite = st.floats(0, 1e6)


def made(number: int, graph: Graph | None = None, epochs: int = 2, learned: bool = True, **more: Any) -> Run:
    """A run of so many epochs on the moons."""
    project = moons()
    graph = graph or project.graph
    history = History.from_events(
        EpochEnd(epoch, 5 * epoch, 1 / epoch, None, 2 / epoch, 0.5, 0.01, 0.125) for epoch in range(1, epochs + 1)
    )
    weights = Network(graph, seed=number).state_dict() if learned else {}
    settings = RunSettings(graph, project.data, project.preparation, more.pop("seed", 0))
    return Run(number, settings, history=history, stages=(Stage(0, 0.0, project.training),), weights=weights, **more)


def assert_same(one: StoredRuns, other: StoredRuns) -> None:
    assert one.labels == other.labels
    assert (one.at_hand and one.at_hand.number) == (other.at_hand and other.at_hand.number)
    for run, back in zip(one.runs, other.runs, strict=True):
        for name in ("number", "origin", "stages", "diverged"):
            assert getattr(run, name) == getattr(back, name), name
        assert run.settings is not None
        assert back.settings is not None
        assert vars(run.settings) == vars(back.settings)
        assert run.history.as_events() == back.history.as_events()
        assert run.weights.keys() == back.weights.keys()
        assert all(np.array_equal(array, back.weights[key]) for key, array in run.weights.items())
        assert back.timeline.moments == ()


@st.composite
def books(draw: st.DrawFn) -> StoredRuns:
    """A few runs of any kind, some of them named, starred or at hand."""
    runs: list[Run] = []
    labels: dict[int, RunLabel] = {}
    drawn = [draw(graphs()), moons().graph]
    for number in draw(st.lists(st.integers(1, 10**9), unique=True, max_size=3)):
        steps = sorted(draw(st.sets(st.integers(0, 99), min_size=1, max_size=3)))
        stages = [Stage(step, draw(finite), TrainingConfig(epochs=step + 1)) for step in steps]
        run = made(number, draw(st.sampled_from(drawn)), draw(st.integers(0, 3)), draw(st.booleans()))
        source = draw(st.sampled_from(["xor", "iris", "moons"]))
        assert run.settings is not None
        preparation = Preparation(validation=draw(st.floats(0, 0.5)))
        run.settings = RunSettings(run.settings.graph, DataSource.resolve(source), preparation, draw(st.integers(0, 9)))
        run.stages, run.diverged = tuple(stages), draw(st.booleans())
        run.origin = draw(st.none() | st.builds(Origin, st.integers(0, 9), st.integers(0, 9)))
        runs.append(run)
        label = RunLabel(draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=9)), draw(st.booleans()))
        labels |= {number: label} if label != RunLabel() else {}
    return StoredRuns(tuple(runs), labels, draw(st.none() | st.sampled_from(runs)) if runs else None)


@given(books())
def test_any_runs_come_back(book: StoredRuns) -> None:
    members = to_members(book)
    back = from_members(members)
    assert_same(book, back)
    assert to_members(back) == members, "the same runs give the same bytes"


def test_the_losses_of_steps_come_back_as_an_outline() -> None:
    run = made(1)
    for step in range(1, 2501):
        run.history.record(BatchEnd(step, 1, float(step), None))
    members = to_members(StoredRuns((run, made(2))))
    back = from_members(members)
    steps, losses = back.runs[0].history.batches()
    assert (len(steps), steps[0], steps[-2], steps[-1]) == (834, 2.0, 2498.0, 2500.0), "the run counts on from the last"
    assert np.array_equal(steps, losses)
    assert back.runs[0].history.as_events() == run.history.as_events()
    assert len(back.runs[1].history.batches()[0]) == 0
    assert to_members(back) == members, "it is not thinned again"


def test_of_a_run_whose_steps_became_means_the_last_one_is_stored_too() -> None:
    run = made(1)
    for step in range(1, 30_006):
        run.history.record(BatchEnd(step, 1, float(step), None))
    run.history.flush()
    assert run.history.batches()[0][-1] != 30_005
    for kept in (run.history, run.history.until(30_005)):
        assert kept.outline(1000)[:, -1].tolist() == [30_005.0, 30_005.0]


@pytest.mark.parametrize("curve", [np.zeros(4), np.zeros((3, 4)), np.full((2, 4), np.nan), np.zeros((2, 4), np.int64)])
def test_losses_of_steps_that_are_none_are_told(curve: np.ndarray[Any, Any]) -> None:
    members = to_members(StoredRuns((made(1),)))
    assert problems({**members, "runs.npz": npz_bytes({"1.steps": curve})}) == [
        "run 1 is not described as it should be ('steps')."
    ]


def test_a_project_keeps_its_runs_unless_that_is_not_wished(tmp_path: Path) -> None:
    project = moons()
    project.runs = (made(1), made(2, origin=Origin(1, 5)))
    project.run_labels, project.at_hand = {2: RunLabel("second", True)}, project.runs[1]
    project.keep_runs = False
    without = from_bytes(to_bytes(project))
    assert (without.keep_runs, without.runs) == (False, ())
    project.keep_runs = True
    save(project, tmp_path / "x.rambat")
    back = load(tmp_path / "x.rambat")
    assert back.keep_runs
    assert_same(
        StoredRuns(project.runs, project.run_labels, project.at_hand),
        StoredRuns(back.runs, back.run_labels, back.at_hand),
    )
    assert back.at_hand is back.runs[1]


def test_data_of_peoples_own_are_written_once_and_come_back() -> None:
    source = DataSource.resolve("painted_points")
    data = source.with_content({"points": np.eye(2), "codes": np.array([0, 1])})  # type: ignore[attr-defined]
    runs = [made(1), made(2)]
    for run in runs:
        assert run.settings is not None
        run.settings = RunSettings(run.settings.graph, data, run.settings.preparation, 0)
    members = to_members(StoredRuns(tuple(runs)))
    assert len(json.loads(members["runs.json"])["graphs"]) == 1
    assert_same(StoredRuns(tuple(runs)), from_members(members))
    (told,) = problems({name: content for name, content in members.items() if name != "runs-data.npz"})
    assert told == "source 1 is not described as it should be ('its data are missing')."


def test_data_that_are_the_projects_own_are_not_written_again() -> None:
    source = DataSource.resolve("painted_points")
    contents = [{"points": np.eye(2) * factor, "codes": np.array([0, 1])} for factor in (1, 2)]
    now, before = (source.with_content(content) for content in contents)  # type: ignore[attr-defined]
    project = moons()
    runs = [made(1), made(2), made(3)]
    for run, data in zip(runs, (before, now, before), strict=True):
        assert run.settings is not None
        run.settings = RunSettings(run.settings.graph, data, run.settings.preparation, 0)
    project.data, project.runs = now, tuple(runs)
    members = to_members(StoredRuns(project.runs), now.content)
    assert {name.partition(".")[0] for name in npz_arrays(members["runs-data.npz"])} == {before.content.fingerprint}
    back = from_bytes(to_bytes(project))
    assert [run.settings and run.settings.data for run in back.runs] == [before, now, before]


def test_data_that_only_runs_have_take_their_room(monkeypatch: pytest.MonkeyPatch) -> None:
    source = DataSource.resolve("painted_points")
    data = source.with_content({"points": np.zeros((9999, 2)), "codes": np.arange(9999) % 2})  # type: ignore[attr-defined]
    runs = [made(1), made(2), made(3)]
    for run in runs[:2]:
        assert run.settings is not None
        run.settings = RunSettings(run.settings.graph, data, run.settings.preparation, 0)
    monkeypatch.setattr(stored, "MOST_BYTES", 100_000)
    assert [run.number for run in with_room(runs, {})] == [3]
    assert stored.left_out(runs, {}, None) == 2
    assert stored.left_out(runs, {}, data.content) == 0, "the file holds them anyway"


def test_what_is_deleted_goes_and_weights_that_are_no_numbers_stay_out() -> None:
    runs = (made(1), made(2), made(3, diverged=True))
    runs[2].weights = {key: np.full_like(array, np.nan) for key, array in runs[2].weights.items()}
    back = from_members(to_members(StoredRuns(runs, {1: RunLabel(deleted=True)}, runs[0])))
    assert [run.number for run in back.runs] == [2, 3]
    assert (back.at_hand, back.labels, back.runs[1].weights) == (None, {}, {})


def test_where_there_are_too_many_starred_and_newer_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    runs, labels = [made(number) for number in range(1, 6)], {2: RunLabel(starred=True)}

    def kept(labels: Labels) -> list[int]:
        return [run.number for run in with_room(runs, labels)]

    monkeypatch.setattr(stored, "MOST_RUNS", 3)
    assert kept(labels) == [2, 4, 5]
    monkeypatch.setattr(stored, "MOST_RUNS", 9)
    monkeypatch.setattr(stored, "MOST_BYTES", 2 * stored._size(runs[0]))
    assert kept(labels) == [2, 5]
    monkeypatch.setitem(stored.LIMITS, "runs.json", len(to_members(StoredRuns(tuple(runs), labels))["runs.json"]) - 1)
    assert [run.number for run in from_members(to_members(StoredRuns(tuple(runs), labels))).runs] == [5]


# Foreign and damaged files


def problems(members: dict[str, bytes]) -> list[str]:
    with pytest.raises(ProjectError) as caught:
        from_members(members)
    return [str(message) for message in caught.value.messages]


def spoilt(change: Callable[[dict[str, Any]], object]) -> list[str]:
    members = to_members(StoredRuns((made(1), made(2))))
    document = json.loads(members["runs.json"])
    change(document)
    return problems({**members, "runs.json": json.dumps(document).encode()})


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"runs": NaN}'])
def test_what_is_no_list_of_runs_is_one_message(content: bytes) -> None:
    (told,) = problems({"runs.json": content})
    assert told.startswith("runs.json is not described as it should be (")


def test_all_that_is_wrong_is_told_at_once() -> None:
    def spoil(document: dict[str, Any]) -> None:
        one, two = document["runs"]
        one["stages"][0]["training"]["epochs"] = 0
        two["number"] = "x"
        document["runs"] += [3, {**one, "number": 7, "graph": 9}, {**one, "number": 8, "name": "n" * 999}]
        document["graphs"].append({"nodes": 3})
        document["sources"].append({"data": {"kind": "weather"}})

    told = "\n".join(spoilt(spoil))
    named = ("graph 2: A graph needs", "source 2: There is no", "run 1: Epochs", "run x is", "run 3", "run 7", "run 8")
    for part in named:
        assert part in told, part


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", 0), ("number", 2), ("seed", -1), ("seed", 1e300), ("stages", []), ("origin", {"run": -1, "step": 1}),
        ("starred", "yes"), ("diverged", None), ("name", None), ("graph", -1), ("graph", True),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_is_told(field: str, value: Any) -> None:
    assert spoilt(lambda document: document["runs"][0].update({field: value}))


def test_weights_and_epochs_that_are_others_are_told_in_the_report_of_the_project() -> None:
    project = moons()
    project.keep_runs, project.runs = True, (made(1), made(2))

    def ruin(members: dict[str, bytes]) -> None:
        members["runs.safetensors"] = safetensors_bytes({"1.dense_1.kernel": np.ones((2, 9), np.float32)})
        members["runs.npz"] = npz_bytes({"2": np.full((len(EpochEnd._fields), 1), np.nan)})
        members["history.npz"] = b"nothing"

    told = "\n".join(project_problems(repacked(ruin, project)))
    for part in ("history.npz", "run 1: dense_1.kernel has shape 2×4", "run 2: The history holds numbers"):
        assert part in told, part


# A full disk


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, path = moons(), tmp_path / "x.rambat"
    save(project, path)
    before = path.read_bytes()
    project.keep_runs, project.runs = True, (made(1),)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError, match=r"x\.rambat could not be written: No space left on device"):
        save(project, path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["x.rambat"]
    assert project.runs[0].history.epochs == 2
