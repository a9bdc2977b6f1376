"""Paper by the system's own printing, handed over while the window goes on living."""

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QWidget

from her2guide.ui.child_job import ChildJob

JOB = "Patient guide"  # names nobody
_PRINTER, _ASKED = "lp", "lpstat"
_DEFAULT = b"default destination: "  # what CUPS answers where there is one
_PATIENCE = 2.0  # seconds
_LONGEST = 30_000  # milliseconds


def printer_is_there(queue: str = "") -> bool:
    """Return whether the system prints from a command line, and knows the queue, or, if none is named, a usual one."""
    asked = shutil.which(_ASKED)
    if shutil.which(_PRINTER) is None or asked is None:
        return shutil.which(_PRINTER) is not None  # some other `lp`, of which nothing can be asked
    import subprocess  # the first page does not wait for it

    about = ["-p", queue] if queue else ["-d"]
    try:
        answer = subprocess.run(  # noqa: S603 - a program of the system, and nothing that was typed
            [asked, *about],
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and (bool(queue) or _DEFAULT in answer.stdout)


def print_command(path: Path, queue: str = "") -> list[str]:
    """Return what prints a file on a queue, as a list of arguments; the title names nobody."""
    return [_PRINTER, *(["-d", queue] if queue else []), "-t", JOB, str(path)]


class PrintJob(ChildJob):
    """One file on its way to the printer. The file is the owner's alone, and gone once the job has ended.

    What came of it is whether the printer took it.
    """

    def __init__(self, data: bytes, queue: str = "", parent: QObject | None = None) -> None:
        """Raises `OSError` when there is no room for the file."""
        super().__init__(parent)
        self._queue, self._path = queue, _written(data)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._tell(self._outcome(good=False)))

    def start(self) -> None:
        """Hand the file over; `ended` tells how it went."""
        program, *arguments = print_command(self._path, self._queue)
        self._patience.start(_LONGEST)
        self._process.start(program, arguments)

    def _outcome(self, *, good: bool) -> bool:
        return good

    def _let_go(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._patience.stop()


class Printing(Protocol):
    """A way to paper."""

    def ready(self) -> bool:
        """Return whether a file can be sent now; a person may have been asked, and thought better of it."""

    def send(self, data: bytes, told: Callable[[bool], None]) -> None:
        """Print a PDF; `told` hears later whether the printer took it."""

    def stop(self) -> None:
        """Take back what is not handed over yet."""


def find_printing(parent: QWidget, *, dialogs: bool, queue: str = "") -> "Printing | None":
    """Return the way to paper that there is here: the system's own, or else Qt's where `dialogs` may be shown.

    A clinic names its `queue`; no other is used then.
    """
    if printer_is_there(queue):
        return Printer(parent, queue)
    if shutil.which(_PRINTER) is not None or not dialogs:
        return None
    from her2guide.ui.qt_printing import QtPrinter, ask_printer, qt_printer_is_there

    return QtPrinter(lambda: ask_printer(parent), parent) if qt_printer_is_there() else None


class Printer(QObject):
    """Sends files to the printer, each as a job of its own."""

    def __init__(self, parent: QObject | None = None, queue: str = "") -> None:
        super().__init__(parent)
        self._queue = queue
        self._jobs: list[PrintJob] = []

    def ready(self) -> bool:
        """Return whether a file can be sent: always, to the clinic's queue or the one that the system uses."""
        return True

    def send(self, data: bytes, told: Callable[[bool], None]) -> None:
        """Print a PDF; `told` hears later whether the printer took it."""
        try:
            job = PrintJob(data, self._queue, self)
        except OSError:
            told(False)
            return
        self._jobs.append(job)
        job.ended.connect(lambda taken: self._ended(job, told, taken))
        job.start()

    def stop(self) -> None:
        """Take back what is not handed over yet."""
        for job in self._jobs:
            job.stop()
        self._jobs.clear()

    def _ended(self, job: PrintJob, told: Callable[[bool], None], taken: bool) -> None:
        self._jobs.remove(job)
        told(taken)


def _written(data: bytes) -> Path:
    """Write a file that is the owner's alone, in memory where the system offers it. Raises `OSError`."""
    import tempfile  # the first page does not wait for it

    folder = os.environ.get("XDG_RUNTIME_DIR")  # asking Qt for it makes a folder where there is none
    descriptor, name = tempfile.mkstemp(suffix=".pdf", dir=folder if folder and Path(folder).is_dir() else None)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink()
        raise
    return path
