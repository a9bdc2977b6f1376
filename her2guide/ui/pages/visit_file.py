"""Saving a visit and opening one: the pages for the passphrase, and what is in the file."""

from collections.abc import Callable, Sequence

from her2guide.files.age import LEAST
from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.buttons import QuietButton
from her2guide.ui.fields import ErrorSummary, Field
from her2guide.ui.layout import Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.rounds import RoundPage
from her2guide.ui.parts import Item
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole


class _PassphrasePage(Page):
    """A page that asks for a passphrase, once or twice; what is typed is covered until the person wants to see it."""

    def __init__(self, title: str, library: Library, leave: Callable[[], None]) -> None:
        super().__init__(title)
        self._library, self.leave = library, leave
        word = library.word
        self.summary = ErrorSummary(library.questions.word["problem"])
        self.fields: tuple[Field, ...] = ()
        self.show_typed = QuietButton(word("visit-file.show"))
        self.show_typed.clicked.connect(self._turn)
        self._shown = False
        self.main.add(self.summary, self.heading)

    def _ask(self, *names: str) -> None:
        word = self._library.word
        made = [Field(word(f"visit-file.{name}"), hint=word(f"visit-file.{name}-hint"), masked=True) for name in names]
        self.fields = tuple(made)
        self.main.add(*self.fields, self.show_typed)

    def _turn(self) -> None:
        self._shown = not self._shown
        for field in self.fields:
            field.set_masked(not self._shown)
        self.show_typed.set_words(self._library.word(f"visit-file.{'cover' if self._shown else 'show'}"))

    def show_problem(self, text: str, field: Field | None = None) -> None:
        """Say what is wrong, in the summary and in the same words at the field."""
        for each in self.fields:
            each.set_error(text if each is (field or self.fields[0]) else "")
        self.summary.show_errors([(text, field or self.fields[0])])

    def forget(self) -> None:
        for field in self.fields:
            field.clear()


class SaveVisitPage(_PassphrasePage):
    """What saving does, a passphrase typed twice, and what is in the file."""

    def __init__(
        self, library: Library, save: Callable[[str], None], look: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        word = library.word
        super().__init__(word("visit-file.save-title"), library, leave)
        self._save, self._look = save, look
        self.main.add(TextBlock(word("visit-file.save-lead"), TypeRole.LEAD))
        self.main.add(note(word("visit-file.no-way-back")))
        self._ask("new", "again")

    @property
    def primary(self) -> Act | None:
        return (self._library.word("visit-file.choose-place"), self.go_on)

    @property
    def others(self) -> Sequence[Act]:
        return ((self._library.word("visit-file.contents"), self._look),)

    def go_on(self) -> None:
        """Hand the passphrase on if it is long enough and was typed twice alike."""
        first, again = self.fields
        if len(first.value()) < LEAST:
            self.show_problem(self._library.say("visit-file.too-short", least=LEAST), first)
        elif first.value() != again.value():
            self.show_problem(self._library.word("visit-file.differ"), again)
        else:
            self.summary.show_errors([])
            for field in self.fields:
                field.set_error("")
            self._save(first.value())


class OpenVisitPage(_PassphrasePage):
    """The name of the file, and its passphrase."""

    def __init__(
        self,
        library: Library,
        name: str,
        open_it: Callable[[str], None],
        choose: Callable[[], None] | None,
        leave: Callable[[], None],
        *,
        replaces: bool,
    ) -> None:
        word = library.word
        super().__init__(word("visit-file.open-title"), library, leave)
        self._open, self._choose = open_it, choose
        self.main.add(TextBlock(library.say("visit-file.name", name=name), TypeRole.LEAD))
        self._ask("passphrase")
        if replaces:
            self.main.add(note(word("visit-file.replaces")))

    @property
    def primary(self) -> Act | None:
        return (self._library.word("visit-file.open-it"), self.go_on)

    @property
    def others(self) -> Sequence[Act]:
        return () if self._choose is None else ((self._library.word("visit-file.another"), self._choose),)

    def go_on(self) -> None:
        """Hand on what was typed; where that is nothing, say so."""
        if self.fields[0].value():
            self._open(self.fields[0].value())
        else:
            self.show_problem(self._library.word("visit-file.empty"))


class ContentsPage(RoundPage):
    """What is in the file, in words, and what is not."""

    def __init__(self, rows: Sequence[tuple[str, str]], library: Library, leave: Callable[[], None]) -> None:
        word = library.word
        super().__init__(word("visit-file.contents"), "", leave)
        self.set_acts((word("visit-file.back"), leave))
        self.main.add(self.heading, TextBlock(word("visit-file.contents-lead" if rows else "visit-file.contents-none")))
        said = library.questions.word["field"]
        if rows:
            card = Panel("surface", "line", gap=2)
            card.add(*(Item(TextBlock(said.format(label=topic, text=text)), icon="check") for topic, text in rows))
            self.main.add(card)
        self.main.add(note(word("visit-file.contents-not")))
