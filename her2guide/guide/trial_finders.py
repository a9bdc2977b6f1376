"""Where a person can look for a trial: each finder with what it does and how it is reached."""

from datetime import date

from her2guide.guide.document import Block, Bullets, Line, Role, Span
from her2guide.guide.program_words import reach
from her2guide.library.freshness import shows_number
from her2guide.library.library import Library
from her2guide.library.program_records import AssistanceProgram
from her2guide.model.programs import ProgramKind


def trial_finders(told: tuple[str, ...], library: Library, today: date) -> tuple[Block, ...]:
    """Return the finders, one line each; of one that is due a sentence says that its number and address are left out.

    `told` are the programs of which the guide has told already what they do: of them how to reach them is enough.
    """
    return (Bullets(tuple(_one(entry, entry in told, library, today) for entry in _finders(library))),)


def finder_sources(library: Library) -> tuple[str, ...]:
    """Return the sources of the finders."""
    return tuple(source for found in _finders(library).values() for source in found.sources)


def _finders(library: Library) -> dict[str, AssistanceProgram]:
    return {entry: found for entry, found in library.programs.items() if found.kind is ProgramKind.TRIAL_FINDER}


def _one(entry: str, is_told: bool, library: Library, today: date) -> Line:
    words, program = library.program_words[entry], library.programs[entry]
    texts = [] if is_told else [words.does, words.call]
    fresh = shows_number(program, library, today)
    texts.append(reach(program, library) if fresh else library.word("programs.due"))
    return Span(f"{words.name}. ", Role.STRONG), Span(" ".join(texts))
