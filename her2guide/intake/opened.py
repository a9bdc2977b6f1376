"""Any file to its pieces and its reading, by its kind. Without limits of its own: `reader` runs it inside `child`."""

from her2guide.intake.documents import document
from her2guide.intake.findings import Kind, ReportField, Source
from her2guide.intake.kinds import FileKind, decoded, kind_of
from her2guide.intake.merge import choose
from her2guide.intake.pieces import RESULTS, Piece, reading
from her2guide.intake.reports import FoundReport, Opened


def opened(data: bytes) -> Opened:
    """Return what a file says, of whatever kind it is. Raises `ReportError`."""
    pieces = pieces_of(data)
    source = _source(pieces)
    return Opened(reading(pieces, source), _reports(pieces))


def pieces_of(data: bytes) -> tuple[Piece, ...]:
    """Return the pieces of a file. Raises `ReportError`."""
    match kind_of(data):
        case FileKind.ZIP:
            from her2guide.intake.portal import pieces as portal_pieces

            return portal_pieces(data)
        case FileKind.JSON:
            from her2guide.intake.fhir import pieces as fhir_pieces

            return fhir_pieces(decoded(data))
        case FileKind.XML:
            from her2guide.intake.ccda import pieces as ccda_pieces

            return ccda_pieces(data)
        case kind:
            statements, warnings = document(data)
            source = Source.PDF if kind is FileKind.PDF else Source.TEXT
            return (Piece(source, "report", None, tuple(statements), tuple(warnings)),)


def _tells(piece: Piece) -> bool:
    """Return whether a piece says something of HER2 or a hormone receptor."""
    return any(each.field is not ReportField.IS_BREAST and each.kind is Kind.RESULT for each in piece.statements)


def _source(pieces: tuple[Piece, ...]) -> Source:
    """Return the kind of the pieces that tell something, the first of them where they differ."""
    telling = [piece.source for piece in pieces if _tells(piece)] or [piece.source for piece in pieces]
    return telling[0] if telling else Source.TEXT


def _reports(pieces: tuple[Piece, ...]) -> tuple[FoundReport, ...]:
    """Return each report that tells something, coded results of one day as one."""
    groups: dict[object, list[Piece]] = {}
    for number, piece in enumerate(pieces):
        if _tells(piece):
            key: object = (RESULTS, piece.when) if piece.title in RESULTS else number
            groups.setdefault(key, []).append(piece)
    found = []
    for number, group in enumerate(groups.values(), 1):
        first = group[0]
        day = first.when.isoformat() if first.when else "no date"
        statements = [statement for piece in group for statement in piece.statements]
        label = f"Report {number} of {len(groups)}, {day}, {first.title}"
        found.append(FoundReport(label, first.title, first.when, choose(statements, first.source)))
    return tuple(found)
