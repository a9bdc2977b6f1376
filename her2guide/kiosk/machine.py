"""What is so on this machine, read in one place. None stands for what could not be read."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "her2guide"
UNITS = ("her2guide-kiosk.service", "her2guide-kiosk-x11.service")
PROPERTIES = (
    *("LoadState", "UnitFileState", "User", "Restart", "WatchdogUSec", "LimitCORE", "MemorySwapMax", "StandardOutput"),
    *("UMask", "RuntimeDirectory", "RestrictAddressFamilies", "PrivateNetwork", "NoNewPrivileges", "ProtectSystem"),
)
NEVER_START = (
    *("swap.target", "hibernate.target", "hybrid-sleep.target", "suspend-then-hibernate.target"),
    *("ctrl-alt-del.target", "autovt@.service", *(f"getty@tty{number}.service" for number in range(2, 7))),
)
_VOICES = ("espeak-ng", "spd-say")
_SCREENS = ("cage", "X")
_WAIT = 10  # seconds for a program that answers

Ask = Callable[[Sequence[str]], str | None]


@dataclass(frozen=True, slots=True)
class Owned:
    """A file or folder: whose it is, and whether anybody else may write to it."""

    path: str
    owner: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine. What a clinic's file says is in `problems`, `pin` and `printer`."""

    system: str = ""
    problems: tuple[str, ...] = ()
    pin: bool = False
    printer: str = ""
    settings: tuple[Owned, ...] = ()
    program: tuple[Owned, ...] = ()
    account: int | None = None  # the number of the account of the shared screen
    unit: Mapping[str, str] | None = None  # what systemd says of the service that is installed
    masked: frozenset[str] | None = None  # of NEVER_START
    cups: str | None = None  # its settings; None where it is not installed
    queues: tuple[str, ...] | None = None
    voice: bool = False
    screens: tuple[str, ...] = ()  # of cage and X
    swaps: tuple[str, ...] | None = None
    core_pattern: str | None = None
    sysrq: str | None = None
    run_in: str | None = None  # the kind of file system of /run


def read_machine(
    files: Sequence[Path],
    problems: tuple[str, ...],
    *,
    pin: bool,
    printer: str,
    resources: Path,
    root: Path = Path("/"),
    ask: Ask,
) -> Machine:
    """Return what is so. `files` are the clinic's own; `ask` runs a program and returns what it says, or None."""
    package = Path(__file__).resolve().parent.parent
    return Machine(
        system=sys.platform,
        problems=problems,
        pin=pin,
        printer=printer,
        settings=_owned([*files, *dict.fromkeys(file.parent for file in files)]),
        program=_owned([*_all(package), *_all(resources), Path(sys.executable).resolve()]),
        account=_account(root / "etc/passwd"),
        unit=_unit(ask),
        masked=_masked(root / "etc/systemd/system"),
        cups=_text(root / "etc/cups/cupsd.conf"),
        queues=_lines(ask(("lpstat", "-e"))),
        voice=any(map(shutil.which, _VOICES)),
        screens=tuple(name for name in _SCREENS if shutil.which(name)),
        swaps=_swaps(_text(root / "proc/swaps")),
        core_pattern=_text(root / "proc/sys/kernel/core_pattern"),
        sysrq=_text(root / "proc/sys/kernel/sysrq"),
        run_in=_mounted(_text(root / "proc/mounts"), "/run"),
    )


def ask_program(command: Sequence[str]) -> str | None:
    """Run a program that only tells something, and return it. None where it is not there or does not answer."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list of words
            [program, *command[1:]], capture_output=True, check=False, timeout=_WAIT, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return None


def _lines(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(line.strip() for line in text.splitlines() if line.strip())


def _all(folder: Path) -> list[Path]:
    return [folder, *sorted(folder.rglob("*"))]


def _owned(paths: Sequence[Path]) -> tuple[Owned, ...]:
    found = []
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue
        found.append(Owned(str(path), state.st_uid, bool(state.st_mode & (stat.S_IWGRP | stat.S_IWOTH))))
    return tuple(found)


def _account(passwd: Path) -> int | None:
    for line in (_text(passwd) or "").splitlines():
        name, *rest = line.split(":")
        if name == ACCOUNT and len(rest) > 1 and rest[1].isdigit():
            return int(rest[1])
    return None


def _unit(ask: Ask) -> Mapping[str, str] | None:
    """Return what systemd says of the first of the units that is there; nothing but LoadState where none is."""
    found: Mapping[str, str] | None = None
    for unit in UNITS:
        said = ask(("systemctl", "show", "--no-pager", f"--property={','.join(PROPERTIES)}", unit))
        if said is None:
            continue
        found = dict(line.partition("=")[::2] for line in said.splitlines() if "=" in line)
        if found.get("LoadState") == "loaded":
            break
    return found


def _masked(folder: Path) -> frozenset[str] | None:
    if not folder.is_dir():
        return None
    nowhere = Path(os.devnull)
    links = [name for name in NEVER_START if (folder / name).is_symlink()]
    return frozenset(name for name in links if (folder / name).readlink() == nowhere)


def _swaps(text: str | None) -> tuple[str, ...] | None:
    """Return where memory is swapped to; the first line is a head."""
    return None if text is None else tuple(line.split()[0] for line in text.splitlines()[1:] if line.strip())


def _mounted(text: str | None, place: str) -> str | None:
    """Return the kind of the last file system mounted at a place; "" where there is none of its own."""
    if text is None:
        return None
    kinds = [words[2] for line in text.splitlines() if len(words := line.split()) > 2 and words[1] == place]
    return kinds[-1] if kinds else ""
