"""The pages of a shared screen that nobody asked for: is somebody there, and everything is cleared."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import line
from her2guide.library.library import Library
from her2guide.ui.buttons import PrimaryButton, SecondaryButton, widen
from her2guide.ui.kiosk.ring import CountdownRing
from her2guide.ui.pages.find import announce
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import FRAME, TypeRole
from her2guide.ui.typeset import Typeset

_SAID = (60, 30, 10)  # seconds left that a screen reader hears of; more would be a nuisance


class CenteredPage(Page):
    """A full page whose few parts stand in its middle."""

    full = True
    centered = True

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            self.main.rows.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)


class BigButton(PrimaryButton):
    """A primary button that is found at once."""

    least = 108

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__(words, icon)
        widen(self)

    def retheme(self) -> None:
        self._set = Typeset(line(self.words), self.theme, TypeRole.BIG, self.faces.weight)

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self.theme.px(self.least) + 2 * FRAME)


class StillTherePage(CenteredPage):
    """Asks whether somebody is there. It covers what was on the screen; who cannot read it can make it larger."""

    has_look = True

    def __init__(self, library: Library, whole: int, stay: Callable[[], None], clear: Callable[[], None]) -> None:
        word = library.word
        super().__init__(word("kiosk.still-title"))
        self._library = library
        self._heard = {seconds for seconds in _SAID if seconds <= whole}
        self.ring = CountdownRing(whole, word("kiosk.seconds"))
        self.ring.setAccessibleName(library.say("kiosk.still-said", seconds=whole))
        self.here = BigButton(word("kiosk.still-here"))
        self.clear = SecondaryButton(word("window.clear"), "log-out")
        widen(self.clear)
        self.here.clicked.connect(stay)
        self.clear.clicked.connect(clear)
        self._put(self.heading, TextBlock(word("kiosk.still-lead"), TypeRole.LEAD), self.ring)
        self.main.add_space(12)
        self.main.add(self.here, self.clear)
        self._put(*(TextBlock(word(f"kiosk.still-{each}"), color="ink2") for each in ("how", "more")))

    def show_left(self, seconds: int) -> None:
        """Show the seconds that are left. Only a few of them are said."""
        self.ring.show_left(seconds)
        due = {each for each in self._heard if seconds <= each}
        self._heard -= due
        if due:
            words = self._library.say("kiosk.still-said", seconds=seconds)
            self.ring.setAccessibleName(words)
            announce(self, words)


class FarewellPage(CenteredPage):
    """Everything is cleared. It tells nothing of who was here."""

    def __init__(self, library: Library, start: Callable[[], None]) -> None:
        word = library.word
        super().__init__(word("kiosk.gone-title"))
        button = BigButton(library.questions.word["start"])
        button.clicked.connect(start)
        said = (TextBlock(word(f"kiosk.gone-{each}"), TypeRole.LEAD) for each in ("lead", "paper"))
        self._put(self.heading, *said)
        self.main.add_space(24)
        self.main.add(button)
