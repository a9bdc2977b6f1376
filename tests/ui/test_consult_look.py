"""The counselor's window is whole at every text size, in a narrow window and a wide one, and can be read aloud."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.settings import CONSULT
from her2guide.ui import theme
from her2guide.ui.consult.desk import Desk
from her2guide.ui.consult.window import VIEWS
from her2guide.ui.main_window import MainWindow
from her2guide.ui.stops import stops
from her2guide.ui.theme import Theme
from her2guide.ui.visit import Visit
from tests.ui.consult_people import DEV, beside, made, with_guide
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.pseudo import LANGUAGE, write
from tests.ui.window_people import TODAY, no_file, settle

LOOKS = [(440, 728, 100), (440, 728, 200), (760, 1040, 160), (1440, 860, 100), (1440, 860, 200)]
PARTS = ("lungs", "paying-medicare", "your-result")


def every_page(desk: Desk) -> Iterator[str]:
    """Show every page of the counselor's window, one after the other."""
    assert desk.watch is not None
    for view in VIEWS:
        desk.show_view(view)
        settle()
        yield view
    for part in PARTS:
        if part in {each.id for each in desk.sections}:
            desk.turn_to(part)
            settle()
            yield part
    desk.watch.soon.emit(True)
    settle()
    yield "soon covered"
    desk.ask_for_next()
    settle()
    yield "next"
    desk.cover_window()
    settle()
    yield "covered"


@pytest.mark.parametrize(("width", "height", "step"), LOOKS)
def test_every_page_is_whole_and_the_keyboard_goes_as_the_eyes_do(
    width: int, height: int, step: int, app: QApplication
) -> None:
    desk = with_guide()
    theme.wear_own(desk.counselor, Theme(Palette.LIGHT, step))
    desk.counselor.resize(width, height)
    settle()
    for page in every_page(desk):
        assert (desk.counselor.width(), desk.counselor.height()) == (width, height), page
        assert wrong(desk.counselor, *WHOLE, out_of_order) == {}, page  # type: ignore[arg-type]
    desk.close()


@pytest.mark.parametrize(("width", "height", "step"), [(440, 728, 200), (760, 1040, 100)])
def test_every_page_of_a_longer_language_is_whole(
    width: int, height: int, step: int, app: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = Library(LANGUAGE, write(tmp_path_factory.mktemp("pseudo")))
    visit = Visit(library, TODAY, CONSULT, answers=made(DEV).answers)
    visit.make()
    window = MainWindow(library, lambda: visit, no_file, can_print=False, at_start=False)
    window.show()
    desk = beside(window)
    theme.wear_own(desk.counselor, Theme(Palette.LIGHT, step))
    desk.counselor.resize(width, height)
    settle()
    for page in every_page(desk):
        assert desk.counselor.page.title.startswith("«"), page
        assert wrong(desk.counselor, *WHOLE) == {}, page  # type: ignore[arg-type]
    desk.close()


def told(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def test_whatever_can_have_the_focus_has_a_name_and_no_two_buttons_share_one(app: QApplication) -> None:
    desk = with_guide()
    for page in every_page(desk):
        found = [each for each in stops(desk.counselor) if each.isVisible()]
        assert found, page
        assert [type(each).__name__ for each in found if not told(each).strip()] == [], page
        pressed = [each for each in desk.counselor.findChildren(QAbstractButton) if each.isVisible()]
        grouped = Counter((told(each), told(each.parentWidget())) for each in pressed)
        assert [name for name, times in grouped.items() if times > 1] == [], page
    desk.close()


def test_the_keyboard_starts_at_the_heading_and_comes_round_to_every_stop(app: QApplication) -> None:
    desk = with_guide()
    for view in VIEWS:
        desk.show_view(view)
        settle()
        window = desk.counselor
        window.activateWindow()
        assert window.focusWidget() is window.page.heading, view
        wanted = [each for each in stops(window) if each.isEnabled()]
        met = set()
        for _ in wanted:
            met.add(window.focusWidget())
            window.focusNextPrevChild(True)
        assert met == {*wanted}, view
    desk.close()


def test_arrows_go_from_view_to_view_and_enter_shows_one(app: QApplication) -> None:
    desk = with_guide()
    tabs = list(desk.counselor.views.tabs.tabs.values())
    tabs[0].setFocus()
    QTest.keyClick(tabs[0], Qt.Key.Key_Left)
    assert desk.counselor.focusWidget() is tabs[-1]
    QTest.keyClick(tabs[-1], Qt.Key.Key_Right)
    QTest.keyClick(tabs[0], Qt.Key.Key_Right)
    assert desk.view == "talk"
    QTest.keyClick(tabs[1], Qt.Key.Key_Return)
    settle()
    assert desk.view == "parts"
    assert tabs[1].isChecked()
    assert not tabs[0].isChecked()
    assert QAccessible.queryAccessibleInterface(tabs[1]).role() == QAccessible.Role.RadioButton
    assert told(desk.counselor.views.tabs).strip()
    desk.close()
