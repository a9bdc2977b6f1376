"""Bringing a report: the page where its words are put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent

from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.fields import ErrorSummary, Field
from her2guide.ui.layout import Panel
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

LONGEST = 100_000  # characters; a long report has a tenth of it
_LINES = 5


@dataclass(frozen=True, slots=True)
class ReportActs:
    """What can be done on the page: read what was put in, choose a file, take a file that was dropped, go back.

    `choose` and `drop` are None where there are no files and no clipboard, as on a shared machine. `shown` hears that
    the page has come up, at first or again.
    """

    read: Callable[[str], None]
    leave: Callable[[], None]
    shown: Callable[[], None]
    choose: Callable[[], None] | None = None
    drop: Callable[[Path], None] | None = None


class ReportPage(Page):
    """A field for the words of a report; where files are allowed, a button to open one, and room to drop one."""

    def __init__(self, library: Library, acts: ReportActs, text: str = "") -> None:
        word, alone = library.word, acts.choose is None
        super().__init__(word("own-report.title"))
        self._library, self._can, self.leave = library, acts, acts.leave
        self.summary = ErrorSummary(library.questions.word["problem"])
        self.field = Field(
            word("own-report.field"),
            hint=word("own-report.field-hint"),
            lines=_LINES,
            longest=LONGEST,
            clipboard=not alone,
        )
        self.field.set_value(text)
        stays = Panel("tint", "line", icon="lock")
        stays.add(TextBlock(word("own-report.stays")))
        self.main.add(self.summary, self.heading)
        self.main.add(TextBlock(word("own-report.lead-typing" if alone else "own-report.lead"), TypeRole.LEAD))
        self.main.add(self.field)
        if not alone:
            self.main.add(TextBlock(word("own-report.drop"), color="ink2"))
        self.main.add(stays)
        self.setAcceptDrops(acts.drop is not None)

    @property
    def primary(self) -> Act | None:
        return (self._library.word("own-report.read"), self.go_on)

    @property
    def others(self) -> Sequence[Act]:
        return () if self._can.choose is None else ((self._library.word("own-report.open"), self._can.choose),)

    def go_on(self) -> None:
        """Hand on what was put in; where that is nothing, say so."""
        text = self.field.value()
        if text.strip():
            self._can.read(text)
        else:
            self.show_problem(self._library.word("own-report.empty"))

    def show_problem(self, text: str) -> None:
        """Say what is wrong, in the summary and in the same words at the field."""
        self.field.set_error(text)
        self.summary.show_errors([(text, self.field)])

    def forget(self) -> None:
        self.field.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._can.shown()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(files) == 1 and self._can.drop is not None:
            self._can.drop(files[0])
        else:
            self.show_problem(self._library.word("own-report.one-file"))
