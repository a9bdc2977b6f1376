"""The save page: how much of the guide, how it is to look on paper, how many pages that is, a way to read it first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from her2guide.library.library import Library
from her2guide.output.render import Length, Paper
from her2guide.settings import Pace
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.bars import Act
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.fields import Field
from her2guide.ui.layout import Beside, Column, Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.check_view import StepView

_SIZES, _PAPERS, _LENGTHS = ("usual", "large"), ("letter", "a4"), ("short", "full")


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How much of the guide is to be on paper, and how it is to look."""

    paper: Paper
    large_print: bool = False
    length: Length = "full"


class SavePage(NotedPage):
    """Choices of paper; Save, Print where there is a printer, and Start over. `choose` tells the number of pages."""

    pace = Pace.GUIDE

    def __init__(
        self,
        view: StepView,
        library: Library,
        choice: PaperChoice,
        acts: Sequence[Act],
        choose: Callable[[PaperChoice], Mapping[Length, int]],
        read: Callable[[], None],
    ) -> None:
        aside = Column(8)
        super().__init__(view.title, aside=aside)
        self._progress, self._library, self._choose = view.progress, library, choose
        self.set_acts(*acts)
        self.length = self._group("length", _LENGTHS, choice.length)
        self.print_size = self._group("size", _SIZES, _SIZES[choice.large_print])
        self.paper = self._group("paper", _PAPERS, choice.paper)
        self.main.add(self.heading, *(TextBlock(text, TypeRole.LEAD) for text in view.lines), self._notes)
        self.main.add_space(4)
        self.main.add(_titled(self.length))
        self.main.add_space(4)
        self.main.add(Beside([_titled(self.print_size), _titled(self.paper)], least=240))
        self.pages = heading("", TypeRole.H3)
        self.read = SecondaryButton(library.word("keep.read"), "file-text")
        self.read.clicked.connect(read)
        panel = Panel("surface", "line", gap=8)
        panel.add(self.pages, self.read)
        aside.add(panel, note(library.word("keep.warning")), TextBlock(library.word("page-one.no-change")))

    def offer_password(self, password: str, changed: Callable[[str], None]) -> None:
        """Offer a password for the file. `changed` hears it as it is typed."""
        word = self._library.word
        self.password = Field(word("keep.password"), hint=word("keep.password-hint"), masked=True)
        self.password.set_value(password)
        self.password.changed.connect(lambda: changed(self.password.value()))
        self.main.add_space(4)
        self.main.add(self.password)

    def offer_check(self, check: Callable[[], None]) -> None:
        """Offer, before the guide is saved or printed, to look at what was taken away from it."""
        word = self._library.word
        panel = Panel("surface", "line", gap=8)
        button = SecondaryButton(word("take-away.here"))
        button.clicked.connect(check)
        panel.add(heading(word("take-away.title"), TypeRole.H3), TextBlock(word("take-away.lead")), button)
        self.main.add(panel)

    def offer_visit(self, save: Callable[[], None]) -> None:
        """Offer to save the answers themselves, to go on another day."""
        word = self._library.word
        panel = Panel("surface", "line", gap=8)
        self.visit = SecondaryButton(word("visit-file.save"), "lock")
        self.visit.clicked.connect(save)
        panel.add(heading(word("visit-file.another-day"), TypeRole.H3), TextBlock(word("visit-file.offer")), self.visit)
        self.main.add(panel)

    def _group(self, name: str, ids: Sequence[str], chosen: str) -> AnswerGroup:
        word = self._library.word
        group = AnswerGroup(word(f"keep.{name}"), [Choice(each, word(f"keep.{each}")) for each in ids])
        group.choose(chosen)
        group.changed.connect(self._chosen)
        return group

    def _chosen(self) -> None:
        paper: Paper = "a4" if self.paper.chosen() == ("a4",) else "letter"
        length: Length = "short" if self.length.chosen() == ("short",) else "full"
        self.show_pages(self._choose(PaperChoice(paper, self.print_size.chosen() == ("large",), length)))

    def show_pages(self, pages: Mapping[Length, int]) -> None:
        """Say how many pages the guide is, short and full."""
        self.pages.set_text(self._library.say("keep.pages", short=pages["short"], full=pages["full"]))


def _titled(group: AnswerGroup) -> Column:
    """Return a group under its name."""
    column = Column(4)
    column.add(heading(group.accessibleName(), TypeRole.H3), group)
    return column
