"""Typed texts that are too long for a page, cut with a mark that says so."""

from dataclasses import replace

from her2guide.guide.document import AskList, Block, Contacts, Line, Paragraph, Role, Span, Steps, Table

_LINE = 60  # characters: a line break takes as much room as a line of words


def cut_typed(block: Block, room: int, mark: str) -> Block:
    """Return a block in which no typed text is much longer than `room` characters; `mark` stands where one was cut."""

    def cut(text: Line) -> Line:
        return tuple(piece for span in text for piece in _cut(span, room, mark))

    match block:
        case Paragraph(text):
            return Paragraph(cut(text))
        case AskList(items) | Steps(items):
            return replace(block, items=tuple(map(cut, items)))
        case Contacts(rows):
            return Contacts(tuple((label, cut(number)) for label, number in rows))
        case Table(rows):
            return replace(block, rows=tuple(tuple(map(cut, row)) for row in rows))
    return block


def _cut(span: Span, room: int, mark: str) -> Line:
    """Return a span whole, or its first words and the mark; a line break in what is left becomes a space."""
    if span.role is not Role.TYPED or len(span.text) + _LINE * span.text.count("\n") <= room:
        return (span,)
    words = " ".join(span.text.split())
    if len(words) <= room:
        return (replace(span, text=words),)
    whole = words[: room + 1].rpartition(" ")[0]
    return (replace(span, text=whole or words[:room]), Span(f" {mark}"))
