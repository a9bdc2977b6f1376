"""Pages about the program itself, and the page that asks whether to remember how the window looks."""

from collections.abc import Callable, Sequence

from her2guide.guide.document import Block
from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.layout import Column
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.guide_blocks import WindowBlocks
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.rounds import RoundPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole


class InfoPage(RoundPage):
    """A title and blocks; it leads back to where it was asked from."""

    def __init__(
        self, name: str, blocks: Sequence[Block], library: Library, call: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        super().__init__(library.word(f"{name}.title"), "", leave)
        self.set_acts((library.word("info.back"), leave))
        self.main.add(self.heading, TextBlock(library.word(f"{name}.lead"), TypeRole.LEAD))
        self.main.add(*WindowBlocks(library, call).widgets(blocks))


class ComfortPage(NotedPage):
    """What would be remembered, where, and that it can be forgotten."""

    def __init__(
        self,
        say_now: Callable[[], str],
        library: Library,
        *,
        remembered: bool,
        acts: Sequence[Act],
        leave: Callable[[], None],
    ) -> None:
        word = library.word
        super().__init__(word("comfort.title"))
        self.leave, self._say_now = leave, say_now
        self.set_acts(*acts)
        self.now = TextBlock(say_now(), TypeRole.LEAD)
        self.main.add(self.heading, self.now, self._notes)
        self.main.add(TextBlock(word("comfort.remembered" if remembered else "comfort.not-remembered")))
        column = Column(8)
        column.add(note(word("comfort.what")))
        self.main.add(column)

    def retheme(self) -> None:
        super().retheme()
        if hasattr(self, "now"):  # a page is dressed before it has anything on it
            self.now.set_text(self._say_now())
