"""Project files: exact round trips, one report for all that is wrong, and nothing run or unpacked from strangers."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import project as projects
from engine.data import DataSource, Preparation
from engine.direction import Direction
from engine.edits import connect
from engine.errors import GraphError, HyperparameterError, ProjectError
from engine.events import EpochEnd
from engine.graph import Graph
from engine.history import epoch_columns
from engine.layers import Layer
from engine.project import Project, from_bytes, load, load_example, save, to_bytes
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.weight_check import misfits
from engine.weights_file import npz_bytes, safetensors_bytes

EPOCH = EpochEnd(1, 12, 0.5, 0.75, None, None, 0.01, 0.25)


def trained(name: str = "xor") -> Project:
    project = load_example(name)
    network = project.network()
    trainer = Trainer(network, project.prepare().dataset, project.training.replace(epochs=3))
    project.history = tuple(event for event in trainer.run() if isinstance(event, EpochEnd))
    project.weights = network.state_dict()
    return project


def same(one: Project, other: Project) -> bool:
    if (one.weights is None) != (other.weights is None):
        return False
    weights = all(np.array_equal(array, (other.weights or {})[key]) for key, array in (one.weights or {}).items())
    rest = [{**vars(project), "weights": None} for project in (one, other)]
    return weights and rest[0] == rest[1]


def repacked(change: Callable[[dict[str, bytes]], Any], project: Project | None = None) -> bytes:
    """A project's file with its members altered."""
    with zipfile.ZipFile(io.BytesIO(to_bytes(project or trained()))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(change: Callable[[dict[str, Any]], Any], project: Project | None = None) -> bytes:
    """A project's file with its document altered."""

    def alter(members: dict[str, bytes]) -> None:
        document = json.loads(members["project.json"])
        change(document)
        members["project.json"] = json.dumps(document).encode()

    return repacked(alter, project)


def adding(**entries: Any) -> Callable[[dict[str, Any]], None]:
    """A change that puts these entries in."""
    return lambda mapping: mapping.update(entries)


def problems(content: bytes) -> list[str]:
    with pytest.raises(ProjectError) as caught:
        from_bytes(content)
    return [str(message) for message in caught.value.messages]


# Good files


def test_a_trained_project_comes_back(tmp_path: Path) -> None:
    project, path = trained(), tmp_path / "x.rambat"
    save(project, path)
    assert same(load(path), project)
    assert len(project.history) == 3
    assert os.listdir(tmp_path) == ["x.rambat"]


def test_the_same_project_gives_the_same_bytes() -> None:
    project = trained()
    assert to_bytes(project) == to_bytes(project)
    assert to_bytes(from_bytes(to_bytes(project))) == to_bytes(project)


def test_the_file_is_what_design_says() -> None:
    with zipfile.ZipFile(io.BytesIO(to_bytes(trained()))) as archive:
        assert archive.namelist() == ["project.json", "weights.safetensors", "history.npz"]
        text = archive.read("project.json").decode()
    document = json.loads(text)
    assert (document["format"], document["version"]) == ("rambat", 1)
    assert [node["id"] for node in document["graph"]["nodes"]] == ["dense_1", "dense_2", "input_1", "output_1"]
    assert text == json.dumps(document, sort_keys=True, indent=2) + "\n"


@given(
    st.lists(st.sampled_from(list(Layer.kinds())), max_size=6),
    st.sampled_from(list(DataSource.kinds())),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.integers(0, 10**9),
    st.floats(0, 0.99),
    st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=2),
    st.booleans(),
)
def test_any_half_drawn_project_comes_back(
    kinds: list[str], data: str, title: str, number: int, share: float, place: list[float], run: bool
) -> None:
    graph = Graph()
    for kind in kinds:
        last = graph.add(Layer.resolve(kind), position=(place[0], place[1]))
        before = next((node.id for node in graph if node.id != last and node.layer.has_output), None)
        if before and graph.free_port(last) == 0:
            for edit in connect(graph, before, last):
                graph.apply(edit)
    training = TrainingConfig.from_json({"seed": number, "epochs": number + 1})
    preparation = Preparation.from_json({"validation": share})
    project = Project(graph, training, DataSource.resolve(data), preparation, number, title, title[::-1])
    project.history = (EPOCH,) if run else ()
    assert same(from_bytes(to_bytes(project)), project)


def test_learned_weights_stand_in_the_network() -> None:
    project = trained()
    assert project.weights is not None
    network = from_bytes(to_bytes(project)).network()
    assert all(np.array_equal(array, project.weights[key]) for key, array in network.state_dict().items())
    project.weights = None
    untrained = project.network("float64")
    assert untrained.dtype == np.float64
    assert not np.array_equal(untrained.state_dict()["dense_1.kernel"], network.state_dict()["dense_1.kernel"])


def test_weights_of_a_graph_that_changed_are_not_saved() -> None:
    project = trained()
    project.graph.apply(project.graph.changed("dense_1", project.graph["dense_1"].layer.replace(units=5)))
    back = from_bytes(to_bytes(project))
    assert back.weights is None
    kept = project.network().state_dict()
    assert kept["dense_1.kernel"].shape == (2, 5)
    assert np.array_equal(kept["dense_2.bias"], (project.weights or {})["dense_2.bias"])


