"""Refuses the network to this Python, whoever asks. Every Python that a test starts finds it by PYTHONPATH."""

import socket
import sys

_INTERNET = (socket.AF_INET, socket.AF_INET6)


def refuse(event: str, args: tuple[object, ...]) -> None:
    """Raise where a socket for the network is made, bound or connected, or a name is looked up."""
    made = event == "socket.__new__" and args[1] in _INTERNET
    used = event in ("socket.connect", "socket.bind") and isinstance(args[1], tuple)  # a path is no address
    if made or used or event.startswith(("socket.getaddrinfo", "socket.gethostby")):
        raise RuntimeError("the tests use no network")


sys.addaudithook(refuse)
