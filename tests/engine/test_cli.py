"""The headless commands, as a user types them: through main.main."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import main as entry
from engine import VERSION
from engine.catalog import CATALOGS
from engine.checkpoint import from_bytes
from engine.cli import build_parser
from engine.data import DataSource
from engine.events import StopReason
from engine.export import NumpyArchive
from engine.gradient_check import GradientCheck
from engine.layers import Layer
from engine.optimizers import SGD
from engine.project import examples, load, load_example, save
from engine.training_command import TrainingOutputs
from engine.weights_file import read_weights
from tests.engine.commands import Run


def log(path: str = "log.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


@pytest.mark.parametrize("command", entry.COMMANDS)
def test_the_help_of_every_command_has_examples_that_can_be_typed(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = build_parser({"draw": entry.draw, "record": entry.record})
    with pytest.raises(SystemExit):
        parser.parse_args([command, "--help"])
    told = capsys.readouterr().out.partition("examples:")[2]
    examples = [line.split() for line in told.splitlines() if line.startswith("  ") and line[2] != " "]
    assert examples
    for words in examples:
        parser.parse_args(words[words.index(command) :])


# train


def test_train_writes_log_weights_and_project(run: Run) -> None:
    answer = run(
        "train", "iris", "--epochs", "60",
        "--export", "w.npz", "--export", "w.safetensors", "--log", "log.jsonl", "--save", "t.rambat",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("iris: 60 epochs, 420 steps in ")
    assert run("train", "xor", "--epochs", "1").out.startswith("xor: 1 epoch, 1 step in ")
    assert answer.out.count("\n") == 1
    lines = log()
    assert [line["epoch"] for line in lines] == list(range(1, 61))
    wanted = {"epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds"}
    assert all(wanted <= set(line) for line in lines)
    assert lines[-1]["loss"] < 0.1 < lines[0]["loss"]
    project = load("t.rambat")
    assert [event.loss for event in project.history] == [line["loss"] for line in lines]
    state = project.network().state_dict()
    for path in ("w.npz", "w.safetensors"):
        weights = read_weights(path)
        assert weights.keys() == state.keys()
        assert all(np.array_equal(weights[key], state[key]) for key in state)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_log_on_a_full_disk_is_told(run: Run) -> None:
    answer = run("train", "xor", "--epochs", "2", "--log", "/dev/full")
    assert (answer.code, answer.err) == (2, "rambat: /dev/full could not be written: No space left on device\n")


def test_what_does_not_exist_is_not_logged(run: Run) -> None:
    assert run("train", "sine", "--epochs", "1", "--log", "log.jsonl").code == 0
    assert set(log()[0]) == {"epoch", "step", "loss", "val_loss", "learning_rate", "seconds"}


def test_same_seed_same_bits_other_seed_others(run: Run) -> None:
    for name, seed in (("a", "5"), ("b", "5"), ("c", "6")):
        assert run("train", "moons", "--epochs", "3", "--seed", seed, "--export", f"{name}.npz").code == 0
    a, b, c = (Path(f"{name}.npz").read_bytes() for name in "abc")
    assert a == b != c


def test_options_change_the_training(run: Run) -> None:
    options = [
        "--epochs",
        "2",
        "--batch-size",
        "10",
        "--learning-rate",
        "0.5",
        "--log",
        "log.jsonl",
        "--save",
        "t.rambat",
    ]
    assert run("train", "iris", *options).code == 0
    assert log()[-1]["learning_rate"] == 0.5
    assert log()[-1]["step"] == 2 * 12  # 112 training samples
    training = load("t.rambat").training
    assert (training.epochs, training.batch_size, training.optimizer.learning_rate) == (2, 10, 0.5)


def test_training_begins_anew_unless_told_to_continue(run: Run) -> None:
    run("train", "iris", "--epochs", "30", "--save", "t.rambat", "--log", "first.jsonl")
    run("train", "t.rambat", "--log", "again.jsonl")
    run("train", "t.rambat", "--continue", "--log", "on.jsonl", "--save", "on.rambat")
    first, again, on = (log(f"{name}.jsonl") for name in ("first", "again", "on"))
    assert [line["loss"] for line in first] == [line["loss"] for line in again]
    assert on[0]["loss"] < first[-1]["loss"] + 0.02 < first[0]["loss"]
    assert [run.origin for run in load("on.rambat").runs] == [None, (1, first[-1]["step"])]
    run("train", "iris", "--continue").refused("iris has no trained weights")


def test_a_loss_target_is_told(run: Run, tmp_path: Path) -> None:
    project = load_example("xor")
    project.training = project.training.replace(loss_target=0.3)
    save(project, tmp_path / "t.rambat")
    answer = run("train", "t.rambat")
    assert answer.code == 0
    assert "loss target of 0.3 is reached" in answer.out


def test_early_stopping_is_told(run: Run, tmp_path: Path) -> None:
    project = load_example("iris")
    project.training = project.training.replace(patience=2, min_delta=1e9, restore_best=True)
    save(project, tmp_path / "t.rambat")
    answer = run("train", "t.rambat")
    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        "Stopped early: the loss has not improved for 2 epochs.",
        "The weights are those of epoch 3, the best one.",
    ]


def test_a_last_step_beyond_all_numbers_is_no_success(run: Run) -> None:
    """No batch after it would tell; what stood before it is written."""
    answer = run(
        "train", "sine", "--epochs", "1", "--batch-size", "100000", "--learning-rate", "1e39",
        "--save", "z.rambat", "--export", "z.npz", "--checkpoint", "z.ckpt",
    )  # fmt: skip
    assert answer.code == 1
    assert "The weights of dense_1 are not finite numbers any more at the end of epoch 1." in answer.err
    initial = load_example("sine").network().state_dict()
    for weights in (load("z.rambat").weights, read_weights("z.npz")):
        assert weights is not None
        assert all(np.array_equal(weights[key], initial[key]) for key in initial)
    assert run("train", "sine", "--epochs", "3", "--resume", "z.ckpt").code == 0


def test_a_resumed_run_writes_what_the_uninterrupted_one_writes(run: Run) -> None:
    run("train", "iris", "--epochs", "8", "--export", "a.npz", "--log", "a.jsonl", "--save", "a.rambat")
    assert run("train", "iris", "--epochs", "3", "--checkpoint", "c.ckpt").code == 0
    answer = run(
        "train", "iris", "--epochs", "8", "--resume", "c.ckpt",
        "--export", "b.npz", "--log", "b.jsonl", "--save", "b.rambat", "--checkpoint", "c.ckpt",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    assert Path("a.npz").read_bytes() == Path("b.npz").read_bytes()
    logs = [[{**line, "seconds": 0} for line in log(name)] for name in ("a.jsonl", "b.jsonl")]
    assert logs[0] == logs[1]
    assert [end.epoch for end in load("b.rambat").history] == list(range(1, 9))
    assert run("train", "iris", "--epochs", "8", "--resume", "c.ckpt").out.startswith("iris: 8 epochs")
    run("train", "wine", "--resume", "c.ckpt").refused(
        "checkpoint is of another run", "input_1.shape is [4] there and [13] here"
    )


def test_a_run_goes_on_from_where_its_project_holds_that_it_stands(run: Run) -> None:
    assert run("train", "iris", "--epochs", "8", "--export", "a.npz").code == 0
    assert run("train", "iris", "--epochs", "3", "--save", "b.rambat").code == 0
    answer = run(
        "train", "b.rambat", "--resume", "b.rambat", "--epochs", "8", "--export", "b.npz", "--save", "b.rambat"
    )
    assert (answer.code, answer.err) == (0, "")
    assert Path("a.npz").read_bytes() == Path("b.npz").read_bytes()
    project = load("b.rambat")
    assert [end.epoch for end in project.history] == list(range(1, 9))
    assert project.moment is not None
    assert project.moment.end == (StopReason.EPOCHS, 8, project.history[-1].step, None)
    project.moment = None
    save(project, "c.rambat")
    run("train", "c.rambat", "--resume", "c.rambat").refused("c.rambat holds no run that can go on")


def test_checkpoints_on_the_way(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr(
        "engine.training_command.write_atomically",
        lambda path, content: written.append((path.name, from_bytes(content).numbers["counters"]["run"]["epoch"])),
    )
    run("train", "iris", "--epochs", "7", "--checkpoint", "c.ckpt", "--checkpoint-every", "3")
    assert written == [("c.ckpt", 4), ("c.ckpt", 7), ("c.ckpt", 8)]  # the epoch that would come next


def test_divergence_ends_with_1_and_keeps_what_was_learned_before(run: Run) -> None:
    project = load_example("sine")
    project.training = project.training.replace(optimizer=SGD(learning_rate=3.0), epochs=50)
    save(project, "s.rambat")
    answer = run("train", "s.rambat", "--log", "log.jsonl", "--export", "w.npz", "--save", "t.rambat")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "not a finite number any more at step" in answer.err
    assert "smaller learning rate" in answer.err
    summary, kept, coach = answer.out.splitlines()
    step = int(kept.removeprefix("The weights are those of step ").partition(",")[0])
    assert summary.startswith("s.rambat: ")
    assert step > 0
    assert coach.startswith("coach: The run has diverged: ")
    assert coach.endswith("Try a learning rate ten times smaller, with fresh weights.")
    written = load("t.rambat")
    (diverged,) = written.runs
    assert (diverged.diverged, written.at_hand) == (True, diverged)
    assert len(written.history) == len(log()) == diverged.history.epochs
    weights = read_weights("w.npz")
    assert written.weights is not None
    assert all(np.isfinite(array).all() for array in weights.values())
    assert all(np.array_equal(weights[key], array) for key, array in written.weights.items())


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["train"], ["FILE"]),
        (["train", "nothing"], ["no file and no example called nothing", "iris"]),
        (["train", "none.rambat"], ["There is no file none.rambat"]),
        (["train", "."], ["is a folder"]),
        (["train", "iris", "--epochs", "0"], ["Epochs", "at least 1", "0"]),
        (["train", "iris", "--epochs", "many"], ["Epochs takes a whole number (at least 1). Received: 'many'."]),
        (["train", "iris", "--epochs", "1.5"], ["Epochs takes a whole number (at least 1). Received: 1.5."]),
        (["train", "iris", "--batch-size", "x", "--seed", "y"], ["Batch size takes", "'x'", "Seed takes", "'y'"]),
        (["train", "iris", "--learning-rate", "fast"], ["Learning rate takes a number above 0. Received: 'fast'."]),
        (["train", "iris", "--epochs", "1" + "0" * 400], ["Epochs"]),
        (["train", "iris", "--seed", "-1"], ["Seed"]),
        (["train", "iris", "--batch-size", "0"], ["Batch size"]),
        (["train", "iris", "--learning-rate", "nan"], ["Learning rate"]),
        (["train", "iris", "--export", "w.bin"], ["w.bin", ".npz, .safetensors"]),
        (["train", "iris", "--export", "none/w.npz"], ["no folder none"]),
        (["train", "iris", "--log", "none/log"], ["no folder none"]),
        (["train", "iris", "--save", "."], ["is a folder"]),
        (["train", "iris", "--save", "l.txt"], ["A project's name ends in .rambat. Received: l.txt."]),
        (["train", "iris", "--checkpoint", "none/c.ckpt"], ["no folder none"]),
        (["train", "iris", "--checkpoint-every", "3"], ["--checkpoint-every needs --checkpoint"]),
        (["train", "iris", "--checkpoint", "c.ckpt", "--checkpoint-every", "0"], ["at least 1"]),
        (["train", "iris", "--resume", "c.ckpt"], ["c.ckpt could not be read"]),
        (["train", "iris", "--resume", "c.ckpt", "--continue"], ["leave --continue out"]),
        (["train", "iris", "--colour"], ["--colour"]),
        (["train", "iris", "wine"], ["wine"]),
        (["dance"], ["dance"]),
        (["--colour"], ["A command comes first: import", "Received: --colour."]),
        (["predict", "iris"], ["--input"]),
        (["predict", "iris", "--input", "x.csv"], ["iris has no trained weights yet", "Train it first"]),
        (["evaluate"], ["FILE"]),
        (["evaluate", "iris", "--epochs", "3"], ["--epochs 3", "evaluate --help"]),
        (["evaluate", "nothing"], ["no file and no example called nothing"]),
        (["evaluate", "iris", "--seed", "x"], ["Seed takes", "'x'"]),
        (["evaluate", "iris", "--seed", "-1"], ["Seed takes", "-1"]),
        (["export", "iris"], ["OUT"]),
        (["export", "iris", "w.txt"], ["w.txt"]),
        (["export", "iris", "w.npz", "--to", "onyx"], ["onyx"]),
        (["export", "iris", "none/w.npz"], ["could not be written"]),
        (["check", "nothing"], ["nothing"]),
        (["list"], ["WHAT"]),
        (["list", "dogs"], ["dogs", "layers"]),
    ],
)  # fmt: skip
def test_bad_command_lines(run: Run, arguments: list[str], parts: list[str]) -> None:
    answer = run(*arguments)
    answer.refused(*parts)
    assert answer.out == ""


def test_the_version(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--version")
    assert (ended.value.code, capsys.readouterr().out) == (0, f"rambat {VERSION}\n")
    declared = tomllib.loads((Path(entry.__file__).parent / "pyproject.toml").read_text())
    assert declared["project"]["version"] == VERSION == "0.1.0"


@pytest.mark.parametrize("option", [("--export", "w.npz"), ("--save", "t.rambat")])
def test_a_folder_that_takes_no_file_is_noticed_before_training(
    run: Run, option: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(**options: Any) -> None:
        assert options["dir"] == Path("read_only")
        raise PermissionError(13, "Permission denied")

    (tmp_path / "read_only").mkdir()
    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    monkeypatch.setattr("engine.training_command.Trainer", None)
    run("train", "iris", option[0], f"read_only/{option[1]}").refused(
        f"read_only/{option[1]} could not be written: Permission denied"
    )


def test_a_log_that_cannot_be_opened_is_noticed_before_training(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if mode == "w":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, *rest, **options)

    monkeypatch.setattr("engine.trainer.Trainer.run", None)
    monkeypatch.setattr(Path, "open", refuse)
    run("train", "xor", "--log", "log.jsonl").refused("log.jsonl could not be written: Permission denied")


def test_trying_to_write_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.rambat").write_text("old")
    TrainingOutputs(None, Path("t.rambat"), ((Path("w.npz"), NumpyArchive()),)).check()
    assert [path.name for path in tmp_path.iterdir()] == ["t.rambat"]
    assert (tmp_path / "t.rambat").read_text() == "old"


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04", b"\x00" * 100])
@pytest.mark.parametrize("command", [["train"], ["evaluate"], ["check"], ["export", "w.npz"]])
def test_damaged_projects(run: Run, content: bytes, command: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.rambat").write_bytes(content)
    run(command[0], "x.rambat", *command[1:]).refused()


def test_a_file_comes_before_an_example_of_that_name(run: Run, tmp_path: Path) -> None:
    save(load_example("xor"), tmp_path / "iris")
    assert "dense_1   Dense   4" in run("check", "iris").out


def broken(tmp_path: Path) -> str:
    project = load_example("iris")
    project.graph.add(Layer.from_json({"kind": "Dense", "units": 5}))
    project.graph.apply(project.graph.changed("input_1", Layer.from_json({"kind": "Input", "shape": [5]})))
    save(project, tmp_path / "broken.rambat")
    return "broken.rambat"


def test_a_network_that_cannot_run(run: Run, tmp_path: Path) -> None:
    name = broken(tmp_path)
    for command in ("train", "evaluate"):
        run(command, name).refused("input_1: The data bring 4", "dense_3: Not connected yet.")
    answer = run("check", name)
    answer.refused("problems: 2. The first: input_1: The data bring 4, and 5 is expected here.")
    assert "unfinished: dense_3: Not connected yet." in answer.out
    assert "error: input_1: The data bring 4, and 5 is expected here." in answer.out
    assert "dense_3   Dense   ?" in answer.out


# export, check, list


def test_export_of_a_trained_project_and_of_an_example(run: Run, iris: str) -> None:
    answer = run("export", iris, "w.bin", "--to", "safetensors")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    weights = load(iris).weights or {}
    assert all(np.array_equal(array, weights[key]) for key, array in read_weights("w.bin").items())
    answer = run("export", "iris", "w.npz")
    assert answer.code == 0
    assert "not trained" in answer.err
    assert not np.array_equal(read_weights("w.npz")["dense_1.kernel"], weights["dense_1.kernel"])


def test_check_shows_shapes_and_counts(run: Run) -> None:
    answer = run("check", "digits")
    assert (answer.code, answer.err) == (0, "")
    rows = [line.split() for line in answer.out.splitlines()]
    assert rows == [
        ["Layer", "Kind", "Output", "shape", "Parameters", "Trainable", "Multiply-adds", "Activations", "Weights"],
        ["input_1", "Input", "64", "0", "0", "0", "256", "B", "0", "B"],
        ["dense_1", "Dense", "32", "2,080", "2,080", "2,048", "128", "B", "8.3", "kB"],
        ["dense_2", "Dense", "10", "330", "330", "320", "40", "B", "1.3", "kB"],
        ["output_1", "Output", "10", "0", "0", "0", "40", "B", "0", "B"],
        ["Total", "2,410", "2,410", "2,368", "464", "B", "9.6", "kB"],
    ]


@pytest.mark.parametrize("name", ["xor", "digits", "skip"])
def test_check_gradients(run: Run, name: str) -> None:
    answer = run("check", name, "--gradients")
    assert answer.code == 0
    rows = [line for line in answer.out.splitlines() if line.endswith(" ok")]
    assert len(rows) == len(load_example(name).network().state_dict())
    assert all(float(row.split()[-2]) <= 1e-6 for row in rows)


def test_wrong_gradients_end_with_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.check_command.check_gradients", lambda *_: (GradientCheck("w", 1, 1, 0.5),))
    answer = run("check", "xor", "--gradients")
    assert answer.code == 1
    assert answer.out.splitlines()[-1].split() == ["w", "1", "of", "1", "5.0e-01", "WRONG"]


@pytest.mark.parametrize("what", [*(name for name, kinds in CATALOGS.items() if kinds), "examples"])
def test_list_names_everything(run: Run, what: str) -> None:
    entries = json.loads(run("list", what, "--json").out)
    plain = run("list", what)
    assert plain.code == 0
    assert [line.split()[0] for line in plain.out.splitlines()] == [entry["name"] for entry in entries]
    assert entries
    assert all(entry["label"] and entry["summary"] for entry in entries)


def test_list_tells_fields(run: Run) -> None:
    entries = {entry["name"]: entry for entry in json.loads(run("list", "datasets", "--json").out)}
    assert list(entries) == list(DataSource.kinds())
    fields = {field["name"]: field for field in entries["gaussian_blobs"]["fields"]}
    assert fields["classes"]["default"] == 3
    assert fields["classes"]["type"] == "int"
    assert "from 2 to 10" in fields["classes"]["wanted"]
    assert "500 × 28×28×1" in run("list", "datasets").out
    layers = {entry["name"]: entry for entry in json.loads(run("list", "layers", "--json").out)}
    dense = {field["name"]: field for field in layers["Dense"]["fields"]}
    assert "tanh" in dense["activation"]["choices"]
    names = [entry["name"] for entry in json.loads(run("list", "examples", "--json").out)]
    assert names == list(examples())


def test_schedules_are_listed(run: Run) -> None:
    entries = {entry["name"]: entry for entry in json.loads(run("list", "schedules", "--json").out)}
    assert next(iter(entries)) == "constant"
    fields = {field["name"]: field for field in entries["cosine"]["fields"]}
    assert (fields["unit"]["choices"], fields["T_max"]["optional"]) == (["epoch", "step"], True)
