"""The reference tool `age` (or `rage`), which asks for its passphrase on a terminal of its own."""

import os
import pty
import shutil
from pathlib import Path

TOOL = shutil.which("age") or shutil.which("rage")


def run(arguments: list[str], passphrase: str) -> int:
    """Run the tool, type the passphrase whenever it asks, and return its exit code."""
    assert TOOL
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.execv(TOOL, [TOOL, *arguments])  # noqa: S606 - there is no other way to give it a terminal
        finally:
            os._exit(127)  # the tool could not be run; the tests go on in the other process alone
    said, asked = b"", 0
    while True:
        try:
            piece = os.read(terminal, 1024)
        except OSError:  # Linux says so when the tool is gone
            piece = b""
        if not piece:
            break
        said += piece
        if (now := said.lower().count(b"passphrase")) > asked and said.rstrip().endswith((b":", b"):")):
            asked = now
            os.write(terminal, f"{passphrase}\n".encode())
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def lock(plain: Path, locked: Path, passphrase: str) -> int:
    return run(["-p", "-o", str(locked), str(plain)], passphrase)


def unlock(locked: Path, plain: Path, passphrase: str) -> int:
    return run(["-d", "-o", str(plain), str(locked)], passphrase)
