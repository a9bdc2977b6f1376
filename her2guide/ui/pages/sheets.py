"""The pages of paper themselves, to be looked at before they are saved or printed."""

from collections.abc import Callable, Sequence

from her2guide.library.library import Library
from her2guide.output.printed import Leaf
from her2guide.ui.bars import Act
from her2guide.ui.layout import Column
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.sheets import Sheet, Sheets
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole


class SheetsPage(NotedPage):
    """Each page of the very file, as the printer will have it; the same words can be read on the page before."""

    def __init__(
        self,
        data: bytes,
        leaves: Sequence[Leaf],
        library: Library,
        progress: str,
        acts: Sequence[Act],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(library.word("keep.sheets-title"))
        self._progress, self.leave = progress, leave
        self.set_acts(*acts)
        self._sheets = Sheets(data)
        column = Column(16)
        self.sheets = [Sheet(self._sheets, leaf.number, _name(leaf, len(leaves), library)) for leaf in leaves]
        column.add(*self.sheets)
        self.main.add(self.heading, TextBlock(library.word("keep.sheets-lead"), TypeRole.LEAD), self._notes)
        self.main.add_space(8)
        self.main.add(column)
        self.destroyed.connect(self._sheets.close)


def _name(leaf: Leaf, pages: int, library: Library) -> str:
    """Return what a screen reader says of a page: its number, and the parts that begin on it."""
    number = library.say("keep.sheet", page=leaf.number, pages=pages)
    parts = [run.section.title for run in leaf.runs if run.opens]
    return f"{number}: {'; '.join(parts)}" if parts else number
