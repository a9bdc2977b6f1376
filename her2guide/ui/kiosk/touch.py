"""How large something to touch must be, and the two buttons that move a page that is longer than the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar

from her2guide.library.library import Library
from her2guide.ui.bars import Bar
from her2guide.ui.buttons import BarButton, widen
from her2guide.ui.pages.page import Page

_FINGER = 15.0  # millimeters; older hands err more below (10 mm is too small)
_INCH = 25.4
_USUAL, _SENSIBLE, _LARGEST = 96.0, (50.0, 400.0), 130
_PART = 0.8  # of what is seen; some lines stay, so that nobody loses their place


def finger(dots_per_inch: float) -> int:
    """Return the least side of something to touch, in pixels. A screen that tells nonsense counts as a usual one."""
    low, high = _SENSIBLE
    dots = dots_per_inch if low <= dots_per_inch <= high else _USUAL
    return max(48, min(-(-int(dots * _FINGER * 1000) // int(_INCH * 1000)), _LARGEST))


class PageMover(Bar):
    """Further up and further down, by most of what is seen. It is there only where a page is longer than the screen."""

    def __init__(self, library: Library) -> None:
        super().__init__("top")
        self.up, self.down = BarButton(library.word("kiosk.up")), BarButton(library.word("kiosk.down"))
        for button, by in ((self.up, -1), (self.down, 1)):
            widen(button)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard moves the page by itself
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))
            self.row.addWidget(button)
        self._page: Page | None = None
        self._aside = False
        self.hide()
        self.retheme()

    def follow(self, page: Page) -> None:
        """Move this page from now on."""
        if page is self._page:
            self._look()
            return
        self._page = page
        bar = page.verticalScrollBar()
        bar.rangeChanged.connect(self._look)
        bar.valueChanged.connect(self._look)
        self._look()

    def step_aside(self, aside: bool) -> None:
        """Make room for the keyboard, or come back."""
        self._aside = aside
        self._look()

    @property
    def _bar(self) -> QScrollBar | None:
        return self._page.verticalScrollBar() if self._page is not None else None

    def _look(self, *_: int) -> None:
        bar = self._bar
        if bar is None:
            return
        self.setVisible(bar.maximum() > 0 and not self._aside)
        self.up.setEnabled(bar.value() > 0)
        self.down.setEnabled(bar.value() < bar.maximum())

    def _move(self, by: int) -> None:
        if self._page is not None and (bar := self._bar) is not None:
            bar.setValue(bar.value() + int(by * _PART * self._page.viewport().height()))
