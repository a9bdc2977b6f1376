"""What kind of file this is, told by its first bytes. A name can be wrong; what a file starts with rarely is."""

import re
from enum import StrEnum

from her2guide.intake.findings import ReportError

ALLOWED = "a report is a .txt, .pdf, .json (FHIR), .xml (C-CDA), .html, .rtf or .zip file"


class FileKind(StrEnum):
    """The kinds that can be read."""

    TEXT = "text"
    HTML = "web page"
    RTF = "RTF"
    PDF = "PDF"
    JSON = "JSON"
    XML = "XML"
    ZIP = "zip"


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_HTML_TAGS = ("<!doctype html", "<html", "<body", "<div", "<p>", "<table", "<pre", "<span", "<br")


def kind_of(data: bytes) -> FileKind:
    """Return the kind of a file. Raises `ReportError` for one that cannot be read, saying what can."""
    if not data.strip():
        raise ReportError(f"is empty; {ALLOWED}")
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return FileKind.ZIP
    if data.startswith(_PICTURES) or data[4:12] in (b"ftypheic", b"ftypmif1") or data[128:132] == b"DICM":
        raise ReportError(f"is a picture, and words in a picture are not read; {ALLOWED}, or type the result in")
    if data.startswith(_OLD_OFFICE):
        raise ReportError(f"is a Word or other office file; save it as PDF or text: {ALLOWED}")
    if data.lstrip().startswith(b"{\\rtf"):
        return FileKind.RTF
    return _kind_of_text(decoded(data))


def _kind_of_text(text: str) -> FileKind:
    start = text[:4000].lstrip().lower()
    if re.match(r"[\[{]\s*[\[{\"\]}]", start):
        return FileKind.JSON
    if start.startswith("<"):
        if "clinicaldocument" in start or "urn:hl7-org:v3" in start:
            return FileKind.XML
        if any(tag in start for tag in _HTML_TAGS):
            return FileKind.HTML
        if start.startswith(("<?xml", "<!doctype", "<!entity")):
            return FileKind.XML
    return FileKind.TEXT


def decoded(data: bytes) -> str:
    """Return the text in bytes: UTF-8, UTF-16 with its mark, or else Windows-1252. Raises `ReportError` for no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    odd = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32), 0xFFFD))
    if odd > len(text) // 50:
        raise ReportError(f"is not text and no kind of file that is known; {ALLOWED}")
    return text.replace("\r\n", "\n").replace("\r", "\n")
