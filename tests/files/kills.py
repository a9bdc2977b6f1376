"""Saving a visit, killed at every call that touches a file: `python -m tests.files.kills --kills 200`.

Each saving runs in a process of its own and is killed (SIGKILL) right before or right after its nth such call, for
every n there is, over an old visit and where there was none. After each kill the file must be all old or all new, and
the next saving must leave nothing but the file.
"""

import argparse
import itertools
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from her2guide.files import age
from her2guide.files.visit_file import SavedVisit, packed, save_visit
from tests.files import age_by_hand
from tests.files.visits import VISIT, WORDS

CALLS = (
    *("open", "write", "fsync", "replace", "fchmod", "fstat", "stat", "lstat", "access", "scandir", "unlink", "close"),
)
OLD, NEXT = replace(VISIT, saved=date(2026, 11, 1)), replace(VISIT, saved=date(2026, 12, 24))
MOST = 60  # calls in one saving; there are about twenty


@dataclass(frozen=True, slots=True)
class Kill:
    """One saving that was killed, and what was found."""

    call: str
    torn: bool  # neither all old nor all new
    left: int  # files beside it after the next saving


def kills(folder: Path) -> Iterator[Kill]:
    """Kill one saving at each call, before and after it, with and without an old file."""
    for old, moment in itertools.product((None, OLD), ("before", "after")):
        for nth in range(1, MOST):
            place = folder / f"{'new' if old is None else 'old'}-{moment}-{nth}"
            place.mkdir()
            path = place / "mine.h2g"
            if old is not None:
                path.write_bytes(age_by_hand.lock(packed(old), WORDS))
            call = _killed(path, nth, moment)
            if call is None:
                break
            yield Kill(call, not _is_whole(path, old), _left(path))
        else:
            raise AssertionError("a saving never came to its end")


def _killed(path: Path, nth: int, moment: str) -> str | None:
    """Save in a process that is killed at its nth call; return which call that was, None if it came to its end."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        _trap(nth, moment, telling)
        save_visit(path, VISIT, WORDS)
        os._exit(0)
    os.close(telling)
    call = os.read(told, 100).decode()
    os.close(told)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, -signal.SIGKILL):
        raise AssertionError(f"a saving failed with {code}")
    return call if code else None


def _trap(nth: int, moment: str, telling: int) -> None:
    """Let the nth call of this process that touches a file be its last."""
    say, calls = os.write, itertools.count(1)

    def trapped(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            last = next(calls) == nth
            if last:
                say(telling, name.encode())
                if moment == "before":
                    os.kill(os.getpid(), signal.SIGKILL)
            found = original(*args, **options)
            if last:
                os.kill(os.getpid(), signal.SIGKILL)
            return found

        return call

    for name in CALLS:
        setattr(os, name, trapped(name, getattr(os, name)))


def _is_whole(path: Path, old: SavedVisit | None) -> bool:
    if not path.exists():
        return old is None
    try:
        found = age_by_hand.unlock(path.read_bytes(), WORDS)
    except ValueError:
        return False
    return found in (packed(VISIT), packed(old or VISIT))


def _left(path: Path) -> int:
    save_visit(path, NEXT, WORDS)
    if age_by_hand.unlock(path.read_bytes(), WORDS) != packed(NEXT):
        raise AssertionError("the next saving did not work")
    return len(list(path.parent.iterdir())) - 1


def main(least: int) -> int:
    """Print how many were killed at which call, and what was found. Exit code 1 where a file was torn."""
    age.lock = age_by_hand.lock  # type: ignore[assignment]  # the calls are the same, and nobody waits for scrypt
    found: list[Kill] = []
    rounds = 0
    while len(found) < least:
        rounds += 1
        with tempfile.TemporaryDirectory() as folder:
            found += kills(Path(folder))
    at = ", ".join(f"{call} {count}" for call, count in Counter(each.call for each in found).most_common())
    torn, left = sum(each.torn for each in found), sum(each.left for each in found)
    print(f"{len(found)} savings killed in {rounds} rounds ({at})")
    print(f"torn files: {torn}; files left beside them after the next saving: {left}")
    return 1 if torn or left else 0


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.files.kills")
    asked.add_argument("--kills", type=int, default=200, help="at least so many")
    sys.exit(main(asked.parse_args().kills))
