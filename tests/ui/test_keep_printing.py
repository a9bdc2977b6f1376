"""Printing with a printer of our own on the path: one that takes a file, one that fails, one that hangs."""

import io
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.library.errors import ContentError
from her2guide.library.paths import fonts
from her2guide.output.render import render
from her2guide.ui import printing
from her2guide.ui.buttons import Button
from her2guide.ui.pages.call import CallPage
from her2guide.ui.pages.calm import ClearedPage
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.text import TextBlock
from tests.ui.test_keep import choose
from tests.ui.window_people import LIBRARY, at_the_save_page, opened, press, settle

PRINT, PRINT_PAGE = LIBRARY.word("window.print"), LIBRARY.word("calling.print")
TAKES = 'printf "%s\\n" "$@" > "{log}"; for last; do :; done; stat -c %a "$last" > "{log}.mode"; cp "$last" "{log}.pdf"'
FAILS, HANGS = "exit 1", 'touch "{log}"; exec sleep 600'


class Printer:
    """A program named lp, and what it was handed."""

    def __init__(self, folder: Path, runtime: Path) -> None:
        self.runtime, self._program, self._log = runtime, folder / "lp", folder / "log"

    def does(self, script: str) -> None:
        self._program.write_text("#!/bin/sh\n" + script.format(log=self._log))
        self._program.chmod(0o755)

    def says(self, script: str) -> None:
        """Answer in this way when asked which printer is the usual one."""
        asked = self._program.with_name("lpstat")
        asked.write_text(f"#!/bin/sh\n{script}\n")
        asked.chmod(0o755)

    @property
    def arguments(self) -> list[str]:
        return self._log.read_text().splitlines()

    @property
    def mode(self) -> str:
        return self._log.with_suffix(".mode").read_text().strip()

    @property
    def data(self) -> bytes:
        return self._log.with_suffix(".pdf").read_bytes()

    @property
    def was_called(self) -> bool:
        return self._log.exists()

    @property
    def left_behind(self) -> list[Path]:
        return list(self.runtime.iterdir())


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    programs, runtime = tmp_path / "bin", tmp_path / "runtime"
    programs.mkdir()
    runtime.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    made = Printer(programs, runtime)
    made.does(TAKES)
    made.says("echo system default destination: desk")
    return made


def until(app: QApplication, done: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    for _ in range(2000):
        app.processEvents()
        if done():
            settle()
            return
        time.sleep(0.005)
    raise AssertionError("it never came to that")


def said(page: QWidget) -> str:
    assert isinstance(page, NotedPage)
    found = page.note.findChild(TextBlock) if page.note else None
    return found.words if isinstance(found, TextBlock) else ""


def test_the_guide_is_handed_over_as_chosen_under_a_neutral_name(printer: Printer, app: QApplication) -> None:
    window = at_the_save_page(can_print=None)
    choose(window, "a4", True)
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-taken")
    assert printer.arguments[:2] == ["-t", "Patient guide"]
    (path,) = printer.arguments[2:]
    assert Path(path).parent == printer.runtime
    assert printer.mode == "600"
    assert window.visit.document is not None
    assert printer.data == render(window.visit.document, "pdf", fonts(), paper="a4", large_print=True)
    assert printer.left_behind == []
    assert window.page.note.isAncestorOf(window.focusWidget())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "answer", ["echo no system default destination", "exit 1", "echo default destination: x; exit 1"]
)
def test_where_there_is_no_printer_the_guide_can_only_be_saved(answer: str, printer: Printer) -> None:
    printer.says(answer)
    window = at_the_save_page(can_print=None)
    shown = [button.words for button in window.findChildren(Button) if button.isVisible()]
    assert LIBRARY.word("window.save") in shown
    assert PRINT not in shown
    assert window.keeping.printer is None


def test_the_system_is_asked_in_plain_english_which_printer_is_the_usual_one(printer: Printer) -> None:
    printer.says('[ "$1 $LC_ALL" = "-d C" ] && echo system default destination: desk')
    assert printing.printer_is_there()


def test_while_it_is_handed_over_the_window_lives_and_words_say_so(printer: Printer, app: QApplication) -> None:
    printer.does(HANGS)
    window = at_the_save_page(can_print=None)
    press(window, PRINT)
    until(app, lambda: printer.was_called)
    assert window.footer.waiting.words == LIBRARY.word("printing.guide")
    assert window.focusWidget() is window.footer.waiting
    assert not any(button.isEnabled() for button in window.footer.buttons)
    assert len(printer.left_behind) == 1
    assert stat.S_IMODE(printer.left_behind[0].stat().st_mode) == 0o600
    press(window, LIBRARY.word("window.when-to-call"))
    press(window, LIBRARY.word("window.have-one"))
    assert isinstance(window.page, CallPage)
    press(window, LIBRARY.word("calling.back"))
    assert window.footer.waiting.isVisible()
    assert not any(button.isEnabled() for button in window.footer.buttons)


