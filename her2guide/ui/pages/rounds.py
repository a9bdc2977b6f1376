"""What every page of a round beside the questions is: its acts, how far one is, and a way back."""

from collections.abc import Callable

from her2guide.ui.pages.page import Page


class RoundPage(Page):
    """A page of a round. Back leads one step back, and from the first page out of it."""

    def __init__(self, title: str, progress: str, leave: Callable[[], None]) -> None:
        super().__init__(title)
        self._progress, self.leave = progress, leave
