"""What content must hold before it is used; whatever does not is named by file, entry and key."""

from collections.abc import Collection
from pathlib import Path

from her2guide.library import loader, records
from her2guide.library.errors import ContentError


def need_known(path: Path, entry: str, key: str, ids: Collection[str], known: Collection[str]) -> None:
    """Raise `ContentError` unless every id is known."""
    for wanted in ids:
        if wanted not in known:
            raise ContentError(loader.shown(path), entry, key, f"names {wanted}, which is not there")


def need_same(path: Path, found: Collection[str], wanted: Collection[str]) -> None:
    """Raise `ContentError` unless exactly the wanted entries were found."""
    for entry in wanted:
        if entry not in found:
            raise ContentError(loader.shown(path), entry, problem="is missing")
    for entry in found:
        if entry not in wanted:
            raise ContentError(loader.shown(path), entry, problem="is not known")


def need_dates_that_agree(path: Path, entry: str, fact: records.Fact) -> None:
    """Raise `ContentError` for a fact of a year that outlives the year, or one that is due only after it expires."""
    if fact.year is not None and (fact.expires is None or fact.expires.year > fact.year):
        raise ContentError(loader.shown(path), entry, "expires", f"must be a day up to the end of {fact.year}")
    if fact.expires is not None and fact.due > fact.expires:
        raise ContentError(loader.shown(path), entry, "due", "must not be after the day it expires")


def names_in(when: records.When) -> tuple[str, ...]:
    """Return the predicates a condition names."""
    return (*when.all, *when.any, *when.none)


def need_predicates(path: Path, entry: str, key: str, when: records.When) -> None:
    """Raise `ContentError` unless every predicate of a condition is known."""
    if names := names_in(when):
        from her2guide.model.logic import PREDICATES

        need_known(path, entry, key, names, PREDICATES)
