"""Buttons. One primary a page; none is ever only an icon below 160 %."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from her2guide.guide.words import Role, Span
from her2guide.ui.icons import paint_icon
from her2guide.ui.text import ENTER, paint_ring
from her2guide.ui.theme import FRAME, Themed, TypeRole
from her2guide.ui.typeset import Typeset


@dataclass(frozen=True, slots=True)
class Face:
    """How a button is painted in one state: token names, "" for none."""

    fill: str
    stroke: str
    text: str


@dataclass(frozen=True, slots=True)
class Faces:
    """A kind of button in its states."""

    rest: Face
    hover: Face
    press: Face
    stroke_width: float = 0.0
    side: float = 20  # room at the left and right of the words
    weight: QFont.Weight = QFont.Weight.Bold
    underlined: bool = False


_TIGHT = 18
_UNAVAILABLE = Face("disabledbg", "disabled", "disabled")


class Button(QAbstractButton, Themed):
    """A painted button with words that may wrap, and an icon beside them."""

    faces: Faces

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._compact, self._tight = icon, False, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    @property
    def words(self) -> str:
        """The words on the button."""
        return self._words

    def set_words(self, words: str, name: str = "") -> None:
        """Show other words; `name` is said to screen readers where the words alone are not enough."""
        self._words = words  # never setText: "&" would make a shortcut
        self.setAccessibleName(name or words)
        self.retheme()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the name stays for screen readers. Only for large text."""
        self._compact = compact and bool(self._icon)
        self.updateGeometry()
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Leave little room beside the words, so that they need not wrap where buttons are many and words large."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def retheme(self) -> None:
        self._set = Typeset((Span(self._words, Role.PLAIN),), self.theme, TypeRole.BODY, self.faces.weight)

    @property
    def _icon_side(self) -> int:
        return self.theme.icon(22) if self._icon else 0

    @property
    def _beside(self) -> int:
        """The width of everything but the words."""
        gap = self.theme.px(8) if self._icon and not self._compact else 0
        side = _TIGHT if self._tight else self.theme.px(self.faces.side)
        return 2 * FRAME + 2 * side + self._icon_side + gap

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        least = max(self.theme.px(52), self.theme.target)
        words = 0 if self._compact else self._set.height_for(width - self._beside)
        return max(least, int(words + 2 * self.theme.px(9))) + 2 * FRAME

    def sizeHint(self) -> QSize:
        words = 0 if self._compact else int(max(self._set.natural_width, self._set.widest_word) + 0.99)
        width = max(self._beside + words, self.theme.target + 2 * FRAME)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = 0 if self._compact else int(self._set.widest_word + 0.99)
        width = max(self._beside + words, self.theme.target + 2 * FRAME)
        return QSize(width, max(self.theme.px(52), self.theme.target) + 2 * FRAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def _face(self) -> Face:
        if not self.isEnabled():
            return _UNAVAILABLE
        if self.isDown():
            return self.faces.press
        return self.faces.hover if self.underMouse() else self.faces.rest

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, inset = self._face(), FRAME + self.faces.stroke_width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self._paint_box(painter, area, face)
        self._paint_words(painter, face)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.theme.color("focus"), 12)

    def _paint_box(self, painter: QPainter, area: QRectF, face: Face) -> None:
        width = self.faces.stroke_width if self.isEnabled() else 2.0
        pen = QPen(self.theme.color(face.stroke), width) if face.stroke else QPen(Qt.PenStyle.NoPen)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self.theme.color(face.fill) if face.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 8, 8)

    def _paint_words(self, painter: QPainter, face: Face) -> None:
        color, room = self.theme.color(face.text), self.width() - self._beside
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = 0.0 if self._compact else min(self._set.natural_width, room)
        height = (
            0.0 if self._compact else self._set.lay(max(words, 1) if words < room else room, self.layoutDirection())
        )
        gap = self.theme.px(8) if self._icon and not self._compact else 0
        whole = words + gap + self._icon_side
        left = (self.width() - whole) / 2
        if self._icon:
            x = left if not mirrored else left + words + gap
            side = self._icon_side
            paint_icon(painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), color)
        if self._compact:
            return
        x = left if mirrored else left + self._icon_side + gap
        top = (self.height() - height) / 2
        self._set.paint(painter, QPointF(x, top), color)
        if self.faces.underlined and not self._icon:
            painter.setPen(QPen(color, max(1.5, self.theme.step / 80)))
            for piece in self._set.pieces(0, len(self._words)):
                y = top + piece.bottom() - 0.13 * piece.height()
                painter.drawLine(QPointF(x + piece.left(), y), QPointF(x + piece.right(), y))


class PrimaryButton(Button):
    """The one next act of a page."""

    faces = Faces(Face("lake", "", "onlake"), Face("lakehover", "", "onlake"), Face("lakepress", "", "onlake"), 0.0, 24)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        usual = 0 if self._tight else self.theme.px(160) + 2 * FRAME
        return QSize(max(hint.width(), usual), hint.height())


class SecondaryButton(Button):
    """Another act; at most two a page."""

    faces = Faces(Face("surface", "lake", "lake"), Face("tint", "lake", "lake"), Face("tint", "lakepress", "lake"), 2.0)


class QuietButton(Button):
    """An act that looks like a link. With an icon, such as Back, it needs no line under it."""

    faces = Faces(
        Face("", "", "lake"), Face("tint", "", "lake"), Face("tint", "lake", "lake"), 0.0, 8,
        QFont.Weight.DemiBold, underlined=True,
    )  # fmt: skip


class BarButton(Button):
    """A button of the bar at the top."""

    faces = Faces(
        Face("surface", "lineui", "ink"), Face("tint", "lineui", "ink"), Face("tint", "ink", "ink"), 1.5, 18,
        QFont.Weight.DemiBold,
    )  # fmt: skip


class CallButton(Button):
    """ "When to call": amber, with a phone, and always the same."""

    faces = Faces(
        Face("amberbg", "amberline", "ink"), Face("amber", "amberline", "onamber"),
        Face("amber", "onamber", "onamber"), 2.0,
    )  # fmt: skip

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "phone", parent)


class ErrorLink(Button):
    """A line of the error summary; it leads to the field."""

    faces = Faces(
        Face("", "", "error"), Face("surface", "", "error"), Face("surface", "error", "error"), 0.0, 0,
        underlined=True,
    )  # fmt: skip


def widen(button: Button, *, wide: bool = True) -> None:
    """Let a button be as wide as there is room, or no wider than its words need."""
    across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