def test_the_largest_count_that_is_taken_can_be_read_again() -> None:
    """A count of more digits than a file's reader lets pass would make the file useless with all that is in it."""
    project = load_example("xor")
    project.training = project.training.replace(epochs=2**53)
    assert from_bytes(to_bytes(project)).training.epochs == 2**53
    with pytest.raises(HyperparameterError, match="a number from 1 to 9007199254740992"):
        project.training.replace(epochs=10**18)


def test_a_network_beyond_memory_is_an_error() -> None:
    project = load_example("xor")
    project.graph.apply(project.graph.changed("dense_1", project.graph["dense_1"].layer.replace(units=10**15)))
    with pytest.raises(GraphError, match="too much to train here"):
        from_bytes(to_bytes(project)).network()


def test_memory_that_others_hold_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr("engine.project.Network", fail)
    with pytest.raises(GraphError, match=r"A network of 17 weights needs more memory than there is\."):
        load_example("xor").network()


# The direction of the drawing


def test_the_direction_is_saved_where_it_is_not_the_usual_one() -> None:
    project = load_example("xor")
    assert "direction" not in projects.document_text(project)
    assert projects.from_bytes(projects.to_bytes(project)).direction is Direction.RIGHT
    project.direction = Direction.DOWN
    assert projects.from_bytes(projects.to_bytes(project)).direction is Direction.DOWN


@pytest.mark.parametrize("value", ["up", None, 1, ["down"]])
def test_an_unknown_direction_is_told(value: Any) -> None:
    document = json.loads(projects.document_text(load_example("xor")))
    with pytest.raises(ProjectError, match=r"A drawing runs one of these ways: right, down\. Received: "):
        projects.from_document(document | {"direction": value})


# Foreign and damaged files


@pytest.mark.parametrize("content", [b"", b"hello", b"\x80\x04.", b"P", pickle.dumps([1]), b"{}"])
def test_foreign_files_get_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.rambat"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=r"x\.rambat is not a Rambat project") as caught:
        load(path)
    assert len(caught.value.messages) == 1


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="There is no file"):
        load(tmp_path / "none.rambat")
    with pytest.raises(ProjectError, match="is a folder"):
        load(tmp_path)


def test_an_archive_of_something_else() -> None:
    told = "The file is not a Rambat project: it holds no project.json."
    for content in (
        npz_bytes({"w": np.ones(2), "v": np.ones(1)}),
        repacked(lambda members: members.pop("project.json")),
    ):
        assert problems(content) == [told]


def test_messages_name_the_file_that_is_loaded(tmp_path: Path) -> None:
    path, content = tmp_path / "x.rambat", to_bytes(trained())
    for wrong, told in (
        (content[:-40], "is damaged or cut off ("),
        (content.replace(b"dense_1.kernel", b"dense_9.kernel"), "is damaged or cut off ("),  # its checksum tells
        (npz_bytes({"w": np.ones(2)}), "is not a Rambat project: it holds no project.json."),
        (repacked(adding(**{"project.json": b"{}"})), "is not a Rambat project: its project.json is of another kind."),
        (repacked(adding(**{"project.json": b"{"})), "is damaged: its project.json cannot be read ("),
    ):
        path.write_bytes(wrong)
        with pytest.raises(ProjectError) as caught:
            load(path)
        (message,) = caught.value.messages
        assert str(message).startswith(f"{path} {told}")


def test_every_cut_is_one_message() -> None:
    content = to_bytes(trained())
    for length in range(2, len(content), 97):
        assert len(problems(content[:length])) == 1


def test_names_that_lead_outside_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("../evil.txt", "/tmp/evil.txt", "project.json/../../evil"):
        assert "does not belong" in problems(repacked(adding(**{name: b"x"})))[0]
    assert not os.listdir(tmp_path)


def test_a_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", b" " * 50_000_000)
    assert "suspiciously large" in problems(buffer.getvalue())[0]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "rambat", "version": NaN}',
        b'{"format": "rambat", "version": 1e999}',
        b'{"format": "rambat", "version": ' + b"9" * 5000 + b"}",
        b'{"format": "rambat", "title": "\\ud800"}',
    ],
)
def test_a_document_that_is_no_json(text: bytes) -> None:
    (problem,) = problems(repacked(lambda members: members.update({"project.json": text})))
    assert problem.startswith("The file is damaged: its project.json cannot be read (")


@pytest.mark.parametrize("document", [b"[]", b"7", b"null", b"{}", b'{"format": "other", "version": 1}'])
def test_a_document_of_another_kind(document: bytes) -> None:
    (problem,) = problems(repacked(lambda members: members.update({"project.json": document})))
    assert "not a Rambat project" in problem


def test_versions() -> None:
    (newer,) = problems(edited(lambda document: document.update(version=2)))
    assert "made by a newer Rambat" in newer
    for version in (0, -1, None, "1", [1], 1.5, True):
        (unknown,) = problems(edited(adding(version=version)))
        assert "version of the project is unknown" in unknown


