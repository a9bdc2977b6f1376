"""Going about in the guide: it is made, read part by part or out of order, and kept at any time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from her2guide.library.errors import ContentError
from her2guide.model.errors import AnswersError
from her2guide.ui.bars import Act
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.section import VIEW, SectionPage

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


class Leafing:
    """What a person does in the guide beside Continue and Back."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def acts(self) -> tuple[Act, ...]:
        """Return what every page of the guide offers beside Continue; on a shared machine there are no files."""
        word = self._window.library.word
        keep = word("window.keep" if self._window.visit.settings.files else "window.print")
        return (word("window.all-parts"), self.show_parts), (keep, self.keep)

    def make_guide(self) -> None:
        """Make the guide and open its first page."""
        window = self._window
        page, word = window.page, window.library.word
        window.begin(word("window.making"))
        try:
            window.visit.make()
        except (AnswersError, ContentError):
            window.end(page, "", wrong=True)
            if isinstance(page, CheckPage):
                page.say_problem(word("window.not-made"))
            return
        window.show_place()

    def switch(self, question: str, choice: str) -> None:
        """Turn numbers, or how long people live, on or off at once; the person stays where they are."""
        self._window.begin(self._window.library.word("window.making"))
        self._window.visit.switch(question, choice)
        self._show_again(question)

    def turn(self) -> None:
        """Draw the pictures the other way at once, for the rest of the visit."""
        self._window.visit.others_drawn = not self._window.visit.others_drawn
        self._show_again(VIEW)

    def cover(self) -> None:
        """Cover the person's own words on the screen, or show them again; it holds until it is pressed again."""
        window = self._window
        window.visit.is_covered = not window.visit.is_covered
        scrolled = window.page.verticalScrollBar().value()
        window.show_place()
        window.page.verticalScrollBar().setValue(scrolled)

    def _show_again(self, switch: str) -> None:
        """Show the page anew where the person is, with the keyboard on the switch they pressed."""
        window = self._window
        scrolled = window.page.verticalScrollBar().value()
        window.show_place()
        if isinstance(window.page, SectionPage):
            window.page.switches[switch].setFocus(Qt.FocusReason.OtherFocusReason)
        window.page.verticalScrollBar().setValue(scrolled)

    def keep(self) -> None:
        """Go to where the guide is saved or printed; Back leads to the page it was asked from."""
        self._window.visit.keep()
        self._window.show_place()

    def show_parts(self) -> None:
        """Show the list of all parts; from the preview, which may be a short guide, of those there, and back to it."""
        from her2guide.guide.chapters import chapters
        from her2guide.ui.pages.all_parts import AllPartsPage
        from her2guide.ui.pages.preview import PreviewPage

        window = self._window
        visit, library, page = window.visit, window.library, window.page
        if visit.document is None:
            raise LookupError("no guide is made yet")
        others: tuple[Act, ...] = ()
        if isinstance(page, PreviewPage):
            listed, current, choose = page.listed, page.contents.current.part, window.keeping.show_preview_at
        else:
            listed, current, choose = chapters(visit.document.sections, library), visit.section.id, self.turn_to
            others = self.acts()[1:]
        acts = ((library.word("window.go-on"), lambda: choose(current)), *others)
        window.show_instead(AllPartsPage(listed, current, library, page.progress, acts, choose))

    def turn_to(self, part: str) -> None:
        """Turn to a part of the guide."""
        self._window.visit.turn_to(part)
        self._window.show_place()

    def check_take_away(self) -> None:
        """Ask what the person took away, one question a page."""
        from her2guide.ui.checking import Checking

        Checking(self._window).begin()
