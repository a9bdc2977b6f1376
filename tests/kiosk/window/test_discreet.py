"""Who stands behind reads no result from a shared screen: nothing that could tell one is larger than the text."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.ui.pages.calm import StartPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole
from tests.kiosk.window.places import WAYS, at
from tests.kiosk.window.shared_screen import Screen, shared
from tests.ui.window_people import settle

TELLS = re.compile(r"HER2|triple.negative|ultralow", re.IGNORECASE)
TEXT = (TypeRole.BODY, TypeRole.SMALL)


def large(screen: Screen) -> list[str]:
    """Return what is set larger than the text and could tell a result."""
    shown = [each for each in screen.window.findChildren(TextBlock) if each.isVisible()]
    return [each.words for each in shown if each.role not in TEXT and TELLS.search(each.words)]


@pytest.mark.parametrize("person", ["dev takes Enhertu", "ben reads for his mother after surgery"])
def test_no_page_of_a_guide_tells_a_result_from_afar(person: str, app: QApplication) -> None:
    screen = shared(person=person)
    window = screen.window
    found, titles = list[str](), [section.title for section in window.visit.document.sections]  # type: ignore[union-attr]
    for _ in titles[1:]:
        found += [*large(screen), *(each for each in (window.page.title, window.windowTitle()) if TELLS.search(each))]
        window.go_on()
        settle()
    window.show_parts()
    settle()
    found += [each.words for each in window.findChildren(TextBlock) if each.isVisible() and TELLS.search(each.words)]
    assert found == []


@pytest.mark.parametrize("place", WAYS)
def test_no_kind_of_page_but_the_first_has_a_heading_that_could_tell(place: str, app: QApplication) -> None:
    screen = at(place)
    assert large(screen) == [] or isinstance(screen.window.page, StartPage)


@pytest.mark.parametrize("question", ["her2-score", "newest", "other-results"])
def test_a_question_that_could_tell_is_asked_in_the_size_of_the_text(question: str, app: QApplication) -> None:
    screen = shared(person="carla had chemotherapy")
    screen.window.visit.change(question)
    screen.window.show_place()
    settle()
    heading = screen.window.page.heading
    assert TELLS.search(heading.words)
    assert heading.role is TypeRole.BODY
    assert heading.height() < heading.theme.line(TypeRole.H1) * 2
    assert large(screen) == []
