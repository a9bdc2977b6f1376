"""A text as a QR code on the screen, drawn dark on light in every palette."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from her2guide.guide.pictures import Drawing, Rect
from her2guide.output.qr import QUIET, dark_runs
from her2guide.ui.draw import paint
from her2guide.ui.sight import bring_in_sight
from her2guide.ui.text import Shown, paint_ring

_WIDEST = 560


def code_drawing(text: str) -> Drawing:
    """Return the shapes of a code, a unit for each of its small squares."""
    side, dark = dark_runs(text, "L")
    whole = side + 2 * QUIET
    squares = (Rect(column + QUIET, row + QUIET, length, 1, "code") for row, column, length in dark)
    return Drawing(whole, whole, (Rect(0, 0, whole, whole, "codebg"), *squares))


class CodePicture(Shown):
    """A code as large as there is room for. Its name says what it holds; nothing of it is kept when it goes."""

    def __init__(self, text: str, alt: str) -> None:
        super().__init__()
        self._drawing = code_drawing(text)
        self.setAccessibleName(alt)

    def _module(self, width: int) -> int:
        """Return how many pixels a small square has: a whole number, so that edges are sharp."""
        return max(int(min(width, self.theme.px(_WIDEST)) // self._drawing.width), 1)

    def heightForWidth(self, width: int) -> int:
        return int(self._module(width) * self._drawing.height)

    def sizeHint(self) -> QSize:
        side = self.heightForWidth(self.theme.px(_WIDEST))
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: bring_in_sight(self))  # a phone can read it only as a whole

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        module = self._module(self.width())
        painter.save()
        painter.translate((self.width() - int(module * self._drawing.width)) // 2, 0)
        painter.scale(module, module)
        paint(painter, self._drawing, self.theme)
        painter.restore()
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 12)
