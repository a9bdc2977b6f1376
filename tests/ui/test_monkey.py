"""Someone who does anything at all, in any order, never breaks the window. The same seed does the same again."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import capture_exceptions

from her2guide.ui import printing
from her2guide.ui.answers import AnswerRow
from her2guide.ui.buttons import Button
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.call import CallPage
from her2guide.ui.pages.calm import ClearedPage, SignsPage
from her2guide.ui.text import TextBlock
from her2guide.wizard import session as steps
from her2guide.wizard.session import Stage
from her2guide.wizard.views import progress_words
from tests.ui.geometry import broken, cut, lost, outside, wrong
from tests.ui.report_people import brought
from tests.ui.said import PEOPLE
from tests.ui.window_people import LIBRARY, at_the_save_page, opened, primaries, settle, to_page

Kind = TypeVar("Kind", bound=QWidget)
STEPS = 120
CANARY = "quokka4711"
SECRETS = (CANARY, "My garden", "Lake clinic", "555-01", "bold", "onerror", "&Clinic")  # the last from `said`
TEXTS = (
    CANARY,
    f"<b>{CANARY}</b> & {{{{ x }}}} %s &amp; {{0}}",
    f"<img src=x onerror=y> [{CANARY}](http://example.org) **b**",
    f"\u202e{CANARY}\u200b\u2028\ufeff",
    f"\U0001f9ec\u0301\u0301\u0301 {CANARY} \U0001f469\u200d\U0001f52c",
    f"{CANARY}\x00\x07\x1b[2J'; --",
    CANARY * 150,
    f"02/30/2025 {CANARY}",
    "100",
    "",
)
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
LEAVING = (LIBRARY.word("window.clear"), LIBRARY.word("window.start-over"))  # seldom, or nobody would get far
SIZES = ((960, 640), (1024, 768), (1280, 720), (1366, 900), (1920, 1080))


class NoPrinter(QObject):
    """Stands for a printer that takes everything at once and keeps nothing."""

    def __init__(self, parent: QObject | None = None, queue: str = "") -> None:  # noqa: ARG002 - the printer's shape
        super().__init__(parent)

    def ready(self) -> bool:
        return True

    def send(self, _data: bytes, told: Callable[[bool], None]) -> None:
        told(True)

    def stop(self) -> None:
        """Have nothing to take back."""


class Monkey:
    """Does one thing after the other to a window, and remembers what."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.done = window, list[str]()
        self._dice = random.Random(seed)  # noqa: S311 - the same again is what is wanted
        self._acts: tuple[tuple[Callable[[], str], int], ...] = (
            (self._answer_and_go_on, 30),
            (self._press, 35),
            (self._type, 14),
            (self._key, 25),
            (self._resize, 5),
            (self._change, 6),
            (self._clear, 1),
        )

    def step(self) -> None:
        """Do one thing and let Qt follow."""
        (act,) = self._dice.choices([act for act, _ in self._acts], [often for _, often in self._acts])
        place = type(self.window.page).__name__
        self.done.append(f"{place}: {act.__name__.strip('_')}")
        self.done[-1] += f" {act()}"
        settle()

    def _visible(self, kind: type[Kind]) -> list[Kind]:
        found = self.window.findChildren(kind)
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def _one_of(self, found: Sequence[Kind]) -> Kind | None:
        return self._dice.choice(found) if found else None

    def _answer_and_go_on(self) -> str:
        row = self._one_of(self._visible(AnswerRow))
        if row is not None:
            row.click()
        for button in primaries(self.window)[:1]:
            button.click()
        return row.words if row is not None else ""

    def _press(self) -> str:
        found = self._visible(QAbstractButton)
        button = self._one_of([each for each in found if each.accessibleName() not in LEAVING])
        assert button is not None
        name = button.accessibleName()
        button.click()
        return name

    def _type(self) -> str:
        boxes = [*self._visible(QLineEdit), *self._visible(QPlainTextEdit)]
        for box in boxes:
            text = self._dice.choice(TEXTS)
            box.setFocus()
            if isinstance(box, QLineEdit):
                box.insert(text)
            else:
                box.insertPlainText(text)
            self.done.append(f"  {text[:40]!r} into {box.accessibleName()}")
        return f"{len(boxes)} texts"

    def _key(self) -> str:
        key = self._dice.choice(KEYS)
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        return key.name

    def _resize(self) -> str:
        width, height = self._dice.choice(SIZES)
        self.window.resize(width, height)
        return f"{width}x{height}"

    def _change(self) -> str:
        word = LIBRARY.questions.word["change"]
        link = self._one_of([each for each in self._visible(Button) if each.words == word])
        if link is None:
            self.window.go_back() if self.window.top.back.isVisible() or self.window.way.back.isVisible() else None
            return "back"
        name = link.accessibleName()
        link.click()
        return name

    def _clear(self) -> str:
        if self._dice.random() < 0.5:
            QTest.keyClick(
                self.window, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            )
            return "by keys"
        button = self._one_of([each for each in self._visible(Button) if each.words in LEAVING])
        if button is None:
            return "not from here"
        button.click()
        return button.words


