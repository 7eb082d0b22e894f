"""Numbers that were pinned on the canvas: each with its terms, live while the network trains."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from engine.layer_probe import LayerLook, layer_looks
from gui import names, theme
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.quantities import Fill
from gui.settings import Settings
from gui.snapshot import Snapshot
from gui.spot import SEPARATOR, Spot, terms, title, value_text
from gui.training_session import TrainingSession
from gui.widgets.fold import Fold
from gui.widgets.form import order_tabs
from gui.widgets.icons import icon
from gui.widgets.panel import hairline

PROBE = "pinned"
MOST = 8
"""A further pin takes the place of the oldest."""
NOTHING = np.zeros(0, np.float32)


class PinnedRow(QWidget):
    """One number: its name, its value, a button that lets it go, and below what belongs to it."""

    def __init__(self, spot: Spot, document: Document) -> None:
        super().__init__()
        self.spot = spot
        self._document = document
        self.name, self.value, self.note = QLabel(), QLabel(), QLabel()
        self.name.setProperty("role", "label")
        self.value.setObjectName("pinned_value")
        self.value.setFont(theme.number_font())
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.remove = QToolButton()
        self.remove.setObjectName("unpin")
        self.remove.setIconSize(QSize(12, 12))
        self.remove.setFixedSize(22, 22)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.value, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.note, 1, 0, 1, 2)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words and the icon anew."""
        name = title(self.spot, self._document.graph)
        self.name.setText(name)
        told = self.tr("Unpin {name}").format(name=name)
        self.remove.setToolTip(told)
        self.remove.setAccessibleName(told)
        self.remove.setIcon(icon("close", theme.current().muted))

    def show_look(self, look: LayerLook | None, updates: np.ndarray, fill: Fill) -> None:
        """Tell what the number is now."""
        self.value.setText(value_text(self.spot, look, fill))
        self.note.setText(SEPARATOR.join(terms(self.spot, look, updates, fill)) if look is not None else "")
        self.note.setVisible(bool(self.note.text()))


class PinnedNumbers(Fold):
    """A fold, hidden while nothing is pinned; asks the session for the layers of its pins and no others.

    `pins_changed` carries all Spots that are pinned now.
    """

    pins_changed = Signal(object)

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.setObjectName("pinned")
        self._session = session
        self._document = document
        self._fill = Fill(Settings().neuron_fill)
        self._snapshot = session.last_snapshot
        self.rows: list[PinnedRow] = []
        self.button.setObjectName("pinned_fold")
        if (column := self.layout()) is not None:
            column.addWidget(hairline())
        session.snapshot_taken.connect(self._take)
        document.replaced.connect(self._clear)
        document.edited.connect(self._follow_names)
        self.retranslate()
        self.hide()

    def toggle(self, spot: Spot) -> None:
        """Keep this number in sight, or let it go where it is pinned already."""
        if any(row.spot == spot for row in self.rows):
            self.unpin(spot)
        else:
            self._pin(spot)

    def _pin(self, spot: Spot) -> None:
        while len(self.rows) >= MOST:
            self._drop(self.rows[0])
        row = PinnedRow(spot, self._document)
        row.remove.clicked.connect(lambda: self.unpin(spot))
        self.rows.append(row)
        self.add(row)
        self.unfold()
        order_tabs(self.button, [row.remove for row in self.rows])
        self._ask()

    def unpin(self, spot: Spot) -> None:
        """Let a number go."""
        for row in [row for row in self.rows if row.spot == spot]:
            self._drop(row)
        self._ask()

    def show_fill(self, fill: Fill) -> None:
        """Neurons are filled with this from now on, so their numbers are of this kind."""
        self._fill = fill
        self._show_numbers()

    def _clear(self) -> None:
        while self.rows:
            self._drop(self.rows[0])
        self._ask()

    def _drop(self, row: PinnedRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _ask(self) -> None:
        """Let every look carry the layers of the pins."""
        self.retranslate()
        self.setVisible(bool(self.rows))
        if self.rows:
            nodes = tuple(sorted({row.spot.node for row in self.rows}))
            self._session.add_probe(PROBE, partial(layer_looks, nodes))
        else:
            self._session.remove_probe(PROBE)
        self.pins_changed.emit(tuple(row.spot for row in self.rows))
        self._show_numbers()

    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self.rows:
            self._show_numbers()

    def _show_numbers(self) -> None:
        looks = self._snapshot.looks.get(PROBE, {})
        observation = self._snapshot.observation
        updates = observation.updates if observation is not None else NOTHING
        for row in self.rows:
            row.show_look(looks.get(row.spot.node), updates, self._fill)

    def _follow_names(self, edit: DocumentEdit) -> None:
        if names.renames(edit):
            self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Pinned ({count})").format(count=len(self.rows)))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_snapshot"):
            self.retranslate()
            self._show_numbers()
