"""How an exported file tells what is done to samples before they enter the network, and to its answers afterwards.

A sample has the shape `inputs`; `features` may name what stands along its last axis. A reader computes with
float64, and leaves out each step of which the file holds nothing:

1. NaN in column i becomes `fill_values`[i].
2. Column j of what follows is made by `columns`[j]: the product of the columns that `of` names by their places, or the
   function "sin" or "cos" of it.
3. `input_offset` is taken away, and the rest divided by `input_scale`: this enters the network.
4. What the network answers is multiplied by `target_scale`, and `target_offset` is added.

`inputs`, `features`, `columns`, `targets`, the names of what is wanted, and `classes`, of what is told apart, are JSON.
In an .npz file the text is `preparation.json`, an array of its bytes in UTF-8, and the arrays stand beside it, such as
`preparation.input_scale`. In a .safetensors file all of it is the JSON text `preparation` of the metadata, arrays as
nested lists, so that a program that takes every tensor for a weight is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data import Fitted
from engine.errors import ExportError, Message
from engine.weights_file import PREPARATION

Array = NDArray[np.floating]

FORMAT, VERSION = "rambat-preparation", 1
METADATA = "preparation"
MOST_TEXT = 50_000_000
"""Bytes in the header of a .safetensors file, which may have twice as many."""


def as_arrays(fitted: Fitted) -> dict[str, NDArray[Any]]:
    """What stands beside the weights of an .npz file."""
    text = json.dumps(_description(fitted), sort_keys=True).encode()
    arrays: dict[str, NDArray[Any]] = {"json": np.frombuffer(text, np.uint8), **dict(_arrays(fitted))}
    return {PREPARATION[name]: array for name, array in arrays.items()}


def as_metadata(fitted: Fitted) -> dict[str, str]:
    """What stands in the header of a .safetensors file; ExportError where it is too long."""
    arrays = {name: array.tolist() for name, array in _arrays(fitted)}
    text = json.dumps({**_description(fitted), **arrays}, sort_keys=True, allow_nan=False)
    if len(text) > MOST_TEXT:
        raise ExportError(Message("These samples are too large for what a .safetensors file tells of them. Use .npz."))
    return {METADATA: text}


def _description(fitted: Fitted) -> dict[str, Any]:
    told: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "inputs": list(fitted.inputs),
        "features": list(fitted.features),
        "classes": list(fitted.classes),
        "targets": list(fitted.target_names),
    }
    if fitted.expansion is not None:
        terms = fitted.expansion.terms(*fitted.inputs)
        told["columns"] = [{"function": term.function, "of": list(term.of)} for term in terms]
    return told


def _arrays(fitted: Fitted) -> Iterator[tuple[str, Array]]:
    """Those of steps that do something, by name."""
    if fitted.filler is not None:
        yield "fill_values", fitted.filler.values
    if fitted.scaler.changes:
        yield from (("input_offset", fitted.scaler.offset), ("input_scale", fitted.scaler.scale))
    if fitted.target_scaler is not None:
        yield from (("target_offset", fitted.target_scaler.offset), ("target_scale", fitted.target_scaler.scale))
