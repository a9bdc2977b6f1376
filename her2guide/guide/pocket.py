"""The few words that fit into a square that a phone reads: what to call about, whom, and the result if it is wanted.

Everyone who looks at the phone can read them, so they name no result unless that is asked for.
"""

from collections.abc import Iterator
from datetime import date

from her2guide.guide.call_page import known_numbers
from her2guide.guide.document import plain
from her2guide.guide.page_one import open_help_line
from her2guide.guide.reading import result_titles
from her2guide.guide.signs import core_signs
from her2guide.guide.voice import format_date
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.profile import profile

LONGEST = 600  # bytes; more squares than that, and a phone has to be held still for long


def pocket_lines(answers: Answers, library: Library, today: date, *, result: bool = False) -> tuple[str, ...]:
    """Return the lines, at most `LONGEST` bytes with a line break between them.

    The signs are always there. What else has no room is left out whole: a number that is cut is worse than none.
    Raises `AnswersError` for answers that contradict each other, if the result is asked for.
    """
    lines = list(_always(library))
    for more in _more(answers, library, today, result=result):
        if len("\n".join((*lines, more)).encode()) <= LONGEST:
            lines.append(more)
    return tuple(lines)


def _always(library: Library) -> Iterator[str]:
    yield library.word("pocket.what")
    yield library.word("signs.emergency")
    signs = "; ".join(plain(words) for _, words in core_signs(library))
    yield library.say("pocket.signs", call=library.word("signs.call-now"), signs=signs)


def _more(answers: Answers, library: Library, today: date, *, result: bool) -> Iterator[str]:
    """Yield what follows, that which matters most first."""
    if result:
        yield " ".join(library.say("pocket.result", title=title) for title in result_titles(profile(answers), library))
    for block in known_numbers(answers, library):
        for label, number in block.rows:
            yield library.say("pocket.number", label=plain(label), number=plain(number))
    if (found := open_help_line(library, today)) is not None:
        name, checked = library.program_words[found[0]].name, format_date(found[1].checked, library)
        yield library.say("page-one.talk", name=name, phone=found[1].phone, checked=checked)
    yield library.say("pocket.made", today=format_date(today, library))
