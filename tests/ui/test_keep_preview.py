"""The preview: the very blocks of the document, page by page as on paper, and the list of its parts."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.guide.document import Steps, lines_of, plain
from her2guide.library.paths import fonts
from her2guide.look import Palette
from her2guide.output.render import Paper, render
from her2guide.output.typed_text import visible
from her2guide.ui import theme
from her2guide.ui.buttons import CallButton
from her2guide.ui.draw import PictureWidget
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.call import CallPage
from her2guide.ui.pages.preview import PageLine, PreviewPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from tests.output.reading import PdfFile
from tests.ui.geometry import WHOLE, cut, out_of_order, wrong
from tests.ui.test_keep import KINDS, choose
from tests.ui.window_people import LIBRARY, at_the_save_page, press, settle

READERS = ["dev takes Enhertu", "carla had chemotherapy"]
SIGN = LIBRARY.word("window.have-one")


def preview(person: str = READERS[0], paper: Paper = "letter", large: bool = False) -> tuple[MainWindow, PreviewPage]:
    window = at_the_save_page(person, can_print=True)
    choose(window, paper, large)
    press(window, LIBRARY.word("keep.read"))
    page = window.page
    assert isinstance(page, PreviewPage)
    return window, page


def in_order(view: QWidget) -> list[TextBlock | PictureWidget]:
    """Return the texts and pictures in the order of the widgets."""
    found: list[TextBlock | PictureWidget] = []
    for child in view.children():
        if isinstance(child, TextBlock | PictureWidget):
            found.append(child)
        elif isinstance(child, QWidget):
            found += in_order(child)
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("paper", "large"), KINDS)
@pytest.mark.parametrize("person", READERS)
def test_the_page_lines_stand_where_the_file_has_its_pages(
    person: str, paper: Paper, large: bool, app: QApplication
) -> None:
    window, page = preview(person, paper, large)
    document = window.visit.document
    assert document is not None
    data = render(document, "pdf", fonts(), paper=paper, large_print=large)
    pages = [squeezed(each) for each in PdfFile(data).texts]
    lines = [each.words for each in page.findChildren(PageLine)]
    assert lines == [f"Page {number} of {len(pages)}" for number in range(1, len(pages) + 1)]
    shown = in_order(page.widget())
    places = [place for place, each in enumerate(shown) if isinstance(each, PageLine)]
    for number, (start, end) in enumerate(pairwise([*places, len(shown)])):
        texts = [each for each in shown[start + 1 : end] if isinstance(each, TextBlock) and each.words.strip()]
        for text in texts[:2]:  # what stands first under the line is on that page
            assert squeezed(text.words)[:12] in pages[number], (number + 1, text.words)


@pytest.mark.parametrize("person", READERS)
def test_the_preview_has_every_word_of_the_document(person: str, app: QApplication) -> None:
    window, page = preview(person)
    document = window.visit.document
    assert document is not None
    lines = [visible(plain(each)) for part in document.sections for block in part.blocks for each in lines_of(block)]
    assert {each for each in lines if each.strip()} <= {each.words for each in in_order(page.widget())}
    assert [page.titles[part.id].words for part in document.sections] == [part.title for part in document.sections]


def test_the_sources_count_on_over_the_pages(app: QApplication) -> None:
    window, page = preview("carla had chemotherapy")
    document = window.visit.document
    assert document is not None
    names = [each.accessibleName() for each in in_order(page.widget())]
    (sources,) = [part for part in document.sections if part.id == "sources"]
    (steps,) = [block for block in sources.blocks if isinstance(block, Steps)]
    wanted = [f"{number}. {visible(plain(each))}" for number, each in enumerate(steps.items, 1)]
    assert [name for name in names if name in wanted] == wanted


def test_a_part_that_is_pressed_is_shown_and_its_title_has_the_focus(app: QApplication) -> None:
    window, page = preview()
    for part, row in page.contents.parts.items():
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        settle()
        title = page.titles[part]
        assert window.focusWidget() is title
        assert page.contents.current is row
        at = title.mapTo(page.viewport(), QPoint(0, 0)).y()
        assert 0 <= at < page.viewport().height() - title.height()


def test_the_list_says_to_screen_readers_which_part_is_read(app: QApplication) -> None:
    _, page = preview()
    page.go_to("lungs")
    states = {}
    for part, row in page.contents.parts.items():
        found = QAccessible.queryAccessibleInterface(row)
        assert found.role() == QAccessible.Role.RadioButton
        states[part] = bool(found.state().checked)
    assert [part for part, checked in states.items() if checked] == ["lungs"]


def test_the_current_part_looks_different_without_color(app: QApplication) -> None:
    theme.apply(app, Theme(Palette.HIGH_CONTRAST))
    _, page = preview()
    row = page.contents.parts["lungs"]
    rest = row.grab().toImage().convertToFormat(row.grab().toImage().Format.Format_Grayscale8)
    row.setChecked(True)
    assert row.grab().toImage().convertToFormat(rest.format()) != rest


def test_reading_on_marks_the_part_that_is_read_and_keeps_the_list_in_sight(app: QApplication) -> None:
    _, page = preview()
    bar = page.verticalScrollBar()
    seen = []
    for value in range(0, bar.maximum() + 1, 150):
        bar.setValue(value)
        row = page.contents.current
        assert page.viewport().rect().contains(row.mapTo(page.viewport(), row.rect().center()))
        seen.append(row.words)
    assert list(dict.fromkeys(seen)) == [row.words for row in page.contents.parts.values()][: len(dict.fromkeys(seen))]
    bar.setValue(bar.maximum())
    assert page.contents.current is list(page.contents.parts.values())[-1]


def test_arrows_go_through_the_parts_and_enter_goes_there(app: QApplication) -> None:
    window, page = preview()
    rows = list(page.contents.parts.values())
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert window.focusWidget() is rows[1]
    assert page.contents.current is rows[0]
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert window.focusWidget() is list(page.titles.values())[1]
    QTest.keyClick(rows[0], Qt.Key.Key_Up)
    assert window.focusWidget() is rows[-1]


def test_a_signs_panel_leads_to_whom_to_call_and_back(app: QApplication) -> None:
    window, page = preview()
    page.go_to("lungs")
    panels = [each for each in page.findChildren(CallButton) if each.words == SIGN]
    assert len(panels) >= 2
    panels[-1].click()
    settle()
    assert isinstance(window.page, CallPage)
    press(window, LIBRARY.word("calling.back"))
    assert window.page is page


def test_the_preview_can_be_saved_and_printed_from_and_back_leads_to_its_page(app: QApplication) -> None:
    window, _ = preview()
    assert [each.words for each in window.footer.buttons] == ["Save", "Print", "See the pages", "All parts"]
    assert window.footer.call.isVisible()
    assert window.focusWidget() is window.page.heading
    window.go_back()
    settle()
    assert window.visit.session.place == "save"


@pytest.mark.parametrize(("step", "width"), [(100, 960), (130, 960), (160, 960), (200, 960), (100, 880)])
def test_the_list_stands_beside_the_text_or_is_a_page_of_its_own_and_nothing_is_cut(
    step: int, width: int, app: QApplication
) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window, page = preview()
    window.setMinimumSize(800, 600)
    window.resize(width, 700)
    settle()
    assert window.width() == width
    left = page.titles["your-result"].mapTo(page.widget(), QPoint(0, 0)).x()
    beside = left > page.heading.mapTo(page.widget(), QPoint(0, 0)).x()
    assert beside is page.contents.isVisible() is (step < 160 and width >= 900)
    assert wrong(window, *WHOLE, out_of_order) == {}


def test_the_list_beside_the_text_is_scrolled_by_itself_and_shows_the_row_where_the_keyboard_is(
    app: QApplication,
) -> None:
    window, page = preview()
    row = next(iter(page.contents.parts.values()))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_End)
    settle()
    last = list(page.contents.parts.values())[-1]
    assert window.focusWidget() is last
    assert page.contents.current is row
    assert page.verticalScrollBar().value() == 0
    assert not last.visibleRegion().isEmpty()
    QTest.keyClick(last, Qt.Key.Key_Home)
    settle()
    assert window.focusWidget() is row
    assert not row.visibleRegion().isEmpty()


def test_the_text_stands_in_one_column(app: QApplication) -> None:
    window, page = preview()
    window.resize(1920, 1080)
    settle()
    wide = {each.width() for each in page.findChildren(PageLine)}
    assert wide == {theme.current().longest_line(page.heading.role.BODY) + 12}


def test_the_list_stays_in_sight_in_another_window(app: QApplication) -> None:
    window, page = preview()
    page.go_to("lungs")
    for size in ((1280, 800), (1024, 768)):
        window.resize(*size)
        settle()
        row = page.contents.current
        assert page.viewport().rect().contains(row.mapTo(page.viewport(), row.rect().center()))


def test_another_text_size_lays_the_preview_out_anew(app: QApplication) -> None:
    window, page = preview()
    heights: dict[int, list[int]] = {}
    for step in (200, 100, 160, 200, 100):
        theme.apply(app, Theme(Palette.LIGHT, step))
        settle()
        assert cut(window) == []
        now = [each.height() for each in page.findChildren(TextBlock) if each.isVisible()]
        assert heights.setdefault(step, now) == now  # whatever the size was before
        assert page.contents.isVisible() is (step < 160)
        if page.contents.isVisible():
            assert page.contents.height() == page.contents.heightForWidth(page.contents.width())
