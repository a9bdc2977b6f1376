"""The first time a medical word stands in a guide, a few plain words follow it: biopsy (tissue taken for a test).

The words are `short` of the glossary. Later uses stay bare; on a screen each can still be asked for, and the word list
has them all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from her2guide.guide.document import (
    Audience,
    Block,
    Callout,
    Line,
    Role,
    Section,
    Span,
    plain,
    reworded,
)
from her2guide.library.library import Library
from her2guide.library.order import LOOK_UP

_BEFORE_A_WORD = re.compile(r" (\w+)")
_APART = re.compile(r"$|[^\w ’'”-]| \W")  # the end, a sign, but neither a quote's end nor a hyphen
_TOLD_AFTER = re.compile(
    r" ?\(|:|, (?:an?|the) | is (?:an?|the) | are (?:pills|cells) | (?:means|counts|colors) | cancer is "
)
_TOLD_BEFORE = re.compile(r"\b(?:called|call (?:it|this|this score)) (?:an? |the )?$")


def first_use(sections: Iterable[Section], library: Library) -> tuple[Section, ...]:
    """Return the sections, in the order they are read, with each medical word explained where it first stands.

    Headings, heads of tables, panels, cards and what is for the care team stay as they are. A sentence that says itself
    what its word means is enough. Inside other words or parentheses, or before the noun it belongs to (“an IHC score”),
    a word waits for its next place.
    """
    guide = _Guide(library)
    return tuple(guide.section(each) for each in sections)


@dataclass(slots=True)
class _Guide:
    """A guide on its way; `told` are the explanations that were given so far."""

    library: Library
    told: set[str] = field(default_factory=set)

    def section(self, section: Section) -> Section:
        if section.audience is not Audience.READER or section.id in LOOK_UP:
            return section
        return replace(section, blocks=tuple(map(self._block, section.blocks)))

    def _block(self, block: Block) -> Block:
        return block if isinstance(block, Callout) else reworded(block, self._line)

    def _line(self, line: Line) -> Line:
        return tuple(span for place in range(len(line)) for span in self._spans(line, place))

    def _spans(self, line: Line, place: int) -> Iterator[Span]:
        word = line[place]
        yield word
        short = self.library.glossary[word.target].short if word.role is Role.TERM else ""
        if not short or short in self.told:
            return
        before, after = plain(line[:place]), plain(line[place + 1 :])
        tells_itself = _tells_itself(word.text, short, before, after)
        if before.count("(") > before.count(")") or not (tells_itself or self._stands_alone(after)):
            return
        self.told.add(short)
        if not tells_itself:
            yield Span(f" ({short})")

    def _stands_alone(self, after: str) -> bool:
        """Return whether a word does not belong to the one behind it, as it does in “IHC score”."""
        follows = _BEFORE_A_WORD.match(after)
        return follows[1].casefold() in self.library.locale.small_words if follows else bool(_APART.match(after))


def _tells_itself(word: str, short: str, before: str, after: str) -> bool:
    """Return whether a word, as it stands in its sentence, needs no other words to be understood."""
    own = word.endswith(")") or word.casefold() == short.removeprefix("a ")
    return own or bool(_TOLD_AFTER.match(after) or _TOLD_BEFORE.search(before))
