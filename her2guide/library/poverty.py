"""The federal poverty guideline while it is the one of the year."""

from datetime import date

from her2guide.library.freshness import clock_is_wrong
from her2guide.library.library import Library
from her2guide.model.income import PovertyLine


def current_poverty_line(library: Library, today: date) -> PovertyLine | None:
    """Return the guideline, or None once a newer one is due or while the clock cannot be trusted."""
    is_old = any(today > fact.due for fact in library.poverty_facts.values())
    return None if is_old or clock_is_wrong(library, today) else library.poverty_line
