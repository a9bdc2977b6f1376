"""A page of the guide: one section of the document, and the switches that change how it reads."""

from collections.abc import Callable, Sequence

from her2guide.guide.document import Section
from her2guide.library.library import Library
from her2guide.settings import Pace
from her2guide.ui.bars import Act
from her2guide.ui.blocks import SectionView
from her2guide.ui.buttons import BarButton, Button, SecondaryButton
from her2guide.ui.pages.guide_blocks import WindowBlocks
from her2guide.ui.pages.page import ButtonRow, Page

Switch = Callable[[str, str], None]  # the question and the choice
Views = tuple[bool, Callable[[], None]]  # whether counts are drawn as bars, and what draws them the other way
VIEW = "view"


class SectionPage(Page):
    """One section, in the very words of the document."""

    pace = Pace.GUIDE

    def __init__(
        self, section: Section, progress: str, library: Library, acts: Sequence[Act], call: Callable[[], None]
    ) -> None:
        super().__init__(section.title)
        self._progress = progress
        self.set_acts(*acts)
        self.view = SectionView(section, WindowBlocks(library, call))
        self.heading.deleteLater()
        if self.view.title is not None:
            self.heading = self.view.title
        self.main.add(self.view)
        self.switches: dict[str, BarButton] = {}

    def add_switches(
        self, library: Library, *, numbers: bool, survival: bool, switch: Switch, views: Views | None = None
    ) -> None:
        """Show the switches under the section's title; the last one where its pictures can be drawn another way."""
        rows = (
            ("numbers", numbers, "numbers", "no", "yes"),
            ("length-of-life", survival, "survival", "leave_out", "tell_me_how_to_ask"),
        )
        for question, shown, name, off, on in rows:
            button = BarButton(library.word(f"window.{'hide' if shown else 'show'}-{name}"))
            choice = off if shown else on
            button.clicked.connect(lambda _c=False, question=question, choice=choice: switch(question, choice))
            self.switches[question] = button
        if views is not None:
            bars, turn = views
            self.switches[VIEW] = BarButton(library.word(f"window.show-{'people' if bars else 'bars'}"))
            self.switches[VIEW].clicked.connect(turn)
        self.view.insert(1, ButtonRow(*self.switches.values()))

    def offer(self, words: str, act: Callable[[], None]) -> None:
        """Offer something to do under the section's title."""
        button = SecondaryButton(words)
        button.clicked.connect(act)
        self.offer_button(button)

    def offer_button(self, button: Button) -> None:
        """Show a button under the section's title; where switches stand there, below the section."""
        if self.switches:
            self.main.add(ButtonRow(button))
        else:
            self.view.insert(1, ButtonRow(button))
