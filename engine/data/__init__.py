"""Data sets: arrays at hand, sources that make or load them, and how they are prepared."""

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.data.expansion import Expansion
from engine.data.painted import PaintedPoints, SketchedCurve
from engine.data.pictures import ArrayFile, PictureSet
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
from engine.data.series import TimeSeries
from engine.data.source import DataSource
from engine.data.stored import Content, StoredSource

__all__ = [
    "AndGate",
    "ArrayFile",
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
    "PaintedPoints",
    "Parts",
    "PictureSet",
    "Preparation",
    "Prepared",
    "Scaler",
    "Sine",
    "SketchedCurve",
    "Spirals",
    "StoredSource",
    "TimeSeries",
    "Wine",
    "Xor",
    "XorGate",
]
