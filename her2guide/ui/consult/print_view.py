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
        say, word = library.say, library.word
        super().__init__(word("consult.print.title"))
        titles = {section.id: section.title for section in sections}
        ordered = [each for each in in_order([*titles], talk) if each not in KEPT]
        kept = "; ".join(titles[each] for each in titles if each in KEPT)
        self.main.add(TextBlock(word("consult.print.lead")))
        printed = len(titles) - len(talk.left_out & {*titles})
        self.main.add(TextBlock(say("consult.print.count", printed=printed, all=len(titles)), color="ink2"))
        self.go = PrimaryButton(word("consult.print.go"), "printer")
        self.main.add(ButtonRow(self.go))
        self.chart = Column(8)
        self.main.add(self.chart)
        self.main.add_space(4)
        self.main.add(heading(word("consult.print.parts"), TypeRole.H3))
        self.main.add(TextBlock(say("consult.print.kept", parts=kept), color="ink2"))
        self.up = SecondaryButton(word("consult.print.up"))
        self.down = SecondaryButton(word("consult.print.down"))
        if marked in titles and marked not in KEPT:
            self.main.add(TextBlock(say("consult.print.marked", title=titles[marked])))
            moves = [(self.up, -1, "up"), (self.down, 1, "down")]
            for button, by, name in moves:
                button.set_words(word(f"consult.print.{name}"), say(f"consult.print.{name}-name", title=titles[marked]))
                button.setEnabled(can_move([*titles], talk, marked, by))
            self.main.add(ButtonRow(self.up, self.down))
        self.parts = AnswerGroup(
            word("consult.print.parts"), [Choice(each, titles[each]) for each in ordered], many=True
        )
        self.parts.choose(*(each for each in ordered if each not in talk.left_out))
        self.main.add(self.parts)

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
