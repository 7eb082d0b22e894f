"""The coach's panel: what goes wrong in the run, the causes first, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.diagnosis import by_rule
from engine.diagnosis.curves import STRETCH
from gui import names
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.training_session import TrainingSession
from gui.widgets.controls import Button
from gui.widgets.dress import dress
from gui.widgets.finding_card import FindingCard
from gui.widgets.form import order_tabs, tab_place
from gui.widgets.panel import Panel, text_label
from gui.widgets.refresh import Refresh


class CoachPanel(Panel):
    """A card for each finding of the session's coach; where there is none, what the coach looks at."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__("coach", parent)
        self._document, self._coach = document, session.coach
        self.cards: list[FindingCard] = []
        self._place = tab_place(self.content)
        self._told: tuple[object, ...] = ()
        self.well = text_label("success", "coach_well")
        self.about = text_label("muted", "coach_about")
        self.renewal = text_label("sentence", "coach_renewal")
        self.reset = Button("coach_reset")
        self.reset.clicked.connect(self._coach.begin_anew)
        self.again = Button("coach_again", "link")
        self.again.clicked.connect(self._coach.tell_all)
        for widget in (self.well, self.about, self.renewal, self.reset, self.again):
            self.column.addWidget(widget)
        self._refresh = Refresh(self)
        self._refresh.due.connect(self._fill)
        self._coach.changed.connect(self._refresh.ask)
        session.history_changed.connect(self._follow_history)
        document.edited.connect(self._follow_names)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the window's language; cards set their own."""
        self.renewal.setText(self.tr("This change helps a network that begins anew. Reset, then run again."))
        self.reset.setText(self.tr("Reset"))
        self.reset.setToolTip(self.tr("Back to the same initial weights; then run again"))
        self._fill()

    def _follow_names(self, edit: DocumentEdit) -> None:
        if names.renames(edit):
            self._refresh.ask()

    @property
    def _standing(self) -> tuple[object, ...]:
        """What of the run decides the words besides what was found."""
        coach = self._coach
        return coach.has_run, coach.has_learned, coach.epochs_read if coach.is_early else None

    def _follow_history(self) -> None:
        """The first epochs end the time of waiting."""
        if self._standing != self._told:
            self._refresh.ask()

    def _fill(self) -> None:
        coach = self._coach
        findings = by_rule(coach.findings)
        while len(self.cards) < len(findings):
            self._add_card()
        for card, found in zip(self.cards, findings, strict=False):
            card.show_findings(found, self._document.graph, coach.has_learned)
        for index, card in enumerate(self.cards):
            card.setVisible(index < len(findings))
        self._told = self._standing
        self.well.setVisible(not findings and coach.has_run and not coach.renews)
        self.about.setVisible(not findings and not coach.renews)
        self._tell_how_it_goes()
        self.renewal.setVisible(coach.renews)
        self.reset.setVisible(coach.renews)
        self.again.setVisible(coach.dismissed > 0)
        self.again.setText(self.tr("Show {count} dismissed").format(count=coach.dismissed))

    def _tell_how_it_goes(self) -> None:
        """What is said where nothing is found: a verdict only when there was enough to see."""
        coach = self._coach
        if not coach.has_run:
            about = self.tr(
                "Press Run. The coach reads the curves, the gradients of every layer, dead and saturated units and the "
                "data, and says here what goes wrong and what to try."
            )
        elif coach.is_early:
            about = self.tr(
                "It is early: curves say little before {count} epochs. Read so far with these settings: {seen}."
            ).format(count=STRETCH, seen=coach.epochs_read)
        else:
            about = self.tr(
                "The coach goes on reading the curves, the gradients, the units and the data while you train."
            )
        verdict = self.tr("Nothing stands out yet") if coach.is_early else "● " + self.tr("Nothing stands out")
        self.well.setText(verdict)
        dress(self.well, role="sentence" if coach.is_early else "success")
        self.about.setText(about)

    def _add_card(self) -> None:
        card = FindingCard()
        card.fix_requested.connect(self._coach.mend)
        card.change_requested.connect(self._coach.change)
        card.show_requested.connect(self._coach.show)
        card.dismiss_requested.connect(self._coach.dismiss)
        self.column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        order_tabs(self._place, [control for card in self.cards for control in card.controls])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
