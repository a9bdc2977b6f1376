"""The guide document: what screen, paper, text and JSON all show. Nothing here knows how it is shown."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from her2guide.guide.words import Line, Role, Span, line, plain, typed

if TYPE_CHECKING:
    from her2guide.guide.pictures import Picture

__all__ = ["Line", "Role", "Span", "line", "plain", "typed"]  # whoever reads blocks reads their words


class Tone(StrEnum):
    """How a callout sounds. Only `EMERGENCY`, which is for 911, and `CALL_NOW` are amber."""

    EMERGENCY = "emergency"
    CALL_NOW = "call_now"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; the section's own title stands above it."""

    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A list in order, numbered by the renderer. `first` is more than one where a list goes on."""

    items: tuple[Line, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. The first row is the header when `header` is true; every row has the same width."""

    rows: tuple[tuple[Line, ...], ...]
    header: bool = True
    caption: Line = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """A panel: one sentence, and perhaps a list under it. Neighbours of one tone are drawn as one panel.

    `signs`: for each item the sign whose picture stands before it (`pictures.SIGNS`), or none at all.
    """

    text: Line
    items: tuple[Line, ...] = ()
    tone: Tone = Tone.NOTE
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """Label and number pairs. An empty number is a line to write on, never "None"."""

    rows: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class AskList:
    """Questions to ask, each with room for an answer on paper. `ranked` are numbered: these matter most."""

    items: tuple[Line, ...]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A drawn picture with its words for those who do not see it.

    `said`: those words as a line, where they tell facts; its text is the picture's alt text. `other`: the same drawn
    another way, which a window may offer.
    """

    picture: "Picture"
    said: Line = ()
    other: "PictureBlock | None" = None


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card: a head, and what stands under it."""

    head: Line
    parts: tuple[Paragraph | Bullets | Contacts, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out, fold and carry. Paper prints it in its true size, twice."""

    front: Face
    back: Face


@dataclass(frozen=True, slots=True)
class Diary:
    """A sheet to fill in: what to note on each of some days. Paper has a cell for each."""

    items: tuple[Line, ...]
    days: int


Block = Heading | Paragraph | Bullets | Steps | Table | Callout | Contacts | AskList | PictureBlock | Card | Diary


class Audience(StrEnum):
    """Who a section is written for."""

    READER = "reader"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of blocks. `starts_page` asks paper for a fresh page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    audience: Audience = Audience.READER
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One line of the reference list as a person may see it; `address` is empty unless allow-listed."""

    id: str
    title: str
    address: str
    date: str
    checked: datetime.date


@dataclass(frozen=True, slots=True)
class ContentState:
    """Which content made this guide, and how old it is."""

    version: str
    newest_review: datetime.date
    reviewed_by: str | None
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words that stand around the guide, in its language."""

    mark: str  # "My guide"
    footer: str  # education line and review state
    page_of: str  # "Page {page} of {pages}"
    parts: str  # "Parts of this guide": names the list of parts on a page of the web
    skip: str  # "Go to the guide": leads past that list


@dataclass(frozen=True, slots=True)
class GuideDocument:
    """The whole guide for one person on one day."""

    language: str
    today: datetime.date
    content: ContentState
    furniture: Furniture
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    red_flags: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()  # of programs, allow-listed; where one stands it may be a link


def lines_of(block: Block) -> tuple[Line, ...]:
    """Return every line of a block in reading order; a picture has its alt text."""
    match block:
        case Heading(text) | Paragraph(text):
            return (text,)
        case Bullets(items) | Steps(items) | AskList(items) | Diary(items):
            return items
        case Card(front, back):
            return tuple(each for face in (front, back) for each in (face.head, *_lines(face.parts)))
        case Table(rows, _, caption):
            return (*((caption,) if caption else ()), *(cell for row in rows for cell in row))
        case Callout(text, items):
            return (text, *items)
        case Contacts(rows):
            return tuple(cell for row in rows for cell in row)
        case PictureBlock(picture, said):
            return (said or line(picture.alt),)


def reworded(block: Block, reword: Callable[[Line], Line]) -> Block:
    """Return a paragraph, a list, a panel or a table with each of its lines changed; any other block as it is.

    The head of a table stays as it is.
    """
    match block:
        case Paragraph(text):
            return replace(block, text=reword(text))
        case Bullets(items) | Steps(items) | AskList(items):
            return replace(block, items=tuple(map(reword, items)))
        case Callout(text, items):
            return replace(block, text=reword(text), items=tuple(map(reword, items)))
        case Table(rows, header):
            head = rows[:1] if header else ()
            body = tuple(tuple(map(reword, row)) for row in rows[len(head) :])
            return replace(block, rows=(*head, *body))
    return block


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        yield from lines_of(block)


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield every span of the blocks in reading order."""
    for each in _lines(blocks):
        yield from each


def facts_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the fact ids the blocks print, each once, in order of first use."""
    return tuple(dict.fromkeys(span.target for span in spans_of(blocks) if span.role is Role.FACT))


def others_drawn(section: Section) -> Section:
    """Return a section with each picture that can be drawn another way drawn so."""
    return replace(section, blocks=tuple(_other(block) or block for block in section.blocks))


def has_others(section: Section) -> bool:
    """Return whether a picture of a section can be drawn another way."""
    return any(_other(block) for block in section.blocks)


def _other(block: Block) -> PictureBlock | None:
    return block.other if isinstance(block, PictureBlock) else None


def panel_length(blocks: Sequence[Block]) -> int:
    """Return how many blocks from the first on share one panel.

    Callouts of one tone do. So do phone numbers after a call-now callout: they belong where the signs are.
    """
    first = blocks[0]
    if not isinstance(first, Callout):
        return 0
    length = 0
    for block in blocks:
        same = isinstance(block, Callout) and block.tone is first.tone
        if not same and not (first.tone is Tone.CALL_NOW and isinstance(block, Contacts)):
            break
        length += 1
    return length
