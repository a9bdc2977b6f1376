"""The guide as plain text: one paragraph or item per line, easy to read by ear and to compare."""

import textwrap
from collections.abc import Iterator

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
    plain,
)
from her2guide.output.typed_text import visible

WRITE_IN = "____________"
_WIDE = 3  # columns: with fewer, a row is a label and its value


def render_text(document: GuideDocument, *, width: int | None = None) -> str:
    """Return the guide as text that ends with a newline; long lines are wrapped only if a width is given."""
    furniture = document.furniture
    parts = [[visible(furniture.mark)]]
    for section in document.sections:
        parts.append([visible(section.title)])
        parts += [list(_block(block)) for block in section.blocks]
    parts.append([visible(furniture.footer)])
    rows: list[str] = []
    for part in parts:
        rows += ["", *part] if rows else part
    if width is not None:
        rows = [wrapped for row in rows for wrapped in _wrap(row, width)]
    return "\n".join(rows) + "\n"


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one plain case for each kind of block
    match block:
        case Heading(text) | Paragraph(text):
            yield _words(text)
        case Bullets(items):
            yield from _items("- ", items)
        case Steps(items, first):
            for place, item in enumerate(items, first):
                yield from _items(f"{place}. ", (item,))
        case AskList(items, ranked):
            for place, item in enumerate(items, 1):
                yield from _items(f"{place}. " if ranked else "[ ] ", (item,))
        case Table():
            yield from table_lines(block)
        case Callout(text, items):
            yield _words(text)
            yield from _items("- ", items)
        case Contacts(pairs):
            for label, number in pairs:
                yield f"{_one_line(label)}: {_one_line(number) or WRITE_IN}"
        case PictureBlock(picture):
            yield f"[Picture: {visible(picture.alt)}]"
        case Card(front, back):
            for face in (front, back):
                yield _words(face.head)
                for part in face.parts:
                    yield from _block(part)
        case Diary(items):
            for item in items:
                yield f"{_one_line(item)} {WRITE_IN}"


def table_lines(block: Table) -> Iterator[str]:
    """Yield the rows so that each can be followed by ear: a label and its value; of several, each behind its name."""
    if block.caption:
        yield _words(block.caption)
    rows = [[_one_line(cell) for cell in row] for row in block.rows]
    if not block.header or len(rows) == 1 or len(rows[0]) < _WIDE:  # a head with no rows under it names nothing
        yield from map(": ".join, rows)
        return
    (head, *names), *body = rows
    yield head or ", ".join(names)
    for label, *cells in body:
        said = (f"{name}, {cell}" for name, cell in zip(names, cells, strict=True))
        yield f"{label}: {'; '.join(said)}"


def _words(text: Line) -> str:
    return visible(plain(text))


def _one_line(text: Line) -> str:
    """A row stays one line, so a line break that was typed into it becomes a space."""
    return _words(text).replace("\n", " ")


def _items(sign: str, items: tuple[Line, ...]) -> Iterator[str]:
    """Yield items behind their sign; a typed line break goes on under the words, not under the sign."""
    for item in items:
        yield sign + _words(item).replace("\n", "\n" + " " * len(sign))


def _wrap(row: str, width: int) -> Iterator[str]:
    sign = next((each for each in ("- ", "[ ] ") if row.startswith(each)), "")
    wrapper = textwrap.TextWrapper(max(width, 20), break_long_words=False, break_on_hyphens=False)
    wrapper.subsequent_indent = " " * len(sign)
    for each in row.split("\n"):
        yield from wrapper.wrap(each) or [""]
