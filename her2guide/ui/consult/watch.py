"""Notices when nobody has touched either window for some time."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimerEvent, Signal
from PySide6.QtGui import QWindow

from her2guide.clocks import Instant
from her2guide.consult.lock import Cover, Lock
from her2guide.ui.touches import TOUCHES

_TICK = 1000  # milliseconds


class Watch(QObject):
    """Says `soon` when the window will be covered soon, or no longer, and `covered` when it is to be."""

    soon, covered = Signal(bool), Signal()

    def __init__(self, after: int, moment: Callable[[], Instant], parent: QObject) -> None:
        super().__init__(parent)
        self._moment, self.lock = moment, Lock(after, moment())
        self._timer = 0

    @property
    def runs(self) -> bool:
        """Whether it looks at the clock each second."""
        return bool(self._timer)

    def start(self, windows: Iterable[QWindow | None]) -> None:
        """Listen to what comes to these windows, and look at the clock each second."""
        for window in windows:
            if window is not None:
                window.installEventFilter(self)
        self._timer = self.startTimer(_TICK)

    def stop(self) -> None:
        """Look at the clock no more."""
        if self._timer:
            self.killTimer(self._timer)
        self._timer = 0

    def touch(self) -> None:
        """Note that someone is here. What is covered, or was due to be, is not opened by it."""
        self._take(self.lock.touched(self._moment()))

    def tick(self) -> None:
        """Look at the clock."""
        state = self.lock.state(self._moment())
        if state is Cover.COVERED:
            self.touch()
        else:
            self.soon.emit(state is Cover.SOON)

    def _take(self, lock: Lock) -> None:
        was, self.lock = self.lock.covered, lock
        if lock.covered and not was:
            self.covered.emit()
        elif not lock.covered:
            self.soon.emit(False)

    def go_on(self) -> None:
        """Begin anew, as someone asked to go on."""
        self.lock = self.lock.opened(self._moment())

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002 - there is one
        self.tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's shape
        if event.type() in TOUCHES:
            self.touch()
        return False
