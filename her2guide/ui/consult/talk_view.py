"""The prompt beside the part that the person sees: what to say, what to ask, what people get wrong, costs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFont

from her2guide.library.library import Library
from her2guide.library.prompt_records import Prompt
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.consult.view import View, card, listed
from her2guide.ui.layout import Column
from her2guide.ui.pages.calm import note
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Shown:
    """A part with its prompt. `due` tells since when the prompt waits for a check, or "" for not at all."""

    title: str
    prompt: Prompt
    covered: bool
    due: str = ""


class TalkView(View):
    """One prompt, a tick, and the way to the part before and the next one, in both windows."""

    def __init__(self, shown: Shown, library: Library, cover: Callable[[bool], None]) -> None:
        say, prompt = library.word, shown.prompt
        aside = Column(12)
        super().__init__(library.say("consult.talk.seen", title=shown.title), aside)
        self.main.add(card(say("consult.talk.say"), TextBlock(prompt.say, TypeRole.LEAD)))
        asked = TextBlock(f"“{prompt.ask}”", TypeRole.LEAD, weight=QFont.Weight.Bold)
        heard = TextBlock(library.say("consult.talk.listen", listen=prompt.listen), color="ink2")
        self.main.add(card(say("consult.talk.ask"), asked, heard))
        if shown.due:
            self.main.add(note(library.say("consult.talk.due", due=shown.due)))
        self.covered = AnswerGroup(shown.title, [Choice(COVERED, say("consult.talk.covered"))], many=True)
        self.covered.choose(*([COVERED] if shown.covered else []))
        self.covered.changed.connect(lambda: cover(bool(self.covered.chosen())))
        self.main.add(self.covered)
        aside.add(listed(say("consult.talk.mistakes"), prompt.mistakes))
        if prompt.cost:
            aside.add(listed(say("consult.talk.cost"), prompt.cost))


class NothingYet(View):
    """Before there is a guide, and on pages without a prompt: what to do now."""

    def __init__(self, lines: tuple[str, ...], library: Library) -> None:
        super().__init__(library.word("consult.title"))
        self.main.add(*(TextBlock(text) for text in lines))
