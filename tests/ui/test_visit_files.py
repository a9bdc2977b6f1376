"""Saving a visit from the window and opening it again: what is asked, what is said, and what is left nowhere."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from her2guide.app import build_app
from her2guide.files.visit_errors import Problem
from her2guide.files.visit_file import SavedVisit, packed
from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.model.answers import NEVER_SAVED, to_json
from her2guide.opening import Opening
from her2guide.output.typed_text import visible
from her2guide.settings import KIOSK
from her2guide.ui import theme
from her2guide.ui.buttons import Button
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.visit_file import ContentsPage, OpenVisitPage, SaveVisitPage
from her2guide.ui.pages.waiting import WaitingPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from tests.files import age_by_hand
from tests.ui.geometry import WHOLE, out_of_order, wrong
from tests.ui.pseudo import LANGUAGE, write
from tests.ui.tour import said_to_readers
from tests.ui.visit_people import (
    OPEN,
    OPEN_IT,
    PLACE,
    SAVE,
    WORD,
    WORDS,
    at_the_lock,
    at_the_passphrase,
    choosing,
    lock_quickly,
    saved,
    type_in,
    wait,
)
from tests.ui.window_people import LIBRARY, PEOPLE, TODAY, at_the_save_page, go_on, opened, press, settle, to_page

CANARY = "quokka4711"
SOME = ("gus knows nothing yet", "dev takes Enhertu", "hana types whatever she likes")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    lock_quickly(monkeypatch)


def problems(window: MainWindow) -> list[str]:
    page = window.page
    assert isinstance(page, SaveVisitPage | OpenVisitPage)
    return [link.words for link in page.summary.links]


def texts(window: MainWindow) -> list[str]:
    return [each.words for each in window.page.findChildren(TextBlock) if each.isVisible()]


@pytest.mark.parametrize("person", SOME)
def test_what_is_saved_is_there_again_on_another_day(person: str, tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.h2g"
    window = saved(path, person)
    answers = window.visit.answers
    page = window.page
    assert isinstance(page, SavePage)
    assert page.note is not None
    assert page.note.isAncestorOf(window.focusWidget())
    assert LIBRARY.say("visit-file.saved", name="mine.h2g") in texts(window)
    whole = json.loads(age_by_hand.unlock(path.read_bytes(), WORDS))
    assert whole == {"visit": 1, "saved": TODAY.isoformat(), "answers": json.loads(to_json(answers))}
    assert [each.name for each in tmp_path.iterdir()] == ["mine.h2g"]
    window = at_the_lock(path)
    type_in(window, WORDS)
    press(window, OPEN_IT)
    wait(window)
    assert isinstance(window.page, CheckPage)
    assert to_json(window.visit.answers) == to_json(answers)
    assert LIBRARY.say("visit-file.opened", day="November 23, 2026") in texts(window)
    assert all(getattr(window.visit.answers, name) is None for name in NEVER_SAVED)
    go_on(window)
    assert window.visit.document is not None


@pytest.mark.parametrize(
    ("first", "again", "words"),
    [
        ("", "", LIBRARY.say("visit-file.too-short", least=12)),
        ("eleven char", "eleven char", LIBRARY.say("visit-file.too-short", least=12)),
        (CANARY * 2, CANARY * 3, WORD("visit-file.differ")),
        (CANARY * 2, "", WORD("visit-file.differ")),
    ],
)
def test_a_passphrase_is_long_enough_and_typed_twice_alike(
    first: str, again: str, words: str, tmp_path: Path, app: QApplication
) -> None:
    window = at_the_passphrase(tmp_path / "mine.h2g")
    type_in(window, first, again)
    press(window, PLACE)
    assert problems(window) == [words]
    page = window.page
    assert isinstance(page, SaveVisitPage)
    assert page.summary.isAncestorOf(window.focusWidget())
    assert CANARY not in " ".join(texts(window))
    assert list(tmp_path.iterdir()) == []


def test_what_is_typed_is_covered_until_the_person_wants_to_see_it(tmp_path: Path, app: QApplication) -> None:
    window = at_the_passphrase(tmp_path / "mine.h2g")
    page = window.page
    assert isinstance(page, SaveVisitPage)
    type_in(window, WORDS, WORDS)

    def modes() -> set[QLineEdit.EchoMode]:
        return {field.edit.echoMode() for field in page.fields if isinstance(field.edit, QLineEdit)}

    assert modes() == {QLineEdit.EchoMode.Password}
    press(window, WORD("visit-file.show"))
    assert modes() == {QLineEdit.EchoMode.Normal}
    press(window, WORD("visit-file.cover"))
    assert modes() == {QLineEdit.EchoMode.Password}
    assert [said_to_readers(field.edit) for field in page.fields] == [WORD("visit-file.new"), WORD("visit-file.again")]


def test_whoever_picks_no_place_is_back_at_the_passphrase(app: QApplication) -> None:
    window = at_the_passphrase("")
    type_in(window, WORDS, WORDS)
    press(window, PLACE)
    page = window.page
    assert isinstance(page, SaveVisitPage)
    assert page.fields[0].value() == WORDS
    window.go_back()
    settle()
    assert isinstance(window.page, SavePage)


def test_a_name_without_the_ending_gets_it(tmp_path: Path, app: QApplication) -> None:
    window = saved(tmp_path / "mine")
    assert [each.name for each in tmp_path.iterdir()] == ["mine.h2g"]
    assert LIBRARY.say("visit-file.saved", name="mine.h2g") in texts(window)


def test_a_place_that_cannot_be_written_to_is_told_and_another_can_be_picked(tmp_path: Path, app: QApplication) -> None:
    window = saved(tmp_path / "missing" / "mine.h2g")
    assert problems(window) == [LIBRARY.say("visit-file.not-saved", problem="the folder does not exist")]


@pytest.mark.parametrize("person", ["dev takes Enhertu", "hana types whatever she likes"])
def test_what_is_in_the_file_is_told_before_it_is_saved_all_of_it_and_nothing_else(
    person: str, tmp_path: Path, app: QApplication
) -> None:
    window = at_the_passphrase(tmp_path / "mine.h2g", person)
    type_in(window, WORDS, "")
    press(window, WORD("visit-file.contents"))
    assert isinstance(window.page, ContentsPage)
    said = " ".join(texts(window))
    questions = LIBRARY.questions.question
    assert WORD("visit-file.contents-not") in said
    for text in typed(json.loads(to_json(window.visit.answers))):
        assert " ".join(visible(text).split()) in " ".join(said.split())
    for page in ("household", "income", "work"):
        assert f"{questions[page].topic}: " not in said
    window.go_back()
    settle()
    page = window.page
    assert isinstance(page, SaveVisitPage)
    assert page.fields[0].value() == WORDS


def typed(found: object) -> list[str]:
    """Return what a person typed, by the fields that are free text."""
    free = ("questions", "matters_most", "clinic_name", "daytime_phone", "other_medicines", "specimen", "ish_ratio")
    texts = []
    for key, value in found.items() if isinstance(found, dict) else ():
        if key in free:
            texts += [value] if isinstance(value, str) else value if key == "questions" else []
        texts += typed(value)
    return texts


BAD = {
    Problem.FOREIGN: b"%PDF-1.7",
    Problem.TOO_BIG: bytes(2_000_000),
    Problem.DAMAGED: b"age-encryption.org/v1\n",
}


@pytest.mark.parametrize("problem", [*BAD, Problem.MISSING, Problem.UNREADABLE])
def test_a_file_that_can_be_no_visit_is_told_before_anything_is_typed(
    problem: Problem, tmp_path: Path, app: QApplication
) -> None:
    path = tmp_path / "mine.h2g"
    if problem in BAD:
        path.write_bytes(BAD[problem])
    elif problem is Problem.UNREADABLE:
        path.mkdir()
    assert problems(at_the_lock(path)) == [WORD(f"visit-file.problem-{problem}")]


def test_every_problem_has_words_of_its_own_in_the_window() -> None:
    assert len({WORD(f"visit-file.problem-{problem}") for problem in Problem}) == len(Problem)


def test_a_wrong_passphrase_is_told_and_nothing_that_was_said_is_lost(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.h2g"
    saved(path)
    window = at_the_lock(path)
    press(window, OPEN_IT)
    assert problems(window) == [WORD("visit-file.empty")]
    type_in(window, CANARY)
    press(window, OPEN_IT)
    wait(window)
    assert problems(window) == [WORD("visit-file.problem-other-words")]
    assert CANARY not in " ".join(texts(window))
    assert window.untold


def test_answers_that_this_version_does_not_know_are_not_taken(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.h2g"
    odd = SavedVisit('{"schema": 1, "shoe_size": "quokka4711"}', date(2026, 11, 29))
    path.write_bytes(age_by_hand.lock(packed(odd), WORDS))
    window = at_the_lock(path)
    type_in(window, WORDS)
    press(window, OPEN_IT)
    wait(window)
    assert problems(window) == [WORD("visit-file.problem-answers")]
    assert window.untold


def test_who_has_told_something_already_hears_that_it_is_replaced(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.h2g"
    saved(path)
    window = opened(choose_visit=choosing(path))
    to_page(window, PEOPLE["dev takes Enhertu"], "her2-score")
    go_on(window)
    while not isinstance(window.page, StartPage):
        window.go_back()
        settle()
    press(window, OPEN)
    assert WORD("visit-file.replaces") in texts(window)
    assert WORD("visit-file.replaces") not in texts(at_the_lock(path))


def test_the_window_lives_while_it_waits_and_can_stop(
    tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("her2guide.ui.visit_job.command", lambda: ["sleep", "60"])
    path = tmp_path / "mine.h2g"
    window = at_the_passphrase(path)
    type_in(window, WORDS, WORDS)
    press(window, PLACE)
    assert isinstance(window.page, WaitingPage)
    window.show_signs()
    settle()
    window.return_to_page()
    settle()
    assert isinstance(window.page, WaitingPage)
    press(window, WORD("visit-file.stop"))
    page = window.page
    assert isinstance(page, SaveVisitPage)
    assert [field.value() for field in page.fields] == ["", ""]
    assert list(tmp_path.iterdir()) == []


def test_what_ends_while_the_signs_are_shown_is_told_after_them(tmp_path: Path, app: QApplication) -> None:
    window = at_the_passphrase(tmp_path / "mine.h2g")
    type_in(window, WORDS, WORDS)
    press(window, PLACE)
    window.show_signs()
    for _ in range(300):
        settle()
        if window.trips.visit_files is None or window.trips.visit_files._job is None:
            break
        QTest.qWait(20)
    assert not isinstance(window.page, WaitingPage)
    window.return_to_page()
    wait(window)
    assert LIBRARY.say("visit-file.saved", name="mine.h2g") in texts(window)


@pytest.mark.parametrize("opening", [False, True])
def test_clearing_stops_what_is_going_on_and_leaves_no_passphrase(
    opening: bool, tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.h2g"
    saved(path)
    monkeypatch.setattr("her2guide.ui.visit_job.command", lambda: ["sleep", "60"])
    window = at_the_lock(path) if opening else at_the_passphrase(path)
    type_in(window, *([CANARY * 2] if opening else [CANARY * 2, CANARY * 2]))
    page = window.page
    press(window, OPEN_IT if opening else PLACE)
    window.clear_and_leave()
    settle()
    assert window.trips.visit_files is None
    assert window.untold
    assert [each.text() for each in window.findChildren(QLineEdit) if CANARY in each.text()] == []
    assert page not in window.stack.pages


def test_a_process_that_cannot_do_it_is_told_as_that(
    tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.h2g"
    saved(path)
    for command in (["false"], ["/nowhere/at/all"], ["echo", "hello"]):
        monkeypatch.setattr("her2guide.ui.visit_job.command", lambda command=command: command)
        window = at_the_lock(path)
        type_in(window, WORDS)
        press(window, OPEN_IT)
        wait(window)
        assert problems(window) == [WORD("visit-file.no-process")]


def test_on_a_shared_machine_no_visit_is_saved_or_opened(app: QApplication) -> None:
    for window in (at_the_save_page(kiosk=True, settings=KIOSK, choose_visit=choosing("x")),
                   opened(settings=KIOSK, choose_visit=choosing("x"))):  # fmt: skip
        assert {SAVE, OPEN} & {each.words for each in window.findChildren(Button)} == set()
        assert not window.trips.keeps_visits


def test_a_visit_named_on_the_command_line_is_asked_its_passphrase_first(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "mine.h2g"
    saved(path)
    window = build_app([], Opening(visit=path, today=TODAY)).window  # type: ignore[attr-defined]
    settle()
    assert isinstance(window.page, OpenVisitPage)
    assert LIBRARY.say("visit-file.name", name="mine.h2g") in texts(window)
    window.go_back()
    settle()
    assert isinstance(window.page, StartPage)


def test_with_the_slow_lock_it_works_too(tmp_path: Path, app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    path = tmp_path / "mine.h2g"
    window = saved(path)
    assert LIBRARY.say("visit-file.saved", name="mine.h2g") in texts(window)
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")


@pytest.mark.parametrize(("width", "step"), [(1024, 100), (960, 200)])
@pytest.mark.parametrize("language", ["plain", "longer"])
def test_every_page_is_whole(language: str, width: int, step: int, tmp_path: Path, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    library = LIBRARY if language == "plain" else Library(LANGUAGE, write(tmp_path))
    path = tmp_path / "mine.h2g"
    path.write_bytes(b"age-encryption.org/v1\n")
    window = opened(library, choose_visit=choosing(path))
    window.resize(width, 640)
    finders = (*WHOLE, out_of_order) if language == "plain" else WHOLE
    settle()
    assert wrong(window, *finders) == {}
    window.trips.open_visit()
    settle()
    assert wrong(window, *finders) == {}
    window.trips.save_visit()
    settle()
    assert wrong(window, *finders) == {}
    window.page.go_on()  # type: ignore[attr-defined]
    settle()
    assert wrong(window, *finders) == {}
    press(window, library.word("visit-file.contents"))
    assert wrong(window, *finders) == {}


def test_a_passphrase_can_be_pasted(tmp_path: Path, app: QApplication) -> None:
    window = at_the_passphrase(tmp_path / "mine.h2g")
    page = window.page
    assert isinstance(page, SaveVisitPage)
    QGuiApplication.clipboard().setText(WORDS)
    for field in page.fields:
        field.focus()
        QTest.keySequence(field.edit, QKeySequence(QKeySequence.StandardKey.Paste))
    assert [field.value() for field in page.fields] == [WORDS, WORDS]
    QGuiApplication.clipboard().clear()
