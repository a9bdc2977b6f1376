"""Which words of a report's line say the value that was read from it, to be marked for the eye. Never to decide by."""

import re

from her2guide.intake.findings import ReportField
from her2guide.wizard.from_report import Item, Stand

_I = re.IGNORECASE
_NOT = r"(?:not|non|no|nicht|un)[\s-]{0,2}(?:\w{1,10}[\s-]){0,2}"
_PENDING = (
    r"pending|to follow|follows|ordered|awaited|in progress|reflex\w{0,3}|sent for|ausstehend|en attente|pendiente"
)
_NAMES: dict[str, str] = {
    "her2": r"her[\s-]?2|erb\s?b\s?-?2|\bneu\b|f?ish\b|score|ratio|cop(?:y|ies)",
    "estrogen": r"o?estrogen|östrogen|œstrog|\bER\b|\bRE\b",
    "progesterone": r"progest|gestagen|\bPg?R\b|\bRP\b",
}
_POSITIVE = r"positi(?:ve|v|vo|va|f)|\bpos\b|(?<![\d+])\+(?!\+)"
_NEGATIVE = r"negati(?:ve|v|vo|va|f)|négati\w{1,3}|\bneg\b|\bno (?:nuclear )?staining"
_WORDS: dict[tuple[ReportField, str], str] = {
    (ReportField.HER2_IHC, "0"): r"(?<![\d.,+/-])0\+?(?![\d%]|[.,]\d)",
    (ReportField.HER2_IHC, "1+"): r"(?<![\d.])1\s?\+|\+\s?1(?!\d)|(?<![\d.,/-])1(?![\d%/]|[.,]\d)",
    (ReportField.HER2_IHC, "2+"): r"(?<![\d.])2\s?\+|\+\s?2(?!\d)|(?<!\+)\+\+(?!\+)|(?<![\d.,/-])2(?![\d%/]|[.,]\d)",
    (ReportField.HER2_IHC, "3+"): r"(?<![\d.])3\s?\+|\+\s?3(?!\d)|\+\+\+|(?<![\d.,/-])3(?![\d%/]|[.,]\d)",
    (ReportField.HER2_IHC, "indeterminate"): r"indeterminate|cannot be \w{4,12}|insufficient",
    (ReportField.HER2_IHC0_STAINING, "none"): r"no (?:\w{2,12} ){0,2}staining|without staining|absent|none",
    (ReportField.HER2_IHC0_STAINING, "faint<=10%"): r"faint\w{0,2}|barely perceptible|weak\w{0,2}|incomplete|0\+",
    (ReportField.HER2_ISH, "amplified"): r"amplif\w{2,9}|" + _POSITIVE,
    (ReportField.HER2_ISH, "not_amplified"): _NOT + r"amplif\w{2,9}|" + _NEGATIVE,
    (ReportField.HER2_ISH, "indeterminate"): r"indeterminate|cannot be \w{4,12}|fail\w{0,3}|insufficient",
    (ReportField.HER2_STATUS_WORD, "low"): r"\blow\b",
    (ReportField.HER2_STATUS_WORD, "ultralow"): r"ultra[\s-]?low",
    (ReportField.HER2_STATUS_WORD, "equivocal"): r"equivocal|borderline",
    (ReportField.ESTROGEN_RECEPTOR, "low_positive"): r"low[\s-]positive|" + _POSITIVE,
}


def marked(item: Item, quote: str) -> tuple[tuple[str, bool], ...]:
    """Return a line in pieces, each with whether it is to be marked. Put together they are the line, letter by letter.

    At most one piece is marked: the first that says the value behind the test's name. Where none does, none is.
    """
    pattern = _pattern(item)
    span = None if pattern is None else _first(item, pattern, quote)
    if span is None:
        return ((quote, False),)
    pieces = ((quote[: span[0]], False), (quote[span[0] : span[1]], True), (quote[span[1] :], False))
    return tuple(piece for piece in pieces if piece[0])


def _pattern(item: Item) -> str | None:
    if item.place is None:
        return None
    if item.stand is Stand.PENDING:
        return _PENDING
    if not item.said:
        return None
    if (words := _WORDS.get((item.place, item.said))) is not None:
        return words
    if item.said in ("positive", "negative"):
        return _POSITIVE if item.said == "positive" else _NEGATIVE
    return rf"(?<![\d.,]){re.escape(item.said)}(?![\d])(?:\s?%)?"


def _first(item: Item, pattern: str, quote: str) -> tuple[int, int] | None:
    """Return where the value stands: behind the name of the test if it can be told, else where it is met first."""
    name = next((words for key, words in _NAMES.items() if item.page.startswith(key)), _NAMES["her2"])
    named = re.search(name, quote, 0 if item.page in ("estrogen", "progesterone") and _has_short(quote) else _I)
    behind = re.compile(pattern, _I).search(quote, named.end()) if named else None
    found = behind or re.search(pattern, quote, _I)
    return found.span() if found else None


def _has_short(quote: str) -> bool:
    """Return whether a line uses the short names in capitals; "er" and "pr" are parts of many words."""
    return re.search(r"\b(?:ER|PR|PgR|RE|RP)\b", quote) is not None
