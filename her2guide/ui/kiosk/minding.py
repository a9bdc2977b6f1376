"""Makes a window the one of a shared screen, as its settings say."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from her2guide import clocks
from her2guide.clocks import Instant
from her2guide.settings import Settings
from her2guide.staff_exit import STAFF_LEFT, StaffExit
from her2guide.ui.kiosk.attendant import Attendant
from her2guide.ui.kiosk.drag import Drag
from her2guide.ui.kiosk.lock import Lock
from her2guide.ui.kiosk.staff import StaffDoor

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow
    from her2guide.ui.speech import ReadAloud

_TRIES = "staff-tries"


class Minding:
    """All that minds one window: its attendant, and where it is locked, the lock and the way out for staff."""

    def __init__(
        self,
        window: "MainWindow",
        settings: Settings,
        folder: Path | None = None,
        *,
        now: Callable[[], Instant] = clocks.now,
        end_process: Callable[[int], None] = QCoreApplication.exit,
    ) -> None:
        self.lock: Lock | None = None
        self.door: StaffDoor | None = None
        self.attendant: Attendant | None = None
        self._window = window
        if settings.locked:
            self.lock = Lock(window)
            staff = StaffExit(settings.site.pin_hash, folder / _TRIES if folder else None)

            def leave() -> None:
                window.clear_and_leave()
                end_process(STAFF_LEFT)

            self.door = StaffDoor(window, staff, settings.problems, now=lambda: now().all, leave=leave)
        self.drag = Drag(window) if settings.touch else None
        if settings.idle is not None:  # made last, so it hears of an act before the lock drops it
            self.attendant = Attendant(window, settings, settings.idle, now=now, end_process=end_process)

    def listen(self, reading: "ReadAloud | None") -> None:
        """Take care of a voice, if there is one: whoever listens is there, and the next person finds it as it was."""
        if self.attendant is not None:
            self.attendant.reading = reading

    def show(self) -> None:
        """Show the window."""
        if self.lock is not None:
            self.lock.show()
        else:
            self._window.show()
