"""Nothing moves by itself: there is no animation anywhere, and a new page is there at once."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QAbstractAnimation, QObject, QPropertyAnimation, Qt, QTimeLine
from PySide6.QtGui import QMovie
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsEffect, QWidget

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.text import TermButton
from her2guide.ui.theme import Theme
from tests.ui.said import PEOPLE
from tests.ui.window_people import opened, primaries, settle, walk

MOVING = (QAbstractAnimation, QTimeLine, QMovie, QGraphicsEffect)
DEV = PEOPLE["dev takes Enhertu"]


def moving(window: MainWindow) -> list[str]:
    """Return what could move or fade, below the window or the program, or held by Python."""
    app = QApplication.instance()
    assert app is not None
    below = [each for root in (window, app) for kind in MOVING for each in root.findChildren(kind)]
    held = [each for each in gc.get_objects() if isinstance(each, MOVING) and shiboken6.isValid(each)]
    return sorted({type(each).__name__ for each in (*below, *held) if not over_at_once(each)})


def over_at_once(found: QObject) -> bool:
    """Return whether this is how Qt's main window sets the place of what it holds: in no time at all."""
    return isinstance(found, QAbstractAnimation) and found.totalDuration() == 0 and found.loopCount() == 1


def pages_over_the_window(window: MainWindow) -> list[QWidget]:
    """Return the pages that can be seen now; while one slid over another there would be two."""
    return [page for page in window.stack.pages if page.isVisible()]


@pytest.mark.parametrize("palette", [Palette.LIGHT, Palette.HIGH_CONTRAST])
def test_nothing_on_any_page_of_a_visit_moves_by_itself(palette: Palette, app: QApplication) -> None:
    theme.apply(app, Theme(palette))
    window, terms = opened(), 0
    for page in walk(window, DEV):
        assert moving(window) == [], page.title
        for term in [each for each in page.findChildren(TermButton) if each.isVisible()][:1]:
            term.click()
            terms += 1
            assert moving(window) == [], page.title
    assert terms > 3
    for show in (window.show_signs, window.show_call, window.next_size, window.next_colors, window.clear_and_leave):
        show()
        assert moving(window) == [], window.page.title
        settle()
        assert moving(window) == [], window.page.title


def test_an_animation_or_a_time_line_anywhere_is_found(app: QApplication) -> None:
    window = opened()
    below = QPropertyAnimation(window.page, b"pos", window.page)
    assert moving(window) == ["QPropertyAnimation"]
    held: QObject = QTimeLine(100)
    assert moving(window) == ["QPropertyAnimation", "QTimeLine"]
    below.deleteLater()
    held.deleteLater()


def test_a_page_stands_in_its_place_as_soon_as_the_button_is_pressed(app: QApplication) -> None:
    window, turned = opened(), 0
    for page in walk(window, DEV):
        assert pages_over_the_window(window) == [page]
        assert page.geometry() == window.stack.rect(), page.title
        turned += 1
    QTest.mouseClick(window.footer.call, Qt.MouseButton.LeftButton)  # nothing is settled from here on
    assert pages_over_the_window(window) == [window.page] != [page]
    assert window.page.geometry() == window.stack.rect()
    settle()
    QTest.mouseClick(primaries(window)[0], Qt.MouseButton.LeftButton)
    assert pages_over_the_window(window) == [page]
    assert turned > 40
