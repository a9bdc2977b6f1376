"""The list of parts beside a long text: it stays in sight, and is scrolled by itself where it is longer than that."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from her2guide.ui.contents import Contents
from her2guide.ui.layout import Column
from her2guide.ui.placing import Places, Placing
from her2guide.ui.sheet import scroll_bar_sheet
from her2guide.ui.theme import FRAME, Themed, TypeRole

_LIST, _GAP, _NARROW = 240, 24, 900
_SCROLL_BAR = 14


class _View(QScrollArea, Themed):
    """The list, with a scroll bar of its own."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.verticalScrollBar().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.retheme()
        self.viewport().setAutoFillBackground(False)
        self.setWidget(contents)
        contents.setAutoFillBackground(False)

    def retheme(self) -> None:
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet(self.theme))


class Rail(QWidget, Themed):
    """A column as high as the text beside it, in which the list can be moved down."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self._contents, self._top, self._room = contents, 0, 0
        self._view = _View(contents)
        self._view.setParent(self)
        contents.moved.connect(self.show_row)

    def retheme(self) -> None:
        self._put()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put()

    def move_down(self, top: int, room: int) -> None:
        """Let the list begin so far down, and be no higher than there is room."""
        self._top, self._room = top, room
        self._put()
        self.show_row(self._contents.current)

    def show_row(self, row: QWidget) -> None:
        """Bring a row of the list in sight."""
        self._view.ensureWidgetVisible(row, 0, self.theme.px(24))

    def _put(self) -> None:
        high = min(self._contents.heightForWidth(self.width() - _SCROLL_BAR), self._room)
        self._view.setGeometry(0, min(self._top, max(self.height() - high, 0)), self.width(), high)


class Spread(QWidget, Themed):
    """The parts beside the text. Where text is large or the window small there is the text alone."""

    def __init__(self, contents: Contents, text: Column) -> None:
        super().__init__()
        self.text, self._rail = text, Rail(contents)
        Placing(self, (self._rail, text), self._places)

    @property
    def beside(self) -> bool:
        """Whether there is room for the parts."""
        return not self.theme.large and self.window().width() >= _NARROW

    def retheme(self) -> None:
        self._rail.setVisible(self.beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.setVisible(self.beside)

    def _places(self, width: int) -> Places:
        column = self.theme.longest_line(TypeRole.BODY) + 2 * FRAME
        left = self.theme.px(_LIST) + 2 * FRAME + _GAP if self.beside else 0
        wide = min(width - left, column)
        high = self.text.heightForWidth(wide)
        rail = [(self._rail, QRect(0, 0, left - _GAP, high))] if self.beside else []
        return [*rail, (self.text, QRect(left, 0, wide, high))], high

    def keep_in_sight(self, scrolled: int, room: int) -> None:
        """Let the parts follow the text, which the top of the window is so far below."""
        if self.beside:
            self._rail.move_down(max(scrolled, 0), room + min(scrolled, 0))
