"""`predict` as a user types it: answers in the project's units, and what it refuses."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.project import load, load_example, save
from tests.engine.commands import Run


def test_predict_answers_in_the_projects_units(run: Run, iris: str) -> None:
    """Raw centimetres go in: the project's own scaling is applied."""
    data: Any = load_example("iris").data.load()
    with open("x.csv", "w", newline="") as file:
        csv.writer(file).writerows([data.features, *data.inputs.tolist()])
    answer = run("predict", iris, "--input", "x.csv")
    assert answer.code == 0
    header, *rows = csv.reader(io.StringIO(answer.out))
    assert header == ["class", "setosa", "versicolor", "virginica"]
    right = [row[0] == data.classes[int(target.argmax())] for row, target in zip(rows, data.targets, strict=True)]
    assert np.mean(right) > 0.95
    project = load(iris)
    expected = project.network().predict(project.prepare().fitted.scaler.transform(data.inputs))
    assert np.array_equal(np.array([row[1:] for row in rows], np.float32), expected)
    assert run("predict", iris, "--input", "x.csv", "--output", "y.csv").out == ""
    assert Path("y.csv").read_text() == answer.out


def test_predict_without_header_and_by_name(run: Run, iris: str) -> None:
    Path("plain.csv").write_text("5.1,3.5,1.4,0.2\n")
    names = ["petal width (cm)", "note", "petal length (cm)", "sepal width (cm)", "sepal length (cm)"]
    Path("named.csv").write_text(",".join(names) + "\n0.2,hello,1.4,3.5,5.1\n")
    answers = [run("predict", iris, "--input", name).out for name in ("plain.csv", "named.csv")]
    assert answers[0] == answers[1]
    assert answers[0].splitlines()[1].startswith("setosa,0.9")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1,2,3\n", ["x.csv, row 1: 4 columns are needed. Received: 3"]),
        ("1,2,3,4\n1,2,3,x\n", ["x.csv, row 2, column 4", "'x'"]),
        ("", ["x.csv holds no row of numbers"]),
    ],
)
def test_predict_bad_tables(run: Run, iris: str, text: str, parts: list[str]) -> None:
    Path("x.csv").write_text(text)
    run("predict", iris, "--input", "x.csv").refused(*parts)
    run("predict", iris, "--input", "none.csv").refused("none.csv could not be read")


def test_predict_regression(run: Run) -> None:
    run("train", "sine", "--save", "s.rambat")
    Path("x.csv").write_text("0\n1.5707963\n-1.5707963\n")
    header, *values = run("predict", "s.rambat", "--input", "x.csv").out.split()
    assert header == "output"
    assert np.allclose(np.array(values, float), [0, 1, -1], atol=0.15)


def test_predict_with_a_hinge_says_yes_above_0(run: Run, tmp_path: Path) -> None:
    project = load_example("xor")
    output = project.graph["output_1"].layer.replace(loss="hinge")
    project.graph.apply(project.graph.changed("output_1", output))
    last = project.graph.incoming("output_1")[0].source
    project.graph.apply(project.graph.changed(last, project.graph[last].layer.replace(activation="tanh")))
    project.weights = project.network().state_dict()
    save(project, tmp_path / "h.rambat")
    Path("x.csv").write_text("0,0\n0,1\n1,0\n1,1\n")
    _, *rows = csv.reader(io.StringIO(run("predict", "h.rambat", "--input", "x.csv").out))
    values = [float(row[1]) for row in rows]
    assert any(0 < value < 0.5 for value in values)
    assert [row[0] for row in rows] == ["1" if value > 0 else "0" for value in values]
