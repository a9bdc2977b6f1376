"""Bringing a report into a visit: read it, look at each thing that was found, and take what the person confirmed.

Until the last page nothing is in the visit. The words of the report live here alone; `forget` lets go of them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from her2guide.intake.findings import Reading, ReportError
from her2guide.intake.reports import Opened
from her2guide.ui.bars import Act
from her2guide.ui.pages.found import ItemPage, TakenPage, ToldPage, WhichPage
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.report import ReportActs, ReportPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.ui.reading import ReadingJob
from her2guide.wizard import confirming as steps
from her2guide.wizard.confirming import Round
from her2guide.wizard.entries import Entry
from her2guide.wizard.found_words import marked
from her2guide.wizard.from_report import Candidate, Item, candidates, is_other_organ, items, of_report
from her2guide.wizard.report_view import candidate_lines, change_view, item_view, notice_words, taken_rows, topic_of

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


class Reporting:
    """Shows one page after the other. `choose` asks for a file; None where there are no files."""

    def __init__(self, window: "MainWindow", choose: Callable[[], str] | None) -> None:
        self._window, self._library, self._choose = window, window.library, choose
        self._text = ""
        self._job: ReadingJob | None = None
        self._outcome: tuple[object, bool] | None = None  # what came of it, and whether it was a file

    # --- the report

    def begin(self) -> None:
        """Show where a report is put in, with what was put in before."""
        files = self._choose is not None
        acts = ReportActs(
            self._read_text,
            self._window.show_place,
            self._shown,
            self._choose_file if files else None,
            self._read if files else None,
        )
        self._window.show_instead(ReportPage(self._library, acts, self._text))

    @property
    def is_reading(self) -> bool:
        """Whether a report is being read."""
        return self._job is not None or self._outcome is not None

    def forget(self) -> None:
        """Stop reading and let go of the report."""
        self._stop()
        self._text = ""

    def _read_text(self, text: str) -> None:
        self._text = text
        self._read(text.encode("utf-8", "replace"))

    def _choose_file(self) -> None:
        if self._choose is not None and (chosen := self._choose()):
            self._read(Path(chosen))

    def _read(self, report: bytes | Path) -> None:
        if self._job is not None or self._window.trips.reporting is not self:
            return
        page, of_file = self._window.page, isinstance(report, Path)
        self._text = page.field.value() if isinstance(page, ReportPage) else self._text
        self._job = job = ReadingJob(report, self._window)
        job.ended.connect(lambda outcome: self._ended(outcome, of_file=of_file))
        job.slow.connect(self._say_slow)
        try:
            job.start()
        except ReportError as error:
            self._stop()
            self._say_problem(error, of_file=of_file)

    def _ended(self, outcome: object, *, of_file: bool) -> None:
        self._job, self._outcome = None, (outcome, of_file)
        self._settle()

    def _shown(self) -> None:
        """Go on once there is something to show; the signs and whom to call are never taken from the screen."""
        if self._outcome is not None:
            QTimer.singleShot(0, self._window, self._settle)

    def _settle(self) -> None:
        if not isinstance(self._window.page, ReportPage | WaitingPage):
            return
        if self._outcome is None:
            return
        (outcome, of_file), self._outcome = self._outcome, None
        if isinstance(outcome, Opened):
            self._opened(outcome)
        elif isinstance(outcome, ReportError):
            if isinstance(self._window.page, WaitingPage):
                self.begin()
            self._say_problem(outcome, of_file=of_file)

    def _say_problem(self, error: ReportError, *, of_file: bool) -> None:
        page = self._window.page
        if isinstance(page, ReportPage):
            key = "own-report.file-wrong" if of_file else "own-report.text-wrong"
            page.show_problem(self._library.say(key, problem=str(error)))

    def _say_slow(self) -> None:
        if self._job is not None and isinstance(self._window.page, ReportPage):
            word = self._library.word
            act = (word("own-report.stop"), self._stopped)
            self._window.show_instead(
                WaitingPage(word("own-report.reading"), word("own-report.reading-lead"), act, self._shown)
            )

    def _stopped(self) -> None:
        self._stop()
        self.begin()

    def _stop(self) -> None:
        self._outcome = None
        if self._job is not None:
            self._job.stop()
            self._job = None

    # --- what was found

    def begin_with(self, there: tuple[Item, ...]) -> None:
        """Look at what a draft holds, made from records before; a draft without anything leads to the questions."""
        here = steps.begin(there)
        if here.closed:
            self._window.show_place()
            return

        def again() -> None:
            self.begin_with(there)

        self._tell((), there, "draft", self._window.show_place, lambda: self._show(here, again))

    def _opened(self, found: Opened) -> None:
        if len(found.reports) < 2:
            self._which(found.reading, self.begin)
            return

        def choose(place: int | None) -> None:
            reading = found.reading if place is None else found.reports[place].reading
            self._which(reading, lambda: self._opened(found))

        self._ask_which([of_report(each) for each in found.reports], "report", choose, self.begin)

    def _which(self, reading: Reading, leave: Callable[[], None]) -> None:
        if is_other_organ(reading):
            self._tell(reading.warnings, (), "other-organ", leave)
            return
        several = candidates(reading)
        if not several:
            self._found(reading, None, leave)
            return

        def choose(place: int | None) -> None:
            of = None if place is None else several[place]
            self._found(reading, of, lambda: self._which(reading, leave))

        self._ask_which(list(several), "specimen", choose, leave)

    def _ask_which(
        self, several: list[Candidate], kind: str, choose: Callable[[int | None], None], leave: Callable[[], None]
    ) -> None:
        word = self._library.word
        lines = [candidate_lines(each, number, self._library) for number, each in enumerate(several, 1)]
        words = word(f"own-report.which-{kind}"), word(f"own-report.which-{kind}-lead")
        self._window.show_instead(WhichPage(words, lines, self._library, choose, leave))

    def _found(self, reading: Reading, of: Candidate | None, leave: Callable[[], None]) -> None:
        there = items(reading, of)
        here = steps.begin(there)
        if here.closed:
            self._tell(reading.warnings, there, "waiting" if there else "nothing", leave)
            return

        def again() -> None:
            self._found(reading, of, leave)

        self._tell(reading.warnings, there, "found", leave, lambda: self._show(here, again))

    def _tell(
        self,
        said: Sequence[str],
        there: tuple[Item, ...],
        kind: str,
        leave: Callable[[], None],
        go_on: Callable[[], None] | None = None,
    ) -> None:
        library, word = self._library, self._library.word
        acts: tuple[Act, ...] = ((library.questions.word["continue"], go_on),) if go_on else ()
        if go_on is None:
            acts = ((word("own-report.answer"), self._answer), (word("own-report.again"), self.begin))
        waiting = [
            (topic_of(item, library), tuple(marked(item, quote) for quote in item.quotes))
            for item in steps.waiting(there)
        ]
        warnings = notice_words(said, library)
        words = word(f"own-report.{kind}"), word(f"own-report.{kind}-lead")
        self._window.show_instead(ToldPage(words, acts, leave, warnings=warnings, waiting=waiting, library=library))

    def _answer(self) -> None:
        """Go on to the questions without a report."""
        self.forget()
        self._window.go_on()

    # --- thing by thing

    def _show(self, here: Round, before: Callable[[], None]) -> None:
        def leave() -> None:
            earlier = steps.back(here)
            before() if earlier is None else self._show(earlier, before)

        if here.closed:
            rows = taken_rows(here, self._library)
            page: Page = TakenPage(rows, self._library, lambda: self._take(here), leave)
        else:
            page = self._item_page(here, before, leave)
        self._window.show_instead(page)

    def _item_page(self, here: Round, before: Callable[[], None], leave: Callable[[], None]) -> ItemPage:
        library, view = self._library, item_view(here, self._library)
        use = (library.word("own-report.use"), lambda: self._show(steps.use(here), before))
        change = (library.questions.word["change"], lambda: self._change(here, before))
        skip = (library.word("own-report.skip"), lambda: self._show(steps.skip(here), before))
        return ItemPage(view, library, (use, change, skip) if view.can_use else (change, skip), leave)

    def _change(self, here: Round, before: Callable[[], None]) -> None:
        session, library = self._window.visit.session, self._library
        question = steps.page_to_change(here.item)

        def submit(entry: Entry) -> None:
            changed, problems = steps.change(here, entry)
            if problems:
                page.show_problems(change_view(here, session, library, entry=entry, problems=problems))
            else:
                self._show(changed, before)

        page = QuestionPage(question, change_view(here, session, library), library, submit)
        page.leave = lambda: self._show(here, before)
        self._window.show_instead(page)

    def _take(self, here: Round) -> None:
        """Take over what was confirmed, and nothing else; the report is let go of."""
        self.forget()
        self._window.visit.take(here)
        self._window.show_place()
