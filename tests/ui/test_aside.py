"""Beside the way: help, keys, who makes this; and remembering how the window looks, at home and when asked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from her2guide import __version__
from her2guide.app import build_app
from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.opening import Opening
from her2guide.settings import CONSULT, HOME, KIOSK, Settings
from her2guide.ui import theme
from her2guide.ui.buttons import Button
from her2guide.ui.first_links import INFO
from her2guide.ui.keys import clear_keys
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.info import ComfortPage, InfoPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.pseudo import LANGUAGE, write
from tests.ui.visit_people import choosing
from tests.ui.window_people import LIBRARY, TODAY, opened, press, settle

WORD = LIBRARY.word


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for settings of its own, so that nobody's own file is read or written."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("her2guide.files.comfort.sys.platform", "linux")
    return tmp_path / "config" / "her2guide" / "comfort.json"


def said(window: MainWindow) -> str:
    return " ".join(each.words for each in window.page.findChildren(TextBlock) if each.isVisible())


def words(window: MainWindow) -> list[str]:
    return [each.words for each in window.page.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("name", INFO)
def test_each_page_is_reached_from_the_first_and_leads_back_without_a_visit(name: str, app: QApplication) -> None:
    window = opened()
    for leave in (window.go_back, lambda: press(window, WORD("info.back"))):
        press(window, WORD(f"{name}.title"))
        assert isinstance(window.page, InfoPage)
        assert window.page.title == WORD(f"{name}.title")
        leave()
        settle()
        assert isinstance(window.page, StartPage)
    assert "visit" not in vars(window)


def test_about_says_who_makes_it_who_pays_its_limits_and_that_no_clinician_has_reviewed_it(app: QApplication) -> None:
    window = opened()
    press(window, WORD("about.title"))
    text = said(window)
    for part in ("her2guide project", "No drug maker", "no network", "Not yet reviewed by a clinician", "United States",
                 "Apache-2.0", "CC BY 4.0", "SIL OFL", "LGPL-3.0", __version__, LIBRARY.edition.version):  # fmt: skip
        assert part in text


def test_the_keys_are_those_of_this_computer(app: QApplication) -> None:
    window = opened()
    press(window, WORD("keys.title"))
    assert clear_keys() in said(window)


def test_help_speaks_of_files_only_where_there_are_files(app: QApplication) -> None:
    for settings in (HOME, KIOSK):
        window = opened(settings=settings)
        press(window, WORD("help.title"))
        assert (WORD("help.day") in said(window)) is settings.files


def window_of(settings: Settings = HOME) -> MainWindow:
    window = build_app([], Opening(settings=settings, today=TODAY)).window  # type: ignore[attr-defined]
    settle()
    assert isinstance(window, MainWindow)
    return window


def test_nothing_is_remembered_unless_asked(config: Path, app: QApplication) -> None:
    window = window_of()
    window.next_size()
    window.next_colors()
    press(window, WORD("comfort.link"))
    assert WORD("comfort.not-remembered") in said(window)
    window.close()
    assert not config.exists()
    assert not config.parent.exists()


def test_what_is_remembered_is_there_the_next_time_and_can_be_forgotten(config: Path, app: QApplication) -> None:
    window = window_of()
    window.next_size()
    window.next_colors()
    wanted = theme.current()
    press(window, WORD("comfort.link"))
    press(window, WORD("comfort.remember"))
    assert WORD("comfort.kept") in said(window)
    assert WORD("comfort.remembered") in said(window)
    theme.apply(app, Theme())
    window = window_of()
    assert theme.current() == wanted
    press(window, WORD("comfort.link"))
    press(window, WORD("comfort.forget"))
    assert WORD("comfort.forgotten") in said(window)
    assert not config.parent.exists()
    window_of()
    assert theme.current().step == 100


@pytest.mark.parametrize("settings", [KIOSK, CONSULT])
def test_a_shared_computer_neither_remembers_nor_reads(settings: Settings, config: Path, app: QApplication) -> None:
    config.parent.mkdir(parents=True)
    config.write_text('{"comfort": 1, "text_size": 200, "colors": "dark"}')
    assert WORD("comfort.link") not in words(opened(settings=settings))
    assert not settings.remembers_look
    build_app([], Opening(settings=settings, today=TODAY))
    settle()
    assert theme.current().step == settings.text_step
    assert theme.current().palette is not Palette.DARK


def test_a_broken_file_is_not_told_and_is_replaced(config: Path, app: QApplication) -> None:
    config.parent.mkdir(parents=True)
    config.write_text("{")
    window = window_of()
    assert theme.current().step == 100
    press(window, WORD("comfort.link"))
    press(window, WORD("comfort.remember"))
    assert WORD("comfort.kept") in said(window)


def test_a_place_that_cannot_be_written_to_is_told_in_one_line(config: Path, app: QApplication) -> None:
    config.parent.parent.mkdir()
    config.parent.write_text("a file")
    window = window_of()
    press(window, WORD("comfort.link"))
    press(window, WORD("comfort.remember"))
    assert isinstance(window.page, ComfortPage)
    assert "could not be remembered" in said(window)


@pytest.mark.parametrize(("width", "step"), [(1024, 100), (960, 200)])
@pytest.mark.parametrize("language", ["plain", "longer"])
def test_every_page_is_whole(language: str, width: int, step: int, tmp_path: Path, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    library = LIBRARY if language == "plain" else Library(LANGUAGE, write(tmp_path))
    window = opened(library, choose_visit=choosing(""))
    window.resize(width, 640)
    settle()
    finders = (*WHOLE, out_of_order) if language == "plain" else WHOLE
    assert wrong(window, *finders) == {}
    for name in (*(f"{each}.title" for each in INFO), "comfort.link"):
        press(window, library.word(name))
        assert wrong(window, *finders) == {}, name
        window.go_back()
        settle()
