"""Where data were chosen that the drawn network does not take, fitting it is offered once, and done in one step."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.errors import Message
from engine.fitting import fit_to_data
from gui.document import Document, DocumentEdit, SetSetting
from gui.notice_bar import NoticeBar

MISFIT = Message("The network does not fit these data yet.")
FIT = Message("Fit network to data")


def can_fit(document: Document) -> bool:
    """Whether something does not fit the data that can be mended."""
    return any(problem.fix for problem in document.inference.data_problems)


def fit(document: Document) -> None:
    """Set Input shape, Output units, last activation and loss, as one undo step."""
    document.push(FIT, fit_to_data(document.graph, document.project.data_shape))


class FitOffer(QObject):
    """Offers it in the notice bar when other data are chosen, until the network fits."""

    def __init__(self, document: Document, notice: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notice = notice
        self._chosen = False
        document.edited.connect(self._follow)
        document.inferred.connect(self._check)

    def _follow(self, change: DocumentEdit) -> None:
        self._chosen = self._chosen or (isinstance(change, SetSetting) and change.name == "data")

    def _check(self, _inference: object) -> None:
        chosen, self._chosen = self._chosen, False
        if not can_fit(self._document):
            self._notice.withdraw(MISFIT)
        elif chosen:
            self._notice.offer(MISFIT, FIT, lambda: fit(self._document))
