"""The page while something is done with a file elsewhere, and the way to stop it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from her2guide.ui.bars import Act
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole


class WaitingPage(Page):
    """What is going on. The act stops it, as Back does; `shown` hears that the page has come up, at first or again."""

    def __init__(self, title: str, lead: str, stop: Act, shown: Callable[[], None]) -> None:
        super().__init__(title)
        self._shown, self.leave = shown, stop[1]
        self.set_acts(stop)
        self.main.add(self.heading, TextBlock(lead, TypeRole.LEAD))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown()
