"""What is told of runs where there is little room, and in files."""

from __future__ import annotations

import pytest

from engine.runs.comparison import distance
from gui import i18n
from gui.plots.runs.list_model import Column
from gui.plots.runs.pages import CURVES, RESULTS, RUNS, SETTINGS, WEIGHTS
from gui.plots.runs.two_lines import BELOW
from gui.plots.runs.values import epoch_text


def below(panel):
    return [panel.model.index(row, Column.NAME).data(BELOW) for row in range(panel.model.count())]


def test_files_are_for_programs_and_speak_english_with_all_digits(panel, qtbot, qapp):
    runs = panel.session.runs
    panel.turn_to(WEIGHTS)
    qtbot.waitUntil(lambda: len(panel.sheets[2].model.sheet.rows) == 3)
    i18n.install(qapp, "id")
    try:
        panel.turn_to(WEIGHTS)
        qtbot.waitUntil(lambda: panel.sheets[2].model.sheet.headings[0] == "Pelatihan tersimpan")
        tables = []
        for page in (WEIGHTS, RESULTS, SETTINGS, CURVES):
            panel.turn_to(page)
            tables.append(panel.table())
        panel.resize(300, 300)
        panel.turn_to(RUNS)
        listed = panel.table()
    finally:
        i18n.install(qapp, "en")
    weights, results, settings, curves = tables
    keys = ["all_weights", "all_weights_share", "dense_1", "dense_1_share", "dense_2", "dense_2_share"]
    assert list(weights) == ["run", "other", *keys]
    assert weights["all_weights"][0] == distance(runs[0].weights, runs[1].weights).whole.absolute
    assert results["figure"][:4] == ["epochs", "loss", "best_loss", "best_loss_epoch"]
    assert settings == {"setting": ["Batch size"], "Run 1": ["16"], "Run 2": ["32"], "Run 3": ["32"]}
    assert list(curves)[:2] == ["Run 1: epoch", "Run 1: loss"]
    measures = ["loss", "val_loss", "accuracy", "val_accuracy"]
    assert list(listed) == ["run", "star", "name", "began", "epochs", *measures, "changes"]
    assert listed["name"] == ["Run 1", "Run 2", "Run 3"]
    assert listed["loss"] == [run.history.column("loss")[-1] for run in runs]


def test_a_file_of_distances_holds_what_is_compared_now_and_nothing_of_before(panel, qtbot):
    panel.turn_to(WEIGHTS)
    qtbot.waitUntil(lambda: len(panel.table().get("all_weights", ())) == 3)
    panel.model.ticked = {1, 2}
    panel._show_page()
    assert "dense_1" not in panel.table(), "these are being measured"
    qtbot.waitUntil(lambda: "dense_1" in panel.table())
    assert panel.table()["other"] == [2]
    panel.model.ticked = {2}
    panel._show_page()
    assert panel.table()["run"] == []


def test_a_narrow_list_tells_accuracy_and_epochs_below_the_names(panel, qtbot):
    shares = [f"{100 * line.figure('val_accuracy').final:.3g}%" for line in panel.model.lines]

    def is_narrow():
        panel.resize(280, 300)  # once more after the pages have gone, which leave no room for that
        return panel.width() == 280 and below(panel)[0].startswith(f"{shares[0]} · 2 ep. · ")

    qtbot.waitUntil(is_narrow)
    assert below(panel)[1].startswith(f"{shares[1]} · 1 ep. · ")
    panel.resize(1400, 420)
    qtbot.waitUntil(lambda: below(panel)[0] == "from initial weights")


@pytest.mark.parametrize(("epochs", "told"), [(7, "7"), (12.346, "12.3"), (1281, "1\N{NARROW NO-BREAK SPACE}281")])
def test_epochs_are_written_as_the_bar_above_the_canvas_does(epochs, told):
    assert epoch_text(epochs) == told
