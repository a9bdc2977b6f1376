"""Writes pictures of a shared screen, upright and broad: `python -m tests.kiosk.window.screens FOLDER`."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.kiosk.staff import StaffPage
from her2guide.ui.kiosk.take_home import TakeHomePage
from her2guide.ui.theme import Theme
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.test_speech import with_voice
from tests.ui.window_people import LIBRARY, settle

SIZES = ((1080, 1920), (1920, 1080))
WHO = "dev takes Enhertu"


def _question(screen: Screen) -> None:
    screen.window.change("her2-score")


def _keyboard(screen: Screen) -> None:
    screen.window.change("clinic")
    settle()
    screen.window.findChildren(QLineEdit)[-1].setFocus()


def _take_home(screen: Screen) -> None:
    screen.window.leafing.keep()


def _square(screen: Screen) -> None:
    screen.window.leafing.keep()
    settle()
    assert isinstance(screen.window.page, TakeHomePage)
    screen.window.page.pocket.show_button.click()


def _idle(screen: Screen) -> None:
    screen.wait(198)


def _staff(screen: Screen) -> None:
    def nothing() -> None:
        """Stand for a button that is not pressed."""

    page = StaffPage(LIBRARY, ("idle.question: must be 60 to 600",), lambda _: "wrong", nothing, nothing)
    page.type("1234")
    screen.window.show_over(page)


def _listen(screen: Screen) -> None:
    with_voice(screen)[1].turn()


SHOWN: Mapping[str, Callable[[Screen], None]] = {
    "start": lambda screen: screen.window.show_start(),
    "question": _question,
    "result": lambda screen: screen.window.page.heading.setFocus(),
    "listen": _listen,
    "keyboard": _keyboard,
    "take-home": _take_home,
    "square": _square,
    "idle": _idle,
    "farewell": lambda screen: screen.window.clear_and_leave(),
    "staff": _staff,
}


def main(folder: Path) -> None:
    """Write every picture: as a person finds it, in high contrast, and in dark colors and the largest text."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for size in SIZES:
        for name, show in SHOWN.items():
            screen = shared(replace(UNLOCKED), person=WHO, size=size, can_print=True)
            show(screen)
            settle()
            way = "upright" if size[0] < size[1] else "broad"
            screen.window.grab().save(str(folder / f"{name}-{way}.png"))
            contrast = replace(theme.current(), palette=Palette.HIGH_CONTRAST)
            for look, worn in {"contrast": contrast, "dark-200": Theme(Palette.DARK, 200)}.items():
                theme.apply(app, worn)
                settle()
                screen.window.grab().save(str(folder / f"{name}-{way}-{look}.png"))
            screen.window.deleteLater()
            settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
