"""Looks for words that must be gone: in files, and in the memory of a process. Every search can be seen to find."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

_MOST_FILES = 5_000
_PIECE = 16 * 1024 * 1024


def forms(words: str) -> tuple[bytes, ...]:
    """Return words as they lie in files and in memory: UTF-8, and UTF-16 as Qt has it."""
    return words.encode(), words.encode("utf-16-le")


def in_memory(process: int, words: str) -> int | None:
    """Return how often words stand in a process' memory; None where the system does not let us look."""
    wanted = re.compile(b"|".join(map(re.escape, forms(words))))
    overlap = max(map(len, forms(words)))
    found = 0
    try:
        with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
            for line in maps:
                place, rights, *rest = line.split()
                if not rights.startswith("rw") or (rest and rest[-1] in ("[vvar]", "[vsyscall]")):
                    continue
                start, end = (int(each, 16) for each in place.split("-"))
                for at in range(start, end, _PIECE):
                    try:
                        memory.seek(at)
                        piece = memory.read(min(_PIECE + overlap, end - at))
                    except (OSError, ValueError, OverflowError):
                        continue
                    found += len(wanted.findall(piece))
    except PermissionError:
        return None
    return found


def tree(*roots: Path) -> list[str]:
    """Return every file, folder and link below some folders."""
    return sorted(str(path) for root in roots for path in root.rglob("*"))


def in_files(words: str, *roots: Path) -> list[str]:
    """Return the files and names below some folders that hold words."""
    return [str(path) for root in roots for path in _walk(root) if _holds(path, words)]


def _walk(root: Path) -> Iterator[Path]:
    yield root
    if root.is_dir() and not root.is_symlink():
        for number, path in enumerate(root.rglob("*")):
            if number > _MOST_FILES:
                return
            yield path


def _holds(path: Path, words: str) -> bool:
    if words in path.name:
        return True
    try:
        if not path.is_file() or path.is_symlink():
            return False
        data = path.read_bytes()
    except OSError:
        return False
    return any(form in data for form in forms(words))


class New:
    """What comes into folders that everybody uses, such as /tmp, from now on."""

    def __init__(self, *folders: Path) -> None:
        self._folders = [each for each in folders if each.is_dir()]
        self._before = set(self._names())

    def _names(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from (Path(each.path) for each in os.scandir(folder))

    def __call__(self) -> list[Path]:
        return [path for path in self._names() if path not in self._before]
