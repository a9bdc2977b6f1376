"""A program beside the window that does one thing and ends. The window goes on living, and can stop it at any time."""

from PySide6.QtCore import QObject, QProcess, Signal

_KILLED = 1_000  # milliseconds


class ChildJob(QObject):
    """One run of a program. What came of it is told once; after `stop` it is never told.

    A kind of job says what came of it (`_outcome`), and what it lets go of then (`_let_go`).
    """

    ended = Signal(object)  # what came of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def stop(self) -> None:
        """Stop, leave nothing behind and say nothing."""
        self.blockSignals(True)
        self._tell(None)

    def _outcome(self, *, good: bool) -> object:
        """Return what came of it; `good` where the program ended and said that all went well."""
        raise NotImplementedError

    def _no_program(self) -> object:
        """Return what came of it where the program could not be begun."""
        return self._outcome(good=False)

    def _let_go(self) -> None:
        """Let go of what was for the program alone."""

    def _send(self, words: bytes) -> None:
        self._process.write(words)
        self._process.closeWriteChannel()

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if not self._over:
            self._tell(self._outcome(good=code == 0 and how == QProcess.ExitStatus.NormalExit))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(self._no_program())

    def _tell(self, outcome: object) -> None:
        if self._over:
            return
        self._over = True
        self._let_go()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILLED)
        self.ended.emit(outcome)
        self.deleteLater()
