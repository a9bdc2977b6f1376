"""Saving a visit as a file, and opening one: only when a person asks, and locked with words that they choose.

Nothing of it is noted anywhere: no list of files, no passphrase. `forget` stops what is going on.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from her2guide.files.visit_child import to_open, to_save
from her2guide.files.visit_errors import VisitError
from her2guide.files.visit_file import ENDING, SavedVisit, read_locked
from her2guide.guide.voice import format_date
from her2guide.library.library import languages
from her2guide.model.answers import to_json
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.model.profile import profile
from her2guide.ui.asking import ChooseVisit
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.visit_file import ContentsPage, OpenVisitPage, SaveVisitPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.ui.visit_job import VisitJob
from her2guide.wizard.saved_view import saved_rows

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


class VisitFiles:
    """One saving or one opening, from its first page to its last."""

    def __init__(self, window: "MainWindow", choose: ChooseVisit) -> None:
        self._window, self._library, self._choose = window, window.library, choose
        self._job: VisitJob | None = None
        self._outcome: dict[str, Any] | None = None
        self._settled: Callable[[dict[str, Any]], None] = lambda _: None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written or opened."""
        return self._job is not None or self._outcome is not None

    def forget(self) -> None:
        """Stop what is going on. A file that is being written is all old or all new."""
        self._outcome = None
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _wait(
        self, words: str, sent: bytes, stopped: Callable[[], None], then: Callable[[dict[str, Any]], None]
    ) -> None:
        """Have something done, and say so meanwhile; what comes of it is shown only where the wait was shown."""

        def stop() -> None:
            self.forget()
            stopped()

        self._settled = then
        word = self._library.word
        act = (word("visit-file.stop"), stop)
        self._window.show_instead(WaitingPage(word(words), word("visit-file.waiting-lead"), act, self._shown))
        self._job = job = VisitJob(sent, self._window)
        job.ended.connect(self._ended)
        job.start()

    def _ended(self, outcome: dict[str, Any]) -> None:
        self._job, self._outcome = None, outcome
        self._settle()

    def _shown(self) -> None:
        """Go on once there is something to show; the signs and whom to call are never taken from the screen."""
        if self._outcome is not None:
            QTimer.singleShot(0, self._window, self._settle)

    def _settle(self) -> None:
        if self._outcome is not None and isinstance(self._window.page, WaitingPage):
            outcome, self._outcome = self._outcome, None
            self._settled(outcome)

    # --- saving

    def begin_saving(self) -> None:
        """Ask for a passphrase."""
        self._window.show_instead(SaveVisitPage(self._library, self._save, self._look, self._window.show_place))

    def _look(self) -> None:
        """Show over the page what is in the file; what was typed stays."""
        rows = saved_rows(self._window.visit.session, self._library)
        self._window.show_over(ContentsPage(rows, self._library, self._window.return_to_page))

    def _save(self, passphrase: str) -> None:
        chosen = self._choose.place(self._window, self._library)
        if not chosen:
            return
        path, visit = Path(chosen), self._window.visit
        path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
        sent = to_save(path, to_json(visit.answers), visit.today, passphrase)
        self._wait("visit-file.saving", sent, self.begin_saving, lambda outcome: self._saved(outcome, path.name))

    def _saved(self, outcome: dict[str, Any], name: str) -> None:
        library = self._library
        if "warning" not in outcome:
            problem = outcome.get("not-saved") or library.word("visit-file.no-process")
            self.begin_saving()
            self._show_problem(library.say("visit-file.not-saved", problem=problem))
            return
        said = (library.say("visit-file.saved", name=name), outcome["warning"])
        self._window.show_place()
        if isinstance(self._window.page, NotedPage):
            self._window.page.say(" ".join(each for each in said if each))

    # --- opening

    def choose(self) -> None:
        """Ask for a file, and then for its passphrase."""
        if chosen := self._choose.saved(self._window, self._library):
            self.begin_opening(Path(chosen))

    def begin_opening(self, path: Path, problem: str = "") -> None:
        """Ask for the passphrase of a file; of one that can be no saved visit, say so."""
        window = self._window

        def open_it(passphrase: str) -> None:
            self._wait(
                "visit-file.opening",
                to_open(path, passphrase),
                lambda: self.begin_opening(path),
                lambda outcome: self._opened(outcome, path),
            )

        page = OpenVisitPage(
            self._library, path.name, open_it, self.choose, window.show_place, replaces=not window.untold
        )
        window.show_instead(page)
        try:
            read_locked(path)
        except VisitError as error:
            problem = self._library.word(f"visit-file.problem-{error.problem}")
        self._show_problem(problem)

    def _opened(self, outcome: dict[str, Any], path: Path) -> None:
        word = self._library.word
        if "answers" not in outcome:
            problem = outcome.get("problem")
            self.begin_opening(path, word(f"visit-file.problem-{problem}" if problem else "visit-file.no-process"))
            return
        found = SavedVisit(outcome["answers"], date.fromisoformat(outcome["saved"]))
        try:
            answers = answers_from_json(found.answers_file, languages=languages())
            profile(answers)
        except AnswersError:
            self.begin_opening(path, word("visit-file.problem-answers"))
            return
        self._window.visit.look_through(answers)
        self._window.show_place()
        page: Page = self._window.page
        if isinstance(page, CheckPage):
            page.say(self._library.say("visit-file.opened", day=format_date(found.saved, self._library)))

    def _show_problem(self, text: str) -> None:
        page = self._window.page
        if text and isinstance(page, SaveVisitPage | OpenVisitPage):
            page.show_problem(text)
