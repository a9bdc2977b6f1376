"""What a screen reader should tell of a guide on paper: its blocks in order, each by its tag and words."""

from collections.abc import Iterable, Iterator, Sequence

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    GuideDocument,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Steps,
    Table,
    line,
    plain,
)
from her2guide.output.pdf_contents import FROM
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_text import Words
from her2guide.output.printed import AFTER, on_paper
from tests.output.reading import FONTS, squeezed
from tests.output.structure import Told

COLON = line(": ")
Part = tuple[str, Line]


def spoken(document: GuideDocument, *, large_print: bool = False) -> list[Told]:
    """Return every block of a guide as it should be told."""
    words = Words(load_fonts(FONTS))
    told: list[Told] = []
    for number, section in enumerate(on_paper(document, large_print=large_print).sections):
        if number == AFTER and len(document.sections) >= FROM:
            titles = [Told("TOCI", squeezed(words.drawn(each.title))) for each in document.sections]
            told += [Told("Sect"), Told("H1", squeezed(document.furniture.parts)), Told("TOC"), *titles]
        told.append(Told("Sect"))
        parts = [("H1", line(section.title)), *_blocks(section.blocks, large_print)]
        told += [Told(tag, squeezed(words.drawn(plain(text)))) for tag, text in parts]
    return told


def _blocks(blocks: Iterable[Block], large: bool) -> Iterator[Part]:
    for block in blocks:
        match block:
            case Table(rows, header=False):
                for label, *values in rows:
                    yield "P", (*label, *(span for value in values for span in (*COLON, *value)))
            case Table(rows) if large and max(map(len, rows), default=0) > 2:
                yield from _wide_table(block)
            case Table():
                yield from _table(block)
            case Card(front, back):
                for face in (front, back):
                    yield "H2", face.head
                    yield from _blocks(face.parts, large)
            case _:
                yield from _plain_block(block)


def _plain_block(block: Block) -> Iterator[Part]:  # noqa: C901 - one plain case for each kind of block
    match block:
        case Heading(text):
            yield "H2", text
        case Paragraph(text):
            yield "P", text
        case Bullets(items) | AskList(items, ranked=False):
            yield from _list(items)
        case Steps(items, first):
            yield from _list(items, first)
        case AskList(items, ranked=True):
            yield from _list(items, 1)
        case Callout(text, items):
            yield "P", text
            yield from _list(items)
        case Contacts(rows):
            for label, number in rows:
                yield "P", (*label, *COLON, *number)
        case PictureBlock(picture):
            yield "Figure", line(picture.alt)
        case Diary(items):
            yield "Table", ()
            for item in items:
                yield from (("TR", ()), ("TH", item))


def _table(table: Table) -> Iterator[Part]:
    columns = max(map(len, table.rows), default=0)
    if columns or table.caption:
        yield "Table", ()
    if table.caption:
        yield "Caption", table.caption
    for number, row in enumerate(table.rows):
        yield "TR", ()
        for place in range(columns):
            head = (table.header and not number) or (place == 0 and columns > 1)
            yield "TH" if head else "TD", row[place] if place < len(row) else ()


def _list(items: Sequence[Line], first: int | None = None) -> Iterator[Part]:
    if items:
        yield "L", ()
    for number, item in enumerate(items, start=first or 0):
        if first is not None:
            yield "Lbl", line(str(number))
        yield "LBody", item


def _wide_table(table: Table) -> Iterator[Part]:
    """Yield what large print makes of a table with many columns: a list for each row."""
    if table.caption:
        yield from (("Table", ()), ("Caption", table.caption))
    columns = max(map(len, table.rows))
    header = table.rows[0] if table.header else ((),) * columns
    if table.header and len(table.rows) == 1:
        yield from _list(header)
    for row in table.rows[1 if table.header else 0 :]:
        full = (*row, *((),) * (columns - len(row)))
        named = zip(header, full, strict=True)
        cells = [(*name, *COLON, *cell) if plain(name).strip() else cell for name, cell in named]
        yield "P", cells[0]
        yield from _list(cells[1:])
