"""The save page: how the guide is to look on paper, and the file that comes of it."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from her2guide.guide.document import GuideDocument
from her2guide.guide.short import short_guide
from her2guide.library.paths import fonts
from her2guide.look import Palette
from her2guide.output.render import Paper, fits_page, print_out, render
from her2guide.output.text import render_text
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from tests.ui.geometry import wrong
from tests.ui.window_people import LIBRARY, PEOPLE, at_the_save_page, press, primaries, settle, to_page

SAVE, READ = LIBRARY.word("window.save"), LIBRARY.word("keep.read")
WORD = "two words"
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
        full, few = (
            print_out(each, fonts(), paper=paper, large_print=large).pages for each in (document, short(document))
        )
        assert page.pages.words == LIBRARY.say("keep.pages", short=few, full=full)
        assert large or few == 2
        seen.add(full)
    assert len(seen) > 2


def short(document: GuideDocument) -> GuideDocument:
    return short_guide(document, LIBRARY, lambda page: fits_page(page, fonts()))


def choose_length(window: MainWindow, length: str) -> SavePage:
    page = window.page
    assert isinstance(page, SavePage)
    next(row for row in page.length.rows if row.choice.id == length).click()
    settle()
    return page


def test_the_short_guide_is_saved_and_read_as_chosen(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.txt"
    window = at_the_save_page(choose_file=lambda *_: str(path))
    document = window.visit.document
    assert document is not None
    choose_length(window, "short")
    press(window, SAVE)
    assert path.read_text(encoding="utf-8") == render_text(short(document))
    press(window, READ)
    assert isinstance(window.page, PreviewPage)
    assert list(window.page.titles) == ["your-result", "questions"]


def test_the_full_guide_is_chosen_at_first_and_on_a_shared_machine_the_short_one(app: QApplication) -> None:
    page = at_the_save_page().page
    assert isinstance(page, SavePage)
    assert page.length.chosen() == ("full",)
    assert at_the_save_page(kiosk=True).keeping.printed().pages == 2


def type_password(window: MainWindow, words: str) -> None:
    page = window.page
    assert isinstance(page, SavePage)
    page.password.focus()
    QTest.keyClicks(page.password.edit, words)
    settle()


def test_with_a_password_the_saved_file_opens_with_it_alone(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.pdf"
    window = at_the_save_page(choose_file=lambda *_: str(path))
    type_password(window, WORD)
    press(window, SAVE)
    assert window.page.note is not None
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    pikepdf.open(path, password=WORD).close()


def test_a_password_holds_for_what_is_saved_from_the_preview_too(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.pdf"
    window = at_the_save_page(choose_file=lambda *_: str(path))
    type_password(window, WORD)
    press(window, READ)
    press(window, SAVE)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)


@pytest.mark.parametrize(
    ("name", "typed", "word"),
    [
        ("mine.txt", "two words", "keep.password-text"),
        ("mine.pdf", "\u00e9" * 100, "keep.password-unusable"),
    ],
)
def test_what_cannot_have_the_password_is_not_saved(
    name: str, typed: str, word: str, tmp_path: Path, app: QApplication
) -> None:
    window = at_the_save_page(choose_file=lambda *_: str(tmp_path / name))
    page = window.page
    assert isinstance(page, SavePage)
    page.password.set_value(typed)
    press(window, SAVE)
    assert page.note is not None
    assert LIBRARY.word(word) in [block.words for block in page.note.findChildren(TextBlock)]
    assert list(tmp_path.iterdir()) == []


def test_what_is_typed_as_a_password_is_never_shown_and_is_forgotten(app: QApplication) -> None:
    window = at_the_save_page()
    page = window.page
    assert isinstance(page, SavePage)
    type_password(window, WORD)
    edit = page.password.edit
    assert isinstance(edit, QLineEdit)
    assert edit.displayText() == edit.displayText()[0] * 9
    keys, left = QKeySequence.StandardKey, []
    for key in (keys.Copy, keys.Undo, keys.Cut, keys.Undo):
        edit.selectAll()
        QTest.keySequence(edit, QKeySequence(key))
        left.append(edit.text())
    assert left == [WORD, WORD, "", ""]  # what is cut away is gone
    assert "words" not in QGuiApplication.clipboard().text()
    type_password(window, WORD)
    press(window, LIBRARY.word("window.start-over"))
    to_page(window, PEOPLE["fay has in-situ disease"], "save")
    assert isinstance(window.page, SavePage)
    assert window.page.password.value() == ""


def test_paper_has_no_password_and_a_shared_machine_no_field(app: QApplication) -> None:
    sent: list[bytes] = []
    window = at_the_save_page(can_print=True)
    type_password(window, WORD)
    printer = window.keeping.printer
    assert printer is not None
    printer.send = lambda data, _told: sent.append(data)  # type: ignore[method-assign]
    press(window, LIBRARY.word("window.print"))
    assert b"/Encrypt" not in sent[0]
    assert not hasattr(at_the_save_page(kiosk=True).page, "password")


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
