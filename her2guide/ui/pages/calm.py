"""Pages that ask nothing: the start page, the signs, the neutral page after Clear and leave."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from her2guide.guide.review import last_checked
from her2guide.guide.words import Role, Span
from her2guide.library.library import Library
from her2guide.settings import HOME, Pace, Site
from her2guide.ui.bars import Act
from her2guide.ui.buttons import QuietButton
from her2guide.ui.keys import clear_keys
from her2guide.ui.layout import Beside, Panel
from her2guide.ui.pages.page import ButtonRow, Page
from her2guide.ui.parts import Item
from her2guide.ui.signs_panel import signs_blocks, signs_panel
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

if TYPE_CHECKING:
    from her2guide.guide.document import Block

_FACTS = {"time": "clock", "report": "file-text", "stays": "lock"}
_LIMITS = {"education": "info", "clear": "log-out"}


class StartPage(Page):
    """What this is and is not, the signs, what it takes, what stays behind, and when the words were checked."""

    def __init__(
        self,
        library: Library,
        start: Callable[[], None],
        call: Callable[[], None],
        report: Callable[[], None],
        *,
        discreet: bool = False,
        links: Sequence[Act] = (),
        site: Site = HOME.site,
    ) -> None:
        words = library.questions.page["start"]
        super().__init__(words.title)
        self.set_acts((library.questions.word["start"], start), (library.word("own-report.start"), report))
        self.main.add(_head(self.heading, site, library), *(TextBlock(text, TypeRole.LEAD) for text in words.lines))
        self.main.add(signs_panel(library, call))
        self.main.add(Beside([_fact(name, icon, library) for name, icon in _FACTS.items()], most=3, least=270))
        if discreet:
            self.main.add(note(library.word("kiosk.turn-away")))
        self.main.add(Beside([_fact(name, icon, library) for name, icon in _LIMITS.items()], least=380))
        checked = TextBlock(last_checked(library), TypeRole.SMALL, color="ink2")
        self.main.add(Beside([checked, _links(links)], least=380) if links else checked)


def _head(heading: TextBlock, site: Site, library: Library) -> QWidget:
    """Return the heading, with the clinic's logo if there is one."""
    if not site.logo:
        return heading
    from her2guide.ui.logo import WithLogo, find_logo

    logo = find_logo(site.logo, site.name or library.word("start.logo"))
    return WithLogo(heading, logo) if logo is not None else heading


def _fact(name: str, icon: str, library: Library) -> Item:
    """Return a fact behind its icon; what matters most of it is bold."""
    keys = library.say("window.clear-keys", keys=clear_keys())
    more = library.say(f"start.{name}-more", keys=keys)
    return Item(TextBlock((Span(library.word(f"start.{name}"), Role.STRONG), Span(f" {more}"))), icon=icon)


def _links(acts: Sequence[Act]) -> ButtonRow:
    """Return quiet buttons for what few people come for."""
    buttons = [QuietButton(words) for words, _ in acts]
    for button, (_, act) in zip(buttons, acts, strict=True):
        button.clicked.connect(lambda _checked=False, act=act: act())
    return ButtonRow(*buttons)


class SignsPage(Page):
    """The signs, from any page, with the numbers the person gave; it leads to whom to call, and back."""

    leads_to_signs = False
    pace = Pace.GUIDE

    def __init__(
        self, library: Library, numbers: "Sequence[Block]", back: Callable[[], None], call: Callable[[], None]
    ) -> None:
        from her2guide.ui.pages.guide_blocks import WindowBlocks

        super().__init__(library.word("window.when-to-call"))
        self.set_acts((library.word("window.go-on"), back))
        blocks = (*signs_blocks(library), *numbers)
        self.main.add(self.heading, *WindowBlocks(library, call).widgets(blocks))


class ClearedPage(Page):
    """Nothing is kept, and nothing tells what was read here."""

    def __init__(self, library: Library, start: Callable[[], None]) -> None:
        super().__init__(library.word("cleared.title"))
        self.set_acts((library.questions.word["start"], start))
        self.main.add(self.heading, TextBlock(library.word("cleared.lines"), TypeRole.LEAD))


class TroublePage(Page):
    """Something failed that nobody foresaw. It tells nothing of the person, and there is a way on."""

    def __init__(self, library: Library, go_on: Callable[[], None]) -> None:
        super().__init__(library.word("trouble.title"))
        self.set_acts((library.word("trouble.go-on"), go_on))
        self.main.add(self.heading, TextBlock(library.word("trouble.lines"), TypeRole.LEAD))


def note(text: str, *, wrong: bool = False) -> Panel:
    """Return a quiet panel with one sentence."""
    panel = (
        Panel("errorbg", "error", stroke_width=3, icon="triangle-alert", icon_color="error")
        if wrong
        else Panel("tint", "line", icon="info")
    )
    panel.add(TextBlock(text, color="error" if wrong else "ink"))
    return panel
