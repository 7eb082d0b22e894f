"""The table of figures keeps names and all parts in sight where there is little room."""

from __future__ import annotations

from gui.plots.figures import Figure, FigureTable

MANY = (Figure("Accuracy", "", ("0.9867", "0.9833")),)
FIGURES = (Figure("Samples", "", ("330", "150", "120")), Figure("Accuracy", "", ("1.0000", "0.9867", "0.9833")))


def test_three_parts_and_the_names_fit_a_narrow_panel(qtbot):
    table = FigureTable()
    qtbot.addWidget(table)
    table.resize(218, 120)
    table.set_figures(("Training", "Validation", "Test"), FIGURES)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    name, *_, last = table._cells[2]
    qtbot.waitUntil(lambda: last.mapTo(table.viewport(), last.rect().topRight()).x() < table.viewport().width())
    assert name.width() >= name.fontMetrics().horizontalAdvance("Accur")
    small = last.fontMetrics().height()
    table.resize(500, 120)
    qtbot.waitUntil(lambda: last.fontMetrics().height() > small)


def test_a_name_of_usual_length_is_whole_beside_two_parts(qtbot):
    table = FigureTable()
    qtbot.addWidget(table)
    table.resize(190, 120)
    table.set_figures(("Training", "Validation"), MANY)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    name, *_ = table._cells[1]
    qtbot.waitUntil(lambda: name.width() >= name.fontMetrics().horizontalAdvance("Accuracy"))
