"""All layer kinds; importing this package declares them."""

from engine.layers.activation import Activation, PReLU
from engine.layers.attention import MultiHeadAttention, PositionalEncoding
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.convolution import Conv1D, Conv2D
from engine.layers.core import Dense, Flatten, Input, Output
from engine.layers.depthwise import DepthwiseConv2D, SeparableConv2D
from engine.layers.dot import Dot
from engine.layers.embedding import Embedding
from engine.layers.gated import GRU, LSTM
from engine.layers.global_pooling import (
    GlobalAveragePooling1D,
    GlobalAveragePooling2D,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
)
from engine.layers.merge import Add, Average, Concatenate, Maximum, Multiply, Subtract
from engine.layers.normalization import BatchNormalization, LayerNormalization
from engine.layers.pooling import AveragePooling1D, AveragePooling2D, MaxPooling1D, MaxPooling2D
from engine.layers.recurrent import SimpleRNN
from engine.layers.regularization import Dropout, GaussianNoise, SpatialDropout1D, SpatialDropout2D
from engine.layers.resizing import UpSampling2D, ZeroPadding2D
from engine.layers.shaping import Permute, Reshape
from engine.layers.transposed import Conv2DTranspose
from engine.shapes import Shape, shape_text

__all__ = [
    "GRU",
    "LSTM",
    "Activation",
    "Add",
    "Average",
    "AveragePooling1D",
    "AveragePooling2D",
    "BatchNormalization",
    "Category",
    "Concatenate",
    "Conv1D",
    "Conv2D",
    "Conv2DTranspose",
    "Dense",
    "DepthwiseConv2D",
    "Dot",
    "Dropout",
    "Embedding",
    "Flatten",
    "GaussianNoise",
    "GlobalAveragePooling1D",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling1D",
    "GlobalMaxPooling2D",
    "Input",
    "Kernel",
    "Layer",
    "LayerNormalization",
    "MaxPooling1D",
    "MaxPooling2D",
    "Maximum",
    "MultiHeadAttention",
    "Multiply",
    "Output",
    "PReLU",
    "Permute",
    "PositionalEncoding",
    "Reshape",
    "SeparableConv2D",
    "Shape",
    "SimpleRNN",
    "Slot",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "Subtract",
    "UpSampling2D",
    "WeightSpec",
    "ZeroPadding2D",
    "shape_text",
]
