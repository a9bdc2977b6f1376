"""Tables whose heads name the receptors: each cell is read with the head of its column."""

import re
from dataclasses import dataclass, replace

from her2guide.intake.bind import read
from her2guide.intake.clauses import has_receptor
from her2guide.intake.lex import Token, tokens
from her2guide.intake.normalise import Page
from her2guide.intake.segments import VALUES, Segment, segments

_CELL = re.compile(r"[^\s|](?:[^\n\t|]*?[^\s|])??(?=\s{0,4}\t|\s{0,4}\||[ ]{2,}|[ ]?\n|[ ]?$)")
_NAMING = frozenset({"HER2", "ER", "PR", "OTHER", "IHC", "ISH", "RATIO", "COPIES", "CEP17", "HALT"})
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what each of its cells says, and the words in its first cell, which tell specimens apart."""

    start: int
    label: str
    columns: dict[int, list[Segment]]

    @property
    def segments(self) -> list[Segment]:
        """What all cells say, from left to right."""
        return [segment for column in self.columns.values() for segment in column]


def rows(page: Page) -> tuple[list[Row], list[tuple[int, int]]]:
    """Return the rows of every such table, and the places of heads and rows, which no one else should read."""
    text = page.text
    found: list[Row] = []
    taken: list[tuple[int, int]] = []
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    for place, line in enumerate(lines):
        if head := _head(text, *line):
            body = _body(text, lines[place + 1 : place + 1 + MOST_ROWS])
            taken += [line, *body] if body else []
            found += _table(page, head, body)
    return found, sorted(taken)


def _body(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines under a head that hold its rows."""
    body: list[tuple[int, int]] = []
    for start, end in lines:
        if set(text[start:end]) <= set(" -=|+:_\t"):
            continue
        says = any(token.kind in VALUES | {"INTEGER"} for token in tokens(text, start, end))
        if len(_cells(text, start, end)) < 2 or has_receptor(text[start:end]) or not says:
            break
        body.append((start, end))
    return body


def _table(page: Page, head: list[tuple[int, int]], body: list[tuple[int, int]]) -> list[Row]:
    """Return the rows; none where a row has more or fewer cells than the head, and no column with a cell unread."""
    text = page.text
    cells = [_cells(text, *line) for line in body]
    if any(len(row) != len(head) for row in cells):
        return []
    found = [_row(page, head, row) for row in cells]
    unread = {
        place
        for row, own in zip(found, cells, strict=True)
        for place, column in row.columns.items()
        if text[slice(*own[place])].strip(" -*.") and not any(read(segment, text) for segment in column)
    }
    return [replace(row, columns={p: c for p, c in row.columns.items() if p not in unread}) for row in found]


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _CELL.finditer(text, start, end)]


def _head(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line that names a receptor in a cell of its own, and says nothing of it."""
    if not has_receptor(text[start:end]):
        return []
    cells = _cells(text, start, end)
    plain = all(token.kind in _NAMING for token in tokens(text, start, end))
    short = all(cell_end - cell_start < 30 for cell_start, cell_end in cells)
    return cells if len(cells) >= 2 and plain and short and ":" not in text[start:end] else []


def _cell(text: str, title: tuple[int, int], cell: tuple[int, int]) -> list[Segment]:
    """Return what a cell says under its head."""
    (start, _), (cell_start, end) = title, cell
    held, last = segments(text, tokens(text, *title), None, start, title[1])
    words = [_score(word) if text[cell_start:end] == word.value else word for word in tokens(text, cell_start, end)]
    kinds = {word.kind for word in tokens(text, *title)}
    if last is not None and not has_receptor(text[cell_start:end]):
        last.tokens += [word for word in words if not (word.kind == "SCORE" and "ISH" in kinds)]
    return held


def _score(word: Token) -> Token:
    """A digit that fills its cell under HER2 is a score, as far as there are scores."""
    return Token("SCORE", word.value, word.start, word.end) if word.value in {"0", "1", "2", "3"} else word


def _row(page: Page, head: list[tuple[int, int]], cells: list[tuple[int, int]]) -> Row:
    text = page.text
    columns = {
        place: _cell(text, title, cell)
        for place, (title, cell) in enumerate(zip(head, cells, strict=True))
        if has_receptor(text[title[0] : title[1]])
    }
    label = "" if 0 in columns else page.printed(*cells[0])
    return Row(cells[0][0], label, columns)
