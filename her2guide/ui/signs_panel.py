"""The signs panel of the start page, without the template engine, which the first page is not to wait for."""

import re

from her2guide.guide.document import Block, Callout, Line, Role, Span, Tone, line
from her2guide.library.library import Library
from her2guide.library.records import Urgency

_FACT = re.compile(r'\{\{ fact\("([^"]+)"\) \}\}')


def signs_blocks(library: Library) -> tuple[Block, ...]:
    """Return the same blocks as `guide.signs.signs`; a test compares them."""
    core = [name for name, flag in library.signs.items() if flag.core and flag.urgency is Urgency.CALL_NOW]
    texts = [library.red_flag_words[name].text for name in core]
    if any(set("{*_[`\\") & set(_FACT.sub("", text)) for text in texts):
        from her2guide.guide.signs import signs  # a sign that needs the whole engine

        return signs(library)
    return (
        Callout(line(library.word("signs.emergency")), (), Tone.CALL_NOW),
        Callout(line(library.word("signs.call-now")), tuple(_words(text, library) for text in texts), Tone.CALL_NOW),
    )


def _words(text: str, library: Library) -> Line:
    """Return a sign with its facts filled in."""
    pieces = _FACT.split(text)
    spans = [
        Span(library.sign_facts[piece].value, Role.FACT, piece) if place % 2 else Span(piece)
        for place, piece in enumerate(pieces)
    ]
    return tuple(span for span in spans if span.text)
