"""Every page of a visit is whole at every text size: nothing is cut, nothing stands outside, all can be pressed."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import STEPS, Theme
from tests.ui.window_people import PEOPLE, opened, settle, walk

LEAST = 48


def area(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def cut(window: MainWindow) -> list[str]:
    """Return the texts that have less height than their words need."""
    found = [each for each in window.findChildren(TextBlock) if each.isVisible()]
    assert found
    return [each.words for each in found if each.height() < each.heightForWidth(each.width())]


def outside(window: MainWindow) -> list[str]:
    """Return what stands beyond the left or right edge of the page."""
    view = area(window, window.page.viewport())
    parts = [each for each in window.page.findChildren(QWidget) if each.isVisible() and each.accessibleName()]
    areas = [(each, area(window, each)) for each in parts if window.page.widget().isAncestorOf(each)]
    return [each.accessibleName() for each, at in areas if at.left() < view.left() or at.right() > view.right()]


def small(window: MainWindow) -> list[str]:
    """Return what is too small to press. A word in a sentence is as high as its line."""
    kinds = (QAbstractButton, QLineEdit)
    parts = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
    return [
        each.accessibleName()
        for each in parts
        if not isinstance(each, TermButton) and (each.height() < LEAST or each.width() < LEAST)
    ]


def overlapping(window: MainWindow) -> list[tuple[str, str]]:
    """Return pairs of things to press that lie over each other."""
    parts = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    parts = [each for each in parts if not isinstance(each, TermButton)]
    inner = window.page.widget()
    found = []
    for place, one in enumerate(parts):
        for other in parts[place + 1 :]:
            same = inner.isAncestorOf(one) == inner.isAncestorOf(other)
            if same and area(window, one).intersects(area(window, other)):
                found.append((one.accessibleName(), other.accessibleName()))
    return found


@pytest.mark.parametrize(("width", "step"), [(960, 200), (1280, 160), (960, 130), (1280, 100)])
def test_nothing_is_cut_outside_or_too_small_on_any_page(step: int, width: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened(can_print=True)
    window.resize(width, 700)
    settle()
    for page in walk(window, PEOPLE["dev takes Enhertu"]):
        assert window.width() == width, page.title
        for find in (cut, outside, small, overlapping):
            assert find(window) == [], (find.__name__, page.title)
    for open_page in (window.show_signs, window.show_call, window.clear_and_leave):
        open_page()
        settle()
        for find in (cut, outside, small, overlapping):
            assert find(window) == [], (find.__name__, window.page.title)


def test_a_new_text_size_lays_out_the_page_that_is_there(app: QApplication) -> None:
    window = opened()
    for number, page in enumerate(walk(window, PEOPLE["dev takes Enhertu"])):
        for _ in STEPS if number % 4 == 0 else ():
            window.next_size()
            settle()
            assert cut(window) == [], page.title
            assert outside(window) == [], page.title
