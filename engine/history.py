"""What a run has left behind so far: losses of its steps and the figures of its epochs.

One thread records while others read. Columns grow with room to spare, and the reader's look is one tuple
that is replaced as a whole, so it never sees half a record.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError, Message
from engine.events import BatchEnd, EpochEnd, Event

Array = NDArray[np.float64]

MAX_POINTS = 20_000
"""Points of the step curve that are kept; when they are reached, every two become their mean."""
BUNCH = 256
"""Steps that are gathered before they are written into the columns, unless somebody flushes."""
MAX_EPOCHS = 100_000
"""Epochs that are kept; when they are reached, every second one goes, and of those to come every second is kept."""
SEEN = len(EpochEnd._fields)
"""The row of the epochs' columns that counts them as they came."""
COUNTS = ("epoch", "step")
OPTIONAL = ("accuracy", "val_loss", "val_accuracy")


class Columns:
    """Rows of float64 figures that only ever grow, seen as columns; written by one thread, read by any."""

    def __init__(self, width: int) -> None:
        self._state: tuple[Array, int] = (np.empty((width, 64)), 0)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._state[1]

    def extend(self, rows: Array) -> None:
        """Rows (width, n) more."""
        table, count = self._state
        total: int = count + rows.shape[1]
        while total > table.shape[1]:
            table = np.concatenate([table, np.empty_like(table)], axis=1)
        table[:, count:total] = rows
        self._state = (table, total)

    def view(self) -> Array:
        """All rows so far, (width, rows); it stays as it is when more are appended."""
        table, count = self._state
        view = table[:, :count]
        view.flags.writeable = False
        return view

    def halve(self) -> None:
        """Replace every two rows by their mean."""
        table, count = self._state
        half = count // 2
        halved = np.empty_like(table)
        halved[:, :half] = (table[:, : 2 * half : 2] + table[:, 1 : 2 * half : 2]) / 2
        self._state = (halved, half)

    def keep(self, chosen: NDArray[np.bool_]) -> None:
        """Leave only these rows."""
        table, count = self._state
        kept = np.empty_like(table)
        left = int(chosen.sum())
        kept[:, :left] = table[:, :count][:, chosen]
        self._state = (kept, left)


