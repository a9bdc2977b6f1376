"""What a person's own computer may remember of how the window looks: text size and colors, and never an answer.

Only when they ask for it, and in one small file. What is wrong with the file is not told: it is as none.
"""

import contextlib
import os
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORM = 1
MAX_BYTES = 1_000
_FOLDER, _NAME = "her2guide", "comfort.json"


@dataclass(frozen=True, slots=True)
class Comfort:
    """A text size in percent, and the name of the colors."""

    text_size: int
    colors: str


def place() -> Path | None:
    """Return where this system keeps a person's settings; None where it names no such folder."""
    home = os.environ.get("USERPROFILE" if sys.platform == "win32" else "HOME", "")
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA", "")
    elif sys.platform == "darwin":
        folder = f"{home}/Library/Application Support" if home else ""
    else:
        asked = os.environ.get("XDG_CONFIG_HOME", "")
        folder = asked if asked.startswith("/") else f"{home}/.config" if home else ""
    return Path(folder) / _FOLDER / _NAME if folder else None


def read(path: Path | None, sizes: Collection[int], colors: Collection[str]) -> Comfort | None:
    """Return what is remembered, or None; a size or colors that are not among those there are count as none."""
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            import json  # where nothing is remembered, the first page does not wait for it

            found: Any = json.loads(file.read(MAX_BYTES + 1)[:MAX_BYTES])
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != {"comfort", "text_size", "colors"} or found["comfort"] != FORM:
        return None
    size, name = found["text_size"], found["colors"]
    if type(size) is not int or size not in sizes or not isinstance(name, str) or name not in colors:
        return None
    return Comfort(size, name)


def keep(path: Path, comfort: Comfort) -> None:
    """Remember it, in the place of what was remembered. Raises `OutputError`."""
    import json  # the first page waits for neither

    from her2guide.files.atomic import write_atomically

    with contextlib.suppress(OSError):  # the writer says what is wrong with the folder
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    whole = {"comfort": FORM, "text_size": comfort.text_size, "colors": comfort.colors}
    write_atomically(path, json.dumps(whole).encode() + b"\n")


def forget(path: Path) -> None:
    """Remember nothing any more, not even that this program was here. Raises `OutputError`."""
    from her2guide.files.errors import OutputError, problem_of

    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(path, problem_of(error)) from error
    with contextlib.suppress(OSError):  # something else lies in it
        path.parent.rmdir()
