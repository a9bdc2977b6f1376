"""Spare moments: what will be needed soon is got ready in small steps while the person reads."""

import linecache
from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from her2guide.library.errors import ContentError

FIRST = 100  # milliseconds; the start page is painted by then
_BETWEEN = 20


class SpareMoments(QTimer):
    """Takes one step, then lets the window do whatever waits, until no step is left."""

    def __init__(self, parent: QObject, steps: Iterator[None]) -> None:
        super().__init__(parent)
        self._steps = steps
        self.timeout.connect(self._take)
        self.start(FIRST)

    def _take(self) -> None:
        self.setInterval(_BETWEEN)
        with suppress(ContentError):  # the guide itself says so, to the person who asks for it
            try:
                next(self._steps)
            except StopIteration:
                self.stop()
        linecache.clearcache()  # PySide reads the source of each module that is imported, and Python keeps it
