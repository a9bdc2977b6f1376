"""A page that says, under its heading, what became of an act."""

from PySide6.QtCore import Qt

from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock


class NotedPage(Page):
    """A page with room for one sentence about the last act."""

    def __init__(self, title: str, *, aside: Column | None = None, color: str = "ink") -> None:
        super().__init__(title, aside=aside, color=color)
        self._notes = Column()
        self._notes.hide()
        self.note: Panel | None = None

    def hold(self) -> None:
        """Meanwhile the act that goes on cannot be begun again from the page itself."""

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say what became of an act in the place of what was said before, and go there."""
        if self.note is not None:
            self.note.hide()
            self.note.setParent(None)
            self.note.deleteLater()
        self.note = note(words, wrong=wrong)
        self._notes.add(self.note)
        self._notes.show()
        self.note.show()
        said = self.note.findChild(TextBlock)
        if isinstance(said, TextBlock) and self.isVisible():
            said.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(said)
