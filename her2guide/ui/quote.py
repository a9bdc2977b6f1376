"""A line of a report, letter by letter, with the words that were read marked. Plain text, painted; never markup."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from her2guide.guide.document import Role, Span
from her2guide.output.typed_text import visible
from her2guide.ui.text import TextBlock


class Quote(TextBlock):
    """One line. Marked words are bold, in a box; `described` tells screen readers which they are."""

    def __init__(self, pieces: tuple[tuple[str, bool], ...], described: str = "") -> None:
        self._marks: list[tuple[int, int]] = []
        start = 0
        for text, is_marked in pieces:
            length = len(visible(text).encode("utf-16-le", "surrogatepass")) // 2
            if is_marked:
                self._marks.append((start, length))
            start += length
        super().__init__(tuple(Span(text, Role.TYPED, bold=is_marked) for text, is_marked in pieces))
        self.setAccessibleDescription(described)

    @property
    def marks(self) -> list[tuple[int, int]]:
        """Where the marked words stand: first character and how many, as Qt counts."""
        return self._marks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(self.width())
        painter.setPen(QPen(self.theme.color("amberline"), 1.5))
        painter.setBrush(self.theme.color("amberbg"))
        for start, length in self._marks:
            for piece in self._set.pieces(start, length):
                area = QRectF(piece.translated(self._origin())).adjusted(-0.5, 1, 0.5, -1)
                painter.drawRoundedRect(area, 4, 4)
        painter.end()
        super().paintEvent(event)
