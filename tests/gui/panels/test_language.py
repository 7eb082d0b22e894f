"""All panels change their language while they are open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator

from engine.graph import AddNode, Node
from engine.layers import Flatten
from gui.document import Document
from gui.panels.data import DataPanel
from gui.panels.inspector import InspectorPanel
from gui.panels.palette import PalettePanel
from gui.panels.problems import ProblemsPanel
from gui.panels.training import TrainingPanel
from gui.training_session import TrainingSession
from tests.gui.projects import moons
from tests.gui.rest import rest


class Shouting(QTranslator):
    """A language in which every word has an exclamation mark."""

    def translate(self, context, source, comment=None, number=-1):
        return f"{source}!"

    def isEmpty(self):
        return False


@pytest.fixture
def shouting(qapp):
    translator = Shouting()
    yield lambda: qapp.installTranslator(translator)
    qapp.removeTranslator(translator)
    rest()


def test_all_texts_follow(qtbot, shouting):
    document = Document(moons())
    session = TrainingSession(document)
    qtbot.waitUntil(lambda: session.data is not None)
    document.push("", [AddNode(Node("flatten_1", Flatten()))])
    palette, inspector = PalettePanel(document), InspectorPanel(document)
    training, data, problems = TrainingPanel(document, session), DataPanel(document, session), ProblemsPanel(document)
    for panel in (palette, inspector, training, data, problems):
        qtbot.addWidget(panel)
    document.select(["dense_1"])
    shouting()
    rest()
    assert palette.search.placeholderText() == "Search layers!"
    assert palette.list.item(0).text() == "CORE!"
    assert palette.list.item(1).text() == "Input!"
    units = inspector.layer_page.form.form_of("units")
    assert units.row.label.text() == "Units!"
    assert inspector.layer_page.title.text() == "Dense! · dense_1"
    assert inspector.layer_page.parameters.text() == "12 parameters!"
    optimizer = training.training.form_of("optimizer")
    assert optimizer.row.label.text() == "Optimizer!"
    assert list(optimizer.controls())[1].accessibleName() == "Learning rate!"
    assert training.training.form_of("loss_target").control.placeholderText() == "none!"
    assert training.speed.currentText() == "Full speed!"
    assert data.source.control.currentText() == "Two moons!"
    assert data.facts.texts()[0][0] == "Training samples!"
    assert problems.rows[0].text.text() == "Not connected yet.!"
    session.close()
    session.deleteLater()
