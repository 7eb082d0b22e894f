"""Arrays to write on for a moment, kept from call to call, so that small functions need not allocate them anew."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


class _Shelf(threading.local):
    """One vector a dtype, as long as the longest that was asked for; every thread has its own."""

    def __init__(self) -> None:
        self.vectors: dict[np.dtype[Any], Array] = {}


_shelf = _Shelf()


def scratch(count: int, like: Array) -> Array:
    """`count` arrays of the shape and dtype of `like`, as one (count, *shape), with any numbers in them.

    The next call in this thread may hand out the same memory, so nobody keeps them or calls out while using them.
    """
    size = count * like.size
    vector = _shelf.vectors.get(like.dtype)
    if vector is None or vector.size < size:
        vector = _shelf.vectors[like.dtype] = np.empty(size, like.dtype)
    return vector[:size].reshape(count, *like.shape)
