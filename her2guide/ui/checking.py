"""The round through what a reader took away. It lives in its pages alone: when they go, nothing of it is left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from her2guide.guide.document import Section
from her2guide.ui.pages.rounds import RoundPage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.pages.take_away import AskedPage, ClosingPage, YesPage
from her2guide.wizard import take_away as steps
from her2guide.wizard.take_away import Round, Said

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


class Checking:
    """Shows the page for each round."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._library = window, window.library
        self._checks = window.visit.take_away()

    def begin(self) -> None:
        """Ask the first question."""
        self._show(Round(tuple(check.right for check in self._checks)))

    def _show(self, here: Round) -> None:
        def leave() -> None:
            if here.at_the_beginning:
                self._window.show_place()
            else:
                self._show(steps.back(here))

        self._window.show_instead(self._page(here, leave))

    def _page(self, here: Round, leave: Callable[[], None]) -> RoundPage:
        word = self._library.questions.word

        def go_on() -> None:
            self._show(steps.go_on(here))

        if here.closed:
            end = ClosingPage(self._library, leave)
            end.set_acts((self._library.word("window.go-on"), self._window.show_place))
            return end
        check = self._checks[here.at]
        progress = word["progress-question"].format(number=here.at + 1, total=len(self._checks))
        if here.said is Said.YES:
            yes = YesPage(check, progress, self._library, leave)
            yes.set_acts((word["continue"], go_on))
            return yes

        def answer(chosen: tuple[str, ...]) -> None:
            self._show(steps.answer(here, chosen))

        asked = AskedPage(check, progress, self._library, answer, leave)
        asked.set_acts((word["continue"], asked.go_on), (self._library.word("take-away.skip"), go_on))
        if here.said is Said.AGAIN:
            section = self._window.visit.section_of(check.page)
            asked.tell_again(check, section.title, lambda: self._look_up(section))
        return asked

    def _look_up(self, section: Section) -> None:
        """Show a page of the guide over the question, which is kept as it is."""
        window = self._window
        back = (self._library.word("take-away.back"), window.return_to_page)
        page = SectionPage(section, "", self._library, (back,), window.show_call)
        page.leave = window.return_to_page
        window.show_over(page)
