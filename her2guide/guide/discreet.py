"""A guide where others may see the screen or the paper: no title and no heading tells a result."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from her2guide.guide.document import (
    Block,
    Heading,
    Line,
    Paragraph,
    Role,
    Section,
    Span,
    line,
    plain,
    reworded,
)
from her2guide.library.library import Library
from her2guide.library.order import RESULT, SECTIONS


def tells(words: str, library: Library) -> bool:
    """Return whether words hold one that can tell a result."""
    said = words.casefold()
    return any(word in said for word in library.word("result.tells").casefold().split(", "))


def in_discreet(sections: Sequence[Section], library: Library) -> tuple[Section, ...]:
    """Return the sections with titles that tell nothing; where a text names a page, it has its new title.

    What the title of page one said comes first in its text, and a heading that tells becomes a line of the text.
    """
    titles = {section.title: _title(section, library) for section in sections}
    named = {f"“{title}”": f"“{new}”" for title, new in titles.items() if new != title}
    return tuple(_section(section, titles, named, library) for section in sections)


def _title(section: Section, library: Library) -> str:
    if section.id == RESULT:
        return library.word("result.discreet")
    ours = section.id in (*SECTIONS, *library.topics)
    return (ours and library.section_file(section.id).head.title_discreet) or section.title


def _section(section: Section, titles: Mapping[str, str], named: Mapping[str, str], library: Library) -> Section:
    said = (Paragraph(line(library.say("result.said", title=section.title))),) if section.id == RESULT else ()
    blocks = (_block(block, titles, named, library) for block in section.blocks)
    return replace(section, title=titles[section.title], blocks=(*said, *blocks))


def _block(block: Block, titles: Mapping[str, str], named: Mapping[str, str], library: Library) -> Block:
    def renamed(words: Line) -> Line:
        return tuple(_span(span, named) for span in words)

    if isinstance(block, Heading):
        old = plain(block.text)
        new = titles.get(old, old)
        words = block.text if new == old else line(new)
        return Paragraph(_strong(words)) if tells(new, library) else Heading(words)
    return reworded(block, renamed)


def _strong(words: Line) -> Line:
    return tuple(replace(span, role=Role.STRONG) if span.role is Role.PLAIN else span for span in words)


def _span(span: Span, named: Mapping[str, str]) -> Span:
    """Return a span with the pages it names by their new titles; what a person typed stays as it is."""
    text = span.text
    if span.role is not Role.TYPED:
        for title, new in named.items():
            text = text.replace(title, new)
    return replace(span, text=text) if text != span.text else span
