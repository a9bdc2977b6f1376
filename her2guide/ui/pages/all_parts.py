"""Every part of the guide by its name: a way to any of them, at any text size and in any window."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from her2guide.guide.chapters import Chapter
from her2guide.library.library import Library
from her2guide.settings import Pace
from her2guide.ui.bars import Act
from her2guide.ui.contents import Contents
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

_COLUMNS = 2


class AllPartsPage(Page):
    """The list of parts over the whole page. The first act leads back; `choose` is told the part that is pressed."""

    pace = Pace.GUIDE

    def __init__(
        self,
        listed: Sequence[Chapter],
        current: str,
        library: Library,
        progress: str,
        acts: Sequence[Act],
        choose: Callable[[str], None],
    ) -> None:
        super().__init__(library.word("parts.title"))
        self._progress, self.leave = progress, acts[0][1]
        self.set_acts(*acts)
        self.contents = Contents(self.title, listed, current, columns=_COLUMNS)
        self.contents.asked.connect(choose)
        self.contents.moved.connect(self._bring_in_sight)
        here = library.say("parts.here", title=self.contents.current.words)
        self.main.add(self.heading, TextBlock(library.word("parts.lead"), TypeRole.LEAD), TextBlock(here))
        self.main.add(self.contents)

    def _bring_in_sight(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, 24)