def told(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget shows, holds or tells screen readers."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle(), widget.toolTip())
    yield from (widget.statusTip(), widget.whatsThis(), widget.objectName())
    match widget:
        case TextBlock() | Button() | AnswerRow():
            yield widget.words
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText(), widget.selectedText())
        case QPlainTextEdit():
            yield widget.toPlainText()


def kept(secrets: tuple[str, ...]) -> list[str]:
    """Return the texts anywhere in the program that still hold something a person typed."""
    texts = [text for widget in QApplication.allWidgets() for text in told(widget)]
    texts.append(QApplication.clipboard().text())
    return [text for text in texts if any(secret in text for secret in secrets)]


def check(window: MainWindow, *, whole: bool) -> None:
    """Assert what is true of the window whatever was done to it."""
    page = window.page
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
    assert [each for each in window.stack.pages if each.isVisible()] == [page]
    assert page.heading.isVisible()
    assert page.heading.words.strip() == page.heading.accessibleName() == page.accessibleName() == page.title
    assert len(primaries(window)) == (0 if isinstance(page, CallPage) else 1)
    assert page.isAncestorOf(window.focusWidget()) or window.isAncestorOf(window.focusWidget())
    words = window.way.progress.words if window.way.isVisible() else ""
    if isinstance(page, CallPage | SignsPage | ClearedPage):
        assert words == ""
    elif page.leave is None:
        here = window.visit.session
        count = steps.progress(here)
        assert words == progress_words(here, LIBRARY)
        assert count.stage is not Stage.QUESTION or 1 <= count.number <= count.total
    if isinstance(page, ClearedPage):
        assert kept(SECRETS) == []
    if whole:
        assert wrong(window, cut, broken, outside, lost) == {}


def at_the_check_page(**more: Any) -> MainWindow:
    """Return a window where a person has answered everything and made no guide."""
    window = opened(**more)
    to_page(window, PEOPLE["hana types whatever she likes"], "check")
    return window


def in_the_guide(**more: Any) -> MainWindow:
    """Return a window where a person reads the page of numbers of their guide."""
    window = at_the_save_page(**more)
    while "numbers" not in getattr(window.page, "switches", {}):
        window.go_back()
    settle()
    return window


def in_a_report(**more: Any) -> MainWindow:
    """Return a window where a person looks at what was found in their report."""
    return brought(f"Breast.\n{CANARY} HER2 IHC: score 0. ER: positive (95%).\nFISH pending.", **more)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("begin", [opened, at_the_check_page, in_the_guide, at_the_save_page, in_a_report])
def test_whatever_is_done_in_whatever_order_the_window_stays_whole(
    begin: Callable[..., MainWindow], seed: int, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "Printer", NoPrinter)
    window = begin(can_print=True, choose_file=lambda *_: str(tmp_path / "guide.txt") if seed else "")
    monkey = Monkey(window, seed)
    with capture_exceptions() as failed:
        try:
            for number in range(STEPS):
                monkey.step()
                assert failed == []
                check(window, whole=number % 3 == 0)
            window.clear_and_leave()
            settle()
            check(window, whole=True)
        except Exception as error:
            error.add_note("\n".join([f"{begin.__name__}, seed {seed}", *monkey.done]))
            raise


def test_what_a_person_typed_is_found_wherever_it_is_kept(app: QApplication) -> None:
    window = opened()
    assert kept((CANARY,)) == []
    for keep in (window.setWindowTitle, window.page.setAccessibleDescription, window.way.progress.set_text):
        keep(f"a {CANARY}")
        assert kept((CANARY,))
        keep("")
    assert kept((CANARY,)) == []
