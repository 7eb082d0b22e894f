"""Where data were chosen that the drawn network does not take, fitting it or another network is offered once."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from engine.edits import replacement
from engine.errors import Message
from engine.first_network import LEARNING_RATE, first_network
from engine.fitting import fit_to_data
from engine.optimizers import Adam
from engine.shapes import DataShape
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.notice_bar import NoticeBar, Way


class Offer(NamedTuple):
    """What does not fit, and what the button that mends it says."""

    told: Message
    label: Message


MISFIT = Offer(Message("The network does not fit these data yet."), Message("Fit network to data"))
ANEW = Message("New network")
FAR = Offer(
    Message("The targets of these data are far from size 1, which is hard to learn."), Message("Scale the targets")
)


def find_offer(document: Document) -> Offer | None:
    """What does not fit the data and can be mended, if anything."""
    if any(problem.fix for problem in document.inference.data_problems):
        return MISFIT
    return FAR if _leaves_far(document) else None


def accept(document: Document) -> None:
    """Set Input shape, Output units, last activation and loss, and scale targets that need it, as one undo step."""
    project, offer = document.project, find_offer(document)
    changes: list[DocumentEdit] = [*fit_to_data(document.graph, project.data_shape)]
    if _leaves_far(document):
        scaled = project.preparation.with_targets_scaled()
        changes.append(SetSetting("preparation", project.preparation, scaled))
    if offer is not None:
        document.insert(offer.label, changes)


def drawn_anew(document: Document, shape: DataShape, reader: str = "dense") -> list[DocumentEdit]:
    """A small network for these data in the place of the drawn one, and an optimiser that brings it on."""
    document.enter("")
    before = document.project.training
    training = before.replace(optimizer=Adam(learning_rate=LEARNING_RATE))
    return [*replacement(document.graph, first_network(shape, reader)), SetSetting("training", before, training)]


def _leaves_far(document: Document) -> bool:
    return document.project.preparation.leaves_far(document.project.data_shape)


class FitOffer(QObject):
    """Offers it in the notice bar when other data are chosen, until the network fits; `drawn` tells of a new one."""

    drawn = Signal()

    def __init__(self, document: Document, notice: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notice = notice
        self._chosen: set[str] = set()
        document.edited.connect(self._follow)
        document.inferred.connect(self._check)

    def _follow(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            self._chosen.add(change.name)

    def _check(self, _inference: object) -> None:
        chosen, self._chosen = self._chosen, set()
        offer = find_offer(self._document)
        for other in (MISFIT, FAR):
            if other is not offer:
                self._notice.withdraw(other.told)
        # Features may have been made that the network does not take; targets that are not scaled were chosen so.
        if offer is not None and ("data" in chosen or (offer is MISFIT and "preparation" in chosen)):
            runs_not = bool(self._document.inference.obstacles)
            ways = [Way(offer.label, lambda: accept(self._document), runs_not)]
            if offer is MISFIT and len(self._document.project.data_shape.targets) == 1:
                ways.append(Way(ANEW, self._draw_anew))
            self._notice.offer(offer.told, *ways)

    def _draw_anew(self) -> None:
        if self._document.push(ANEW, drawn_anew(self._document, self._document.project.data_shape)):
            self.drawn.emit()
