"""Signs of life for whoever watches over this process: the event loop turns, and what is on the screen is painted."""

import os

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

EVERY = 1_000  # milliseconds
_ALONE = 1  # the exit code where nobody watches any more


class Heartbeat(QWidget):
    """One pixel of a window that is painted anew every second. Only when it was, a sign is given.

    A window that the system does not show (the screen is dark) is painted by nobody; then the loop alone counts.
    """

    def __init__(self, window: QWidget, pipe: int, every: int = EVERY) -> None:
        super().__init__(window)
        self._pipe = pipe
        self._begun = self._painted = False
        self.setFixedSize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.raise_()
        self.show()
        timer = QTimer(self)
        timer.timeout.connect(self.beat)
        timer.start(every)

    def beat(self) -> None:
        """Give a sign if the last paint came, and ask for the next."""
        if self._painted or (self._begun and self._is_dark()):
            self._sign()
        self._painted = False
        self.update()

    def _is_dark(self) -> bool:
        handle = self.window().windowHandle()
        return handle is None or not (handle.isVisible() and handle.isExposed())

    def _sign(self) -> None:
        try:
            os.write(self._pipe, b".")
        except BlockingIOError:
            pass  # whoever watches has enough to read
        except OSError:
            QCoreApplication.exit(_ALONE)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._painted = True
        if not self._begun:
            self._begun = True
            self._sign()
