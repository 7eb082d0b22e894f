"""Data that are prepared already, as probes and plots are handed them."""

from __future__ import annotations

import numpy as np

from engine.data import Dataset, Fitted, Parts, Prepared, Scaler
from engine.data.dataset import Part


def as_prepared(dataset: Dataset, scaler: Scaler | None = None, target_scaler: Scaler | None = None) -> Prepared:
    """As if inputs and targets had been scaled so; without a scaler they are in their own units."""
    inputs = np.asarray(dataset.inputs)
    scaler = scaler or Scaler(np.zeros(inputs.shape[1:]), np.ones(inputs.shape[1:]))

    def loaded(part: Part) -> Part:
        targets = target_scaler.inverse(np.asarray(part[1])) if target_scaler is not None else part[1]
        return scaler.inverse(np.asarray(part[0])), targets

    held_out = loaded(dataset.validation) if isinstance(dataset.validation, tuple) else None
    raw = Parts(loaded((inputs, dataset.targets)), held_out, None)
    return Prepared(
        dataset,
        raw,
        Fitted(
            inputs.shape[1:],
            scaler,
            target_scaler,
            features=dataset.features,
            classes=dataset.classes,
            target_names=dataset.target_names,
        ),
    )
