"""Real sessions, one after the other, each with words of its own in every field; then a search for them everywhere.

    python -m tests.kiosk.residue [--sessions 300]

A supervisor starts the sessions. They end by "Clear and leave", by being left alone, by a crash and by kill -9 in turn.
Before each next session types anything, its memory, the supervisor's, the folders of the account, the folder in memory,
new files in /tmp, /var/tmp and /dev/shm and all that was written to the log are searched for the words of all before.
"""

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.kiosk import traces
from tests.kiosk.session import WAIT, tell

ALL_PARTS = 1_000
ENDS = ("normal", "idle", "segv", "kill")
_SUPERVISE = """
import sys
from pathlib import Path
from her2guide.kiosk import hardening
from her2guide.kiosk.supervisor import Limits, Supervisor
session = [sys.executable, "-m", "tests.kiosk.session", sys.argv[1]]
limits = Limits(crashes=1_000_000)
sys.exit(Supervisor(session, session, lambda _: None, limits=limits, folder=hardening.runtime_folder()).run())
"""


@dataclass
class Tally:
    """What was done and what was found. Nothing may be in `residue`."""

    sessions: Counter[str] = field(default_factory=Counter)
    fields: int = 0
    while_typed: int = 0  # times the words stood in memory before the end: the search can find
    searches: Counter[str] = field(default_factory=Counter)
    residue: list[str] = field(default_factory=list)


class Campaign:
    """The folders of an account that nobody else uses, and a supervisor in them."""

    def __init__(self, base: Path, runtime: Path, parts: int, around: Sequence[str] = ()) -> None:
        self._parts = parts  # how many parts of the guide each person reads
        self._around = around  # what the supervisor runs in, such as strace
        self.prefix = f"zqx{secrets.token_hex(6)}"  # all words begin so, and nothing else does
        self.tally = Tally()
        self._runtime, self._orders = runtime, base / "orders"
        self._home, self._cwd, self._log = base / "home", base / "cwd", base / "log"
        for folder in (self._orders, self._home, self._cwd):
            folder.mkdir()
        self._shared = traces.New(Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # noqa: S108 - it looks there

    def run(self, sessions: int) -> Tally:
        """Run some sessions and one more, which is only looked at and left by staff."""
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "HOME": str(self._home),
            "RUNTIME_DIRECTORY": str(self._runtime),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]),
        }
        command = [*self._around, sys.executable, "-c", _SUPERVISE, str(self._orders)]
        with self._log.open("wb") as log:
            supervisor = subprocess.Popen(command, env=env, cwd=self._cwd, stdout=log, stderr=log)
            try:
                for number in range(sessions):
                    self._session(number, ENDS[number % len(ENDS)], supervisor, log)
                self._session(sessions, "staff", supervisor, log)
                supervisor.wait(WAIT)
            finally:
                if supervisor.poll() is None:
                    supervisor.terminate()
                    supervisor.wait(WAIT)
        self._search(sessions, None)
        return self.tally

    def _session(self, number: int, end: str, supervisor: "subprocess.Popen[bytes]", log: IO[bytes]) -> None:
        process = self._told(number, "shown", supervisor)["process"]
        self._search(number, process)
        self._look("the supervisor's memory", traces.in_memory(supervisor.pid, self.prefix), number)
        canary = f"{self.prefix}{number:05d}"
        tell(self._orders / f"{number}-after-shown", {"canary": canary, "parts": self._parts})
        self.tally.fields += self._told(number, "typed", supervisor)["fields"]
        if (found := traces.in_memory(process, canary)) is not None:
            self.tally.while_typed += found > 0
        (self._orders / f"{number}-after-shown").unlink()
        tell(self._orders / f"{number}-after-typed", {"end": end, "canary": canary})
        self.tally.sessions[end] += 1
        log.flush()
        if end in ("normal", "idle") and self._told(number, "clipboard", supervisor)["holds"]:
            self.tally.residue.append(f"session {number}: the clipboard")

    def _told(self, number: int, what: str, supervisor: "subprocess.Popen[bytes]") -> Any:
        path, deadline = self._orders / f"{number}-{what}", time.monotonic() + WAIT
        while not path.exists():
            if supervisor.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"session {number} never said {what}: {self._log.read_text()[-2000:]}")
            time.sleep(0.005)
        return json.loads(path.read_text())

    def _search(self, number: int, process: int | None) -> None:
        """Search everywhere for words of the sessions before."""
        if process is not None:
            self._look("the next memory", traces.in_memory(process, self.prefix), number)
        own = f"/.her2guide-{process}-"
        left = [path for path in traces.tree(self._home, self._cwd, self._runtime) if own not in path]
        left = [path for path in left if not path.endswith("/staff-left")]
        self._note("files left", left, number)
        places = (self._home, self._cwd, self._runtime, self._log, *self._shared())
        self._note("words in files", traces.in_files(self.prefix, *places), number)

    def _look(self, where: str, times: int | None, number: int) -> None:
        if times is None:
            self.tally.searches[f"{where}: not allowed to look"] += 1
        else:
            self._note(where, [f"{times} times"] * (times > 0), number)

    def _note(self, where: str, found: list[str], number: int) -> None:
        self.tally.searches[where] += 1
        self.tally.residue += [f"before session {number}: {where}: {each}" for each in found]


def campaign(sessions: int, parts: int = ALL_PARTS, around: Sequence[str] = ()) -> Tally:
    """Run a campaign in folders of its own, perhaps inside another program."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder in memory, as systemd makes one
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as runtime,
        tempfile.TemporaryDirectory() as base,
    ):
        return Campaign(Path(base), Path(runtime), parts, around).run(sessions)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.residue")
    parser.add_argument("--sessions", type=int, default=300)
    begun = time.monotonic()
    tally = campaign(parser.parse_args().sessions)
    print(f"sessions: {dict(tally.sessions)} in {time.monotonic() - begun:.0f} s")
    print(f"fields typed into: {tally.fields}; words seen in memory before the end: {tally.while_typed} sessions")
    print(f"searches: {dict(tally.searches)}")
    print(f"residue: {len(tally.residue)}")
    print("\n".join(tally.residue))
    sys.exit(1 if tally.residue else 0)


if __name__ == "__main__":
    main()
