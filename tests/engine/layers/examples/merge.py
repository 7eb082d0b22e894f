"""Merges number by number, and the products of vectors."""

from __future__ import annotations

from engine.layers import Average, Dot, Maximum, Multiply, Subtract

EXAMPLES = {
    "Subtract": ((Subtract(), ((3,), (3,))), (Subtract(), ((2, 2), (2, 2)))),
    **{
        layer.name: ((layer(), ((3,), (3,))), (layer(), ((2, 2),) * 3), (layer(), ((2, 1, 3),) * 4))
        for layer in (Multiply, Average, Maximum)
    },
    "Dot": tuple(
        (Dot(normalize=normalize), shapes)
        for normalize in (False, True)
        for shapes in (((3,), (3,)), ((2, 3), (4, 3)), ((2, 3), (3,)), ((2, 2, 3), (2, 3)))
    ),
}
