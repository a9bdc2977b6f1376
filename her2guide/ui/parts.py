"""Small parts that blocks are made of: a text whose words explain themselves, an item, a phone number."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from her2guide.guide.words import Line, Role, Span, plain
from her2guide.output.typed_text import visible
from her2guide.ui.buttons import QuietButton
from her2guide.ui.icons import paint_icon
from her2guide.ui.layout import Column, Panel, sides
from her2guide.ui.text import ABOVE, Shown, TermButton, TextBlock, paint_ring
from her2guide.ui.theme import FRAME, Themed, TypeRole
from her2guide.ui.typeset import Typeset

Explain = Callable[[str], tuple[str, str] | None]  # glossary id -> the word and its meaning


class MakeText(Protocol):
    """Makes the widget for a text."""

    def __call__(
        self, text: Line, role: TypeRole = ..., color: str = ..., weight: QFont.Weight | None = ...
    ) -> QWidget: ...


class Explained(Column):
    """A text with medical words. One that is asked for is explained right under the text."""

    def __init__(self, text: TextBlock, explain: Explain, close: str) -> None:
        super().__init__(4)
        self.text, self._explain, self._close_word = text, explain, close
        self.panel: Panel | None = None
        self._open = ""
        self._back: TermButton | None = None
        self.add(text)
        text.term_asked.connect(self._asked)

    def _asked(self, target: str, button: TermButton) -> None:
        again = target == self._open
        self.close_panel()
        found = self._explain(target)
        if again or found is None:
            return
        self._open, self._back = target, button
        word, meaning = found
        self.panel = Panel("tint", "line")
        said = TextBlock((Span(word, Role.STRONG), Span(f": {meaning}")))
        close = QuietButton(self._close_word)
        close.clicked.connect(self.close_panel)
        self.panel.add(said, close)
        self.add(self.panel)
        self.panel.show()
        said.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Close the explanation and go back to the word."""
        if self.panel is None:
            return
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.removeWidget(self.panel)
        self.panel.hide()
        self.panel.deleteLater()
        self.panel, self._open, self._back = None, "", None
        self.updateGeometry()


class Item(QWidget, Themed):
    """A text behind a sign: a disc, a number, a bar for something to ask, an icon by its name, or a drawn picture.

    `picture` names one of `pictures.SIGNS`, which is drawn in `color`.
    """

    def __init__(
        self,
        body: QWidget,
        sign: str = "disc",
        number: int = 0,
        *,
        icon: str = "",
        picture: str = "",
        color: str = "ink",
    ) -> None:
        super().__init__()
        self._sign, self._number, self._icon = "icon" if icon else "picture" if picture else sign, number, icon
        self._picture, self._color = picture, color
        self._box = QVBoxLayout(self)
        self._box.addWidget(body)
        self._box.setSpacing(0)
        self._text = body if isinstance(body, TextBlock) else body.findChild(TextBlock)
        if number and self._text is not None:
            self._text.setAccessibleName(f"{number}. {self._text.words}")
        self.retheme()

    def retheme(self) -> None:
        rooms = {"disc": self.theme.icon(16), "bar": self.theme.px(14)}
        room = rooms.get(self._sign, self.theme.icon(30) + self.theme.px(8))
        left, right = sides(self, room, 0)
        self._box.setContentsMargins(left, 0, right, self.theme.px(4))
        if self._number:
            number = (Span(str(self._number)),)
            self._digits = Typeset(number, self.theme, TypeRole.SMALL, QFont.Weight.Bold)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("lake"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = ABOVE + self.theme.line(TypeRole.BODY) / 2
        match self._sign:
            case "disc":
                radius = self.theme.icon(3.6)
                self._disc(painter, FRAME + radius, middle, radius, mirrored)
            case "icon":
                side = self.theme.icon(24)
                left = self.width() - FRAME - side if mirrored else FRAME
                area = QRectF(left, middle - side / 2, side, side)
                paint_icon(painter, self._icon, area, self.theme.color("lake"))
            case "picture":
                self._paint_picture(painter, middle, mirrored)
            case "number":
                radius = self.theme.icon(15)
                x = self._disc(painter, FRAME + radius, max(middle, radius), radius, mirrored)
                self._digits.lay(1e6)
                at = QPointF(x - (self._digits.natural_width - 1) / 2, max(middle, radius) - self._digits.height / 2)
                self._digits.paint(painter, at, self.theme.color("onlake"))
            case _:
                left = self.width() - FRAME - 3 if mirrored else FRAME
                painter.drawRoundedRect(
                    QRectF(left, ABOVE + 2, 3, self.height() - 2 * ABOVE - self.theme.px(4)), 1.5, 1.5
                )

    def _paint_picture(self, painter: QPainter, middle: float, is_mirrored: bool) -> None:
        from her2guide.guide.pictures import draw_sign, mirrored
        from her2guide.ui.draw import paint

        side = self.theme.icon(28)
        drawing = draw_sign(self._picture, side, self._color)
        painter.translate(self.width() - FRAME - side if is_mirrored else FRAME, max(middle - side / 2, 0))
        paint(painter, mirrored(drawing) if is_mirrored else drawing, self.theme)

    def _disc(self, painter: QPainter, x: float, y: float, radius: float, mirrored: bool) -> float:
        x = self.width() - x if mirrored else x
        painter.drawEllipse(QPointF(x, y), radius, radius)
        return x


class Contact(Shown):
    """A label over a number, or over a line where a number is missing. One stop; both words are its name."""

    def __init__(self, label: Line, number: Line) -> None:
        super().__init__()
        words = [visible(plain(part)) for part in (label, number)]
        self.setAccessibleName(": ".join(word for word in words if word.strip()))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(TextBlock(label, color="ink2", focusable=False))
        self._blank = not words[1].strip()
        if not self._blank:
            self._box.addWidget(TextBlock(number, TypeRole.H3, focusable=False))
        else:
            self.retheme()

    def retheme(self) -> None:
        if self._blank:
            self._box.setContentsMargins(0, 0, 0, self.theme.line(TypeRole.H3))

    def heightForWidth(self, width: int) -> int:
        return self._box.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._blank:
            painter.setPen(QPen(self.theme.color("lineui"), 1.5))
            y = self.height() - 4.0
            right = min(self.width() - FRAME, FRAME + self.theme.px(360))
            painter.drawLine(QPointF(FRAME, y), QPointF(right, y))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 7)
