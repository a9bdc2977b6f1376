"""The save page: how the guide is to look on paper, and the file that comes of it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.library.paths import fonts
from her2guide.look import Palette
from her2guide.output.render import Paper, print_out, render
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.theme import Theme
from tests.ui.geometry import wrong
from tests.ui.window_people import LIBRARY, PEOPLE, at_the_save_page, press, primaries, settle, to_page

SAVE, READ = LIBRARY.word("window.save"), LIBRARY.word("keep.read")
KINDS: list[tuple[Paper, bool]] = [("letter", False), ("letter", True), ("a4", False), ("a4", True)]


def choose(window: MainWindow, paper: Paper, large: bool) -> SavePage:
    """Choose as a person does, by the rows."""
    page = window.page
    assert isinstance(page, SavePage)
    next(row for row in page.paper.rows if row.choice.id == paper).click()
    next(row for row in page.print_size.rows if row.choice.id == ("large" if large else "usual")).click()
    settle()
    return page


@pytest.mark.parametrize(("paper", "large"), KINDS)
@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_a_saved_file_is_the_document_rendered_as_chosen(
    ending: str, paper: Paper, large: bool, tmp_path: Path, app: QApplication
) -> None:
    path = tmp_path / f"mine.{ending}"
    window = at_the_save_page(choose_file=lambda *_: str(path))
    page = choose(window, paper, large)
    press(window, SAVE)
    document = window.visit.document
    assert document is not None
    kind = "pdf" if ending == "pdf" else "txt"
    assert path.read_bytes() == render(document, kind, fonts(), paper=paper, large_print=large)
    assert page.note is not None
    assert page.note.isAncestorOf(window.focusWidget())
    assert len(primaries(window)) == 1
    assert primaries(window)[0].isEnabled()


def test_the_number_of_pages_follows_the_choices(app: QApplication) -> None:
    window = at_the_save_page()
    document = window.visit.document
    assert document is not None
    seen = set()
    for paper, large in KINDS:
        page = choose(window, paper, large)
        pages = print_out(document, fonts(), paper=paper, large_print=large).pages
        assert page.pages.words == LIBRARY.say("keep.pages", pages=pages)
        seen.add(pages)
    assert len(seen) > 2


def test_the_paper_of_the_language_and_usual_print_are_chosen_at_first(app: QApplication) -> None:
    window = at_the_save_page()
    page = window.page
    assert isinstance(page, SavePage)
    assert (page.paper.chosen(), page.print_size.chosen()) == ((LIBRARY.locale.paper,), ("usual",))


def test_choices_are_kept_on_the_way_to_the_preview_and_back(app: QApplication) -> None:
    window = at_the_save_page()
    choose(window, "a4", True)
    press(window, READ)
    assert isinstance(window.page, PreviewPage)
    press(window, LIBRARY.questions.word["back"])
    page = window.page
    assert isinstance(page, SavePage)
    assert (page.paper.chosen(), page.print_size.chosen()) == (("a4",), ("large",))
    assert window.focusWidget() is page.heading


def test_choices_are_forgotten_with_everything_else(app: QApplication) -> None:
    window = at_the_save_page()
    choose(window, "a4", True)
    press(window, LIBRARY.word("window.start-over"))
    to_page(window, PEOPLE["fay has in-situ disease"], "save")
    assert isinstance(window.page, SavePage)
    assert window.page.paper.chosen() == ("letter",)


@pytest.mark.parametrize("step", [100, 160, 200])
def test_while_a_file_is_written_the_buttons_wait_and_words_say_so(step: int, app: QApplication) -> None:
    window = at_the_save_page(can_print=True)
    window.begin(LIBRARY.word("window.saving"))
    place = window.footer.waiting.geometry()
    assert place.height() > 20  # it has its place before anything long begins
    assert place.left() >= window.footer.buttons[-1].geometry().right()
    theme.apply(app, Theme(Palette.LIGHT, step))  # the text size can be changed meanwhile
    settle()
    assert wrong(window) == {}
    assert not [button for button in (window.top.back, window.way.back) if button.isVisible()]
    assert window.footer.call.width() >= window.footer.call.sizeHint().width()
    assert window.footer.waiting.isVisible()
    assert window.footer.waiting.words == "Saving your file"
    assert not any(button.isEnabled() for button in window.footer.buttons)
    assert window.footer.call.isEnabled()
    assert window.top.clear.isEnabled()
    window.end(window.page, LIBRARY.say("window.saved", name="guide.pdf"), wrong=False)
    assert not window.footer.waiting.isVisible()
    assert all(button.isEnabled() for button in window.footer.buttons)
