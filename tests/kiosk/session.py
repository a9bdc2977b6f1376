"""One session of a shared screen as a process of its own, on orders: python -m tests.kiosk.session FOLDER

It opens the real window, waits until somebody has looked at it, types the words it is given into every field on the way
to the guide, and ends as it is told. Orders and answers are files in FOLDER, named by the number of the session.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

WAIT = 60.0
HOURS = 24 * 60 * 60.0


def ask(folder: Path, number: int, what: str, told: object) -> Any:
    """Tell something and wait for the order that follows."""
    tell(folder / f"{number}-{what}", told)
    order = folder / f"{number}-after-{what}"
    deadline = time.monotonic() + WAIT
    while not order.exists():
        if time.monotonic() > deadline:
            sys.exit(f"nobody answered {what}")
        time.sleep(0.005)
    return json.loads(order.read_text())


def tell(path: Path, told: object) -> None:
    """Write a file that is whole as soon as it is there."""
    whole = path.with_name(f".{path.name}")
    whole.write_text(json.dumps(told))
    whole.rename(path)


def main() -> None:
    folder = Path(sys.argv[1])
    number = len(list(folder.glob("*-begun")))
    (folder / f"{number}-begun").touch()
    from PySide6.QtCore import QTimer

    from her2guide import app, kiosk_window
    from her2guide.opening import Opening
    from her2guide.settings import KIOSK

    def act(_: object) -> Iterator[None]:
        QTimer.singleShot(0, lambda: go_through(folder, number))
        return iter(())  # nothing is read ahead: it would only take longer

    app.get_ready = act
    sys.exit(kiosk_window.open_locked(Opening(settings=replace(KIOSK, languages=("en",)))))


def go_through(folder: Path, number: int) -> None:
    """Be the person, and end the session as ordered."""
    from PySide6.QtWidgets import QApplication

    from her2guide.ui.kiosk import attendant
    from tests.ui.window_people import settle

    shown = QApplication.instance()
    assert isinstance(shown, QApplication)
    window = shown.window  # type: ignore[attr-defined]
    order = ask(folder, number, "shown", {"process": os.getpid()})
    attendant._FAREWELL = 50
    typed = type_everywhere(window, order["canary"], order["parts"])
    order = ask(folder, number, "typed", {"fields": typed, "place": window.visit.session.place})
    match order["end"]:
        case "normal":
            window.clear_and_leave()
        case "idle":
            let_time_pass()
        case "segv":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "staff":
            from her2guide.staff_exit import STAFF_LEFT

            window.clear_and_leave()
            shown.exit(STAFF_LEFT)
    settle()
    clipboard = shown.clipboard().text()
    tell(folder / f"{number}-clipboard", {"holds": order["canary"] in clipboard})


def let_time_pass() -> None:
    """Have the clocks of the attendant go on by a day."""
    from her2guide import clocks

    class Later:
        CLOCK_BOOTTIME = time.CLOCK_BOOTTIME
        monotonic = staticmethod(lambda: time.monotonic() + HOURS)
        time = staticmethod(lambda: time.time() + HOURS)
        clock_gettime = staticmethod(lambda clock: time.clock_gettime(clock) + HOURS)

    clocks.time = Later  # type: ignore[assignment]


def type_everywhere(window: Any, canary: str, most: int) -> int:
    """Type words into every field on the way to the guide and read some parts. Returns how many fields it were."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from her2guide.ui.pages.question import QuestionPage
    from her2guide.wizard import pages as wizard
    from tests.ui.said import PEOPLE
    from tests.ui.window_people import go_on, put_in, settle

    fields = parts = 0

    def fill() -> None:
        nonlocal fields
        for kind in (QLineEdit, QPlainTextEdit):
            for field in window.page.findChildren(kind):
                if field.isVisible() and not field.isReadOnly():
                    put: Callable[[str], None] = field.setText if kind is QLineEdit else field.setPlainText
                    put(canary)
                    fields += 1

    window.trips.show_report()
    settle()
    fill()
    window.show_place()
    settle()
    for _ in range(80):
        place = window.visit.session.place
        if isinstance(window.page, QuestionPage):
            put_in(window.page, PEOPLE["hana types whatever she likes"])
            if place != "her2-details":  # a ratio there must be a number
                fill()
            settle()
        parts += isinstance(window.visit.page, wizard.SectionPage)
        if isinstance(window.visit.page, wizard.SavePage) or parts > most:
            return fields
        go_on(window)
        if window.visit.session.place == place:
            raise AssertionError(f"stuck at {place}: {len(window.visit.session.problems)} problems")
    raise AssertionError("the way never ends")


if __name__ == "__main__":
    main()
