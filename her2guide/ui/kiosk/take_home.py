"""The last page of a shared screen: the guide on paper, and the few words that go along on a phone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from her2guide.library.library import Library
from her2guide.settings import Pace
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.bars import Act
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.kiosk.code import CodePicture
from her2guide.ui.kiosk.pages import BigButton
from her2guide.ui.layout import Beside, Column, Panel
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.check_view import StepView

Lines = Callable[[bool], Sequence[str]]  # the words for a phone, with the result or without


class TakeHomePage(NotedPage):
    """One button for paper, one for a phone. `pages` is told whether the print is to be larger."""

    pace = Pace.GUIDE

    def __init__(
        self,
        view: StepView,
        library: Library,
        acts: Sequence[Act],
        pages: Callable[[bool], int],
        lines: Lines,
        *,
        large: bool = False,
    ) -> None:
        super().__init__(view.title)
        self._progress, self._library, self._beside, self._pages = view.progress, library, tuple(acts), pages
        self.pocket = Pocket(library, lines)
        self.print: BigButton | None = None
        self.larger = AnswerGroup(
            library.word("kiosk.print-large"), [Choice("large", library.word("kiosk.print-large"))], many=True
        )
        self.larger.choose(*(("large",) if large else ()))
        self.larger.changed.connect(self._count)
        self.count = TextBlock("", color="ink2")
        self._paper = Column(8)
        self._count()
        self.main.add(self.heading, TextBlock(library.word("kiosk.print-lead"), TypeRole.LEAD), self._notes)
        self.main.add(Beside([self._paper, self.pocket], least=400, gap=32))

    def offer_paper(self, send: Callable[[], None] | None, others: Sequence[Act]) -> None:
        """Offer the printer, if there is one, and what can be done before."""
        if send is None:
            self._paper.add(TextBlock(self._library.word("kiosk.print-none")))
        else:
            self.print = BigButton(self._library.word("window.print"), "printer")
            self.print.clicked.connect(send)
            self._paper.add(self.print, self.count, self.larger)
        for words, act in others:
            button = SecondaryButton(words)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._paper.add(button)
        self._paper.rows.addStretch(1)

    def hold(self) -> None:
        if self.print is not None:
            self.print.setEnabled(False)

    def say(self, words: str, *, wrong: bool = False) -> None:
        if self.print is not None:
            self.print.setEnabled(True)
        super().say(words, wrong=wrong)

    def forget(self) -> None:
        self.pocket.hide_code()

    def _count(self) -> None:
        large = bool(self.larger.chosen())
        word = "kiosk.print-pages-large" if large else "kiosk.print-pages"
        self.count.set_text(self._library.say(word, pages=self._pages(large)))

    @property
    def others(self) -> Sequence[Act]:
        return self._beside


class Pocket(Panel):
    """The words for a phone as they are, and once it is asked for, in their place the square that holds them."""

    def __init__(self, library: Library, lines: Lines) -> None:
        super().__init__("surface", "line", gap=8)
        word = library.word
        self._library, self._lines = library, lines
        self.words = Column(0)
        self.result = AnswerGroup(
            word("kiosk.pocket-result"),
            [Choice("result", word("kiosk.pocket-result"), hint=word("kiosk.pocket-result-hint"))],
            many=True,
        )
        self.show_button = SecondaryButton(word("kiosk.pocket-show"))
        self.code: CodePicture | None = None
        self._place = Column(8)
        self._web = TextBlock(word("kiosk.pocket-web"))
        self.result.changed.connect(self._changed)
        self.show_button.clicked.connect(self._turn)
        self.add(heading(word("kiosk.pocket-title"), TypeRole.H3), TextBlock(word("kiosk.pocket-lead")))
        self.add(self.result, self.words, self.show_button, self._place)
        self._place.add(self._web)
        self._place.hide()
        self._changed()

    @property
    def text(self) -> str:
        """What the square holds."""
        return "\n".join(self._lines(bool(self.result.chosen())))

    def _changed(self) -> None:
        """Show the words anew; a square that holds others goes."""
        self.hide_code()
        while (item := self.words.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.words.add(*(TextBlock(each, TypeRole.SMALL) for each in self.text.split("\n")))

    def _turn(self) -> None:
        if self.code is not None:
            self.hide_code()
            return
        self.code = CodePicture(self.text, self._library.word("kiosk.pocket-alt"))
        self._place.rows.insertWidget(0, self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self._place.show()
        self.words.hide()
        self.show_button.set_words(self._library.word("kiosk.pocket-hide"))
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_code(self) -> None:
        """Take the square off."""
        if self.code is not None:
            self._place.hide()
            self.words.show()
            self.code.hide()
            self.code.setParent(None)
            self.code.deleteLater()
            self.code = None
            self.show_button.set_words(self._library.word("kiosk.pocket-show"))
