"""The pages of the round through what a reader took away: a question, a plain Yes, a kind end. No marks."""

from collections.abc import Callable

from her2guide.guide.document import plain
from her2guide.guide.take_away import TakeAway
from her2guide.library.library import Library
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.fields import ErrorSummary
from her2guide.ui.layout import Panel
from her2guide.ui.pages.page import ButtonRow
from her2guide.ui.pages.rounds import RoundPage
from her2guide.ui.parts import Item
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


class AskedPage(RoundPage):
    """One question with its answers; `answer` is told what is chosen."""

    def __init__(
        self,
        check: TakeAway,
        progress: str,
        library: Library,
        answer: Callable[[tuple[str, ...]], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(plain(check.choose), progress, leave)
        self._library, self._answer = library, answer
        several = len(check.right) > 1
        self.summary = ErrorSummary(library.questions.word["problem"])
        choices = [Choice(name, plain(words)) for name, words in check.choices]
        self.group = AnswerGroup(self.title, choices, many=several)
        self.main.add(self.summary, self.heading)
        if several:
            self.main.add(TextBlock(library.word("take-away.several"), color="ink2"))
        self.main.add(self.group)

    def tell_again(self, check: TakeAway, title: str, look_up: Callable[[], None]) -> None:
        """Tell the point another way over the answers, and lead to the page `title` where it stands."""
        panel = Panel("tint", "line", icon="info", gap=6)
        look = SecondaryButton(self._library.say("take-away.open-page", title=title), "file-text")
        look.clicked.connect(look_up)
        panel.add(heading(self._library.word("take-away.again"), TypeRole.H3), TextBlock(check.again), ButtonRow(look))
        self.main.insert(2, panel)

    def go_on(self) -> None:
        """Hand on what is chosen. Without an answer, say that there is Skip."""
        chosen = self.group.chosen()
        if chosen:
            self._answer(chosen)
        else:
            self.summary.show_errors([(self._library.word("take-away.choose"), self.group)])


class YesPage(RoundPage):
    """A plain Yes, with the point."""

    def __init__(self, check: TakeAway, progress: str, library: Library, leave: Callable[[], None]) -> None:
        super().__init__(library.word("take-away.yes"), progress, leave)
        self.main.add(self.heading, TextBlock(check.choose, color="ink2"))
        points = [words for name, words in check.choices if name in check.right]
        self.main.add(*(Item(TextBlock(words, TypeRole.LEAD), icon="check") for words in points))


class ClosingPage(RoundPage):
    """The end of the round."""

    def __init__(self, library: Library, leave: Callable[[], None]) -> None:
        super().__init__(library.word("take-away.done"), "", leave)
        thanks, unclear = (library.word(f"take-away.{name}") for name in ("thanks", "unclear"))
        self.main.add(self.heading, TextBlock(thanks, TypeRole.LEAD), TextBlock(unclear))
