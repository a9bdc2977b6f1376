"""The window: the way from page to page, and what can be done on each.

What the start page does not need is imported where it is first used (docs/speed.md).
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from her2guide.library.library import Library
from her2guide.settings import HOME, Settings
from her2guide.ui import looks, theme
from her2guide.ui.first_links import first_links
from her2guide.ui.keys import clear_shortcut
from her2guide.ui.pages.calm import ClearedPage, SignsPage, StartPage, TroublePage
from her2guide.ui.pages.page import Page
from her2guide.ui.shell import Shell
from her2guide.ui.stops import next_stop
from her2guide.ui.theme import Theme
from her2guide.ui.trips import Trips

if TYPE_CHECKING:
    from her2guide.ui.asking import ChooseFile, ChooseVisit
    from her2guide.ui.keeping import Keeping
    from her2guide.ui.leafing import Leafing
    from her2guide.ui.visit import Visit
    from her2guide.wizard.entries import Entry


class MainWindow(QMainWindow):
    """One visit in one window, which begins when it is needed, or at once where it is not to start on the start page.

    `choose_file` asks for the name of a file to save, `choose_report` of one to open, "" for none.
    """

    page_shown, forgotten = Signal(), Signal()

    def __init__(
        self,
        library: Library,
        begin_visit: "Callable[[], Visit]",
        choose_file: "ChooseFile",
        *,
        at_start: bool = True,
        can_print: bool | None = None,
        choose_report: "ChooseFile | None" = None,
        choose_visit: "ChooseVisit | None" = None,
        settings: Settings = HOME,
    ) -> None:
        super().__init__()
        self.library, self._begin_visit, self._choose_file = library, begin_visit, choose_file
        self._can_print, self.settings = can_print, settings
        self.trips = Trips(self, choose_report if settings.files else None, choose_visit if settings.files else None)
        self.goodbye: Callable[[], Page] = lambda: ClearedPage(library, self.show_place)
        self.setWindowTitle(library.word("page.mark"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._shell = Shell(library, touch=settings.touch, discreet=settings.discreet)
        self.top, self.way, self.stack, self.footer = self._shell.parts
        self.setCentralWidget(self._shell)
        self.setMinimumSize(960, 640)
        self.resize(1024, 768)
        self.top.back_pressed.connect(self.go_back)
        self.way.back_pressed.connect(self.go_back)
        self.top.size_pressed.connect(self.next_size)
        self.top.colors_pressed.connect(self.next_colors)
        self.top.clear_pressed.connect(self.clear_and_leave)
        self.footer.back_pressed.connect(self.go_back)
        self.footer.call_pressed.connect(self.show_signs)
        clear_shortcut(self).activated.connect(self.clear_and_leave)
        if at_start:
            self._show(self.start_page(), alone=True)
        else:
            self.show_place()

    @cached_property
    def visit(self) -> "Visit":
        """Where the person is and what they said."""
        return self._begin_visit()

    @cached_property
    def keeping(self) -> "Keeping":
        """What becomes of the guide."""
        from her2guide.ui.keeping import Keeping
        from her2guide.ui.printing import Printer, find_printing

        queue = self.visit.settings.site.printer
        if self._can_print is None:
            printing = find_printing(self, dialogs=self.visit.settings.files, queue=queue)
        else:
            printing = Printer(self, queue) if self._can_print else None
        choose_file = self._choose_file
        save_visit = self.trips.save_visit if self.trips.keeps_visits else None
        return Keeping(self.visit, self, lambda: choose_file(self, self.library), printing, save_visit=save_visit)

    @cached_property
    def leafing(self) -> "Leafing":
        """How the person goes about in the guide."""
        from her2guide.ui.leafing import Leafing

        return Leafing(self)

    # --- pages

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self.stack.page

    def show_place(self) -> None:
        """Show the page where the visit is, as a new widget."""
        from her2guide.ui.places import page_of

        self.trips.end()
        self._show(page_of(self), alone=True)

    def start_page(self) -> StartPage:
        """Return a new start page."""
        acts, settings = (self.go_on, self.show_call, self.trips.show_report), self.settings
        links, discreet = first_links(self), settings.discreet
        return StartPage(self.library, *acts, discreet=discreet, links=links, site=settings.site)

    def show_start(self) -> None:
        """Show the start page for the next person."""
        self._show(self.start_page(), alone=True)

    @property
    def untold(self) -> bool:
        """Whether nobody has told anything yet."""
        return "visit" not in vars(self) or self.visit.untold

    def _show(self, page: Page, *, alone: bool = False) -> None:
        """Show a page, over those that are there or in their place."""
        self._shell.show_page(page, alone=alone)
        self.page_shown.emit()

    # --- what the person does

    def go_on(self) -> None:
        """Go one page on."""
        self.visit.forward()
        self.show_place()

    def go_back(self) -> None:
        """Go one page back; from a page beside the way to the one that led to it."""
        if self.page.leave is not None:
            self.page.leave()
            return
        self.visit.back()
        self.show_place()

    def change(self, page_id: str) -> None:
        """Go to a question from the check page."""
        self.visit.change(page_id)
        self.show_place()

    def submit(self, entry: "Entry") -> None:
        """Take an answer; where it cannot be used, say so on the same page."""
        from her2guide.ui.places import say_problems

        self.visit.submit(entry)
        if not say_problems(self):
            self.show_place()

    def show_signs(self) -> None:
        """Show the signs over this page, which is kept as it is. Who has told nothing yet has no visit either."""
        numbers = self.visit.numbers_to_call() if "visit" in vars(self) else ()
        self._show(SignsPage(self.library, numbers, self.return_to_page, self.show_call))

    def show_call(self) -> None:
        """Show whom to call, over everything. Nothing is noted."""
        from her2guide.guide.call_page import call_section
        from her2guide.ui.pages.call import CallActs, CallPage

        acts = CallActs(
            self.return_to_page, self.keeping.print_call if self.keeping.printer else None, self.clear_and_leave
        )
        self._show(CallPage(call_section(self.visit.answers, self.library), self.library, acts))

    def return_to_page(self) -> None:
        """Go back to the page under the signs."""
        self._show(self.stack.pages[0], alone=True)

    def show_trouble(self) -> None:
        """Say over everything that something went wrong. The page under it is kept."""
        self._show(TroublePage(self.library, self.leave_trouble))

    def leave_trouble(self) -> None:
        """Go back to what was typed if the person is still at that question; else make their page anew."""
        from her2guide.ui.pages.question import QuestionPage

        below = self.stack.pages[0]
        if isinstance(below, QuestionPage) and below.id == self.visit.session.place:
            self.return_to_page()
        else:
            self.show_place()

    def clear_and_leave(self) -> None:
        """Forget everything at once and show a page that tells nothing."""
        self._wipe()
        self._show(self.goodbye(), alone=True)

    def start_over(self) -> None:
        """Forget everything and begin again; on a locked screen, all of it."""
        if self.settings.locked:
            self.clear_and_leave()
            return
        self._wipe()
        self.show_place()

    def _wipe(self) -> None:
        self.trips.end()
        if "visit" in vars(self):
            self.visit.forget()
        if "keeping" in vars(self):
            self.keeping.forget()
        self._shell.forget()
        self.forgotten.emit()

    # --- what keeping and leafing ask for

    def show_instead(self, page: Page) -> None:
        """Show a page in the place of the one that is there."""
        self._show(page, alone=True)

    def show_over(self, page: Page) -> None:
        """Show a page over the one that is there, which is kept as it is."""
        self._show(page)

    def put_under_the_top(self, bar: QWidget) -> None:
        """Put one more bar under the one at the top."""
        self._shell.rows.insertWidget(1, bar)
        bar.stackUnder(self.way)

    def take_off(self, page: Page) -> None:
        """Take a page off the one that it lay over."""
        self._shell.take_off(page)

    def show_parts(self) -> None:
        """Show the list of all parts of the guide."""
        self.leafing.show_parts()

    def check_take_away(self) -> None:
        """Ask what the person took away from the guide."""
        self.leafing.check_take_away()

    def begin(self, words: str) -> None:
        """Say beside the buttons what is going on; none of them can be pressed meanwhile."""
        self._shell.begin(words)

    def end(self, page: Page, words: str, *, wrong: bool) -> None:
        """Say what became of it, on the page where it began, or on the one in its place."""
        self._shell.end(page, words, wrong=wrong)

    # --- how it looks

    def next_size(self) -> None:
        """Show the next text size; after the largest comes the smallest."""
        self._wear(looks.next_size(theme.current()))

    def next_colors(self) -> None:
        """Show the next colors: light, dark, high contrast."""
        self._wear(looks.next_colors(theme.current()))

    def _wear(self, wanted: Theme) -> None:
        looks.wear(wanted)
        goal = self.focusWidget()
        if goal is not None and self.page.isAncestorOf(goal):
            self.page.ensureWidgetVisible(goal)

    # --- Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on in the order in which things are seen, whatever was added later."""
        if self._shell.turning:  # a page that goes hands the keyboard on; the new page takes it itself
            return False
        goal = next_stop(self._shell, self.focusWidget(), forward=forward)
        if goal is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        goal.setFocus(reason)
        if self.page.isAncestorOf(goal):
            self.page.ensureWidgetVisible(goal, 24, 24)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._wipe()
        super().closeEvent(event)
