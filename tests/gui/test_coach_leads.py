"""The window counts what its coach has found, and leads to the layer and the curve concerned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.diagnosis.data import Mismatch
from engine.layers import Dense, Output
from gui.panels.coach import CoachPanel


def test_the_title_counts_and_the_card_leads_there(small_window, qtbot):
    window, document, coach = small_window, small_window.document, small_window.session.coach
    dock = window._docks["coach"]
    qtbot.waitUntil(lambda: window.session.can_run and window.session.network is not None)
    assert dock.windowTitle() == "Coach"
    graph = document.graph
    document.push("", [
        graph.changed("dense_2", Dense(units=1)), graph.changed("output_1", Output(loss="mse")),
    ])  # fmt: skip
    qtbot.waitUntil(lambda: [finding.rule for finding in coach.findings] == [Mismatch])
    assert dock.windowTitle() == "Coach (1)"
    assert [*coach.marks()] == [], "it is a problem of the drawing too, and marked as such"
    window.retranslate()
    assert dock.windowTitle() == "Coach (1)"
    QTest.mouseClick(window.verdict.findings, Qt.MouseButton.LeftButton)
    assert dock.isVisible()
    panel = dock.widget()
    assert isinstance(panel, CoachPanel)
    qtbot.waitUntil(lambda: bool(panel.cards) and panel.cards[0].isVisible())
    QTest.mouseClick(panel.cards[0].show_place, Qt.MouseButton.LeftButton)
    assert document.selection.nodes == {"output_1"}
    QTest.mouseClick(panel.cards[0].fix, Qt.MouseButton.LeftButton)
    assert document.graph["output_1"].layer.loss.name == "binary_crossentropy"
    qtbot.waitUntil(lambda: dock.windowTitle() == "Coach")
    window._docks["plot_loss"].close()
    coach.plot_requested.emit("plot_loss")
    assert window._docks["plot_loss"].isVisible()
