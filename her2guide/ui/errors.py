"""The last handler: what nobody caught ends neither the window nor the person's privacy.

A log line names the kind of error and the line of ours that it came from, never a value: the message of an exception
may hold what a person typed.
"""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.kiosk.codes import tell, told
from her2guide.streams import say

FAILED = 1
_KEPT = ("last_type", "last_value", "last_traceback", "last_exc")  # Python holds on to the error here


class LastHandler:
    """Shows a calm page after an error. An error while that page is up ends the program, cleanly.

    `show` shows the page in the window, and `is_shown` tells whether it is still there.
    """

    def __init__(self, window: QWidget, show: Callable[[], None], is_shown: Callable[[], bool]) -> None:
        self._window, self._show, self._is_shown = window, show, is_shown
        self._coming = self._ending = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception, as `sys.excepthook` does."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        say(told(kind, trace))
        for name in _KEPT:
            vars(sys).pop(name, None)
        if self._ending or self._coming:
            return
        if self._is_shown():
            self._end()
            return
        self._coming = True
        QTimer.singleShot(0, self._window, self._come)  # not in the middle of a paint

    def _come(self) -> None:
        try:
            self._show()
        except Exception as error:  # noqa: BLE001 - there is no handler behind this one
            say(told(type(error), error.__traceback__))
            self._end()
        finally:
            self._coming = False

    def _end(self) -> None:
        self._ending = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setQuitOnLastWindowClosed(False)  # or it would end as if all were well
        QTimer.singleShot(0, self._window, lambda: QCoreApplication.exit(FAILED))
        self._window.close()


def tell_kinds_alone() -> None:
    """Have Qt's own messages say no more to the log than how bad it is."""
    qInstallMessageHandler(lambda kind, _, __: tell(f"qt {kind.name}"))
