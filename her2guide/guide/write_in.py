"""Lines to write on: who is who on the team, and what treatment was given when."""

from her2guide.guide.document import Block, Contacts, line
from her2guide.library.library import Library

_TEAM = ("doctor", "nurse", "pharmacist", "social-worker", "counselor", "other")
_TREATMENTS = 5  # each with a line for the medicine and one for the time


def team_lines(library: Library) -> tuple[Block, ...]:
    """Return a line for the name and number of each person on the team."""
    return (Contacts(tuple((line(library.word(f"team.{key}")), ()) for key in _TEAM)),)


def treatment_lines(library: Library) -> tuple[Block, ...]:
    """Return lines for the medicines that were given, each with its months and years."""
    rows = tuple(library.word(f"my-treatments.{key}") for key in ("medicine", "time")) * _TREATMENTS
    return (Contacts(tuple((line(row), ()) for row in rows)),)
