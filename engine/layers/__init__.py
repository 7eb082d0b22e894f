"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.dot import Dot
from engine.layers.merge import Add, Average, Concatenate, Maximum, Multiply, Subtract
from engine.layers.regularization import Dropout
from engine.shapes import Shape, shape_text

__all__ = [
    "Activation",
    "Add",
    "Average",
    "Category",
    "Concatenate",
    "Dense",
    "Dot",
    "Dropout",
    "Flatten",
    "Input",
    "Kernel",
    "Layer",
    "Maximum",
    "Multiply",
    "Output",
    "Shape",
    "Slot",
    "Subtract",
    "WeightSpec",
    "shape_text",
]
