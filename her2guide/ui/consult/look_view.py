"""How the counselor's window looks, and what the guide in the other one tells."""

from collections.abc import Callable, Sequence

from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.consult.view import View
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import STEPS, Theme, TypeRole

SHOWN, NOT_SHOWN = "shown", "not-shown"


class LookView(View):
    """One group for each thing to choose. `chosen` hears the name of the group and what was chosen."""

    def __init__(
        self, theme: Theme, switches: dict[str, bool] | None, library: Library, chosen: Callable[[str, str], None]
    ) -> None:
        word = library.word
        super().__init__(word("consult.look.title"))
        self.main.add(TextBlock(word("consult.look.lead")))
        self.groups: dict[str, AnswerGroup] = {}
        self._chosen = chosen
        sizes = [Choice(str(step), library.say("consult.look.percent", percent=step)) for step in STEPS]
        self._add("size", word("consult.look.size"), sizes, str(theme.step))
        palettes = [Choice(each.value, word(f"window.colors-{each.value.replace('_', '-')}")) for each in Palette]
        self._add("colors", word("consult.look.colors"), palettes, theme.palette.value)
        if switches is None:
            self.main.add(TextBlock(word("consult.look.wait"), color="ink2"))
            return
        two = [Choice(each, word(f"consult.look.{each}")) for each in (SHOWN, NOT_SHOWN)]
        for name, on in switches.items():
            self._add(name, word(f"consult.look.{name}"), two, SHOWN if on else NOT_SHOWN)

    def _add(self, name: str, title: str, choices: Sequence[Choice], now: str) -> None:
        group = AnswerGroup(title, choices)
        group.choose(now)
        group.changed.connect(lambda: self._chosen(name, group.chosen()[0]))
        self.groups[name] = group
        self.main.add_space(4)
        self.main.add(heading(title, TypeRole.H3), group)
