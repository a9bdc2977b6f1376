"""Pages about the program itself: help, keys, and who makes it. In the blocks of the guide, and part of none."""

from her2guide.guide.document import Block, Bullets, Heading, Paragraph, Table, line
from her2guide.guide.review import review_state
from her2guide.guide.voice import format_date
from her2guide.library.library import Library

HELP = ("answer", "read", "size", "hide", "keep", "day", "leave", "unwell")
WITH_FILES = ("day",)  # on a shared machine there are no files
KEYS = ("tab", "back", "press", "arrows", "clear")
_LICENSES = {"code": "Apache-2.0", "texts": "CC BY 4.0", "font": "SIL OFL 1.1", "icons": "ISC, MIT", "qt": "LGPL-3.0"}


def help_blocks(library: Library, *, files: bool) -> tuple[Block, ...]:
    """Return how to go about in the program."""
    blocks: list[Block] = []
    for name in HELP:
        if files or name not in WITH_FILES:
            blocks += [
                Heading(line(library.word(f"help.{name}"))),
                Paragraph(line(library.word(f"help.{name}-more"))),
            ]
    return tuple(blocks)


def keys_blocks(library: Library, clear: str) -> tuple[Block, ...]:
    """Return which key does what; `clear` are the keys for Clear and leave, as this computer writes them."""
    word = library.word
    head = (line(word("keys.key")), line(word("keys.does")))
    rows = [(line(library.say(f"keys.{name}", keys=clear)), line(word(f"keys.{name}-does"))) for name in KEYS]
    return (Table((head, *rows)),)


def about_blocks(library: Library, version: str) -> tuple[Block, ...]:
    """Return who makes this and who pays, how old its words are and who reviewed them, its limits and its licenses."""
    word, say, edition = library.word, library.say, library.edition
    checked = format_date(edition.checked, library)
    made = [line(word(f"about.{name}")) for name in ("made", "paid", "network")]
    content = [
        line(say("about.version", version=version)),
        line(say("review.edition", version=edition.version, checked=checked)),
        line(review_state(library)),
    ]
    limits = [line(word(f"about.limit-{name}")) for name in ("education", "invasive", "country", "old")]
    licenses = [line(say(f"about.license-{name}", license=words)) for name, words in _LICENSES.items()]
    return (
        Heading(line(word("about.who"))),
        Bullets(tuple(made)),
        Heading(line(word("about.content"))),
        Bullets(tuple(content)),
        Heading(line(word("about.limits"))),
        Bullets(tuple(limits)),
        Heading(line(word("about.licenses"))),
        Bullets(tuple(licenses)),
        Paragraph(line(word("about.others"))),
    )
