"""The call page: whom to call and what to say, over the whole window. It asks nothing and keeps nothing."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from her2guide.guide.document import Callout, Contacts, Line, line, plain
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.errors import AnswersError
from her2guide.ui.bars import Act
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.layout import Beside, Column, Panel
from her2guide.ui.pages.page import ButtonRow, Page
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


class CallPage(Page):
    """Own numbers, big; what to say; when to call 911."""

    full = True

    def __init__(self, answers: Answers, library: Library, back: Callable[[], None], clear: Callable[[], None]) -> None:
        super().__init__(library.word("calling.title"), color="onamber")
        head = Panel("amber", "amberline", icon="phone", icon_color="onamber")
        self.heading.role = TypeRole.DISPLAY
        self.heading.set_text(self.title)
        head.add(self.heading, TextBlock(library.word("calling.lead"), TypeRole.LEAD, color="onamber"))
        self.main.add(head, _numbers(answers, library), *_said(answers, library), _emergency(library))
        self._acts: tuple[Act, ...] = ((library.word("calling.back"), back), (library.word("window.clear"), clear))
        row = [
            SecondaryButton(words, icon) for (words, _), icon in zip(self._acts, ("arrow-left", "log-out"), strict=True)
        ]
        for button, (_, act) in zip(row, self._acts, strict=True):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.main.add(ButtonRow(*row, apart=True))


def _numbers(answers: Answers, library: Library) -> QWidget:
    """Return each number the person gave, as large as it can be; without one, where to get it."""
    from her2guide.guide.signs import phones

    rows: tuple[tuple[Line, Line], ...] = next(
        block.rows for block in phones(answers.contacts, library) if isinstance(block, Contacts)
    )
    cards = []
    for label, number in rows[:2]:
        card = Panel("surface", "line")
        known = bool(plain(number).strip())
        card.add(TextBlock(label, color="ink2"))
        card.add(
            TextBlock(number, TypeRole.DISPLAY) if known else TextBlock(library.word("calling.ask"), TypeRole.LEAD)
        )
        cards.append(card)
    return Beside(cards, least=300)


def _said(answers: Answers, library: Library) -> tuple[Panel, ...]:
    """Return what to say on the phone."""
    from her2guide.guide.signs import what_to_say
    from her2guide.model.profile import profile

    try:
        person = profile(answers)
    except AnswersError:  # answers that disagree must not keep anybody from calling
        person = profile(Answers(reader=answers.reader, medicines=answers.medicines))
    panels = []
    for block in what_to_say(person, library):
        if isinstance(block, Callout):
            panel = Panel("tint", "line")
            panel.add(heading(block.text, TypeRole.H3), *(TextBlock(text, TypeRole.BIG) for text in block.items))
            panels.append(panel)
    return tuple(panels)


def _emergency(library: Library) -> Column:
    panel = Panel("amberbg", "amberline", stroke_width=2, icon="circle-alert")
    panel.add(TextBlock(line(library.word("signs.emergency")), TypeRole.LEAD))
    return panel
