"""Pieces of a file: each report or result in it, with what it says, before all are brought together."""

from dataclasses import dataclass, replace
from datetime import date

from her2guide.intake.coded_receptor import receptor_words
from her2guide.intake.findings import Reading, Source, Statement
from her2guide.intake.merge import choose
from her2guide.intake.notices import Notice

MANY_PEOPLE = Notice.MANY_PEOPLE


@dataclass(frozen=True, slots=True)
class Piece:
    """One report or result of a file. `title` is a neutral word for what it is; it names no person and no finding."""

    source: Source
    title: str
    when: date | None = None
    statements: tuple[Statement, ...] = ()
    warnings: tuple[str, ...] = ()
    born: str = ""  # the day of birth in the record, as digits: tells two people apart


_WHOLE_DAY = 8  # digits
CODED, IN_WORDS = "coded result", "result in words"
RESULTS = (CODED, IN_WORDS)
"""Titles of the pieces that are single results."""


def completed(found: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, with a receptor's word where a coded percentage is all that is said of it."""
    coded = [each for piece in found if piece.title == CODED for each in piece.statements]
    others = [each for piece in found if piece.title != CODED for each in piece.statements]
    more = receptor_words(coded, others)
    own = [[each for each in more if each.quote in {said.quote for said in piece.statements}] for piece in found]
    return tuple(
        replace(piece, statements=(*piece.statements, *added)) if piece.title == CODED else piece
        for piece, added in zip(found, own, strict=True)
    )


def reading(pieces: tuple[Piece, ...], source: Source) -> Reading:
    """Return what all pieces of a file say together."""
    if len({piece.born for piece in pieces if len(piece.born) == _WHOLE_DAY}) > 1:
        return choose((), source, (MANY_PEOPLE,))
    statements = tuple(statement for piece in pieces for statement in piece.statements)
    warnings = tuple(dict.fromkeys(warning for piece in pieces for warning in piece.warnings))
    return choose(statements, source, warnings)
