"""Numbers for the eye."""

import pytest

from engine.errors import Message
from engine.numerals import Number
from gui.i18n import measure, number, plain, sentence


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1661500032.0, 4, "1 661 500 000"),
        (-21172.8, 4, "−21 173"),
        (2024.0, 3, "2024"),
        (9999.7, 4, "10 000"),
        (9999.4, 4, "9999"),
        (31.57, 4, "31.57"),
        (0.00001, 4, "1e−5"),
        (3e20, 4, "3e20"),
        (float("nan"), 4, "–"),
    ],
)
def test_a_measure_is_whole_where_it_is_large_and_has_no_digits_that_nobody_knows(value, digits, text):
    assert measure(value, digits).replace("\N{NARROW NO-BREAK SPACE}", " ") == text


def test_a_number_has_a_short_exponent():
    assert (number(2.975e8), number(-1e-8), number(12.5)) == ("2.975e8", "−1e−8", "12.5")


def test_a_number_in_a_message_is_written_as_any_other():
    message = Message("from {low} to {high}", low=Number(-1e-05), high=Number(1e99))
    assert sentence(message) == "from −1e−5 to 1e99"
    assert str(message) == "from -1e-5 to 1e99"


def test_a_spreadsheet_can_read_what_is_written():
    assert float(plain(measure(-1661500032.0))) == -1661500000
    assert plain("virginica") == "virginica"
