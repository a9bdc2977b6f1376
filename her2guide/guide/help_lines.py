"""Phone lines by need: those for this person, less the numbers that are too old to print."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from her2guide.guide.document import Block, Bullets, Line, Paragraph, Role, Span, line
from her2guide.guide.program_words import languages_of
from her2guide.guide.voice import format_date
from her2guide.library.freshness import shows_number
from her2guide.library.library import Library
from her2guide.library.program_records import AssistanceProgram
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile


def fresh_help_lines(library: Library, today: date) -> Mapping[str, AssistanceProgram]:
    """Return the lines whose number is not too old to print."""
    lines = {entry: library.programs[entry] for entry in library.help_lines}
    return {entry: found for entry, found in lines.items() if shows_number(found, library, today)}


def help_lines_for(profile: Profile, library: Library, today: date) -> Mapping[str, AssistanceProgram]:
    """Return the lines that this person's guide prints."""
    wanted = _wanted(profile, library)
    return {entry: found for entry, found in fresh_help_lines(library, today).items() if entry in wanted}


def _wanted(profile: Profile, library: Library) -> tuple[str, ...]:
    lines = library.help_lines.items()
    return tuple(entry for entry, found in lines if evaluate(found.when, profile) is State.MET)


def help_lines(profile: Profile, told: tuple[str, ...], library: Library, today: date) -> tuple[Block, ...]:
    """Return the lines by need, or whom to ask for one when every number is too old.

    The day on which most numbers were last checked is said once, below them; another day stands at its number.
    `told` are the programs of which the guide has told already what they do: of them need and number are enough.
    """
    found = help_lines_for(profile, library, today)
    if not found:
        return (Paragraph(line(library.word("page-one.talk-nobody"))),)
    days = Counter(item.checked for item in found.values())
    usual = max(days, key=lambda day: (days[day], day))
    items = (_one(entry, item, entry in told, library, usual) for entry, item in found.items())
    notes = [library.say("help-line.usual", checked=format_date(usual, library))]
    if len(found) < len(_wanted(profile, library)):
        notes.append(library.word("help-line.left-out"))
    return (Bullets(tuple(items)), *(Paragraph(line(note)) for note in notes))


def open_lines(library: Library, today: date) -> tuple[Block, ...]:
    """Return need and number of the lines that answer at any hour, or whom to ask when every number is too old.

    The page “Help by phone” tells what they do.
    """
    found = {entry: item for entry, item in fresh_help_lines(library, today).items() if item.always_open}
    if not found:
        return (Paragraph(line(library.word("page-one.talk-nobody"))),)
    return (Bullets(tuple(_one(entry, item, True, library, None) for entry, item in found.items())),)


def line_sources(profile: Profile, library: Library, today: date) -> tuple[str, ...]:
    """Return the sources of the lines printed."""
    return tuple(source for found in help_lines_for(profile, library, today).values() for source in found.sources)


def _one(entry: str, found: AssistanceProgram, is_told: bool, library: Library, usual: date | None) -> Line:
    """Return need, name and number, with the day it was checked where that is not the `usual` one, told below."""
    words = library.program_words[entry]
    number = "help-line.number" if found.checked != usual else "help-line.number-alone"
    checked = format_date(found.checked, library)
    texts = [library.say(number, name=words.name, phone=found.phone, checked=checked)]
    if not is_told:
        texts.append(words.does)
        if found.languages:
            texts.append(library.say("programs.languages", languages=languages_of(found, library)))
    return (Span(f"{words.need}: ", Role.STRONG), Span(" ".join(texts)))
