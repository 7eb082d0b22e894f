"""How numbers are written for people: in few digits, and with short exponents, as 1e99 and not 1e+99."""

from __future__ import annotations


class Number(float):
    """A number in a Message, rounded to so many digits; where the window writes it, with its own minus sign."""

    def __new__(cls, value: float, digits: int = 3) -> Number:
        return super().__new__(cls, f"{value:.{digits}g}")

    def __init__(self, value: float, digits: int = 3) -> None:
        self.digits = digits

    def __str__(self) -> str:
        return number_text(self, self.digits)


def number_text(value: float, digits: int) -> str:
    """The number in so many digits, with the keyboard's minus."""
    return with_short_exponent(f"{value:.{digits}g}")


def with_short_exponent(written: str) -> str:
    """A number as Python writes it, without the zeros and the plus of its exponent."""
    mantissa, _, exponent = written.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa
