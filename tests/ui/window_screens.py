"""Writes pictures of whole pages in the window, to be looked at: `python -m tests.ui.window_screens FOLDER`."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.asking import ChooseVisit
from her2guide.ui.first_links import INFO
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.found import WhichPage
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.ui.theme import Theme
from tests.ui.report_people import COLON, LOW, START, TWO, WAITING
from tests.ui.report_people import put_in as put_in_report
from tests.ui.window_people import LIBRARY, PEOPLE, Said, go_on, no_file, opened, press, put_in, settle, to_page, walk

SIZES = ((1024, 768), (1920, 1080))
FIRST = "dev takes Enhertu"  # the others only where they come to a page that this person did not see


class Camera:
    """Takes the pictures of one window, every page once."""

    def __init__(self, window: MainWindow, folder: Path, seen: set[str]) -> None:
        self.window, self._folder, self._seen = window, folder, seen

    def shoot(self, name: str) -> None:
        """Write the page in every palette, at the usual and the largest text size, and once from top to end."""
        if name in self._seen:
            return
        self._seen.add(name)
        label = f"{len(self._seen):02}-{name.replace('/', '-')}"
        for palette in Palette:
            for step in (100, 200):
                wear(palette, step)
                self.window.page.verticalScrollBar().setValue(0)
                settle()
                self.window.grab().save(str(self._folder / f"{label}-{palette}-{step}-{self.window.width()}.png"))
        wear(Palette.LIGHT, 100)
        self.window.page.widget().grab().save(str(self._folder / f"{label}-whole-{self.window.width()}.png"))


def wear(palette: Palette, step: int) -> None:
    """Put on a look and let the window follow."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme(palette, step))
    settle()


def visit(camera: Camera, said: Said) -> None:
    """Take the pictures of a whole visit, the pages beside the way too."""
    window = camera.window
    for page in walk(window, said):
        place = window.visit.session.place
        if place == "her2-score" and isinstance(page, QuestionPage):
            page.part.choices.group.choose()  # type: ignore[attr-defined]
            page.go_on()
            settle()
            camera.shoot("her2-score-problem")
            put_in(page, said)
            page.summary.show_errors([])
            page.part.choices.set_error("")  # type: ignore[attr-defined]
        camera.shoot(place)
    window.keeping.show_preview()
    settle()
    camera.shoot("preview")
    window.show_parts()
    settle()
    camera.shoot("all-parts")
    window.check_take_away()
    settle()
    camera.shoot("take-away")
    window.go_back()
    for show, name in ((window.show_signs, "signs"), (window.show_call, "call"), (window.show_trouble, "trouble")):
        show()
        settle()
        camera.shoot(name)
        window.return_to_page()
    window.clear_and_leave()
    settle()
    camera.shoot("cleared")
    window.close()


def bring(camera: Camera) -> None:
    """Take the pictures of a report that is brought: put in, looked at thing by thing, two samples, two answers."""
    window = camera.window
    press(window, START)
    camera.shoot("report")
    go_on(window)
    camera.shoot("report-problem")
    for name, text in (("low", LOW), ("two", TWO), ("waiting", WAITING), ("other", COLON)):
        window.trips.show_report()
        settle()
        put_in_report(window, text)
        camera.shoot(f"report-{name}")
        if isinstance(window.page, WhichPage):
            window.page.choices.group.rows[-1].click()
            go_on(window)
        for _ in range(3 if name != "other" else 0):
            go_on(window)
            camera.shoot(f"report-{name}-{window.way.progress.words or window.page.title[:12]}")
    window.close()


def keep_visit(camera: Camera, file: Path) -> None:
    """Take the pictures of a visit that is saved and opened: the passphrase, what is in the file, what is wrong."""
    window = camera.window
    file.write_bytes(b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 18\n\n--- ")
    camera.shoot("start-with-visits")
    press(window, LIBRARY.word("visit-file.open"))
    camera.shoot("visit-open")
    go_on(window)
    camera.shoot("visit-open-problem")
    window.start_over()
    window.trips.open_visit(file.parent)
    settle()
    camera.shoot("visit-open-foreign")
    window.start_over()
    settle()
    to_page(window, PEOPLE[FIRST], "save")
    camera.shoot("save-with-visit")
    press(window, LIBRARY.word("visit-file.save"))
    camera.shoot("visit-save")
    go_on(window)
    camera.shoot("visit-save-problem")
    press(window, LIBRARY.word("visit-file.contents"))
    camera.shoot("visit-contents")
    window.show_instead(
        WaitingPage(
            LIBRARY.word("visit-file.saving"),
            LIBRARY.word("visit-file.waiting-lead"),
            (LIBRARY.word("visit-file.stop"), no_file),
            no_file,
        )
    )
    settle()
    camera.shoot("visit-waiting")
    window.close()


def look_aside(camera: Camera) -> None:
    """Take the pictures of the pages about the program itself."""
    window = camera.window
    for name in (*(f"{each}.title" for each in INFO), "comfort.link"):
        press(window, LIBRARY.word(name))
        camera.shoot(f"aside-{name.split('.')[0]}")
        window.go_back()
        settle()


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Theme())
    for width, height in SIZES:
        seen: set[str] = set()
        window = opened(choose_report=no_file)
        window.resize(width, height)
        settle()
        bring(Camera(window, folder, seen))
        seen.clear()
        with TemporaryDirectory() as place:
            file = str(Path(place) / "my-visit-2026-11-29.h2g")
            window = opened(choose_visit=ChooseVisit(no_file, lambda *_, file=file: file))
            window.resize(width, height)
            settle()
            look_aside(Camera(window, folder, seen))
            keep_visit(Camera(window, folder, seen), Path(file))
        seen.clear()
        for person in (FIRST, *(each for each in PEOPLE if each != FIRST)):
            window = opened(can_print=True)
            window.resize(width, height)
            settle()
            visit(Camera(window, folder, seen), PEOPLE[person])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
