"""Keeping the guide: as a file the person chooses, or on paper by the system's own printing.

What that takes is imported when it is asked for: the first page does not wait for it.
"""

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.library.paths import fonts

ChooseFile = Callable[[QWidget, Library], str]
PrintFile = Callable[[list[str]], int]
_PRINTER = "lp"
_LONGEST = 60  # seconds


def save(document: GuideDocument, path: Path) -> str:
    """Write the guide, as plain text where the name ends so, else as PDF. Raises `OutputError`.

    Returns what else there is to say, or "".
    """
    from her2guide.files.atomic import write_atomically
    from her2guide.output.render import paper_note, render

    kind = "txt" if path.suffix.lower() == ".txt" else "pdf"
    data = render(document, "txt" if kind == "txt" else "pdf", fonts())
    notes = [write_atomically(path, data), paper_note(document, fonts()) if kind == "pdf" else None]
    return " ".join(note for note in notes if note)


def can_print() -> bool:
    """Return whether the system prints from the command line."""
    return shutil.which(_PRINTER) is not None


def print_command(path: str) -> list[str]:
    """Return what prints a file; the title names nobody."""
    return [_PRINTER, "-t", "Patient guide", path]


def run_printer(command: list[str]) -> int:
    """Hand a file to the printer and wait until it is taken."""
    import subprocess

    done = subprocess.run(  # noqa: S603 - a fixed list of words; the path is our own
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_LONGEST
    )
    return done.returncode


def print_guide(document: GuideDocument, run: PrintFile = run_printer) -> bool:
    """Print the guide by way of a file in memory, which is gone afterwards. Returns whether the printer took it."""
    import subprocess
    import tempfile

    from her2guide.output.render import render

    folder = os.environ.get("XDG_RUNTIME_DIR")  # asking Qt for it makes a folder where there is none
    folder = folder if folder and Path(folder).is_dir() else None
    descriptor, path = tempfile.mkstemp(suffix=".pdf", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(render(document, "pdf", fonts()))
        return run(print_command(path)) == 0
    except (OSError, subprocess.SubprocessError):
        return False
    finally:
        with contextlib.suppress(OSError):
            Path(path).unlink()
