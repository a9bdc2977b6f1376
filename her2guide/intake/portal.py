"""Zip files of patient portals and of Apple Health: each report is read where it lies, nothing is unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from her2guide.intake.documents import document
from her2guide.intake.findings import ReportError, Source
from her2guide.intake.kinds import FileKind, decoded, kind_of
from her2guide.intake.limits import MEGABYTE
from her2guide.intake.notices import Notice
from her2guide.intake.pieces import Piece

MAX_MEMBERS = 20_000
MAX_MEMBER = 10 * MEGABYTE
MAX_TOTAL = 60 * MEGABYTE
MAX_RATIO = 100
_FREE_RATIO = MEGABYTE  # small members may be packed tighter, as empty forms are
_READABLE = frozenset({".json", ".ndjson", ".xml", ".pdf", ".htm", ".html", ".txt", ".rtf"})
_NOT_REPORTS = frozenset({"export.xml", "export_cda.xml", "metadata.xml", "[content_types].xml"})
_TITLES = {FileKind.PDF: "PDF", FileKind.XML: "C-CDA record", FileKind.JSON: "FHIR record"}

INNER_ZIP = Notice.INNER_ZIP
TOO_LARGE = Notice.TOO_LARGE
NOT_READ = Notice.FILE_NOT_READ
LOCKED = Notice.LOCKED
UNPACKS = "is a zip file that unpacks to far more than a report can hold, and is not opened"


def pieces(data: bytes) -> tuple[Piece, ...]:
    """Return what each file in a zip says. Raises `ReportError` for a zip that is broken or not meant to be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive)
            return tuple(_all(archive, members))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise ReportError("is a broken zip file; fetch it again") from None


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files in the zip. Raises `ReportError` where they are too many or say that they unpack to too much."""
    found = [each for each in archive.infolist() if each.filename and not each.filename.endswith("/")]
    if len(found) > MAX_MEMBERS:
        raise ReportError(f"is a zip file of more than {MAX_MEMBERS:,} files, and is not opened")
    names = {member.filename.lower() for member in found}
    if "[content_types].xml" in names:
        raise ReportError("is a Word or other office file; save it as PDF or text")
    for member in found:
        if member.file_size > max(_FREE_RATIO, member.compress_size * MAX_RATIO):
            raise ReportError(UNPACKS)
    return found


def _all(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Piece]:
    total, records = 0, list[str]()
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/").lower())
        if path.suffix == ".zip":
            yield _warning(INNER_ZIP)
        if path.suffix not in _READABLE or path.name in _NOT_REPORTS or path.name.startswith("._"):
            continue
        if member.flag_bits & 1:
            yield _warning(LOCKED)
        elif member.file_size > MAX_MEMBER:
            yield _warning(TOO_LARGE)
        else:
            with archive.open(member) as file:
                content = file.read(MAX_MEMBER + 1)
            total += len(content)
            if len(content) > MAX_MEMBER or total > MAX_TOTAL:
                raise ReportError(UNPACKS)
            yield from _one(content, records)
    if records:
        yield from _records(records)


def _one(content: bytes, records: list[str]) -> Iterator[Piece]:
    """Yield what one file says; FHIR is put aside, since its records point to each other."""
    try:
        kind = kind_of(content)
        if kind is FileKind.ZIP:
            yield _warning(INNER_ZIP)
        elif kind is FileKind.JSON:
            records.append(decoded(content))
        elif kind is FileKind.XML:
            from her2guide.intake.ccda import pieces as ccda_pieces

            yield from ccda_pieces(content)
        else:
            statements, warnings = document(content)
            source = Source.PDF if kind is FileKind.PDF else Source.TEXT
            yield Piece(source, _TITLES.get(kind, "report"), None, tuple(statements), tuple(warnings))
    except ReportError:
        if content.strip():
            yield _warning(NOT_READ)


def _records(texts: list[str]) -> Iterator[Piece]:
    from her2guide.intake.fhir import pieces_of_resources
    from her2guide.intake.record_json import resources

    found, broken = [], False
    for text in texts:
        try:
            found += resources(text)
        except ReportError:
            broken = True
    yield from pieces_of_resources(found)
    if broken:
        yield _warning(NOT_READ)


def _warning(words: str) -> Piece:
    return Piece(Source.TEXT, "file", warnings=(words,))
