"""Data sets: arrays at hand, sources that make or load them, and how they are prepared."""

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.data.expansion import Expansion
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
from engine.data.preparation import Parts, Preparation, Prepared
from engine.data.real import BreastCancer, DigitCopies, Digits, Iris, Wine
from engine.data.scaling import Scaler
from engine.data.source import DataSource
from engine.data.stored import Content, StoredSource
from engine.data.tables import TableSource

__all__ = [
    "AndGate",
    "Augmentation",
    "BreastCancer",
    "Circles",
    "Content",
    "DataSource",
    "Dataset",
    "DigitCopies",
    "Digits",
    "Expansion",
    "GaussianBlobs",
    "Iris",
    "Moons",
    "OrGate",
    "Parts",
    "Preparation",
    "Prepared",
    "Scaler",
    "Sine",
    "Spirals",
    "StoredSource",
    "TableSource",
    "Wine",
    "Xor",
    "XorGate",
]
