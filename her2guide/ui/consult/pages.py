"""Which page shows the view that a counselor chose, as it is now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from her2guide.consult.chart import chart_lines
from her2guide.guide.document import GuideDocument
from her2guide.guide.voice import format_date
from her2guide.ui import theme
from her2guide.ui.consult.look_view import LookView
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.parts_view import PartsView
from her2guide.ui.consult.print_view import PrintView
from her2guide.ui.consult.talk_view import NothingYet, Shown, TalkView
from her2guide.ui.consult.view import View
from her2guide.ui.pages.page import Page

if TYPE_CHECKING:
    from her2guide.ui.consult.desk import Desk


def page_of(desk: "Desk") -> Page:
    """Return a new page for the view that the counselor sees. Before there is a guide most views say so."""
    if desk.view == "look":
        return _look(desk)
    if desk.document is None:
        return NothingYet((desk.library.word("consult.lead"), desk.library.word("consult.no-guide")), desk.library)
    match desk.view:
        case "notes":
            return _notes(desk)
        case "parts":
            return PartsView(desk.sections, desk.section, desk.talk.covered, desk.library, desk.turn_to)
        case "print":
            return _print(desk, desk.document)
        case _:
            return _talk(desk)


def _talk(desk: "Desk") -> Page:
    """Return the prompt beside the part, with the way to its neighbors; a clinic's own part has no prompt."""
    ids, here, library = [each.id for each in desk.sections], desk.section, desk.library
    place = ids.index(here)
    if (prompt := library.prompts.get(here)) is None:
        page: View = NothingYet((library.word("consult.no-part"),), library)
    else:
        old = desk.visit is not None and desk.visit.today > prompt.due
        due = format_date(prompt.due, library) if old else ""
        page = TalkView(Shown(desk.sections[place].title, prompt, here in desk.talk.covered, due), library, desk.cover)

    def to(place: int) -> Callable[[], None] | None:
        return (lambda: desk.turn_to(ids[place])) if 0 <= place < len(ids) else None

    page.add_way(library, to(place - 1), to(place + 1))
    return page


def _notes(desk: "Desk") -> NotesView:
    notes = desk.visit.answers.counselor_notes if desk.visit else ""
    page = NotesView(desk.talk, notes or "", desk.own_notes, desk.library)
    page.left.connect(desk.take_notes)
    page.own.changed.connect(lambda: desk.keep_own(page.own.value()))
    page.on_marks(desk.mark_told_back, desk.print_told_back)
    return page


def _print(desk: "Desk", document: GuideDocument) -> PrintView:
    page = PrintView(desk.sections, desk.talk, desk.marked, desk.library)
    said = desk.library.word("consult.print.copied") if desk.clip.held else ""
    page.offer_chart(chart_lines(document, desk.talk.covered, desk.library), said, desk.library, desk.copy_chart)
    page.parts.changed.connect(lambda: desk.choose(page))
    page.go.clicked.connect(desk.go_and_print)
    page.up.clicked.connect(lambda: desk.move(-1))
    page.down.clicked.connect(lambda: desk.move(1))
    return page


def _look(desk: "Desk") -> LookView:
    visit = desk.visit
    switches = {"numbers": visit.numbers, "survival": visit.survival} if visit and visit.document else None
    return LookView(theme.worn_by(desk.counselor), switches, desk.library, desk.change_look)
