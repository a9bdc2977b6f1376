"""Who minds a shared screen: it asks, lets nobody's answers stand, and gives the next person a fresh start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.look import Palette
from her2guide.settings import Pace
from her2guide.ui import theme
from her2guide.ui.answers import AnswerRow
from her2guide.ui.kiosk import pages
from her2guide.ui.kiosk.pages import FarewellPage, StillTherePage
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.geometry import broken, cut, lost, outside, wrong
from tests.ui.test_monkey import kept
from tests.ui.window_people import LIBRARY, go_on, press, settle

WHO = "hana types whatever she likes"
CANARY = "quokka4711"


def in_a_question() -> Screen:
    """Return a screen where a person has told something and is at a question."""
    screen = shared(person=WHO)
    screen.window.change("clinic")
    settle()
    for edit in screen.window.findChildren(QLineEdit):
        edit.setText(CANARY)
    return screen


def at(screen: Screen, kind: str) -> Page:
    """Go to a page of a pace."""
    window = screen.window
    if kind == "call":
        window.show_call()
    elif kind == "save":
        window.leafing.keep()
    settle()
    return window.page


@pytest.mark.parametrize(("kind", "limit"), [("save", 180), ("guide", 180), ("call", 300)])
def test_each_page_asks_after_its_own_time_and_goes_on_as_it_was(kind: str, limit: int, app: QApplication) -> None:
    screen = shared(person=WHO)
    page = at(screen, kind)
    screen.wait(limit - 1)
    assert screen.window.page is page
    screen.wait(1)
    asking = screen.window.page
    assert isinstance(asking, StillTherePage)
    assert asking.ring.left == 60
    assert not page.isVisible()
    shown = [each for each in screen.window.top.findChildren(QWidget) if each.isVisible()]
    assert shown == list(screen.window.top.look)
    assert not screen.window.footer.isVisible()
    press(screen.window, LIBRARY.word("kiosk.still-here"))
    assert screen.window.page is page
    assert page.isVisible()
    assert screen.ended == []


def test_a_question_asks_after_ninety_seconds_and_what_was_typed_is_still_there(app: QApplication) -> None:
    screen = in_a_question()
    page = screen.window.page
    screen.wait(90)
    assert isinstance(screen.window.page, StillTherePage)
    assert not [each for each in screen.window.findChildren(QLineEdit) if each.isVisible()]
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_A)
    settle()
    assert screen.window.page is page
    assert [each.text() for each in page.findChildren(QLineEdit)] == [CANARY] * len(page.findChildren(QLineEdit))


def _key(target: QWidget) -> None:
    QTest.keyClick(target, Qt.Key.Key_Down)


def _mouse(target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("act", [_key, _mouse])
def test_any_simple_act_shows_that_somebody_is_there(act: Callable[[QWidget], None], app: QApplication) -> None:
    screen = in_a_question()
    page = screen.window.page
    screen.wait(100)
    act(screen.window.page.heading)
    settle()
    assert screen.window.page is page
    screen.wait(89)
    assert screen.window.page is page


@pytest.mark.parametrize("act", [_key, _mouse])
def test_acts_before_the_question_put_it_off(act: Callable[[QWidget], None], app: QApplication) -> None:
    screen = in_a_question()
    page = screen.window.page
    for _ in range(5):
        screen.wait(80)
        act(page.heading)
    assert screen.window.page is page


def test_a_press_by_a_screen_reader_counts_too(app: QApplication) -> None:
    screen = shared(person=WHO)
    screen.window.change("her2-score")
    settle()
    page = screen.window.page
    rows = [each for each in page.findChildren(AnswerRow) if each.isVisible() and not each.isChecked()]
    for row in rows[:3]:
        screen.wait(80)
        acts = QAccessible.queryAccessibleInterface(row).actionInterface()
        acts.doAction(acts.actionNames()[0])
        settle()
    assert rows[2].isChecked()
    assert screen.window.page is page


def test_its_own_timers_and_paints_keep_nobody_there(app: QApplication) -> None:
    screen = in_a_question()
    for _ in range(149):
        screen.wait(1)
        screen.window.repaint()
        assert not isinstance(screen.window.page, FarewellPage)
    screen.wait(1)
    assert isinstance(screen.window.page, FarewellPage)


def test_the_countdown_steps_once_a_second_and_is_said_three_times(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(pages, "announce", lambda _widget, words: said.append(words))
    screen = in_a_question()
    screen.wait(90)
    asking = screen.window.page
    assert isinstance(asking, StillTherePage)
    shown = [asking.ring.left]
    for _ in range(59):
        screen.wait(0.5)
        screen.wait(0.5)
        shown.append(asking.ring.left)
    assert shown == list(range(60, 0, -1))
    assert said == [LIBRARY.say("kiosk.still-said", seconds=each) for each in (60, 30, 10)]


def test_after_the_countdown_nothing_is_left_and_the_process_ends_well(app: QApplication) -> None:
    screen = in_a_question()
    app.clipboard().setText(CANARY)
    screen.wait(90)
    screen.wait(60)
    assert isinstance(screen.window.page, FarewellPage)
    assert kept((CANARY,)) == []
    assert screen.window.untold
    assert screen.ended == []
    screen.attendant.leave()
    settle()
    assert screen.ended == [0]
    assert isinstance(screen.window.page, StartPage)


@pytest.mark.parametrize("asleep", [10, 8 * 3600.0])
def test_the_first_frame_after_sleep_is_the_start_page(asleep: float, app: QApplication) -> None:
    screen = in_a_question()
    screen.clock.wait(1, asleep=asleep)
    screen.window.update()  # the screen wants to be painted before any timer comes
    app.processEvents()
    assert isinstance(screen.window.page, StartPage)
    assert screen.ended == [0]
    assert kept((CANARY,)) == []


def test_the_touch_that_wakes_the_computer_does_nothing_else(app: QApplication) -> None:
    screen = in_a_question()
    screen.clock.wait(1, asleep=600)
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_A)
    settle()
    assert isinstance(screen.window.page, StartPage)
    assert screen.ended == [0]


def test_clear_and_leave_and_start_over_say_farewell_and_end_the_process(app: QApplication) -> None:
    for act in ("clear_and_leave", "start_over"):
        screen = in_a_question()
        getattr(screen.window, act)()
        settle()
        assert isinstance(screen.window.page, FarewellPage)
        assert kept((CANARY,)) == []
        press(screen.window, LIBRARY.questions.word["start"])
        assert screen.ended == [0]
        screen.window.close()
        screen.window.deleteLater()
        settle()


def test_clear_and_leave_can_be_pressed_while_it_asks(app: QApplication) -> None:
    screen = in_a_question()
    screen.wait(100)
    press(screen.window, LIBRARY.word("window.clear"))
    assert isinstance(screen.window.page, FarewellPage)
    assert kept((CANARY,)) == []


def test_clear_and_leave_can_be_reached_by_keyboard_while_it_asks(app: QApplication) -> None:
    screen = in_a_question()
    screen.wait(100)
    for _ in range(9):
        QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Tab)
        if screen.window.focusWidget().accessibleName() == LIBRARY.word("window.clear"):
            break
    assert isinstance(screen.window.page, StillTherePage)
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert isinstance(screen.window.page, FarewellPage)


def _press_size(screen: Screen) -> None:
    QTest.mouseClick(screen.window.top.size_button, Qt.MouseButton.LeftButton)


def _press_colors_by_keys(screen: Screen) -> None:
    for _ in range(9):
        QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Tab)
        if screen.window.focusWidget() is screen.window.top.colors:
            break
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)


def _press_size_without_any_event(screen: Screen) -> None:
    screen.window.top.size_button.click()  # as a screen reader does in the end


@pytest.mark.parametrize("act", [_press_size, _press_colors_by_keys, _press_size_without_any_event])
def test_who_cannot_read_the_question_makes_it_larger_and_has_all_the_time_again(
    act: Callable[[Screen], None], app: QApplication
) -> None:
    screen = in_a_question()
    look = theme.current()
    screen.wait(130)
    asking = screen.window.page
    assert isinstance(asking, StillTherePage)
    assert asking.ring.left == 20
    act(screen)
    settle()
    assert theme.current() != look
    assert screen.window.page is asking
    assert asking.ring.left == 60
    screen.wait(60)
    assert isinstance(screen.window.page, FarewellPage)
    assert theme.current() == look


def test_whom_to_call_can_be_made_larger_before_and_while_it_is_read(app: QApplication) -> None:
    screen = shared(person=WHO)
    for show in (screen.window.show_signs, screen.window.show_call):
        show()
        settle()
        page, look = screen.window.page, theme.current()
        for button in screen.window.top.look:
            assert button.isVisible()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle()
        assert screen.window.page is page
        assert theme.current().step != look.step
        assert theme.current().palette != look.palette


def test_where_the_process_is_not_to_end_the_next_visit_begins(app: QApplication) -> None:
    screen = shared(UNLOCKED)
    go_on(screen.window)
    screen.wait(90)
    screen.wait(60)
    assert isinstance(screen.window.page, FarewellPage)
    screen.attendant.leave()
    settle()
    assert screen.ended == []
    assert isinstance(screen.window.page, StartPage)
    assert screen.attendant.pace is Pace.FRESH
    go_on(screen.window)
    assert screen.attendant.pace is Pace.QUESTION


def test_every_person_finds_the_same_sizes_and_colors(app: QApplication) -> None:
    screen = in_a_question()
    first = theme.current()
    assert (first.step, first.palette) == (130, Palette.LIGHT)
    screen.window.next_size()
    screen.window.next_colors()
    assert theme.current() != first
    screen.window.clear_and_leave()
    assert theme.current() == first


def test_a_start_page_that_is_left_alone_gets_its_look_back_and_no_more(app: QApplication) -> None:
    screen = shared()
    page = screen.window.page
    first = theme.current()
    screen.window.next_size()
    screen.wait(89)
    assert theme.current() != first
    screen.wait(1)
    assert theme.current() == first
    assert screen.window.page is page
    screen.wait(3600)
    assert screen.window.page is page
    assert screen.ended == []


def test_the_signs_under_the_question_are_shown_again(app: QApplication) -> None:
    screen = in_a_question()
    below = screen.window.page
    screen.window.show_signs()
    signs = screen.window.page
    screen.wait(179)
    assert screen.window.page is signs
    screen.wait(1)
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert screen.window.page is signs
    go_on(screen.window)
    assert screen.window.page is below


def test_a_shared_screen_asks_to_keep_it_from_others(app: QApplication) -> None:
    words = [each.words for each in shared().window.page.findChildren(TextBlock)]
    assert LIBRARY.word("kiosk.turn-away") in words


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("step", [100, 130, 200])
def test_the_pages_of_the_end_are_whole_at_every_size(step: int, size: tuple[int, int], app: QApplication) -> None:
    screen = shared(UNLOCKED, size=size)
    go_on(screen.window)
    theme.apply(app, theme.Theme(step=step))
    screen.wait(100)
    assert wrong(screen.window, cut, broken, outside, lost) == {}
    screen.window.clear_and_leave()
    theme.apply(app, theme.Theme(step=step))
    settle()
    assert wrong(screen.window, cut, broken, outside, lost) == {}


def test_paper_boxes_are_wiped_too(app: QApplication) -> None:
    screen = shared(person=WHO)
    screen.window.change("own-questions")
    settle()
    for edit in screen.window.findChildren(QPlainTextEdit):
        edit.setPlainText(CANARY)
    screen.wait(90)
    screen.wait(60)
    assert kept((CANARY,)) == []
