"""What on a machine breaks a promise of the shared screen. Each check is a function from the machine to its results.

The promises have numbers; docs/clinic-it.md has them all, with what the program itself does for each.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from her2guide.kiosk.machine import NEVER_START, Machine, Owned


class State(StrEnum):
    """Whether a promise is kept."""

    OK = "ok"
    BROKEN = "no"
    UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Result:
    """What was found about one promise, and where it is not kept, what to do."""

    state: State
    promise: str
    text: str


Check = Callable[[Machine], Iterator[Result]]
_INSTALL = "run packaging/kiosk/install.sh"


def examine(machine: Machine) -> tuple[Result, ...]:
    """Return what was found, in a fixed order."""
    if not machine.system.startswith("linux"):
        return (Result(State.UNKNOWN, "K1-K27", f"{machine.system} cannot be checked; only Linux can"),)
    return tuple(result for check in CHECKS for result in check(machine))


def _result(promise: str, good: bool | None, so: str, otherwise: str) -> Result:
    """Return `so` where it is good, `otherwise` where it is not, and that it is not known where nobody could look."""
    if good is None:
        return Result(State.UNKNOWN, promise, f"could not be looked at here: {otherwise}")
    return Result(State.OK if good else State.BROKEN, promise, so if good else otherwise)


def site_file(machine: Machine) -> Iterator[Result]:
    """The clinic's file can be used."""
    for problem in machine.problems:
        yield Result(State.BROKEN, "K22", f"site file: {problem}")
    if not machine.problems:
        what = "has no mistake" if machine.settings else "there is none; the built-in settings hold"
        yield Result(State.OK, "K22", f"site file: {what}")


def _others(found: tuple[Owned, ...]) -> str:
    """Return the first that somebody but root could change."""
    return next((each.path for each in found if each.owner != 0 or each.shared), "")


def site_owner(machine: Machine) -> Iterator[Result]:
    """Nobody but root can change the clinic's file."""
    other = _others(machine.settings)
    if machine.settings:
        wrong = f"site file: {other} can be changed by others than root; chown root and chmod go-w"
        yield _result("K22", not other, "site file: only root can change it", wrong)


def program_owner(machine: Machine) -> Iterator[Result]:
    """Nobody but root can change the program."""
    other = _others(machine.program)
    good = not other if machine.program else None
    wrong = f"program: {other or 'its folder'} can be changed by others than root; chown -R root and chmod -R go-w"
    yield _result("K24", good, "program: only root can change it", wrong)


def pin(machine: Machine) -> Iterator[Result]:
    """Both are right: a way out for staff, or none."""
    yes, no = "staff can leave by a PIN", "no PIN is set, so nobody can leave the screen from the screen"
    yield Result(State.OK, "K23", f"staff exit: {yes if machine.pin else no}")


def account(machine: Machine) -> Iterator[Result]:
    """The screen runs under an account of its own that is not root's."""
    good = machine.account is not None and machine.account != 0
    wrong = f"account: there must be one named her2guide that is not root; {_INSTALL}"
    yield _result("K25", good, "account: of its own", wrong)


_UNIT: tuple[tuple[str, str, str, frozenset[str], str], ...] = (
    ("K3", "Restart", "service: restarts", frozenset({"always"}), "Restart=always"),
    ("K19", "WatchdogUSec", "service: is killed when silent", frozenset({"20s", "15s", "10s"}), "WatchdogSec=20"),
    ("K25", "User", "service: account", frozenset({"her2guide"}), "User=her2guide"),
    ("K8", "LimitCORE", "service: no core", frozenset({"0"}), "LimitCORE=0"),
    ("K9", "MemorySwapMax", "service: no swap", frozenset({"0"}), "MemorySwapMax=0"),
    ("K10", "StandardOutput", "service: output goes nowhere", frozenset({"null"}), "StandardOutput=null"),
    ("K4", "UMask", "service: files for its owner alone", frozenset({"0077"}), "UMask=0077"),
    ("K4", "RuntimeDirectory", "service: folder in memory", frozenset({"her2guide"}), "RuntimeDirectory=her2guide"),
    ("K25", "NoNewPrivileges", "service: gains no rights", frozenset({"yes"}), "NoNewPrivileges=yes"),
    ("K4", "ProtectSystem", "service: system is read-only", frozenset({"strict"}), "ProtectSystem=strict"),
)


