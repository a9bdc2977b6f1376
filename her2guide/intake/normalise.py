"""A report's text made even for reading, with a way back to its own lines: accents, dashes, scans, broken names.

What comes out is ASCII plus a few private characters that other modules of this package name.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

LONGEST_QUOTE = 240

_KEPT = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-"),
    **dict.fromkeys("\u2265\u2a7e\u2267", ">="),
    **dict.fromkeys("\u2264\u2a7d\u2266", "<="),
    **dict.fromkeys("\u2019\u2018\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u2248\u223c", "~"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", ""),  # characters that show nothing
    **dict.fromkeys("\u2610\u25a1\u25a2", "[ ]"),
    **dict.fromkeys("\u2611\u2612\u25a0\u2713\u2714", "[x]"),
    **dict.fromkeys("\u2022\u25cf\u25aa\u25e6", "\n* "),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    "\u00d7": "x",
    "\u2192": "->",
    "\u21d2": "->",
    "\u00b1": "+/-",
    "\u2219": "\u00b7",
    "\u00b7": "\u00b7",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "ß": "ss",
    "ø": "o",
}


@dataclass(frozen=True, slots=True)
class Page:
    """Text to read, the text it was made from, and for each character of the first its place in the second."""

    text: str
    original: str
    origin: "array[int]"

    def quote(self, start: int, end: int) -> str:
        """Return the lines of the original that `text[start:end]` came from, or that part of a very long line."""
        if not self.original or not self.text:
            return ""
        last = len(self.text) - 1
        first, final = self.origin[min(start, last)], self.origin[min(max(end - 1, start), last)]
        line_start = self.original.rfind("\n", 0, first) + 1
        line_end = self.original.find("\n", final)
        line_end = len(self.original) if line_end < 0 else line_end
        if line_end - line_start > LONGEST_QUOTE:
            line_start, line_end = _near(self.original, first, final + 1, line_start, line_end)
        return " ".join(self.original[line_start:line_end].split())

    def printed(self, start: int, end: int) -> str:
        """Return what stands in the original where `text[start:end]` came from."""
        if start >= end or not self.original:
            return ""
        return " ".join(self.original[self.origin[start] : self.origin[end - 1] + 1].split())

    def small(self) -> "Page":
        """Return the page in small letters."""
        return Page(self.text.lower(), self.original, self.origin)


def _near(text: str, first: int, final: int, low: int, high: int) -> tuple[int, int]:
    """Return a part of a long line around what was read, cut at spaces."""
    final = min(final, first + LONGEST_QUOTE)
    room = max(0, LONGEST_QUOTE - (final - first)) // 4
    start, end = max(low, first - room), min(high, final + room)
    if start > low:
        start = min(first, text.find(" ", start, first) + 1 or first)
    if end < high:
        end = max(final, text.rfind(" ", final, end))
    return start, end


def replace(page: Page, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Page:
    """Return the page with every match replaced; new characters point at the start of what they replace."""
    pieces: list[str] = []
    origin: array[int] = array("l")
    at = 0
    for match in pattern.finditer(page.text):
        start, end = match.span()
        text = match.expand(new) if isinstance(new, str) else new(match)
        if start == end or text == match[0]:
            continue
        pieces += (page.text[at:start], text)
        origin += page.origin[at:start]
        origin += array("l", (page.origin[min(start + place, end - 1)] for place in range(len(text))))
        at = end
    if not pieces:
        return page
    pieces.append(page.text[at:])
    origin += page.origin[at:]
    return Page("".join(pieces), page.original, origin)


def line_starts(text: str) -> list[int]:
    """Return where each line begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def line_of(starts: list[int], place: int) -> int:
    """Return the number of the line that holds a place, from 0."""
    return bisect_right(starts, place) - 1


def _plain(match: re.Match[str]) -> str:
    return "".join(_plain_character(character) for character in match[0])


def _plain_character(character: str) -> str:
    if character in _KEPT:
        return _KEPT[character]
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    kept = "".join(_KEPT.get(part, part) for part in kept)
    if "\ue000" <= kept <= "\uf8ff":
        return " "
    return " " if kept.isspace() and kept else kept


