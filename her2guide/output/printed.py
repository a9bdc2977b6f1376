"""The guide as it lies on paper: the file, and which part of the document begins on which page. Knows no reportlab."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Contacts,
    GuideDocument,
    Paragraph,
    Section,
    Steps,
    Table,
    Tone,
)

Spot = tuple[int, int, int]  # section, block, and item of a list or row of a table
AFTER = 2  # parts that come before the list of parts: the result, and the page for the nurse
LINES = 2  # under the signs: someone to talk to, and not to change a medicine; in large print they come first
TITLE = -1  # in the place of a block: the section's title


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as the paper has it, its file, how many pages that is, and on which page each spot begins.

    `lists_parts` are the pages with the list of parts, which is of the paper and not of the document.
    """

    document: GuideDocument
    data: bytes
    pages: int
    begins: Mapping[Spot, int]
    lists_parts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """A section, or what of it begins on one page. `opens` says whether the section's title stands here."""

    section: Section
    opens: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """What begins on one page of paper; nothing does where a long text runs on. On one the list of parts may begin.

    `above`: how many runs stand above that list.
    """

    number: int
    runs: tuple[Run, ...]
    lists_parts: bool = False
    above: int = 0


def on_paper(document: GuideDocument, *, large_print: bool) -> GuideDocument:
    """Return the document in the order of the paper.

    In large print page one says what it says of the result, and then the signs, so that they stay on that page.
    """
    if not large_print or not document.sections:
        return document
    first, *rest = document.sections
    return replace(document, sections=(replace(first, blocks=_signs_first(first.blocks)), *rest))


def leaves(printed: Printed) -> tuple[Leaf, ...]:
    """Return the document page by page. A list or table that goes over the end of a page is cut there."""
    runs: list[list[Run]] = [[] for _ in range(printed.pages)]
    for number, section in enumerate(printed.document.sections):
        page = printed.begins[number, TITLE, 0]
        found: list[tuple[int, Block | None]] = [(page, None)]  # the title
        for place, block in enumerate(section.blocks):
            starts = {item: on for (at, spot, item), on in printed.begins.items() if (at, spot) == (number, place)}
            for on, piece in _pieces(block, starts):
                page = max(page, on)
                found.append((page, piece))
        for on, pieces in groupby(found, key=lambda each: each[0]):
            blocks = [piece for _, piece in pieces]
            shown = tuple(block for block in blocks if block is not None)
            runs[on - 1].append(Run(replace(section, blocks=shown), opens=len(shown) < len(blocks)))
    first = min(printed.lists_parts, default=0)
    early = {section.id for section in printed.document.sections[:AFTER]}
    return tuple(
        Leaf(number, tuple(found), True, sum(run.section.id in early for run in found))
        if number == first
        else Leaf(number, tuple(found))
        for number, found in enumerate(runs, start=1)
    )


def _pieces(block: Block, starts: Mapping[int, int]) -> Iterator[tuple[int, Block]]:
    """Yield the pieces of a block with the page where each begins; 0 where nothing of it is drawn."""
    first = min(starts.values(), default=0)
    match block:
        case Bullets(items) | AskList(items, ranked=False) if starts:
            for on, group in groupby(enumerate(items), key=lambda each: starts.get(each[0], first)):
                yield on, type(block)(tuple(item for _, item in group))
        case Steps(items, number) if starts:
            for on, group in groupby(enumerate(items), key=lambda each: starts.get(each[0], first)):
                fitting = tuple(item for _, item in group)
                yield on, Steps(fitting, number)
                number += len(fitting)
        case Table(rows, header, caption) if starts:
            heads = rows[:1] if header else ()
            body = list(enumerate(rows))[len(heads) :]
            for on, lower in groupby(body, key=lambda each: starts.get(each[0], first)):
                yield on, Table((*heads, *(row for _, row in lower)), header, caption)
                caption = ()
            if not body:
                yield first, block
        case _:
            yield first, block


def _signs_first(found: tuple[Block, ...]) -> tuple[Block, ...]:
    calls = [place for place, block in enumerate(found) if isinstance(block, Callout) and block.tone is Tone.CALL_NOW]
    if not calls:
        return found
    numbers = _end_of(found, calls[-1] + 1, Contacts)
    notes = _end_of(found, numbers, Callout)
    lines = min(_end_of(found, notes, Paragraph), notes + LINES)
    first = (*found[calls[0] : numbers], *found[notes:lines], *found[numbers:notes])
    return (found[0], *first, *found[1 : calls[0]], *found[lines:])


def _end_of(found: tuple[Block, ...], start: int, kind: type[Block]) -> int:
    """Return where blocks of one kind, from a place on, end."""
    while start < len(found) and isinstance(found[start], kind):
        start += 1
    return start
