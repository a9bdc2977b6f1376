"""Answer rows and the group they stand in. A row is pressed anywhere; its state is shown in four ways at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from her2guide.guide.document import line
from her2guide.ui.icons import paint_icon
from her2guide.ui.rows import Row, RowGroup, one_stop
from her2guide.ui.text import paint_ring
from her2guide.ui.theme import FRAME, TypeRole
from her2guide.ui.typeset import Typeset

RING, CODE = 27, 54


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its words, perhaps a hint, a short code before it, and whether it stands alone (none of these)."""

    id: str
    label: str
    hint: str = ""
    code: str = ""
    alone: bool = False


class AnswerRow(Row):
    """One answer over the full width: a radio button, or a check box if `many`."""

    def __init__(self, choice: Choice, *, many: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self._many = choice, many
        self.setAutoExclusive(not many)
        self.setAccessibleName(f"{choice.code}: {choice.label}" if choice.code else choice.label)
        self.setAccessibleDescription(choice.hint)
        self.retheme()

    def retheme(self) -> None:
        choice, weight = self.choice, QFont.Weight
        usual = weight.Normal if choice.code else weight.DemiBold
        self._label = Typeset(line(choice.label), self.theme, TypeRole.BODY, usual)
        chosen = usual if choice.code else weight.Bold  # a code is bold already
        self._bold = Typeset(line(choice.label), self.theme, TypeRole.BODY, chosen)
        self._hint = Typeset(line(choice.hint), self.theme, TypeRole.BODY) if choice.hint else None
        self._code = Typeset(line(choice.code), self.theme, TypeRole.BODY, weight.Bold) if choice.code else None

    @property
    def words(self) -> str:
        """Everything that can be read on the row."""
        return " ".join(part for part in (self.choice.code, self.choice.label, self.choice.hint) if part)

    @property
    def _ring(self) -> int:
        return self.theme.icon(RING)

    @property
    def _left(self) -> float:
        """Where the words begin."""
        left = FRAME + self.theme.px(16) + self._ring + self.theme.px(14)
        return left + (max(CODE * self.theme.step / 100, self._code.natural_width + 12) if self._code else 0)

    def _lay(self, width: int) -> float:
        """Lay out the words as they are painted now; the row itself stays as high as the bold ones need."""
        room = width - self._left - FRAME - self.theme.px(16)
        label = (self._bold if self.isChecked() else self._label).lay(room, self.layoutDirection())
        return label + (self._hint.lay(room, self.layoutDirection()) if self._hint else 0)

    def heightForWidth(self, width: int) -> int:
        room = width - self._left - FRAME - self.theme.px(16)
        words = self._bold.height_for(room, self.layoutDirection())  # no other weight needs more
        words += self._hint.height_for(room, self.layoutDirection()) if self._hint else 0
        return max(self.theme.px(56), self.theme.target, int(words + 2 * self.theme.px(13)))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, max(self.theme.px(56), self.theme.target))

    def step(self, key: int) -> bool:
        group = self.parentWidget()
        return isinstance(group, AnswerGroup) and group.step(self, key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, chosen, hover = self._lay(self.width()), self.isChecked(), self.underMouse()
        stroke, fill = ("selline", "selbg") if chosen else ("lineui", "hover" if hover else "surface")
        width = 3.0 if chosen else 2.0 if hover else 1.25
        area = QRectF(self.rect()).adjusted(FRAME, 0, -FRAME, 0)
        inner = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(self.theme.color(stroke), width))
        painter.setBrush(self.theme.color(fill))
        painter.drawRoundedRect(inner, 10, 10)
        self._paint_sign(painter, chosen)
        self._paint_words(painter, (self.height() - words) / 2, chosen)
        if self.hasFocus():
            paint_ring(painter, area.adjusted(5, 5, -5, -5), self.theme.color("focus"), 7)

    def _mirror(self, left: float, width: float) -> float:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if mirrored else left

    def _paint_sign(self, painter: QPainter, chosen: bool) -> None:
        side = float(self._ring)
        left = self._mirror(FRAME + self.theme.px(16), side)
        area = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        lake, pen = self.theme.color("lake"), 2.0 + (self.theme.step - 100) / 100
        painter.setPen(QPen(lake if chosen else self.theme.color("lineui"), pen))
        painter.setBrush(self.theme.color("lake" if chosen and self._many else "surface"))
        if self._many:
            painter.drawRoundedRect(area, 5, 5)
            if chosen:
                paint_icon(painter, "check", area.adjusted(2, 2, -2, -2), self.theme.color("onlake"))
            return
        painter.drawEllipse(area)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(lake)
            painter.drawEllipse(area.center(), 0.27 * side, 0.27 * side)

    def _paint_words(self, painter: QPainter, top: float, chosen: bool) -> None:
        ink, label = self.theme.color("ink"), self._bold if chosen else self._label
        room = self.width() - self._left - FRAME - self.theme.px(16)
        left = self._mirror(self._left, room)
        if self._code:
            self._code.lay(1e6)
            wide = self._code.natural_width
            x = self._mirror(FRAME + self.theme.px(16) + self._ring + self.theme.px(14), wide)
            self._code.lay(1e6)
            y = (self.height() - self._code.height) / 2
            self._code.paint(painter, QPointF(x, y), ink)
        label.paint(painter, QPointF(left, top), ink)
        if self._hint:
            below = top + label.height
            self._hint.paint(painter, QPointF(left, below), self.theme.color("ink2"))


_NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BEFORE = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class AnswerGroup(RowGroup):
    """The answers to one question, which is the group's name. Nothing is chosen at first."""

    changed = Signal()

    def __init__(self, question: str, choices: Sequence[Choice], *, many: bool = False) -> None:
        super().__init__(question)
        self._many = many
        self.rows = tuple(AnswerRow(choice, many=many, parent=self) for choice in choices)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, row=row: self._pressed(row))
        self.retheme()

    def retheme(self) -> None:
        self._column.setSpacing(self.theme.px(8))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the answers chosen, in their order."""
        return tuple(row.choice.id for row in self.rows if row.isChecked())

    def stops(self) -> tuple[Row, ...]:
        """Return where Tab stops: at every check box, but once among radio buttons."""
        return self.rows if self._many else one_stop(self.rows)

    def choose(self, *ids: str) -> None:
        """Show these answers as chosen, and no others; says nothing about it."""
        for row in self.rows:
            row.setAutoExclusive(False)
            row.setChecked(row.choice.id in ids)
        for row in self.rows:
            row.setAutoExclusive(not self._many)

    def step(self, row: AnswerRow, key: int) -> bool:
        """Go to the next answer by an arrow key, around the ends. Among radio buttons it is chosen too."""
        by = 1 if key in _NEXT else -1 if key in _BEFORE else 0
        if not by:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            by = -by
        goal = self.rows[(self.rows.index(row) + by) % len(self.rows)]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._many:
            goal.click()
        return True

    def _pressed(self, row: AnswerRow) -> None:
        if self._many and row.isChecked():
            for other in self.rows:
                if other is not row and (row.choice.alone or other.choice.alone):
                    other.setChecked(False)
        self.changed.emit()
