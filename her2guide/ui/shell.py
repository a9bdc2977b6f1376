"""What stands in the window: the bars around one page at a time, and what they say while something goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from her2guide.library.library import Library
from her2guide.ui.bars import Footer, TopBar, WayBar
from her2guide.ui.pages.calm import ClearedPage, SignsPage, StartPage
from her2guide.ui.pages.page import Frame, Page
from her2guide.ui.stack import PageStack

if TYPE_CHECKING:
    from her2guide.ui.kiosk.touch import PageMover


class Shell(Frame):
    """Top bar, way bar, pages and footer. What the buttons do is the window's to say."""

    def __init__(self, library: Library, *, touch: bool = False, discreet: bool = False) -> None:
        self.parts = TopBar(library), WayBar(library), PageStack(), Footer(library, touch=touch)
        self._top, self._way, self._stack, self._footer = self.parts
        super().__init__(*self.parts)
        self.rows.setStretch(2, 1)
        self._mover: PageMover | None = None
        self._library, self._touch, self._discreet = library, touch, discreet
        if touch:
            self._touched(library)
        self.turning = False  # whether one page goes and another comes
        self._begun: tuple[Page, str] | None = None  # where something goes on, and what

    def _touched(self, library: Library) -> None:
        """Put what fingers need around the pages."""
        from her2guide.ui.kiosk.keyboard import ScreenKeyboard
        from her2guide.ui.kiosk.touch import PageMover

        self._mover = PageMover(library)
        self.rows.insertWidget(3, self._mover)
        self._mover.stackUnder(self._footer)
        self.keyboard = ScreenKeyboard(library)
        self.rows.addWidget(self.keyboard)
        self.keyboard.came.connect(self._mover.step_aside)

    def show_page(self, page: Page, *, alone: bool) -> None:
        """Show a page, over those that are there or in their place."""
        self.turning = True
        if self._discreet and not isinstance(page, StartPage):  # what that says is so for everyone
            self._quieten(page)
        self._stack.put(page, alone=alone)
        self._dress(page)
        page.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turning = False

    def _quieten(self, page: Page) -> None:
        from her2guide.ui.quiet import quieten

        quieten(page, self._library)

    def take_off(self, page: Page) -> None:
        """Take a page off the one that it lay over; the keyboard is again where it was."""
        self.turning = True
        self._stack.take_off(page)
        self._dress(self._stack.page)
        self.turning = False

    def forget(self) -> None:
        """Take every page off; another is to be put in their place."""
        self.turning = True  # until there is one
        self._stack.forget()
        self._begun = None

    def begin(self, words: str) -> None:
        """Say beside the buttons what is going on; none of them can be pressed meanwhile."""
        self._begun = (self._stack.page, words)
        self._dress(self._stack.page)
        self.repaint()

    def end(self, page: Page, words: str, *, wrong: bool) -> None:
        """Say what became of it, on the page where it began, or on the one in its place."""
        from her2guide.ui.pages.noted import NotedPage

        goal = page if page in self._stack.pages else self._stack.pages[0]
        self._begun = None
        if goal is self._stack.page:
            self._dress(goal)
        if isinstance(goal, NotedPage):
            goal.say(words, wrong=wrong)

    def _dress(self, page: Page) -> None:
        """Put the bars around a page."""
        cleared = isinstance(page, ClearedPage)
        can_go_back = not isinstance(page, StartPage | SignsPage | ClearedPage)
        self._top.setVisible(not page.full or page.has_look)
        self._footer.setVisible(not page.full)
        self._top.dress(can_go_back and not self._touch, clear=not cleared, alone=page.full)
        self._way.show_way(can_go_back and not page.full and not self._touch, page.progress)
        self._footer.show_acts(page.primary, page.others, call=page.leads_to_signs)
        self._footer.set_back(can_go_back)
        if self._mover is not None:
            self._mover.follow(page)
        if self._begun is not None and self._begun[0] is page:
            self._wait(*self._begun)

    def _wait(self, page: Page, words: str) -> None:
        from her2guide.ui.pages.call import CallPage
        from her2guide.ui.pages.noted import NotedPage

        if isinstance(page, CallPage):
            page.wait(words)
            return
        if isinstance(page, NotedPage):
            page.hold()
        self._top.set_back(False)
        self._footer.set_back(False)
        self._way.show_way(False, page.progress)
        self._footer.wait(words)
