"""Writes pictures of whole pages in the window, to be looked at: `python -m tests.ui.window_screens FOLDER`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.theme import Theme
from tests.ui.window_people import PEOPLE, opened, put_in, settle, walk

PLACES = {
    "start": "a-start",
    "reader": "b-reader",
    "her2-score": "c-score",
    "her2-details": "d-details",
    "medicines": "e-medicines",
    "matters-most": "f-matters",
    "own-questions": "g-own-questions",
    "check": "h-check",
    "guide/your-result": "i-result",
    "guide/tdxd-hr-positive-low-ultralow": "j-medicine",
    "guide/lungs": "k-lungs",
    "save": "l-save",
}
SIZES = ((1024, 768), (1920, 1080))


def shoot(window: MainWindow, folder: Path, name: str) -> None:
    """Write the window in every palette, at the usual and the largest text size."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for palette in Palette:
        for step in (100, 200):
            theme.apply(app, Theme(palette, step))
            settle()
            window.page.verticalScrollBar().setValue(0)
            settle()
            window.grab().save(str(folder / f"{name}-{palette}-{step}-{window.width()}.png"))
    theme.apply(app, Theme())
    settle()


def main(folder: Path) -> None:
    """Write every picture."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    theme.apply(app, Theme())
    said = PEOPLE["dev takes Enhertu"]
    for width, height in SIZES:
        window = opened(can_print=True)
        window.resize(width, height)
        settle()
        for _ in walk(window, said):
            place = window.visit.session.place
            if place == "her2-score" and isinstance(window.page, QuestionPage):
                window.page.part.choices.group.choose()  # type: ignore[attr-defined]
                window.page.go_on()
                settle()
                shoot(window, folder, "c-score-problem")
                put_in(window.page, said)
                window.page.summary.show_errors([])
                window.page.part.choices.set_error("")  # type: ignore[attr-defined]
            if place in PLACES:
                shoot(window, folder, PLACES[place])
        window.keeping.show_preview()
        settle()
        shoot(window, folder, "p-preview")
        window.page.go_to("lungs")  # type: ignore[attr-defined]
        settle()
        window.grab().save(str(folder / f"p-preview-lungs-{window.width()}.png"))
        window.go_back()
        settle()
        window.show_signs()
        settle()
        shoot(window, folder, "m-signs")
        window.return_to_page()
        window.show_call()
        settle()
        shoot(window, folder, "n-call")
        window.clear_and_leave()
        settle()
        shoot(window, folder, "o-cleared")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