# In order. Each is a slip of scanners or typists, or a line that ends inside a word.
_REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\r\n?|[\f\v\x1c-\x1f]"), "\n"),
    (re.compile(r"[\x00-\x08\x0e-\x1b\x7f]"), " "),
    (re.compile(r"</?(?:b|i|u|strong|em|span|br|p|div|td|tr|sup)\s{0,3}/?>", re.IGNORECASE), " "),
    (re.compile(r"[*_]{2,3}(?=\w)|(?<=[\w:.)%+])[*_]{2,3}"), ""),  # bold in Markdown
    (re.compile(r"(?<=[A-Za-z\d])_(?=[A-Za-z])"), " "),  # HER2_ihc_score
    (re.compile(r"(?<=[a-z]{2})(?<!receptor)-[ \t]{0,8}\n[ \t]{0,40}(?=[a-z]{2})"), ""),
    (re.compile(r"(?<=[A-Z]{3})(?<!RECEPTOR)-[ \t]{0,8}\n[ \t]{0,40}(?=[A-Z]{3})(?!PGR|HER|FISH|IHC)"), ""),
    (re.compile(r"(?<![\w.])[lI|!](?=\s?\+)"), "1"),  # l+ for 1+
    (re.compile(r"(?<![\w.])[Zz](?=\+)"), "2"),
    (re.compile(r"(?<=[1-9])[Oo](?=[O0o]?\s?%)"), "0"),  # 9O%
    (re.compile(r"(?<=[1-9]0)[Oo](?=\s?%)"), "0"),
    (re.compile(r"(?<![\w.])[Oo](?=\s?%)"), "0"),
    (re.compile(r"(?<![\w.])[lI](?=[O0o]{1,2}\s?%)"), "1"),
    (re.compile(r"(?<=\d)[lI](?=[\d]?\s?%)"), "1"),
    (re.compile(r"(?i)(?<=score)(\s{0,3}[:=(]?\s{0,3})O(?![\w])"), r"\g<1>0"),
    (re.compile(r"(?i)(?<=score)(\s{0,3}[:=(]?\s{0,3})[lI](?![\w])"), r"\g<1>1"),
    (re.compile(r"(?i)(?<![\w.])([0-3]) ?plus(?=\s{0,3}(?:[.,;)\n(]|$)|\s(?:by|positive|equivocal)\b)"), r"\1+"),
    (re.compile(r"(?<=[\sA-Z\d(:/])\+(?i:ve)\b"), " positive"),  # ER +ve
    (re.compile(r"(?<=[\sA-Z\d(:/])-(?i:ve)\b"), " negative"),
    (re.compile(r"(?i)\((\d{1,3}) ?\)(?=\s?(?:percent|per cent|%))"), r" \1"),  # ninety (90) percent
    (re.compile(r"(?<![\w.,+])(\d{1,3}),(\d{1,2})(?!\d|[.,]\d|\s?\+|-)"), r"\1.\2"),  # decimal comma
    (re.compile(r"(?<=\d)\s?\.\s(?=\d{1,2}(?!\d|\.\s?[A-Z]|\s?%|\+))(?<=\d\s\.\s)"), "."),
    (
        re.compile(
            r"(?i)(?<![\d.+-])([0-3])\s?\+?\s{1,3}on\s{1,3}(?:a|the)\s{1,3}scale\s{1,3}(?:of|from)\s{1,3}0\+?\s?(?:-|to)\s?3\+?"
        ),
        r"score \1",
    ),
    (re.compile(r"(?<=[^\d\s][ \t])([0-3])[ \t]{0,8}\n[ \t]{0,20}\+(?=[ \t]{0,3}[(.,;\n]|[ \t]{1,3}[a-z])"), r"\1+"),
)

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def normalise(text: str) -> Page:
    """Return text with plain letters and repaired slips, and the way back to it."""
    page = Page(text, text, array("l", range(len(text))))
    page = replace(page, _NOT_ASCII, _plain)
    for pattern, new in _REPAIRS:
        page = replace(page, pattern, new)
    return page
