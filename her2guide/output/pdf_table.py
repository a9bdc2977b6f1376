"""Tables on paper: the header comes again on each page, and a row taller than a page goes on over its end."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from her2guide.output.pdf_para import Para
from her2guide.output.pdf_style import Style, color

PAD_X, PAD_Y = 7.0, 5.0
HEAD_LINES = 3  # lines that the head of a column may well take
KEPT_WHOLE = 240.0  # a row or header up to this height is never split

Row = list[Para]


class Grid(Flowable):
    """Rows of cells; each cell is a paragraph of its own. `header` may be empty."""

    tag = "Table"
    canv: Any  # the canvas of a guide, which knows what is read and what only repeats

    def __init__(self, header: Row, rows: list[Row], widths: Sequence[float], *, goes_on: bool = False) -> None:
        super().__init__()
        self.header, self.rows, self.widths = header, rows, widths
        self.goes_on = goes_on  # the header was shown before; here it is furniture
        self.block = next((cell.block for row in (header, *rows) for cell in row), None)
        self.spaceBefore, self.spaceAfter = 4.0, 12.0

    def _height(self, row: Row) -> float:
        if not row:
            return 0.0
        tall = [cell.wrap(wide - 2 * PAD_X, 1e6)[1] for cell, wide in zip(row, self.widths, strict=True)]
        return max(*tall, row[0].style.leading) + 2 * PAD_Y

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.heights = [self._height(row) for row in (self.header, *self.rows)]
        self.width, self.height = sum(self.widths), sum(self.heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        if self.heights[0] > KEPT_WHOLE:  # too tall to come again: an ordinary row from here on
            whole = Grid([], [self.header, *self.rows], self.widths, goes_on=self.goes_on)
            return whole.split(width, height)
        room = height - self.heights[0]
        fits = 0
        while fits < len(self.rows) and self.heights[fits + 1] <= room:
            room -= self.heights[fits + 1]
            fits += 1
        first, rest = self.rows[:fits], self.rows[fits:]
        if rest and self.heights[fits + 1] > KEPT_WHOLE:
            halves = self._split_row(rest[0], room)
            if halves is not None:
                first, rest = [*first, halves[0]], [halves[1], *rest[1:]]
        if not first or not rest:
            return []
        return [
            Grid(self.header, first, self.widths, goes_on=self.goes_on),
            Grid(self.header, rest, self.widths, goes_on=True),
        ]

    def _split_row(self, row: Row, room: float) -> tuple[Row, Row] | None:
        """Return a row's upper and lower half, or None when some cell has no room for its first lines."""
        upper, lower = list[Para](), list[Para]()
        for cell, wide in zip(row, self.widths, strict=True):
            inner, tall = wide - 2 * PAD_X, room - 2 * PAD_Y
            if cell.wrap(inner, 1e6)[1] <= tall:
                first, rest = cell, Para("", cell.style)
                rest.block, rest.tag = cell.block, cell.tag
            else:
                halves = cell.halves(inner, tall)
                if halves is None:
                    return None
                first, rest = halves
            upper.append(first)
            lower.append(rest)
        return upper, lower

    def draw(self) -> None:
        top = self.height
        if self.header:
            self.canv.setFillColor(color("tint"))
            self.canv.rect(0, top - self.heights[0], self.width, self.heights[0], stroke=0, fill=1)
        for row, tall in zip((self.header, *self.rows), self.heights, strict=True):
            if row is self.header and self.goes_on:
                with self.canv.artifact():
                    self._draw_row(row, top)
            else:
                self._draw_row(row, top)
            top -= tall
            if row:
                self.canv.setStrokeColor(color("lineui" if row is self.header else "line"))
                self.canv.setLineWidth(1)
                self.canv.line(0, top, self.width, top)

    def _draw_row(self, row: Row, top: float) -> None:
        x = 0.0
        for cell, wide in zip(row, self.widths, strict=False):
            cell.drawOn(self.canv, x + PAD_X, top - PAD_Y - cell.height)
            x += wide


def column_widths(rows: Sequence[Sequence[str]], style: Style, *, heads: int = 0) -> list[float]:
    """Share the page among columns by what they hold; no column is narrower than its longest word needs.

    The first rows, `heads` of them, may take some lines: else a long head leaves no room for what stands under it.
    """
    font, size = style.fonts.bold, style.sizes.body.size
    fair = style.width / len(rows[0])
    columns = list(zip(*rows, strict=True))
    words = [[word for text in column for word in text.split()] for column in columns]
    longest = [max((_wide(word, font, size) for word in column), default=0) for column in words]
    least = [min(each, fair - 2 * PAD_X) + 2 * PAD_X for each in longest]
    lines = [HEAD_LINES if row < heads else 1 for row in range(len(rows))]
    wanted = [
        max(low, *(_wide(text, font, size) / over + 2 * PAD_X for text, over in zip(column, lines, strict=True)))
        for low, column in zip(least, columns, strict=True)
    ]
    if sum(wanted) <= style.width:
        spare = (style.width - sum(wanted)) / len(columns)
        return [each + spare for each in wanted]
    more = [min(max(want - low, 0.0), 3 * style.width) for want, low in zip(wanted, least, strict=True)]
    share = (style.width - sum(least)) / (sum(more) or 1.0)
    return [low + each * share for low, each in zip(least, more, strict=True)]


def _wide(text: str, font: str, size: float) -> float:
    return float(stringWidth(text[:400], font, size))
