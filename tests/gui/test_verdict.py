"""What the corner of the window says of drawing and run never contradicts the coach, and leads to both."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.graph import RemoveEdge
from gui.document import Document
from gui.training_session import TrainingSession
from gui.verdict import Verdict
from tests.engine.diagnosis import scenarios as made


@pytest.fixture
def verdict(qtbot):
    """On data that the coach warns of before any run."""
    document, came = Document(made.far_apart()), []
    session = TrainingSession(document)
    docks = {name: SimpleNamespace(come_forward=_appending(came, name)) for name in ("coach", "problems")}
    shown = Verdict(document, session.coach, docks)
    shown.document, shown.coach, shown.came = document, session.coach, came
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    session.close()
    session.deleteLater()


def _appending(came, name):
    return lambda: came.append(name)


def test_no_problems_is_said_of_the_drawing_alone_while_the_coach_warns(verdict, qtbot):
    qtbot.waitUntil(verdict.findings.isVisible)
    assert (verdict.problems.text(), verdict.problems.property("tone")) == ("No problems in the drawing", "muted")
    assert verdict.findings.text() == "Coach: 1 to consider"
    QTest.mouseClick(verdict.findings, Qt.MouseButton.LeftButton)
    verdict.problems.setFocus()
    QTest.keyClick(verdict.problems, Qt.Key.Key_Space)
    assert verdict.came == ["coach", "problems"]
    verdict.coach.dismiss(verdict.coach.findings[0])
    assert (verdict.problems.text(), verdict.problems.property("tone")) == ("No problems", "success")
    assert not verdict.findings.isVisible()
    graph = verdict.document.graph
    verdict.document.push("", [RemoveEdge(graph.incoming("output_1")[0])])
    assert (verdict.problems.text(), verdict.problems.property("tone")) == ("2 to finish", "muted")
