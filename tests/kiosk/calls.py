"""Whole sessions under strace: which sockets they make, and where these lead.

python -m tests.kiosk.calls [--sessions 4]
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.kiosk.residue import campaign

_FAMILY = re.compile(r"\b(?:socket|socketpair)\((AF_\w+|\d+)")
_PLACE = re.compile(r"\bconnect\(\d+, \{sa_family=(AF_\w+)(?:, sun_path=@?\"([^\"]*)\")?")
INSIDE = {"AF_UNIX", "AF_NETLINK"}  # sockets that lead nowhere but into this machine


def families(log: str) -> Counter[str]:
    """Return how often a socket of each family was made or connected."""
    return Counter([*_FAMILY.findall(log), *(family for family, _ in _PLACE.findall(log))])


def places(log: str) -> Counter[str]:
    """Return where sockets inside the machine led."""
    return Counter(place for _, place in _PLACE.findall(log) if place)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.calls")
    parser.add_argument("--sessions", type=int, default=4)
    sessions = parser.parse_args().sessions
    strace = shutil.which("strace")
    if strace is None:
        print("kiosk-strace: skipped, strace is not installed here")
        return
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        tally = campaign(
            sessions, around=(strace, "-f", "-qq", "-e", "trace=socket,socketpair,connect,bind", "-o", str(log))
        )
        text = log.read_text(errors="replace")
    found = families(text)
    print(f"sessions: {dict(tally.sessions)}; fields typed into: {tally.fields}")
    print(f"sockets: {dict(found)}; led to: {dict(places(text))}")
    outside = set(found) - INSIDE
    print(f"families that lead out of the machine: {sorted(outside) or 'none'}")
    sys.exit(1 if outside or not text else 0)


if __name__ == "__main__":
    main()
