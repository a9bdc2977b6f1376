"""Every kind of page of a shared screen, and how to come to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from her2guide.settings import KIOSK, Settings
from her2guide.staff_exit import hash_of
from tests.kiosk.window.shared_screen import Screen, shared
from tests.ui.window_people import go_on, settle

WHO = "hana types whatever she likes"
PIN = "246813"


@cache
def with_pin() -> Settings:
    """Return the settings of a clinic whose staff have a PIN."""
    return replace(KIOSK, site=replace(KIOSK.site, pin_hash=hash_of(PIN, b"0" * 16)))


def _question(page_id: str) -> Callable[[Screen], None]:
    return lambda screen: screen.window.change(page_id)


def _asks(screen: Screen) -> None:
    screen.wait(200)


def _numbers(screen: Screen) -> None:
    while "numbers" not in getattr(screen.window.page, "switches", {}):
        screen.window.go_on()


def _check(screen: Screen) -> None:
    screen.window.change("numbers")
    settle()
    go_on(screen.window)


def _preview(screen: Screen) -> None:
    screen.window.leafing.keep()
    screen.window.keeping.show_preview()


WAYS: Mapping[str, Callable[[Screen], None]] = {
    "start": lambda screen: screen.window.show_start(),
    "choice": _question("her2-score"),
    "fields": _question("clinic"),
    "texts": _question("own-questions"),
    "medicines": _question("medicines"),
    "ranked": _question("matters-most"),
    "report": lambda screen: screen.window.trips.show_report(),
    "check": _check,
    "section": lambda screen: None,  # noqa: ARG005 - they are there
    "numbers": _numbers,
    "save": lambda screen: screen.window.leafing.keep(),
    "preview": _preview,
    "signs": lambda screen: screen.window.show_signs(),
    "call": lambda screen: screen.window.show_call(),
    "trouble": lambda screen: screen.window.show_trouble(),
    "asks": _asks,
    "farewell": lambda screen: screen.window.clear_and_leave(),
    "staff": lambda screen: screen.minding.door.open(),  # type: ignore[union-attr]  # it is locked
}


def at(place: str) -> Screen:
    """Return a shared screen on a kind of page."""
    screen = shared(with_pin(), person=WHO, can_print=True)
    WAYS[place](screen)
    settle()
    return screen
