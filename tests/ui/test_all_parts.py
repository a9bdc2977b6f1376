"""Going about in the guide: any part at any time, by mouse or keyboard, and back to where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.guide.chapters import chapters, ends_first_pages
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.all_parts import AllPartsPage
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.stops import stops
from her2guide.ui.theme import Theme
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.said import PEOPLE
from tests.ui.test_keep import choose_length
from tests.ui.tour import words
from tests.ui.window_people import LIBRARY, at_the_save_page, go_on, opened, press, settle, walk

DEV = PEOPLE["dev takes Enhertu"]
ALL, KEEP = LIBRARY.word("window.all-parts"), LIBRARY.word("window.keep")


def reading(section: str = "your-result") -> MainWindow:
    window = at_the_save_page(can_print=True)
    window.visit.turn_to(section)
    window.show_place()
    settle()
    return window


def listed(section: str = "your-result") -> tuple[MainWindow, AllPartsPage]:
    window = reading(section)
    press(window, ALL)
    page = window.page
    assert isinstance(page, AllPartsPage)
    return window, page


def test_every_page_of_the_guide_leads_to_all_parts_and_to_keeping_it(app: QApplication) -> None:
    window = opened()
    for page in walk(window, DEV):
        offered = [button.words for button in window.footer.buttons]
        assert (offered[1:] == [ALL, KEEP]) is isinstance(page, SectionPage)


def test_the_list_has_every_part_under_the_name_of_its_chapter(app: QApplication) -> None:
    window, page = listed("lungs")
    document = window.visit.document
    assert document is not None
    wanted = [(each.name, [part.title for part in each.sections]) for each in chapters(document.sections, LIBRARY)]
    assert len(wanted) > 3
    shown = [(group.name.words, [row.words for row in group.rows.values()]) for group in page.contents.chapters]
    assert shown == wanted
    for group in page.contents.chapters:
        found = QAccessible.queryAccessibleInterface(group)
        assert (found.text(QAccessible.Text.Name), found.role()) == (group.name.words, QAccessible.Role.Grouping)
    assert page.contents.current.words in " ".join(words(page))
    assert page.contents.current is page.contents.parts["lungs"]


def test_a_part_that_is_pressed_opens_and_the_way_goes_on_from_there(app: QApplication) -> None:
    window, page = listed()
    QTest.mouseClick(page.contents.parts["lungs"], Qt.MouseButton.LeftButton)
    settle()
    assert window.visit.session.place == "guide/lungs"
    assert window.focusWidget() is window.page.heading
    go_on(window)
    assert window.visit.session.place == "guide/call-now"


@pytest.mark.parametrize("way_back", [LIBRARY.word("window.go-on"), LIBRARY.questions.word["back"]])
def test_the_list_can_be_left_for_the_page_that_led_to_it(way_back: str, app: QApplication) -> None:
    window, _ = listed("call-now")
    press(window, way_back)
    assert isinstance(window.page, SectionPage)
    assert window.visit.session.place == "guide/call-now"


def test_the_guide_can_be_kept_from_any_page_and_back_leads_there(app: QApplication) -> None:
    window = reading("lungs")
    press(window, KEEP)
    assert isinstance(window.page, SavePage)
    press(window, LIBRARY.questions.word["back"])
    assert window.visit.session.place == "guide/lungs"
    press(window, ALL)
    press(window, KEEP)
    press(window, LIBRARY.questions.word["back"])
    assert window.visit.session.place == "guide/lungs"


def test_tab_stops_once_in_each_chapter_and_arrows_go_through_them_all(app: QApplication) -> None:
    window, page = listed("lungs")
    assert page.contents.current in (there := stops(page.contents))
    assert [each.parentWidget() for each in there] == list(page.contents.chapters)
    rows = list(page.contents.parts.values())
    rows[0].setFocus()
    for row in (*rows[1:], rows[0]):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        settle()
        assert window.focusWidget() is row
        assert not row.visibleRegion().isEmpty()
    assert page.contents.current is page.contents.parts["lungs"]
    QTest.keyClick(rows[0], Qt.Key.Key_End)
    assert window.focusWidget() is rows[-1]
    QTest.keyClick(rows[-1], Qt.Key.Key_Return)
    settle()
    assert window.visit.session.place == f"guide/{rows[-1].part}"


def test_of_all_chapters_together_one_part_is_marked(app: QApplication) -> None:
    _, page = listed()
    for row in page.contents.parts.values():
        row.setChecked(True)
        assert [each for each in page.contents.parts.values() if each.isChecked()] == [row]


def test_the_preview_leads_to_all_parts_and_back_to_one_of_them(app: QApplication) -> None:
    window = at_the_save_page()
    press(window, LIBRARY.word("keep.read"))
    press(window, ALL)
    assert isinstance(window.page, AllPartsPage)
    QTest.mouseClick(window.page.contents.parts["call-now"], Qt.MouseButton.LeftButton)
    settle()
    page = window.page
    assert isinstance(page, PreviewPage)
    assert window.focusWidget() is page.titles["call-now"]
    press(window, ALL)
    press(window, LIBRARY.questions.word["back"])
    assert isinstance(window.page, PreviewPage)
    assert window.page.contents.current.part == "call-now"
    press(window, LIBRARY.questions.word["back"])
    assert isinstance(window.page, SavePage)


@pytest.mark.parametrize("length", ["short", "full"])
def test_all_parts_of_a_preview_are_those_that_it_shows_and_lead_to_their_own(length: str, app: QApplication) -> None:
    window = at_the_save_page()
    choose_length(window, length)
    press(window, LIBRARY.word("keep.read"))
    preview = window.page
    assert isinstance(preview, PreviewPage)
    shown = list(preview.titles)
    press(window, ALL)
    assert isinstance(window.page, AllPartsPage)
    assert list(window.page.contents.parts) == shown
    for part in (shown[0], shown[-1]):
        QTest.mouseClick(window.page.contents.parts[part], Qt.MouseButton.LeftButton)
        settle()
        assert isinstance(window.page, PreviewPage)
        assert window.focusWidget() is window.page.titles[part]
        press(window, ALL)
        assert isinstance(window.page, AllPartsPage)


def test_the_last_of_the_pages_to_read_first_says_that_the_rest_can_wait(app: QApplication) -> None:
    window = opened()
    said = [
        (window.visit.section.id, LIBRARY.word("parts.rest") in words(page.widget()))
        for page in walk(window, DEV)
        if isinstance(page, SectionPage)
    ]
    guide = window.visit.session.sections
    assert said == [(section, ends_first_pages(section, guide)) for section in guide]
    assert [ends for _, ends in said].count(True) == 1


@pytest.mark.parametrize(("width", "step"), [(960, 100), (960, 130), (960, 160), (960, 200), (1920, 100)])
def test_the_list_is_whole_in_every_window_at_every_text_size(width: int, step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window, page = listed()
    window.resize(width, 700)
    settle()
    assert wrong(window, *WHOLE, out_of_order) == {}
    columns = {group.x() for group in page.contents.chapters}
    assert len(columns) == (2 if step == 100 else 1)


def test_when_to_call_leads_back_to_the_list(app: QApplication) -> None:
    window, page = listed()
    press(window, LIBRARY.word("window.when-to-call"))
    press(window, LIBRARY.word("window.go-on"))
    assert window.page is page


def test_on_a_shared_machine_the_guide_can_be_printed_from_any_page(app: QApplication) -> None:
    window = at_the_save_page(kiosk=True, can_print=True)
    window.visit.turn_to("lungs")
    window.show_place()
    settle()
    assert [button.words for button in window.footer.buttons][1:] == [ALL, LIBRARY.word("window.print")]
