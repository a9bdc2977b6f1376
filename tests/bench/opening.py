"""A program that opens a window in a new process and says when its first page is painted: bare, or her2guide."""

import sys
import time

HEAVY = ("reportlab", "jinja2", "markdown_it", "pypdf", "cryptography", "pyphen")


def resident() -> int:
    """Return the memory of this process that is in use now, in KiB. Linux only."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib is not in a bare window
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def bare() -> None:
    """Open the least that could be opened: a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1024, 768)
    label = QLabel("her2guide", window)
    window.show()
    until_painted(app, label)
    say("painted")


def first_page() -> None:
    """Open her2guide on its start page."""
    from her2guide.app import build_app

    app = build_app([])
    until_painted(app, app.window.page.heading)
    say("painted", *(name for name in HEAVY if name in sys.modules))


def first_guide() -> None:
    """Answer every question of her2guide, then make the guide; note if the busy line was not painted first.

    What is got ready while a person reads and answers is ready, as in every visit of more than a few seconds.
    """
    from her2guide.app import build_app
    from tests.ui.window_people import PEOPLE, settle, to_page

    app = build_app([])
    settle()
    get_all_ready(app)
    to_page(app.window, PEOPLE["dev takes Enhertu"], "check")
    busy = watch(app.window.way.progress)
    say("press")
    app.window.footer.primary.click()
    late = [] if busy else ["busy-line"]
    until_painted(app, app.window.page.heading)
    say("painted", *late)


def get_all_ready(app: object) -> None:
    """Take every step that is taken in spare moments."""
    from her2guide.app import get_ready
    from her2guide.ui.spare import SpareMoments

    moments = SpareMoments(app, get_ready(app.window.library))
    while moments.isActive():
        moments.timeout.emit()


def watch(widget: object) -> list[bool]:
    """Return a list that is no longer empty once the widget is asked to paint itself."""
    from PySide6.QtCore import QEvent, QObject

    seen: list[bool] = []

    class Watch(QObject):
        def eventFilter(  # noqa: N802 - Qt's name
            self, _watched: QObject, event: QEvent
        ) -> bool:
            if event.type() == QEvent.Type.Paint:
                seen.append(True)
            return False

    filter_ = Watch(widget)
    widget.installEventFilter(filter_)
    return seen


def until_painted(app: object, widget: object) -> None:
    """Let Qt work until the widget is painted."""
    painted = watch(widget)
    while not painted:
        app.processEvents()


def say(word: str, *more: str) -> None:
    """Tell the program that measures: a word, the milliseconds the processor worked, the memory in use."""
    print(word, time.process_time() * 1000, resident(), *more, flush=True)


if __name__ == "__main__":
    {"bare": bare, "page": first_page, "guide": first_guide}[sys.argv[1]]()
