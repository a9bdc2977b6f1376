"""Phone lines by need: those for this person, less the numbers that are too old to print."""

from collections.abc import Mapping
from datetime import date

from her2guide.guide.document import Block, Bullets, Line, Paragraph, Role, Span, line
from her2guide.guide.voice import format_date
from her2guide.library.freshness import Age, age_by, clock_is_wrong
from her2guide.library.library import Library
from her2guide.library.records import HelpLine, Shelf
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile


def fresh_help_lines(library: Library, today: date) -> Mapping[str, HelpLine]:
    """Return the lines whose number is not too old to print."""
    wrong = clock_is_wrong(library, today)
    return {
        entry: found
        for entry, found in library.help_lines.items()
        if age_by(found.due, Shelf.MONEY, today, clock_wrong=wrong) is not Age.EXPIRED
    }


def help_lines_for(profile: Profile, library: Library, today: date) -> Mapping[str, HelpLine]:
    """Return the lines that this person's guide prints."""
    fresh = fresh_help_lines(library, today).items()
    return {entry: found for entry, found in fresh if evaluate(found.when.condition(), profile) is State.MET}


def help_lines(profile: Profile, library: Library, today: date) -> tuple[Block, ...]:
    """Return the lines by need, or whom to ask for one when every number is too old."""
    found = help_lines_for(profile, library, today)
    if not found:
        return (Paragraph(line(library.word("page-one.talk-nobody"))),)
    return (Bullets(tuple(_one(entry, item, library) for entry, item in found.items())),)


def _one(entry: str, found: HelpLine, library: Library) -> Line:
    words = library.help_line_words[entry]
    checked = format_date(found.checked, library)
    number = library.say("help-line.number", name=found.name, phone=found.phone, checked=checked)
    return (Span(f"{words.need}: ", Role.STRONG), Span(f"{number} {words.text}"))
