"""One input that people type or draw, and what the network says of it at every look."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QWidget

from engine.classes import class_numbers
from engine.data import Prepared
from engine.data.dataset import Arrays
from engine.data.days import date_text
from engine.data.description import spread
from engine.data.picture_shape import picture_shape
from engine.data.samples import feature_names, groups
from engine.errors import DataError
from engine.network import Network
from engine.shapes import Shape
from engine.trial import Ranges, Said, Trial, ranges, sample_at, try_sample
from gui.i18n import measure, paragraph, sentence
from gui.mailbox import Probe
from gui.plots.export import Table
from gui.plots.predictions.feature_form import FeatureForm
from gui.plots.predictions.ink import Sheet, placement
from gui.plots.predictions.output_bars import OutputBars
from gui.plots.predictions.pad import Pad
from gui.plots.predictions.page import APART, CLOSE, Page
from gui.plots.predictions.part_names import part_names
from gui.theme import Theme
from gui.widgets.controls import Button
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText
from gui.widgets.pace import Pace
from gui.widgets.panel import text_label

Array = NDArray[np.floating]

UNBOUNDED = 16_777_215
"""Qt's largest size of a widget."""
FEW = 3
"""As many numbers of a target are told."""
ICON_WIDTH, WORD_WIDTH = 28, 40
"""The least that a control takes."""
LOOKED_AT = 500
"""Pictures of the data that tell how large drawings are and where they lie."""
FRAME = 33
"""Milliseconds between two questions at least, as often as the window looks."""


class Attempt:
    """The sample that the worker is to try, written by the window; until there is one, the first of the part."""

    def __init__(self) -> None:
        self._newest: deque[Array] = deque(maxlen=1)
        self.part = ""

    def put(self, sample: Array | None) -> None:
        """Try this from now on."""
        self._newest.clear()
        if sample is not None:
            self._newest.append(sample.copy())

    def __call__(self, network: Network, prepared: Prepared) -> Trial | tuple[Array, Ranges, DataError] | DataError:
        """By the worker."""
        first = sample_at(prepared, self.part, 0)
        newest = tuple(self._newest)
        sample = newest[0] if newest and newest[0].shape == first.shape else first
        try:
            return try_sample(network, prepared, sample)
        except DataError as error:
            return sample, ranges(prepared), error


