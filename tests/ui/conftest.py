"""One application for all tests of the window. A test that leaves a window, a timer or a thread behind fails."""

import gc
import os
import threading
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from her2guide.ui import theme
from her2guide.ui.theme import Theme

Show = Callable[..., QWidget]


@pytest.fixture(scope="session")
def app() -> QApplication:
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    theme.load_fonts()
    return found


@pytest.fixture(autouse=True)
def tidy(app: QApplication) -> Iterator[None]:
    threads = set(threading.enumerate())
    theme.apply(app, Theme())
    yield
    for window in app.topLevelWidgets():
        window.close()
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    assert app.topLevelWidgets() == []
    assert set(threading.enumerate()) <= threads
    alive = [each for each in gc.get_objects() if type(each) in (QTimer, QThread) and isValid(each)]
    assert not [each for each in alive if (each.isActive() if isinstance(each, QTimer) else each.isRunning())]


@pytest.fixture
def wear(app: QApplication) -> Callable[..., Theme]:
    """Put a theme on."""

    def put_on(*args: object) -> Theme:
        made = Theme(*args)  # type: ignore[arg-type]
        theme.apply(app, made)
        return made

    return put_on


@pytest.fixture
def show(app: QApplication) -> Show:
    """Show a widget at a width, as high as it needs."""

    def shown(widget: QWidget, width: int = 700, height: int = 0) -> QWidget:
        widget.resize(width, height or 100)
        widget.show()
        for _ in range(3):
            app.processEvents()
            high = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
            widget.resize(width, height or high)
        app.processEvents()
        widget.activateWindow()
        app.processEvents()
        return widget

    return shown
