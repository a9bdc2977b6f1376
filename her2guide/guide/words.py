"""The words inside blocks: runs of them, each with a role. The start page needs these and no block."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a run of words is, so that each renderer can show it its own way."""

    PLAIN = "plain"
    STRONG = "strong"  # target: in the word list, the glossary id that is explained
    FACT = "fact"  # target: the fact id
    TERM = "term"  # target: the glossary id
    TYPED = "typed"  # the person's own words; never markup


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words with one role. `bold` is for a fact or a term inside strong words."""

    text: str
    role: Role = Role.PLAIN
    target: str = ""
    bold: bool = False


Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """Return the words of a line without their roles."""
    return "".join(span.text for span in line)


def line(*texts: str) -> Line:
    """Return a line of plain spans."""
    return tuple(Span(text) for text in texts)


def typed(text: str) -> Line:
    """Return the person's own words as a line."""
    return (Span(text, Role.TYPED),)
