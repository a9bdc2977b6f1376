"""The save page: the guide as a file or on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.layout import Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole
from her2guide.wizard.check_view import StepView


class SavePage(Page):
    """Save, Print where there is a printer, and Start over."""

    def __init__(self, view: StepView, library: Library, acts: Sequence[Act]) -> None:
        super().__init__(view.title)
        self._view, self._acts = view, tuple(acts)
        self.main.add(self.heading, *(TextBlock(text, TypeRole.LEAD) for text in view.lines))
        self.main.add(TextBlock(library.word("page-one.no-change")))
        self.note: Panel | None = None

    @property
    def progress(self) -> str:
        return self._view.progress

    @property
    def primary(self) -> Act | None:
        return self._acts[0]

    @property
    def others(self) -> Sequence[Act]:
        return self._acts[1:]

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say what became of the file, and go there."""
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
        self.note = note(text, wrong=wrong)
        self.main.add(self.note)
        self.note.show()
        said = self.note.findChild(TextBlock)
        if isinstance(said, TextBlock):
            said.setFocus(Qt.FocusReason.OtherFocusReason)
