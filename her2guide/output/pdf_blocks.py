"""From blocks to flowables: one small function for each kind of block."""

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Role,
    Span,
    Steps,
    Table,
    Tone,
    panel_length,
    plain,
)
from her2guide.guide.pictures import draw_sign
from her2guide.output.pdf_cards import CardSheet, DiarySheet
from her2guide.output.pdf_code import Code
from her2guide.output.pdf_flow import Beside, Figure, Item, Panel, Sign, WriteIn
from her2guide.output.pdf_para import Para
from her2guide.output.pdf_style import Style, short_style
from her2guide.output.pdf_table import Grid, column_widths
from her2guide.output.pdf_text import Words
from her2guide.output.printed import TITLE

GAP = 16.0  # between two columns
COLON = Span(": ")
MANY, FEW_WORDS = 4, 38  # items that may stand in two columns; letters that a line of a column surely holds
LONG_ONE = 3  # items of which one may take two lines there
SIGN_SIZE = 20.0  # of the picture of a sign
PANELS = {Tone.EMERGENCY: ("amber", "amberline"), Tone.CALL_NOW: ("amberbg", "amberline"), Tone.NOTE: ("tint",)}
BLANK = "\u00a0"  # in the size of a number, so that a line to fill in stands level with one that is filled


class Blocks:
    """Makes the flowables of one document."""

    def __init__(self, style: Style, words: Words) -> None:
        self.style, self.words = style, words
        self.at = (0, TITLE)  # the section and the block that are made now

    def para(self, text: Line, style: ParagraphStyle, block: Block | None, tag: str = "P", item: int = 0) -> Para:
        """Return a paragraph that remembers its block, and which item or row of it this is."""
        fragments = self.words.fragments(text, style)
        para = Para(self.words.markup(text) if fragments is None else "", style, frags=fragments)
        para.block, para.spot, para.tag = block, (*self.at, item), tag
        return para

    def flow(self, blocks: Sequence[Block]) -> Iterator[Flowable]:
        """Yield the flowables of blocks; callouts that stand together share a panel."""
        place = 0
        while place < len(blocks):
            end = place + panel_length(blocks[place:])
            self.at = (self.at[0], place)
            if end > place:
                yield self._panel(blocks[place:end])
            else:
                end = place + 1
                yield from self._block(blocks[place])
            place = end

    def _block(self, block: Block) -> Iterator[Flowable]:  # noqa: C901 - one plain case for each kind of block
        match block:
            case Heading(text):
                yield self.para(text, self.style.h2, block, "H2")
            case Paragraph(text):
                yield self.para(text, self.style.body, block)
            case Bullets(items):
                made = self.items(items, block, Sign.DISC)
                yield from self._two_columns(made) if _are_few_words(items) else made
            case Steps(items, first):
                yield from self.items(items, block, Sign.MARGIN if self.style.close else Sign.NUMBER, first=first)
            case AskList(items, ranked=True):
                yield Panel([*self.items(items, block, Sign.NUMBER, write=True)], self.style, "tint")
            case AskList(items):
                yield from self.items(items, block, Sign.BOX, write=True)
            case Table(header=False):
                yield from self.at_size(short_style(self.style))._pairs(block)
            case Table():
                yield from self._table(block)
            case Contacts():
                yield from self._contacts(block)
            case PictureBlock():
                yield Figure(block, (*self.at, 0), self.style, self.words)
            case Callout():
                yield self._panel([block])
            case Card():
                yield CardSheet(block, self)
            case Diary():
                yield DiarySheet(block, self)

    def at_size(self, style: Style) -> "Blocks":
        """Return a maker for the same place in other type."""
        other = Blocks(style, self.words)
        other.at = self.at
        return other

    def items(
        self,
        items: Sequence[Line],
        block: Block,
        sign: Sign,
        *,
        write: bool = False,
        first: int = 1,
        row: int | None = None,
        signs: Sequence[str] = (),
    ) -> list[Item]:
        """Return the items of a list, numbered from `first`; `row` is the row of a table that the list stands for.

        `signs`: those whose pictures stand before the items.
        """
        made: list[Item] = []
        for number, item in enumerate(items):
            body = self.para(item, self.style.item, block, "LBody", number if row is None else row)
            address = self.words.program(item) if sign is Sign.DISC else ""
            code = Code(address, self.style.unit) if address else None
            picture = draw_sign(signs[number], SIGN_SIZE * self.style.unit, "ink") if signs else None
            made.append(Item(body, self.style, sign, first + number, write=write, code=code, picture=picture))
        if any(each.code for each in made):
            for each in made:
                each.spaceAfter = 9.0 * self.style.unit  # codes stand clear of each other
        if made:
            made[0].spaceBefore = 4.0 * self.style.near
            made[-1].spaceAfter = 10.0 * self.style.near
        return made

    def _table(self, block: Table) -> Iterator[Flowable]:
        if block.caption:
            yield self.para(block.caption, self.style.caption, block, "Caption")
        columns = max(map(len, block.rows), default=0)
        if not columns:
            return
        rows = [(*row, *((),) * (columns - len(row))) for row in block.rows]
        if self.style.large and columns > 2:
            yield from self._table_as_list(rows, block)
            return
        heads = 1 if block.header else 0
        header = [self.para(cell, self.style.item_bold, block, "TH") for row in rows[:heads] for cell in row]
        tags = ["TH-row" if columns > 1 else "TD", *["TD"] * (columns - 1)]
        body = [
            [self.para(cell, self.style.item, block, tag, number) for cell, tag in zip(row, tags, strict=True)]
            for number, row in enumerate(rows[heads:], start=heads)
        ]
        drawn = [[self.words.drawn(plain(cell)) for cell in row] for row in rows]
        yield Grid(header, body, column_widths(drawn, self.style, heads=heads))

    def _pairs(self, block: Table) -> Iterator[Flowable]:
        """Answers said back, each behind its label: small and in two columns, but in large print."""
        made = [self._pair(row, block, number) for number, row in enumerate(block.rows)]
        if self.style.large or len(made) < 2:
            yield from made
            return
        middle = (len(made) + 1) // 2
        yield Beside(list(made[:middle]), list(made[middle:]), GAP)

    def _pair(self, row: Sequence[Line], block: Table, number: int) -> Para:
        label, *values = row
        said = (*label, *(span for value in values for span in (COLON, *_bold(value))))
        return self.para(said, self.style.item, block, "P", number)

    def _table_as_list(self, rows: list[tuple[Line, ...]], block: Table) -> Iterator[Flowable]:
        """In large print a wide table is a list: each cell stands behind its column's name, the first in bold."""
        header = rows[0] if block.header else ((),) * len(rows[0])
        if block.header and len(rows) == 1:
            yield from self.items(header, block, Sign.DISC, row=0)
        for number, row in list(enumerate(rows))[1 if block.header else 0 :]:
            cells = [
                (*name, COLON, *cell) if plain(name).strip() else cell for name, cell in zip(header, row, strict=True)
            ]
            yield self.para(cells[0], self.style.caption, block, "RowHead", number)
            yield from self.items(cells[1:], block, Sign.DISC, row=number)

    def _contacts(self, block: Contacts, *, in_panel: bool = False) -> Iterator[Flowable]:
        """Yield labels and values. Words by hand need a whole line, a number in a panel half of one."""
        made = [self.contact(label, number, block) for label, number in block.rows]
        to_write = not any(plain(number).strip() for _, number in block.rows) and (len(made) > 2 or not in_panel)
        if made and to_write:
            made[-1].spaceAfter = self.style.body.spaceAfter
        yield from made if to_write else self._two_columns(made)

    def contact(self, label: Line, number: Line, block: Block) -> Flowable:
        """Return a label with its number, or with a line to write on."""
        words = f'<font size="{self.style.sizes.body.size:g}">{self.words.markup((*label, COLON))}</font>'
        if not plain(number).strip():
            body = Para(words + BLANK, self.style.number)
            body.block, body.spot = block, (*self.at, 0)
            return WriteIn(body)
        para = Para(words + self.words.markup(_bold(number)), self.style.number)
        para.block, para.spot = block, (*self.at, 0)
        return para

    def _panel(self, blocks: Sequence[Block]) -> Panel:
        parts: list[Flowable] = []
        section, first = self.at
        for place, block in enumerate(blocks, start=first):
            self.at = (section, place)
            match block:
                case Callout():
                    made = list(self._callout(block))
                case Contacts():
                    made = list(self._contacts(block, in_panel=True))
                case _:
                    made = list(self._block(block))
            if parts and made:
                parts[-1].spaceAfter = max(parts[-1].getSpaceAfter(), 6.0 * self.style.unit * self.style.near)
            parts += made
        tone = blocks[0].tone if isinstance(blocks[0], Callout) else Tone.NOTE
        if parts:
            parts[-1].spaceAfter = 0.0
        return Panel(parts, self.style, *PANELS[tone])

    def _callout(self, block: Callout) -> Iterator[Flowable]:
        yield self.para(block.text, self.style.panel_head if block.items else self.style.item, block)
        sign = Sign.PICTURE if block.signs else Sign.DISC
        made = self.items(block.items, block, sign, signs=block.signs)
        yield from self._two_columns(made, long_one=2 if block.signs else LONG_ONE)

    def _two_columns(self, parts: Sequence[Flowable], *, long_one: int = LONG_ONE) -> Iterator[Flowable]:
        """Set short parts in two columns, read down the left one first. Large print keeps to one.

        One of `long_one` parts may take two lines; a picture before each keeps such parts apart.
        """
        half = (self.style.width - 2 * 14.0 - GAP) / 2
        long = sum(not _is_one_line(part, half) for part in parts)
        if self.style.large or not 1 < len(parts) <= 12 or long > len(parts) // long_one:
            yield from parts
            return
        middle = (len(parts) + 1) // 2
        yield Beside(list(parts[:middle]), list(parts[middle:]), GAP)


def _are_few_words(items: Sequence[Line]) -> bool:
    """Return whether items are so many and so short that two columns are worth a look."""
    long = sum(len(plain(item)) > FEW_WORDS for item in items)
    return len(items) >= MANY and long <= len(items) // LONG_ONE


def _is_one_line(part: Flowable, width: float) -> bool:
    body = part.body if isinstance(part, Item | WriteIn) else part
    _, height = part.wrap(width, 1e6)
    return isinstance(body, Para) and height < 1.6 * body.style.leading


def _bold(text: Line) -> Line:
    return tuple(Span(span.text, Role.TYPED, bold=True) for span in text)
