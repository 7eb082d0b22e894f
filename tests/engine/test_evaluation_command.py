"""`evaluate` as a user types it: figures, confusion matrices, and what it warns of."""

from __future__ import annotations

import pytest

from engine.project import load
from tests.engine.commands import Run


def test_evaluate_prints_figures_and_who_is_taken_for_whom(run: Run, iris: str) -> None:
    answer = run("evaluate", iris)
    assert (answer.code, answer.err) == (0, "")
    figures, training, validation = (block.splitlines() for block in answer.out.split("\n\n"))
    assert figures[0].split() == ["training", "validation"]
    rows = {name: values for name, *values in map(str.split, figures[1:])}
    assert list(rows) == ["samples", "loss", "categorical_accuracy", "precision", "recall", "f1", "roc_auc"]
    assert rows["samples"] == ["112", "38"]
    last = load(iris).history[-1]
    assert float(rows["categorical_accuracy"][1]) == pytest.approx(last.val_accuracy, abs=1e-4)
    assert float(rows["loss"][1]) == pytest.approx(last.val_loss, abs=1e-4)
    for title, block, count in (("training", training, 112), ("validation", validation, 38)):
        assert block[0] == f"Confusion matrix, {title}"
        assert block[1].split() == ["actual", "\\", "predicted", "setosa", "versicolor", "virginica"]
        assert sum(int(cell) for row in block[2:] for cell in row.split()[1:]) == count


def test_evaluate_a_regression_and_an_untrained_example(run: Run) -> None:
    answer = run("evaluate", "sine", "--seed", "3")
    assert answer.code == 0
    assert answer.err == "rambat: sine is not trained; its initial weights are judged.\n"
    assert [line.split()[0] for line in answer.out.splitlines()[1:]] == ["samples", "loss", "mae", "rmse", "r2"]
    assert run("evaluate", "sine", "--seed", "4").out != answer.out


def test_evaluate_warns_of_a_split_that_is_not_the_trainings(run: Run, iris: str) -> None:
    assert "was trained with seed 0" in run("evaluate", iris, "--seed", "1").err
    assert run("evaluate", iris, "--seed", "0").err == ""


def test_evaluate_draws_a_table_at_a_terminal(run: Run, iris: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.tables.sys.stdout.isatty", lambda: True, raising=False)
    out = run("evaluate", iris).out
    assert "─" in out
    assert "categorical_accuracy" in out
    assert "Confusion matrix, validation" in out
