"""Hide what I typed: one press covers own words on the screen, but no number to call; paper is as it was."""

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.guide.covered import covered, has_typed
from her2guide.guide.document import Role, Span
from her2guide.library.order import RESULT
from her2guide.ui.buttons import Button
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.section import SectionPage
from tests.ui.geometry import WHOLE, wrong
from tests.ui.tour import words
from tests.ui.window_people import LIBRARY, PEOPLE, at_the_save_page, opened, press, settle, to_page

HIDE, SHOW, COVERED = (LIBRARY.word(f"cover.{name}") for name in ("hide", "show", "words"))
HANA = "hana types whatever she likes"


def spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple | list):
        return [span for each in value for span in spans(each)]
    slots = getattr(type(value), "__slots__", ())
    return [span for name in slots for span in spans(getattr(value, name))]


def at_the_section(section: str, person: str = HANA) -> MainWindow:
    window = at_the_save_page(person)
    window.visit.turn_to(section)
    window.show_place()
    settle()
    return window


def seen(window: MainWindow) -> str:
    return " ".join(words(window))


def test_no_typed_word_is_left_but_numbers_to_call_stay(app: QApplication) -> None:
    window = at_the_save_page("dev takes Enhertu")
    document = window.visit.document
    assert document is not None
    left = []
    for section in document.sections:
        hidden = covered(section, COVERED)
        assert has_typed(section) is (hidden != section)
        left += [span.text for span in spans(hidden) if span.role is Role.TYPED]
    assert left
    assert all(any(letter.isdigit() for letter in text) for text in left)


@pytest.mark.parametrize("section", ["questions", RESULT])
def test_one_press_covers_own_words_and_another_shows_them(section: str, app: QApplication) -> None:
    window = at_the_section(section)
    typed = {span.text for span in spans(window.visit.section) if span.role is Role.TYPED and span.text.strip()}
    own = [text for text in typed if text.isprintable() and not any(each.isdigit() for each in text)]
    assert own
    before = seen(window)
    press(window, HIDE)
    assert isinstance(window.page, SectionPage)
    assert COVERED in seen(window)
    for text in own:
        assert text in before
        assert text not in seen(window)
    assert wrong(window, *WHOLE) == {}
    press(window, SHOW)
    assert seen(window).replace(SHOW, HIDE) == before


def test_it_holds_on_the_next_pages_and_on_the_check_page(app: QApplication) -> None:
    window = opened()
    to_page(window, PEOPLE[HANA], "check")
    shown = [row for row in window.page.rows if "bold" in " ".join(words(row.said))]  # type: ignore[attr-defined]
    assert shown
    press(window, HIDE)
    assert "bold" not in seen(window)
    assert COVERED in seen(window)
    window.visit.make()
    window.visit.turn_to("questions")
    window.show_place()
    settle()
    assert "bold" not in seen(window)


def test_paper_and_what_is_saved_are_as_they_were(app: QApplication) -> None:
    window = at_the_section("questions")
    document, answers = window.visit.document, window.visit.answers
    press(window, HIDE)
    assert window.visit.document is document
    assert window.visit.answers == answers


def test_who_typed_nothing_is_offered_nothing_to_hide(app: QApplication) -> None:
    window = at_the_section(RESULT, "gus knows nothing yet")
    assert HIDE not in [each.words for each in window.page.findChildren(Button)]


def test_the_next_person_starts_uncovered(app: QApplication) -> None:
    window = at_the_section("questions")
    press(window, HIDE)
    window.clear_and_leave()
    settle()
    assert not window.visit.is_covered
