"""The pages of paper themselves can be looked at, and read out by their names."""

from contextlib import closing

from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication

from her2guide.output.pdf_picture import PagePictures
from her2guide.output.printed import leaves
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.sheets import SheetsPage
from her2guide.ui.sheets import Sheets, as_image
from tests.ui.geometry import wrong
from tests.ui.window_people import LIBRARY, at_the_save_page, press, settle


def at_the_sheets() -> tuple[MainWindow, SheetsPage]:
    window = at_the_save_page(can_print=True)
    press(window, LIBRARY.word("keep.read"))
    press(window, LIBRARY.word("keep.sheets"))
    page = window.page
    assert isinstance(page, SheetsPage)
    return window, page


def test_every_page_of_the_file_is_there_as_the_printer_will_have_it(app: QApplication) -> None:
    window, page = at_the_sheets()
    printed = window.keeping.printed()
    assert [sheet.number for sheet in page.sheets] == list(range(1, printed.pages + 1))
    shown = page.sheets[1]
    page.ensureWidgetVisible(shown)
    settle()
    grabbed = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    wide = round(shown.width() - 2)
    with closing(PagePictures(printed.data)) as pages:
        drawn = as_image(pages.draw(2, min(wide, shown.theme.px(760))))
    left = (shown.width() - drawn.width()) // 2
    inside = grabbed.copy(left + 20, 21, drawn.width() - 40, drawn.height() - 40)
    same = drawn.copy(20, 20, drawn.width() - 40, drawn.height() - 40)
    spots = [(x, y) for x in range(0, same.width(), 7) for y in range(0, same.height(), 7)]
    apart = sum(abs(inside.pixelColor(x, y).lightness() - same.pixelColor(x, y).lightness()) > 80 for x, y in spots)
    assert apart < len(spots) / 50
    assert not wrong(window)


def test_a_page_is_read_out_by_its_number_and_the_parts_that_begin_there(app: QApplication) -> None:
    window, page = at_the_sheets()
    found = leaves(window.keeping.printed())
    for sheet, leaf in zip(page.sheets, found, strict=True):
        seen = QAccessible.queryAccessibleInterface(sheet)
        name = seen.text(QAccessible.Text.Name)
        assert name.startswith(LIBRARY.say("keep.sheet", page=leaf.number, pages=len(found)))
        assert all(run.section.title in name for run in leaf.runs if run.opens)


def test_the_words_are_one_press_away_and_back_leads_to_the_choices(app: QApplication) -> None:
    window, _ = at_the_sheets()
    press(window, LIBRARY.word("keep.words"))
    assert isinstance(window.page, PreviewPage)
    press(window, LIBRARY.word("keep.sheets"))
    window.go_back()
    assert window.page.title == window.keeping.save_page().title


def test_only_a_few_pictures_are_kept_at_a_time(app: QApplication) -> None:
    window, _ = at_the_sheets()
    sheets = Sheets(window.keeping.printed().data)
    for number in range(1, len(sheets) + 1):
        sheets.image(number, 120)
    assert len(sheets) > 6
    assert len(sheets._images) == 6
    sheets.close()
