"""A whole document in words - text, web page, RTF, PDF - read as a report. Each kind's reader is loaded when needed."""

import base64
import binascii
from datetime import date

from her2guide.intake.findings import ReportError, Statement
from her2guide.intake.kinds import FileKind, decoded, kind_of
from her2guide.intake.notices import Notice
from her2guide.intake.text import LONGEST, TOO_LONG
from her2guide.intake.text import statements as text_statements

NOT_READ = Notice.NOT_READ

Said = tuple[list[Statement], list[str]]
"""What a document says, and warnings."""


def said(words: str, when: date | None = None) -> Said:
    """Return what words say, and a warning when they are too long to be one report."""
    return list(text_statements(words, when=when)), [TOO_LONG] if len(words) > LONGEST else []


def document(data: bytes, when: date | None = None) -> Said:
    """Return what a whole document in words says: text, web page, RTF or PDF. Raises `ReportError`."""
    match kind_of(data):
        case FileKind.PDF:
            from her2guide.intake.pdf import pdf_said

            return pdf_said(data, when)
        case FileKind.HTML:
            from her2guide.intake.markup import html_lines

            words = html_lines(decoded(data))
        case FileKind.RTF:
            from her2guide.intake.rtf import rtf_lines

            words = rtf_lines(data.decode("latin-1"))
        case FileKind.TEXT:
            words = decoded(data)
        case FileKind.XML:
            from her2guide.intake.ccda import pieces

            found = pieces(data)
            return [each for piece in found for each in piece.statements], [
                warning for piece in found for warning in piece.warnings
            ]
        case _:
            raise ReportError("is no report in words")
    return said(words, when)


def decoded_document(encoded: str, when: date | None) -> Said:
    """Return what a document in base64 says; one that cannot be read becomes a warning."""
    try:
        return document(base64.b64decode("".join(encoded.split()), validate=True), when)
    except (binascii.Error, ValueError, ReportError):
        return [], [NOT_READ]
