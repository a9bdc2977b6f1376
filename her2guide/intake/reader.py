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
    most = MAX_ARCHIVE if data.startswith(b"PK") else MAX_FILE
    if len(data) > most:
        raise ReportError(f"is larger than {most // MEGABYTE} MB, which no report is; {ALLOWED}")
    found = _in_child(data)
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
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "not a usable file name"
    raise ReportError(f"cannot be read ({reason}); {ALLOWED}")


def _in_child(data: bytes) -> dict[str, Any]:
    """Return what the child printed. A child that was killed, crashed or was silent took too much."""
    command = [sys.executable, "-I", "-S", "-c", _START, *(place for place in sys.path if place)]
    try:
        printed = _asked(command, data)
    except OSError:
        raise ReportError("cannot be read here: no process for it could be started") from None
    try:
        found = json.loads(printed)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ReportError(TOO_MUCH)
    return found


def _asked(command: list[str], data: bytes) -> bytes:
    """Return what a program prints when it is given data; nothing when it fails, takes too long or says too much."""
    with subprocess.Popen(  # noqa: S603  # this Python, with words written above
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
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
