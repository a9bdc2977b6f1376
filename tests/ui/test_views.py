"""Counts are drawn as people or as bars, as the person likes, for one visit and on the screen alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.guide.pictures import PeopleArray, Times
from her2guide.ui.draw import PictureWidget
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.section import VIEW, SectionPage
from tests.ui.tour import said_to_readers
from tests.ui.window_people import LIBRARY, PEOPLE, opened, press, settle, to_page

DEV = PEOPLE["dev takes Enhertu"]
PEOPLE_IN = [2, 2, 0, 2]  # groups drawn as people in each picture: the third is a time
BARS, AS_PEOPLE = LIBRARY.word("window.show-bars"), LIBRARY.word("window.show-people")


def reading() -> MainWindow:
    window = opened()
    to_page(window, DEV, "guide/questions")
    window.visit.turn_to("benefit-harm")
    window.show_place()
    settle()
    return window


def switch(window: MainWindow) -> QWidget:
    assert isinstance(window.page, SectionPage)
    return window.page.switches[VIEW]


def alts(window: MainWindow) -> list[str]:
    return [each.words for each in window.page.findChildren(PictureWidget) if each.isVisible()]


def test_one_key_changes_the_view_at_once_and_the_keyboard_stays_on_the_switch(app: QApplication) -> None:
    window = reading()
    assert [alt.count("filled in") for alt in alts(window)] == PEOPLE_IN
    assert said_to_readers(switch(window)) == BARS
    switch(window).setFocus()
    place = window.visit.session.place
    for name, words, counts in ((AS_PEOPLE, "drawn as a bar", [2, 2, 2, 2]), (BARS, "filled in", PEOPLE_IN)):
        shown = window.page.verticalScrollBar().value()
        QTest.keyClick(switch(window), Qt.Key.Key_Space)
        settle()
        assert said_to_readers(switch(window)) == name
        assert window.focusWidget() is switch(window)
        assert [alt.count(words) for alt in alts(window)] == counts
        assert window.page.verticalScrollBar().value() == shown
        assert window.visit.session.place == place


def test_the_view_stays_for_the_visit_and_goes_with_it(app: QApplication) -> None:
    window = reading()
    press(window, BARS)
    press(window, LIBRARY.questions.word["continue"])
    press(window, "Back")
    assert all("drawn as a bar" in alt for alt in alts(window))
    window.clear_and_leave()
    assert not window.visit.others_drawn


def test_what_is_kept_and_said_does_not_change_with_the_view(app: QApplication) -> None:
    window = reading()
    before = window.visit.document, window.visit.answers
    press(window, BARS)
    assert (window.visit.document, window.visit.answers) == before
    printed = window.visit.section_of("benefit-harm").blocks
    drawn = [each.picture for each in printed if hasattr(each, "picture")]
    assert [each.as_bars if isinstance(each, PeopleArray) else type(each) for each in drawn] == [
        False,
        False,
        Times,
        False,
    ]


def test_with_numbers_off_there_is_nothing_to_switch_and_numbers_come_back_in_the_same_view(app: QApplication) -> None:
    window = reading()
    press(window, BARS)
    press(window, LIBRARY.word("window.hide-numbers"))
    assert isinstance(window.page, SectionPage)
    assert VIEW not in window.page.switches
    assert alts(window) == []
    press(window, LIBRARY.word("window.show-numbers"))
    assert all("drawn as a bar" in alt for alt in alts(window))


def test_the_pages_with_drawn_people_have_the_switch_and_no_other(app: QApplication) -> None:
    window = reading()
    document = window.visit.document
    assert document is not None
    for section in document.sections:
        window.visit.turn_to(section.id)
        assert window.visit.can_draw_others is (section.id in {"benefit-harm", "lungs", "nausea"}), section.id
