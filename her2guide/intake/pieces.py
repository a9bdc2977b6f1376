"""Pieces of a file: each report or result in it, with what it says, before all are brought together."""

from dataclasses import dataclass
from datetime import date

from her2guide.intake.findings import Reading, Source, Statement
from her2guide.intake.merge import choose

MANY_PEOPLE = "The file holds records of more than one person, so nothing was filled in. Choose a file of your own."


@dataclass(frozen=True, slots=True)
class Piece:
    """One report or result of a file. `title` is a neutral word for what it is; it names no person and no finding."""

    source: Source
    title: str
    when: date | None = None
    statements: tuple[Statement, ...] = ()
    warnings: tuple[str, ...] = ()


def reading(pieces: tuple[Piece, ...], source: Source) -> Reading:
    """Return what all pieces of a file say together."""
    statements = tuple(statement for piece in pieces for statement in piece.statements)
    warnings = tuple(dict.fromkeys(warning for piece in pieces for warning in piece.warnings))
    return choose(statements, source, warnings)
