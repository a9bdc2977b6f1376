"""Which parts are printed, in which order, and three lines for the chart."""

from collections.abc import Callable, Sequence

from her2guide.consult.talk import KEPT, Talk, can_move, in_order
from her2guide.guide.document import Section
from her2guide.library.library import Library
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.buttons import PrimaryButton, SecondaryButton
from her2guide.ui.consult.view import View, card
from her2guide.ui.layout import Column
from her2guide.ui.pages.page import ButtonRow
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


class PrintView(View):
    """The parts that may be left out, as check boxes; the one marked can be moved."""

    def __init__(self, sections: Sequence[Section], talk: Talk, marked: str, library: Library) -> None:
        word = library.word
        super().__init__(word("consult.print.title"))
        self._library, self._titles = library, {section.id: section.title for section in sections}
        ordered = [each for each in in_order([*self._titles], talk) if each not in KEPT]
        kept = "; ".join(self._titles[each] for each in self._titles if each in KEPT)
        self._count, self._marked = TextBlock("", color="ink2"), TextBlock("")
        self.go = PrimaryButton(word("consult.print.go"), "printer")
        self.chart = Column(8)
        self.up = SecondaryButton(word("consult.print.up"))
        self.down = SecondaryButton(word("consult.print.down"))
        choices = [Choice(each, self._titles[each]) for each in ordered]
        self.parts = AnswerGroup(word("consult.print.parts"), choices, many=True)
        self.parts.choose(*(each for each in ordered if each not in talk.left_out))
        self.main.add(TextBlock(word("consult.print.lead")), self._count, ButtonRow(self.go), self.chart)
        self.main.add_space(4)
        self.main.add(heading(word("consult.print.parts"), TypeRole.H3))
        self.main.add(TextBlock(library.say("consult.print.kept", parts=kept), color="ink2"))
        self.main.add(self._marked, ButtonRow(self.up, self.down), self.parts)
        self.tell(talk, marked)

    def tell(self, talk: Talk, marked: str) -> None:
        """Say how many parts are printed, and which one can be moved."""
        say, word, titles = self._library.say, self._library.word, self._titles
        printed = len(titles) - len(talk.left_out & {*titles})
        self._count.set_text(say("consult.print.count", printed=printed, all=len(titles)))
        title = titles.get(marked, "")
        self._marked.set_text(say("consult.print.marked", title=title) if title else word("consult.print.no-mark"))
        for button, by, name in ((self.up, -1, "up"), (self.down, 1, "down")):
            said = say(f"consult.print.{name}-name", title=title) if title else ""
            button.set_words(word(f"consult.print.{name}"), said)
            button.setEnabled(can_move([*titles], talk, marked, by))

    def offer_chart(self, lines: tuple[str, ...], said: str, library: Library, copy: Callable[[], None]) -> None:
        """Show the lines for the chart with a button that copies them; `said` tells that it did."""
        button = SecondaryButton(library.word("consult.print.copy"), "file-text")
        button.clicked.connect(copy)
        lead = TextBlock(library.word("consult.print.chart-lead"), color="ink2")
        panel = card(library.word("consult.print.chart"), lead, *(TextBlock(text) for text in lines))
        panel.add(button)
        if said:
            panel.add(TextBlock(said))
        self.chart.add(panel)
