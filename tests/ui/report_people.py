"""Reports for tests, written for them, and how a person brings one to the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.found import ItemPage, WhichPage
from her2guide.ui.pages.report import ReportPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.ui.quote import Quote
from tests.ui.window_people import LIBRARY, go_on, opened, press, settle

WORD = LIBRARY.word
START, READ, USE, SKIP = (WORD(f"own-report.{name}") for name in ("start", "read", "use", "skip"))
CHANGE, CONTINUE, BACK = (LIBRARY.questions.word[name] for name in ("change", "continue", "back"))

LOW = """Left breast, core biopsy: invasive ductal carcinoma, grade 2.
Collected 10/05/2026.
HER2 by IHC: negative, score 1+.
ER: positive (95%). PR: negative (0%).
"""
ZERO = "Breast, core biopsy. HER2 IHC: score 0. Faint, barely perceptible staining is seen in 3% of tumor cells."
WAITING = "Breast, core biopsy. HER2 IHC: equivocal, score 2+. FISH pending. ER: positive (80%)."
TWO = """A. Left breast, biopsy: ER positive, HER2 negative (1+).
B. Right breast, biopsy: ER negative, HER2 positive (3+).
"""
DISAGREE = """2026-03-02 Left breast core biopsy: ER 95%, HER2 IHC 2+.
2026-04-01 Left breast excision specimen: ER 95%, HER2 IHC 1+.
"""
COLON = "Colon, sigmoid, resection: adenocarcinoma. HER2 IHC: 3+. Margins are free."
NOTHING = "Thank you for coming to our clinic last week. Please bring your insurance card next time."


def at_the_report_page(**more: object) -> MainWindow:
    """Return a window where a report can be put in."""
    window = opened(**more)
    press(window, START)
    assert isinstance(window.page, ReportPage)
    return window


def put_in(window: MainWindow, text: str) -> None:
    """Put a text in and have it read."""
    page = window.page
    assert isinstance(page, ReportPage)
    page.field.set_value(text)
    press(window, READ)
    wait(window)


def wait(window: MainWindow) -> None:
    """Wait until what is read has been read."""
    for _ in range(300):
        settle()
        if window.trips.reporting is None or not window.trips.reporting.is_reading:
            break
        QTest.qWait(50)
    settle()
    assert not isinstance(window.page, WaitingPage)


def brought(text: str, **more: object) -> MainWindow:
    """Return a window where the report of this text has been read."""
    window = at_the_report_page(**more)
    put_in(window, text)
    return window


def press_unsure(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, WhichPage)
    QTest.mouseClick(page.choices.group.rows[-1], Qt.MouseButton.LeftButton)
    go_on(window)


def use_all(window: MainWindow) -> list[str]:
    """Use what is offered and skip the rest, and return the titles passed."""
    titles = []
    while isinstance(window.page, ItemPage):
        titles.append(window.page.title)
        press(window, USE if window.page.primary[0] == USE else SKIP)
    return titles


def lines(window: MainWindow) -> list[str]:
    return [each.words for each in window.page.findChildren(Quote) if each.isVisible()]
