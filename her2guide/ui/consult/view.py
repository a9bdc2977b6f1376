"""What every view of the counselor's window is made of."""

from collections.abc import Callable

from her2guide.library.library import Library
from her2guide.ui.buttons import PrimaryButton, SecondaryButton
from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.page import ButtonRow, Page
from her2guide.ui.parts import Item
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


class View(Page):
    """A page with a heading that leaves room for the rest: this window is often a narrow one."""

    leads_to_signs = False

    def __init__(self, title: str, aside: Column | None = None) -> None:
        super().__init__(title, aside=aside)
        self.heading.deleteLater()
        self.heading = heading(title, TypeRole.H2)
        self.main.add(self.heading)

    def add_way(self, library: Library, before: Callable[[], None] | None, after: Callable[[], None] | None) -> None:
        """Offer the part before and the next part, where there are any."""
        buttons: list[SecondaryButton | PrimaryButton] = []
        if before is not None:
            buttons.append(SecondaryButton(library.word("consult.talk.before")))
            buttons[-1].clicked.connect(before)
        if after is not None:
            buttons.append(PrimaryButton(library.word("consult.talk.after")))
            buttons[-1].clicked.connect(after)
        self.main.add(ButtonRow(*buttons))


def card(title: str, *parts: TextBlock) -> Panel:
    """Return a panel with a small title over its parts."""
    panel = Panel("surface", "line", gap=2)
    panel.add(heading(title, TypeRole.H3), *parts)
    return panel


def listed(title: str, texts: tuple[str, ...]) -> Column:
    """Return sentences under a title."""
    column = Column(4)
    column.add(heading(title, TypeRole.H3), *(Item(TextBlock(text)) for text in texts))
    return column
