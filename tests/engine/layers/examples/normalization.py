"""Normalisation, what acts in training only, learned activations, and Embedding."""

from __future__ import annotations

from engine.layers import (
    BatchNormalization,
    Embedding,
    GaussianNoise,
    LayerNormalization,
    PReLU,
    SpatialDropout1D,
    SpatialDropout2D,
)

EXAMPLES = {
    "BatchNormalization": (
        (BatchNormalization(), ((3,),)),
        (BatchNormalization(center=False, epsilon=0.1), ((5, 2),)),
        (BatchNormalization(scale=False, momentum=0.5), ((3, 2, 2),)),
        (BatchNormalization(center=False, scale=False), ((1,),)),
        (BatchNormalization(trainable=False), ((2, 3),)),
        (BatchNormalization(), ((70,),)),
    ),
    "LayerNormalization": (
        (LayerNormalization(), ((4,),)),
        (LayerNormalization(center=False, epsilon=0.1), ((2, 3),)),
        (LayerNormalization(scale=False), ((2, 2, 3),)),
        (LayerNormalization(center=False, scale=False, trainable=False), ((5,),)),
        (LayerNormalization(), ((1,),)),
    ),
    "SpatialDropout1D": ((SpatialDropout1D(rate=0.4), ((6, 3),)), (SpatialDropout1D(rate=0.0), ((1, 1),))),
    "SpatialDropout2D": ((SpatialDropout2D(rate=0.4), ((3, 5, 2),)), (SpatialDropout2D(), ((1, 1, 4),))),
    "GaussianNoise": ((GaussianNoise(stddev=0.5), ((4,),)), (GaussianNoise(stddev=0.0), ((2, 3),))),
    "PReLU": (
        (PReLU(), ((4,),)),
        (PReLU(), ((2, 3, 2),)),
        (PReLU(per_channel=False), ((2, 3),)),
        (PReLU(alpha_initializer="ones", trainable=False), ((1,),)),
    ),
    "Embedding": (
        (Embedding(input_dim=5, output_dim=3), ((4,),), 5),
        (Embedding(input_dim=2, output_dim=1), ((2, 3),), 2),
        (Embedding(input_dim=9, output_dim=2, embeddings_regularizer="l2", trainable=False), ((1,),), 9),
    ),
}
