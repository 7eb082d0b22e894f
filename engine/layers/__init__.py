"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation, PReLU
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.embedding import Embedding
from engine.layers.merge import Add, Concatenate
from engine.layers.normalization import BatchNormalization, LayerNormalization
from engine.layers.regularization import Dropout, GaussianNoise, SpatialDropout1D, SpatialDropout2D
from engine.shapes import Shape, shape_text

__all__ = [
    "Activation",
    "Add",
    "BatchNormalization",
    "Category",
    "Concatenate",
    "Dense",
    "Dropout",
    "Embedding",
    "Flatten",
    "GaussianNoise",
    "Input",
    "Kernel",
    "Layer",
    "LayerNormalization",
    "Output",
    "PReLU",
    "Shape",
    "Slot",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "WeightSpec",
    "shape_text",
]
