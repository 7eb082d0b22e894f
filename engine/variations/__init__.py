"""What may differ between networks that are compared: each kind of change says what suits a project, and makes it."""

from engine.variations.architecture import DepthChange, WidthChange
from engine.variations.base import Change
from engine.variations.fields import ActivationChange, DropoutChange, InitializerChange, RegularizerChange
from engine.variations.training import BatchChange, OptimizerChange, RateChange
from engine.variations.variant import Variant, possible, vary

__all__ = [
    "ActivationChange",
    "BatchChange",
    "Change",
    "DepthChange",
    "DropoutChange",
    "InitializerChange",
    "OptimizerChange",
    "RateChange",
    "RegularizerChange",
    "Variant",
    "WidthChange",
    "possible",
    "vary",
]
