"""What every test may count on: no screen, no settings of the user's, and nothing left over from the test before."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before anything imports NumPy: several threads of its BLAS wait for each other on a loaded machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import SECONDS

TESTS = Path(__file__).parent
WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed")

settings.register_profile(
    "rambat", deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rambat")


def pytest_collection_finish() -> None:
    """Set aside what importing has made, so that collecting garbage after each test takes no time over it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def what_stays_is_set_aside() -> Iterator[None]:
    """Libraries that the tests of a file were the first to use stay; the collector need not look at them again."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_leftover_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running; a worker belongs to whoever started it."""
    before = set(threading.enumerate())
    yield
    # Python keeps a stand-in for a foreign thread that has called into it; Qt's own threads are such.
    started = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in started:
        thread.join(SECONDS)
    left = [thread.name for thread in started if thread.is_alive()]
    if left:
        pytest.fail(f"The test left threads running: {', '.join(left)}")


@pytest.fixture
def qtbot(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """pytest-qt's robot, which is patient, and keeps each widget alive until it has closed it.

    Without this a window that only its own cycles hold may be collected while Qt still paints it after the test.
    """
    for wait in WAITS:
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=1000 * SECONDS))
    until = qtbot.waitUntil
    monkeypatch.setattr(qtbot, "waitUntil", lambda asked, **bound: until(_where_it_is_there(asked), **bound))
    kept = []
    add = qtbot.addWidget

    def add_and_keep(widget: Any, **options: Any) -> None:
        kept.append(widget)
        add(widget, **options)

    monkeypatch.setattr(qtbot, "addWidget", add_and_keep)
    yield qtbot
    kept.clear()


def _where_it_is_there(asked: Callable[[], bool]) -> Callable[[], bool]:
    """What cannot be asked yet, as of a network that is being compiled, is not true yet."""

    def answer() -> bool:
        try:
            return asked()
        except Exception as error:
            raise AssertionError from error

    return answer


@pytest.fixture(autouse=True)
def clean_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give a test that uses Qt settings of its own, light colours and English, and delete its widgets after it."""
    needs_window = "qtbot" in request.fixturenames or request.path.relative_to(TESTS).parts[0] == "gui"
    if not needs_window:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QGuiApplication

    _isolate_settings(request)
    if "qapp" in request.fixturenames:
        _dress(request.getfixturevalue("qapp"))
    yield
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        # Offscreen, Qt keeps what was copied until Python is gone, and crashes when it deletes it then.
        QGuiApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what the collector has posted


def _dress(app: Any) -> None:
    """Only where the test before has left it otherwise: the colours of a whole application take a while."""
    from gui import i18n, theme

    if app.property(theme.PROPERTY) != theme.LIGHT.name:
        theme.apply(app, theme.LIGHT)
    if i18n.language() != "en":
        i18n.install(app, "en")


def _isolate_settings(request: pytest.FixtureRequest) -> None:
    from PySide6.QtCore import QCoreApplication, QSettings

    folder: Path = request.getfixturevalue("tmp_path") / "user"
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(folder))
    for file_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(file_format, QSettings.Scope.UserScope, str(folder))
    # QSettings() without an organisation has no file.
    QCoreApplication.setOrganizationName("Rambat")
    QCoreApplication.setApplicationName("Rambat")