class History:
    """The record of a run; `record` and `extend` take every event, the rest reads.

    What it holds is bounded: in a run of more than MAX_EPOCHS epochs some are left out, the newest never.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._epochs = Columns(len(EpochEnd._fields) + 1)
        self._batches = Columns(2)
        self._stride = 1
        self._told: list[Event] = []
        self._pending: list[BatchEnd] = []
        self._last_batch: BatchEnd | None = None
        self._epoch_stride = 1
        self._epochs_seen = 0
        self._newest: Array | None = None

    def record(self, event: Event) -> None:
        """Keep the figures of a step or an epoch; other events leave nothing behind."""
        self.extend((event,))

    def extend(self, events: Iterable[Event]) -> None:
        """Keep the figures of events in their order; readers see them after `flush`, or when there are many."""
        self._told += events
        if len(self._told) >= BUNCH:
            self.flush()

    def flush(self) -> None:
        """Let readers see all steps and epochs; called by the thread that records."""
        told, self._told = self._told, []
        self._pending += [event for event in told if type(event) is BatchEnd]
        self._last_batch = self._pending[-1] if self._pending else self._last_batch
        if ends := [event for event in told if type(event) is EpochEnd]:
            self._record_epochs(ends)
        if self._newest is not None:
            self._keep(self._newest)
            self._newest = None
        self._record_batches()

    def _record_epochs(self, ends: Sequence[EpochEnd]) -> None:
        figures = [math.nan if figure is None else figure for end in ends for figure in end]
        seen = np.arange(self._epochs_seen + 1, self._epochs_seen + len(ends) + 1)
        self._epochs_seen += len(ends)
        rows: Array = np.vstack([np.array(figures).reshape(len(ends), -1).T, seen])
        chosen = seen % self._epoch_stride == 0
        self._newest = None if chosen[-1] else rows[:, -1:]
        self._keep(rows[:, chosen])

    def _record_batches(self) -> None:
        """Points of the step curve, of as many steps each as make one by now; what is left waits for more."""
        points = len(self._pending) // self._stride
        total = self._batches.count + points
        full = total > MAX_POINTS - BUNCH
        if full and total % 2:  # only pairs become means; the odd one waits
            points -= 1
        if points <= 0:
            return
        taken, self._pending = self._pending[: points * self._stride], self._pending[points * self._stride :]
        figures = np.array([[event.step for event in taken], [event.loss for event in taken]])
        self._batches.extend(figures.reshape(2, points, self._stride).mean(axis=2))
        if full:
            self._batches.halve()
            self._stride *= 2

    def _keep(self, rows: Array) -> None:
        self._epochs.extend(rows)
        while self._epochs.count >= MAX_EPOCHS:
            self._thin()

    def _thin(self) -> None:
        """Equal gaps between the epochs that stay; those that somebody's look has kept besides go, but the last."""
        seen = self._epochs.view()[SEEN]
        if (seen % self._epoch_stride == 0).sum() > MAX_EPOCHS // 2:
            self._epoch_stride *= 2
        chosen = seen % self._epoch_stride == 0
        chosen[-1] = True
        self._epochs.keep(chosen)

    def batches(self) -> tuple[Array, Array]:
        """Steps and their losses, of one length; over a long run each point is the mean of several steps."""
        steps, losses = self._batches.view()
        return steps, losses

    def columns(self, *names: str) -> tuple[Array, ...]:
        """These figures of all epochs, of one length; NaN stands where an epoch had none."""
        view = self._epochs.view()
        return tuple(view[EpochEnd._fields.index(name)] for name in names)

    def column(self, name: str) -> Array:
        """One figure of all epochs, by its name in EpochEnd."""
        return self.columns(name)[0]

    @property
    def epochs(self) -> int:
        """How many epochs are kept."""
        return len(self.column("epoch"))

    def epoch_end(self, epoch: int) -> EpochEnd | None:
        """One epoch as it was recorded; None where it was not, or was left out of a long run."""
        found = np.flatnonzero(self.column("epoch") == epoch)
        return _event(self._epochs.view()[:SEEN, found[-1]].tolist()) if len(found) else None

    def last(self) -> EpochEnd | None:
        """The newest epoch, if there is one; called by the thread that records."""
        self.flush()
        return _event(self._epochs.view()[:SEEN, -1].tolist()) if self.epochs else None

    def as_events(self) -> tuple[EpochEnd, ...]:
        """The epochs as they were recorded; called by the thread that records."""
        self.flush()
        return tuple(_event(row) for row in self._epochs.view()[:SEEN].T.tolist())

    def until(self, step: int) -> History:
        """The record up to this step, for a run that branches off there; called by the thread that records."""
        self.flush()
        branch = History()
        branch._stride, branch._epoch_stride = self._stride, self._epoch_stride
        epochs, batches = self._epochs.view(), self._batches.view()
        branch._epochs.extend(epochs[:, epochs[EpochEnd._fields.index("step")] <= step])
        branch._batches.extend(batches[:, batches[0] <= step])
        branch._pending = [event for event in self._pending if event.step <= step]
        if self._last_batch is not None and self._last_batch.step <= step:
            branch._last_batch = self._last_batch
        branch._epochs_seen = int(branch._epochs.view()[SEEN].max(initial=0))
        return branch

    def still(self) -> History:
        """What there is to be seen now, for readers; it stays so while this one grows."""
        seen = History()
        seen._epochs._state, seen._batches._state = self._epochs._state, self._batches._state
        return seen

    def outline(self, most: int) -> Array:
        """Steps and their losses (2, points) in so many points at most, the last step as it was, so that a run that is
        read back counts on from it; called by the thread that records."""
        self.flush()
        batches, last = self._batches.view(), self._last_batch
        if last is not None and (not batches.size or batches[0, -1] < last.step):
            batches = np.hstack([batches, [[last.step], [last.loss]]])
        if batches.shape[1] <= most:
            return batches
        before = batches.shape[1] - 1
        size = math.ceil(before / (most - 1))
        means = batches[:, : before // size * size].reshape(2, -1, size).mean(axis=2)
        return np.hstack([means, batches[:, -1:]])

    @staticmethod
    def from_events(events: Iterable[EpochEnd], outline: Array | None = None) -> History:
        """A history of these epochs, with steps as `outline` gives them, or without any."""
        history = History()
        if outline is not None:
            history._batches.extend(outline)
        for event in events:
            history.record(event)
        history.flush()
        return history


def epoch_columns(events: Iterable[EpochEnd]) -> dict[str, Array]:
    """Epochs as one array per figure, for a file."""
    history = History.from_events(events)
    return dict(zip(EpochEnd._fields, history.columns(*EpochEnd._fields), strict=True))


def epochs_from_columns(columns: Mapping[str, NDArray[Any]]) -> tuple[EpochEnd, ...]:
    """What `epoch_columns` gave; DataError where columns are missing or do not fit each other."""
    if set(columns) != set(EpochEnd._fields):
        raise DataError(Message("The history needs the columns {names}.", names=", ".join(EpochEnd._fields)))
    if len({array.shape for array in columns.values()}) != 1 or columns["epoch"].ndim != 1:
        raise DataError(Message("The columns of the history differ in length."))
    table = np.array([columns[name] for name in EpochEnd._fields], np.float64)
    required = [EpochEnd._fields.index(name) for name in EpochEnd._fields if name not in OPTIONAL]
    if not np.isfinite(table[required]).all():
        raise DataError(Message("The history holds numbers that are not finite."))
    return tuple(_event(row) for row in table.T.tolist())


def _event(row: list[float]) -> EpochEnd:
    figures: dict[str, Any] = dict(zip(EpochEnd._fields, row, strict=True))
    for name in COUNTS:
        figures[name] = int(figures[name])
    for name in OPTIONAL:
        if math.isnan(figures[name]):
            figures[name] = None
    return EpochEnd(**figures)
