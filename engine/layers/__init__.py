"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.dot import Dot
from engine.layers.global_pooling import (
    GlobalAveragePooling1D,
    GlobalAveragePooling2D,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
)
from engine.layers.merge import Add, Average, Concatenate, Maximum, Multiply, Subtract
from engine.layers.pooling import AveragePooling1D, AveragePooling2D, MaxPooling1D, MaxPooling2D
from engine.layers.regularization import Dropout
from engine.layers.resizing import UpSampling2D, ZeroPadding2D
from engine.layers.shaping import Permute, Reshape
from engine.shapes import Shape, shape_text

__all__ = [
    "Activation",
    "Add",
    "Average",
    "AveragePooling1D",
    "AveragePooling2D",
    "Category",
    "Concatenate",
    "Dense",
    "Dot",
    "Dropout",
    "Flatten",
    "GlobalAveragePooling1D",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling1D",
    "GlobalMaxPooling2D",
    "Input",
    "Kernel",
    "Layer",
    "MaxPooling1D",
    "MaxPooling2D",
    "Maximum",
    "Multiply",
    "Output",
    "Permute",
    "Reshape",
    "Shape",
    "Slot",
    "Subtract",
    "UpSampling2D",
    "WeightSpec",
    "ZeroPadding2D",
    "shape_text",
]
