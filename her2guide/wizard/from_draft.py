"""A draft of answers made from records, as things to look at beside their lines: nothing of it is an answer yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from her2guide.model.answers import QUOTED, Answers
from her2guide.model.terms import IshResult
from her2guide.wizard.fields import value_at, with_value
from her2guide.wizard.from_report import PAGES, Item, Stand


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft holds, and the lines that each value came from, by its path."""

    answers: Answers = field(repr=False)
    quotes: Mapping[str, tuple[str, ...]] = field(repr=False)


def items_of(draft: Draft) -> tuple[Item, ...]:
    """Return what there is to look at, in the order of the questions. Lines without a value offer nothing."""
    found = (_item(path, value_at(draft.answers, path), draft.quotes.get(path, ())) for path in QUOTED)
    return tuple(item for item in found if item is not None)


def rest_of(draft: Draft) -> Answers:
    """Return what is in a draft beside what records can bring: the questions show it, to be gone through."""
    rest = draft.answers
    for path in QUOTED:
        rest = with_value(rest, path, None)
    return replace(rest, confirmed=None)


def _item(path: str, value: object, quotes: tuple[str, ...]) -> Item | None:
    if value is None and not quotes:
        return None
    stand = Stand.FOUND if value is not None else Stand.CONFLICT
    if value is IshResult.PENDING:
        stand = Stand.PENDING
    said = value.isoformat() if isinstance(value, date) else str(value or "")
    return Item(path, PAGES[path], None, stand, value, said, quotes)
