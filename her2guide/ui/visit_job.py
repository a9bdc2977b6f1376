"""Saving or opening a visit in a process of its own."""

import json
from typing import Any

from PySide6.QtCore import QObject

from her2guide.files.visit_child import command
from her2guide.ui.child_job import ChildJob


class VisitJob(ChildJob):
    """One visit on its way into a file or out of one. What is sent, the passphrase too, goes with the process.

    What came of it is what the process says of it; nothing where it could not do its work. A file that is being
    written while it is stopped is all old or all new.
    """

    def __init__(self, sent: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sent = sent

    def start(self) -> None:
        """Begin; `ended` tells what came of it."""
        program, *arguments = command()
        self._process.start(program, arguments)
        self._send(self._sent)
        self._sent = b""

    def _outcome(self, *, good: bool) -> dict[str, Any]:
        return _read(bytes(self._process.readAllStandardOutput().data())) if good else {}

    def _let_go(self) -> None:
        self._sent = b""


def _read(printed: bytes) -> dict[str, Any]:
    try:
        found = json.loads(printed)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
