"""How a person saves and opens a visit in the window, without waiting for the slow lock."""

import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from her2guide.ui.asking import ChooseVisit
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.visit_file import OpenVisitPage, SaveVisitPage
from her2guide.ui.pages.waiting import WaitingPage
from tests.ui.window_people import LIBRARY, at_the_save_page, opened, press, settle

WORD = LIBRARY.word
SAVE, OPEN, PLACE, OPEN_IT = (WORD(f"visit-file.{name}") for name in ("save", "open", "choose-place", "open-it"))
WORDS = "seven blue boats"
_QUICK = (
    "import sys; sys.path[:] = sys.argv[1:]; from her2guide.files import age; from tests.files import age_by_hand;"
    "age.lock = age_by_hand.lock; from her2guide.files.visit_child import main; main()"
)


def lock_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process of its own lock with next to no work."""
    quick = [sys.executable, "-c", _QUICK, *(place for place in sys.path if place)]
    monkeypatch.setattr("her2guide.ui.visit_job.command", lambda: quick)


def choosing(path: Path | str) -> ChooseVisit:
    """Stand for someone who picks this file in either dialog; "" for no file."""
    return ChooseVisit(lambda *_: str(path), lambda *_: str(path))


def at_the_passphrase(path: Path | str, person: str = "dev takes Enhertu") -> MainWindow:
    """Return a window where a person is to choose a passphrase."""
    window = at_the_save_page(person, choose_visit=choosing(path))
    press(window, SAVE)
    assert isinstance(window.page, SaveVisitPage)
    return window


def at_the_lock(path: Path | str) -> MainWindow:
    """Return a window where the passphrase of a file is asked."""
    window = opened(choose_visit=choosing(path))
    press(window, OPEN)
    assert isinstance(window.page, OpenVisitPage)
    return window


def type_in(window: MainWindow, *words: str) -> None:
    page = window.page
    assert isinstance(page, SaveVisitPage | OpenVisitPage)
    for field, text in zip(page.fields, words, strict=True):
        field.focus()
        QTest.keyClicks(field.edit, text)
    settle()


def wait(window: MainWindow) -> None:
    """Wait until the file is written or opened."""
    for _ in range(600):
        settle()
        if window.trips.visit_files is None or not window.trips.visit_files.is_busy:
            break
        QTest.qWait(20)
    settle()
    assert not isinstance(window.page, WaitingPage)


def saved(path: Path, person: str = "dev takes Enhertu") -> MainWindow:
    """Return a window where a person has saved their visit."""
    window = at_the_passphrase(path, person)
    type_in(window, WORDS, WORDS)
    press(window, PLACE)
    wait(window)
    return window
