"""Someone who does anything at all to a shared screen: `python -m tests.kiosk.window.monkey --steps N`."""

import argparse
import os
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.ui import printing, theme
from her2guide.ui.answers import AnswerRow
from her2guide.ui.kiosk.keyboard import ScreenKeyboard
from her2guide.ui.kiosk.staff import StaffPage
from her2guide.ui.pages.calm import StartPage
from tests.kiosk.window.holds import SECRETS, broken_promises
from tests.kiosk.window.places import with_pin
from tests.kiosk.window.press_keys import HELD, KEYS, NOTHING
from tests.kiosk.window.shared_screen import Screen, shared
from tests.ui.test_monkey import CANARY, LEAVING, TEXTS, NoPrinter, kept
from tests.ui.window_people import LIBRARY, no_file, primaries

STAFF_WORDS = LIBRARY.word("kiosk.staff-end")


class KioskMonkey:
    """Does one thing after the other to a shared screen. The same seed does the same again."""

    def __init__(self, screen: Screen, seed: int) -> None:
        self.screen, self.done, self.sessions = screen, list[str](), 0
        self._dice = random.Random(seed)  # noqa: S311 - the same again is what is wanted
        self._acts: tuple[tuple[Callable[[], str], int], ...] = (
            (self._answer_and_go_on, 40), (self._press, 30), (self._type, 8), (self._tap, 8), (self._key, 25),
            (self._chord, 15), (self._wait, 8), (self._knock, 2), (self._close, 2), (self._shrink, 2), (self._leave, 1),
        )  # fmt: skip

    def step(self) -> list[str]:
        """Do one thing, let Qt follow, and return what does not hold."""
        (act,) = self._dice.choices([act for act, _ in self._acts], [often for _, often in self._acts])
        self.done.append(f"{type(self.screen.window.page).__name__}: {act.__name__.strip('_')} {act()}")
        del self.done[:-200]
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = broken_promises(self.screen)
        if self.screen.ended:
            found += self._next_person()
        return found

    def _next_person(self) -> list[str]:
        """A real screen would start anew now. Going on in the same process is harder to keep clean."""
        found = [f"ended with {each}" for each in self.screen.ended if each]
        self.screen.ended.clear()
        self.sessions += 1
        if not isinstance(self.screen.window.page, StartPage):
            found.append("the next person does not see the start page")
        if (theme.current().step, theme.current().palette) != (130, theme.asked_palette()):
            found.append("the next person finds another look")
        return found + [f"kept: {each[:60]!r}" for each in kept((CANARY, *SECRETS))]

    def _seen(self, kind: type[QWidget]) -> list[QWidget]:
        found = self.screen.window.findChildren(kind)
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def _answer_and_go_on(self) -> str:
        rows = self._seen(AnswerRow)
        row = self._dice.choice(rows) if rows else None
        if isinstance(row, AnswerRow):
            row.click()
        for button in primaries(self.screen.window)[:1]:
            button.click()
        return row.words if isinstance(row, AnswerRow) else ""

    def _press(self) -> str:
        found = [each for each in self._seen(QAbstractButton) if each.accessibleName() not in (*LEAVING, STAFF_WORDS)]
        if not found:
            return "nothing"
        button = self._dice.choice(found)
        name = button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return name

    def _type(self) -> str:
        if isinstance(self.screen.window.page, StaffPage):
            return "not here"
        for box in (*self._seen(QLineEdit), *self._seen(QPlainTextEdit)):
            box.setFocus()
            text = self._dice.choice(TEXTS)
            if isinstance(box, QLineEdit):
                box.insert(text)
            elif isinstance(box, QPlainTextEdit):
                box.insertPlainText(text)
        return ""

    def _tap(self) -> str:
        for keyboard in self._seen(ScreenKeyboard)[:1]:
            keys = list(keyboard.keys.values())  # type: ignore[attr-defined]
            for key in self._dice.sample(keys, 6):
                if key.isVisible():
                    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        return ""

    def _key(self) -> str:
        key = self._dice.choice((Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_A))
        QTest.keyClick(self.screen.window.focusWidget() or self.screen.window, key)
        return key.name

    def _chord(self) -> str:
        held = NOTHING
        for each in HELD:
            held |= each if self._dice.random() < 0.5 else NOTHING
        key = self._dice.choice(KEYS)
        QTest.keyClick(self.screen.window.focusWidget() or self.screen.window, key, held)
        return f"{key.name} with {held}"

    def _wait(self) -> str:
        seconds, asleep = self._dice.choice((1, 20, 95, 140, 400)), self._dice.choice((0, 0, 0, 0, 3600))
        self.screen.clock.wait(seconds, asleep)
        self.screen.attendant.tick()
        if self.screen.attendant._farewell.isActive() and self._dice.random() < 0.5:
            self.screen.attendant._farewell.timeout.emit()
        return f"{seconds}, asleep {asleep}"

    def _knock(self) -> str:
        for _ in range(self._dice.randint(1, 6)):
            QTest.mouseClick(self.screen.window.top, Qt.MouseButton.LeftButton)
        return ""

    def _close(self) -> str:
        self.screen.window.close()
        return ""

    def _shrink(self) -> str:
        window = self.screen.window
        self._dice.choice((window.showNormal, window.showMinimized, window.showMaximized))()
        return ""

    def _leave(self) -> str:
        self.screen.window.clear_and_leave()
        self.screen.attendant.leave()
        return ""


def play(steps: int, seed: int) -> tuple[list[str], int]:
    """Return what did not hold, and how many sessions there were."""
    screen = shared(with_pin(), can_print=True, choose_file=no_file)
    monkey, found = KioskMonkey(screen, seed), list[str]()
    for _ in range(steps):
        wrong = monkey.step()
        if wrong:
            found += [*wrong, *monkey.done[-12:]]
            break
    screen.window.deleteLater()
    app = QApplication.instance()
    assert app is not None
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found, monkey.sessions


def main(arguments: Sequence[str]) -> int:
    """Play until all steps are done, with another seed every thousand."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    qInstallMessageHandler(lambda *_: None)
    printing.Printer = NoPrinter  # type: ignore[misc,assignment]
    failed: list[str] = []
    sys.excepthook = lambda *error: failed.append("".join(traceback.format_exception(*error)))
    sessions, begun, left = 0, time.monotonic(), options.steps
    for seed in cycle([0]):
        number = options.seed + (options.steps - left) // 1000 + seed
        found, ended = play(min(1000, left), number)
        sessions, left = sessions + ended, left - 1000
        if found or failed:
            print(f"seed {number}:", *found, *failed, sep="\n")
            return 1
        if left <= 0:
            break
    print(f"{options.steps} steps, {sessions} sessions ended, nothing broken, {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
