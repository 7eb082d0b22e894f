"""From loaded data to training: parts are held out, gaps filled, features added, numbers scaled, samples copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset, Part, take
from engine.data.expansion import MOST_FEATURES, Expansion
from engine.data.filling import fit_filler
from engine.data.fitted import Fitted, one_array
from engine.data.scaling import SCALERS, fit_targets
from engine.data.source import USUAL_VALIDATION, DataSource
from engine.data.splitting import split
from engine.errors import DataError, Message
from engine.hyperparameters import FRACTION, Configurable, hyper
from engine.random_streams import AUGMENTATION, stream
from engine.shapes import DataShape, shape_text


@dataclass(frozen=True, eq=False)
class Parts:
    """The samples by what they are for, in the data's own units and with gaps where values are missing.

    Of windows of a series `begins` says by part at which step the targets of each one begin.
    """

    training: Part
    validation: Part | None
    test: Part | None
    begins: Mapping[str, NDArray[np.intp]] = field(default_factory=dict)

    def named(self) -> dict[str, Part]:
        """Those that are there, by name."""
        parts = {"training": self.training, "validation": self.validation, "test": self.test}
        return {name: part for name, part in parts.items() if part is not None}


@dataclass(frozen=True, eq=False)
class Prepared:
    """Data ready for a Trainer; `raw` are the same samples as they were loaded, before any was copied."""

    dataset: Dataset
    raw: Parts
    fitted: Fitted


class Preparation(Configurable):
    """What happens to data before training; all that is learnt from data is learnt from the training part."""

    label = "Preparation"

    validation: float = hyper(
        USUAL_VALIDATION, label="Validation share", bounds=FRACTION,
        help="The part of the samples that is held out to judge the network.",
    )  # fmt: skip
    test: float = hyper(
        0.0, label="Test share", help="The part that nobody looks at before the network is finished.", bounds=FRACTION,
        advanced=True,
    )  # fmt: skip
    split: str = hyper(
        "random", label="Split", advanced=True, choices=("random", "repeats_together", "in_order", "by_column"),
        help="At random with every class in its share; so that repeated samples are in one part; in order, the last "
        "samples held out; or as a column says.",
    )  # fmt: skip
    scaling: str = hyper(
        "standard", label="Scaling", help="Brings inputs of different units to one size; learnt from training samples.",
        choices=("none", "standard", "minmax", "robust"),
    )  # fmt: skip
    target_scaling: str = hyper(
        "none", label="Target scaling", choices=("none", "standard", "minmax"),
        help="Brings targets that are measures to one size, and answers back; learnt from training samples.",
    )  # fmt: skip
    expansion: Expansion | None = hyper(
        None, label="More features", help="Columns that are made of those that are there.", advanced=True
    )
    augmentation: Augmentation | None = hyper(
        None, label="Altered copies", help="Training samples that are added, a little different.", advanced=True
    )

    def shape(self, data: DataShape) -> DataShape:
        """The shapes that the network meets; DataError where features cannot be added to such inputs."""
        if self.expansion is None:
            return data
        if len(data.inputs) != 1:
            raise DataError(
                Message("Features can be added to plain columns only. The data bring {came}.",
                        came=shape_text(data.inputs))
            )  # fmt: skip
        count = self.expansion.count(*data.inputs)
        if count > MOST_FEATURES:
            raise DataError(
                Message("There would be {count} features, more than {most}. Add fewer.",
                        count=f"{count:,}", most=f"{MOST_FEATURES:,}")
            )  # fmt: skip
        return replace(data, inputs=(count,))

    def suited_to(self, source: DataSource, before: DataSource) -> Preparation:
        """The same for these data in place of those before: split in their manner and scaled, where that is new."""
        manner, split = source.suggested_split, self.split
        others = not source.same_kind(before) and manner != "random"
        if others or manner != before.suggested_split or split == "by_column":
            split = manner
        scaling = "standard" if self.scaling == "none" and source.own_units and not before.own_units else self.scaling
        if source.suggested_scaling != before.suggested_scaling:
            scaling = source.suggested_scaling
        validation = self.validation
        if source.suggested_validation != before.suggested_validation:
            validation = source.suggested_validation
        return self.replace(split=split, scaling=scaling, validation=validation)

    def leaves_far(self, data: DataShape) -> bool:
        """Whether the network would learn measures whose size is far from 1."""
        return data.far_targets and not data.classification and self.target_scaling == "none"

    def with_targets_scaled(self) -> Preparation:
        """The same with measures brought to mean 0 and standard deviation 1."""
        return self.replace(target_scaling="standard")

    def apply(self, dataset: Dataset, seed: int) -> Prepared:
        """Split by the seed, keeping parts that are there already; fit everything on the training part."""
        raw = self._parts(dataset, seed)
        fitted = self._fit(dataset, raw.training)
        inputs, targets = fitted.prepared(self._with_copies(fitted, raw.training, seed))
        validation, test = (fitted.prepared(part) if part is not None else None for part in (raw.validation, raw.test))
        names = self.expansion.names(dataset.features) if self.expansion is not None else dataset.features
        return Prepared(Dataset(inputs, targets, validation, dataset.classes, names, test), raw, fitted)

    def _fit(self, dataset: Dataset, training: Part) -> Fitted:
        inputs = one_array(training[0])
        self.shape(DataShape(inputs.shape[1:], ()))
        filler = fit_filler(inputs, dataset.fills, dataset.features) if dataset.fills else None
        filled = filler.transform(inputs) if filler is not None else inputs
        expanded = self.expansion.transform(filled) if self.expansion is not None else filled
        target_scaler = None
        if self.target_scaling != "none" and not dataset.classes:
            if isinstance(training[1], Mapping):
                raise DataError(Message("Only the targets of one output can be scaled."))
            target_scaler = fit_targets(self.target_scaling, training[1])
        return Fitted(
            inputs.shape[1:],
            SCALERS[self.scaling](expanded),
            target_scaler,
            filler,
            self.expansion,
            dataset.features,
            dataset.classes,
            dataset.groups,
            dataset.target_names,
        )

    def _with_copies(self, fitted: Fitted, training: Part, seed: int) -> Part:
        """The training part in its own units, and altered copies behind it where they are wanted."""
        if self.augmentation is None:
            return training
        inputs = fitted.filled(one_array(training[0]))
        inputs = inputs.astype(np.float32) if inputs.dtype == np.uint8 else inputs
        turns = np.tile(np.arange(len(inputs)), 1 + self.augmentation.copies)
        return self.augmentation.transform(inputs, stream(seed, AUGMENTATION)), take(training[1], turns)

    def _parts(self, dataset: Dataset, seed: int) -> Parts:
        everything = (dataset.inputs, dataset.targets)
        if isinstance(dataset.validation, tuple):
            return Parts(everything, dataset.validation, dataset.test)
        found = split(dataset, self.split, self.validation, self.test, seed)
        places = {"training": found.training, "validation": found.validation, "test": found.test}
        training, validation, test = (
            (take(dataset.inputs, indices), take(dataset.targets, indices)) if indices.size else None
            for indices in places.values()
        )
        assert training is not None
        begins = dataset.begins
        steps = {} if begins is None else {name: begins[indices] for name, indices in places.items() if indices.size}
        return Parts(training, validation, test, steps)
