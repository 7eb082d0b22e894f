"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation
from engine.layers.attention import MultiHeadAttention, PositionalEncoding
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.convolution import Conv1D, Conv2D
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.depthwise import DepthwiseConv2D, SeparableConv2D
from engine.layers.gated import GRU, LSTM
from engine.layers.merge import Add, Concatenate
from engine.layers.recurrent import SimpleRNN
from engine.layers.regularization import Dropout
from engine.layers.transposed import Conv2DTranspose
from engine.shapes import Shape, shape_text

__all__ = [
    "GRU",
    "LSTM",
    "Activation",
    "Add",
    "Category",
    "Concatenate",
    "Conv1D",
    "Conv2D",
    "Conv2DTranspose",
    "Dense",
    "DepthwiseConv2D",
    "Dropout",
    "Flatten",
    "Input",
    "Kernel",
    "Layer",
    "MultiHeadAttention",
    "Output",
    "PositionalEncoding",
    "SeparableConv2D",
    "Shape",
    "SimpleRNN",
    "Slot",
    "WeightSpec",
    "shape_text",
]
