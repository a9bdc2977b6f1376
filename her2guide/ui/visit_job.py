"""Saving or opening a visit in a process of its own while the window goes on living. It can be stopped at any time."""

import json
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from her2guide.files.visit_child import command

_KILLED = 1_000  # milliseconds


class VisitJob(QObject):
    """One visit on its way into a file or out of one. What is sent, the passphrase too, goes with the process."""

    ended = Signal(object)  # what the process says of it; nothing where it could not do its work

    def __init__(self, sent: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sent, self._over = sent, False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        """Begin; `ended` tells what came of it."""
        program, *arguments = command()
        self._process.start(program, arguments)
        self._process.write(self._sent)
        self._process.closeWriteChannel()
        self._sent = b""

    def stop(self) -> None:
        """Stop, and say nothing. A file that is being written is all old or all new."""
        self.blockSignals(True)
        self._tell({})

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        good = code == 0 and how == QProcess.ExitStatus.NormalExit
        self._tell(_read(bytes(self._process.readAllStandardOutput().data())) if good else {})

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell({})

    def _tell(self, outcome: dict[str, Any]) -> None:
        if self._over:
            return
        self._over, self._sent = True, b""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILLED)
        self.ended.emit(outcome)
        self.deleteLater()


def _read(printed: bytes) -> dict[str, Any]:
    try:
        found = json.loads(printed)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
