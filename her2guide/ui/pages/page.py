"""What every page is: a heading, content that scrolls, perhaps an aside, and the acts in the footer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from her2guide.settings import Pace
from her2guide.ui.bars import Act, content_width, side_margin
from her2guide.ui.buttons import Button
from her2guide.ui.layout import Column
from her2guide.ui.placing import Places, Placing
from her2guide.ui.sheet import scroll_bar_sheet
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import FRAME, Themed, TypeRole

_ASIDES = ((1200, 296, 32), (1500, 320, 40), (1 << 24, 352, 48))  # window below, aside, gap
_SCROLL_BAR = 20
_MIDDLE = 760


class Body(QWidget, Themed):
    """The main column with an aside at its right; where there is no room for it, the aside stands below."""

    def __init__(self, main: Column, aside: Column | None, parent: QWidget, *, centered: bool = False) -> None:
        super().__init__(parent)
        self._centered = centered
        self._parts = [main] if aside is None else [main, aside]
        self.placing = Placing(self, self._parts, self._places)

    def _places(self, width: int) -> Places:
        theme, top = self.theme, self.theme.px(12)
        full = max(width, min(self.window().width(), width + _SCROLL_BAR))  # the bar moves nothing
        left = side_margin(full, theme)
        inner = min(content_width(min(full, 1920), theme) + 2 * FRAME, width - left - FRAME)
        places, low = list[tuple[QWidget, QRect]](), top
        if self._centered:
            return self._middle(width, inner)
        if len(self._parts) > 1 and not theme.large and width >= 900:
            _, wide, gap = next(each for each in _ASIDES if width < each[0])
            widths = (inner - wide - gap, wide + 2 * FRAME)
            lefts = (left, left + inner - wide - 2 * FRAME)
            for part, x, each in zip(self._parts, lefts, widths, strict=True):
                places.append((part, QRect(x, top, each, part.heightForWidth(each))))
            low += max(place.height() for _, place in places)
        else:
            for part in self._parts:
                places.append((part, QRect(left, low, inner, part.heightForWidth(inner))))
                low += places[-1][1].height() + theme.px(16)
        return places, low + theme.px(8)

    def _middle(self, width: int, inner: int) -> Places:
        """Place the main column, no wider than it needs to be, in the middle of what is seen."""
        wide = min(inner, self.theme.px(_MIDDLE))
        high = self._parts[0].heightForWidth(wide)
        seen = (self.parentWidget() or self).height()
        top = max((seen - high) // 2, self.theme.px(12))
        return [(self._parts[0], QRect((width - wide) // 2, top, wide, high))], max(seen, high + 2 * self.theme.px(12))

    def sizeHint(self) -> QSize:
        return self.placing.sizeHint()  # without its height: the page asks for that in its own width


class Page(QScrollArea, Themed):
    """One page of the window."""

    full = False  # whether it takes the whole window, without bars
    has_look = False  # whether text size and colors stand over it all the same
    centered = False  # whether what is there stands in the middle
    pace = Pace.QUESTION  # how long it may stand untouched where that counts
    leads_to_signs = True  # whether When to call stands in the footer
    leave: Callable[[], None] | None = None  # where Back leads from a page beside the way

    def __init__(self, title: str, *, aside: Column | None = None, color: str = "ink") -> None:
        super().__init__()
        self.title, self._progress = title, ""
        self._acts: tuple[Act, ...] = ()
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.verticalScrollBar().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.retheme()
        self.main = Column(8)
        self.heading: TextBlock = heading(title, TypeRole.H1, color=color)
        view = QWidget()  # so that Qt need not be asked for one
        view.setAutoFillBackground(False)
        self.setViewport(view)
        self._body = Body(self.main, aside, view, centered=self.centered)
        self._body.hide()
        self._body.setAutoFillBackground(False)

    @property
    def progress(self) -> str:
        """How far the person is, in words."""
        return self._progress

    @property
    def primary(self) -> Act | None:
        """The one next act."""
        return next(iter(self._acts), None)

    @property
    def others(self) -> Sequence[Act]:
        """Further acts."""
        return self._acts[1:]

    def set_acts(self, *acts: Act) -> None:
        """Offer these acts in the footer, the primary one first."""
        self._acts = acts

    def forget(self) -> None:
        """Take what was typed off the page."""

    def retheme(self) -> None:
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet(self.theme))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.widget() is None:  # now the page is as large as it will be, so nothing is laid out twice
            self._body.resize(self.viewport().size())
            self.setWidget(self._body)
            self._body.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._body.placing.invalidate()  # its margins follow the width of the window
        super().resizeEvent(event)


class ButtonRow(QWidget, Themed):
    """Buttons side by side, as many as a line has room for; perhaps the last one at the far end."""

    def __init__(self, *buttons: Button, apart: bool = False) -> None:
        super().__init__()
        self._buttons, self._apart = buttons, apart
        Placing(self, buttons, self._places)

    def _places(self, width: int) -> Places:
        places, x, y, high = list[tuple[QWidget, QRect]](), 0, 0, 0
        for button in self._buttons:
            wide = min(button.sizeHint().width(), width)
            if x and x + wide > width:
                x, y, high = 0, y + high, 0
            far = self._apart and x and button is self._buttons[-1]
            places.append((button, QRect(width - wide if far else x, y, wide, button.heightForWidth(wide))))
            x, high = x + wide, max(high, places[-1][1].height())
        return places, y + high


class Frame(QWidget):
    """A plain column without a theme, for stacking bars and pages."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        for part in parts:
            self.rows.addWidget(part)
