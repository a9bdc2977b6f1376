"""What every page of a round beside the questions is: its acts, how far one is, and a way back."""

from collections.abc import Callable, Sequence

from her2guide.ui.bars import Act
from her2guide.ui.pages.page import Page


class RoundPage(Page):
    """A page of a round. Back leads one step back, and from the first page out of it."""

    def __init__(self, title: str, progress: str, leave: Callable[[], None]) -> None:
        super().__init__(title)
        self._progress, self.leave = progress, leave
        self._acts: tuple[Act, ...] = ()

    def set_acts(self, *acts: Act) -> None:
        """Offer these acts, the primary one first."""
        self._acts = acts

    @property
    def progress(self) -> str:
        return self._progress

    @property
    def primary(self) -> Act | None:
        return self._acts[0]

    @property
    def others(self) -> Sequence[Act]:
        return self._acts[1:]
