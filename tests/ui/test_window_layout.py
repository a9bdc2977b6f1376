"""Every page of a visit is whole at every text size: nothing is cut, nothing stands outside, all can be pressed."""

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import STEPS, Theme, TypeRole
from her2guide.wizard.pages import CheckPage
from tests.ui.geometry import WHOLE, area, cut, out_of_order, outside, wrong
from tests.ui.said import PEOPLE
from tests.ui.window_people import at_the_save_page, opened, settle, walk

DEV = PEOPLE["dev takes Enhertu"]


@pytest.mark.parametrize(("width", "step"), [(960, 200), (1280, 160), (960, 130), (1280, 100)])
def test_nothing_is_cut_outside_too_small_or_too_close_on_any_page(step: int, width: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened(can_print=True)
    window.resize(width, 700)
    settle()
    for page in walk(window, DEV):
        assert window.width() == width, page.title
        assert wrong(window, *WHOLE, out_of_order) == {}, page.title
    for open_page in (window.show_signs, window.show_call, window.clear_and_leave):
        open_page()
        settle()
        assert wrong(window, *WHOLE, out_of_order) == {}, window.page.title


def test_at_the_largest_text_a_page_of_the_guide_begins_above_the_fold(app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, 200))
    window = at_the_save_page(can_print=True)
    window.resize(1024, 768)
    line = theme.current().line(TypeRole.BODY)
    pages = 0
    while not isinstance(window.visit.page, CheckPage):
        window.go_back()
        settle()
        if isinstance(window.page, SectionPage):
            pages += 1
            texts = [each for each in window.page.view.findChildren(TextBlock) if each is not window.page.heading]
            first = next(each for each in texts if each.isVisible())
            assert area(window, first).top() + 2 * line <= window.footer.geometry().top(), window.page.title
            assert {each.height() for each in window.footer.buttons} == {window.footer.call.height()}
            assert window.footer.height() < 3 * line, window.page.title  # its words stand in one line
    assert pages > 20


def test_a_new_text_size_lays_out_the_page_that_is_there(app: QApplication) -> None:
    window = opened()
    for number, page in enumerate(walk(window, DEV)):
        for _ in STEPS if number % 4 == 0 else ():
            window.next_size()
            settle()
            assert wrong(window, cut, outside) == {}, page.title
