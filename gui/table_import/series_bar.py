"""Whether the rows of a table follow each other in time, and how they are then cut into windows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.data import TimeSeries
from gui.i18n import words
from gui.table_import.draft import WINDOWS, Windows, usual_windows
from gui.table_import.names import readers
from gui.widgets.controls import PickBox, TickBox
from gui.widgets.number_field import NumberField
from gui.widgets.panel import text_label

GAP, NUMBER_WIDTH, NETWORK_WIDTH = 8, 64, 190


class SeriesBar(QWidget):
    """`changed` carries the windows that people mean, or None where the rows stand each for itself.

    Of a file also the network to begin with can be chosen, as `reader`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_rows")
        usual = usual_windows()
        self._declared = {field.name: field for field in TimeSeries.hyperparameters() if field.name in WINDOWS}
        self.tick = TickBox(False)
        self.fields = {name: NumberField(field, usual[name]) for name, field in self._declared.items()}
        self.network = PickBox(readers, "")
        self.complaint = text_label("error", "table_rows_error")
        self._captions = {name: QLabel() for name in (*WINDOWS, "network")}
        self._of_file = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.tick)
        self._apart = QWidget()
        self._apart.setFixedWidth(GAP)
        row.addWidget(self._apart)
        self.tick.setObjectName("table_in_time")
        self.network.setFixedWidth(NETWORK_WIDTH)
        for name, control in {**self.fields, "network": self.network}.items():
            control.setObjectName(f"table_{name}")
            caption = self._captions[name]
            caption.setProperty("role", "label")
            caption.setBuddy(control)
            if name != WINDOWS[0]:
                row.addSpacing(GAP)
            row.addWidget(caption)
            row.addWidget(control)
        row.addWidget(self.complaint, 1)
        row.addStretch()
        for field in self.fields.values():
            field.setFixedWidth(NUMBER_WIDTH)
            field.value_changed.connect(lambda _value: self.changed.emit(self.windows))
            field.complained.connect(self._complain)
        self.tick.value_changed.connect(self._switch)
        self.retranslate()
        self._show_fields()

    @property
    def windows(self) -> Windows | None:
        """What is meant now."""
        return {name: field.value for name, field in self.fields.items()} if self.tick.isChecked() else None

    @property
    def reader(self) -> str:
        """How the network to begin with reads a window; "" where the drawn one stays."""
        return str(self.network.value) if self._of_file and self.tick.isChecked() else ""

    def show_windows(self, windows: Windows | None, of_file: bool) -> None:
        """Show these and emit nothing; what a project holds stays what it is, a table or a series."""
        self._of_file = of_file
        self.tick.set_value(windows is not None)
        for name, value in (windows or {}).items():
            self.fields[name].set_value(value)
        self.setVisible(of_file or windows is not None)
        self._show_fields()

    def _switch(self, _ticked: bool) -> None:
        self._show_fields()
        self.changed.emit(self.windows)

    def _show_fields(self) -> None:
        shown = self.tick.isChecked()
        for widget in (self.tick, self._apart):
            widget.setVisible(self._of_file)
        for name, caption in self._captions.items():
            there = shown and (self._of_file or name != "network")
            caption.setVisible(there)
            (self.network if name == "network" else self.fields[name]).setVisible(there)
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence) and self.tick.isChecked())

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.tick.setText(self.tr("Rows follow each other in time"))
        self.tick.setAccessibleName(self.tick.text())
        self.tick.setToolTip(self.tr("From a window of past rows the network forecasts the next values of the target."))
        for name, declared in self._declared.items():
            self._name(name, self.fields[name], words(declared.label), words(declared.help))
        self._name(
            "network", self.network, self.tr("Network"),
            self.tr("What is drawn when the data are used, to be trained with Adam; one undo brings back what was."),
        )  # fmt: skip

    def _name(self, name: str, control: QWidget, label: str, help: str) -> None:
        self._captions[name].setText(label)
        self._captions[name].setToolTip(help)
        control.setAccessibleName(label)
        control.setAccessibleDescription(help)
        control.setToolTip(help)
