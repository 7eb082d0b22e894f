"""A row in which one sample of the data is chosen: by its number, the next or the one before, or by its class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from engine.data import Prepared
from engine.errors import Message
from engine.feature_maps import classes_of, count_of
from engine.hyperparameters import AT_LEAST_ONE, Hyperparameter
from gui.plots.predictions.part_names import part_names
from gui.theme import LABEL_PIXELS, Theme, number_font
from gui.widgets.controls import ComboBox, name_aloud
from gui.widgets.icons import icon
from gui.widgets.number_field import NumberField

ANY = -1
NUMBER = Hyperparameter(
    "number",
    int,
    False,
    1,
    Message("Number of the sample").template,
    "",
    AT_LEAST_ONE,
    (),
    headline=False,
    advanced=False,
)
WIDTH = 48


class SamplePicker(QWidget):
    """`picked` tells that another sample is wanted: the one at `place` of the part called `part`.

    Who shows it gives `parts` a place, since in a narrow panel there is no room for it in the same row.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self._prepared: Prepared | None = None
        self.before, self.after = QToolButton(), QToolButton()
        self.number = NumberField(NUMBER, 1)
        self.number.setFont(number_font(LABEL_PIXELS))
        self.number.setFixedWidth(WIDTH)
        self.kind, self.parts = ComboBox(), ComboBox()
        self.kind.setMinimumContentsLength(10)
        self.parts.setMinimumContentsLength(7)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.before, self.number, self.after, self.kind):
            row.addWidget(widget)
        row.addStretch()
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.number.value_changed.connect(lambda value: self._pick(value - 1))
        self.kind.currentIndexChanged.connect(lambda: self._pick(self.place))
        self.parts.currentIndexChanged.connect(lambda: self._pick(self.place))

    @property
    def part(self) -> str:
        """The name of the part that is chosen."""
        return str(self.parts.currentData() or "training")

    def set_data(self, prepared: Prepared | None) -> None:
        """Other data: begin with their first sample."""
        same = prepared is self._prepared
        self._prepared = prepared
        if prepared is None or same:
            return
        with QSignalBlocker(self.kind), QSignalBlocker(self.parts):
            self.kind.clear()
            self.parts.clear()
            self._list()
        self._pick(0)

    def _list(self) -> None:
        """Parts and classes by their names, keeping what is chosen."""
        prepared = self._prepared
        if prepared is None:
            return
        names, classes = part_names(), prepared.dataset.classes
        parts = [(names[part], part) for part in prepared.raw.named()]
        kinds = [(self.tr("any class"), ANY), *((name, number) for number, name in enumerate(classes))]
        for box, entries in ((self.parts, parts), (self.kind, kinds)):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for name, code in entries:
                    box.addItem(name, code)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        self.parts.setVisible(len(parts) > 1)
        self.kind.setVisible(bool(classes) and classes_of(prepared, "training") is not None)

    def step(self, by: int) -> None:
        """The next sample of the chosen class, or the one before; round at the ends."""
        among = self._among()
        if len(among):
            now = int(np.searchsorted(among, self.place))
            self._take(int(among[(now + by) % len(among)]))

    def _among(self) -> np.ndarray:
        """The places of the samples of the chosen class within the part."""
        if self._prepared is None:
            return np.arange(0)
        labels, kind = classes_of(self._prepared, self.part), self.kind.currentData()
        if labels is None or kind in (None, ANY):
            return np.arange(count_of(self._prepared, self.part))
        return np.flatnonzero(labels == kind)

    def _pick(self, place: int) -> None:
        """This sample, or the first behind it that is of the chosen class."""
        among = self._among()
        if len(among):
            self._take(int(among[np.searchsorted(among, place) % len(among)]))

    def _take(self, place: int) -> None:
        self.place = place
        self.number.set_value(place + 1)
        self.picked.emit()

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.before.setIcon(icon("previous", theme.muted))
        self.after.setIcon(icon("next", theme.muted))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        for button, text in ((self.before, self.tr("Previous sample")), (self.after, self.tr("Next sample"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.number.setAccessibleName(self.tr("Number of the sample"))
        self.number.setToolTip(self.tr("Number of the sample"))
        name_aloud(self.kind, self.tr("Class of the sample"))
        name_aloud(self.parts, self.tr("Part of the data"))
        self._list()
