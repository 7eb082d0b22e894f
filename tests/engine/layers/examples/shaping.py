"""Pooling, resizing, Reshape and Permute: every option, windows that overlap, leave cells out or reach into padding."""

from __future__ import annotations

from engine.layers import (
    AveragePooling1D,
    AveragePooling2D,
    GlobalAveragePooling1D,
    GlobalAveragePooling2D,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
    MaxPooling1D,
    MaxPooling2D,
    Permute,
    Reshape,
    UpSampling2D,
    ZeroPadding2D,
)

POOLS_1D = (
    ({}, ((6, 2),)),
    ({"pool_size": 3, "strides": 2}, ((8, 1),)),
    ({"pool_size": 3, "strides": 1, "padding": "same"}, ((5, 3),)),
    ({"pool_size": 2, "padding": "same"}, ((5, 2),)),
    ({"pool_size": 1}, ((3, 2),)),
)
POOLS_2D = (
    ({}, ((4, 6, 3),)),
    ({"pool_size": 2}, ((5, 3, 2),)),
    ({"pool_size": (3, 2), "strides": (2, 1)}, ((6, 4, 2),)),
    ({"pool_size": 3, "strides": 1, "padding": "same"}, ((4, 3, 2),)),
    ({"pool_size": 2, "padding": "same"}, ((5, 3, 1),)),
    ({"pool_size": (1, 2), "strides": (3, 3)}, ((5, 7, 1),)),
    ({"pool_size": (4, 3), "strides": 2, "padding": "same"}, ((3, 2, 2),)),
    ({"pool_size": 3, "strides": 2}, ((4, 4, 32),)),
    ({"pool_size": 1, "strides": 2}, ((2, 4, 33),)),
)

EXAMPLES = {
    **{
        layer.name: tuple((layer(**fields), shapes) for fields, shapes in pools)
        for layers, pools in (
            ((MaxPooling1D, AveragePooling1D), POOLS_1D),
            ((MaxPooling2D, AveragePooling2D), POOLS_2D),
        )
        for layer in layers
    },
    **{
        layer.name: ((layer(), ((5, 3),)), (layer(), ((1, 1),)))
        for layer in (GlobalAveragePooling1D, GlobalMaxPooling1D)
    },
    **{
        layer.name: ((layer(), ((3, 4, 2),)), (layer(), ((1, 1, 3),)))
        for layer in (GlobalAveragePooling2D, GlobalMaxPooling2D)
    },
    "UpSampling2D": (
        (UpSampling2D(), ((2, 3, 2),)),
        (UpSampling2D(size=(3, 1)), ((1, 2, 3),)),
        (UpSampling2D(size=2, interpolation="bilinear"), ((3, 2, 2),)),
        (UpSampling2D(size=(1, 3), interpolation="bilinear"), ((2, 4, 1),)),
    ),
    "ZeroPadding2D": (
        (ZeroPadding2D(), ((2, 3, 2),)),
        (ZeroPadding2D(padding=(0, 1, 2, 3)), ((1, 2, 1),)),
        (ZeroPadding2D(padding=0), ((2, 2, 1),)),
    ),
    "Reshape": (
        (Reshape(), ((2, 3),)),
        (Reshape(target_shape=(3, -1)), ((2, 3, 2),)),
        (Reshape(target_shape=(2, 2, 1)), ((4,),)),
    ),
    "Permute": (
        (Permute(), ((2, 3),)),
        (Permute(dims=(3, 1, 2)), ((2, 3, 4),)),
        (Permute(dims=1), ((3,),)),
    ),
}
