"""A small program that writes one file, and may be stopped or killed at a chosen call. Run by the tests.

python program.py TARGET TEXT [FUNCTION NTH before|after|wait]
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from her2guide.files.atomic import write_atomically
from her2guide.files.errors import OutputError


def trap(name: str, nth: int, moment: str) -> None:
    """End the process at the nth call of an os function, or say so and wait for a line on standard input."""
    original: Callable[..., Any] = getattr(os, name)
    calls = 0

    def trapped(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls != nth:
            return original(*args, **options)
        if moment == "before":
            os._exit(99)
        if moment == "wait":
            print("stopped", flush=True)
            sys.stdin.readline()
        result = original(*args, **options)
        if moment == "after":
            os._exit(99)
        return result

    setattr(os, name, trapped)


def main(target: str, text: str, *where: str) -> int:
    if where:
        trap(where[0], int(where[1]), where[2])
    try:
        write_atomically(Path(target), text.encode())
    except OutputError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
