"""A counselor beside people who go through the window."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from her2guide.clocks import Instant
from her2guide.consult.places import Area
from her2guide.model.answers_json import answers_from_json
from her2guide.settings import CONSULT, Settings
from her2guide.ui.buttons import Button
from her2guide.ui.consult.desk import Desk
from her2guide.ui.consult.window import CounselorWindow
from her2guide.ui.main_window import MainWindow
from her2guide.ui.visit import Visit
from tests.ui.window_people import LIBRARY, TODAY, no_file, settle

PEOPLE = Path(__file__).parents[1] / "journeys" / "people"
DEV, BEN = "dev-takes-enhertu.json", "ben-reads-for-his-mother-after-surgery.json"

ONE_SCREEN = (Area(0, 0, 1920, 1080),)
TWO_SCREENS = (Area(0, 0, 1280, 800), Area(1280, 0, 1440, 900))


@dataclass
class Clock:
    """A clock that a test moves on."""

    time: float = 1000.0
    asleep: float = 0.0  # what the steady clock does not see

    def __call__(self) -> Instant:
        return Instant(self.time, self.time + self.asleep)


def beside(
    window: MainWindow,
    *,
    clock: Clock | None = None,
    screens: tuple[Area, ...] = ONE_SCREEN,
    settings: Settings = CONSULT,
) -> Desk:
    """Return the desk beside a window, with both windows on the screen."""
    desk = Desk(window, settings, moment=clock or Clock(), screens=lambda: screens)
    desk.open()
    settle()
    return desk


def with_guide(person: str = DEV, **more: Any) -> Desk:
    """Return a desk beside someone whose guide is made, who is at its first part."""
    window = MainWindow(LIBRARY, lambda: made(person), no_file, can_print=False, at_start=False)
    window.show()
    return beside(window, **more)


def made(person: str) -> Visit:
    """Return the visit of someone with an answers file, at the first part of their guide."""
    visit = Visit(LIBRARY, TODAY, CONSULT, answers=answers_from_json((PEOPLE / person).read_bytes(), languages=("en",)))
    visit.make()
    return visit


def at_the_start(**more: Any) -> Desk:
    """Return a desk beside a window on the start page."""
    window = MainWindow(LIBRARY, lambda: Visit(LIBRARY, TODAY, CONSULT), no_file, can_print=False)
    window.show()
    return beside(window, **more)


def make_guide(desk: Desk, person: str) -> None:
    """Let the next person's guide be made; they are at its first part."""
    visit, other = desk.window.visit, made(person)
    visit.session, visit.document = other.session, other.document
    desk.window.show_place()
    settle()


def press(where: CounselorWindow | MainWindow, words: str) -> None:
    """Press the visible button with these words, as a person would."""
    found = [each for each in where.findChildren(Button) if each.isVisible() and each.words == words]
    assert len(found) == 1, (words, [each.words for each in found])
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def see(desk: Desk, view: str) -> QWidget:
    """Press the name of a view, and return it."""
    QTest.mouseClick(desk.counselor.views.tabs.tabs[view], Qt.MouseButton.LeftButton)
    settle()
    return desk.counselor.page
