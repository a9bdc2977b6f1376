"""The list of parts of a guide. The part that is read now is marked by a bar, bold words, and for screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen

from her2guide.guide.document import line
from her2guide.ui.layout import Column
from her2guide.ui.rows import Row
from her2guide.ui.text import paint_ring
from her2guide.ui.theme import FRAME, TypeRole
from her2guide.ui.typeset import Typeset

_BAR = 5.0
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ContentsRow(Row):
    """One part. For screen readers a radio button: of all parts one is read now."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
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

    def step(self, key: int) -> bool:
        group, by = self.parentWidget(), _STEPS.get(key, 0)
        if not by or not isinstance(group, Contents):
            return False
        group.step(self, by)
        return True

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
        words.paint(painter, QPointF(self._side, (self.height() - high) / 2), self.theme.color("ink"))
        if self.hasFocus():
            paint_ring(painter, area, self.theme.color("focus"), 8)


class Contents(Column):
    """The parts, one under the other."""

    asked = Signal(str)  # the id of a part

    def __init__(self, name: str, parts: Sequence[tuple[str, str]]) -> None:
        """`parts` are ids and titles; the first part is the current one."""
        super().__init__(8)
        self.setAccessibleName(name)
        self.parts = {part: ContentsRow(title) for part, title in parts}
        for part, row in self.parts.items():
            row.clicked.connect(lambda _checked=False, part=part: self.asked.emit(part))
            self.add(row)
        next(iter(self.parts.values())).setChecked(True)

    @property
    def current(self) -> ContentsRow:
        """The row of the part that is read now."""
        return next(row for row in self.parts.values() if row.isChecked())

    def step(self, row: ContentsRow, by: int) -> None:
        """Go to the next row, around the ends, without asking for its part."""
        rows = list(self.parts.values())
        rows[(rows.index(row) + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
