"""Small programs for a supervisor to look after, which do what they are told and write down that they ran."""

import sys
from collections.abc import Callable
from pathlib import Path

_CHILD = """
import os, signal, subprocess, sys, time
log, acts = sys.argv[1], sys.argv[2].split()
beat = int(os.environ["HER2GUIDE_HEARTBEAT"])
number = os.path.getsize(log)
with open(log, "a") as file:
    file.write(".")
act = acts[number] if number < len(acts) else "staff"
if act != "mute":
    os.write(beat, b".")
if act in ("ok", "mute"):
    sys.exit(0)
if act == "staff":
    sys.exit(10)
if act == "error":
    sys.exit(1)
if act == "voice":
    voice = subprocess.Popen(["sleep", "600"])
    with open(log + ".voice", "w") as file:
        file.write(str(voice.pid))
    sys.exit(0)
if act == "left":
    os.mkdir(os.environ["RUNTIME_DIRECTORY"] + "/.her2guide-1-ab")
    os.kill(os.getpid(), signal.SIGKILL)
if act == "shows":
    while True:
        os.write(beat, b".")
        time.sleep(0.02)
os.kill(os.getpid(), {"segv": signal.SIGSEGV, "kill": signal.SIGKILL, "hang": signal.SIGSTOP}[act])
"""


def child(log: Path, acts: str) -> list[str]:
    """Return the command of a program that does one act in each run, and leaves as staff do after the last."""
    log.touch()
    return [sys.executable, "-S", "-c", _CHILD, str(log), acts]


def runs(log: Path) -> int:
    """Return how often it ran."""
    return log.stat().st_size if log.exists() else 0


def lines() -> tuple[list[str], Callable[[str], None]]:
    """Return a list and what writes into it."""
    found: list[str] = []
    return found, found.append