@pytest.mark.parametrize("way", ["clear", "close", "over"])
def test_leaving_while_it_is_handed_over_leaves_nothing_behind(way: str, printer: Printer, app: QApplication) -> None:
    printer.does(HANGS)
    window = at_the_save_page(can_print=None)
    press(window, PRINT)
    until(app, lambda: printer.was_called)
    {"clear": window.clear_and_leave, "close": window.close, "over": window.start_over}[way]()
    assert printer.left_behind == []
    settle()
    if way == "clear":
        assert isinstance(window.page, ClearedPage)


def test_a_printer_that_never_answers_is_given_up(
    printer: Printer, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer.does(HANGS)
    monkeypatch.setattr(printing, "_LONGEST", 50)
    window = at_the_save_page(can_print=None)
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-refused")
    assert printer.left_behind == []
    assert all(button.isEnabled() for button in window.footer.buttons)


def test_a_printer_that_fails_is_said_calmly_with_what_to_do(printer: Printer, app: QApplication) -> None:
    printer.does(FAILS)
    window = at_the_save_page(can_print=None)
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-refused")
    assert "Save it instead" in said(window.page)
    assert printer.left_behind == []


def test_a_printer_that_is_gone_by_now_is_said_too(
    printer: Printer, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = at_the_save_page(can_print=None)
    monkeypatch.setenv("PATH", str(tmp_path))
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-refused")
    assert printer.left_behind == []


def test_no_room_for_the_file_is_said_too(printer: Printer, app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    window = at_the_save_page(can_print=None)
    monkeypatch.setattr("tempfile.mkstemp", full)
    press(window, PRINT)
    assert said(window.page) == LIBRARY.word("printing.guide-refused")


def test_on_a_shared_machine_nobody_is_sent_to_a_file_there_is_not(printer: Printer, app: QApplication) -> None:
    printer.does(FAILS)
    window = at_the_save_page(kiosk=True, can_print=None)
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-refused-kiosk")


def test_what_began_on_the_save_page_is_said_on_the_preview_that_took_its_place(
    printer: Printer, app: QApplication
) -> None:
    printer.does("sleep 0.2; exit 0")
    window = at_the_save_page(can_print=None)
    press(window, PRINT)
    press(window, LIBRARY.word("keep.read"))
    assert isinstance(window.page, PreviewPage)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-taken")


@pytest.mark.parametrize("large", [False, True])
def test_the_call_page_is_printed_on_one_page_with_its_own_words(
    large: bool, printer: Printer, app: QApplication
) -> None:
    window = at_the_save_page(can_print=None)
    choose(window, "letter", large)
    window.show_call()
    settle()
    press(window, PRINT_PAGE)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.page-taken")
    assert printer.arguments[:2] == ["-t", "Patient guide"]
    (sheet,) = PdfReader(io.BytesIO(printer.data)).pages
    text = "".join(sheet.extract_text().split())
    shown = [each.words for each in window.page.findChildren(TextBlock) if each.isVisible()]
    own = [each for each in shown if each != said(window.page)]
    assert {"555-0134", "555-0199", LIBRARY.word("signs.emergency"), LIBRARY.word("say.told-to-call")} <= set(own)
    assert [each for each in own if "".join(each.split()) not in text] == []
    assert "".join(LIBRARY.word("review.nobody").split()) in text
    assert printer.left_behind == []


def test_while_the_call_page_is_printed_it_says_so_and_can_be_left(printer: Printer, app: QApplication) -> None:
    printer.does(HANGS)
    window = at_the_save_page(can_print=None)
    window.show_call()
    settle()
    press(window, PRINT_PAGE)
    until(app, lambda: printer.was_called)
    page = window.page
    assert isinstance(page, CallPage)
    assert page.waiting.isVisible()
    assert not page.buttons["calling.print"].isEnabled()
    press(window, LIBRARY.word("window.clear"))
    assert printer.left_behind == []


def test_a_call_page_whose_paper_cannot_be_made_says_so(
    printer: Printer, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ContentError("about.md", problem="is missing")

    monkeypatch.setattr("her2guide.guide.call_page.call_document", fail)
    window = opened(can_print=None)
    window.show_call()
    settle()
    press(window, PRINT_PAGE)
    assert said(window.page) == LIBRARY.word("printing.page-refused")
    assert not printer.was_called


def test_a_call_page_that_is_left_hears_no_more_of_its_printing(printer: Printer, app: QApplication) -> None:
    printer.does("sleep 0.2; exit 1")
    window = opened(can_print=None)
    window.show_call()
    settle()
    press(window, PRINT_PAGE)
    press(window, LIBRARY.word("calling.back"))
    until(app, lambda: printer.left_behind == [])
    assert window.focusWidget() is window.page.heading


def test_without_a_printer_the_call_page_has_no_print_button(app: QApplication) -> None:
    window = opened(can_print=False)
    window.show_call()
    settle()
    assert "calling.print" not in window.page.buttons  # type: ignore[attr-defined]
