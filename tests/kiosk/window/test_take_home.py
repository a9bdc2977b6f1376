"""The last page of a shared screen: one press for paper, and the square for a phone."""

import os
import stat
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.look import Palette
from her2guide.settings import KIOSK, Site
from her2guide.ui import theme
from her2guide.ui.kiosk.code import CodePicture
from her2guide.ui.kiosk.pages import FarewellPage
from her2guide.ui.kiosk.take_home import TakeHomePage
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.printing import print_command, printer_is_there
from her2guide.ui.text import TextBlock
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.geometry import broken, cut, lost, outside, wrong
from tests.ui.test_monkey import NoPrinter, kept
from tests.ui.window_people import LIBRARY, press, settle

DEV, HANA = "dev takes Enhertu", "hana types whatever she likes"
PRINT, DONE = LIBRARY.word("window.print"), LIBRARY.word("kiosk.finish")
SHOW, HIDE = LIBRARY.word("kiosk.pocket-show"), LIBRARY.word("kiosk.pocket-hide")


class Listening(NoPrinter):
    """A printer that keeps what it was sent until the test says that it is taken."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []
        self.told: list[object] = []

    def ready(self) -> bool:
        return True

    def send(self, data: bytes, told: object) -> None:  # type: ignore[override]
        self.sent.append(data)
        self.told.append(told)


def at_the_end(person: str = DEV, settings: object = KIOSK, **more: object) -> tuple[Screen, TakeHomePage]:
    screen = shared(settings, person=person, **{"can_print": True, **more})  # type: ignore[arg-type]
    screen.window.leafing.keep()
    settle()
    assert isinstance(screen.window.page, TakeHomePage)
    return screen, screen.window.page


def read_back(seen: QWidget) -> str:
    """Return what a phone reads from the code, or from what is in sight of a page."""
    picture = seen.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(picture.constBits())
    image = Image.frombytes("L", (picture.bytesPerLine(), picture.height()), rows).crop(
        (0, 0, picture.width(), picture.height())
    )
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


def shown(page: TakeHomePage) -> list[str]:
    return [each.words for each in page.pocket.words.findChildren(TextBlock) if each.isVisible()]


def test_a_person_prints_and_leaves_and_the_next_one_sees_the_start_page(app: QApplication) -> None:
    screen, page = at_the_end(HANA)
    printer = Listening()
    screen.window.keeping.printer = printer  # type: ignore[assignment]
    press(screen.window, PRINT)
    assert page.print is not None
    assert not page.print.isEnabled()
    assert printer.sent[0].startswith(b"%PDF")
    printer.told[0](True)  # type: ignore[operator]
    settle()
    assert page.print.isEnabled()
    words = [each.words for each in page.findChildren(TextBlock) if each.isVisible()]
    assert LIBRARY.word("printing.guide-taken") in words
    press(screen.window, DONE)
    assert isinstance(screen.window.page, FarewellPage)
    assert kept(("My garden", "Lake clinic", "555-01")) == []
    screen.attendant.leave()
    settle()
    assert screen.ended == [0]
    assert isinstance(screen.window.page, StartPage)


def test_paper_is_the_short_guide_of_two_pages_with_a_title_that_tells_nothing(app: QApplication) -> None:
    screen, page = at_the_end()
    printed = screen.window.keeping.printed()
    assert printed.pages == 2
    assert printed.document.sections[0].title == LIBRARY.word("result.discreet")
    assert page.count.words == LIBRARY.say("kiosk.print-pages", pages=2)
    page.larger.rows[0].click()
    settle()
    larger = screen.window.keeping.printed()
    assert larger.pages > 2
    assert page.count.words == LIBRARY.say("kiosk.print-pages-large", pages=larger.pages)


def test_on_the_screen_the_title_tells_nothing_either(app: QApplication) -> None:
    screen = shared(person=DEV)
    assert screen.window.page.title == LIBRARY.word("result.discreet")
    assert "HER2" not in screen.window.way.progress.words


def test_the_queue_of_the_clinic_is_used_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert print_command(Path("/x.pdf"), "hall-2") == ["lp", "-d", "hall-2", "-t", "Patient guide", "/x.pdf"]
    for name, does in (("lp", "exit 0"), ("lpstat", '[ "$*" = "-p hall-2" ]')):
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", os.pathsep.join((str(tmp_path), "/bin", "/usr/bin")))
    assert printer_is_there("hall-2")
    assert not printer_is_there("hall-3")
    assert not printer_is_there()


def test_the_window_prints_on_the_queue_of_the_clinics_file(app: QApplication) -> None:
    from dataclasses import replace

    screen, _ = at_the_end(settings=replace(KIOSK, site=Site(printer="hall-2")))
    assert screen.window.keeping.printer._queue == "hall-2"  # type: ignore[union-attr]


def test_without_a_printer_it_says_whom_to_ask(app: QApplication) -> None:
    _, page = at_the_end(can_print=False)
    assert page.print is None
    words = [each.words for each in page.findChildren(TextBlock) if each.isVisible()]
    assert LIBRARY.word("kiosk.print-none") in words


def test_the_words_are_seen_before_the_square_and_are_what_it_holds(app: QApplication) -> None:
    screen, page = at_the_end()
    before = shown(page)
    assert before
    assert page.pocket.code is None
    press(screen.window, SHOW)
    assert page.pocket.code is not None
    assert read_back(page.pocket.code).split("\n") == before
    press(screen.window, HIDE)
    assert page.pocket.code is None
    assert shown(page) == before


def test_the_result_is_in_it_only_when_the_box_is_ticked_and_a_square_that_is_old_goes(app: QApplication) -> None:
    screen, page = at_the_end()
    assert not [each for each in shown(page) if "HER2" in each]
    press(screen.window, SHOW)
    page.pocket.result.rows[0].click()
    settle()
    assert page.pocket.code is None
    assert [each for each in shown(page) if "HER2" in each]
    press(screen.window, SHOW)
    assert page.pocket.code is not None
    assert "HER2" in read_back(page.pocket.code)


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("step", [100, 200])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_phone_reads_it_in_every_look_and_all_of_it_is_in_sight(
    size: tuple[int, int], step: int, palette: Palette, app: QApplication
) -> None:
    screen, page = at_the_end(settings=UNLOCKED, size=size)
    theme.apply(app, theme.Theme(palette, step))
    page.pocket.result.rows[0].click()
    press(screen.window, SHOW)
    settle()
    assert page.pocket.code is not None
    assert read_back(page.pocket.code) == page.pocket.text
    assert read_back(page) == page.pocket.text


def test_nothing_of_the_square_is_left_when_the_person_leaves(app: QApplication) -> None:
    screen, _ = at_the_end(HANA)
    press(screen.window, SHOW)
    screen.window.clear_and_leave()
    settle()
    assert not [each for each in QApplication.allWidgets() if isinstance(each, CodePicture)]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("step", [130, 200])
def test_the_page_is_whole(step: int, size: tuple[int, int], app: QApplication) -> None:
    screen, _ = at_the_end(settings=UNLOCKED, size=size)
    theme.apply(app, theme.Theme(step=step))
    press(screen.window, SHOW)
    assert wrong(screen.window, cut, broken, outside, lost) == {}
