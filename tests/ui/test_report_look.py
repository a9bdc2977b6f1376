"""How the pages of a report look, and how they are gone through with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.buttons import CallButton
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.found import ItemPage, WhichPage
from her2guide.ui.pages.report import ReportPage
from her2guide.ui.theme import Theme
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.report_people import (
    BACK,
    CHANGE,
    CONTINUE,
    LOW,
    READ,
    SKIP,
    START,
    TWO,
    USE,
    at_the_report_page,
    press_unsure,
    put_in,
    wait,
)
from tests.ui.window_people import (
    go_on,
    no_file,
    opened,
    press,
    primaries,
    question,
    settle,
)


def every_page(text: str) -> list[MainWindow]:
    """Yield the window on every page of the round."""
    window = at_the_report_page(choose_report=no_file)
    yield window
    go_on(window)
    yield window
    put_in(window, text)
    yield window
    if isinstance(window.page, WhichPage):
        go_on(window)
        yield window
        press_unsure(window)
    go_on(window)
    while isinstance(window.page, ItemPage):
        yield window
        press(window, CHANGE)
        yield window
        press(window, BACK)
        press(window, USE if window.page.primary[0] == USE else SKIP)
    yield window


@pytest.mark.parametrize(("width", "height", "step"), [(1024, 768, 100), (960, 640, 200)])
@pytest.mark.parametrize("text", [LOW, TWO])
def test_every_page_of_the_round_is_whole_has_one_act_and_a_way_to_call(
    text: str, width: int, height: int, step: int, app: QApplication
) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    titles = []
    for window in every_page(text):
        window.resize(width, height)
        settle()
        titles.append(window.page.title)
        assert wrong(window, *WHOLE, out_of_order) == {}, window.page.title
        assert len(primaries(window)) == 1
        assert window.page.accessibleName() == window.page.title == window.page.heading.words
        assert [each.words for each in window.findChildren(CallButton) if each.isVisible()]
    assert len(titles) > 8


def test_the_whole_round_can_be_gone_with_the_keyboard_alone(app: QApplication) -> None:
    window = opened()

    def by_keys(words_of: str) -> None:
        for _ in range(60):
            here = window.focusWidget()
            if getattr(here, "words", "") == words_of and here.isEnabled() and hasattr(here, "click"):
                QTest.keyClick(here, Qt.Key.Key_Return)
                settle()
                return
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(words_of)

    by_keys(START)
    page = window.page
    assert isinstance(page, ReportPage)
    while window.focusWidget() is not page.field.edit:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(page.field.edit, "Breast. HER2 IHC: score 1+.")
    by_keys(READ)
    wait(window)
    by_keys(CONTINUE)
    while isinstance(window.page, ItemPage):
        by_keys(USE)
    by_keys(CONTINUE)
    assert question(window).id == "reader"
    assert window.visit.answers.her2.ihc == "1+"
