"""Starts the window: application, language, theme, and the project to begin with."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine import cli
from engine.errors import RambatError
from engine.project import Project, load, load_example
from gui import i18n, theme
from gui.crash import CrashHandler
from gui.document import Document
from gui.i18n import sentences
from gui.main_window import START_SIZE, MainWindow
from gui.settings import Settings
from gui.snapshot import State
from resources import ICONS

OUTPUT_FOLDER = "rambat-output"
PICTURE_TIME, SETTLING_TIME = 20_000, 500
"""Milliseconds: at most for loading and one epoch, and for the last plots to be drawn."""
WELCOME = "moons"
"""The example that stands on the canvas when the program is opened without a file."""


def create_application(argv: Sequence[str]) -> QApplication:
    """The QApplication in the user's language and theme; the event loop is not entered."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    app.setOrganizationName("Rambat")
    app.setApplicationName("Rambat")
    app.setWindowIcon(QIcon(str(ICONS / "rambat.svg")))
    settings = Settings()
    i18n.install(app, settings.language)
    theme.apply(app, theme.THEMES.get(settings.theme) or theme.system_theme())
    return app


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; exit code 2 where the named file cannot be opened."""
    app = create_application(argv)
    name = argv[1] if len(argv) > 1 else None
    try:
        project = load_example(WELCOME) if name is None else cli.open_project(name)
    except RambatError as error:
        print("rambat:", sentences(error).replace("\n", " "), file=sys.stderr)
        return 2
    CrashHandler(app).install()
    return show(app, project, Path(name) if name is not None and os.path.isfile(name) else None)


def run_without_display(argv: Sequence[str]) -> int:
    """Do the main job where no window can open: train the welcome project, export it and draw the window into a PNG."""
    gc.enable()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(tell_quietly)
    folder = Path(OUTPUT_FOLDER)
    folder.mkdir(exist_ok=True)
    saved, weights, picture = folder / "welcome.rambat", folder / "weights.npz", folder / "window.png"
    name = argv[1] if len(argv) > 1 else WELCOME
    print(f"There is no display, so Rambat trains {name} here and draws its window into {picture}.", flush=True)
    code = cli.main(["train", name, "--save", str(saved), "--export", str(weights)])
    if code == 0:
        app = create_application(argv[:1])
        if not draw_window(app, load(saved), picture):
            print("rambat: the window could not be drawn", file=sys.stderr)
            return 1
        print(f"Written: {saved}, {weights}, {picture}")
    return code


def tell_quietly(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's messages, less what the platform without a screen says of every window."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def draw_window(app: QApplication, project: Project, picture: Path) -> bool:
    """A picture of the window on a project, one epoch further on, so that its gradients show; whether it is drawn."""
    window = MainWindow(Document(project))
    window.resize(START_SIZE)
    window.show()
    waiting = QEventLoop()
    session = window.session
    session.data_ready.connect(lambda _data: session.step_epoch())
    session.state_changed.connect(lambda state: waiting.quit() if state is State.PAUSED else None)
    QTimer.singleShot(PICTURE_TIME, waiting.quit)
    waiting.exec()
    QTimer.singleShot(SETTLING_TIME, waiting.quit)
    waiting.exec()
    window.canvas.fit()
    drawn = session.state is State.PAUSED and window.grab().save(str(picture))
    window.document.undo_stack.setClean()
    session.close()
    end(window)
    return drawn


def show(app: QApplication, project: Project, path: Path | None) -> int:
    """One window on one project, until it is closed."""
    window = MainWindow(Document(project, path))
    room = app.primaryScreen().availableSize()
    if window.is_new_here and START_SIZE.boundedTo(room) != START_SIZE:
        window.showMaximized()  # on a small screen the title bar would push the last line below its edge
    else:
        window.show()
    window.activateWindow()  # without a window manager nobody else gives it the keyboard
    gc.freeze()  # what was loaded so far stays: the collector need not look at it again in the midst of an edit
    gc.enable()
    code = app.exec()
    end(window)
    return code


def end(window: MainWindow) -> None:
    """Let Qt delete the window now: taken apart by Python, it would still hear events for parts that are gone."""
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
