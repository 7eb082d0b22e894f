"""Data sets: arrays at hand, sources that make or load them, and how they are prepared."""

from engine.data.dataset import Dataset
from engine.data.points import (
    AndGate,
    Circles,
    GaussianBlobs,
    Moons,
    OrGate,
    Sine,
    Spirals,
    Xor,
    XorGate,
)
from engine.data.preparation import Preparation, Prepared, Scaler
from engine.data.real import BreastCancer, DigitCopies, Digits, Iris, Wine
from engine.data.source import DataSource

__all__ = [
    "AndGate",
    "BreastCancer",
    "Circles",
    "DataSource",
    "Dataset",
    "DigitCopies",
    "Digits",
    "GaussianBlobs",
    "Iris",
    "Moons",
    "OrGate",
    "Preparation",
    "Prepared",
    "Scaler",
    "Sine",
    "Spirals",
    "Wine",
    "Xor",
    "XorGate",
]
