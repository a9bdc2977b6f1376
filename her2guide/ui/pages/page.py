"""What every page is: a heading, content that scrolls, perhaps an aside, and the acts in the footer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from her2guide.ui.bars import Act, content_width, side_margin
from her2guide.ui.buttons import Button
from her2guide.ui.layout import Column
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import FRAME, Themed, TypeRole

_ASIDES = ((1200, 296, 32), (1500, 320, 40), (1 << 24, 352, 48))  # window below, aside, gap
_SCROLL_BAR = 20


class Body(QWidget, Themed):
    """The main column with an aside at its right; where there is no room for it, the aside stands below."""

    def __init__(self, main: Column, aside: Column | None) -> None:
        super().__init__()
        self._main, self._aside = main, aside
        for part in (main, aside):
            if part is not None:
                part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> tuple[list[tuple[int, int, int, int]], int]:
        """Return left, top, width and height of each part, and the height of all."""
        theme, top = self.theme, self.theme.px(12)
        full = max(width, min(self.window().width(), width + _SCROLL_BAR))  # the bar moves nothing
        left = side_margin(full, theme)
        inner = min(content_width(min(full, 1920), theme) + 2 * FRAME, width - left - FRAME)
        parts = [self._main, self._aside] if self._aside is not None else [self._main]
        beside = self._aside is not None and not theme.large and width >= 900
        places, low = [], top
        if beside:
            _, wide, gap = next(each for each in _ASIDES if width < each[0])
            widths = (inner - wide - gap, wide + 2 * FRAME)
            lefts = (left, left + inner - wide - 2 * FRAME)
            for part, x, each in zip(parts, lefts, widths, strict=True):
                places.append((x, top, each, part.heightForWidth(each)))
            low = top + max(place[3] for place in places)
        else:
            for part in parts:
                places.append((left, low, inner, part.heightForWidth(inner)))
                low += places[-1][3] + theme.px(16)
        return places, low + theme.px(16)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def sizeHint(self) -> QSize:
        return QSize(900, self.heightForWidth(900))

    def retheme(self) -> None:
        self._put()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._put()
        return super().event(event)

    def _put(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        parts = [part for part in (self._main, self._aside) if part is not None]
        for part, (x, y, wide, high) in zip(parts, self._places(self.width())[0], strict=True):
            part.setGeometry(self.width() - x - wide if mirrored else x, y, wide, high)


class Page(QScrollArea):
    """One page of the window."""

    full = False  # whether it takes the whole window, without bars
    leads_to_signs = True  # whether When to call stands in the footer

    def __init__(self, title: str, *, aside: Column | None = None, color: str = "ink") -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.verticalScrollBar().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.main = Column(8)
        self.heading: TextBlock = heading(title, TypeRole.H1, color=color)
        body = Body(self.main, aside)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    @property
    def progress(self) -> str:
        """How far the person is, in words."""
        return ""

    @property
    def primary(self) -> Act | None:
        """The one next act."""
        return None

    @property
    def others(self) -> Sequence[Act]:
        """Further acts."""
        return ()

    def forget(self) -> None:
        """Take what was typed off the page."""


class ButtonRow(QWidget, Themed):
    """Buttons side by side, or one under the other where text is large; perhaps the last one at the far end."""

    def __init__(self, *buttons: Button, apart: bool = False) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for place, button in enumerate(buttons):
            if apart and place == len(buttons) - 1:
                self._row.addStretch(1)
            self._row.addWidget(button)
        self._row.addStretch(0 if apart else 1)
        self.retheme()

    def retheme(self) -> None:
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if self.theme.large else direction.LeftToRight)


class Frame(QWidget):
    """A plain column without a theme, for stacking bars and pages."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        for part in parts:
            self.rows.addWidget(part)
