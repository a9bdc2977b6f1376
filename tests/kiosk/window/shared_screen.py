"""A shared screen whose clocks a test turns, and which says when its process would end."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from PySide6.QtWidgets import QApplication

from her2guide.clocks import Instant
from her2guide.guide.build import build_guide
from her2guide.guide.document import GuideDocument
from her2guide.settings import KIOSK, Settings
from her2guide.ui import theme
from her2guide.ui.kiosk.attendant import Attendant
from her2guide.ui.kiosk.minding import Minding
from her2guide.ui.main_window import MainWindow
from her2guide.ui.theme import Theme
from her2guide.ui.visit import Visit
from her2guide.wizard.session import Session, turn_to
from tests.ui.window_people import LIBRARY, TODAY, no_file, settle, walked


class Clock:
    """Two clocks that go as they are told."""

    def __init__(self) -> None:
        self.at = Instant(1000.0, 5000.0)

    def __call__(self) -> Instant:
        return self.at

    def wait(self, seconds: float, asleep: float = 0) -> None:
        """Let time go by, and then some while the computer sleeps."""
        self.at = Instant(self.at.awake + seconds, self.at.all + seconds + asleep)


@dataclass
class Screen:
    """The window, who minds it, the clock, and the codes its process ended with."""

    window: MainWindow
    attendant: Attendant
    minding: Minding
    clock: Clock
    ended: list[int] = field(default_factory=list)

    def wait(self, seconds: float, asleep: float = 0) -> None:
        """Let time go by, as the attendant sees it."""
        self.clock.wait(seconds, asleep)
        self.attendant.tick()
        settle()


@cache
def _guide_of(person: str) -> tuple[Session, GuideDocument]:
    session, _ = walked(person)
    return session, build_guide(session.answers, LIBRARY, TODAY, discreet=True).document


def shared(
    settings: Settings = KIOSK, *, person: str = "", size: tuple[int, int] = (1920, 1080), **more: Any
) -> Screen:
    """Return a shared screen on its start page, or with a person on the first page of their guide."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme(step=settings.text_step))
    visit = Visit(LIBRARY, TODAY, settings)
    if person:
        session, visit.document = _guide_of(person)
        visit.session = turn_to(session, session.sections[0])
    made = {"choose_file": no_file, "can_print": False, "settings": settings, **more}
    window = MainWindow(LIBRARY, lambda: visit, **made, at_start=not person)
    clock, ended = Clock(), list[int]()
    minding = Minding(window, settings, now=clock, end_process=ended.append)
    assert minding.attendant is not None
    minding.show()
    window.resize(*size)
    window.activateWindow()
    settle()
    return Screen(window, minding.attendant, minding, clock, ended)


UNLOCKED = replace(KIOSK, locked=False)
