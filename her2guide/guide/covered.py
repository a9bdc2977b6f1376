"""The person's own words covered on the screen, for when someone looks on. Numbers to call are never covered."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from her2guide.guide.document import Contacts, PictureBlock, Role, Section, Span, plain

Kind = TypeVar("Kind")
_NUMBER = re.compile(r"[\d\s()+./x-]*\d[\d\s()+./x-]*")


def has_typed(section: Section) -> bool:
    """Return whether a section shows words of the person that can be covered."""
    return covered(section, "") != section


def covered(section: Section, words: str) -> Section:
    """Return a section with other words in the place of each thing the person typed."""
    return _covered(section, words)


def _covered(value: Kind, words: str) -> Kind:
    found: Any = value
    match found:
        case Span(role=Role.TYPED, text=text) if not _NUMBER.fullmatch(text):
            found = Span(words)
        case Contacts(rows):
            found = Contacts(tuple(row if re.search(r"\d", plain(row[1])) else _covered(row, words) for row in rows))
        case Span() | PictureBlock():
            pass
        case tuple():
            found = tuple(_covered(each, words) for each in found)
        case _ if is_dataclass(found) and not isinstance(found, type):
            changed = {each.name: _covered(getattr(found, each.name), words) for each in fields(found)}
            found = replace(found, **changed)
    return found  # type: ignore[no-any-return]
