"""Which variants shall race: what varies, one column each, and the value of every variant, one row each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.errors import RambatError
from engine.inference import infer_shapes
from engine.race import FEWEST, MOST, require_variants
from engine.variations import Change, RateChange, Variant, possible, vary
from gui import names
from gui.document import Document
from gui.i18n import grouped, number, sentence, words
from gui.widgets.controls import Button, Entry, PickBox, name_aloud
from gui.widgets.number_field import NumberField
from gui.widgets.panel import text_label

MOST_COLUMNS = 3
CELL_WIDTH, MARGIN, GAP = 220, 16, 8


class Setup(QWidget):
    """`started` carries the Variants that people want to see race."""

    started = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_setup")
        self._document = document
        self._possible: dict[str, Change] = {}
        self.columns: list[str] = []
        self.rows: list[list[Change]] = []
        self.intro = text_label("sentence")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(6)
        self.facts = text_label("note")
        self.complaint = text_label("error", "race_complaint")
        self.add, self.start = Button("race_add"), Button("race_start", "primary")
        self.add.clicked.connect(self.add_row)
        self.start.clicked.connect(self._begin)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(14)
        beside = QHBoxLayout()
        beside.addLayout(self.grid)
        beside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.start)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        for part in (self.intro, beside, self.complaint, buttons, self.facts):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    # What varies

    def follow(self) -> None:
        """Propose what suits the project as it is now, and keep what people have chosen where it still can be."""
        project = self._document.project
        self._possible = possible(project.graph, project.training)
        if not self.columns or not set(self.columns) <= self._possible.keys():
            self.vary_one(next(iter(self._possible)))
        else:
            self._fill()

    def vary_one(self, name: str) -> None:
        """Let this differ and nothing else, with the values that suit."""
        self.columns = [name]
        self.rows = [[proposal] for proposal in self._possible[name].proposals()]
        self._fill()

    def vary_also(self, name: str | None) -> None:
        """Let this differ too; at first all have it as the project does."""
        if name is not None:
            self.columns.append(name)
            self.rows = [[*row, self._possible[name]] for row in self.rows]
            self._fill()

    def take_out_column(self, place: int) -> None:
        """Let this differ no longer."""
        del self.columns[place]
        for row in self.rows:
            del row[place]
        self._fill()

    def add_row(self) -> None:
        """One variant more, like the last one, for people to change."""
        if len(self.rows) < MOST:
            self.rows.append(list(self.rows[-1]))
            self._fill()
            self._cells[-1][0].setFocus()

    def take_out_row(self, place: int) -> None:
        """One variant less."""
        if len(self.rows) > FEWEST:
            del self.rows[place]
            self._fill()

    def _change_column(self, place: int, name: str | None) -> None:
        if name is None:
            self.take_out_column(place)
        elif place == 0 and len(self.columns) == 1:
            self.vary_one(name)
        else:
            self.columns[place] = name
            for row in self.rows:
                row[place] = self._possible[name]
            self._fill()

    # Widgets

    def _fill(self) -> None:
        """Make the grid anew; the focus stays where it was."""
        stood = self._focused()
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._heads = [self._head(place) for place in range(len(self.columns))]
        for place, head in enumerate(self._heads, 1):
            self._put(head, 0, place)
        if len(self.columns) < MOST_COLUMNS and len(self._possible) > len(self.columns):
            also = PickBox(self._others, None)
            also.setObjectName("race_also")
            also.value_changed.connect(self.vary_also)
            self._put(also, 0, len(self.columns) + 1)
            name_aloud(also, self.tr("What varies too"))
        self._cells = [[self._cell(row, place) for place in range(len(self.columns))] for row in range(len(self.rows))]
        for row, cells in enumerate(self._cells, 1):
            count = QLabel(f"{row}")
            count.setProperty("role", "muted")
            self.grid.addWidget(count, row, 0)
            for place, cell in enumerate(cells, 1):
                self._put(cell, row, place)
            self._put_remover(row, len(cells) + 1)
        self.add.setEnabled(len(self.rows) < MOST)
        self._complain("")
        self.retranslate()
        standing = self.grid.itemAtPosition(*stood) if stood is not None else None
        if standing is not None and (widget := standing.widget()) is not None:
            widget.setFocus()

    def _focused(self) -> tuple[int, int] | None:
        """The row and column of the grid in which the focus is."""
        place = self.grid.indexOf(self.focusWidget()) if self.focusWidget() is not None else -1
        return self.grid.getItemPosition(place)[:2] if place >= 0 else None  # type: ignore[index]

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        widget.setFixedWidth(CELL_WIDTH)
        self.grid.addWidget(widget, row, column)
        widget.show()  # at once, so that it can take the focus; a layout would wait for the event loop

    def _put_remover(self, row: int, column: int) -> None:
        remove = Button("race_remove", "link")
        remove.setText(self.tr("Take out"))
        remove.setAccessibleName(self.tr("Take out variant {number}").format(number=row))
        remove.setEnabled(len(self.rows) > FEWEST)
        remove.clicked.connect(partial(self.take_out_row, row - 1))
        self.grid.addWidget(remove, row, column, Qt.AlignmentFlag.AlignLeft)
        remove.show()

    def _head(self, place: int) -> PickBox:
        head = PickBox(partial(self._choices, place), self.columns[place])
        head.setObjectName(f"race_varies_{place}")
        head.value_changed.connect(partial(self._change_column, place))
        return head

    def _choices(self, place: int) -> list[Entry]:
        """What a column may be about: anything that no other is, or nothing where it is not the only one."""
        taken = {name for other, name in enumerate(self.columns) if other != place}
        found = [self._entry(name) for name in self._possible if name not in taken]
        return found if len(self.columns) == 1 else [*found, Entry(None, self.tr("Vary no longer"))]

    def _others(self) -> list[Entry]:
        found = [self._entry(name) for name in self._possible if name not in self.columns]
        return [Entry(None, self.tr("Vary something more…")), *found]

    def _entry(self, name: str) -> Entry:
        kind = type(self._possible[name])
        return Entry(name, words(kind.label), words(kind.summary))

    def _cell(self, row: int, place: int) -> PickBox | NumberField:
        change = self.rows[row][place]
        present = self._possible[self.columns[place]]
        options = tuple(dict.fromkeys([*present.options(), change]))
        control: PickBox | NumberField
        if present.options():
            control = PickBox(lambda: [Entry(option, sentence(option.told())) for option in options], change)
            control.value_changed.connect(partial(self._take, row, place))
        else:
            control = NumberField(change.field(), change.value)
            control.value_changed.connect(lambda value: self._take(row, place, type(change)(value)))
            control.complained.connect(self._complain)
        return control

    def _take(self, row: int, place: int, change: Change) -> None:
        self.rows[row][place] = change
        self._complain("")

    # Beginning

    def variants(self) -> list[Variant]:
        """What the rows say; RambatError where one of them cannot run."""
        project = self._document.project
        found = [vary(project.graph, project.training, row) for row in self.rows]
        for variant in found:
            inference = infer_shapes(variant.graph, project.data_shape, project.preparation)
            if inference.obstacles:
                raise RambatError(inference.obstacles[0].told)
        require_variants(found)
        return found

    def _begin(self) -> None:
        try:
            variants = self.variants()
        except RambatError as error:
            self._complain(names.told(error.messages[0], self._document.graph))
        else:
            self._complain("")
            self.started.emit(variants)

    def _complain(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.intro.setText(
            self.tr(
                "Two to eight variants of the network train side by side, on the same samples in the same order and "
                "from the same initial weights. What shall differ between them?"
            )
        )
        training = self._document.project.training
        told = self.tr(
            "The same for all: {epochs} epochs, and by the seed {seed} the split, the order of samples and the "
            "initial weights, wherever a weight has the same name, shape and initializer. Losses are compared "
            "without what regularizers add to them."
        ).format(epochs=grouped(training.epochs), seed=training.seed)
        if RateChange.name not in self.columns:
            rate = self.tr("The learning rate of all is {rate}.")
            told = rate.format(rate=number(training.optimizer.learning_rate)) + " " + told
        self.facts.setText(told)
        self.add.setText(self.tr("Add a variant"))
        self.start.setText(self.tr("Start the race"))
        for head in self._heads:
            name_aloud(head, self.tr("What varies"))
        for row, cells in enumerate(self._cells, 1):
            for place, cell in enumerate(cells):
                label = words(type(self._possible[self.columns[place]]).label)
                name = self.tr("Variant {number}: {what}").format(number=row, what=label)
                if isinstance(cell, PickBox):
                    name_aloud(cell, name)
                else:
                    cell.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.columns:
            self._fill()
        super().changeEvent(event)
