"""What a process does to itself before a person's answers are in it: it leaves no core, no file and no word behind."""

import ctypes
import faulthandler
import os
import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from her2guide.kiosk.codes import tell, tell_codes_alone

FOLDER = "RUNTIME_DIRECTORY"  # what systemd calls the folder in memory that it made for a service
PRINTING = "/run/cups/cups.sock"  # or the system's lp would knock at the network where that is not there
_PREFIX = ".her2guide-"
_HOMES = {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "TMPDIR": "tmp",
}
_SET_DUMPABLE = 4


def harden() -> None:
    """Bound this process for good: no core, no look into its memory, files for its owner alone, codes in the log.

    What this system cannot do is told as an event and does not keep the window from opening: kiosk-check is where the
    promises of the machine are kept.
    """
    faulthandler.disable()
    tell_codes_alone()
    os.umask(0o077)
    os.environ.setdefault("CUPS_SERVER", PRINTING)
    if not _no_core():
        tell("core-limit-not-set")
    if sys.platform.startswith("linux") and not _not_dumpable():
        tell("still-dumpable")


def _no_core() -> bool:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):  # Windows has no such limit
        return False
    return True


def _not_dumpable() -> bool:
    """Keep other programs of the same account from reading this one's memory, and the kernel from dumping it."""
    try:
        code: int = ctypes.CDLL(None, use_errno=True).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    except (OSError, AttributeError):
        return False
    return code == 0


def runtime_folder() -> Path | None:
    """Return the folder in memory that the system made for this service, or None where it made none."""
    named = os.environ.get(FOLDER, "").split(":")[0]
    return Path(named) if named and Path(named).is_dir() else None


def private_home(base: Path) -> Path:
    """Make a new folder and have every library of this process, and what it starts, write there. Raises `OSError`."""
    home = base / f"{_PREFIX}{os.getpid()}-{secrets.token_hex(8)}"
    home.mkdir(mode=0o700)
    for name, part in _HOMES.items():
        (home / part).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(home / part)
    return home


def sweep(base: Path) -> None:
    """Remove what an earlier session left, however it ended. Only one window uses such a folder at a time."""
    for found in base.glob(f"{_PREFIX}*"):
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found, ignore_errors=True)
        else:
            with suppress(OSError):
                found.unlink()
