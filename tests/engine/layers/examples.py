"""Examples of every layer kind, on which the generated tests run; a new kind needs a line here."""

from __future__ import annotations

import pytest

from engine.layers import Activation, Add, Concatenate, Dense, Dropout, Flatten, Input, Layer, Output, Shape

Example = tuple[Layer, tuple[Shape, ...]]
"""A layer and the shapes that enter it; an Input receives its own."""

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "Input": ((Input(shape=(3,)), ((3,),)), (Input(shape=(2, 2, 1)), ((2, 2, 1),))),
    "Dense": (
        (Dense(units=3), ((4,),)),
        (Dense(units=1, activation="sigmoid"), ((2,),)),
        (Dense(units=3, activation="tanh", use_bias=False), ((2, 4),)),
        (Dense(units=4, activation="softmax", bias_initializer="normal"), ((3,),)),
        (Dense(units=3, activation="relu"), ((5,),)),
    ),
    "Activation": (
        (Activation(function="tanh"), ((4,),)),
        (Activation(function="softmax"), ((2, 3),)),
    ),
    "Flatten": ((Flatten(), ((2, 3, 2),)), (Flatten(), ((4,),))),
    "Dropout": ((Dropout(rate=0.4), ((5,),)), (Dropout(rate=0.0), ((2, 3),))),
    "Add": ((Add(), ((3,), (3,))), (Add(), ((2, 2), (2, 2), (2, 2)))),
    "Concatenate": ((Concatenate(), ((3,), (2,))), (Concatenate(), ((2, 1), (2, 3), (2, 2)))),
    "Output": ((Output(), ((3,),)),),
}


def all_examples() -> list:
    """One pytest parameter for each example of each kind; a kind without one fails where it is used."""
    parameters = []
    for kind in Layer.kinds():
        for number, example in enumerate(EXAMPLES.get(kind, (None,))):
            parameters.append(pytest.param(kind, example, id=f"{kind}-{number}"))
    return parameters


def required(kind: str, example: Example | None) -> Example:
    """The example, or a failure that says what to do."""
    if example is None:
        pytest.fail(f"{kind} has no example. Add one to tests/engine/layers/examples.py.")
    return example
