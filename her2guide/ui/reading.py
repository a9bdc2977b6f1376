"""Reading a report in a process of its own while the window goes on living. It can be stopped at any time."""

import stat
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimerEvent, Signal

from her2guide.intake.findings import ReportError
from her2guide.intake.kinds import ALLOWED
from her2guide.intake.limits import MAX_OUTPUT, WAIT_SECONDS
from her2guide.intake.reader import NO_PROCESS, check_size, command, from_output, unreadable

PATIENCE = 700  # milliseconds
_KILLED = 1_000


class ReadingJob(QObject):
    """One report on its way through the reader. Nothing of it is written anywhere."""

    ended = Signal(object)  # what the report says, as `Opened`, or the `ReportError`
    slow = Signal()  # it takes so long that somebody should say so

    def __init__(self, report: bytes | Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: bytes | Path = report
        self._process = QProcess(self)
        self._over = False
        self._clocks: dict[int, Callable[[], None]] = {}  # what each running clock does
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._printed = b""
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        """Hand the report over; `ended` tells what it says. Raises `ReportError` for a file that no report can be."""
        program, *arguments = command()
        if isinstance(self._report, Path):
            check_file(self._report)
            self._process.setStandardInputFile(str(self._report))
        self._clocks[self.startTimer(round(1000 * WAIT_SECONDS))] = lambda: self._end(b"")
        self._clocks[self.startTimer(PATIENCE)] = self.slow.emit
        self._process.start(program, arguments)
        if isinstance(self._report, bytes):
            self._process.write(self._report)
            self._process.closeWriteChannel()
        self._report = b""

    def stop(self) -> None:
        """Stop reading, leave nothing behind and say nothing."""
        self.blockSignals(True)
        self._end(b"")

    def timerEvent(self, event: QTimerEvent) -> None:
        act = self._clocks.pop(event.timerId())
        self.killTimer(event.timerId())
        act()

    def _hear(self) -> None:
        self._printed += bytes(self._process.readAllStandardOutput().data())
        if len(self._printed) > MAX_OUTPUT:
            self._end(b"")

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        good = code == 0 and how == QProcess.ExitStatus.NormalExit
        self._end(self._printed if good else b"")

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(ReportError(NO_PROCESS))

    def _end(self, printed: bytes) -> None:
        if self._over:
            return
        try:
            self._tell(from_output(printed))
        except ReportError as error:
            self._tell(error)

    def _tell(self, outcome: object) -> None:
        self._over, self._report, self._printed = True, b"", b""
        while self._clocks:
            self.killTimer(self._clocks.popitem()[0])
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILLED)
        self.ended.emit(outcome)
        self.deleteLater()


def check_file(path: Path) -> None:
    """Raise `ReportError` where a path is no plain file that can be opened, or a larger one than any report is."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ReportError(f"is no file that can be read; {ALLOWED}")
        with path.open("rb") as file:
            start = file.read(2)
    except (OSError, ValueError) as error:
        raise unreadable(error) from None
    check_size(found.st_size, start)
