"""Tables whose heads name the receptors: each cell is read with the head of its column."""

import re
from dataclasses import dataclass

from her2guide.intake.clauses import has_receptor
from her2guide.intake.lex import Token, tokens
from her2guide.intake.segments import Segment, segments

_CELL = re.compile(r"[^\s|](?:[^\n\t|]*?[^\s|])??(?=\s{0,4}\t|\s{0,4}\||[ ]{2,}|[ ]?\n|[ ]?$)")
_NAMING = frozenset({"HER2", "ER", "PR", "OTHER", "IHC", "ISH", "RATIO", "COPIES", "CEP17", "HALT"})
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what each of its cells says, and the words in its first cell, which tell specimens apart."""

    start: int
    end: int
    label: str
    segments: tuple[Segment, ...]


def rows(text: str) -> tuple[list[Row], list[tuple[int, int]]]:
    """Return the rows of every such table, and the places of heads and rows, which no one else should read."""
    found: list[Row] = []
    taken: list[tuple[int, int]] = []
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    place = 0
    while place < len(lines):
        head = _head(text, *lines[place])
        place += 1
        if not head:
            continue
        taken.append(lines[place - 1])
        for start, end in lines[place : place + MOST_ROWS]:
            cells = _cells(text, start, end)
            if len(cells) < 2 or has_receptor(text[start:end]):
                if not set(text[start:end]) <= set(" -=|+:_\t"):
                    break
                continue
            taken.append((start, end))
            if len(cells) == len(head):
                found.append(_row(text, (start, end), head, cells))
    return found, taken


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _CELL.finditer(text, start, end)]


def _head(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line that names two receptors or more, each in its own cell, and says nothing of them."""
    if not has_receptor(text[start:end]):
        return []
    cells = _cells(text, start, end)
    naming = [cell for cell in cells if has_receptor(text[cell[0] : cell[1]])]
    plain = all(token.kind in _NAMING for token in tokens(text, start, end))
    short = all(cell_end - cell_start < 30 for cell_start, cell_end in cells)
    return cells if len(naming) >= 2 and plain and short and ":" not in text[start:end] else []


def _row(text: str, line: tuple[int, int], head: list[tuple[int, int]], cells: list[tuple[int, int]]) -> Row:
    found: list[Segment] = []
    for title, cell in zip(head, cells, strict=True):
        if not has_receptor(text[title[0] : title[1]]):
            continue
        words: list[Token] = [*tokens(text, *title), *tokens(text, *cell)]
        found += segments(text, words, None, title[0], cell[1])
    label = "" if has_receptor(text[head[0][0] : head[0][1]]) else " ".join(text[cells[0][0] : cells[0][1]].split())
    return Row(*line, label, tuple(found))
