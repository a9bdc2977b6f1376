"""What nobody caught: the window stays, nothing of the person is told, and a second failure ends the program."""

import subprocess
import sys
import textwrap

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.ui.errors import LastHandler
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import ClearedPage, StartPage, TroublePage
from her2guide.ui.text import TextBlock
from her2guide.wizard.session import NOTHING_SAID
from tests.ui.window_people import LIBRARY, PEOPLE, go_on, opened, press, question, settle, to_page

CANARY = "zqx canary 1957"
DEV = PEOPLE["dev takes Enhertu"]


@pytest.fixture
def window(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window whose last handler is in place."""
    found = opened()
    handler = LastHandler(found, found.show_trouble, lambda: isinstance(found.page, TroublePage))
    monkeypatch.setattr(sys, "excepthook", handler)
    return found


def shown(window: MainWindow) -> str:
    """Return every word on the screen, and those that only a screen reader gets."""
    parts = [each for each in window.findChildren(TextBlock) if each.isVisible()]
    names = [each.accessibleName() + each.accessibleDescription() for each in window.findChildren(type(window.page))]
    return " ".join([*(each.words for each in parts), *names, window.windowTitle()])


def fail(*_: object) -> None:
    raise ValueError(CANARY)


def test_an_error_in_a_slot_shows_a_calm_page_and_tells_nothing_that_was_typed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    to_page(window, {**DEV, "own-questions": [CANARY]}, "own-questions")
    monkeypatch.setattr(window.visit, "submit", fail)
    go_on(window)
    assert isinstance(window.page, TroublePage)
    assert window.focusWidget() is window.page.heading
    assert LIBRARY.word("trouble.lines") in shown(window)
    assert CANARY not in shown(window)
    said = capfd.readouterr()
    assert said.out == ""
    lines = [each for each in said.err.splitlines() if "propagateSizeHints" not in each]
    assert len(lines) == 1
    assert lines[0].startswith("her2guide: ValueError at her2guide.ui.")
    assert not any(hasattr(sys, name) for name in ("last_value", "last_traceback", "last_exc"))


def test_who_goes_on_finds_what_was_typed_where_it_was(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    to_page(window, DEV, "clinic")
    page = question(window)
    with monkeypatch.context() as broken:
        broken.setattr(window.visit, "submit", fail)
        go_on(window)
    go_on(window)
    assert question(window) is page
    assert page.part.boxes["daytime_phone"].value() == "555-0134"  # type: ignore[attr-defined]
    go_on(window)
    assert question(window).id != "clinic"


def test_an_error_on_the_way_to_the_next_page_leads_to_that_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_page(window, DEV, "reader")
    with monkeypatch.context() as broken:
        broken.setattr("her2guide.ui.places.page_view", fail)
        go_on(window)
    assert isinstance(window.page, TroublePage)
    go_on(window)
    assert question(window).id == "her2-score"


def test_clear_and_leave_works_from_there(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    to_page(window, DEV, "clinic")
    monkeypatch.setattr(window.visit, "submit", fail)
    go_on(window)
    press(window, LIBRARY.word("window.clear"))
    assert isinstance(window.page, ClearedPage)
    assert window.visit.answers == NOTHING_SAID


class Torn(QWidget):
    """A widget that cannot be painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's shape
        fail()


def test_errors_in_painting_are_taken_too_and_many_of_them_are_one(
    window: MainWindow, capfd: pytest.CaptureFixture[str]
) -> None:
    window.page.main.rows.insertWidget(0, Torn())
    window.page.main.rows.insertWidget(0, Torn())
    settle()
    assert isinstance(window.page, TroublePage)
    assert window.isVisible()
    assert capfd.readouterr().err.count("her2guide: ValueError") == 2
    go_on(window)
    assert isinstance(window.page, StartPage)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_a_wish_to_stop_is_no_error(
    window: MainWindow, kind: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *found: passed.append(found[0]))
    sys.excepthook(kind, kind(), None)
    settle()
    assert passed == [kind]
    assert isinstance(window.page, StartPage)


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from her2guide import app as program
from her2guide.model.answers import Answers
from her2guide.opening import Opening
from her2guide.ui.main_window import MainWindow

def fail(*_):
    raise ValueError("zqx canary 1957")

def first():
    window = program.QApplication.instance().window
    {first}
    raise ValueError("zqx canary 1957")

build = program.build_app
def built(*args):
    made = build(*args)
    made.timer = QTimer(made, singleShot=True, interval=0)
    made.timer.timeout.connect(first)
    made.timer.start()
    return made
program.build_app = built
sys.exit(program.run(["her2guide"], Opening(answers=Answers(other_medicines="zqx canary 1957"))))
"""


def run(first: str) -> subprocess.CompletedProcess[str]:
    code = textwrap.dedent(PROGRAM).format(first=first)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "second",
    [
        "window.show_trouble = fail; sys.excepthook._show = fail",
        "QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, fail))",
    ],
    ids=["while the page is made", "while the page is up"],
)
def test_a_second_failure_ends_the_program_cleanly(second: str) -> None:
    done = run(second)
    assert done.returncode == 1, done.stderr
    assert CANARY not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    lines = [each for each in done.stderr.splitlines() if each.startswith("her2guide: ")]
    assert len(lines) == 2
