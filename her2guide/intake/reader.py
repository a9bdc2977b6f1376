"""Reading a report file of any kind, safely: in a process of its own, with limits, and never with a traceback."""

import contextlib
import json
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

from her2guide.intake.findings import Reading, ReportError
from her2guide.intake.kinds import ALLOWED
from her2guide.intake.limits import MAX_ARCHIVE, MAX_FILE, MAX_OUTPUT, MEGABYTE, TOO_MUCH, WAIT_SECONDS
from her2guide.intake.reading_json import from_json
from her2guide.intake.reports import FoundReport, Opened

NO_PROCESS = "cannot be read here: no process for it could be started"
_START = "import sys; sys.path[:] = sys.argv[1:]; from her2guide.intake.child import main; main()"


def read_report(report: Path | bytes) -> Reading:
    """Return what a report says, all that a file holds taken together.

    `report` is a file or its content: text, PDF, FHIR, C-CDA, a web page, RTF, or a portal's zip. Raises `ReportError`
    with one plain line that says what is wrong and what is allowed; it names neither the file nor anything in it.
    """
    return open_report(report).reading


def open_report(report: Path | bytes) -> Opened:
    """Return what a file says, and each report in it, for a person to choose from. Raises `ReportError`."""
    data = _content(report) if isinstance(report, Path) else report
    check_size(len(data), data[:2])
    try:
        printed = _asked(command(), data)
    except OSError:
        raise ReportError(NO_PROCESS) from None
    return from_output(printed)


def check_size(size: int, start: bytes) -> None:
    """Raise `ReportError` for a report of more bytes than any has; a zip, by how it starts, may have more."""
    most = MAX_ARCHIVE if start.startswith(b"PK") else MAX_FILE
    if size > most:
        raise ReportError(f"is larger than {most // MEGABYTE} MB, which no report is; {ALLOWED}")


def command() -> list[str]:
    """Return what reads a report in a process of its own: the report by standard input, what it says to the output."""
    return [sys.executable, "-I", "-S", "-c", _START, *(place for place in sys.path if place)]


def from_output(printed: bytes) -> Opened:
    """Return what the process printed; nothing stands for one that was killed, crashed or was silent: `ReportError`."""
    try:
        found = json.loads(printed)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ReportError(TOO_MUCH)
    if isinstance(error := found.get("error"), str):
        raise ReportError(error)
    try:
        reports = tuple(_report(each) for each in found["reports"])
        return Opened(from_json(found["reading"]), reports)
    except (KeyError, TypeError, ValueError):
        raise ReportError(TOO_MUCH) from None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_ARCHIVE + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error) from None


def unreadable(error: OSError | ValueError) -> ReportError:
    """Return why a file cannot be read, without its name."""
    reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "not a usable file name"
    return ReportError(f"cannot be read ({reason}); {ALLOWED}")


def _asked(program: list[str], data: bytes) -> bytes:
    """Return what a program prints when it is given data; nothing when it fails, takes too long or says too much."""
    with subprocess.Popen(  # noqa: S603  # this Python, with words written above
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        clock = threading.Timer(WAIT_SECONDS, process.kill)
        writer = threading.Thread(target=_send, args=(process, data))
        clock.start()
        writer.start()
        try:
            printed = process.stdout.read(MAX_OUTPUT + 1) if process.stdout else b""
            if len(printed) > MAX_OUTPUT:
                process.kill()
            code = process.wait()
        finally:
            process.kill()
            clock.cancel()
            writer.join()
            clock.join()
    return printed if code == 0 and len(printed) <= MAX_OUTPUT else b""


def _send(process: subprocess.Popen[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # a child that has ended takes no more
        if process.stdin:
            process.stdin.write(data)
            process.stdin.close()


def _report(found: dict[str, Any]) -> FoundReport:
    when = date.fromisoformat(found["date"]) if found["date"] else None
    return FoundReport(str(found["label"]), str(found["title"]), when, from_json(found["reading"]))
