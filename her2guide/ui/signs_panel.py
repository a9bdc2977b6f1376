"""The signs of the start page, without the guide's blocks and the template engine, which it is not to wait for."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from her2guide.guide.words import Line, Role, Span, line
from her2guide.library.library import Library
from her2guide.library.records import Urgency
from her2guide.ui.buttons import CallButton
from her2guide.ui.callouts import callout, callout_panel, plain_text
from her2guide.ui.layout import Panel

if TYPE_CHECKING:
    from her2guide.guide.document import Block

_FACT = re.compile(r'\{\{ fact\("([^"]+)"\) \}\}')


def signs_panel(library: Library, have_one: Callable[[], None]) -> Panel:
    """Return the panel that `signs_blocks` are shown in, with its button."""
    panel = callout_panel(urgent=True)
    panel.add(*callout(line(library.word("signs.emergency")), (), plain_text, urgent=True))
    panel.add(*callout(line(library.word("signs.call-now")), _signs(library), plain_text, urgent=True))
    button = CallButton(library.word("window.have-one"))
    button.clicked.connect(have_one)
    panel.add(button)
    return panel


def signs_blocks(library: Library) -> "tuple[Block, ...]":
    """Return the same blocks as `guide.signs.signs`; a test compares them."""
    from her2guide.guide.document import Callout, Tone

    return (
        Callout(line(library.word("signs.emergency")), (), Tone.CALL_NOW),
        Callout(line(library.word("signs.call-now")), _signs(library), Tone.CALL_NOW),
    )


def _signs(library: Library) -> tuple[Line, ...]:
    """Return the words of the signs to call about."""
    core = [name for name, flag in library.signs.items() if flag.core and flag.urgency is Urgency.CALL_NOW]
    texts = [library.red_flag_words[name].text for name in core]
    if any(set("{*_[`\\") & set(_FACT.sub("", text)) for text in texts):
        from her2guide.guide.signs import core_signs  # a sign that needs the whole engine

        return tuple(words for _, words in core_signs(library))
    return tuple(_words(text, library) for text in texts)


def _words(text: str, library: Library) -> Line:
    """Return a sign with its facts filled in."""
    pieces = _FACT.split(text)
    spans = [
        Span(library.sign_facts[piece].value, Role.FACT, piece) if place % 2 else Span(piece)
        for place, piece in enumerate(pieces)
    ]
    return tuple(span for span in spans if span.text)
