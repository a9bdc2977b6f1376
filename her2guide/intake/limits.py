"""The limits under which a report is read: memory, time, size, and nothing of the world outside."""

import contextlib
import os
import sys

MEGABYTE = 1024 * 1024
MAX_FILE = 25 * MEGABYTE
MAX_ARCHIVE = 100 * MEGABYTE
MAX_MEMORY = 512 * MEGABYTE
MAX_SECONDS = 10
"""Time on the processor; the parent waits a little longer, so that both together stay below 12 seconds."""
WAIT_SECONDS = 10.5
MAX_OUTPUT = 8 * MEGABYTE
TOO_MUCH = "takes too much memory or time to read; save the pages of the report alone, or type in what it says"

_FORBIDDEN = (
    *("socket.", "urllib.", "ftplib.", "smtplib.", "http.client.", "webbrowser."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "shutil."),
)


def limit() -> None:
    """Bound this process for good: memory, processor time, no file written. Each as far as the system can."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limits; the parent's clock still holds
    limits = {
        resource.RLIMIT_AS: MAX_MEMORY,
        resource.RLIMIT_CPU: MAX_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit on memory
            resource.setrlimit(kind, (most, most))


def fence() -> None:
    """Refuse this process the network, other programs and the writing of files, for good."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and _writes(*arguments[1:])):
        raise PermissionError("reading a report uses no network, no other program, and writes no file")


def _writes(mode: object, flags: object = 0) -> bool:
    """Return whether a file is opened so that it could be changed."""
    if isinstance(mode, str):
        return not set(mode).isdisjoint("wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND))
