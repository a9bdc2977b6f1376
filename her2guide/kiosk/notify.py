"""Word to systemd that the service lives (sd_notify): one datagram on a socket inside the machine."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress

Notify = Callable[[str], None]


def notifier(address: str | None) -> Notify:
    """Return what sends one line to systemd, or to nobody where no address is given.

    An address is a path, or a name in the kernel's own space behind an @. Nothing else is a socket of systemd.
    """
    if address is None or not address.startswith(("/", "@")) or not hasattr(socket, "AF_UNIX"):
        return lambda _: None
    place = f"\0{address[1:]}" if address.startswith("@") else address

    def send(line: str) -> None:
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
            there.sendto(line.encode(), place)

    return send


def take_address() -> str | None:
    """Return systemd's address and take it out of the environment: no child may speak for this process."""
    return os.environ.pop("NOTIFY_SOCKET", None)