class TrialPage(Page):
    """A form of the features, or a pad for a picture, with the outputs beside it."""

    live = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("trial_page", parent)
        self.form, self.pad, self.outputs = FeatureForm(), Pad(), OutputBars()
        self.next, self.mean, self.empty, self.undo = (
            Button(name, "link") for name in ("try_next", "try_mean", "try_clear", "try_undo")
        )
        self.eraser, self.centred = Button("try_eraser", "segment"), Button("try_centred", "segment")
        for choice in (self.eraser, self.centred):
            choice.setCheckable(True)
        self.centred.setChecked(True)
        self.origin = LineText("note")
        self.complaint = text_label("error", "try_complaint")
        self.complaint.hide()
        self._attempt = Attempt()
        self._prepared: Prepared | None = None
        self._picture: Shape | None = None
        self._ranges: Ranges | None = None
        self._place: int | None = 0
        self._altered = False
        self._begins_empty = False
        self._in_icons = False
        self._trial: Trial | None = None
        self._pace = Pace(self.asked.emit, FRAME, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        controls = QWidget()
        self._row = row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        for control in (self.eraser, self.centred, self.undo, self.empty, self.next, self.mean):
            row.addWidget(control)
        row.addWidget(self.origin, 1)
        row.addStretch()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.pad)
        self.add_above(controls)
        self.add_above(self.complaint)
        self.add_side(self.stack, 3)
        self.add_side(self.outputs, 2)

    def _connect(self) -> None:
        self.form.edited.connect(lambda: self._edit(self.form.values))
        self.pad.edited.connect(self._edit_picture)
        self.next.clicked.connect(self._show_next)
        self.mean.clicked.connect(self._show_mean)
        self.empty.clicked.connect(self._clear)
        self.eraser.toggled.connect(self._choose_tool)
        self.centred.toggled.connect(self.pad.centre)
        self.undo.clicked.connect(self.pad.undo)

    # What is tried

    def look_at(self, part: str, node: str, tells_classes: bool) -> None:
        super().look_at(part, node, tells_classes)
        self._attempt.part = part
        self._show_outputs()
        self._tell_origin()

    def begin(self, prepared: Prepared) -> None:
        if prepared is not self._prepared:
            same = self._prepared is not None and self._prepared.fitted.features == prepared.fitted.features
            self._prepared, self._ranges = prepared, None
            if not same:
                self._place, self._altered = 0, False
                self._attempt.put(None)

    def probe(self) -> Probe:
        return self._attempt

    def try_place(self, place: int) -> None:
        """Begin with this sample of the part."""
        if self._prepared is not None:
            self._place = place
            self._put(sample_at(self._prepared, self.part, place))

    def _choose_tool(self, erases: bool) -> None:
        self.pad.erases = erases

    def _show_next(self) -> None:
        self.try_place(0 if self._place is None else self._place + 1)

    def _show_mean(self) -> None:
        if self._ranges is not None:
            self._place = None
            self._put(self._ranges.mean)

    def begin_own(self) -> None:
        """Let people make up an input: on an empty pad, or in the first field."""
        if self._ranges is None:
            self._begins_empty = True
        elif self._picture is not None:
            self._clear()
            self.pad.setFocus()
        elif self.form.fields:
            self.form.fields[0].setFocus()

    def _clear(self) -> None:
        self._place = None
        self.pad.clear()
        self._edit_picture()

    def _edit_picture(self) -> None:
        if self._ranges is not None:
            self._edit(self.pad.values.reshape(self._ranges.low.shape))

    def _edit(self, sample: Array) -> None:
        self._altered = True
        self._attempt.put(sample)
        self._tell_origin()
        self._pace.ask()

    def _put(self, sample: Array) -> None:
        """Another sample in form or pad."""
        self._altered = False
        self._fill(sample)
        self._attempt.put(sample)
        self._tell_origin()
        self._pace.ask()

    # What is shown

    def show_result(self, result: object) -> None:
        refused = isinstance(result, tuple)
        if isinstance(result, Trial):
            sample, known = result.sample, result.ranges
        elif isinstance(result, tuple) and len(result) == 3:
            sample, known, _ = result
        else:
            return
        if known is not self._ranges:
            self._take_ranges(known)
            self._fill(sample)
            if self._begins_empty:
                self._begins_empty = False
                self.begin_own()
        self.complaint.setVisible(refused)
        if isinstance(result, tuple):
            self.complaint.setText("\n".join(map(sentence, result[2].messages)))
        self._trial = result if isinstance(result, Trial) else None
        self._show_outputs()

    def _take_ranges(self, known: Ranges) -> None:
        """Other data: another form, or another pad."""
        assert self._prepared is not None
        self._ranges = known
        self._picture = picture_shape(known.low.shape, self._prepared.fitted.features)
        drawn = self._picture is not None
        self.stack.setCurrentWidget(self.pad if drawn else self.form)
        for control in (self.eraser, self.empty):
            control.setVisible(drawn)
        if self._picture is not None:
            low, high = float(known.low.min()), float(known.high.max())
            paper_is_low = float(np.median(known.mean)) <= (low + high) / 2
            pictures = np.asarray(self._prepared.raw.training[0])
            some = pictures[spread(len(pictures), LOOKED_AT)].reshape(-1, *self._picture)
            paper, ink = (low, high) if paper_is_low else (high, low)
            where = placement(some, Sheet(self._picture, paper, ink))
            self.pad.set_shape(self._picture, low, high, paper_is_low, where)
        self._tell_origin()

    def _fill(self, sample: Array) -> None:
        if self._ranges is None or self._prepared is None or sample.shape != self._ranges.low.shape:
            return
        if self._picture is not None:
            self.pad.set_values(sample)
        else:
            fitted = self._prepared.fitted
            self.form.show_sample(groups(fitted, sample.shape), self._ranges, sample)

    def said(self) -> Said | None:
        """What the chosen output says."""
        return self._trial.outputs.get(self.node) if self._trial is not None else None

    def _show_outputs(self) -> None:
        self.outputs.show_said(self.said(), self._picture)

    def _tell_origin(self) -> None:
        """Which sample it was to begin with, and what is right for it as long as nobody has altered it."""
        text = ""
        if self._prepared is not None and self._place is not None:
            inputs, targets = self._prepared.raw.named().get(self.part, self._prepared.raw.training)
            place = self._place % len(np.asarray(inputs))
            told = {"part": part_names().get(self.part, ""), "number": place + 1}
            if self._altered:
                text = self.tr("{part}, no. {number}, altered").format(**told)
            else:
                right = _in_words(targets, place, self._prepared.dataset.classes)
                text = self.tr("{part}, no. {number}: {actual}").format(**told, actual=right).removesuffix(": ")
        self.origin.setText(text)

    def titles(self) -> Sequence[str]:
        return (self.tr("Try one"),)

    def arrange(self, side: int | None) -> None:
        """Form and outputs are of no use without each other: where there is little room they stand closer."""
        narrow = side is not None
        below = narrow and self._picture is None
        direction = QBoxLayout.Direction.BottomToTop if below else QBoxLayout.Direction.LeftToRight
        self.layout_of_sides.setDirection(direction)
        self.layout_of_sides.setSpacing(CLOSE if narrow else APART)
        self.outputs.setMinimumHeight(self.outputs.least_height() if below else 0)
        self.outputs.setMaximumHeight(self.outputs.least_height() if below else UNBOUNDED)
        self.origin.setVisible(not narrow)
        self.undo.setVisible(self._picture is not None)
        self.centred.setVisible(self._picture is not None and self.pad.can_centre)
        if self._in_icons is not (narrow and not below):
            self._in_icons = not self._in_icons
            self._name_controls()

    def _name_controls(self) -> None:
        """Say what they do in words, or with icons where words have no room; what is pointed at tells more."""
        for control, drawn, word, told in (
            (self.eraser, "eraser", self.tr("Eraser"), self.tr("Erase with the left button, too")),
            (self.centred, "centred", self.tr("Centred"),
             self.tr("Bring what is drawn to the size and place that the data have, before the network sees it")),
            (self.undo, "undo", self.tr("Undo"), self.tr("Take back the last stroke (Ctrl+Z on the pad)")),
            (self.empty, "trash", self.tr("Clear"), self.tr("An empty pad")),
            (self.next, "step", self.tr("Next"), self.tr("The next sample of the data")),
            (self.mean, "mean", self.tr("Mean"), self.tr("The mean of all training samples")),
        ):  # fmt: skip
            control.setText("" if self._in_icons else word)
            control.setIcon(icon(drawn) if self._in_icons else QIcon())
            control.setMinimumWidth(ICON_WIDTH if self._in_icons else WORD_WIDTH)
            control.setAccessibleName(word)
            control.setToolTip(f"{word}: {told}" if self._in_icons else told)
            # A link shows by a line under its word that it has the focus.
            control.setProperty("role", "segment" if self._in_icons or control.isCheckable() else "link")
            control.style().unpolish(control)
            control.style().polish(control)
        self._row.setSpacing(2 if self._in_icons else 10)

    def retheme(self, theme: Theme) -> None:
        self.pad.update()
        self.outputs.update()
        self._name_controls()

    def retranslate(self) -> None:
        self._name_controls()
        self.pad.setAccessibleName(self.tr("Pad"))
        told = self.tr(
            "Draw with the left button, erase with the right one. Keyboard: arrows choose a pixel, Space fills it, "
            "Backspace empties it, Ctrl+Z undoes."
        )
        self.pad.setToolTip(paragraph(told))
        self.outputs.setAccessibleName(self.tr("What the network says"))
        self.form.retranslate()
        self._tell_origin()

    # Copying

    def texts(self) -> list[list[list[str]]]:
        columns = self.table()
        rows = zip(columns.get("name", ()), columns.get("value", ()), strict=True)
        return [[[str(name), value if isinstance(value, str) else measure(value, 6)] for name, value in rows]]

    def table(self) -> Table:
        """Inputs and outputs below each other."""
        trial, said = self._trial, self.said()
        if trial is None or said is None or self._prepared is None:
            return {}
        inputs: list[float | str] = [*trial.sample.reshape(-1).tolist()]
        for group in self._prepared.fitted.groups:
            if group.date:
                inputs[group.start] = date_text(float(inputs[group.start]))
        names = feature_names(self._prepared.fitted.features, trial.sample.shape)
        values = np.array(said.scores) if said.names else said.values.reshape(-1)
        told = said.names or said.measures or tuple(f"output_{index + 1}" for index in range(len(values)))
        return {"name": [*names, *told], "value": [*inputs, *values.tolist()]}


def _in_words(targets: Arrays, place: int, classes: tuple[str, ...]) -> str:
    """What is right for one sample: a class, or a few numbers."""
    if isinstance(targets, Mapping):
        return ""
    target = np.asarray(targets)[place].reshape(-1)
    if classes and target.size in (1, len(classes)):
        return classes[int(class_numbers(target, len(classes)))]
    return ", ".join(measure(float(value), 4) for value in target) if target.size <= FEW else ""
