"""How old content is. Perishable parts are hidden once they are too old; call-now signs and results never are.

The policy, with its reasons, is docs/decisions/0003-freshness.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from her2guide.library.library import Library
from her2guide.library.program_records import AssistanceProgram
from her2guide.library.records import Dated, Shelf

GRACE = {Shelf.MEDICINE: timedelta(days=183), Shelf.MONEY: timedelta(days=92)}
LONGEST = {
    Shelf.MEDICINE: timedelta(days=366),
    Shelf.MONEY: timedelta(days=184),
    Shelf.BASICS: timedelta(days=731),
    Shelf.RED_FLAG: timedelta(days=731),
}


class Age(StrEnum):
    """How old a piece of content is on a day."""

    FRESH = "fresh"
    DUE = "due"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Stale:
    """A piece of content past its day: file kind, id, and the day it was due."""

    kind: str
    id: str
    due: date


def newest_review(library: Library) -> date:
    """Return the day the content was last checked. No honest clock can be much before it."""
    return library.edition.checked


def clock_is_wrong(library: Library, today: date) -> bool:
    """Return whether `today` lies before the content was made."""
    return today < newest_review(library) - timedelta(days=1)


def age_by(due: date, shelf: Shelf, today: date, *, clock_wrong: bool = False) -> Age:
    """Return how old something due on `due` is. Under a wrong clock everything is due and nothing expires."""
    if clock_wrong:
        return Age.DUE
    if today <= due:
        return Age.FRESH
    grace = GRACE.get(shelf)
    return Age.EXPIRED if grace is not None and today > due + grace else Age.DUE


def shows_number(program: AssistanceProgram, library: Library, today: date) -> bool:
    """Return whether the phone number and address of a program may be printed.

    They go the day after the program was due, for a wrong number does harm. A line that answers at any hour keeps
    its number as long as a page on money would stay: for someone in need it is better than none.
    """
    age = age_by(program.due, Shelf.MONEY, today, clock_wrong=clock_is_wrong(library, today))
    return age is Age.FRESH or (age is Age.DUE and program.always_open)


def dated(library: Library) -> Iterator[tuple[str, str, Dated]]:
    """Yield kind, id and record of everything in the content that carries dates."""
    yield "edition", library.edition.version, library.edition
    for kind, entries in (
        ("fact", library.facts),
        ("topic", library.topics),
        ("evidence", library.evidence),
        ("medicine", library.treatments),
        ("red flag", library.red_flags),
        ("question", library.asks),
        ("check", library.checks),
        ("way", library.ways),
        ("program", library.programs),
    ):
        for entry, item in entries.items():
            yield kind, entry, item
    for page in library.files():
        yield "page", page.file, page.head


def stale(library: Library, today: date) -> tuple[Stale, ...]:
    """Return everything past its day, oldest first."""
    found = [Stale(kind, entry, item.due) for kind, entry, item in dated(library) if today > item.due]
    return tuple(sorted(found, key=lambda item: (item.due, item.kind, item.id)))
