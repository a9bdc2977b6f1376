"""Standard input and output, which may be closed, full, or gone. Each failure is told once, in one line."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from her2guide.errors import UsageError
from her2guide.files.errors import OutputError, problem_of
from her2guide.output.typed_text import visible

STREAM = "-"
_OUTPUT = Path("standard output")


def standard_input(holding: str = "the answers") -> BinaryIO:
    """Return standard input as bytes. Raises `UsageError` when it is closed, naming what it is to hold."""
    if sys.stdin is None:
        raise UsageError(f"standard input: is closed; it must hold {holding}")
    return sys.stdin.buffer


def print_bytes(data: bytes) -> None:
    """Write to standard output, all of it. Raises `OutputError`."""
    if sys.stdout is None:
        raise OutputError(_OUTPUT, "it is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _give_up(1)
        raise OutputError(_OUTPUT, problem_of(error)) from None


def say(text: str) -> None:
    """Print one line to standard error, if anybody can read it."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
        except OSError:
            _give_up(2)


def complain(error: Exception) -> None:
    """Print what is wrong, in one line in which nothing of a file's name can play a trick."""
    say(f"her2guide: {' '.join(visible(str(error)).split())}")


def _give_up(descriptor: int) -> None:
    """Let what is left in a broken stream go nowhere, so that the end of the program does not trip over it."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
