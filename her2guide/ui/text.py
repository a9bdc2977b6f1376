"""The one way text reaches the screen: as data, never as markup, wrapped, and readable by a screen reader."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from her2guide.guide.words import Line, line
from her2guide.ui.theme import FRAME, Themed, TypeRole
from her2guide.ui.typeset import Typeset

ABOVE = 4  # room for the focus ring above and below a text
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_ring(painter: QPainter, area: QRectF, color: QColor, radius: float) -> None:
    """Paint the focus ring, 3 px wide, just inside an area."""
    painter.setPen(QPen(color, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)


class Shown(QLabel, Themed):
    """Something to look at. A label only so that screen readers know it as text or picture; it holds no text."""

    def __init__(self, parent: QWidget | None = None, *, focusable: bool = True) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: ARG002 - Qt's shape
        """Refuse: a label would guess whether this is markup."""
        raise TypeError("text is shown by a TextBlock")

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class TextBlock(Shown):
    """A paragraph, a heading, a cell. Its accessible name is its words; terms in it are buttons."""

    term_asked = Signal(str, object)  # the glossary id, and the button to come back to

    def __init__(
        self,
        text: str | Line,
        role: TypeRole = TypeRole.BODY,
        *,
        color: str = "ink",
        weight: QFont.Weight | None = None,
        focusable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, focusable=focusable)
        self.role, self._color, self._weight = role, color, weight
        self._terms: list[TermButton] = []
        self.set_text(text)

    def set_text(self, text: str | Line) -> None:
        """Show other words."""
        self._line = line(text) if isinstance(text, str) else text
        self.retheme()
        self.setAccessibleName(self.words)
        for button in self._terms:
            button.setParent(None)
            button.deleteLater()
        self._terms = [TermButton(self, target, start, length) for target, start, length in self._set.terms]
        self._place_terms()
        self.updateGeometry()
        self.update()

    def set_role(self, role: TypeRole, weight: QFont.Weight | None = None) -> None:
        """Show the same words as another kind of text."""
        self.role, self._weight = role, weight
        self.retheme()
        self.updateGeometry()

    def retheme(self) -> None:
        self._set = Typeset(self._line, self.theme, self.role, self._weight)
        self._place_terms()

    @property
    def words(self) -> str:
        """The words as they stand on the screen."""
        return self._set.words

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self._set.line_height

    def lines(self) -> list[str]:
        """Return the text of each line on the screen."""
        self._lay(self.width())
        return self._set.lines()

    def _lay(self, width: int) -> float:
        return self._set.lay(width - 2 * FRAME, self.layoutDirection())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._set.height_for(width - 2 * FRAME, self.layoutDirection())
        return int(height + 0.99) + 2 * ABOVE

    def natural_width(self) -> int:
        """Return the width that needs the fewest lines."""
        return int(self._set.natural_width + 0.99) + 2 * FRAME

    def least_width(self) -> int:
        """Return the width below which a word would be broken."""
        return int(self._set.widest_word + 0.99) + 2 * FRAME

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_terms()

    def _place_terms(self) -> None:
        if self._terms and self.width() > 2 * FRAME:
            self._lay(self.width())
            for button in self._terms:
                pieces = self._set.pieces(button.start, button.length)
                button.place([piece.translated(self._origin()) for piece in pieces])

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _origin(self) -> QPointF:
        free = max(self.width() - 2 * FRAME - self._set.room, 0)
        return QPointF(FRAME + (free if self._mirrored else 0), ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(self.width())
        self._set.paint(painter, self._origin(), self.theme.color(self._color))
        if self.hasFocus():
            used = min(self.width(), int(self._set.used_width()) + 2 * FRAME)
            left = self.width() - used if self._mirrored else 0
            color = "onamber" if self._color == "onamber" else "focus"  # a fill of its own needs a ring of its own
            paint_ring(painter, QRectF(left, 0, used, self.height()), self.theme.color(color), 7)


class TermButton(QAbstractButton, Themed):
    """A medical word in a text: a button over its letters, which the text paints."""

    def __init__(self, text: TextBlock, target: str, start: int, length: int) -> None:
        super().__init__(text)
        self.target, self.start, self.length = target, start, length
        units = text.words.encode("utf-16-le", "surrogatepass")
        word = units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
        self.setAccessibleName(word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clicked.connect(lambda: text.term_asked.emit(target, self))
        self._pieces: list[QRect] = []
        self.show()

    def place(self, pieces: list[QRectF]) -> None:
        """Lie over the pieces of the word; a word may go on in the next line."""
        grown = [piece.adjusted(-4, -2, 4, 2).toAlignedRect() for piece in pieces]
        region = QRegion()
        for piece in grown:
            region += piece
        area = region.boundingRect()
        self.setGeometry(area)
        self._pieces = [piece.translated(-area.topLeft()) for piece in grown]
        self.setMask(region.translated(-area.topLeft()))

    def sizeHint(self) -> QSize:
        return self.size()

    def hitButton(self, at: QPoint) -> bool:
        return any(piece.contains(at) for piece in self._pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self._pieces:
            paint_ring(painter, QRectF(piece), self.theme.color("focus"), 5)


def heading(text: str | Line, role: TypeRole = TypeRole.H1, *, color: str = "ink") -> TextBlock:
    """Return a heading; it is a stop for the keyboard, so that a page can begin there."""
    return TextBlock(text, role, color=color)
