"""A saved visit, `NAME.h2g`: the answers of one person, locked with a passphrase that they chose.

What is locked is one JSON object: `visit`, the version of this form; `saved`, the day; `answers`, an answers file
(schema 1) as it stands. Household, income and work are in no answers file that this program writes.
"""

import json
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from her2guide.files import age
from her2guide.files.atomic import write_atomically
from her2guide.files.visit_errors import Problem, VisitError

ENDING = ".h2g"
VERSION = 1
MAX_BYTES = 1_200_000  # an answers file has at most 1 MiB; the lock adds little

# How to make the object of each older version into one of the next. There is no older one yet.
MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """What a file holds: the text of an answers file, to be read as strictly as any other, and the day of saving."""

    answers: str = field(repr=False)
    saved: date

    @property
    def answers_file(self) -> bytes:
        """The answers as the bytes of an answers file; a character that no file can have is refused on reading."""
        return self.answers.encode("utf-8", "surrogatepass")


def save_visit(path: Path, visit: SavedVisit, passphrase: str) -> str | None:
    """Write a visit, whole or not at all; some seconds. Raises `OutputError`; returns what else there is to say."""
    return write_atomically(path, age.lock(packed(visit), passphrase))


def open_visit(path: Path, passphrase: str) -> SavedVisit:
    """Return what a file holds; some seconds. Raises `VisitError`."""
    return unpacked(age.unlock(read_locked(path), passphrase))


def read_locked(path: Path) -> bytes:
    """Return a file as it stands, still locked. Raises `VisitError` where it can be no saved visit; takes no time."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would make us wait
            raise VisitError(Problem.UNREADABLE)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        problem = _problem_of(error)
    else:
        if len(data) > MAX_BYTES:
            raise VisitError(Problem.TOO_BIG)
        age.check(data)
        return data
    raise VisitError(problem)


def packed(visit: SavedVisit) -> bytes:
    """Return what is to be locked."""
    whole = {"visit": VERSION, "saved": visit.saved.isoformat(), "answers": json.loads(visit.answers)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def unpacked(data: bytes) -> SavedVisit:
    """Return what was locked, brought from an older form into this one. Raises `VisitError`."""
    try:
        found = json.loads(data.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        found = None
    version = found.get("visit") if isinstance(found, dict) else None
    if type(version) is not int or not isinstance(found, dict):
        raise VisitError(Problem.NOT_A_VISIT)
    if version > VERSION:
        raise VisitError(Problem.NEWER)
    while version < VERSION:
        if version not in MIGRATIONS:
            raise VisitError(Problem.NOT_A_VISIT)
        found = MIGRATIONS[version](found)
        version += 1
    return _visit(found)


def _visit(found: dict[str, Any]) -> SavedVisit:
    saved = _day(found.get("saved"))
    if saved is None or not isinstance(found.get("answers"), dict) or set(found) != {"visit", "saved", "answers"}:
        raise VisitError(Problem.NOT_A_VISIT)
    return SavedVisit(json.dumps(found["answers"], ensure_ascii=False), saved)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which no key comes twice, so that nobody reads another one than we do."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key comes twice")
    return found


def _problem_of(error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem.MISSING
    return Problem.NOT_ALLOWED if isinstance(error, PermissionError) else Problem.UNREADABLE
