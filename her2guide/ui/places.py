"""Which page shows the place where the visit is. The window imports it late: the start page needs no other page."""

from typing import TYPE_CHECKING

from her2guide.guide.chapters import ends_first_pages
from her2guide.guide.plan import BENEFIT_HARM, LUNGS
from her2guide.library.order import RESULT, TAKE_AWAY, TOLD
from her2guide.ui.buttons import QuietButton
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.section import SectionPage
from her2guide.wizard import pages as wizard
from her2guide.wizard.check_view import check_view, covered_view
from her2guide.wizard.views import page_view, progress_words

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow


def page_of(window: "MainWindow") -> Page:
    """Return a new page for the place where the visit is."""
    visit, library = window.visit, window.library
    here = visit.page
    match here:
        case wizard.StartPage():
            return window.start_page()
        case wizard.QuestionPage():
            return QuestionPage(here, page_view(here, visit.session, library), library, window.submit)
        case wizard.CheckPage():
            return _check_page(window)
        case wizard.SectionPage():
            return _section_page(window)
        case wizard.SavePage():
            return window.keeping.save_page()


def _check_page(window: "MainWindow") -> CheckPage:
    visit, library = window.visit, window.library
    view = check_view(visit.session, library)
    shown = covered_view(view, library.word("cover.words")) if visit.is_covered else view
    page = CheckPage(shown, window.leafing.make_guide, window.change)
    if any(row.typed and row.provided for row in view.rows):
        page.offer(_cover_button(window))
    return page


def _cover_button(window: "MainWindow") -> QuietButton:
    """Return what covers the person's own words on the screen, or shows them again."""
    word = window.library.word
    button = QuietButton(word("cover.show" if window.visit.is_covered else "cover.hide"), "eye-off")
    button.setAccessibleDescription(word("cover.what"))
    button.clicked.connect(window.leafing.cover)
    return button


def _section_page(window: "MainWindow") -> SectionPage:
    visit, library, leafing = window.visit, window.library, window.leafing
    acts = ((library.questions.word["continue"], window.go_on), *leafing.acts())
    page = SectionPage(visit.section, progress_words(visit.session, library), library, acts, window.show_call)
    if visit.section.id in (RESULT, TOLD, LUNGS, BENEFIT_HARM, *library.topics):  # where studies are told
        views = (visit.others_drawn, leafing.turn) if visit.can_draw_others else None
        page.add_switches(library, numbers=visit.numbers, survival=visit.survival, switch=leafing.switch, views=views)
    if visit.section.id == TAKE_AWAY:
        page.offer(library.word("take-away.here"), leafing.check_take_away)
    if visit.shows_typed:
        page.offer_button(_cover_button(window))
    if ends_first_pages(visit.section.id, visit.session.sections):
        page.main.add(note(library.word("parts.rest")))
    return page


def say_problems(window: "MainWindow") -> bool:
    """Say on the page of a question why its answer cannot be used. Returns whether there was anything to say."""
    page, visit = window.page, window.visit
    here = visit.page
    if not (visit.session.problems and isinstance(page, QuestionPage) and isinstance(here, wizard.QuestionPage)):
        return False
    page.show_problems(page_view(here, visit.session, visit.library))
    return True