def service(machine: Machine) -> Iterator[Result]:
    """The service is installed, enabled, and as closed as the recipe has it."""
    unit = machine.unit
    there = None if unit is None else unit.get("LoadState") == "loaded"
    yield _result("K3", there, "service: installed", f"service: is not installed; {_INSTALL}")
    if unit is None or not there:
        return
    enabled = unit.get("UnitFileState") == "enabled"
    yield _result("K3", enabled, "service: starts with the machine", "service: systemctl enable it")
    for promise, key, what, good, wanted in _UNIT:
        yield _result(promise, unit.get(key) in good, what, f"{what}: not so; the unit must say {wanted}")
    families = set(unit.get("RestrictAddressFamilies", "").split())
    closed = unit.get("PrivateNetwork") == "yes" or (bool(families) and families <= {"AF_UNIX", "AF_NETLINK", "none"})
    wrong = "network: the unit must say RestrictAddressFamilies=AF_UNIX AF_NETLINK, or PrivateNetwork=yes"
    yield _result("K25", closed, "network: closed for the service", wrong)


def screen(machine: Machine) -> Iterator[Result]:
    """There is something to show one program on a whole screen."""
    found = " and ".join(machine.screens)
    yield _result("K18", bool(found), f"screen: {found} is there", "screen: apt-get install cage seatd")


_WHY = {
    "swap.target": ("K9", "swap"),
    "hibernate.target": ("K9", "sleep on disk"),
    "hybrid-sleep.target": ("K9", "sleep on disk"),
    "suspend-then-hibernate.target": ("K9", "sleep on disk"),
    "ctrl-alt-del.target": ("K14", "reboot by three keys"),
}


def masks(machine: Machine) -> Iterator[Result]:
    """What may never start is masked."""
    for name in NEVER_START:
        promise, what = _WHY.get(name, ("K14", "another login"))
        good = None if machine.masked is None else name in machine.masked
        yield _result(promise, good, f"{what}: {name} is masked", f"{what}: systemctl mask {name}")


def swap(machine: Machine) -> Iterator[Result]:
    """Memory is swapped to nowhere, or to memory."""
    swaps = machine.swaps
    on_disk = [name for name in swaps or () if not re.fullmatch(r"/dev/zram\d+", name)]
    wrong = f"swap: {', '.join(on_disk) or 'not known'} is in use; swapoff -a, and mask swap.target"
    yield _result("K9", None if swaps is None else not on_disk, "swap: off, or in memory alone", wrong)


def cores(machine: Machine) -> Iterator[Result]:
    """No program leaves a core on the disk."""
    pattern = machine.core_pattern
    good = None if pattern is None else pattern in ("", "|/bin/false")
    wrong = "core files: sysctl kernel.core_pattern must be |/bin/false"
    yield _result("K8", good, "core files: of no program", wrong)


def magic_keys(machine: Machine) -> Iterator[Result]:
    """The kernel takes no orders from the keyboard."""
    good = None if machine.sysrq is None else machine.sysrq == "0"
    yield _result("K14", good, "magic keys: off", "magic keys: sysctl kernel.sysrq must be 0")


def runtime(machine: Machine) -> Iterator[Result]:
    """The folder of the service is in memory."""
    good = None if machine.run_in is None else machine.run_in in ("tmpfs", "ramfs")
    yield _result("K4", good, "/run: in memory", "/run: must be a tmpfs")


def print_jobs(machine: Machine) -> Iterator[Result]:
    """CUPS keeps nothing of what was printed."""
    if machine.cups is None:
        yield Result(State.OK, "K12", "printing: CUPS is not installed")
        return
    for key in ("PreserveJobFiles", "PreserveJobHistory"):
        said = re.findall(rf"^\s*{key}\s+(\S+)", machine.cups, re.MULTILINE | re.IGNORECASE)
        good = bool(said) and all(word.lower() in ("no", "off", "false") for word in said)
        yield _result("K12", good, f"printing: {key} is off", f"printing: cupsctl {key}=No")


def queue(machine: Machine) -> Iterator[Result]:
    """The printer that the clinic's file names is there."""
    if machine.printer:
        good = None if machine.queues is None else machine.printer in machine.queues
        wrong = "printing: the queue that the site file names is not there; lpstat -e lists those that are"
        yield _result("K13", good, "printing: the named queue is there", wrong)


def voice(machine: Machine) -> Iterator[Result]:
    """The screen can read aloud."""
    yield _result("K26", machine.voice, "read aloud: a voice is there", "read aloud: apt-get install espeak-ng")


CHECKS: tuple[Check, ...] = (
    *(site_file, site_owner, program_owner, pin, account, service, screen, masks, swap),
    *(cores, magic_keys, runtime, print_jobs, queue, voice),
)
