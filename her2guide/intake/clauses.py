"""A page cut into clauses: sentences and rows, in order, with wrapped lines put together again."""

import re
from dataclasses import dataclass, replace

from her2guide.intake.names import RECEPTORS
from her2guide.intake.normalise import Page

_WRAPPED = re.compile(
    r"(?:(?<=[a-z,])|(?<=[(/=\ue001-\ue009])|(?<=[\w)%]))[ \t]{0,20}\n(?=[ \t]{0,60}(?:[a-z(%]|[^\x00-\x7f]?[ \t]?(?:oncoprotein|protein)))"
)
_LEANING = re.compile(  # a line that cannot end here
    r"(?i:(?<![a-z/.])(?:of|in|is|was|the|a|an|with|for|and|or|by|to|at|approximately|about|ratio|over|than|approx\.?|are|shows?|"
    r"de|del|la|le|les|des|en|et|y|und|von|bei|mit|der|die|das|ist|est|es)|[,(=~<>])[ \t]{0,20}\n(?![ \t]{0,40}(?:[-*]|\d{1,2}[.)][ \t]|\n))"
)
_CELLS = re.compile(r"\t|\||\S {3,}\S| {2,}[\ue001-\ue007]")  # a line of a table stays alone
_ROW = re.compile(r"[ \t]{0,40}[a-z(][^:\n]{0,40}:[ \t]")  # a small letter may still begin a row of its own

# Where one clause ends: a line's end, or a full stop that is not inside a number or a short word.
_END = re.compile(
    r"\n|(?<![.\s][A-Za-z])(?<!^[A-Za-z])(?<!approx)(?<!avg)(?<!No)(?<!vs)(?<!ca)(?<!Dr)(?<!incl)(?<!resp)(?<!neg)(?<!pos)[.!?](?=[\s\"')\]]|$)"
    r"|(?<=neg|pos)\.(?=\s{1,3}(?:[A-Z\ue001-\ue009]|$))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a page. `after_blank` is true where an empty line, or more, stands before it."""

    start: int
    end: int
    after_blank: bool = False


def join_wrapped(page: Page) -> Page:
    """Return the page with a space for each line end inside a sentence; nothing moves."""
    text = page.text
    ends = [match.end() - 1 for match in _WRAPPED.finditer(text) if not _ROW.match(text, match.end())]
    ends += [match.end() - 1 for match in _LEANING.finditer(text)]
    ends = [end for end in ends if not _CELLS.search(text, text.rfind("\n", 0, end) + 1, end)]
    if not ends:
        return page
    characters = list(text)
    for end in ends:
        if characters[end] == "\n":
            characters[end] = " "
    return replace(page, text="".join(characters))


def clauses(text: str) -> list[Clause]:
    """Return the clauses of a text that hold something."""
    found: list[Clause] = []
    start, newlines = 0, 0
    for match in [*_END.finditer(text), None]:
        end = (match.end() if match[0] == "?" else match.start()) if match else len(text)
        if text[start:end].strip():
            found.append(Clause(start, end, newlines > 1))
            newlines = 0
        if match and match[0] == "\n":
            newlines += 1
        start = match.end() if match else end
    return found


def has_receptor(text: str) -> bool:
    """Return whether a receptor is named."""
    return any(name in text for name in RECEPTORS)
