"""Where things stand on a page that is shown, and what is wrong with it. Each finder returns what it found."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.ui.answers import AnswerRow
from her2guide.ui.buttons import Button
from her2guide.ui.consult.tabs import Tab
from her2guide.ui.consult.window import CounselorWindow
from her2guide.ui.main_window import MainWindow
from her2guide.ui.stops import stops
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import FRAME

LEAST, GAP = 48, 8  # pixels
Find = Callable[[MainWindow], list[object]]


def bars_of(window: MainWindow) -> tuple[QWidget, ...]:
    """Return what stands around the page, also in a counselor's window."""
    if isinstance(window, CounselorWindow):
        return window.head, window.warning, window.views
    return window.top, window.way, window.footer


def area(window: MainWindow, part: QWidget) -> QRect:
    """Return where a part stands in the window."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def target(window: MainWindow, part: QWidget) -> QRect:
    """Return what is painted of a control: room for the focus ring is kept free around it."""
    at = area(window, part)
    if isinstance(part, AnswerRow | Tab):
        return at.adjusted(FRAME, 0, -FRAME, 0)
    return at.adjusted(FRAME, FRAME, -FRAME, -FRAME) if isinstance(part, Button) else at


def controls(window: MainWindow) -> list[QWidget]:
    """Return what can be pressed or typed into. A word in a sentence is as high as its line, and not meant."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    found = [each for kind in kinds for each in window.findChildren(kind)]
    return [each for each in found if each.isVisible() and not isinstance(each, TermButton)]


def _pairs(window: MainWindow) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield controls that share a part of the window: a page may be scrolled under the bars."""
    inner = window.page.widget()
    for one, other in combinations(controls(window), 2):
        if inner.isAncestorOf(one) == inner.isAncestorOf(other):
            yield one, other


def cut(window: MainWindow) -> list[object]:
    """Return the texts and buttons that have less height than their words need."""
    found = [each for kind in (TextBlock, Button, AnswerRow) for each in window.findChildren(kind) if each.isVisible()]
    assert found
    return [each.accessibleName() for each in found if each.height() < each.heightForWidth(each.width())]


def broken(window: MainWindow) -> list[object]:
    """Return the buttons that are too narrow for a word of theirs."""
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    return [each.accessibleName() for each in found if each.width() < each.minimumSizeHint().width()]


def outside(window: MainWindow) -> list[object]:
    """Return what stands beyond the left or right edge of the page, and which bar does not fit the window."""
    view = area(window, window.page.viewport())
    parts = [each for each in window.page.findChildren(QWidget) if each.isVisible() and each.accessibleName()]
    areas = [(each, area(window, each)) for each in parts if window.page.widget().isAncestorOf(each)]
    found = [each.accessibleName() for each, at in areas if at.left() < view.left() or at.right() > view.right()]
    bars = [each for bar in bars_of(window) for each in bar.findChildren(QWidget)]
    return found + [
        each.accessibleName() for each in bars if each.isVisible() and not window.rect().contains(area(window, each))
    ]


def small(window: MainWindow) -> list[object]:
    """Return what is too small to press."""
    found = [(each.accessibleName(), target(window, each)) for each in controls(window)]
    return [(name, at.width(), at.height()) for name, at in found if min(at.width(), at.height()) < LEAST]


def crowded(window: MainWindow) -> list[object]:
    """Return pairs of controls that overlap or have less than the gap between them."""
    found = []
    for one, other in _pairs(window):
        here, there = target(window, one), target(window, other)
        if here.adjusted(-GAP + 1, -GAP + 1, GAP - 1, GAP - 1).intersects(there):
            found.append((one.accessibleName(), other.accessibleName()))
    return found


def lost(window: MainWindow) -> list[object]:
    """Return the buttons of the bars that cannot be reached with the pointer where they stand."""
    bars = [each for bar in bars_of(window) for each in bar.findChildren(Button)]
    return [
        each.accessibleName()
        for each in bars
        if each.isVisible() and window.childAt(area(window, each).center()) is not each
    ]


def out_of_order(window: MainWindow) -> list[object]:
    """Return pairs of stops where the keyboard goes against the way of the eyes: down, then on to the next column."""
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inner = window.page.widget()
    found = []
    for one, other in pairwise(each for each in stops(inner) if each.isVisible()):
        here, there = area(window, one), area(window, other)
        beside = there.right() <= here.left() if mirrored else there.left() >= here.right()
        below = there.top() >= here.bottom() - 1
        if not (beside or below or here.contains(there) or _same_text(one, other)):
            found.append((one.accessibleName(), other.accessibleName()))
    return found


def _same_text(one: QWidget, other: QWidget) -> bool:
    terms = isinstance(one, TermButton) and isinstance(other, TermButton)
    return terms and one.parent() is other.parent()


WHOLE: tuple[Find, ...] = (cut, broken, outside, small, crowded, lost)


def wrong(window: MainWindow, *finders: Find) -> dict[str, list[object]]:
    """Return what is wrong with the page that is shown, by finder; nothing if all is well."""
    found = {find.__name__: find(window) for find in finders or WHOLE}
    return {name: parts for name, parts in found.items() if parts}
