"""The ring that empties while the screen waits for somebody, one step a second."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from her2guide.ui.draw import paint_words
from her2guide.ui.text import Shown, paint_ring
from her2guide.ui.theme import TypeRole

_SIDE, _STROKE = 240, 14


class CountdownRing(Shown):
    """The seconds that are left, as digits in a ring. Its name changes only when `say` asks for it."""

    def __init__(self, whole: int, unit: str) -> None:
        super().__init__(focusable=False)
        self._whole, self._left, self._unit = whole, whole, unit
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retheme()

    def retheme(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = self.theme.px(_SIDE)
        return QSize(side, side)

    def hasHeightForWidth(self) -> bool:
        return False

    @property
    def left(self) -> int:
        """The seconds that the ring shows."""
        return self._left

    def show_left(self, seconds: int) -> None:
        """Show other seconds."""
        if seconds != self._left:
            self._left = seconds
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self.theme.px(_STROKE)
        inset = stroke / 2 + 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self.theme.color("line"), stroke))
        painter.drawEllipse(area)
        painter.setPen(QPen(self.theme.color("lake"), stroke, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(area, 90 * 16, round(360 * 16 * self._left / self._whole))
        self._write(painter, str(self._left), TypeRole.DISPLAY, "ink", -0.06)
        self._write(painter, self._unit, TypeRole.BODY, "ink2", 0.17)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 12)

    def _write(self, painter: QPainter, words: str, role: TypeRole, color: str, down: float) -> None:
        font = self.theme.font(role)
        middle = QRectF(self.rect()).center()
        y = middle.y() + down * self.height() + QFontMetricsF(font).capHeight() / 2
        painter.setPen(self.theme.color(color))
        paint_words(painter, words, font, QPointF(middle.x(), y), 0.5)
