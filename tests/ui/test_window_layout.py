"""Every page of a visit is whole at every text size: nothing is cut, nothing stands outside, all can be pressed."""

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.theme import STEPS, Theme
from tests.ui.geometry import WHOLE, cut, out_of_order, outside, wrong
from tests.ui.said import PEOPLE
from tests.ui.window_people import opened, settle, walk

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


def test_a_new_text_size_lays_out_the_page_that_is_there(app: QApplication) -> None:
    window = opened()
    for number, page in enumerate(walk(window, DEV)):
        for _ in STEPS if number % 4 == 0 else ():
            window.next_size()
            settle()
            assert wrong(window, cut, outside) == {}, page.title
