"""The table of figures: names stay whole, beside their numbers or above them."""

from gui.plots.figures import Figure, FigureTable
from gui.widgets.line_text import LineText

NAME, NUMBERS = "Root mean squared error", ("123 193 800", "133 104 500")


def test_names_stand_above_their_numbers_where_they_would_be_cut(qapp, qtbot):
    table = FigureTable()
    qtbot.addWidget(table)
    table.show()
    for width, stacked in ((460, False), (240, True), (460, False)):
        table.resize(width, 200)
        table.set_figures(("Training", "Validation"), [Figure(NAME, "", NUMBERS)] * 3)
        qapp.processEvents()
        names = [line for line in table.findChildren(LineText) if line.text() == NAME]
        number = next(cell for cell in table.widget().children() if getattr(cell, "text", str)() == NUMBERS[0])
        assert (names[0].geometry().bottom() < number.y()) is stacked
        for name in names:
            assert name.width() >= name.fontMetrics().horizontalAdvance(NAME)
            assert name.height() >= name.sizeHint().height()
