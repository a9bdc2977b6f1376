"""The list of parts of a guide, by chapter. The part that is read now has a bar, bold words, and a mark for readers."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from her2guide.guide.chapters import Chapter
from her2guide.guide.document import line
from her2guide.ui.placing import Places, Placing
from her2guide.ui.rows import Row, RowGroup, one_stop
from her2guide.ui.text import TextBlock, paint_ring
from her2guide.ui.theme import FRAME, Themed, TypeRole
from her2guide.ui.typeset import Typeset

_BAR = 5.0
_NEXT: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENDS: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_LEAST, _BESIDE, _BETWEEN = 380, 24, 16  # a column, and the gaps beside it and between chapters


class ContentsRow(Row):
    """One part. For screen readers a radio button: of all parts one is read now."""

    def __init__(self, part: str, words: str) -> None:
        super().__init__()
        self.part, self.words = part, words
        self.setAccessibleName(words)
        self.setAutoExclusive(True)
        self.retheme()

    def retheme(self) -> None:
        weight = QFont.Weight
        self._usual = Typeset(line(self.words), self.theme, TypeRole.BODY, weight.Normal)
        self._bold = Typeset(line(self.words), self.theme, TypeRole.BODY, weight.Bold)

    @property
    def _side(self) -> int:
        return FRAME + self.theme.px(14)

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * self._side
        words = max(each.height_for(room, self.layoutDirection()) for each in (self._usual, self._bold))
        return max(self.theme.px(48), self.theme.target, int(words + 2 * self.theme.px(9)))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, max(self.theme.px(48), self.theme.target))

    @property
    def _contents(self) -> "Contents | None":
        above = self.parentWidget()
        while above is not None and not isinstance(above, Contents):
            above = above.parentWidget()
        return above

    def step(self, key: int) -> bool:
        contents = self._contents
        return contents is not None and contents.step(self, key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (contents := self._contents) is not None:
            contents.moved.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(FRAME, 0, -FRAME, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(self.theme.color("selline"), 1.5))
            painter.setBrush(self.theme.color("selbg"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("lake"))
            left = area.right() - _BAR if mirrored else area.left()
            painter.drawRoundedRect(QRectF(left, area.top() + 8, _BAR, area.height() - 16), 2, 2)
        elif self.underMouse():
            painter.setBrush(self.theme.color("hover"))
            painter.drawRoundedRect(area, 8, 8)
        words = self._bold if self.isChecked() else self._usual
        high = words.lay(self.width() - 2 * self._side, self.layoutDirection())
        color = self.theme.color("ink" if self.isChecked() else "lake")
        words.paint(painter, QPointF(self._side, (self.height() - high) / 2), color)
        if self.hasFocus():
            paint_ring(painter, area, self.theme.color("focus"), 8)


class ChapterRows(RowGroup):
    """The parts of one chapter under its name; one stop for Tab."""

    def __init__(self, chapter: Chapter) -> None:
        super().__init__(chapter.name)
        self.name = TextBlock(chapter.name, TypeRole.SMALL, color="ink2", weight=QFont.Weight.Bold, focusable=False)
        self.rows = {section.id: ContentsRow(section.id, section.title) for section in chapter.sections}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, *self.rows.values()):
            self._column.addWidget(part)
        self.retheme()

    def retheme(self) -> None:
        self._column.setSpacing(self.theme.px(8))

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def stops(self) -> tuple[Row, ...]:
        return one_stop(tuple(self.rows.values()))


class Contents(QWidget, Themed):
    """The chapters, one under the other, or in two columns where there is room and they are wanted."""

    asked = Signal(str)  # the id of a part
    moved = Signal(QWidget)  # the row where the keyboard is now

    def __init__(self, name: str, chapters: Sequence[Chapter], current: str, *, columns: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.chapters = tuple(ChapterRows(chapter) for chapter in chapters)
        self.parts = {part: row for chapter in self.chapters for part, row in chapter.rows.items()}
        self._one = QButtonGroup(self)  # of all chapters together, one part is read now
        for part, row in self.parts.items():
            self._one.addButton(row)
            row.clicked.connect(lambda _checked=False, part=part: self.asked.emit(part))
        self.parts[current].setChecked(True)
        self._columns = columns
        self._placing = Placing(self, self.chapters, self._places)

    @property
    def current(self) -> ContentsRow:
        """The row of the part that is read now."""
        return next(row for row in self.parts.values() if row.isChecked())

    def step(self, row: ContentsRow, key: int) -> bool:
        """Go to another row, without asking for its part: around the ends, or to the first or the last."""
        rows = list(self.parts.values())
        if key in _ENDS:
            goal = rows[_ENDS[key]]
        elif key in _NEXT:
            goal = rows[(rows.index(row) + _NEXT[key]) % len(rows)]
        else:
            return False
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _places(self, width: int) -> Places:
        theme = self.theme
        beside, between = theme.px(_BESIDE), theme.px(_BETWEEN)
        least = _LEAST * theme.step / 100
        count = max(1, min(int((width + beside) // (least + beside)), self._columns, len(self.chapters)))
        wide = (width - beside * (count - 1)) // count
        heights = [chapter.heightForWidth(wide) for chapter in self.chapters]
        places, lowest = list[tuple[QWidget, QRect]](), 0
        for column, (first, end) in enumerate(_even(heights, count, between)):
            y = 0
            for chapter, high in zip(self.chapters[first:end], heights[first:end], strict=True):
                places.append((chapter, QRect(column * (wide + beside), y, wide, high)))
                y += high + between
            lowest = max(lowest, y - between)
        return places, lowest


def _even(heights: Sequence[int], columns: int, gap: int) -> list[tuple[int, int]]:
    """Return from where to where each column goes, so that the highest column is as low as it can be."""

    def highest(cuts: tuple[int, ...]) -> int:
        return max(sum(heights[a:b]) + gap * (b - a - 1) for a, b in pairwise((0, *cuts, len(heights))))

    cuts = min(combinations(range(1, len(heights)), columns - 1), key=highest)
    return list(pairwise((0, *cuts, len(heights))))
