"""What few people come for: the links at the foot of the first page."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from her2guide.ui.bars import Act
    from her2guide.ui.main_window import MainWindow

INFO = ("help", "keys", "about")  # pages about the program itself


def first_links(window: "MainWindow") -> "list[Act]":
    """Return the links as the settings allow them: opening a visit, pages about the program, remembering the look."""
    word = window.library.word
    links: list[Act] = [(word("visit-file.open"), window.trips.open_visit)] if window.trips.keeps_visits else []
    links += [(word(f"{name}.title"), partial(_show_info, window, name)) for name in INFO]
    if window.settings.remembers_look:
        links.append((word("comfort.link"), partial(_show_comfort, window)))
    return links


def _show_info(window: "MainWindow", name: str) -> None:
    from her2guide.ui.aside import Aside  # the first page does not wait for it

    Aside(window).show_info(name)


def _show_comfort(window: "MainWindow") -> None:
    from her2guide.ui.aside import Aside

    Aside(window).show_comfort()
