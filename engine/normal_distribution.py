"""The tail of the normal distribution, which NumPy lacks, and with it the error function.

With u = |z| the tail is T(u) = erfc(u / sqrt 2) / 2, so erf(x) = 1 - 2 T(x sqrt 2) for x >= 0. As W. J. Cody 1969
(Rational Chebyshev approximations for the error function) does for erfc, it is written as exp(-u^2 / 2) times a
fraction of two polynomials; here one fraction serves all u. It was fitted for this program with 50 digits and Lawson's
iteration, and is 1/2 at 0. Its largest relative error is small, weighed by 1 / (1 + u^2 / 2), since the exponential's
own rounding grows so.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.scratch import scratch

Array = NDArray[np.floating]

NUMERATOR_32 = (0.5, 0.430870975032656255, 0.177453552789613595, 0.0386131134830283253, 0.00379956911965049178)
DENOMINATOR_32 = (1.0, 1.65962660077632558, 1.17909606856395057, 0.454165330676884077, 0.0967955944126550813,
                  0.00952399787159834789)  # fmt: skip
"""Error 1.7e-9, for float32."""

NUMERATOR_64 = (0.5, 0.704093598231003568, 0.490084596068416841, 0.21420257600289658, 0.0635923303312626706,
                0.0130806219713037459, 0.00182282142061339867, 0.000158332485960021664,
                6.65373569923251032e-6)  # fmt: skip
DENOMINATOR_64 = (1.0, 2.20607175726490525, 2.24035978728048963, 1.37887927857235179, 0.568921452875905518,
                  0.163938078033848772, 0.0331851387050669275, 0.00458581412964441141, 0.000396880686415106094,
                  0.0000166784420339113894)  # fmt: skip
"""Error 2.7e-16, for float64."""

REACH = 40.0
"""Beyond it the tail is 0 in float64."""
BLOCK = 8192
"""About how many values are worked on at a time, so that all their powers stay in the cache."""


def normal_tail(z: Array, out: Array) -> None:
    """Write the probability that a standard normal number is above |z|, for z of any shape (n, ...); out is not z.

    Its relative error is a few times the dtype's rounding, and grows with z^2 as that of exp(-z^2 / 2) does.
    """
    rows = max(1, BLOCK * len(z) // max(1, z.size))
    for start in range(0, len(z), rows):
        _tail_of_block(z[start : start + rows], out[start : start + rows])


def _tail_of_block(z: Array, out: Array) -> None:
    coefficients = _coefficients(z.dtype)
    terms = coefficients.shape[1]
    work = scratch(terms + 2, z)
    powers, fraction = work[:terms], work[terms:]
    powers[0] = 1.0
    np.abs(z, powers[1])
    np.minimum(powers[1], REACH, out=powers[1])
    known = 2
    while known < terms:  # u^2, then u^3 and u^4 at once, then the next four: few calls, whatever the degree
        more = min(known - 1, terms - known)
        np.multiply(powers[1 : 1 + more], powers[known - 1], powers[known : known + more])
        known += more
    coefficients.dot(powers.reshape(terms, -1), fraction.reshape(2, -1))
    exponential = powers[2]
    np.multiply(exponential, -0.5, exponential)
    np.exp(exponential, exponential)
    np.divide(fraction[0], fraction[1], out)
    np.multiply(out, exponential, out)


@cache
def _coefficients(dtype: np.dtype[Any]) -> Array:
    """Both polynomials, one a row, from the constant up."""
    single = dtype == np.float32
    rows = (NUMERATOR_32, DENOMINATOR_32) if single else (NUMERATOR_64, DENOMINATOR_64)
    terms = len(rows[1])
    return np.array([row + (0.0,) * (terms - len(row)) for row in rows], dtype)
