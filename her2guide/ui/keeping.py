"""What becomes of the guide of a visit: how it is to look on paper, read first, as a file, at the printer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from her2guide.files.errors import OutputError
from her2guide.guide.document import GuideDocument
from her2guide.library.errors import ContentError
from her2guide.library.order import TAKE_AWAY
from her2guide.library.paths import fonts
from her2guide.output.pdf_password import PasswordError
from her2guide.output.printed import Printed, leaves
from her2guide.output.render import Length, fits_page, print_out
from her2guide.ui import keep
from her2guide.ui.bars import Act
from her2guide.ui.pages.guide_blocks import WindowBlocks
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import PaperChoice, SavePage
from her2guide.ui.printing import Printing
from her2guide.ui.visit import Visit
from her2guide.wizard.check_view import StepView, step_view


class Desk(Protocol):
    """What keeping asks of the window."""

    @property
    def page(self) -> Page:
        """The page on the screen."""

    def show_place(self) -> None:
        """Show the page where the visit is."""

    def show_parts(self) -> None:
        """Show the list of all parts."""

    def check_take_away(self) -> None:
        """Ask what the person took away from the guide."""

    def show_instead(self, page: Page) -> None:
        """Show a page in the place of the one that is there."""

    def begin(self, words: str) -> None:
        """Say what is going on; nothing else can be done with the guide meanwhile."""

    def end(self, page: Page, words: str, *, wrong: bool) -> None:
        """Say what became of it, on the page where it began."""

    def show_call(self) -> None:
        """Show whom to call."""

    def start_over(self) -> None:
        """Forget everything and begin again."""


class Keeping:
    """Save, print and preview for one visit. `save_visit` saves the visit itself; None where no visit is saved."""

    def __init__(
        self,
        visit: Visit,
        desk: Desk,
        choose_file: Callable[[], str],
        printer: Printing | None,
        *,
        save_visit: Callable[[], None] | None = None,
    ) -> None:
        self._visit, self._desk, self._choose_file, self.printer = visit, desk, choose_file, printer
        self._save_visit = save_visit
        self._choice = self._first_choice()
        self._made: tuple[GuideDocument, GuideDocument] | None = None  # the guide, and the short one made of it
        self._laid_out: dict[PaperChoice, Printed] = {}
        self._password = ""

    def _first_choice(self) -> PaperChoice:
        visit = self._visit
        return PaperChoice(visit.library.locale.paper, length=visit.settings.length)

    # --- pages

    def save_page(self) -> NotedPage:
        """Return the page with the choices, as they stand; where no file is saved, the one with what can be taken."""
        library = self._visit.library
        view = step_view(self._visit.page.id, self._visit.session, library)
        if not self._visit.settings.files:
            return self._take_home(view)
        acts = (*self._acts(), (library.word("window.start-over"), self._desk.start_over))
        page = SavePage(view, library, self._choice, acts, self.choose, self.show_preview)
        page.show_pages(self._pages())
        page.offer_password(self._password, self._take_password)
        if self._save_visit is not None:
            page.offer_visit(self._save_visit)
        if any(section.id == TAKE_AWAY for section in self._full().sections):
            page.offer_check(self._desk.check_take_away)
        return page

    def _take_home(self, view: StepView) -> NotedPage:
        from her2guide.ui.kiosk.take_home import TakeHomePage  # nobody waits for it at home

        visit, word, desk = self._visit, self._visit.library.word, self._desk
        acts: list[Act] = [(word("keep.read"), self.show_preview)]
        if any(section.id == TAKE_AWAY for section in self._full().sections):
            acts.append((word("take-away.title"), desk.check_take_away))
        large = self._choice.large_print
        page = TakeHomePage(
            view, visit.library, ((word("kiosk.finish"), desk.start_over),), self._pages_of, visit.pocket, large=large
        )
        page.offer_paper(self.print_guide if self.printer else None, acts)
        return page

    def _pages_of(self, large: bool) -> int:
        self._choice = replace(self._choice, large_print=large)
        return self.printed().pages

    def choose(self, choice: PaperChoice) -> Mapping[Length, int]:
        """Take another choice, and return how many pages that makes, short and full."""
        self._choice = choice
        return self._pages()

    def _take_password(self, password: str) -> None:
        self._password = password

    def _pages(self) -> Mapping[Length, int]:
        lengths: tuple[Length, ...] = ("short", "full")
        return {length: self._printed(replace(self._choice, length=length)).pages for length in lengths}

    def show_preview(self) -> None:
        """Show the guide as it will be on paper."""
        library, printed = self._visit.library, self.printed()
        blocks = WindowBlocks(library, self._desk.show_call)
        acts = (
            *self._acts(),
            (library.word("keep.sheets"), self.show_sheets),
            (library.word("window.all-parts"), self._desk.show_parts),
        )
        leave = self._desk.show_place
        self._desk.show_instead(
            PreviewPage(leaves(printed), printed.document, library, blocks, self._progress, acts, leave)
        )

    def show_sheets(self) -> None:
        """Show the pages of paper themselves."""
        from her2guide.ui.pages.sheets import SheetsPage  # who reads the words does not wait for it

        library, printed = self._visit.library, self.printed()
        acts = (*self._acts(), (library.word("keep.words"), self.show_preview))
        leave = self._desk.show_place
        self._desk.show_instead(SheetsPage(printed.data, leaves(printed), library, self._progress, acts, leave))

    @property
    def _progress(self) -> str:
        return step_view(self._visit.page.id, self._visit.session, self._visit.library).progress

    def show_preview_at(self, part: str) -> None:
        """Show one part of the guide as it will be on paper."""
        self.show_preview()
        if isinstance(self._desk.page, PreviewPage):
            self._desk.page.go_to(part)

    def printed(self) -> Printed:
        """Return the guide on the chosen paper, laid out once. Raises `LookupError` where there is no guide."""
        return self._printed(self._choice)

    def _printed(self, choice: PaperChoice) -> Printed:
        document = self._document(choice)
        if choice not in self._laid_out:
            self._laid_out[choice] = _print_out(document, choice)
        return self._laid_out[choice]

    def _document(self, choice: PaperChoice) -> GuideDocument:
        """Return the guide as long as it was chosen."""
        full = self._full()
        if self._made is None or self._made[0] is not full:
            from her2guide.guide.short import short_guide  # who never keeps a guide does not wait for it

            self._made = full, short_guide(full, self._visit.library, lambda page: fits_page(page, fonts()))
            self._laid_out = {}
        return self._made[choice.length == "short"]

    def _full(self) -> GuideDocument:
        if self._visit.on_paper is None:
            raise LookupError("no guide is made yet")
        return self._visit.on_paper

    def _acts(self) -> tuple[Act, ...]:
        """Return what can be done with the guide; on a shared machine there are no files."""
        word = self._visit.library.word
        acts: list[Act] = [(word("window.save"), self.save)] if self._visit.settings.files else []
        return (*acts, *([(word("window.print"), self.print_guide)] if self.printer else []))

    # --- acts

    def save(self) -> None:
        """Write the guide where the person says."""
        chosen, page, library = self._choose_file(), self._desk.page, self._visit.library
        if not chosen:
            return
        path, choice = Path(chosen), self._choice
        if self._password and path.suffix.lower() == ".txt":
            self._desk.end(page, library.word("keep.password-text"), wrong=True)
            return
        self._desk.begin(library.word("window.saving"))
        try:
            more = keep.save(
                self._document(choice),
                path,
                paper=choice.paper,
                large_print=choice.large_print,
                password=self._password,
            )
        except PasswordError:
            self._desk.end(page, library.word("keep.password-unusable"), wrong=True)
            return
        except OutputError as error:
            self._desk.end(page, library.say("window.not-saved", problem=error.problem), wrong=True)
            return
        said = (library.say("window.saved", name=path.name), more)
        self._desk.end(page, " ".join(each for each in said if each), wrong=False)

    def print_guide(self) -> None:
        """Hand the guide to the printer."""
        refused = "printing.guide-refused" if self._visit.settings.files else "printing.guide-refused-kiosk"
        self._print(self.printed, "printing.guide", "printing.guide-taken", refused)

    def print_call(self) -> None:
        """Hand the page with whom to call to the printer. Nothing of it is kept."""
        self._print(self._call_page, "printing.page", "printing.page-taken", "printing.page-refused")

    def _call_page(self) -> Printed:
        from her2guide.guide.call_page import call_document

        visit = self._visit
        return _print_out(call_document(visit.answers, visit.library, visit.today), self._choice)

    def _print(self, make: Callable[[], Printed], begun: str, taken: str, refused: str) -> None:
        if self.printer is None or not self.printer.ready():
            return
        page, word = self._desk.page, self._visit.library.word

        def told(done: bool) -> None:
            self._desk.end(page, word(taken if done else refused), wrong=not done)

        self._desk.begin(word(begun))
        try:
            data = make().data
        except ContentError:
            told(False)
            return
        self.printer.send(data, told)

    def forget(self) -> None:
        """Forget the guide and the choices; what the printer does not have yet is taken back."""
        self._made, self._laid_out, self._password = None, {}, ""
        self._choice = self._first_choice()
        if self.printer is not None:
            self.printer.stop()


def _print_out(document: GuideDocument, choice: PaperChoice) -> Printed:
    return print_out(document, fonts(), paper=choice.paper, large_print=choice.large_print)
