"""Presses every key with every set of held keys on every kind of page: `python -m tests.kiosk.window.press_keys`."""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import product

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from her2guide.ui import theme
from her2guide.ui.kiosk.pages import BigButton, FarewellPage, StillTherePage
from her2guide.ui.kiosk.staff import StaffPage
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.page import Page
from tests.kiosk.window.holds import broken_promises
from tests.kiosk.window.outside import Outside
from tests.kiosk.window.places import WAYS, at
from tests.kiosk.window.shared_screen import Screen

KEYS = tuple(dict.fromkeys(key for key in Qt.Key if key != Qt.Key.Key_unknown))
NOTHING = Qt.KeyboardModifier.NoModifier
HELD = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
Chord = tuple[Qt.Key, Qt.KeyboardModifier]
CLEARS: Chord = (Qt.Key.Key_X, HELD[0] | HELD[1])
_PLAINLY = (NOTHING, HELD[0])
GOES_ON = {(key, held) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) for held in _PLAINLY}
STARTS = GOES_ON | {(Qt.Key.Key_Space, held) for held in _PLAINLY}  # the next person, by the farewell's one button


def chords(keys: Sequence[Qt.Key] = KEYS) -> Iterator[Chord]:
    """Yield every key with every set of held keys."""
    for held in product((False, True), repeat=len(HELD)):
        modifiers = NOTHING
        for wanted, modifier in zip(held, HELD, strict=True):
            modifiers |= modifier if wanted else NOTHING
        for key in keys:
            yield key, modifiers


def press_all(place: str, pressed: Sequence[Chord], screen: Screen | None = None) -> list[str]:
    """Press keys on a page, one after the other. Returns what did not hold, by the key that was pressed."""
    screen, found = screen or at(place), list[str]()
    with Outside() as outside:
        for key, modifiers in pressed:
            _ready(screen)
            before, chord = screen.window.page, (key, modifiers)
            QTest.keyClick(screen.window.focusWidget() or screen.window, key, modifiers)
            QApplication.processEvents()
            now = screen.window.page
            wrong = [*broken_promises(screen), *outside.taken(), *_misled(before, now, chord), *_ended(screen, chord)]
            found += [f"{place}: {key.name} with {modifiers}: {each}" for each in wrong]
            if now is not before and isinstance(before, StillTherePage) and chord != CLEARS:
                screen.clock.wait(200)  # it asks again
                screen.attendant.tick()
                _delete_what_went()  # thousands of pages that asked would slow each press
            elif now is not before:
                screen = _again(screen, place)
    _drop(screen)
    return found


def _misled(before: Page, now: Page, chord: Chord) -> list[str]:
    """Return what is wrong with where a key led: most lead nowhere, and none leads to staff's page or through it."""
    if chord == CLEARS:
        return [] if isinstance(now, FarewellPage) else ["not cleared"]
    if isinstance(now, StaffPage) and (now is not before or not now.end.isHidden()):
        return ["staff's way out without a PIN"]
    if now is before or isinstance(before, StillTherePage):  # any key says that somebody is there
        return []
    if isinstance(before, FarewellPage):
        return [] if chord in STARTS and isinstance(now, StartPage) else ["the farewell went"]
    return [] if chord in GOES_ON else [f"{type(before).__name__} became {type(now).__name__}"]


def _ended(screen: Screen, chord: Chord) -> list[str]:
    """Return whether the process ended though no session had."""
    may = chord in STARTS and isinstance(screen.window.page, StartPage) and screen.ended == [0]
    return [f"the process ended with {screen.ended}"] if screen.ended and not may else []


def _ready(screen: Screen) -> None:
    """Put the keyboard where keys do most harm: into a field, on the farewell's button, else on the heading."""
    page = screen.window.page
    screen.attendant._farewell.stop()  # what it would do by itself is no key's doing
    edits = [each for kind in (QLineEdit, QPlainTextEdit) for each in page.findChildren(kind) if each.isVisible()]
    buttons = page.findChildren(BigButton) if isinstance(page, FarewellPage) else []
    goal = next(iter([*edits, *buttons]), page.heading)
    goal.setFocus(Qt.FocusReason.OtherFocusReason)
    screen.clock.wait(0.01)


def _again(screen: Screen, place: str) -> Screen:
    _drop(screen)
    return at(place)


def _drop(screen: Screen) -> None:
    screen.window.deleteLater()
    _delete_what_went()


def _delete_what_went() -> None:
    app = QApplication.instance()
    assert app is not None
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def main(arguments: Sequence[str]) -> int:
    """Press all keys; tell what was pressed and what did not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--places", default=",".join(WAYS), help="kinds of pages, with commas")
    wanted = parser.parse_args(arguments).places.split(",")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    qInstallMessageHandler(lambda *_: None)  # QTest tells of each key that types nothing
    pressed, found, begun = tuple(chords()), list[str](), time.monotonic()
    for place in wanted:
        wrong = press_all(place, pressed)
        found += wrong
        print(f"{place}: {len(pressed)} chords, {len(wrong)} did not hold", flush=True)
    print(*found, sep="\n")
    print(f"{len(pressed) * len(wanted)} chords on {len(wanted)} kinds of pages: {len(found)} did not hold, ", end="")
    print(f"{time.monotonic() - begun:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
