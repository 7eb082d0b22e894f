"""The window in which people look at their data: a list of views, and the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedLayout, QVBoxLayout, QWidget

from engine.data import Prepared
from engine.data.samples import Headings, Samples, gather
from engine.data.stored import StoredSource
from engine.errors import Message, RambatError
from engine.shapes import shape_text
from gui.explorer.errand import Errand, at_once
from gui.explorer.page import Page
from gui.i18n import grouped, sentence, words
from gui.settings import Settings
from gui.training_session import TrainingSession
from gui.widgets.panel import text_label

LIST_WIDTH, MARGIN = 168, 16
START_SIZE = QSize(1080, 720)
FRAME = QSize(0, 48)
"""What the title that a system draws takes of the screen, at most."""


class Explorer(QWidget):
    """Follows the session's data while it is shown, and holds none while it is closed.

    Its views are made when it is opened for the first time.
    """

    def __init__(self, session: TrainingSession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("explorer")
        self._session = session
        self._settings = settings
        self._data: Prepared | None = None
        self._failure: Message | None = None
        self._pictured = False
        self.samples: Samples | None = None
        self.pages: list[Page] = []
        self._errand = Errand(session, self)
        self._errand.done.connect(self._show)
        self._errand.failed.connect(self._take_error)

    def open(self) -> None:
        """Show the window, in front where it is open already."""
        if not self.pages:
            self._build()
        self.show()
        self.raise_()
        self.activateWindow()
        self.views.setFocus()

    # Parts

    def _build(self) -> None:
        from gui.explorer.pages import PAGES, PICTURES  # with the others they would delay the start

        self.pages = [make(self._session) for make in PAGES]
        self._first_for_pictures = PICTURES
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.facts = QLabel()
        self.facts.setProperty("role", "muted")
        self.state = text_label("muted", "explorer_state")
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.views = QListWidget()
        self.views.setObjectName("explorer_views")
        self.views.setFixedWidth(LIST_WIDTH)
        for page in self.pages:
            self.views.addItem(page.windowTitle())
            page.done.connect(self.facts.setText)
        self.views.currentRowChanged.connect(self._choose)
        self._stack = QStackedLayout()
        for widget in (self.state, *self.pages):
            self._stack.addWidget(widget)
        self._lay_out()
        close = QShortcut(QKeySequence("Ctrl+W"), self)
        close.activated.connect(self.close)
        self._session.state_changed.connect(self._follow)
        self._session.data_ready.connect(self._follow)
        self._session.failed.connect(self._take_failure)
        screen = QGuiApplication.primaryScreen().availableSize()
        if not self.restoreGeometry(self._settings.explorer_geometry):
            self.resize(START_SIZE.boundedTo(screen - FRAME))
        self.views.setCurrentRow(0)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 12, MARGIN, 4)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.facts, 1)
        side = QVBoxLayout()
        side.setContentsMargins(MARGIN - 6, 0, 0, MARGIN)
        side.addWidget(self.views)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(side)
        body.addLayout(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(body, 1)

    # Following

    def _follow(self, _change: object = None) -> None:
        """Gather the samples of other data, once they are there."""
        if not self.isVisible():
            return
        data = self._session.data
        if data is not None and data is self._data:
            return
        self._data, self.samples = data, None
        self._errand.forget()
        if data is not None or self._session.is_loading:
            self._failure = None
        if data is not None:
            headings = self._headings()
            self._errand.ask(at_once(lambda: gather(data, headings)))
        self._tell()

    def _forget(self) -> None:
        """Let go of the samples: they are another copy of all the data."""
        self._errand.forget()
        self._data = self.samples = None
        for page in self.pages:
            page.forget()

    def _take_failure(self, failure: Message) -> None:
        """Why the data could not be loaded; other failures are told elsewhere."""
        if self._session.data is None:
            self._failure = failure
            self._tell()

    def _take_error(self, error: RambatError) -> None:
        """The data are there, and there is no room for another copy of them."""
        self._failure = error.messages[0]
        self._tell()

    def _headings(self) -> Headings:
        parts = self.tr("training"), self.tr("validation"), self.tr("test")
        return Headings(self.tr("class"), self.tr("target"), self.tr("part"), parts)

    def _show(self, samples: Samples) -> None:
        self.samples = samples
        pictured = samples.pictures is not None
        if pictured and not self._pictured:  # a table of pixels tells nobody what the pictures are
            self.views.setCurrentRow(self._first_for_pictures)
        self._pictured = pictured
        for row, page in enumerate(self.pages):
            self.views.item(row).setHidden(not page.suits(samples))
        if self.views.currentItem() is None or self.views.currentItem().isHidden():
            self.views.setCurrentRow(0)
        for page in self.pages:
            page.show_samples(samples)
        self._tell()

    def _choose(self, row: int) -> None:
        if self.samples is not None and row >= 0:
            self._stack.setCurrentWidget(self.pages[row])
            self._tell_facts(self.samples)  # in place of what was told of the view before

    # Showing

    def _tell(self) -> None:
        source = self._session.document.project.data
        file = source.origin_file if isinstance(source, StoredSource) else ""
        self.title.setText(file or words(source.label))
        samples = self.samples
        if samples is None:
            self.facts.setText("")
            waits = self._failure is None and (self._session.is_loading or self._data is not None)
            failure = sentence(self._failure) if self._failure is not None else self.tr("The data could not be loaded.")
            self.state.setText(self.tr("Loading the data…") if waits else failure)
            self._stack.setCurrentWidget(self.state)
            return
        self._choose(self.views.currentRow())

    def _tell_facts(self, samples: Samples) -> None:
        facts = [self.tr("{count} samples").format(count=grouped(len(samples))), self._width(samples)]
        if samples.classes:
            facts.append(self.tr("{count} classes").format(count=grouped(len(samples.classes))))
        self.facts.setText(" \N{MIDDLE DOT} ".join(facts))

    def _width(self, samples: Samples) -> str:
        """How much each sample holds."""
        if samples.pictures is not None:
            return self.tr("pictures of {shape}").format(shape=shape_text(samples.pictures.shape[1:]))
        count = len(samples.features)
        return self.tr("1 feature") if count == 1 else self.tr("{count} features").format(count=grouped(count))

    def retranslate(self) -> None:
        """Set all texts in the window's language; columns that the data do not name are gathered anew."""
        self.setWindowTitle(self.tr("Explore data"))
        self.views.setAccessibleName(self.tr("Views of the data"))
        for row, page in enumerate(self.pages):
            self.views.item(row).setText(page.windowTitle())
        self._data = None
        self._follow()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.explorer_geometry = self.saveGeometry()
        super().closeEvent(event)
        self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.pages:
            self.retranslate()
        super().changeEvent(event)
