"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation, PReLU
from engine.layers.attention import MultiHeadAttention, PositionalEncoding
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.convolution import Conv1D, Conv2D
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.depthwise import DepthwiseConv2D, SeparableConv2D
from engine.layers.embedding import Embedding
from engine.layers.gated import GRU, LSTM
from engine.layers.merge import Add, Concatenate
from engine.layers.normalization import BatchNormalization, LayerNormalization
from engine.layers.recurrent import SimpleRNN
from engine.layers.regularization import Dropout, GaussianNoise, SpatialDropout1D, SpatialDropout2D
from engine.layers.transposed import Conv2DTranspose
from engine.shapes import Shape, shape_text

__all__ = [
    "GRU",
    "LSTM",
    "Activation",
    "Add",
    "BatchNormalization",
    "Category",
    "Concatenate",
    "Conv1D",
    "Conv2D",
    "Conv2DTranspose",
    "Dense",
    "DepthwiseConv2D",
    "Dropout",
    "Embedding",
    "Flatten",
    "GaussianNoise",
    "Input",
    "Kernel",
    "Layer",
    "LayerNormalization",
    "MultiHeadAttention",
    "Output",
    "PReLU",
    "PositionalEncoding",
    "SeparableConv2D",
    "Shape",
    "SimpleRNN",
    "Slot",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "WeightSpec",
    "shape_text",
]
