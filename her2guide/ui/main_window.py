"""The window: the bars around one page at a time, and the way from page to page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from her2guide.files.errors import OutputError
from her2guide.library.errors import ContentError
from her2guide.model.errors import AnswersError
from her2guide.ui import keep, looks, theme
from her2guide.ui.bars import Act, Footer, TopBar, WayBar
from her2guide.ui.pages.calm import ClearedPage, SignsPage, StartPage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.page import Frame, Page
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.stops import next_stop
from her2guide.ui.theme import Theme
from her2guide.ui.visit import Visit
from her2guide.wizard import pages as wizard
from her2guide.wizard.check_view import check_view, step_view
from her2guide.wizard.entries import Entry
from her2guide.wizard.views import page_view, progress_words


class MainWindow(QMainWindow):
    """One visit in one window. `choose_file` asks for the name of a file, "" for none."""

    def __init__(
        self,
        visit: Visit,
        choose_file: keep.ChooseFile,
        *,
        run_printer: keep.PrintFile = keep.run_printer,
        can_print: bool | None = None,
    ) -> None:
        super().__init__()
        self.visit, self._choose_file, self._run_printer = visit, choose_file, run_printer
        self._can_print = keep.can_print() if can_print is None else can_print
        self._turning = False
        library = visit.library
        self.setWindowTitle(library.word("page.mark"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.top, self.way, self.stack, self.footer = (
            TopBar(library),
            WayBar(library),
            QStackedWidget(),
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
        self.show_place()

    # --- pages

    @property
    def page(self) -> Page:
        """The page on the screen."""
        page = self.stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError(page)
        return page

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
                view = step_view(here.id, visit.session, library)
                return SavePage(view, library, self._save_acts())

    def _section_page(self) -> SectionPage:
        visit, library = self.visit, self.visit.library
        progress = progress_words(visit.session, library, visit.section.title)
        act = (library.questions.word["continue"], self.go_on)
        page = SectionPage(visit.section, progress, library, act, self.show_call)
        page.add_switches(library, numbers=visit.numbers, survival=visit.survival, switch=self.switch)
        return page

    def _save_acts(self) -> tuple[Act, ...]:
        """Return what can be done with the guide; on a shared machine there are no files."""
        word = self.visit.library.word
        acts: list[Act] = [] if self.visit.kiosk else [(word("window.save"), self.save)]
        acts += [(word("window.print"), self.print_guide)] if self._can_print else []
        return (*acts, (word("window.start-over"), self.start_over))

    def _show(self, page: Page, *, alone: bool = False) -> None:
        """Show a page, over those that are there or in their place."""
        self._turning = True
        page.resize(self.stack.size())
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if alone:
            self._drop(keep=page)
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

    def _drop(self, keep: Page) -> None:
        """Let go of every page but one."""
        for place in reversed(range(self.stack.count())):
            page = self.stack.widget(place)
            if page is not keep and isinstance(page, Page):
                page.hide()
                self.stack.removeWidget(page)
                page.deleteLater()

    # --- what the person does

    def go_on(self) -> None:
        """Go one page on."""
        self.visit.forward()
        self.show_place()

    def go_back(self) -> None:
        """Go one page back."""
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
        self._busy("window.making")
        try:
            self.visit.make()
        except (AnswersError, ContentError):
            self._dress(page)
            if isinstance(page, CheckPage):
                page.say_problem(library.word("window.not-made"))
            return
        self.show_place()

    def switch(self, question: str, choice: str) -> None:
        """Turn numbers, or how long people live, on or off at once; the person stays where they are."""
        self._busy("window.making")
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
        from her2guide.ui.pages.call import CallPage

        self._show(CallPage(self.visit.answers, self.visit.library, self.return_to_page, self.clear_and_leave))

    def return_to_page(self) -> None:
        """Go back to the page under the signs."""
        below = self.stack.widget(0)
        if isinstance(below, Page):
            self._show(below, alone=True)

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
        for place in range(self.stack.count()):
            page = self.stack.widget(place)
            if isinstance(page, Page):
                page.forget()

    # --- the guide as a file or on paper

    def save(self) -> None:
        """Write the guide where the person says."""
        page, library, document = self.page, self.visit.library, self.visit.document
        chosen = self._choose_file(self, library)
        if not chosen or document is None or not isinstance(page, SavePage):
            return
        self._busy("window.saving")
        path = Path(chosen)
        try:
            more = keep.save(document, path)
        except OutputError as error:
            self._said(page, library.say("window.not-saved", problem=error.problem), wrong=True)
            return
        self._said(page, " ".join(each for each in (library.say("window.saved", name=path.name), more) if each))

    def print_guide(self) -> None:
        """Hand the guide to the printer."""
        page, word, document = self.page, self.visit.library.word, self.visit.document
        if document is None or not isinstance(page, SavePage):
            return
        self._busy("window.printing")
        taken = keep.print_guide(document, self._run_printer)
        self._said(page, word("window.printed" if taken else "window.not-printed"), wrong=not taken)

    def _said(self, page: SavePage, text: str, *, wrong: bool = False) -> None:
        self._dress(page)
        page.say(text, wrong=wrong)

    def _busy(self, key: str) -> None:
        """Say what is going on while nothing can be pressed."""
        self.way.show_way(False, self.visit.library.word(key))
        for button in self.footer.buttons:
            button.setEnabled(False)
        self._frame.repaint()

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
