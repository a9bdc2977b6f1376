"""The words of a PDF, by pypdf. Only ever called inside the limits of `child`: a PDF can be made to run for ever.

Pages are read twice, as they are laid out and in the order in which they were written, since rows are told apart by one
and columns by the other. What is laid out counts; where the other way differs on a result, it stays blank.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from her2guide.intake.findings import Kind, ReportError, ReportField, Statement
from her2guide.intake.notices import Notice
from her2guide.intake.text import LONGEST, TOO_LONG
from her2guide.intake.text import statements as text_statements

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

BROKEN = "is a broken PDF; open it and save it again, or type in what the report says"
MAX_PAGES = 300
NO_WORDS = Notice.NO_WORDS
SOME_WORDS = Notice.SOME_WORDS
_EDGE = 6  # so many lines at the top and at the bottom of a page may be its header or footer
_GAPS = re.compile(r" {9,}")
_DIGITS = re.compile(r"\d+")


def pdf_said(data: bytes, when: date | None = None) -> tuple[list[Statement], list[str]]:
    """Return what a PDF says, and warnings. Raises `ReportError` when it is locked or broken."""
    plain, layout = _pages(data)
    if not any(page.strip() for page in plain):
        return [], [NO_WORDS]
    if not layout:
        return [], [TOO_LONG]
    warnings: list[str] = [] if all(page.strip() for page in plain) else [SOME_WORDS]
    laid_out, written = (text_statements(_joined(pages), when=when) for pages in (layout, plain))
    return _checked(laid_out, written), warnings


def _checked(laid_out: Sequence[Statement], written: Sequence[Statement]) -> list[Statement]:
    """Return what is said as laid out, with what speaks against it as written; or the latter where that is all."""
    told = {each.field for each in laid_out if each.kind is Kind.RESULT} - {ReportField.IS_BREAST}
    if not told:
        return list(written)
    return list(dict.fromkeys((*laid_out, *(each for each in written if each.field in told))))


def _pages(data: bytes) -> tuple[list[str], list[str]]:
    """Return the words of each page as written, and as laid out unless they are too long to be one report."""
    try:
        pages = _few(list(_opened(data).pages))
        plain, length = list[str](), 0
        for page in pages:
            plain.append(page.extract_text())
            length += len(plain[-1])
            if length > LONGEST:
                return plain, []
        layout = [_laid_out(page) for page in pages]
    except (ReportError, MemoryError):
        raise
    except Exception:  # noqa: BLE001  # a broken PDF makes pypdf fail in many ways
        raise ReportError(BROKEN) from None
    return plain, layout


def _few(pages: "list[PageObject]") -> "list[PageObject]":
    if len(pages) > MAX_PAGES:
        raise ReportError(f"has more than {MAX_PAGES} pages; save the pages of the report alone")
    return pages


def _laid_out(page: "PageObject") -> str:
    return _columns_apart(page.extract_text(extraction_mode="layout"))


_GAP = re.compile(r"(?<=\S)\s{4,}(?=\S)")


def _columns_apart(page: str) -> str:
    """Return a page with two columns of running text one after the other; rows of a table stay rows."""
    lines = page.split("\n")
    gaps = [gaps[0] for line in lines if len(gaps := list(_GAP.finditer(line))) == 1]
    starts = Counter(gap.end() for gap in gaps)
    if not starts:
        return page
    (start, count) = starts.most_common(1)[0]
    pairs = [(line[: gap.start()].strip(), line[gap.end() :]) for line in lines for gap in _gap_at(line, start)]
    if count < 4 or not all(_is_prose([pair[side] for pair in pairs]) for side in (0, 1)):
        return page
    if any(line[max(0, start - 2) : start].strip() for line in lines):
        return page  # a line runs over both columns
    return "\n".join([line[:start].rstrip() for line in lines] + [line[start:].rstrip() for line in lines])


def _gap_at(line: str, start: int) -> list[re.Match[str]]:
    return [gap for gap in _GAP.finditer(line) if gap.end() == start]


def _is_prose(cells: list[str]) -> bool:
    """Return whether cells are lines of running text: long, and nearly all of one length."""
    longest = max(map(len, cells))
    return longest >= 35 and sum(len(cell) > longest * 0.7 for cell in cells) >= len(cells) * 0.6


def _opened(data: bytes) -> "PdfReader":
    """Return a reader of the PDF; one that is locked only against changes is opened."""
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(_unlocked(data) if b"/Encrypt" in data else data))


def _unlocked(data: bytes) -> bytes:
    """Return the PDF without its lock. Raises `ReportError` when it takes a password to open it."""
    import pikepdf

    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            opened.save(out)
    except pikepdf.PasswordError:
        locked = True
    else:
        locked = False
    if locked:
        raise ReportError("is locked with a password; save a copy without one, or type in what the report says")
    return out.getvalue()


def _joined(pages: list[str]) -> str:
    """Return pages as one text; a header or footer that repeats stays where it is first met."""
    seen: dict[str, int] = {}
    for page in pages:
        for line in {_shape(line) for line in _edges(page.split("\n"))}:
            seen[line] = seen.get(line, 0) + 1
    met: set[str] = set()
    out: list[str] = []
    for page in pages:
        lines = page.split("\n")
        edges = set(map(_shape, _edges(lines)))
        for line in lines:
            shape = _shape(line)
            if shape and shape in edges and seen.get(shape, 0) > 1 and len(pages) > 1:
                if shape in met:
                    continue
                met.add(shape)
            out.append(line)
    text = "\n".join(out)
    return text if len(text) <= LONGEST else _GAPS.sub(" " * 8, text)  # the width of a gap is no part of a report


def _edges(lines: list[str]) -> list[str]:
    written = [line for line in lines if line.strip()]
    return written[:_EDGE] + written[-_EDGE:] if len(written) > 2 * _EDGE else written


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))
