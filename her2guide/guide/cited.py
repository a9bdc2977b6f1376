"""Which sources stand behind a page or a table: a line with their numbers in the list of sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from her2guide.guide.document import Audience, Block, Heading, Paragraph, Table, facts_of, line
from her2guide.guide.evidence import evidence_sources
from her2guide.guide.markup import Marker
from her2guide.guide.reading import Reading
from her2guide.guide.signs import joined
from her2guide.library.library import Library
from her2guide.model.profile import Profile

_NAME = "cited"
_LISTS = ("word-list", "sources", "about")  # to look things up in: no statement of their own
_SIGNS = "call-now"  # the page of all signs


@dataclass(frozen=True, slots=True)
class Cited(Marker):
    """The place of such a line. The numbers are known when the whole guide is."""

    ids: tuple[str, ...]


def cited(ids: Iterable[str]) -> Cited:
    """Return the place of a line for these sources."""
    return Cited(_NAME, tuple(dict.fromkeys(ids)))


def cited_uses(
    blocks: Sequence[Block], uses: Iterable[str], person: Profile, library: Library
) -> Iterator[Block | Marker]:
    """Yield the blocks of help and harm, and under each use, which begins with a heading, its sources."""
    left, starts = list(uses), [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    yield from blocks[: starts[0] if starts else None]
    for start, end in zip(starts, (*starts[1:], len(blocks)), strict=True):
        use, group = left.pop(0), blocks[start:end]
        yield from group
        if any(isinstance(block, Table) for block in group):
            facts = (library.facts[fact].source for fact in facts_of(group))
            yield cited((*evidence_sources(person, [use], library), *facts))


def with_sources(section: str, page: Reading, library: Library) -> Reading:
    """Return a page for the reader with its sources at the end, but for those that stand at its tables."""
    if section in _LISTS or page.audience is not Audience.READER or page.expired:
        return page
    at_tables = {source for block in page.blocks if isinstance(block, Cited) for source in block.ids}
    printed = facts_of(block for block in page.blocks if not isinstance(block, Marker))
    signs = (source for flag in library.red_flags.values() for source in flag.sources) if section == _SIGNS else ()
    found = (*page.sources, *signs, *(library.facts[fact].source for fact in printed))
    ids = [source for source in found if source not in at_tables]
    return replace(page, blocks=(*page.blocks, cited(ids))) if ids else page


def numbers_of(place: Cited, numbers: Mapping[str, int], library: Library) -> tuple[Block, ...]:
    """Return the line for a place: the numbers of its sources in the list."""
    found = [str(number) for number in sorted(numbers[source] for source in place.ids)]
    return (Paragraph(line(library.say("sources.here", numbers=joined(found, library)))),)
