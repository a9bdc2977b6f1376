"""A table: rows and columns where they fit, else each row as a list of its cells with their columns' names."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from her2guide.guide.document import Table, plain
from her2guide.output.typed_text import visible
from her2guide.ui.parts import MakeText
from her2guide.ui.text import Shown, TextBlock, paint_ring
from her2guide.ui.theme import FRAME, Themed, TypeRole

_BOLD = QFont.Weight.Bold


class TableRow(Shown):
    """One row. It is one stop for the keyboard, and its name is the whole row, each cell after its column's name."""

    def __init__(self, name: str, cells: list[QWidget], names: list[TextBlock]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cells, self.names = cells, names
        for part in (*names, *cells):
            part.setParent(self)
        self._widths: list[int] | None = None

    def set_widths(self, widths: list[int] | None) -> None:
        """Set the columns' widths, or None to stack the cells."""
        self._widths = widths
        for name in self.names:
            name.setVisible(widths is None)

    def heightForWidth(self, width: int) -> int:
        return self._put(width, place=False)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.put()

    def put(self) -> None:
        """Put the cells in their places."""
        self._put(self.width(), place=True)

    def _put(self, width: int, *, place: bool) -> int:
        pad, mirrored = self.theme.px(6), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y, high = 0, pad, 0
        for number, cell in enumerate(self.cells):
            wide = width if self._widths is None else self._widths[number]
            if self._widths is None and number < len(self.names):
                name = self.names[number]
                tall = name.heightForWidth(width)
                if place:
                    name.setGeometry(0, y, width, tall)
                y += tall - 4
            tall = cell.heightForWidth(wide)
            if place:
                cell.setGeometry(width - x - wide if mirrored else x, y, wide, tall)
            if self._widths is None:
                y += tall
            else:
                x, high = x + wide, max(high, tall)
        return y + high + pad

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.put()
        return super().event(event)

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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.caption = TextBlock(table.caption, TypeRole.H3, parent=self) if table.caption else None
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
            between = [
                TextBlock(name, TypeRole.SMALL, color="ink2", focusable=False) if plain(name).strip() else None
                for name in header
            ]
            names = [] if heads else [name or TextBlock("", TypeRole.SMALL, focusable=False) for name in between]
            self.rows.append(TableRow(_row_name(table, place), cells, names))
            self.rows[-1].setParent(self)
        self._heads = bool(header)

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
        if sum(least) > width:
            return None
        gap = self.theme.px(24)
        wanted = [each + gap for each in natural]
        if sum(wanted) <= width:
            wide = min(width, round(1.25 * sum(wanted)))
            return [round(each * wide / sum(wanted)) for each in wanted]
        free, spread = width - sum(least), sum(wanted) - sum(least)
        return [low + int(free * (want - low) / spread) for low, want in zip(least, wanted, strict=True)]

    def _put(self, width: int, *, place: bool) -> int:
        widths, y = self.widths(width), 0
        for row in self.rows:
            row.set_widths(widths)
        if self.caption:
            tall = self.caption.heightForWidth(width)
            if place:
                self.caption.setGeometry(0, 0, width, tall)
            y += tall
        for number, row in enumerate(self.rows):
            hidden = widths is None and self._heads and number == 0 and len(self.rows) > 1
            row.setVisible(not hidden)
            if hidden:
                continue
            tall = row.heightForWidth(width)
            if place:
                row.setGeometry(0, y, width, tall)
                row.put()
            y += tall
        return y

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._put(width, place=False)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def retheme(self) -> None:
        self._put(self.width(), place=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put(self.width(), place=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._put(self.width(), place=True)
        return super().event(event)


def _row_name(table: Table, place: int) -> str:
    cells = [visible(plain(cell)) for cell in table.rows[place]]
    if table.header and place:
        heads = [visible(plain(cell)) for cell in table.rows[0]]
        return "; ".join(f"{head}: {cell}" if head.strip() else cell for head, cell in zip(heads, cells, strict=False))
    return ": ".join(cells) if not table.header and len(cells) == 2 else "; ".join(cells)


def _texts(cell: QWidget) -> list[TextBlock]:
    return [cell] if isinstance(cell, TextBlock) else cell.findChildren(TextBlock)


def _natural(cell: QWidget) -> int:
    return max((text.natural_width() for text in _texts(cell)[:1]), default=0)


def _least(cell: QWidget) -> int:
    return max((text.least_width() for text in _texts(cell)[:1]), default=0)
