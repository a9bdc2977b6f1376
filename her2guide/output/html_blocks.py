"""From blocks to HTML: one small function for each kind of block."""

from collections.abc import Iterator, Sequence

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Face,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Section,
    Steps,
    Table,
    Tone,
    line,
    panel_length,
    plain,
)
from her2guide.guide.pictures import Picture, draw_sign, shapes
from her2guide.output.html_words import Words
from her2guide.output.svg import measured, ornament, svg

SIGN_SIZE = 28.0  # of the picture of a sign, in such pixels
PANELS = {Tone.EMERGENCY: " call-now emergency", Tone.CALL_NOW: " call-now", Tone.NOTE: ""}  # more classes of a panel
BODY, SMALL = 16.0, 14.0  # type in pictures, in pixels of a page whose text is as large as usual
WIDTHS = {"wide": 640.0, "narrow": 336.0}  # each picture is drawn for a wide page and for a phone; the style shows one


class Blocks:
    """Makes the HTML of one document's sections. Every heading has a place, which a table after it can name."""

    def __init__(self, words: Words) -> None:
        self._words, self._headings, self._pictures = words, 0, 0

    def section(self, section: Section, place: str) -> str:
        """Return a section that is found at `place`."""
        self._words.next_section()
        fresh = ' class="fresh"' if section.starts_page else ""
        parts = [self._heading(2, line(section.title)), *self._flow(section.blocks)]
        return "\n".join([f'<section id="{place}"{fresh}>', *parts, "</section>"])

    def _heading(self, level: int, text: Line) -> str:
        self._headings += 1
        return f'<h{level} id="head-{self._headings}">{self._words.html(text)}</h{level}>'

    def _flow(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield blocks; callouts that stand together share a panel."""
        place = 0
        while place < len(blocks):
            length = panel_length(blocks[place:])
            yield self._panel(blocks[place : place + length]) if length else self._block(blocks[place])
            place += max(length, 1)

    def _block(self, block: Block) -> str:  # noqa: C901 - one plain case for each kind of block
        match block:
            case Heading(text):
                return self._heading(3, text)
            case Paragraph(text):
                return f"<p>{self._words.html(text)}</p>"
            case Bullets(items):
                return self._list("ul", items)
            case Steps(items, first):
                return self._list("ol", items, f' start="{first}"' if first != 1 else "")
            case AskList(items, ranked=True):
                return self._list("ol", items, ' class="asks"')
            case AskList(items):
                return self._list("ul", items, ' class="asks boxes" role="list"')
            case Table():
                return self._table(block)
            case Callout():
                return self._panel((block,))
            case Contacts(rows):
                return f'<dl class="contacts">{"".join(self._contact(*row) for row in rows)}</dl>'
            case PictureBlock(picture):
                return f"<figure>{''.join(self._drawn(picture))}</figure>"
            case Card():
                once = self._card(block, 'class="card"')
                return "\n".join([once, self._card(block, 'class="card copy" aria-hidden="true"')])
            case Diary():
                return self._diary(block)

    def _list(self, tag: str, items: Sequence[Line], attributes: str = "", signs: Sequence[str] = ()) -> str:
        pictures = [ornament(draw_sign(sign, SIGN_SIZE, "ink")) for sign in signs] or [""] * len(items)
        rows = "\n".join(
            f"<li>{picture}{self._words.html(item)}</li>" for picture, item in zip(pictures, items, strict=True)
        )
        return f"<{tag}{attributes}>\n{rows}\n</{tag}>"

    def _panel(self, blocks: Sequence[Block]) -> str:
        tone = blocks[0].tone if isinstance(blocks[0], Callout) else Tone.NOTE
        parts = [self._callout(block) if isinstance(block, Callout) else self._block(block) for block in blocks]
        return "\n".join([f'<div class="panel{PANELS[tone]}">', *parts, "</div>"])

    def _callout(self, block: Callout) -> str:
        words = self._words.html(block.text)
        if not block.items:
            return f"<p>{words}</p>"
        attributes = ' class="signs" role="list"' if block.signs else ""
        return f'<p class="lead">{words}</p>\n{self._list("ul", block.items, attributes, block.signs)}'

    def _contact(self, label: Line, number: Line) -> str:
        known = self._words.html(number) if plain(number).strip() else ""
        value = f"<dd>{known}</dd>" if known else '<dd class="write"></dd>'
        return f"<div><dt>{self._words.html(label)}:</dt> {value}</div>"

    def _table(self, table: Table) -> str:
        """Return a table. One without a caption is about the heading above it."""
        columns = max(map(len, table.rows), default=0)
        rows = [(*row, *((),) * (columns - len(row))) for row in table.rows]
        heads = 1 if table.header else 0
        about = "" if table.caption else f' aria-labelledby="head-{self._headings}"'
        parts = [f"<caption>{self._words.html(table.caption)}</caption>"] if table.caption else []
        parts += [f"<thead>{self._row(row, ['col'] * columns)}</thead>" for row in rows[:heads]]
        scopes = ["row" if columns > 1 else "", *[""] * (columns - 1)]
        parts += ["<tbody>", *(self._row(row, scopes) for row in rows[heads:]), "</tbody>"]
        return "\n".join([f"<table{about}>", *parts, "</table>"])

    def _row(self, cells: Sequence[Line], scopes: Sequence[str]) -> str:
        return f"<tr>{''.join(self._cell(*each) for each in zip(cells, scopes, strict=True))}</tr>"

    def _cell(self, cell: Line, scope: str) -> str:
        """Return a cell; an empty one heads nothing."""
        words = self._words.html(cell)
        return f'<th scope="{scope}">{words}</th>' if scope and plain(cell).strip() else f"<td>{words}</td>"

    def _card(self, card: Card, attributes: str) -> str:
        """Return both sides of a card. Paper has it twice, and it is read once."""
        return f"<div {attributes}>{self._face(card.front, 'front')}{self._face(card.back, 'back')}</div>"

    def _face(self, face: Face, side: str) -> str:
        parts = "\n".join(map(self._block, face.parts))
        return f'<div class="face {side}">{self._heading(3, face.head)}\n{parts}</div>'

    def _diary(self, diary: Diary) -> str:
        """Return what to note, each with an empty cell a day, which is drawn and not read."""
        days = f'<span class="days" aria-hidden="true">{"<i></i>" * diary.days}</span>'
        rows = "\n".join(f"<li><span>{self._words.html(item)}</span>{days}</li>" for item in diary.items)
        return f'<ul class="diary" role="list">\n{rows}\n</ul>'

    def _drawn(self, picture: Picture) -> Iterator[str]:
        """Yield a picture for a wide page and for a phone."""
        for kind, width in WIDTHS.items():
            self._pictures += 1
            yield svg(shapes(picture, width, BODY, SMALL, measured), picture.alt, kind, f"p{self._pictures}")
