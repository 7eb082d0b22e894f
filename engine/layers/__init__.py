"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation
from engine.layers.attention import MultiHeadAttention, PositionalEncoding
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.gated import GRU, LSTM
from engine.layers.merge import Add, Concatenate
from engine.layers.recurrent import SimpleRNN
from engine.layers.regularization import Dropout
from engine.shapes import Shape, shape_text

__all__ = [
    "GRU",
    "LSTM",
    "Activation",
    "Add",
    "Category",
    "Concatenate",
    "Dense",
    "Dropout",
    "Flatten",
    "Input",
    "Kernel",
    "Layer",
    "MultiHeadAttention",
    "Output",
    "PositionalEncoding",
    "Shape",
    "SimpleRNN",
    "Slot",
    "WeightSpec",
    "shape_text",
]
