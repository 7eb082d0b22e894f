"""Numbers by which people judge a network; training does not see them."""

from engine.metrics.base import Metric
from engine.metrics.classification import (
    F1,
    BinaryAccuracy,
    CategoricalAccuracy,
    Precision,
    Recall,
    ThresholdMetric,
    TopKAccuracy,
    accuracy,
    confusion_matrix,
)
from engine.metrics.ranking import RocAuc, area_under_roc, roc_curve
from engine.metrics.regression import R2, MeanAbsoluteError, RootMeanSquaredError

__all__ = [
    "F1",
    "R2",
    "BinaryAccuracy",
    "CategoricalAccuracy",
    "MeanAbsoluteError",
    "Metric",
    "Precision",
    "Recall",
    "RocAuc",
    "RootMeanSquaredError",
    "ThresholdMetric",
    "TopKAccuracy",
    "accuracy",
    "area_under_roc",
    "confusion_matrix",
    "roc_curve",
]
