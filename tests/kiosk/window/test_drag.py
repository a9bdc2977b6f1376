"""A long page follows the finger, and what is only touched is pressed as ever."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from her2guide.ui.answers import AnswerRow
from her2guide.ui.kiosk.pages import StillTherePage
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TermButton, TextBlock
from tests.kiosk.window.holds import broken_promises
from tests.kiosk.window.places import WHO
from tests.kiosk.window.shared_screen import Screen, shared
from tests.ui.test_motion import moving
from tests.ui.window_people import at_the_save_page, settle

SMALL = (1024, 768)


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def long_page() -> Screen:
    """Return a screen on a page that is longer than it."""
    screen = shared(person=WHO, size=SMALL)
    settle()
    assert screen.window.page.verticalScrollBar().maximum() > 200
    return screen


def seen(page: Page, kind: type[QWidget]) -> QWidget:
    """Return the first widget of a kind that can be touched."""
    area = page.viewport().rect()
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    return next(each for each in found if area.contains(each.mapTo(page.viewport(), each.rect().center())))


def touch(widget: QWidget, device: QPointingDevice, *way: int, at: QPoint | None = None) -> None:
    """Touch a widget in its middle, move the finger down by each of these, and lift it."""
    start = at or widget.rect().center()
    window, here = widget.window(), widget.mapTo(widget.window(), start)
    QTest.touchEvent(window, device).press(0, here, window).commit()
    for by in way:
        here += QPoint(0, by)
        QTest.touchEvent(window, device).move(0, here, window).commit()
    QTest.touchEvent(window, device).release(0, here, window).commit()


def test_a_page_follows_the_finger_and_stays_where_it_was_lifted(app: QApplication, finger: QPointingDevice) -> None:
    screen = long_page()
    page, bar = screen.window.page, screen.window.page.verticalScrollBar()
    touch(seen(page, TextBlock), finger, -50, -70)
    assert bar.value() == 120
    assert moving(screen.window) == []
    settle()
    assert bar.value() == 120
    touch(seen(page, TextBlock), finger, 40)
    assert bar.value() == 80


def test_at_its_ends_a_page_stands_still(app: QApplication, finger: QPointingDevice) -> None:
    screen = long_page()
    page, bar = screen.window.page, screen.window.page.verticalScrollBar()
    touch(seen(page, TextBlock), finger, 300)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    touch(seen(page, TextBlock), finger, -300)
    assert bar.value() == bar.maximum()
    settle()
    assert moving(screen.window) == []
    assert page.widget().y() == -bar.maximum()


def test_a_word_is_explained_by_a_touch_and_not_by_a_drag(app: QApplication, finger: QPointingDevice) -> None:
    screen = long_page()
    page = screen.window.page
    term, asked = seen(page, TermButton), list[str]()
    assert isinstance(term, TermButton)
    term.clicked.connect(lambda: asked.append(term.target))
    inside = term._pieces[0].center()
    touch(term, finger, -40, -40, at=inside)
    assert page.verticalScrollBar().value() == 80
    assert asked == []
    assert not term.isDown()
    page.verticalScrollBar().setValue(0)
    settle()
    touch(term, finger, 4, -5, at=inside)  # a finger is never quite still
    assert page.verticalScrollBar().value() == 0
    assert asked == [term.target]


def test_an_answer_is_chosen_by_a_touch_and_not_by_a_drag(app: QApplication, finger: QPointingDevice) -> None:
    screen = shared(person=WHO, size=SMALL)
    screen.window.change("her2-score")
    settle()
    page = screen.window.page
    rows = [each for each in page.findChildren(AnswerRow) if not each.isChecked()]
    touch(rows[0], finger, -60, -60)
    assert page.verticalScrollBar().value() > 0
    assert not rows[0].isChecked()
    page.verticalScrollBar().setValue(0)
    settle()
    touch(rows[0], finger)
    assert rows[0].isChecked()


def test_a_field_keeps_the_finger_for_itself(app: QApplication, finger: QPointingDevice) -> None:
    screen = shared(person=WHO, size=SMALL)
    screen.window.change("clinic")
    settle()
    page = screen.window.page
    edit = seen(page, QLineEdit)
    touch(edit, finger)  # the keyboard comes, and makes room for the field
    settle()
    before = page.verticalScrollBar().value()
    touch(edit, finger, -8, -8, at=QPoint(20, 20))
    assert page.verticalScrollBar().value() == before
    assert edit.hasFocus()
    assert broken_promises(screen) == []


def test_a_drag_shows_that_somebody_is_there(app: QApplication, finger: QPointingDevice) -> None:
    screen = long_page()
    page = screen.window.page
    screen.wait(170)
    touch(seen(page, TextBlock), finger, -50, -50)
    screen.wait(170)
    assert screen.window.page is page
    screen.wait(20)
    asking = screen.window.page
    assert isinstance(asking, StillTherePage)
    touch(asking.heading, finger, -50, -50)
    settle()
    assert screen.window.page is page
    assert page.verticalScrollBar().value() == 100  # what said that somebody is there moved nothing


def test_at_home_a_held_mouse_moves_nothing(app: QApplication, finger: QPointingDevice) -> None:
    window = at_the_save_page()
    window.resize(960, 640)
    window.leafing.turn_to("lungs")
    settle()
    touch(seen(window.page, TextBlock), finger, -60, -60)
    assert window.page.verticalScrollBar().maximum() > 0
    assert window.page.verticalScrollBar().value() == 0
