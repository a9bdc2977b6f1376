"""Boxes that hold other widgets: a column, a panel with a fill, and cells that share the width."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from her2guide.ui.icons import paint_icon
from her2guide.ui.placing import Places, Placing
from her2guide.ui.theme import FRAME, Themed

_ICON = 28.0
_OUTSIDE = 4  # above and below a panel, as above and below a text


def sides(widget: QWidget, start: int, end: int) -> tuple[int, int]:
    """Return the room where lines start and where they end as left and right: Qt mirrors no margins."""
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (end, start) if mirrored else (start, end)


class Column(QWidget, Themed):
    """Widgets one under the other, with the same gap between them. Spaces grow with the text size."""

    def __init__(self, gap: float = 0, pad: tuple[float, float] = (0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._pad = gap, pad
        self.rows = QVBoxLayout(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._space()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self.rows.addWidget(widget)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at a place, for the eyes and in the order of reading, which is Qt's stacking."""
        item = self.rows.itemAt(place)
        below = item.widget() if item is not None else None
        self.rows.insertWidget(place, widget)
        if below is not None:
            widget.stackUnder(below)

    def add_space(self, length: float) -> None:
        """Leave more room before the next widget."""
        self.rows.addWidget(Space(length))

    def retheme(self) -> None:
        self._space()

    def _space(self) -> None:
        side, top = map(self.theme.px, self._pad)
        self.rows.setContentsMargins(side, top, side, top)
        self.rows.setSpacing(self.theme.px(self._gap))


class Space(QWidget, Themed):
    """Empty room that grows with the text size."""

    def __init__(self, length: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        self.retheme()

    def retheme(self) -> None:
        self.setFixedHeight(self.theme.px(self._length))


class Panel(Column):
    """A column on a fill, perhaps with a border, and with an icon at its left."""

    def __init__(
        self,
        fill: str = "surface",
        stroke: str = "line",
        *,
        stroke_width: float = 1.0,
        icon: str = "",
        icon_color: str = "ink",
        icon_size: float = _ICON,
        gap: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._fill, self._stroke, self._stroke_width = fill, stroke, stroke_width
        self._icon, self._icon_color, self._icon_size = icon, icon_color, icon_size
        super().__init__(gap, parent=parent)

    @property
    def _icon_side(self) -> int:
        return self.theme.icon(self._icon_size) if self._icon else 0

    def _space(self) -> None:
        side, top = self.theme.px(14) + FRAME, self.theme.px(14) + _OUTSIDE
        left, right = sides(
            self, side + (self._icon_side + self.theme.px(self._icon_size / 5) if self._icon else 0), side
        )
        self.rows.setContentsMargins(left, top, right, top)
        self.rows.setSpacing(self.theme.px(self._gap))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._stroke_width / 2
        area = QRectF(self.rect()).adjusted(FRAME, _OUTSIDE, -FRAME, -_OUTSIDE)
        area.adjust(inset, inset, -inset, -inset)
        pen = QPen(self.theme.color(self._stroke), self._stroke_width) if self._stroke else Qt.PenStyle.NoPen
        painter.setPen(pen)
        painter.setBrush(self.theme.color(self._fill))
        painter.drawRoundedRect(area, 12, 12)
        if self._icon:
            side = self._icon_side
            left = area.left() + self.theme.px(16)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - side
            top = self.theme.px(14) + _OUTSIDE + 2 + self.theme.icon((self._icon_size - _ICON) / 2)
            spot = QRectF(left, top, side, side)
            paint_icon(painter, self._icon, spot, self.theme.color(self._icon_color))


class Beside(QWidget, Themed):
    """Widgets side by side where the width allows, else one under the other. Read down the first column first."""

    def __init__(
        self, parts: Sequence[QWidget], *, most: int = 2, least: float = 340, gap: float = 16, down: float = 4
    ) -> None:
        super().__init__()
        self._parts, self._most, self._least, self._gap, self._down = list(parts), most, least, gap, down
        Placing(self, self._parts, self._places)

    def columns(self, width: int) -> int:
        """Return how many columns stand in a width."""
        least = self._least * self.theme.step / 100
        fitting = int((width + self.theme.px(self._gap)) // (least + self.theme.px(self._gap)))
        return max(1, min(fitting, self._most, len(self._parts)))

    def _places(self, width: int) -> Places:
        count, gap, down = self.columns(width), self.theme.px(self._gap), self.theme.px(self._down)
        wide = (width - gap * (count - 1)) // count
        tall = -(-len(self._parts) // count)
        places, y = list[tuple[QWidget, QRect]](), 0
        for row in range(tall):
            members = self._parts[row::tall]
            high = max(max(part.heightForWidth(wide), part.minimumHeight()) for part in members)
            places += [(part, QRect(x * (wide + gap), y, wide, high)) for x, part in enumerate(members)]
            y += high + down
        return places, max(y - down, 0)
