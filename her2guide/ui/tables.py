"""A table: rows and columns where they fit, else each row as a list of its cells with their columns' names."""

from itertools import zip_longest

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import Line, Table, plain
from her2guide.output.typed_text import visible
from her2guide.ui.parts import MakeText
from her2guide.ui.placing import Places, Placing
from her2guide.ui.text import Shown, TextBlock, paint_ring
from her2guide.ui.theme import FRAME, Themed, TypeRole

_BOLD = QFont.Weight.Bold
_APART = 12  # between the texts of two columns
_COLUMNS, _EVEN = 3, 1.4  # from so many columns on they are even, in so many times the width of a text


class TableRow(Shown):
    """One row. It is one stop for the keyboard, and its name is the whole row, each cell after its column's name."""

    def __init__(self, name: str, cells: list[QWidget], names: list[TextBlock]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cells, self.names = cells, names
        self._widths: list[int] | None = None
        self._placing = Placing(self, (*names, *cells), self._places)

    def stand(self, widths: list[int] | None) -> None:
        """Set the columns' widths, or None to stack the cells."""
        if widths != self._widths:
            self._widths = widths
            self._placing.invalidate()
        for name in self.names:
            name.setVisible(widths is None)

    def _places(self, width: int) -> Places:
        return self.places(width, self._widths)

    def places(self, width: int, widths: list[int] | None) -> Places:
        """Return where names and cells stand, in columns of these widths or stacked."""
        pad, places = self.theme.px(6), list[tuple[QWidget, QRect]]()
        if widths is not None:
            x, high, apart = 0, 0, self.theme.px(_APART)
            for cell, column in zip(self.cells, widths, strict=False):
                wide = column - (apart if cell is not self.cells[-1] else 0)
                places.append((cell, QRect(x, pad, wide, cell.heightForWidth(wide))))
                x, high = x + column, max(high, places[-1][1].height())
            return places, high + 2 * pad
        y = pad
        for name, cell in zip_longest(self.names, self.cells):
            if name is not None:
                places.append((name, QRect(0, y, width, name.heightForWidth(width))))
                y += places[-1][1].height() - 4
            places.append((cell, QRect(0, y, width, cell.heightForWidth(width))))
            y += places[-1][1].height()
        return places, y + pad

    def heightForWidth(self, width: int) -> int:
        return self._placing.heightForWidth(width)  # a label would not ask

    def sizeHint(self) -> QSize:
        return self._placing.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("line"), 1))
        y = self.height() - 0.5
        painter.drawLine(QPointF(FRAME, y), QPointF(self.width() - FRAME, y))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 7)


class TableView(QWidget, Themed):
    """All rows of a table, under its caption."""

    def __init__(self, table: Table, make_text: MakeText) -> None:
        super().__init__()
        self.caption = TextBlock(table.caption, TypeRole.H3) if table.caption else None
        if table.caption:
            self.setAccessibleName(visible(plain(table.caption)))
        self.rows: list[TableRow] = []
        header = table.rows[0] if table.header and table.rows else ()
        for place, row in enumerate(table.rows):
            heads = table.header and place == 0
            label = not table.header and len(row) == 2
            cells: list[QWidget] = []
            for column, cell in enumerate(row):
                weight = _BOLD if heads or (label and column == 1) else None
                cells.append(make_text(cell, TypeRole.BODY, "ink2" if label and column == 0 else "ink", weight))
            names = [] if heads else [_column_name(name) for name in header]
            self.rows.append(TableRow(_row_name(table, place), cells, names))
        self._heads = bool(header)
        Placing(self, (*([self.caption] if self.caption else ()), *self.rows), self._places)

    def _natural(self) -> list[int]:
        columns = max((len(row.cells) for row in self.rows), default=0)
        return [max(_natural(row.cells[place]) for row in self.rows) for place in range(columns)]

    def widths(self, width: int) -> list[int] | None:
        """Return the columns' widths, or None where the table must be stacked."""
        natural = self._natural()
        if not natural:
            return None
        least = [min(each, round(9 * self.theme.size(TypeRole.BODY))) for each in natural]
        least = [max(floor, _least(row.cells[place])) for place, floor in enumerate(least) for row in self.rows[:1]]
        least = [each + self.theme.px(_APART) for each in least[:-1]] + least[-1:]
        if sum(least) > width:
            return None
        gap = self.theme.px(24)
        if even := self._even(natural, least, width, gap):
            return even
        wanted = [each + gap for each in natural]
        if sum(wanted) <= width:
            wide = min(width, round(1.25 * sum(wanted)))
            return [round(each * wide / sum(wanted)) for each in wanted]
        free, spread = width - sum(least), sum(wanted) - sum(least)
        return [low + int(free * (want - low) / spread) for low, want in zip(least, wanted, strict=True)]

    def _even(self, natural: list[int], least: list[int], width: int, gap: int) -> list[int]:
        """Return equal columns after a wider first one, if they have room; so tables under each other are in line."""
        count = len(natural)
        if count < _COLUMNS:
            return []
        share = min(width, round(_EVEN * self.theme.longest_line(TypeRole.BODY))) // (count + 1)
        fits = all(floor <= share for floor in least[1:]) and all(each + gap <= 2 * share for each in natural[1:])
        return [2 * share, *[share] * (count - 1)] if fits and least[0] <= 2 * share else []

    def _places(self, width: int) -> Places:
        widths = self.widths(width)
        places, y = list[tuple[QWidget, QRect]](), 0
        if self.caption:
            places.append((self.caption, QRect(0, 0, width, self.caption.heightForWidth(width))))
            y = places[0][1].height()
        for row in self._shown(widths):
            places.append((row, QRect(0, y, width, row.places(width, widths)[1])))
            y += places[-1][1].height()
        return places, y

    def _shown(self, widths: list[int] | None) -> list[TableRow]:
        """Return the rows to be seen: stacked cells tell their columns' names themselves."""
        return self.rows[1:] if widths is None and self._heads and len(self.rows) > 1 else self.rows

    def _stand(self) -> None:
        widths = self.widths(self.width())
        shown = self._shown(widths)
        for row in self.rows:
            row.stand(widths)
            row.setVisible(row in shown)

    def retheme(self) -> None:
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stand()
        super().resizeEvent(event)


def _row_name(table: Table, place: int) -> str:
    cells = [visible(plain(cell)) for cell in table.rows[place]]
    if table.header and place:
        heads = [visible(plain(cell)) for cell in table.rows[0]]
        return "; ".join(f"{head}: {cell}" if head.strip() else cell for head, cell in zip(heads, cells, strict=False))
    return ": ".join(cells) if not table.header and len(cells) == 2 else "; ".join(cells)


def _column_name(name: Line) -> TextBlock:
    """Return what stands over a stacked cell, blank where its column has no name."""
    return TextBlock(name if plain(name).strip() else "", TypeRole.SMALL, color="ink2", focusable=False)


def _texts(cell: QWidget) -> list[TextBlock]:
    return [cell] if isinstance(cell, TextBlock) else cell.findChildren(TextBlock)


def _natural(cell: QWidget) -> int:
    return max((text.natural_width() for text in _texts(cell)[:1]), default=0)


def _least(cell: QWidget) -> int:
    return max((text.least_width() for text in _texts(cell)[:1]), default=0)
