"""A question page: the question as its heading, the answers, why we ask, and what is wrong."""

from collections.abc import Callable

from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.fields import ErrorSummary, Field
from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.medicines import MedicinesPart
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.parts import ChoicePart, Choices, FieldsPart, Local, Part, TextsPart, line_edits
from her2guide.ui.pages.ranked import RankedPart
from her2guide.ui.pages.results import ResultsPart
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.entries import Entry, name_of
from her2guide.wizard.pages import Kind
from her2guide.wizard.pages import QuestionPage as Question
from her2guide.wizard.views import PageView


class QuestionPage(Page):
    """One question."""

    def __init__(self, page: Question, view: PageView, library: Library, submit: Callable[[Entry], None]) -> None:
        title = " ".join(each for each in (view.title, view.optional) if each)
        super().__init__(title, aside=_aside(view))
        self.id, self._view, self._library, self._submit = page.id, view, library, submit
        self.summary = ErrorSummary(library.questions.word["problem"])
        self.part = _part(page, view, library)
        for edit in line_edits(self.part):
            edit.returnPressed.connect(self.go_on)
        self.main.add(self.summary, self.heading)
        self.main.add(*(TextBlock(text, color="ink2") for text in (view.hint, view.note) if text))
        self.main.add(self.part)

    @property
    def progress(self) -> str:
        return self._view.progress

    @property
    def primary(self) -> Act | None:
        return (self._view.continue_word, self.go_on)

    def entry(self) -> Entry:
        """Return what was put in."""
        return self.part.entry()

    def go_on(self) -> None:
        """Hand on what was put in, unless something is still to be said."""
        if wrong := self.part.problems():
            self.summary.show_errors(wrong)
            return
        self._submit(self.entry())

    def show_problems(self, view: PageView) -> None:
        """Say what is wrong, in the summary and in the same words at each place."""
        found: list[Local] = []
        for place in {id(each): each for each in self.part.places.values()}.values():
            place.set_error("")
        for error in view.errors:
            spot = self.part.place(error.field, error.place)
            if spot is not None:
                spot.set_error(error.text)
                found.append((error.text, spot))
        self.summary.show_errors(found)

    def forget(self) -> None:
        for box in self.findChildren(Field):
            box.clear()
        for choices in self.findChildren(Choices):
            choices.group.choose()


def _aside(view: PageView) -> Column:
    aside = Column(12)
    for title, text in ((view.why_title, view.why), (view.find_title, view.find)):
        if text:
            panel = Panel("tint", "line")
            panel.add(heading(title, TypeRole.H3), TextBlock(text))
            aside.add(panel)
    return aside


def _part(page: Question, view: PageView, library: Library) -> Part:
    """Return what a question of this kind is answered with."""
    field = name_of(page.field)
    match page.kind:
        case Kind.ONE_OF | Kind.MANY_OF:
            return ChoicePart(view, library, field, many=page.kind is Kind.MANY_OF)
        case Kind.FORM | Kind.NUMBER:
            return FieldsPart(view.fields, library)
        case Kind.TEXTS:
            return TextsPart(view, library, field)
        case Kind.RANKED:
            return RankedPart(view, library, field)
        case Kind.MEDICINES:
            return MedicinesPart(view, library, view.choices)
        case Kind.RESULTS:
            return ResultsPart(view, library, field)
