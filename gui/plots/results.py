"""The predictions panel: what the network is worth on its data, and what it says of each sample and of new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.data import Prepared
from engine.errors import DataError
from engine.judging import tells_classes
from engine.network import Network
from gui.i18n import plain, sentence
from gui.plots.base import Plot
from gui.plots.cells import Cell
from gui.plots.export import Table
from gui.plots.predictions.curves import CurvesPage
from gui.plots.predictions.page import Page
from gui.plots.predictions.part_names import part_names
from gui.plots.predictions.samples import SamplesPage
from gui.plots.predictions.summary import SummaryPage
from gui.plots.predictions.trial import TrialPage
from gui.plots.segmented import SegmentedSwitch
from gui.theme import Theme
from gui.widgets.controls import ComboBox, name_aloud

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.mailbox import Probe
from gui.training_session import TrainingSession

PROBE = "results_"
"""What the names of the pages' probes begin with."""
WIDE = 520
"""From so many pixels on, the sides of a page stand beside each other."""
LEAST = QSize(220, 120)
LETTERS = 8
SUMMARY, SAMPLES, CURVES, TRIAL = range(4)


class ResultsPlot(Plot):
    """Four pages about one part of the data and one output; only the page that is seen is computed.

    Where there is room, a switch turns the pages; in a narrow panel a list offers their sides one by one.
    """

    interval = 60
    """As the boundary: what is drawn on the pad is answered at once."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "results", parent)
        self.summary, self.samples = SummaryPage(), SamplesPage()
        self.curves, self.trial = CurvesPage(), TrialPage()
        self.pages: tuple[Page, ...] = (self.summary, self.samples, self.curves, self.trial)
        self._stack_of_pages = QStackedWidget()
        for page in self.pages:
            self._stack_of_pages.addWidget(page)
        self.set_body(self._stack_of_pages)
        self.view, self.sides = SegmentedSwitch(len(self.pages)), ComboBox()
        self.output, self.part = ComboBox(), ComboBox()
        self.note.hide()  # it never says anything here, and the controls need every pixel
        self.sides.setMinimumContentsLength(LETTERS)
        self.part.setMinimumContentsLength(LETTERS + 1)
        self.asking = (self.view, self.sides, self.output, self.part)
        for control in self.asking:
            self.add_control(control)
        self.copy_action = QAction(self)
        self.copy_action.triggered.connect(self.copy)
        self.menu.insertAction(self.png_action, self.copy_action)
        self._page, self._side = SUMMARY, 0
        self._error: DataError | None = None
        self._result: object = None
        self._shown = False
        self._connect()
        self._choose_pace()
        self.dress()

    def _connect(self) -> None:
        self.view.chosen.connect(self.turn_to)
        self.sides.currentIndexChanged.connect(self._follow_side)
        self.output.currentIndexChanged.connect(self._follow_choice)
        self.part.currentIndexChanged.connect(self._follow_choice)
        self.summary.picked.connect(self._list_cell)
        self.samples.tried.connect(self._try)
        for page in self.pages:
            page.asked.connect(self._ask)

    def minimumSizeHint(self) -> QSize:
        """What a page asks for that is not seen makes no dock wider."""
        return LEAST

    # Pages

    @property
    def page(self) -> Page:
        """The page that is seen."""
        return self.pages[self._page]

    def turn_to(self, page: int, side: int = 0) -> None:
        """Show another page."""
        if (page, side) == (self._page, self._side):
            return
        turned = page != self._page
        if turned and self.attached:
            self._leave()
        self._page, self._side = page, side
        self._stack_of_pages.setCurrentIndex(page)
        self.view.button(page).setChecked(True)
        if turned:
            self._choose_pace()
            self._begin()
            self._ask()
        self._draw()

    def _leave(self) -> None:
        for name in self.probes():
            self.session.remove_probe(name)

    def _choose_pace(self) -> None:
        self.rare = 0.0 if self.page.live else 1.0

    def _list_cell(self, cell: Cell) -> None:
        self.turn_to(SAMPLES)
        self.samples.show_cell(cell, self.summary.view.matrix.names)
        self.samples.shown.setFocus()

    def _try(self, place: int) -> None:
        self.turn_to(TRIAL)
        self.trial.try_place(place)

    def try_own(self) -> None:
        """Let people draw or type an input of their own."""
        self.turn_to(TRIAL)
        self.trial.begin_own()

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE + self.page.objectName(): self.page.probe()}

    def _ask(self) -> None:
        """Have the page computed anew, where somebody sees it."""
        if self.attached:
            for name, probe in self.probes().items():
                self.session.add_probe(name, probe, self.rare)

    # Following

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        result = snapshot.looks.get(PROBE + self.page.objectName()) if self.session.network is not None else None
        if result is None or result is self._result:
            return
        self._result = result
        self._begin()
        self._error = result if isinstance(result, DataError) else None
        self._shown = self._error is None
        if self._shown:
            self.page.show_result(result)
        self._draw()

    def show_network(self) -> None:
        """Empty the panel while there is nothing to judge."""
        if self.session.network is None:
            self._forget()

    def show_data(self, prepared: Prepared | None) -> None:
        if prepared is None:
            self._forget()

    def _forget(self) -> None:
        self._shown, self._error, self._result = False, None, None
        self._draw()

    def _begin(self) -> None:
        """Offer the parts and outputs that there are, and let the page know what stands."""
        network, prepared = self.session.network, self.session.data
        if network is None or prepared is None:
            return
        named = part_names()
        changed = self._list(self.output, {node: self.session.name_of(node) for node in network.outputs})
        changed |= self._list(self.part, {name: named[name] for name in reversed(prepared.raw.named())})
        self._look_at(network, prepared)
        if changed:
            self._ask()

    def _look_at(self, network: Network, prepared: Prepared) -> None:
        """Let all pages know, since all offer their sides."""
        part, node = self.part.currentData(), self.output.currentData()
        about = (part, node, tells_classes(network, node, prepared.dataset))
        for page in self.pages:
            page.begin(prepared)
            if about != (page.part, page.node, page.tells_classes):
                page.look_at(*about)

    def _follow_choice(self) -> None:
        self._begin()
        self._ask()
        self._arrange()

    def _list(self, box: ComboBox, entries: Mapping[str, str]) -> bool:
        """Offer these, by what they stand for; whether another one is chosen now."""
        chosen = box.currentData()
        listed = [(box.itemData(index), box.itemText(index)) for index in range(box.count())]
        if listed != list(entries.items()):
            with QSignalBlocker(box):
                box.clear()
                for value, text in entries.items():
                    box.addItem(text, value)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        return bool(box.currentData() != chosen)

    # Drawing

    def _draw(self) -> None:
        self.show_hint(not self._shown)
        self.copy_action.setEnabled(self._shown)
        self.reset_action.setEnabled(self._shown and self.page is self.curves)
        if self._error is not None:
            self.hint.setText("\n".join(sentence(message) for message in self._error.messages))
        else:
            self.hint.setText(self.tr("What the network is worth on its data appears here once it is ready to run."))
        self._arrange()

    def _arrange(self) -> None:
        """What there is room for, and the controls that concern it."""
        wide = self.width() >= WIDE
        offered = self.session.network is not None and self.session.data is not None
        side = None if wide else self._side
        self.view.setVisible(offered and wide)
        self.sides.setVisible(offered and not wide)
        self._offer_sides()
        self.output.setVisible(offered and self.output.count() > 1)
        self.part.setVisible(offered and self.part.count() > 1 and self.page.uses_part(side))
        self.page.arrange(side)

    def _offer_sides(self) -> None:
        """All sides of all pages, for a panel that shows one at a time."""
        entries = [
            (title, (number, side))
            for number, page in enumerate(self.pages)
            for side, title in enumerate(page.titles())
            if title
        ]
        shown = [entry for entry in entries if entry[1] == (self._page, self._side)]
        chosen = shown[0] if shown else next(entry for entry in entries if entry[1][0] == self._page)
        with QSignalBlocker(self.sides):
            if [
                (self.sides.itemText(index), self.sides.itemData(index)) for index in range(self.sides.count())
            ] != entries:
                self.sides.clear()
                for title, place in entries:
                    self.sides.addItem(title, place)
            self.sides.setCurrentIndex(entries.index(chosen))

    def _follow_side(self) -> None:
        place = self.sides.currentData()
        if place is not None:
            self.turn_to(*place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def reset_view(self) -> None:
        self.curves.reset_view()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        for page in self.pages:
            page.setStyleSheet(self.header.styleSheet())
            page.retheme(theme)

    def retranslate(self) -> None:
        super().retranslate()
        self.view.set_texts((self.tr("Summary"), self.tr("Samples"), self.tr("Curves"), self.tr("Try one")))
        name_aloud(self.sides, self.tr("View"))
        name_aloud(self.output, self.tr("Output"))
        name_aloud(self.part, self.tr("Part of the data"))
        self.copy_action.setText(self.tr("Copy as text"))
        for page in self.pages:
            page.retranslate()
        self._begin()
        self._draw()

    # Copying

    def event(self, event: QEvent) -> bool:
        """Claim the key that copies before the window does."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the page's tables on the clipboard, with tabs between columns, as spreadsheets take them."""
        if self._shown:
            tables = ("\n".join("\t".join(map(plain, row)) for row in table) for table in self.page.texts())
            QGuiApplication.clipboard().setText("\n\n".join(tables) + "\n")

    def table(self) -> Table:
        return self.page.table() if self._shown else {}
