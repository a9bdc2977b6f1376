"""The limits under which a report is read: memory, time, size, and nothing of the world outside."""

import sys

MEGABYTE = 1024 * 1024
MAX_FILE = 25 * MEGABYTE
MAX_ARCHIVE = 100 * MEGABYTE
MAX_MEMORY = 512 * MEGABYTE
MAX_SECONDS = 10
"""Time on the processor; the parent waits a little longer, so that both together stay below 12 seconds."""
WAIT_SECONDS = 11.0
MAX_OUTPUT = 8 * MEGABYTE
TOO_MUCH = "takes too much memory or time to read; save the pages of the report alone, or type in what it says"

_FORBIDDEN = (
    *("socket.", "urllib.", "ftplib.", "smtplib.", "http.client.", "webbrowser."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "shutil."),
)


def limit() -> None:
    """Bound this process for good: memory, processor time, no file written, no other process. Where the system can."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limits; the parent's clock still holds
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def fence() -> None:
    """Refuse this process the network, other programs and the writing of files, for good."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError("reading a report uses no network, no other program, and writes no file")
