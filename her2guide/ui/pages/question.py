"""A question page: the question as its heading, the answers, why we ask, and what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.fields import ErrorSummary, Field
from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.find import FindPanel, NotSureNote
from her2guide.ui.pages.medicines import MedicinesPart
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.parts import ChoicePart, Choices, FieldsPart, Local, Part, TextsPart, line_edits
from her2guide.ui.pages.ranked import RankedPart
from her2guide.ui.pages.results import ResultsPart
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.entries import Entry, name_of
from her2guide.wizard.pages import NOT_SURE, Kind
from her2guide.wizard.pages import QuestionPage as Question
from her2guide.wizard.views import PageView

_LEVELS = 8  # as deep as a note stands in the page


class QuestionPage(Page):
    """One question."""

    def __init__(self, page: Question, view: PageView, library: Library, submit: Callable[[Entry], None]) -> None:
        title = " ".join(each for each in (view.title, view.optional) if each)
        self.where = _find(page, view, library)
        super().__init__(title, aside=_aside(view, self.where))
        self.id, self._view, self._library, self._submit = page.id, view, library, submit
        self.summary = ErrorSummary(library.questions.word["problem"])
        self.part = _part(page, view, library)
        for edit in line_edits(self.part):
            edit.returnPressed.connect(self.go_on)
        self.main.add(self.summary, self.heading)
        self.main.add(*(TextBlock(text, color="ink2") for text in (view.hint, view.note) if text))
        self.main.add(self.part)
        self.not_sure: NotSureNote | None = None
        if self.where is not None and self.where.picture is not None and isinstance(self.part, ChoicePart):
            self._help(self.part, self.where)

    def _help(self, part: ChoicePart, find: FindPanel) -> None:
        """Point whoever is not sure to where the answer stands. It never keeps anybody from going on."""
        note = self.not_sure = NotSureNote(self._library)
        part.choices.add(note)

        def look() -> None:
            find.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(find, 0, 24)
            self.ensureWidgetVisible(find.title, 0, 24)

        def chosen() -> None:
            note.show_if(NOT_SURE in part.choices.chosen)
            if note.isVisible():
                self._let_settle()
                self.ensureWidgetVisible(note, 0, 24)

        note.look_pressed.connect(look)
        part.choices.group.changed.connect(chosen)
        note.setVisible(NOT_SURE in part.choices.chosen)

    def _let_settle(self) -> None:
        """Lay out now what has grown, level by level."""
        for _ in range(_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

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


def _find(page: Question, view: PageView, library: Library) -> FindPanel | None:
    """Return where the answer can be found, if we can tell."""
    report = library.questions.question[page.id].report
    return FindPanel(view.find_title, view.find, report, library) if view.find else None


def _aside(view: PageView, find: FindPanel | None) -> Column:
    aside, why = Column(12), Panel("tint", "line")
    why.add(heading(view.why_title, TypeRole.H3), TextBlock(view.why))
    aside.add(why, *([find] if find else []))
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
