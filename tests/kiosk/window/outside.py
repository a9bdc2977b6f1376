"""What a window does outside of itself: a program started, a connection made, a file written, an address opened."""

import os
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

_EVENTS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "socket.connect",
    "socket.bind",
    "webbrowser.open",
)
_SCHEMES = ("file", "http", "https", "mailto", "tel", "ftp")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_heard: list[str] = []
_listening: list["Outside"] = []


class Outside(QObject):
    """While it is entered, everything that is done outside is written down and no address is opened."""

    def __enter__(self) -> "Outside":
        if not _heard:
            sys.addaudithook(_hear)  # it can never be taken off, so there is one for all
            _heard.append("hooked")
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "address")
        self._done: list[str] = []
        _listening.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _listening.remove(self)
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def address(self, address: QUrl) -> None:
        """Take an address that would have been opened."""
        self._done.append(f"opened the address {address.scheme()}")

    def note(self, what: str) -> None:
        """Write down what was done."""
        self._done.append(what)

    def taken(self) -> list[str]:
        """Return what was done since this was asked last."""
        done, self._done = self._done, []
        return done


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if not _listening:
        return
    if event in _EVENTS:
        _listening[-1].note(event)
    elif event == "open":
        with suppress(TypeError):
            if args[2] & _WRITES:
                _listening[-1].note(f"wrote the file {args[0]}")
