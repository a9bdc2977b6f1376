"""The way out for staff: hidden, by a PIN, and not to be guessed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.settings import KIOSK
from her2guide.staff_exit import STAFF_LEFT, TRIES
from her2guide.ui import theme
from her2guide.ui.kiosk.staff import StaffPage
from her2guide.ui.text import TextBlock
from tests.kiosk.window.places import PIN, WHO, with_pin
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.geometry import broken, cut, lost, outside, wrong
from tests.ui.test_monkey import kept
from tests.ui.window_people import LIBRARY, press, settle


def knock(screen: Screen, times: int = 5, apart: float = 0.5, where: QWidget | None = None) -> None:
    """Press on the free room of the top bar."""
    for _ in range(times):
        QTest.mouseClick(where or screen.window.top.mark, Qt.MouseButton.LeftButton)
        screen.clock.wait(apart)
    settle()


def page_of(screen: Screen) -> StaffPage:
    assert isinstance(screen.window.page, StaffPage)
    return screen.window.page


def type_in(screen: Screen, pin: str) -> None:
    for digit in pin:
        QTest.mouseClick(page_of(screen).pad.digits[digit], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page_of(screen).pad.open, Qt.MouseButton.LeftButton)
    settle()


def test_five_presses_and_the_pin_end_the_program_for_good(app: QApplication) -> None:
    screen = shared(with_pin(), person=WHO)
    knock(screen)
    type_in(screen, PIN)
    assert page_of(screen).said.words == LIBRARY.word("kiosk.staff-open")
    assert screen.ended == []
    press(screen.window, LIBRARY.word("kiosk.staff-end"))
    assert screen.ended == [STAFF_LEFT]
    assert screen.window.untold


def test_large_text_has_the_way_too(app: QApplication) -> None:
    screen = shared(with_pin())
    theme.apply(app, theme.Theme(step=200))
    settle()
    assert not screen.window.top.mark.isVisible()
    knock(screen, where=screen.window.top)
    page_of(screen)


@pytest.mark.parametrize(("times", "apart"), [(4, 0.1), (5, 2.0), (12, 3.0)])
def test_few_or_slow_presses_open_nothing(times: int, apart: float, app: QApplication) -> None:
    screen = shared(with_pin())
    page = screen.window.page
    knock(screen, times, apart)
    assert screen.window.page is page


def test_where_there_is_no_pin_there_is_no_way(app: QApplication) -> None:
    screen = shared()
    page = screen.window.page
    knock(screen, 20, 0.1)
    assert screen.window.page is page


def test_a_wrong_pin_opens_nothing_and_is_forgotten(app: QApplication) -> None:
    screen = shared(with_pin())
    knock(screen)
    type_in(screen, "111111")
    page = page_of(screen)
    assert page.said.words == LIBRARY.word("kiosk.staff-wrong")
    assert not page.end.isVisible()
    assert page.dots.words == "\u2013"
    assert kept(("111111",)) == []
    press(screen.window, LIBRARY.word("kiosk.staff-back"))
    assert not isinstance(screen.window.page, StaffPage)
    assert screen.ended == []


def test_a_pin_cannot_be_guessed(app: QApplication) -> None:
    screen = shared(with_pin())
    knock(screen)
    for number in range(TRIES):
        type_in(screen, f"99999{number}")
        assert page_of(screen).said.words == LIBRARY.word("kiosk.staff-wrong")
    type_in(screen, PIN)
    assert page_of(screen).said.words == LIBRARY.word("kiosk.staff-wait")
    assert not page_of(screen).end.isVisible()
    screen.clock.wait(15 * 60 + 1)
    screen.attendant._watch.begin(screen.clock())
    type_in(screen, PIN)
    assert page_of(screen).end.isVisible()


def test_the_pin_can_be_typed_with_keys_and_mended(app: QApplication) -> None:
    screen = shared(with_pin())
    knock(screen)
    QTest.keyClicks(screen.window.focusWidget(), PIN + "7")
    press(screen.window, LIBRARY.word("window.remove"))
    assert page_of(screen).dots.words == "\u2022" * len(PIN)
    page_of(screen).heading.setFocus()
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert page_of(screen).end.isVisible()


def test_staff_read_what_is_wrong_with_the_clinics_file_without_a_pin(app: QApplication) -> None:
    screen = shared(replace(KIOSK, problems=("/etc/her2guide/site.toml: idle.question: must be 60 to 600",)))
    knock(screen)
    page = page_of(screen)
    words = [each.words for each in page.findChildren(TextBlock) if each.isVisible()]
    assert any("idle.question" in each for each in words)
    assert not page.pad.isVisible()
    assert not page.end.isVisible()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("step", [130, 200])
def test_the_page_is_whole(step: int, size: tuple[int, int], app: QApplication) -> None:
    screen = shared(UNLOCKED, size=size)
    nothing = lambda: None  # noqa: E731 - no button is pressed
    page = StaffPage(LIBRARY, ("site.toml: idle.question must be from 60 to 600",), lambda _: "wrong", nothing, nothing)
    screen.window.show_over(page)
    theme.apply(app, theme.Theme(step=step))
    settle()
    assert wrong(screen.window, cut, broken, outside, lost) == {}
