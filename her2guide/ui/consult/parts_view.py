"""The outline of this person's guide: what was talked about, and a way to each part in both windows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from her2guide.guide.chapters import chapters
from her2guide.guide.document import Section
from her2guide.library.library import Library
from her2guide.ui.consult.view import View
from her2guide.ui.contents import Contents
from her2guide.ui.text import TextBlock


class PartsView(View):
    """The parts by chapter. Those talked about say so in words."""

    def __init__(
        self,
        sections: Sequence[Section],
        current: str,
        covered: Collection[str],
        library: Library,
        choose: Callable[[str], None],
    ) -> None:
        super().__init__(library.word("consult.parts.title"))
        named = [
            replace(each, title=library.say("consult.parts.done", title=each.title)) if each.id in covered else each
            for each in sections
        ]
        done = sum(each.id in covered for each in sections)
        self.contents = Contents(self.title, chapters(named, library), current, columns=2)
        self.contents.asked.connect(choose)
        self.contents.moved.connect(self._bring_in_sight)
        self.main.add(TextBlock(library.word("consult.parts.lead")))
        self.main.add(TextBlock(library.say("consult.parts.count", covered=done, all=len(sections)), color="ink2"))
        self.main.add(self.contents)

    def _bring_in_sight(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, 24)
