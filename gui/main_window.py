"""Assembles canvas, docks, bars and menus; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QVBoxLayout, QWidget

from engine.data.tables import TableSource
from gui import actions, dock_layout, dock_list, help, i18n, spot_links, theme, time_travel, training_actions
from gui.begin_offer import BeginOffer
from gui.block_actions import BlockActions
from gui.blocks import Blocks
from gui.canvas.commands import grouping, looking_inside, table, twin
from gui.canvas.view import NetworkView
from gui.coach_leads import CoachLeads
from gui.data_actions import DataActions
from gui.dialogs.gallery import Gallery
from gui.dock import Dock
from gui.dock_fronts import DockFronts
from gui.dock_widths import DockWidths
from gui.docks import DOCKS, Place, compare_runs
from gui.document import Document
from gui.drawing_actions import DrawingActions
from gui.explorer.window import Explorer
from gui.failure_notice import FailureNotice
from gui.file_drops import FileDrops
from gui.files import FileActions
from gui.fit_offer import FitOffer
from gui.layer_shelf import LayerShelf
from gui.mime import Contents, Dragged
from gui.notice_bar import NoticeBar
from gui.panels.data import DataPanel
from gui.panels.history import HistoryPanel
from gui.panels.inspector import InspectorPanel
from gui.panels.outline import OutlinePanel
from gui.panels.palette import PalettePanel
from gui.panels.problems import ProblemsPanel
from gui.panels.summary import SummaryPanel
from gui.panels.training import TrainingPanel
from gui.plots.results import ResultsPlot
from gui.presentation import Presentation
from gui.record_actions import RecordActions
from gui.run_news import RunNews
from gui.settings import Settings
from gui.status_line import StatusLine
from gui.sweep_actions import SweepActions
from gui.tab_order import move_on
from gui.template_actions import TemplateActions
from gui.time_travel import TimeTravel
from gui.timeline_bar import TimelineBar
from gui.top_bar import TopBar
from gui.training_session import TrainingSession
from gui.tuning_actions import TuningActions
from gui.verdict import Verdict
from gui.window_menus import WindowMenus

START_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """The window on one document; `document` and `session` are there for all that drive it from outside."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.document = document
        document.setParent(self)
        self.session = TrainingSession(document, self)
        self.settings = Settings()
        self.status = StatusLine(document, self)
        self.setStatusBar(self.status)
        self.shelf = LayerShelf(self.settings, self)
        self.run_news = RunNews(document, self.session, self)
        self.files = FileActions(self, document, self.session, self.settings)
        self._make_centre()
        self.drawing = DrawingActions(self, document, self.canvas.network.wires, self.settings)
        self.templates = TemplateActions(document, self)
        self.fit_offer = FitOffer(document, self.notice, self)
        self.begin_offer = BeginOffer(document, self.session, self.notice, self)
        self.explorer = Explorer(self.session, self.settings, self)
        self.data = DataActions(self, document, self.session, self.settings)
        self.tuning = TuningActions(self, document, self.session, self.settings)
        self.sweeps = SweepActions(self, document, self.session, self.settings)
        self._docks: dict[str, Dock] = {}
        self.recording = RecordActions(self, self.canvas, document, self.settings, self._docks)
        self.actions_by_id = actions.create_actions(self, self._handlers())
        self.top_bar.add_menus(self.actions_by_id)
        self._make_docks()
        self._make_presentation()
        self.verdict = Verdict(document, self.session.coach, self._docks)
        self.status.addPermanentWidget(self.verdict)
        panels = (dock.entry for dock in self._docks.values())
        self._menus = WindowMenus(self, self.actions_by_id, panels, self.settings)
        self._connect()
        self.retranslate()
        self._restore_layout()
        self.installEventFilter(self)

    # Parts

    def _make_centre(self) -> None:
        self.canvas = NetworkView(self.document, self.session, shelf=self.shelf)
        self.notice = NoticeBar()
        self.travel = TimeTravel(self.session, self)
        self.timeline = TimelineBar(self.travel)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.canvas)
        column.addWidget(self.timeline)
        self.setCentralWidget(centre)
        self.top_bar = TopBar(self.document, self.session)
        bar = QToolBar()
        bar.setObjectName("top_toolbar")
        bar.setMovable(False)
        bar.addWidget(self.top_bar)
        bar.toggleViewAction().setEnabled(False)
        self.addToolBar(bar)

    def _make_docks(self) -> None:
        area = Qt.DockWidgetArea
        kept = Blocks(self.settings.blocks_folder, self)
        self.blocks = BlockActions(self, self.document, kept)
        self.palette_panel = PalettePanel(self.document, kept, shelf=self.shelf)
        self.inspector = InspectorPanel(self.document, self.session, self.actions_by_id)
        self.problems = ProblemsPanel(self.document)
        self.outline, self.summary = OutlinePanel(self.document), SummaryPanel(self.document)
        self.history = HistoryPanel(self.document)
        data = DataPanel(self.document, self.session)
        data.explore_requested.connect(self.explorer.open)
        data.example_requested.connect(self.files.open_example)
        data.columns_requested.connect(self.data.tables.edit)
        data.own_requested.connect(self.data.bring, Qt.ConnectionType.QueuedConnection)  # its list has to close first
        right = (self.inspector, TrainingPanel(self.document, self.session), data)
        self.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
        for place, panels in (
            (area.LeftDockWidgetArea, (self.palette_panel, self.outline, self.history)),
            (area.RightDockWidgetArea, (*right, self.problems)),
            (area.BottomDockWidgetArea, (self.summary,)),
        ):
            for panel in panels:
                self._add_dock(Dock(panel.objectName(), panel), panel.objectName(), place)
        for spec in DOCKS:
            make = partial(spec.make, self.document, self.session)
            closed = spec.place is Place.CLOSED
            dock = Dock(spec.name, make if closed else make(), spec.room, self)
            self._add_dock(dock, spec.name, None if closed else area.BottomDockWidgetArea)
        tabs = dock_layout.begin(self, self._docks)
        DockWidths(self, self._docks.values())
        self._fronts = DockFronts(self, self._docks, tabs, self.session)

    def _make_presentation(self) -> None:
        self.canvas.show_minimap(self.settings.minimap)
        self.actions_by_id["minimap"].setChecked(self.settings.minimap)
        chrome, aids = (self.menuBar(), self.status), (self.top_bar.speed,)
        wear = partial(theme.apply, qapplication())
        self.presentation = Presentation(self, self.canvas, self.session, self._docks, chrome, aids, wear)
        self.canvas.ring.turned.connect(self.actions_by_id["pointer_ring"].setChecked)

    def _toggle_minimap(self) -> None:
        self.settings.minimap = not self.settings.minimap
        self.canvas.show_minimap(self.settings.minimap)

    def _add_dock(self, dock: Dock, name: str, area: Qt.DockWidgetArea | None) -> None:
        """None where it has no place yet."""
        if area is not None:
            self.addDockWidget(area, dock)
        self._docks[name] = dock
        dock.done.connect(self.status.tell)

    def _arrange_docks(self) -> None:
        dock_layout.arrange(self, self._docks)
        self._fronts.begin_anew()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        files = self.files
        return {
            **{name: partial(command, self.canvas) for name, command in table.COMMANDS.items()},
            "new": files.new,
            "new_from_template": self._open_gallery,
            "open": files.open,
            "save": files.save,
            "save_as": files.save_as,
            "export_weights": files.export_weights,
            "load_weights": files.load_weights,
            "export_drawing": self.drawing.export,
            "copy_drawing": self.drawing.copy,
            "print": self.drawing.print,
            "record": self.recording.toggle,
            "quit": self.close,
            "undo": self.document.undo_stack.undo,
            "redo": self.document.undo_stack.redo,
            "find_layer": lambda: self._show_dock("palette", self.palette_panel.focus_search),
            "edit_layer": lambda: self._show_dock("inspector", self.inspector.focus_first_field),
            "minimap": self._toggle_minimap,
            "outline": lambda: self._show_dock("outline", self.outline.focus_tree),
            "history": lambda: self._show_dock("history", self.history.setFocus),
            "summary": self._toggle_summary,
            "presentation": lambda: self.presentation.toggle(),
            "go_to_panel": partial(dock_list.open_list, self, self._docks),
            "detach_panel": partial(dock_list.detach, self._docks),
            "reset_layout": self._arrange_docks,
            "explore_data": self.explorer.open,
            **self.data.commands(),
            "try_input": self._try_input,
            **training_actions.commands(self.session, self),
            **self.tuning.commands(),
            **time_travel.commands(self.travel),
            "compare_runs": lambda: compare_runs(self._docks["runs"]),
            "sweep": self.sweeps.open,
            "guide": partial(help.show_guide, self),
            "shortcuts": partial(help.show_shortcuts, self),
            "about": partial(help.show_about, self),
        }

    def _connect(self) -> None:
        document, session = self.document, self.session
        document.title_changed.connect(self._show_title)
        document.replaced.connect(self.notice.clear)
        document.undo_stack.indexChanged.connect(self._update_actions)
        document.selection_changed.connect(self._update_actions)
        document.scope_changed.connect(self._update_actions)
        document.inferred.connect(self._show_problem_count)
        QGuiApplication.clipboard().dataChanged.connect(self._update_actions)
        FailureNotice(session, self.notice, self)
        CoachLeads(session.coach, self.canvas, self._docks, self)
        session.state_changed.connect(self._update_actions)
        self.run_news.over.connect(self.status.forget)
        self.travel.changed.connect(lambda: self._enable(time_travel.enabled(self.travel)))
        for works in (self.files, self.drawing, self.templates, self.data, self.run_news, self.sweeps, self.recording):
            works.done.connect(self.status.tell)
        self.templates.done.connect(self.canvas.fit)
        self.fit_offer.drawn.connect(self.canvas.fit)
        for troubled in (self.templates, self.recording, self.blocks):
            troubled.failed.connect(self.notice.show_message)
        self._menus.recent_chosen.connect(self.files.open_recent)
        self._menus.quantity_chosen.connect(partial(looking_inside.show_on_weights, self.canvas))
        self._menus.fill_chosen.connect(partial(looking_inside.show_on_neurons, self.canvas))
        self._menus.theme_chosen.connect(self.choose_theme)
        self._menus.language_chosen.connect(self.choose_language)
        self.palette_panel.add_requested.connect(self.canvas.add_layer)
        self.canvas.layer_taken.connect(self.palette_panel.forget_search)
        queued = Qt.ConnectionType.QueuedConnection  # a question must not keep the program waiting that is dragged from
        drops = FileDrops(self)
        for dropped in (self.canvas, drops):
            dropped.file_dropped.connect(self._open_dropped, queued)
        drops.refused.connect(self.status.tell)
        self.blocks.link(self.palette_panel, self.canvas)
        self.canvas.template_requested.connect(self._open_gallery)
        for panel in (self.problems, self.outline, self.summary):
            panel.reveal_requested.connect(self.canvas.reveal)
        self.summary.closed.connect(self._docks["summary"].close)
        self.outline.edit_requested.connect(partial(grouping.open_key, self.canvas))
        self.outline.connect_requested.connect(partial(twin.connect_from, self.canvas))
        self.outline.add_requested.connect(partial(twin.add_after, self.canvas))
        self.outline.replace_requested.connect(partial(twin.replace, self.canvas))
        self.outline.menu_requested.connect(partial(twin.open_menu, self.canvas))
        spot_links.link(self.canvas, self.inspector.pinned, self._docks["plot_boundary"].widget())
        self.canvas.edit_requested.connect(lambda _node: self._show_dock("inspector", self.inspector.focus_first_field))

    def _open_dropped(self, file: Dragged) -> None:
        {
            Contents.PROJECT: self.files.open_recent,
            Contents.TABLE: self.data.tables.open,
            Contents.PICTURES: self.data.open_pictures,
        }[file.contents](file.path)

    # Following

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep messages when the pointer passes over a menu: no action has a status tip, and none would clear them.

        The window filters its own events: an override of `event` would hold Python's interpreter while Qt paints.
        """
        return (watched is self and event.type() == QEvent.Type.StatusTip) or super().eventFilter(watched, event)

    def _open_gallery(self) -> None:
        gallery = Gallery(self)
        gallery.chosen.connect(self.files.open_example)
        gallery.insert_requested.connect(lambda name: self.templates.insert(name, self.canvas.content_rect()))
        gallery.open()

    def _update_actions(self, _change: object = None) -> None:
        stack = self.document.undo_stack
        enabled = {
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
            **training_actions.enabled(self.session),
            **self.tuning.enabled(),
            **time_travel.enabled(self.travel),
            "edit_columns": isinstance(self.document.project.data, TableSource),
            **dict.fromkeys(("export_drawing", "copy_drawing", "print"), len(self.document.graph) > 0),
            **table.enabled(self.canvas),
        }
        self._enable(enabled)
        self.actions_by_id["undo"].setText(self._with_text("undo", stack.undoText()))
        self.actions_by_id["redo"].setText(self._with_text("redo", stack.redoText()))

    def _enable(self, enabled: Mapping[str, bool]) -> None:
        for action_id, value in enabled.items():
            self.actions_by_id[action_id].setEnabled(value)

    def _with_text(self, action_id: str, text: str) -> str:
        word = actions.spec(action_id).text()
        return f"{word}: {text.replace('&', '&&')}" if text else word

    def _show_problem_count(self, _change: object = None) -> None:
        count = len(self.document.inference.problems)
        self._docks["problems"].setWindowTitle(self.tr("Problems") + (f" ({count})" if count else ""))
        self._update_actions()

    def _show_title(self) -> None:
        document = self.document
        name = document.name or self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] \N{EN DASH} Rambat")
        self.setWindowModified(document.modified)

    def _toggle_summary(self) -> None:
        """It lies over the canvas, so the same key takes it away again."""
        if self._docks["summary"].isVisible():
            self._docks["summary"].close()
        else:
            self._show_dock("summary", self.summary.table.setFocus)

    def _try_input(self) -> None:
        self._docks["results"].give_room()
        results = self._docks["results"].widget()
        assert isinstance(results, ResultsPlot)
        results.try_own()

    def _show_dock(self, name: str, then: Callable[[], object]) -> None:
        self._docks[name].show()
        self._docks[name].raise_()
        then()

    # Words and colours

    def retranslate(self) -> None:
        """Set all texts of the window's own in its language; every panel does so itself."""
        titles = {
            "palette": self.tr("Layers"),
            "outline": self.tr("Outline"),
            "history": self.tr("History"),
            "summary": self.tr("Summary"),
            "inspector": self.tr("Inspector"),
            "training": self.tr("Training"),
            "data": self.tr("Data"),
            "problems": self.tr("Problems"),
            **{spec.name: spec.title() for spec in DOCKS},
        }
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)
        self.document.retranslate()
        actions.retranslate(self.actions_by_id)
        self._menus.retranslate()
        self._show_title()
        self._show_problem_count()

    def choose_language(self, code: str) -> None:
        """Speak another language from now on, and remember it."""
        self.settings.language = code
        i18n.install(qapplication(), code)

    def choose_theme(self, name: str) -> None:
        """Wear another theme from now on, and remember it; "" follows the system."""
        self.settings.theme = name
        theme.apply(qapplication(), theme.THEMES.get(name) or theme.system_theme())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "verdict"):
            actions.retranslate(self.actions_by_id)
            self._update_actions()
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_on(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the focused widget had no use for."""
        pressed = QKeySequence(event.keyCombination())
        for spec in actions.ACTIONS:
            action = self.actions_by_id[spec.id]
            if not spec.before_widgets and action.isEnabled() and pressed in action.shortcuts():
                if not event.isAutoRepeat():
                    action.trigger()
                return
        if event.key() == Qt.Key.Key_Escape:
            self.canvas.setFocus()
            return
        super().keyPressEvent(event)

    # Opening and closing

    def _restore_layout(self) -> None:
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(START_SIZE.boundedTo(screen))
        self.is_new_here = not self.restoreGeometry(self.settings.geometry)
        """Whether no place and size are known, or only such as Qt refuses: those on a screen of quite another size."""
        if self.is_new_here:
            self.move(0, 0)
        self._layout_pending = not self.restoreState(
            self.settings.layout(dock_layout.is_narrow(self)), dock_layout.VERSION
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._layout_pending:
            self._layout_pending = False
            self._arrange_docks()
        QTimer.singleShot(0, self, lambda: dock_layout.raise_windows(self._docks))
        self.canvas.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.canvas.close_editor()
        if not (self.files.may_leave() and self.recording.may_leave()):
            event.ignore()
            return
        self.presentation.leave()
        self.explorer.close()
        self.tuning.close()
        self.sweeps.close()
        self.settings.geometry = self.saveGeometry()
        self.settings.remember_layout(dock_layout.is_narrow(self), self.saveState(dock_layout.VERSION))
        self.session.close()
        event.accept()


def qapplication() -> QApplication:
    """The application that the window belongs to."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
