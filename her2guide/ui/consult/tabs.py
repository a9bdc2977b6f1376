"""What there is to see in the counselor's window, in a line under its bar; one of them is seen now."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import line
from her2guide.ui.placing import Places, Placing
from her2guide.ui.rows import Row, RowGroup, one_stop
from her2guide.ui.text import paint_ring
from her2guide.ui.theme import FRAME, TypeRole
from her2guide.ui.typeset import Typeset

_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_BAR = 4.0


class Tab(Row):
    """One view by its name. For screen readers a radio button; the one chosen is bold and has a bar under it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setAccessibleName(words)
        self.setAutoExclusive(True)
        self.retheme()

    def retheme(self) -> None:
        weight = QFont.Weight
        self._usual = Typeset(line(self.words), self.theme, TypeRole.BODY, weight.DemiBold)
        self._bold = Typeset(line(self.words), self.theme, TypeRole.BODY, weight.Bold)

    def heightForWidth(self, width: int) -> int:
        words = self._bold.height_for(width - 2 * (FRAME + 6))
        return max(self.theme.px(52), self.theme.target, int(words + 2 * self.theme.px(9)))

    def sizeHint(self) -> QSize:
        width = int(self._bold.natural_width + 1) + 2 * (FRAME + self.theme.px(10))
        width = max(width, self.theme.target + 2 * FRAME)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.target + 2 * FRAME, max(self.theme.px(52), self.theme.target))

    def step(self, key: int) -> bool:
        group = self.parentWidget()
        return isinstance(group, Tabs) and group.step(self, key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(FRAME, 0, -FRAME, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(self.theme.color("selline"), 1.5))
            painter.setBrush(self.theme.color("selbg"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("lake"))
            painter.drawRoundedRect(QRectF(area.left() + 8, area.bottom() - _BAR, area.width() - 16, _BAR), 2, 2)
        elif self.underMouse():
            painter.setBrush(self.theme.color("hover"))
            painter.drawRoundedRect(area, 8, 8)
        words = self._bold if self.isChecked() else self._usual
        room = max(self.width() - 2 * (FRAME + 6), 1)
        high = words.lay(room, self.layoutDirection())
        left = (self.width() - min(words.used_width(), room)) / 2
        color = self.theme.color("ink" if self.isChecked() else "lake")
        at = QPointF(left - max(words.room - words.used_width(), 0) * self._mirrored, (self.height() - high) / 2)
        words.paint(painter, at, color)
        if self.hasFocus():
            paint_ring(painter, area, self.theme.color("focus"), 8)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class Tabs(RowGroup):
    """The views side by side, in as many lines as they need; one stop for the keyboard, arrows lead on."""

    asked = Signal(str)

    def __init__(self, name: str, views: Mapping[str, str]) -> None:
        super().__init__(name)
        self.tabs = {view: Tab(words) for view, words in views.items()}
        for view, tab in self.tabs.items():
            tab.setParent(self)
            tab.clicked.connect(lambda _checked=False, view=view: self.asked.emit(view))
        Placing(self, self.tabs.values(), self._places)

    def choose(self, view: str) -> None:
        """Show a view as the one that is seen."""
        self.tabs[view].setChecked(True)

    def stops(self) -> tuple[Row, ...]:
        return one_stop(tuple(self.tabs.values()))

    def step(self, tab: Tab, key: int) -> bool:
        """Go to another view by an arrow key, around the ends. Nothing is shown until it is pressed."""
        by = _STEPS.get(key, 0)
        if not by:
            return False
        by = -by if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else by
        tabs = list(self.tabs.values())
        tabs[(tabs.index(tab) + by) % len(tabs)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _places(self, width: int) -> Places:
        places, x, y, high = list[tuple[QWidget, QRect]](), 0, 0, 0
        gap = self.theme.px(8)
        for tab in self.tabs.values():
            wide = min(tab.sizeHint().width(), width)
            if x and x + wide > width:
                x, y, high = 0, y + high + gap, 0
            tall = tab.heightForWidth(wide)
            places.append((tab, QRect(x, y, wide, tall)))
            x, high = x + wide, max(high, tall)
        return places, y + high
