"""Pages that stand alone in the counselor's window or over the person's: covered, begin anew, one moment."""

from collections.abc import Callable

from her2guide.library.library import Library
from her2guide.ui.buttons import PrimaryButton, SecondaryButton
from her2guide.ui.consult.view import View
from her2guide.ui.pages.guide_blocks import WindowBlocks
from her2guide.ui.pages.page import ButtonRow, Page
from her2guide.ui.signs_panel import signs_blocks
from her2guide.ui.text import TextBlock


class CoverPage(View):
    """Nothing of the talk is seen; one button goes on."""

    def __init__(self, library: Library, go_on: Callable[[], None]) -> None:
        super().__init__(library.word("consult.cover.title"))
        button = PrimaryButton(library.word("consult.cover.go-on"))
        button.clicked.connect(go_on)
        self.main.add(TextBlock(library.word("consult.cover.lines")), ButtonRow(button))


class NextPage(View):
    """Asks once before everything is cleared."""

    def __init__(self, library: Library, begin: Callable[[], None], stay: Callable[[], None]) -> None:
        super().__init__(library.word("consult.next-title"))
        yes = PrimaryButton(library.word("consult.next-yes"))
        no = SecondaryButton(library.word("consult.next-no"))
        yes.clicked.connect(begin)
        no.clicked.connect(stay)
        self.main.add(TextBlock(library.word("consult.next-lines")), ButtonRow(yes, no))


class BlankPage(Page):
    """Over the person's page while something else is looked at: it tells of nobody, and the signs stay in sight."""

    full = True
    leads_to_signs = False

    def __init__(self, library: Library, call: Callable[[], None]) -> None:
        super().__init__(library.word("consult.blank-title"))
        self.main.add(self.heading, *WindowBlocks(library, call).widgets(signs_blocks(library)))
