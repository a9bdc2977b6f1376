"""The whole way on a shared screen: by anything at all, and by two keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.ui import printing
from her2guide.ui.answers import AnswerRow
from her2guide.ui.kiosk.pages import FarewellPage
from her2guide.ui.kiosk.take_home import TakeHomePage
from her2guide.ui.pages.question import QuestionPage
from tests.kiosk.window import monkey
from tests.kiosk.window.press_keys import KEYS
from tests.kiosk.window.shared_screen import Screen, shared
from tests.ui.test_monkey import NoPrinter
from tests.ui.window_people import LIBRARY, OPTIONAL, primaries, settle

_QUIET = tuple(key for key in KEYS if key < 0x80 or 0x01000030 <= key <= 0x01000052)  # QTest warns of many others


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_done_in_whatever_order_no_promise_is_broken(
    seed: int, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "Printer", NoPrinter)
    monkeypatch.setattr(monkey, "KEYS", _QUIET)
    found, _ = monkey.play(150, seed)
    assert found == []


def tab_to(screen: Screen, wanted: Callable[[QWidget], bool]) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(120):
        here = screen.window.focusWidget()
        if here is not None and wanted(here):
            return
        QTest.keyClick(here or screen.window, Qt.Key.Key_Tab)
    raise AssertionError([each.accessibleName() for each in screen.window.findChildren(QWidget) if wanted(each)])


def enter(screen: Screen) -> None:
    QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    settle()


def test_two_keys_lead_from_the_start_page_to_the_farewell(app: QApplication) -> None:
    screen = shared()
    for _ in range(80):
        page = screen.window.page
        if isinstance(page, TakeHomePage):
            break
        rows = [each for each in page.findChildren(AnswerRow) if each.isVisible()]
        if (
            isinstance(page, QuestionPage)
            and page.id not in OPTIONAL
            and rows
            and not any(row.isChecked() for row in rows)
        ):
            tab_to(screen, lambda each: isinstance(each, AnswerRow))
            QTest.keyClick(screen.window.focusWidget(), Qt.Key.Key_Space)
        tab_to(screen, lambda each: each in primaries(screen.window))
        enter(screen)
        assert screen.window.page is not page, page.title
    assert isinstance(screen.window.page, TakeHomePage)
    done = LIBRARY.word("kiosk.finish")
    tab_to(screen, lambda each: each.accessibleName() == done)
    enter(screen)
    assert isinstance(screen.window.page, FarewellPage)
    tab_to(screen, lambda each: each in primaries(screen.window))
    enter(screen)
    assert screen.ended == [0]
