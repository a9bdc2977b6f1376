"""A screen that is touched: targets for fingers, upright and broad, a page that is moved by buttons, and a keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.settings import HOME
from her2guide.ui import theme
from her2guide.ui.answers import AnswerRow
from her2guide.ui.buttons import Button
from her2guide.ui.kiosk.keyboard import ScreenKeyboard
from her2guide.ui.kiosk.touch import finger
from her2guide.ui.main_window import MainWindow
from tests.kiosk.window.places import WHO
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.geometry import broken, cut, lost, outside, target, wrong
from tests.ui.window_people import LIBRARY, go_on, opened, press, settle

UPRIGHT, BROAD = (1080, 1920), (1920, 1080)
Edit = QLineEdit | QPlainTextEdit


@pytest.mark.parametrize(
    ("dots", "least"),
    [(96, 57), (60, 48), (100, 60), (127, 75), (160, 95), (300, 130), (0, 57), (-5, 57), (10, 57), (5000, 57)],
)
def test_fifteen_millimeters_of_the_real_screen_or_of_a_usual_one(dots: float, least: int) -> None:
    assert finger(dots) == least
    if 82 <= dots <= 220:
        assert finger(dots) / dots * 25.4 >= 15 - 1e-9


def test_a_screen_that_is_no_number_counts_as_a_usual_one() -> None:
    assert finger(float("nan")) == finger(float("inf")) == 57


@pytest.mark.parametrize("size", [UPRIGHT, BROAD])
def test_everything_to_press_is_as_large_as_a_finger(size: tuple[int, int], app: QApplication) -> None:
    screen = shared(UNLOCKED, person=WHO, size=size)
    least = finger(127)
    theme.apply(app, theme.Theme(step=130, target=least))
    screen.window.change("her2-score")
    settle()
    found = [each for each in screen.window.findChildren(Button) if each.isVisible()]
    found += [each for each in screen.window.findChildren(AnswerRow) if each.isVisible()]
    assert len(found) > 8
    assert [each.accessibleName() for each in found if target(screen.window, each).height() < least] == []
    assert wrong(screen.window, cut, broken, outside, lost) == {}


def test_upright_buttons_are_stacked_over_the_full_width_with_back_in_the_footer(app: QApplication) -> None:
    screen = shared(UNLOCKED, person=WHO, size=UPRIGHT)
    footer = screen.window.footer
    buttons = [*footer.buttons, footer.back, footer.call]
    assert all(each.isVisible() for each in buttons)
    tops = [each.mapTo(footer, QPoint(0, 0)).y() for each in buttons]
    assert tops == sorted(set(tops))
    assert {each.width() for each in buttons} == {buttons[0].width()}
    assert buttons[0].width() >= 900
    assert not screen.window.way.back.isVisible()
    assert not screen.window.top.back.isVisible()


def test_on_a_broad_screen_they_stand_side_by_side(app: QApplication) -> None:
    footer = shared(UNLOCKED, person=WHO, size=BROAD).window.footer
    tops = {each.mapTo(footer, QPoint(0, 0)).y() for each in (*footer.buttons, footer.back, footer.call)}
    assert len(tops) == 1


def test_back_goes_back_and_at_home_it_stays_where_it_was(app: QApplication) -> None:
    screen = shared(UNLOCKED)
    start = screen.window.page
    assert not screen.window.footer.back.isVisible()
    go_on(screen.window)
    press(screen.window, LIBRARY.questions.word["back"])
    assert type(screen.window.page) is type(start)
    home = opened(settings=HOME)
    go_on(home)
    assert home.way.back.isVisible()
    assert not home.footer.back.isVisible()


@pytest.mark.parametrize("page", ["reader", "her2-score", "setting", "medicines", "numbers"])
def test_upright_the_first_answer_is_no_lower_than_a_good_third(page: str, app: QApplication) -> None:
    screen = shared(UNLOCKED, person=WHO, size=UPRIGHT)
    screen.window.change(page)
    settle()
    rows = [each for each in screen.window.findChildren(AnswerRow) if each.isVisible()]
    assert min(each.mapTo(screen.window, QPoint(0, 0)).y() for each in rows) <= 0.35 * 1920


def test_a_long_page_is_moved_by_two_buttons_to_its_end_and_back(app: QApplication) -> None:
    screen = shared(UNLOCKED, person=WHO, size=BROAD)
    bar = screen.window.page.verticalScrollBar()
    up, down = LIBRARY.word("kiosk.up"), LIBRARY.word("kiosk.down")
    for _ in range(40):
        if bar.value() == bar.maximum():
            break
        press(screen.window, down)
    assert bar.value() == bar.maximum() > 0
    for _ in range(40):
        if bar.value() == 0:
            break
        press(screen.window, up)
    assert bar.value() == 0


def test_a_short_page_has_no_such_buttons(app: QApplication) -> None:
    screen = shared(UNLOCKED, size=UPRIGHT)
    assert not [
        each
        for each in screen.window.findChildren(Button)
        if each.words == LIBRARY.word("kiosk.down") and each.isVisible()
    ]


# --- the keyboard


def at_a_field(page: str, kind: type[QWidget], size: tuple[int, int] = UPRIGHT) -> tuple[Screen, ScreenKeyboard, Edit]:
    screen = shared(UNLOCKED, size=size)
    if page == "report":
        screen.window.trips.show_report()
    else:
        screen = shared(UNLOCKED, person=WHO, size=size)
        screen.window.change(page)
    settle()
    edit = [each for each in screen.window.findChildren(kind) if each.isVisible()][-1]
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    QTest.mouseClick(edit if isinstance(edit, QLineEdit) else edit.viewport(), Qt.MouseButton.LeftButton)
    settle()
    (keyboard,) = screen.window.findChildren(ScreenKeyboard)
    return screen, keyboard, edit


def value(edit: Edit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def tap(keyboard: ScreenKeyboard, *keys: str) -> None:
    for key in keys:
        QTest.mouseClick(keyboard.keys[key], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("page", "kind"), [("clinic", QLineEdit), ("report", QPlainTextEdit)])
def test_what_is_tapped_is_typed_into_the_field_that_keeps_the_keyboard(
    page: str, kind: type[QWidget], app: QApplication
) -> None:
    screen, keyboard, edit = at_a_field(page, kind)
    assert keyboard.isVisible()
    before = value(edit)
    tap(keyboard, "shift", "l", "a", "space", "ñ", "shift", "é", "7", "¿", "erase", "?")
    assert value(edit) == f"{before}La ñÉ7?"
    assert edit.hasFocus()
    assert screen.window.focusWidget() is edit


def test_enter_makes_a_new_line_or_goes_on(app: QApplication) -> None:
    _, keyboard, paper = at_a_field("report", QPlainTextEdit)
    tap(keyboard, "a", "enter", "b")
    assert value(paper) == "a\nb"
    screen, keyboard, _ = at_a_field("clinic", QLineEdit)
    page = screen.window.page
    tap(keyboard, "enter")
    settle()
    assert screen.window.page is not page


def test_it_goes_with_the_field_and_when_it_is_hidden(app: QApplication) -> None:
    screen, keyboard, edit = at_a_field("clinic", QLineEdit)
    screen.window.page.heading.setFocus()
    settle()
    assert not keyboard.isVisible()
    edit.setFocus()
    assert keyboard.isVisible()
    tap(keyboard, "hide")
    assert not keyboard.isVisible()
    edit.clearFocus()
    edit.setFocus()
    go_on(screen.window)
    assert not keyboard.isVisible()


def test_where_nobody_touches_there_is_none(app: QApplication) -> None:
    assert opened(settings=HOME).findChildren(ScreenKeyboard) == []


def _seen(window: MainWindow, edit: QWidget) -> bool:
    view = window.page.viewport()
    top = edit.mapTo(window, QPoint(0, 0)).y()
    above = view.mapTo(window, QPoint(0, 0)).y()
    return above <= top and top + edit.height() <= above + view.height()


@pytest.mark.parametrize("step", [130, 200])
@pytest.mark.parametrize("size", [UPRIGHT, BROAD])
def test_the_field_stays_in_sight_and_keys_are_large_and_named(
    size: tuple[int, int], step: int, app: QApplication
) -> None:
    screen, keyboard, edit = at_a_field("clinic", QLineEdit, size)
    theme.apply(app, theme.Theme(step=step, target=finger(96)))
    screen.window.page.heading.setFocus()
    settle()
    edit.setFocus()
    settle()
    assert _seen(screen.window, edit)
    for key in keyboard.keys.values():
        assert key.accessibleName()
        assert target(screen.window, key).height() >= finger(96)
        assert target(screen.window, key).width() >= finger(96)
        assert key.width() >= key.minimumSizeHint().width()
    names = [key.accessibleName() for key in keyboard.keys.values()]
    assert len(set(names)) == len(names)
