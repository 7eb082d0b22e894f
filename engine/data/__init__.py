"""Data sets: arrays at hand, sources that make or load them, and how they are prepared."""

from engine.data.augmentation import Augmentation
from engine.data.card import Card, card
from engine.data.dataset import Dataset
from engine.data.expansion import Expansion
from engine.data.fitted import Fitted
from engine.data.preparation import Parts, Preparation, Prepared
from engine.data.scaling import Scaler
from engine.data.source import DataSource
from engine.data.stored import Content, StoredSource
from engine.data.tables import TableSource

# Kinds are offered in the order of these imports, the simplest first.
# isort: off
from engine.data.gates import AndGate, NandGate, NorGate, OrGate, XnorGate, XorGate
from engine.data.points import Checkerboard, Circles, GaussianBlobs, Moons, Spirals, Xor
from engine.data.functions import GaussianBumps, Plane, Sine, Steps
from engine.data.real import BreastCancer, Diabetes, DigitCopies, Digits, Iris, Wine
from engine.data.sequences import AddingProblem, SineForecast
from engine.data.texts import Languages
from engine.data.figures import Figures
from engine.data.painted import PaintedPoints, SketchedCurve
from engine.data.pictures import ArrayFile, PictureSet
from engine.data.series import TimeSeries
# isort: on

__all__ = [
    "AddingProblem",
    "AndGate",
    "ArrayFile",
    "Augmentation",
    "BreastCancer",
    "Card",
    "Checkerboard",
    "Circles",
    "Content",
    "DataSource",
    "Dataset",
    "Diabetes",
    "DigitCopies",
    "Digits",
    "Expansion",
    "Figures",
    "Fitted",
    "GaussianBlobs",
    "GaussianBumps",
    "Iris",
    "Languages",
    "Moons",
    "NandGate",
    "NorGate",
    "OrGate",
    "PaintedPoints",
    "Parts",
    "PictureSet",
    "Plane",
    "Preparation",
    "Prepared",
    "Scaler",
    "Sine",
    "SineForecast",
    "SketchedCurve",
    "Spirals",
    "Steps",
    "StoredSource",
    "TableSource",
    "TimeSeries",
    "Wine",
    "XnorGate",
    "Xor",
    "XorGate",
    "card",
]
