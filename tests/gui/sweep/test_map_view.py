"""The map of a sweep: what its cells say."""

from __future__ import annotations

from gui.sweep.map_view import Cell, MapArea, enough_digits


def test_cells_of_other_colours_say_other_numbers():
    assert enough_digits({0.15, 0.147, 0.2}) == 3
    assert enough_digits({0.1502, 0.1497, 0.1503}) == 4
    assert enough_digits({0.15, 0.1500001}) == 3


def test_all_cells_show_as_many_digits_as_the_longest_has_room_for_or_none(qtbot):
    area = MapArea()
    qtbot.addWidget(area)
    results = (0.045632, 0.1, 0.045641)
    area.show_cells(["8"], ["1", "2", "3"], {(0, at): Cell(at, 0.5, each) for at, each in enumerate(results)}, None)
    digits = []
    for width in (400, 150, 60):
        area.resize(width, 120)
        digits.append(area.fitting_digits())
    assert digits[0] == 4, "these tell all results apart"
    assert digits[0] > digits[1] > digits[2] == 0


def test_names_that_do_not_stand_beside_each_other_stand_upright_and_the_cells_make_room(qtbot):
    area = MapArea()
    qtbot.addWidget(area)
    names = [f"0.000{at}" for at in range(1, 8)]
    area.show_cells(["8"], names, {}, None)
    floors, painted = {}, {}
    for width in (800, 300, 90):
        area.resize(width, 240)
        floors[width] = area.height() - area.area().bottom()
        picture = area.grab().toImage()
        ground, below = picture.pixel(0, 0), range(int(area.area().bottom()) + 2, area.height())
        painted[width] = sum(
            any(picture.pixel(x, y) != ground for y in below for x in span(area, column)) for column in range(7)
        )
    assert floors[800] == floors[90] < floors[300], "below the narrowest only some of the numbers stand"
    assert painted[300] == 7, "every column has its name"


def span(area, column):
    place = area.place_of(0, column)
    return range(int(place.left()) + 1, int(place.right()))
