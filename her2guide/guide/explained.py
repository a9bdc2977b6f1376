"""Every medical word is explained where it stands: the first that a page has becomes one of the word list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from her2guide.guide.document import (
    Block,
    Callout,
    Line,
    Role,
    Span,
    Tone,
    reworded,
)
from her2guide.guide.markup import Marker
from her2guide.library.library import Library

_WORDS = (Role.PLAIN, Role.STRONG)


def explained(blocks: tuple[Block | Marker, ...], library: Library) -> tuple[Block | Marker, ...]:
    """Return the blocks of a page with each medical word explained where it first stands, in a sentence or a table.

    Words with an everyday meaning are left to the page, which marks them itself where the medical meaning is meant. So
    are headings, the signs to call about, and what the person typed.
    """
    page = _Page(library)
    return tuple(page.block(each) for each in blocks)


@lru_cache(maxsize=4)
def _looks(library: Library) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return how medical words look in a sentence, and the id of each."""
    ids = {item.word.casefold(): entry for entry, item in library.glossary.items() if not item.everyday}
    either = "|".join(re.escape(word) for word in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({either})(s?)(?![\w-])", re.IGNORECASE), ids


@lru_cache(maxsize=4096)  # the same sentences come back for every person, and a word is found in few of them
def _medical(text: str, library: Library) -> tuple[tuple[int, int, str], ...]:
    """Return where each medical word of a text starts and ends, and its id."""
    looks, ids = _looks(library)
    return tuple((found.start(), found.end(), ids[found[1].casefold()]) for found in looks.finditer(text))


def words_in(text: str, library: Library) -> frozenset[str]:
    """Return the ids of the medical words of a text."""
    return frozenset(entry for _, _, entry in _medical(text, library))


@dataclass(slots=True)
class _Page:
    """A page on its way; `known` are the words it has explained so far."""

    library: Library
    known: set[str] = field(default_factory=set)

    def block(self, block: Block | Marker) -> Block | Marker:
        if isinstance(block, Marker) or (isinstance(block, Callout) and block.tone is not Tone.NOTE):
            return block
        return reworded(block, self.line)

    def line(self, line: Line) -> Line:
        return tuple(span for each in line for span in self._marked(each))

    def _marked(self, span: Span) -> Iterable[Span]:
        if span.role is Role.TERM:
            self.known.add(span.target)
        return self._spans(span) if span.role in _WORDS else (span,)

    def _spans(self, span: Span) -> Iterator[Span]:
        start = 0
        for first, end, entry in _medical(span.text, self.library):
            if entry not in self.known:
                self.known.add(entry)
                if first > start:
                    yield replace(span, text=span.text[start:first])
                yield Span(span.text[first:end], Role.TERM, entry, span.role is Role.STRONG)
                start = end
        if start == 0:
            yield span
        elif start < len(span.text):
            yield replace(span, text=span.text[start:])
