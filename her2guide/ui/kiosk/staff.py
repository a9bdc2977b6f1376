"""The way out for staff: five presses on the free room of the top bar open a page for a PIN. Nothing shows it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from her2guide.library.library import Library
from her2guide.ui.buttons import BarButton, Button, PrimaryButton, SecondaryButton, widen
from her2guide.ui.kiosk.listener import Listener
from her2guide.ui.kiosk.pages import CenteredPage
from her2guide.ui.layout import Column
from her2guide.ui.pages.calm import note
from her2guide.ui.placing import Places, Placing
from her2guide.ui.text import ENTER, TextBlock
from her2guide.ui.theme import Themed, TypeRole

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow

_PRESSES, _WITHIN = 5, 5.0  # seconds
_LONGEST = 64
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "")


class Door(Protocol):
    """What looks at a PIN."""

    @property
    def is_there(self) -> bool:
        """Whether there is a way out at all."""

    def try_pin(self, pin: str, now: float) -> Literal["open", "wrong", "wait"]:
        """Return whether the way is open, the PIN is wrong, or it is not the time to try."""


class Pad(QWidget, Themed):
    """Digits as on a phone, with Remove and Open in the last row."""

    def __init__(self, library: Library, take: Callable[[str], None], remove: Callable[[], None]) -> None:
        super().__init__()
        self.remove = BarButton(library.word("window.remove"))
        self.open = PrimaryButton(library.word("kiosk.staff-unlock"))
        self.digits = {digit: BarButton(digit) for digit in _KEYS if digit}
        for digit, button in self.digits.items():
            button.clicked.connect(lambda _checked=False, digit=digit: take(digit))
        self.remove.clicked.connect(remove)
        self.keys: list[Button] = [self.digits[each] for each in _KEYS if each]
        self.keys.insert(9, self.remove)
        self.keys.append(self.open)
        for key in self.keys:
            widen(key)
        Placing(self, self.keys, self._places)

    def _places(self, width: int) -> Places:
        wide = width // 3
        high = max(key.heightForWidth(wide) for key in self.keys)
        return [
            (key, QRect(place % 3 * wide, place // 3 * high, wide, high)) for place, key in enumerate(self.keys)
        ], 4 * high


class StaffPage(CenteredPage):
    """Asks for the PIN, then offers to end the program. What is typed is shown as dots and soon forgotten."""

    def __init__(
        self,
        library: Library,
        problems: Sequence[str],
        look_at: Callable[[str], Literal["open", "wrong", "wait"]] | None,
        end: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        word = library.word
        super().__init__(word("kiosk.staff-title"))
        self._library, self._look_at, self._pin = library, look_at, ""
        self.said, self.dots = TextBlock(word("kiosk.staff-lead"), TypeRole.LEAD), TextBlock("", TypeRole.DISPLAY)
        self.pad = Pad(library, self.type, self.remove)
        self.pad.open.clicked.connect(self.try_it)
        self.end, self.back = PrimaryButton(word("kiosk.staff-end")), SecondaryButton(word("kiosk.staff-back"))
        self.end.clicked.connect(end)
        self.back.clicked.connect(back)
        for button in (self.end, self.back):
            widen(button)
        self._troubles = Column(8)
        self._troubles.add(*(note(each, wrong=True) for each in problems))
        self.main.add(self.heading, self._troubles, self.said, self.dots, self.pad, self.end, self.back)
        self._troubles.setVisible(bool(problems))
        self.end.hide()
        for part in (self.said, self.dots, self.pad):
            part.setVisible(look_at is not None)
        self._show_dots()

    def type(self, text: str) -> None:
        """Take one more letter or digit."""
        self._pin = (self._pin + text)[:_LONGEST]
        self._show_dots()

    def remove(self) -> None:
        """Take the last one away."""
        self._pin = self._pin[:-1]
        self._show_dots()

    def try_it(self) -> None:
        """Have the PIN looked at, and forget it."""
        pin, self._pin = self._pin, ""
        self._show_dots()
        if self._look_at is None or not pin:
            return
        found = self._look_at(pin)
        self.said.set_text(self._library.word(f"kiosk.staff-{found}"))
        if found == "open":
            self.pad.hide()
            self.dots.hide()
            self.end.show()
            self.end.setFocus()

    def forget(self) -> None:
        self._pin = ""

    def _show_dots(self) -> None:
        self.dots.set_text("\u2022" * len(self._pin) or "\u2013")
        self.dots.setAccessibleName(self._library.say("kiosk.staff-typed", count=len(self._pin)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.try_it()
        elif event.text().isprintable() and event.text():
            self.type(event.text())
        else:
            super().keyPressEvent(event)


class StaffDoor(Listener):
    """Hears the presses that open the page, and leaves when the PIN is right."""

    def __init__(
        self,
        window: "MainWindow",
        door: Door,
        problems: Sequence[str],
        *,
        now: Callable[[], float],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._door, self._problems, self._now, self._leave = window, door, problems, now, leave
        self._presses: list[float] = []
        self._page: StaffPage | None = None
        if door.is_there or problems:
            self.listen()

    def open(self) -> None:
        """Show the page over the one that is there."""
        look_at = (lambda pin: self._door.try_pin(pin, self._now())) if self._door.is_there else None
        self._page = StaffPage(self._window.library, self._problems, look_at, self._leave, self._back)
        self._window.show_over(self._page)

    def _back(self) -> None:
        if self._page is not None:
            self._page.forget()
            self._window.take_off(self._page)

    def hear(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._window.top:  # one on the mark comes here
            self._press()
        return False

    def _press(self) -> None:
        now = self._now()
        self._presses = [each for each in self._presses if now - each < _WITHIN] + [now]
        if len(self._presses) >= _PRESSES:
            self._presses.clear()
            self.open()
