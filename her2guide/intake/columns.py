"""Columns of a printed table of results: those of reference values are no results, and some hold bare percentages."""

import re
from dataclasses import dataclass, replace

from her2guide.intake.cut import blank
from her2guide.intake.normalise import Page
from her2guide.intake.patterns import small

MOST_ROWS = 16
NEAR = 2  # how far from the head of its column a cell may begin
_BY_SIGN = re.compile(r"[^|\t\n]*[^|\t\n ][^|\t\n]*|(?<=[|\t]) *(?=[|\t])")
_BY_SPACE = re.compile(r"[^\s]+(?: [^\s]+)*")  # words with single spaces between
_RESULT = small(r"(?:your |test |patient )?(?:results?|values?|status|interpretation|findings?)")
_ASIDE = small(
    r"(?:reference|ref\.?|normal|expected|standard)(?: (?:range|interval|values?))?"
    r"|(?:interpretation |scoring )?(?:guidelines?|criteria|key)|flags?|cut-?offs?"
)
_SHARE = small(r"% ?(?:pos(?:itive)?)?(?: ?(?:cells|nuclei|staining))?|per ?cent(?:age)?(?: positive)?|% of cells")
_WHOLE = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: where it stands, its words, and how far from the start of its line it was printed."""

    start: int
    end: int
    words: str
    column: int


def without_reference_columns(page: Page) -> Page:
    """Return the page without columns of reference values, and with a sign behind each bare percentage of a column."""
    spans: list[tuple[int, int]] = []
    shares: list[int] = []
    lines = [match.span() for match in re.finditer(r"[^\n]+", page.text)]
    for place, line in enumerate(lines):
        head = _head(page, *line)
        for row in lines[place + 1 : place + 1 + MOST_ROWS] if head else ():
            cells = _cells(page, *row)
            if len(cells) < 2:
                break
            for number, cell in enumerate(cells):
                title = _title(head, cells, number)
                if _ASIDE.fullmatch(title):
                    spans.append((cell.start, cell.end))
                elif _SHARE.fullmatch(title) and _WHOLE.fullmatch(cell.words):
                    shares.append(cell.start + len(cell.words))
    return blank(_signed(page, shares), spans)


def _head(page: Page, start: int, end: int) -> list[_Cell]:
    """Return the cells of a line that names a column of results and one to be dropped or signed."""
    if not any(word in page.text[start:end] for word in ("result", "value", "status", "interpret", "finding")):
        return []
    cells = _cells(page, start, end)
    if len(cells) < 3 or not any(_RESULT.fullmatch(cell.words) for cell in cells):
        return []
    return cells if any(_ASIDE.fullmatch(cell.words) or _SHARE.fullmatch(cell.words) for cell in cells) else []


def _cells(page: Page, start: int, end: int) -> list[_Cell]:
    line = page.text[start:end]
    first = page.original.rfind("\n", 0, page.origin[start]) + 1
    found = []
    for match in (_BY_SIGN if "|" in line or "\t" in line else _BY_SPACE).finditer(page.text, start, end):
        low = match.end() - len(match[0].lstrip(" "))
        found.append(
            _Cell(min(low, match.end()), match.end(), match[0].strip(), page.origin[min(low, end - 1)] - first)
        )
    return found


def _title(head: list[_Cell], cells: list[_Cell], number: int) -> str:
    """Return the head of a cell's column: the one it was printed under, else the one of its number."""
    under = [title.words for title in head if abs(title.column - cells[number].column) <= NEAR]
    if len(under) == 1:
        return under[0]
    return head[number].words if len(head) == len(cells) else ""


def _signed(page: Page, ends: list[int]) -> Page:
    characters = list(page.text)
    for end in ends:
        if characters[end : end + 1] in (["\t"], [" "]):
            characters[end] = "%"
    return replace(page, text="".join(characters)) if ends else page