def test_an_older_version_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "title": document["name"], "version": 1}

    monkeypatch.setattr(projects, "MIGRATIONS", {0: rename})
    assert projects.migrate({"name": "old", "version": 0})["title"] == "old"


def test_all_that_is_wrong_is_reported_at_once() -> None:
    def spoil(document: dict[str, Any]) -> None:
        nodes = {node["id"]: node for node in document["graph"]["nodes"]}
        nodes["dense_1"]["layer"]["kind"] = "Magic"
        nodes["dense_2"]["layer"]["units"] = -3
        nodes["input_1"]["layer"]["colour"] = "red"
        document["graph"]["edges"].append({"source": "ghost", "target": "output_1", "port": 0})
        document["training"]["epochs"] = 0
        document["training"]["batch_size"] = "all"
        document["data"] = {"kind": "weather"}
        document["preparation"]["scaling"] = "huge"
        document["steps_per_second"] = -1
        document["title"] = 7
        document["extra"] = {}
        del document["description"]

    def ruin(members: dict[str, bytes]) -> None:
        document = json.loads(members["project.json"])
        spoil(document)
        members["project.json"] = json.dumps(document).encode()
        members["weights.safetensors"] = b"nothing"
        members["history.npz"] = npz_bytes({"epoch": np.ones(3)})

    told = "\n".join(problems(repacked(ruin)))
    for part in (
        "Magic", "-3", "colour", "ghost", "Epochs", "Batch size", "weather", "huge", "steps_per_second",
        "title: A text", "unknown part: extra", "lacks a part: description", "weights.safetensors: ", "history.npz: ",
    ):  # fmt: skip
        assert part in told, part


def test_weights_that_do_not_fit_are_all_named() -> None:
    wrong = {"dense_1.kernel": np.ones((3, 4)), "dense_1.bias": np.ones(4), "stray.bias": np.ones(1)}
    told = problems(repacked(lambda members: members.update({"weights.safetensors": safetensors_bytes(wrong)})))
    assert sorted(told) == [
        "The weights hold stray.bias, which the network does not have.",
        "The weights lack dense_2.bias.",
        "The weights lack dense_2.kernel.",
        "dense_1.kernel has shape 2×4. Received: 3×4.",
    ]


@pytest.mark.parametrize(
    "wrong",
    [np.full((4, 2), np.nan), np.full((4, 2), np.inf, np.float32), np.full((4, 2), 1e300), np.ones((4, 2), bool)],
    ids=["nan", "inf", "beyond float32", "truth values"],
)
def test_weights_that_are_no_numbers_are_refused_and_not_saved(wrong: np.ndarray) -> None:
    project = trained()
    assert project.weights is not None
    key = next(key for key, array in project.weights.items() if array.ndim == 2)
    wrong = np.resize(wrong, project.weights[key].shape)
    weights = {**project.weights, key: wrong}
    told = problems(repacked(lambda members: members.update({"weights.safetensors": safetensors_bytes(weights)})))
    assert told == [f"{key} holds values that are not finite numbers of float32."]
    project.weights = weights
    assert from_bytes(to_bytes(project)).weights is None
    with pytest.raises(ProjectError, match=rf"^{key} holds values that are not finite numbers of float32\.$"):
        project.network()


def test_misfits_makes_no_arrays() -> None:
    graph = load_example("xor").graph
    graph.apply(graph.changed("dense_1", graph["dense_1"].layer.replace(units=10**15)))
    assert len(misfits(graph, {})) == 4


def test_a_pickle_in_the_history_is_refused() -> None:
    columns = epoch_columns([EPOCH])
    buffer = io.BytesIO()
    objects = {name: np.array([print], dtype=object) if name == "loss" else column for name, column in columns.items()}
    np.savez(buffer, **objects)  # type: ignore[arg-type]
    (problem,) = problems(repacked(lambda members: members.update({"history.npz": buffer.getvalue()})))
    assert "loss.npy is not a plain array of numbers" in problem


@pytest.mark.parametrize("part", ["graph", "training", "data", "preparation"])
@pytest.mark.parametrize("value", [None, 7, "text", [], [[1]], {}, {"kind": []}, {"nodes": [None], "edges": [7]}])
def test_parts_of_wrong_type_are_refused_or_default(part: str, value: Any) -> None:
    """Every part is refused in words, save an empty group where all fields have defaults."""
    content = edited(lambda document: document.update({part: value}), load_example("xor"))
    if value in ({}, {"kind": []}) and part in ("training", "preparation"):
        assert from_bytes(content).title == "XOR"
    else:
        assert all(problem.startswith(f"{part}: ") for problem in problems(content))


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.rambat"
    save(load_example("xor"), path)

    def fail(source: Any, target: Any) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ProjectError, match="Permission denied"):
        save(load_example("iris"), path)
    assert load(path).title == "XOR"
    assert os.listdir(tmp_path) == ["x.rambat"]
