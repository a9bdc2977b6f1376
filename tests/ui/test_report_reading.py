"""While a report is read the window goes on living, and afterwards nothing but the answers is kept."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.intake.findings import Reading
from her2guide.model.answers import Answers
from her2guide.ui import reading
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import ClearedPage, SignsPage
from her2guide.ui.pages.found import ItemPage, ToldPage
from her2guide.ui.pages.report import ReportPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.wizard.confirming import Round
from her2guide.wizard.from_report import Item
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.report_people import (
    BACK,
    CHANGE,
    CONTINUE,
    LOW,
    READ,
    USE,
    WORD,
    at_the_report_page,
    brought,
    use_all,
    wait,
)
from tests.ui.test_monkey import kept
from tests.ui.window_people import (
    go_on,
    press,
    primaries,
    settle,
)

CANARY = "quokka4711"
SLOW = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reading take for ever."""
    monkeypatch.setattr(reading, "command", lambda: SLOW)
    monkeypatch.setattr(reading, "PATIENCE", 1)


def begun_reading() -> MainWindow:
    window = at_the_report_page()
    page = window.page
    assert isinstance(page, ReportPage)
    page.field.set_value(LOW)
    press(window, READ)
    for _ in range(100):
        settle()
        if isinstance(window.page, WaitingPage):
            return window
        QTest.qWait(20)
    raise AssertionError("words should say that it takes a while")


@pytest.mark.parametrize("stop", [BACK, WORD("own-report.stop")])
def test_reading_can_be_stopped_and_the_text_is_still_there(stop: str, slow: None, app: QApplication) -> None:
    window = begun_reading()
    assert len(primaries(window)) == 1
    assert wrong(window, *WHOLE, out_of_order) == {}
    press(window, stop)
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.field.value() == LOW
    assert window.trips.reporting is not None
    assert not window.trips.reporting.is_reading
    assert window.visit.answers == Answers()


def test_clear_and_leave_while_reading_ends_it_at_once(slow: None, app: QApplication) -> None:
    window = begun_reading()
    press(window, WORD("window.clear"))
    assert isinstance(window.page, ClearedPage)
    assert window.trips.reporting is None
    assert kept(("HER2 by IHC",)) == []


def test_reading_that_takes_too_long_ends_with_a_plain_line(
    slow: None, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "WAIT_SECONDS", 0.2)
    window = begun_reading()
    wait(window)
    page = window.page
    assert isinstance(page, ReportPage)
    (link,) = page.summary.links
    assert link.words.startswith("What you put in takes too much memory or time")
    assert page.field.value() == LOW


def test_a_reader_that_cannot_be_started_or_fails_ends_with_a_plain_line(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for command in ([str(tmp_path / "nothing")], [sys.executable, "-c", "raise SystemExit(3)"]):
        monkeypatch.setattr(reading, "command", lambda command=command: command)
        window = brought(LOW)
        assert isinstance(window.page, ReportPage)
        assert len(window.page.summary.links) == 1
        window.close()


def test_signs_that_were_asked_for_meanwhile_are_not_taken_away(app: QApplication) -> None:
    window = at_the_report_page()
    page = window.page
    assert isinstance(page, ReportPage)
    page.field.set_value(LOW)
    press(window, READ)
    window.show_signs()
    for _ in range(100):
        settle()
        QTest.qWait(20)
        if window.trips.reporting is not None and window.trips.reporting._job is None:
            break
    settle()
    assert isinstance(window.page, SignsPage)
    press(window, WORD("window.go-on"))
    settle()
    assert isinstance(window.page, ToldPage)


KINDS = (Round, Item, Reading, ItemPage, ReportPage, ToldPage)


@pytest.fixture
def left_over() -> Callable[[], list[object]]:
    """Return what tells which objects of a report are there that were not when the test began."""
    gc.collect()
    before = [each for each in gc.get_objects() if isinstance(each, KINDS)]  # what other tests are about

    def since() -> list[object]:
        gc.collect()
        found = [each for each in gc.get_objects() if isinstance(each, KINDS)]
        return [each for each in found if not any(each is old for old in before)]

    return since


@pytest.mark.parametrize("presses", [(), (CONTINUE,), (CONTINUE, USE), (CONTINUE, CHANGE)])
def test_clear_and_leave_in_the_middle_leaves_nothing_of_the_report(
    presses: tuple[str, ...], left_over: Callable[[], list[object]], app: QApplication
) -> None:
    window = brought(f"{LOW}{CANARY} HER2 FISH: not amplified. {CANARY}")
    for words_of in presses:
        press(window, words_of)
    press(window, WORD("window.clear"))
    settle()
    assert kept((CANARY, "score 1+")) == []
    assert window.visit.answers == Answers()
    assert left_over() == []


def test_once_confirmed_nothing_but_the_answers_is_kept(
    left_over: Callable[[], list[object]], app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window = brought(f"{LOW}{CANARY}\n")
    go_on(window)
    use_all(window)
    go_on(window)
    assert window.trips.reporting is None
    assert CANARY not in repr(window.visit.session)
    assert kept((CANARY, "score 1+")) == []
    assert left_over() == []
    assert list(tmp_path.iterdir()) == []
