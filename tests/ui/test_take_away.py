"""What a reader took away, asked in the window: a kind round that leaves nothing behind."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.guide.document import plain
from her2guide.library.order import TAKE_AWAY
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.buttons import CallButton
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import ClearedPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.pages.take_away import AskedPage, ClosingPage, YesPage
from her2guide.ui.theme import Theme
from her2guide.wizard.take_away import Round
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.tour import words
from tests.ui.window_people import LIBRARY, at_the_save_page, go_on, press, primaries, settle

HERE, SKIP, AGAIN, BACK_TO = (LIBRARY.word(f"take-away.{name}") for name in ("here", "skip", "again", "back"))
BACK, CALL = LIBRARY.questions.word["back"], LIBRARY.word("window.when-to-call")


def asked(window: MainWindow) -> AskedPage:
    assert isinstance(window.page, AskedPage)
    return window.page


def begun() -> MainWindow:
    window = at_the_save_page()
    press(window, HERE)
    return window


def choose(window: MainWindow, *, right: bool) -> None:
    """Choose what is right at this question, or what is not, and go on."""
    page = asked(window)
    check = next(each for each in window.visit.take_away() if plain(each.choose) == page.title)
    for row in page.group.rows:
        if (row.choice.id in check.right) is right and not row.isChecked():
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    go_on(window)


def looks_back(window: MainWindow) -> bool:
    return AGAIN in words(window.page)


def test_the_round_begins_on_its_page_of_the_guide_and_before_the_guide_is_kept(app: QApplication) -> None:
    window = begun()
    assert asked(window).title == plain(window.visit.take_away()[0].choose)
    press(window, BACK)
    assert isinstance(window.page, SavePage)
    window.visit.turn_to(TAKE_AWAY)
    window.show_place()
    settle()
    press(window, HERE)
    assert asked(window).progress.startswith("Question 1 of")
    press(window, BACK)
    assert isinstance(window.page, SectionPage)
    assert window.visit.section.id == TAKE_AWAY


def test_whoever_answers_right_gets_a_yes_with_the_point_and_comes_to_the_end(app: QApplication) -> None:
    window = begun()
    for check in window.visit.take_away():
        assert asked(window).title == plain(check.choose)
        assert window.focusWidget() is window.page.heading
        assert len(primaries(window)) == 1
        choose(window, right=True)
        assert isinstance(window.page, YesPage)
        assert {plain(line) for name, line in check.choices if name in check.right} <= set(words(window.page))
        go_on(window)
    assert isinstance(window.page, ClosingPage)
    go_on(window)
    assert isinstance(window.page, SavePage)


def test_a_wrong_answer_shows_the_point_another_way_leads_to_its_page_and_asks_again(app: QApplication) -> None:
    window = begun()
    check = window.visit.take_away()[0]
    choose(window, right=False)
    page = asked(window)
    assert page.group.chosen() == ()
    assert {AGAIN, plain(check.again)} <= set(words(page))
    choose(window, right=False)
    assert looks_back(window)
    page = asked(window)
    section = window.visit.section_of(check.page)
    press(window, LIBRARY.say("take-away.open-page", title=section.title))
    assert isinstance(window.page, SectionPage)
    assert window.page.title == section.title
    press(window, BACK_TO)
    assert window.page is page
    choose(window, right=True)
    assert isinstance(window.page, YesPage)


def test_every_question_can_be_skipped_and_back_leads_through_them(app: QApplication) -> None:
    window = begun()
    for _ in window.visit.take_away():
        press(window, SKIP)
    assert isinstance(window.page, ClosingPage)
    for check in reversed(window.visit.take_away()):
        press(window, BACK)
        assert asked(window).title == plain(check.choose)
    press(window, BACK)
    assert isinstance(window.page, SavePage)


def test_without_an_answer_it_says_that_one_may_skip(app: QApplication) -> None:
    window = begun()
    page = asked(window)
    go_on(window)
    assert window.page is page
    (link,) = page.summary.links
    assert link.words == LIBRARY.word("take-away.choose")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.group.rows[0]


def test_when_to_call_and_clear_and_leave_are_on_every_page_of_the_round(app: QApplication) -> None:
    window = begun()
    for right in (False, True):
        choose(window, right=right)
        assert [each.words for each in window.findChildren(CallButton) if each.isVisible()] == [CALL]
        page = window.page
        press(window, CALL)
        press(window, LIBRARY.word("window.go-on"))
        assert window.page is page
    press(window, LIBRARY.word("window.clear"))
    assert isinstance(window.page, ClearedPage)


def test_nothing_of_the_round_is_in_the_answers_the_guide_or_a_file_and_none_is_left(
    tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "guide.txt"
    window = at_the_save_page(choose_file=lambda *_: str(file))
    press(window, LIBRARY.word("window.save"))
    before = (window.visit.session, window.visit.document, file.read_bytes())
    press(window, HERE)
    for right in (False, True):
        choose(window, right=right)
    go_on(window)
    choose(window, right=False)
    while not isinstance(window.page, ClosingPage):
        press(window, SKIP)
    go_on(window)
    settle()
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, Round | AskedPage | YesPage)]
    press(window, LIBRARY.word("window.save"))
    assert (window.visit.session, window.visit.document, file.read_bytes()) == before
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_clear_and_leave_in_the_middle_of_the_round_leaves_nothing_of_it(app: QApplication) -> None:
    window = begun()
    choose(window, right=False)
    press(window, LIBRARY.word("window.clear"))
    settle()
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, Round | AskedPage)]


@pytest.mark.parametrize(("width", "step"), [(960, 100), (960, 200)])
def test_every_page_of_the_round_is_whole(width: int, step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = begun()
    window.resize(width, 700)
    settle()
    press(window, SKIP)
    for right in (None, False, True):
        if right is not None:
            choose(window, right=right)
        assert wrong(window, *WHOLE, out_of_order) == {}
    while not isinstance(window.page, ClosingPage):
        go_on(window) if isinstance(window.page, YesPage) else press(window, SKIP)
    assert wrong(window, *WHOLE, out_of_order) == {}
