"""The ways off the questions and back: bringing a report, looking at a draft, saving or opening a visit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from her2guide.ui.asking import ChooseFile, ChooseVisit
    from her2guide.ui.main_window import MainWindow
    from her2guide.ui.reporting import Reporting
    from her2guide.ui.visit_files import VisitFiles
    from her2guide.wizard.from_draft import Draft


class Trips:
    """One trip at a time; the next page of the visit ends it, and lets go of what was brought.

    `choose_report` and `choose_visit` ask for files; None where there are none.
    """

    def __init__(
        self, window: "MainWindow", choose_report: "ChooseFile | None", choose_visit: "ChooseVisit | None"
    ) -> None:
        self._window, self._choose_report, self._choose_visit = window, choose_report, choose_visit
        self.reporting: Reporting | None = None  # while a report is brought
        self.visit_files: VisitFiles | None = None  # while a visit is saved or opened

    def end(self) -> None:
        """Stop what is going on and let go of it."""
        for trip in (self.reporting, self.visit_files):
            if trip is not None:
                trip.forget()
        self.reporting = self.visit_files = None

    def show_report(self) -> None:
        """Show where a report can be brought; on a shared machine it is typed in."""
        choose, window = self._choose_report, self._window
        self._begin_report((lambda: choose(window, window.library)) if choose else None).begin()

    def show_draft(self, draft: "Draft") -> None:
        """Look at a draft made from records, thing by thing; whatever else is in it stands in the questions."""
        from her2guide.wizard.from_draft import items_of, rest_of

        trip = self._begin_report(None)
        self._window.visit.begin_with(rest_of(draft))
        trip.begin_with(items_of(draft))

    def _begin_report(self, choose: Callable[[], str] | None) -> "Reporting":
        from her2guide.ui.reporting import Reporting

        self.end()
        self.reporting = Reporting(self._window, choose)
        return self.reporting

    @property
    def keeps_visits(self) -> bool:
        """Whether a visit can be saved and opened here."""
        return self._choose_visit is not None

    def open_visit(self, path: Path | None = None) -> None:
        """Ask for the passphrase of a saved visit, and before that for its file where none is named."""
        trip = self._begin_visit_files()
        if path is None:
            trip.choose()
        else:
            trip.begin_opening(path)

    def save_visit(self) -> None:
        """Save the visit itself."""
        self._begin_visit_files().begin_saving()

    def _begin_visit_files(self) -> "VisitFiles":
        from her2guide.ui.visit_files import VisitFiles

        if self._choose_visit is None:
            raise LookupError("no visit is saved or opened here")
        self.end()
        self.visit_files = VisitFiles(self._window, self._choose_visit)
        return self.visit_files
