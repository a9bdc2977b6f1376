"""Reading a report in a process of its own."""

import stat
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimerEvent, Signal

from her2guide.intake.findings import ReportError
from her2guide.intake.kinds import ALLOWED
from her2guide.intake.limits import MAX_OUTPUT, WAIT_SECONDS
from her2guide.intake.reader import NO_PROCESS, check_size, command, from_output, unreadable
from her2guide.ui.child_job import ChildJob

PATIENCE = 700  # milliseconds


class ReadingJob(ChildJob):
    """One report on its way through the reader. Nothing of it is written anywhere.

    What came of it is what the report says, as `Opened`, or the `ReportError`.
    """

    slow = Signal()  # it takes so long that somebody should say so

    def __init__(self, report: bytes | Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: bytes | Path = report
        self._clocks: dict[int, Callable[[], None]] = {}  # what each running clock does
        self._printed = b""
        self._process.readyReadStandardOutput.connect(self._hear)

    def start(self) -> None:
        """Hand the report over; `ended` tells what it says. Raises `ReportError` for a file that no report can be."""
        program, *arguments = command()
        if isinstance(self._report, Path):
            check_file(self._report)
            self._process.setStandardInputFile(str(self._report))
        self._clocks[self.startTimer(round(1000 * WAIT_SECONDS))] = self._give_up
        self._clocks[self.startTimer(PATIENCE)] = self.slow.emit
        self._process.start(program, arguments)
        if isinstance(self._report, bytes):
            self._send(self._report)
        self._report = b""

    def timerEvent(self, event: QTimerEvent) -> None:
        act = self._clocks.pop(event.timerId())
        self.killTimer(event.timerId())
        act()

    def _hear(self) -> None:
        self._printed += bytes(self._process.readAllStandardOutput().data())
        if len(self._printed) > MAX_OUTPUT:
            self._give_up()

    def _give_up(self) -> None:
        self._tell(self._outcome(good=False))

    def _outcome(self, *, good: bool) -> object:
        try:
            return from_output(self._printed if good else b"")
        except ReportError as error:
            return error

    def _no_program(self) -> ReportError:
        return ReportError(NO_PROCESS)

    def _let_go(self) -> None:
        self._report = self._printed = b""
        while self._clocks:
            self.killTimer(self._clocks.popitem()[0])


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
