"""The window: the bars around one page at a time, and the way from page to page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from her2guide.library.errors import ContentError
from her2guide.model.errors import AnswersError
from her2guide.ui import looks, theme
from her2guide.ui.bars import Footer, TopBar, WayBar
from her2guide.ui.keep import ChooseFile
from her2guide.ui.keeping import Keeping
from her2guide.ui.keys import clear_shortcut
from her2guide.ui.pages.call import CallActs, CallPage
from her2guide.ui.pages.calm import ClearedPage, SignsPage, StartPage, TroublePage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.page import Frame, Page
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.printing import Printer, printer_is_there
from her2guide.ui.stack import PageStack
from her2guide.ui.stops import next_stop
from her2guide.ui.theme import Theme
from her2guide.ui.visit import Visit
from her2guide.wizard import pages as wizard
from her2guide.wizard.check_view import check_view, step_view
from her2guide.wizard.entries import Entry
from her2guide.wizard.views import page_view, progress_words


class MainWindow(QMainWindow):
    """One visit in one window. `choose_file` asks for the name of a file, "" for none."""

    def __init__(self, visit: Visit, choose_file: ChooseFile, *, can_print: bool | None = None) -> None:
        super().__init__()
        self.visit, self._turning = visit, False
        self._begun: tuple[Page, str] | None = None  # where something goes on, and what
        library = visit.library
        printer = Printer(self) if (printer_is_there() if can_print is None else can_print) else None
        self.keeping = Keeping(visit, self, lambda: choose_file(self, library), printer)
        self.setWindowTitle(library.word("page.mark"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.top, self.way, self.stack, self.footer = (
            TopBar(library),
            WayBar(library),
            PageStack(),
            Footer(library),
        )
        self._frame = Frame(self.top, self.way, self.stack, self.footer)
        self._frame.rows.setStretch(2, 1)
        self.setCentralWidget(self._frame)
        self.setMinimumSize(960, 640)
        self.resize(1024, 768)
        self.top.back_pressed.connect(self.go_back)
        self.way.back_pressed.connect(self.go_back)
        self.top.size_pressed.connect(self.next_size)
        self.top.colors_pressed.connect(self.next_colors)
        self.top.clear_pressed.connect(self.clear_and_leave)
        self.footer.call_pressed.connect(self.show_signs)
        clear_shortcut(self).activated.connect(self.clear_and_leave)
        self.show_place()

    # --- pages

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self.stack.page

    def show_place(self) -> None:
        """Show the page where the visit is, as a new widget."""
        self._show(self._page(), alone=True)

    def _page(self) -> Page:
        visit = self.visit
        library, here = visit.library, visit.page
        match here:
            case wizard.StartPage():
                view = step_view(here.id, visit.session, library)
                return StartPage(view, library, self.go_on, self.show_call)
            case wizard.QuestionPage():
                return QuestionPage(here, page_view(here, visit.session, library), library, self.submit)
            case wizard.CheckPage():
                return CheckPage(check_view(visit.session, library), self.make_guide, self.change)
            case wizard.SectionPage():
                return self._section_page()
            case wizard.SavePage():
                return self.keeping.save_page()

    def _section_page(self) -> SectionPage:
        visit, library = self.visit, self.visit.library
        progress = progress_words(visit.session, library, visit.section.title)
        act = (library.questions.word["continue"], self.go_on)
        page = SectionPage(visit.section, progress, library, act, self.show_call)
        page.add_switches(library, numbers=visit.numbers, survival=visit.survival, switch=self.switch)
        return page

    def _show(self, page: Page, *, alone: bool = False) -> None:
        """Show a page, over those that are there or in their place."""
        self._turning = True
        self.stack.put(page, alone=alone)
        self._dress(page)
        page.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._turning = False

    def _dress(self, page: Page) -> None:
        """Put the bars around a page."""
        cleared = isinstance(page, ClearedPage)
        can_go_back = not isinstance(page, StartPage | SignsPage | ClearedPage)
        for bar in (self.top, self.footer):
            bar.setVisible(not page.full)
        self.top.set_back(can_go_back)
        self.top.clear.setVisible(not cleared)
        self.way.show_way(can_go_back and not page.full, page.progress)
        self.footer.show_acts(page.primary, page.others, call=page.leads_to_signs)
        if self._begun is not None and self._begun[0] is page:
            self._wait(*self._begun)

    # --- what the person does

    def go_on(self) -> None:
        """Go one page on."""
        self.visit.forward()
        self.show_place()

    def go_back(self) -> None:
        """Go one page back; from the preview to the page that led to it."""
        if not isinstance(self.page, PreviewPage):
            self.visit.back()
        self.show_place()

    def change(self, page_id: str) -> None:
        """Go to a question from the check page."""
        self.visit.change(page_id)
        self.show_place()

    def submit(self, entry: Entry) -> None:
        """Take an answer; where it cannot be used, say so on the same page."""
        self.visit.submit(entry)
        here, page = self.visit.page, self.page
        if self.visit.session.problems and isinstance(page, QuestionPage) and isinstance(here, wizard.QuestionPage):
            page.show_problems(page_view(here, self.visit.session, self.visit.library))
            return
        self.show_place()

    def make_guide(self) -> None:
        """Make the guide and open its first page."""
        page, library = self.page, self.visit.library
        self.begin(self.visit.library.word("window.making"))
        try:
            self.visit.make()
        except (AnswersError, ContentError):
            self._begun = None
            self._dress(page)
            if isinstance(page, CheckPage):
                page.say_problem(library.word("window.not-made"))
            return
        self.show_place()

    def switch(self, question: str, choice: str) -> None:
        """Turn numbers, or how long people live, on or off at once; the person stays where they are."""
        self.begin(self.visit.library.word("window.making"))
        self.visit.switch(question, choice)
        scrolled = self.page.verticalScrollBar().value()
        self.show_place()
        if isinstance(self.page, SectionPage):
            self.page.switches[question].setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.verticalScrollBar().setValue(scrolled)

    def show_signs(self) -> None:
        """Show the signs over this page, which is kept as it is."""
        self._show(SignsPage(self.visit.library, self.return_to_page, self.show_call))

    def show_call(self) -> None:
        """Show whom to call, over everything. Nothing is noted."""
        from her2guide.guide.call_page import call_section

        acts = CallActs(
            self.return_to_page, self.keeping.print_call if self.keeping.printer else None, self.clear_and_leave
        )
        self._show(CallPage(call_section(self.visit.answers, self.visit.library), self.visit.library, acts))

    def return_to_page(self) -> None:
        """Go back to the page under the signs."""
        self._show(self.stack.pages[0], alone=True)

    def show_trouble(self) -> None:
        """Say over everything that something went wrong. The page under it is kept."""
        self._show(TroublePage(self.visit.library, self.leave_trouble))

    def leave_trouble(self) -> None:
        """Go back to what was typed if the person is still at that question; else make their page anew."""
        below = self.stack.pages[0]
        if isinstance(below, QuestionPage) and below.id == self.visit.session.place:
            self.return_to_page()
        else:
            self.show_place()

    def clear_and_leave(self) -> None:
        """Forget everything at once and show a page that tells nothing."""
        self._wipe()
        self._show(ClearedPage(self.visit.library, self.show_place), alone=True)

    def start_over(self) -> None:
        """Forget everything and begin again."""
        self._wipe()
        self.show_place()

    def _wipe(self) -> None:
        self.visit.forget()
        self.keeping.forget()
        self.stack.forget()
        self._begun = None

    # --- what keeping asks for

    def show_instead(self, page: Page) -> None:
        """Show a page in the place of the one that is there."""
        self._show(page, alone=True)

    def begin(self, words: str) -> None:
        """Say beside the buttons what is going on; none of them can be pressed meanwhile."""
        self._begun = (self.page, words)
        self._dress(self.page)
        self._frame.repaint()

    def _wait(self, page: Page, words: str) -> None:
        if isinstance(page, CallPage):
            page.wait(words)
            return
        self.top.set_back(False)
        self.way.show_way(False, page.progress)
        self.footer.wait(words)

    def end(self, page: Page, words: str, *, wrong: bool) -> None:
        """Say what became of it, on the page where it began, or on the one in its place."""
        goal = page if page in self.stack.pages else self.stack.pages[0]
        self._begun = None
        if goal is self.page:
            self._dress(self.page)
        if isinstance(goal, NotedPage):
            goal.say(words, wrong=wrong)

    # --- how it looks

    def next_size(self) -> None:
        """Show the next text size; after the largest comes the smallest."""
        self._wear(looks.next_size(theme.current()))

    def next_colors(self) -> None:
        """Show the next colors: light, dark, high contrast."""
        self._wear(looks.next_colors(theme.current()))

    def _wear(self, wanted: Theme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, wanted)
        goal = self.focusWidget()
        if goal is not None and self.page.isAncestorOf(goal):
            self.page.ensureWidgetVisible(goal)

    # --- Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on in the order in which things are seen, whatever was added later."""
        if self._turning:  # a page that goes hands the keyboard on; the new page takes it itself
            return False
        goal = next_stop(self._frame, self.focusWidget(), forward=forward)
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
