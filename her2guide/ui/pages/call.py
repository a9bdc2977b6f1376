"""The call page: whom to call and what to say, over the whole window. It asks nothing and keeps nothing."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import Block, Callout, Contacts, Paragraph, Section, Tone, plain
from her2guide.library.library import Library
from her2guide.settings import Pace
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.layout import Beside, Panel
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.page import ButtonRow
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole

_PHONE = 46  # as high as the heading beside it


class CallActs(NamedTuple):
    """What can be done on the call page. `print_page` is None where there is no printer."""

    back: Callable[[], None]
    print_page: Callable[[], None] | None
    clear: Callable[[], None]


class CallPage(NotedPage):
    """Own numbers, big; what to say; when to call 911."""

    full = has_look = True
    pace = Pace.CALL

    def __init__(self, section: Section, library: Library, acts: CallActs) -> None:
        super().__init__(section.title, color="onamber")
        self._library = library
        self._head = Panel("amber", "amberline", icon="phone", icon_color="onamber", icon_size=_PHONE)
        self.heading.role = TypeRole.DISPLAY
        self.heading.set_text(self.title)
        self._head.add(self.heading)
        self.main.add(self._head)
        for block in section.blocks:
            self._show(block)
        self.waiting = TextBlock("")
        self.waiting.hide()
        self.main.add(self._notes, self.waiting, self._row(acts))

    def _row(self, acts: CallActs) -> ButtonRow:
        word = self._library.word
        wanted = [("calling.back", "arrow-left", acts.back), ("window.clear", "log-out", acts.clear)]
        if acts.print_page:
            wanted.insert(1, ("calling.print", "printer", acts.print_page))
        self.buttons = {key: SecondaryButton(word(key), icon) for key, icon, _ in wanted}
        for key, _, act in wanted:
            self.buttons[key].clicked.connect(lambda _checked=False, act=act: act())
        return ButtonRow(*self.buttons.values(), apart=True)

    def _show(self, block: Block) -> None:
        match block:
            case Paragraph(text):
                self._head.add(TextBlock(text, TypeRole.LEAD, color="onamber"))
            case Contacts():
                self.main.add(self._numbers(block))
            case Callout(text, _, Tone.CALL_NOW):
                panel = Panel("amberbg", "amberline", stroke_width=2, icon="circle-alert")
                panel.add(TextBlock(text, TypeRole.LEAD))
                self.main.add(panel)
            case Callout(text, items):
                panel = Panel("tint", "line")
                panel.add(heading(text, TypeRole.H3), *(TextBlock(item, TypeRole.BIG) for item in items))
                self.main.add(panel)

    def _numbers(self, block: Contacts) -> QWidget:
        """Return each number the person gave, as large as it can be; without one, where to get it."""
        cards = []
        for label, number in block.rows:
            card = Panel("surface", "line")
            known = bool(plain(number).strip())
            ask = TextBlock(self._library.word("calling.ask"), TypeRole.LEAD)
            card.add(TextBlock(label, color="ink2"), TextBlock(number, TypeRole.DISPLAY) if known else ask)
            cards.append(card)
        return Beside(cards, least=300)

    def wait(self, words: str) -> None:
        """Say above the buttons what is going on; meanwhile the page cannot be printed again."""
        self.waiting.set_text(words)
        self.waiting.show()
        self.waiting.setFocus(Qt.FocusReason.OtherFocusReason)
        self.buttons["calling.print"].setEnabled(False)

    def say(self, words: str, *, wrong: bool = False) -> None:
        self.buttons["calling.print"].setEnabled(True)
        super().say(words, wrong=wrong)
        self.waiting.hide()
