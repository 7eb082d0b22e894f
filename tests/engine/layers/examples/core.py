"""Input, Dense, Activation, Flatten, Dropout, the first merges and Output."""

from __future__ import annotations

from engine.layers import Activation, Add, Concatenate, Dense, Dropout, Flatten, Input, Output

EXAMPLES = {
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
