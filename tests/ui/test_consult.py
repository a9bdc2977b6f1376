"""A counselor beside people: the windows follow each other, marks stay here, and the next person meets nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit

from her2guide.app import build_app
from her2guide.consult.talk import Talk, ToldBack
from her2guide.guide.document import lines_of, plain
from her2guide.guide.words import line
from her2guide.look import Palette
from her2guide.model.answers import Answers
from her2guide.opening import Opening
from her2guide.settings import CONSULT, HOME, KIOSK
from her2guide.ui import theme
from her2guide.ui.consult.cover import BlankPage, CoverPage, NextPage
from her2guide.ui.consult.desk import Desk
from her2guide.ui.consult.look_view import NOT_SHOWN, SHOWN, LookView
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.parts_view import PartsView
from her2guide.ui.consult.print_view import PrintView
from her2guide.ui.consult.talk_view import NothingYet, TalkView
from her2guide.ui.consult.window import VIEWS, CounselorWindow
from her2guide.ui.pages.calm import ClearedPage, StartPage
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.text import TextBlock
from her2guide.ui.typeset import Typeset
from her2guide.wizard import session as steps
from her2guide.wizard.entries import Entry
from her2guide.wizard.pages import SectionPage
from tests.ui.consult_people import BEN, TWO_SCREENS, Clock, at_the_start, make_guide, press, see, with_guide
from tests.ui.test_consult_prompts import read_out
from tests.ui.test_one_window import Watch
from tests.ui.window_people import LIBRARY, TODAY, settle

CANARY = "quokka"
FRAME = 4  # pixels that a system may draw around a window


@pytest.fixture
def desk(app: QApplication) -> Iterator[Desk]:
    made = with_guide()
    yield made
    made.close()


def word(key: str) -> str:
    return LIBRARY.word(f"consult.{key}")


def notes(desk: Desk) -> NotesView:
    page = see(desk, "notes")
    assert isinstance(page, NotesView)
    return page


def write_note(desk: Desk, text: str) -> None:
    page = notes(desk)
    page.for_person.edit.setFocus()
    page.for_person.set_value(text)
    page.own.edit.setFocus()
    settle()


def tick(page: TalkView | PrintView, choice: str) -> None:
    group = page.covered if isinstance(page, TalkView) else page.parts
    next(row for row in group.rows if row.choice.id == choice).click()
    settle()


def on_paper(desk: Desk) -> str:
    document = desk.window.visit.on_paper
    assert document is not None
    return "\n".join(
        plain(line) for section in document.sections for block in section.blocks for line in lines_of(block)
    )


# --- the two windows


def test_the_mode_opens_one_main_window_and_a_counselors_window_beside_it(app: QApplication) -> None:
    build_app(["her2guide"], Opening(settings=CONSULT, today=TODAY))
    settle()
    shown = [each for each in app.topLevelWidgets() if each.isVisible()]
    assert sorted(type(each).__name__ for each in shown) == ["CounselorWindow", "MainWindow"]
    assert len([each for each in shown if isinstance(each, QMainWindow)]) == 1
    app.desk.close()  # type: ignore[attr-defined]
    settle()
    assert not [each for each in app.topLevelWidgets() if each.isVisible()]


@pytest.mark.parametrize("settings", [HOME, KIOSK])
def test_no_other_mode_has_a_counselors_window(app: QApplication, settings: object) -> None:
    build_app(["her2guide"], Opening(settings=settings, today=TODAY))  # type: ignore[arg-type]
    settle()
    assert not [each for each in app.topLevelWidgets() if isinstance(each, CounselorWindow)]


def test_on_one_screen_the_windows_stand_side_by_side(desk: Desk) -> None:
    mine, theirs = desk.window.geometry(), desk.counselor.geometry()
    assert abs(mine.right() + 1 - theirs.left()) <= FRAME
    assert mine.width() + theirs.width() == 1920
    assert mine.height() == theirs.height() == 1040


def test_on_two_screens_each_window_has_its_own(app: QApplication) -> None:
    desk = with_guide(screens=TWO_SCREENS)
    assert abs(desk.window.geometry().left()) <= FRAME
    assert abs(desk.counselor.geometry().left() - 1280) <= FRAME
    assert desk.counselor.width() == 1440
    desk.close()


def test_before_there_is_a_guide_the_window_says_what_to_do(app: QApplication) -> None:
    desk = at_the_start()
    for view in ("talk", "parts", "notes", "print"):
        page = see(desk, view)
        assert isinstance(page, NothingYet), view
        assert word("no-guide") in read_out(page)
    look = see(desk, "look")
    assert isinstance(look, LookView)
    assert set(look.groups) == {"size", "colors"}
    desk.close()


@pytest.mark.parametrize("first", ["main", "counselor"])
def test_closing_either_window_closes_both_and_stops_the_clock(app: QApplication, first: str) -> None:
    desk = with_guide()
    (desk.window if first == "main" else desk.counselor).close()
    settle()
    assert not desk.window.isVisible()
    assert not desk.counselor.isVisible()
    assert desk.window.visit.answers == Answers()
    assert desk.watch is not None
    assert not desk.watch.runs


# --- talk


def test_the_prompt_follows_the_page_that_the_person_turns_to(desk: Desk) -> None:
    for _ in range(3):
        press(desk.window, LIBRARY.questions.word["continue"])
        here = desk.window.visit.section
        assert LIBRARY.say("consult.talk.seen", title=here.title) == desk.counselor.page.title
        assert LIBRARY.prompts[here.id].say in read_out(desk.counselor)


def test_the_counselor_turns_both_windows_to_any_part(desk: Desk) -> None:
    page = see(desk, "parts")
    assert isinstance(page, PartsView)
    assert list(page.contents.parts) == [section.id for section in desk.sections]
    page.contents.parts["lungs"].click()
    settle()
    assert desk.window.visit.section.id == "lungs"
    assert isinstance(desk.counselor.page, TalkView)
    assert LIBRARY.prompts["lungs"].ask in read_out(desk.counselor)
    press(desk.counselor, word("talk.after"))
    assert desk.window.visit.section.id == "call-now"
    press(desk.counselor, word("talk.before"))
    assert desk.window.visit.section.id == "lungs"


def test_the_first_part_has_none_before_it_and_the_last_none_after(desk: Desk) -> None:
    assert word("talk.before") not in read_out(desk.counselor)
    desk.turn_to(desk.sections[-1].id)
    settle()
    assert word("talk.after") not in read_out(desk.counselor)
    assert word("talk.before") in read_out(desk.counselor)


def test_a_part_that_was_talked_about_says_so_in_the_outline(desk: Desk) -> None:
    page = desk.counselor.page
    assert isinstance(page, TalkView)
    tick(page, "covered")
    title = LIBRARY.say("consult.parts.done", title=desk.sections[0].title)
    parts = see(desk, "parts")
    assert title in read_out(parts)
    assert LIBRARY.say("consult.parts.count", covered=1, all=len(desk.sections)) in read_out(parts)
    talk = see(desk, "talk")
    assert isinstance(talk, TalkView)
    assert talk.covered.chosen() == ("covered",)
    tick(talk, "covered")
    assert desk.talk == Talk()


def test_a_prompt_past_its_day_says_so(app: QApplication) -> None:
    desk = with_guide()
    desk.window.visit.today = LIBRARY.prompts["lungs"].due.replace(year=2030)
    desk.turn_to("lungs")
    settle()
    assert "due for a check" in read_out(desk.counselor)
    desk.close()


# --- notes and what was told back


def test_notes_for_the_person_are_in_their_guide_once_the_box_is_left(desk: Desk) -> None:
    desk.turn_to("questions")
    write_note(desk, f"Bring the {CANARY}.")
    assert f"Bring the {CANARY}." in read_out(desk.window)
    assert desk.window.visit.section.id == "questions"
    assert f"Bring the {CANARY}." in on_paper(desk)
    assert notes(desk).for_person.value() == f"Bring the {CANARY}."
    write_note(desk, "")
    assert CANARY not in read_out(desk.window)
    assert CANARY not in on_paper(desk)


def test_notes_for_oneself_stay_in_their_box(desk: Desk) -> None:
    notes(desk).own.set_value(CANARY)
    see(desk, "print")
    assert notes(desk).own.value() == CANARY
    assert CANARY not in read_out(desk.window)
    assert CANARY not in on_paper(desk)


def test_what_was_told_back_is_printed_only_where_it_is_wanted(desk: Desk) -> None:
    page = notes(desk)
    assert list(page.points) == list(LIBRARY.check_words.point)
    page.points["signs"].rows[0].click()
    page.points["open"].rows[1].click()
    heading = word("paper.told-back")
    assert heading not in on_paper(desk)
    page.printed.rows[0].click()
    assert heading in on_paper(desk)
    assert f"{word('point.signs')}: {word('paper.told')}" in on_paper(desk)
    assert f"{word('point.open')}: {word('paper.again')}" in on_paper(desk)
    assert heading not in read_out(desk.window)
    again = notes(desk)
    assert [group.chosen() for group in again.points.values()] == [(), ("told",), (), (), ("again",)]
    again.printed.rows[0].click()
    assert heading not in on_paper(desk)


# --- print


def test_a_part_that_is_left_out_is_not_on_paper_and_the_last_page_says_so(desk: Desk) -> None:
    page = see(desk, "print")
    assert isinstance(page, PrintView)
    gone = "her2-tests"
    tick(page, gone)
    document = desk.window.visit.on_paper
    assert document is not None
    assert [each.id for each in document.sections] == [each.id for each in desk.sections if each.id != gone]
    title = next(each.title for each in desk.sections if each.id == gone)
    assert LIBRARY.say("consult.paper.left-out", parts=title) in on_paper(desk)
    desk.turn_to(gone)  # on the screen it is there still
    assert desk.window.visit.section.id == gone


def test_a_part_is_moved_up_and_down_and_the_keyboard_stays_where_it_was(desk: Desk) -> None:
    page = see(desk, "print")
    assert isinstance(page, PrintView)
    ids = [row.choice.id for row in page.parts.rows]
    tick(page, ids[3])
    tick(desk.counselor.page, ids[3])  # type: ignore[arg-type]
    assert word("print.up") in read_out(desk.counselor)
    press(desk.counselor, word("print.up"))
    page = desk.counselor.page
    assert isinstance(page, PrintView)
    assert [row.choice.id for row in page.parts.rows][2:4] == [ids[3], ids[2]]
    assert desk.counselor.focusWidget() is page.up
    press(desk.counselor, word("print.down"))
    assert [row.choice.id for row in desk.counselor.page.parts.rows] == ids  # type: ignore[attr-defined]


def test_the_other_window_turns_to_print_and_save_and_its_preview_holds_the_chosen_parts(desk: Desk) -> None:
    page = see(desk, "print")
    assert isinstance(page, PrintView)
    for part in [row.choice.id for row in page.parts.rows][:3]:
        current = desk.counselor.page
        assert isinstance(current, PrintView)
        tick(current, part)
    whole = len(desk.sections)
    press(desk.counselor, word("print.go"))
    assert isinstance(desk.window.page, SavePage)
    desk.window.keeping.show_preview()
    settle()
    preview = desk.window.page
    assert isinstance(preview, PreviewPage)
    assert len(preview.titles) == whole - 3
    desk.window.go_back()
    desk.window.go_back()
    assert isinstance(desk.window.visit.page, SectionPage)


def test_the_chart_lines_are_copied_by_the_button_and_cleared_with_the_next_person(desk: Desk) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("something of someone else")
    tick(desk.counselor.page, "covered")  # type: ignore[arg-type]
    see(desk, "print")
    assert clipboard.text() == "something of someone else"
    press(desk.counselor, word("print.copy"))
    lines = clipboard.text().split("\n")
    assert len(lines) == 3
    assert LIBRARY.word("chapter.result") in lines[1]
    assert word("print.copied") in read_out(desk.counselor)
    desk.window.start_over()
    assert clipboard.text() == ""


def test_a_clipboard_that_someone_else_wrote_since_is_left_alone(desk: Desk) -> None:
    see(desk, "print")
    press(desk.counselor, word("print.copy"))
    QApplication.clipboard().setText("mine")
    desk.window.start_over()
    assert QApplication.clipboard().text() == "mine"
    QApplication.clipboard().clear()


# --- look


def looks(desk: Desk) -> tuple[tuple[int, Palette], tuple[int, Palette]]:
    """Return size and colors of all texts that are seen: in the counselor's window, and in the person's."""
    found = []
    for window in (desk.counselor, desk.window):
        texts = [each for each in window.findChildren(TextBlock) if each.isVisible()]
        (look,) = {(each.theme.step, each.theme.palette) for each in texts}
        made = {each.words: (each.line_height, Typeset(line("x"), each.theme, each.role).line_height) for each in texts}
        assert [words for words, (one, other) in made.items() if one != other] == []
        found.append(look)
        assert window.palette().window().color() == theme.worn_by(window).color("page")
    return found[0], found[1]


def test_each_window_has_a_size_and_colors_of_its_own(desk: Desk) -> None:
    usual, other = (100, Palette.LIGHT), (130, Palette.HIGH_CONTRAST)
    page = see(desk, "look")
    assert isinstance(page, LookView)
    before = page.heading.line_height
    page.groups["size"].rows[1].click()
    page.groups["colors"].rows[2].click()
    settle()
    assert looks(desk) == (other, usual)
    assert page.heading.line_height == pytest.approx(1.3 * before, rel=0.03)
    for view in VIEWS:  # what is made later is as large
        see(desk, view)
        assert looks(desk) == (other, usual)
    desk.window.next_size()
    desk.window.next_size()
    settle()
    assert looks(desk) == (other, (160, Palette.LIGHT))
    desk.turn_to("lungs")
    settle()
    assert looks(desk) == (other, (160, Palette.LIGHT))
    page = see(desk, "look")
    assert isinstance(page, LookView)
    assert page.groups["size"].chosen() == ("130",)
    desk.forget()
    settle()
    assert looks(desk)[0] == usual
    assert theme.current().step == 100


def test_the_switches_change_the_guide(desk: Desk) -> None:
    desk.turn_to("lungs")
    page = see(desk, "look")
    assert isinstance(page, LookView)
    visit = desk.window.visit
    for group, tells in (("numbers", lambda: visit.numbers), ("survival", lambda: visit.survival)):
        for choice, wanted in ((SHOWN, True), (NOT_SHOWN, False)):
            next(row for row in page.groups[group].rows if row.choice.id == choice).click()
            settle()
            assert tells() is wanted
            assert visit.section.id == "lungs"


def test_the_other_window_can_be_blanked_and_shows_the_signs_meanwhile(desk: Desk) -> None:
    desk.turn_to("lungs")
    press(desk.counselor, word("blank"))
    assert isinstance(desk.window.page, BlankPage)
    assert LIBRARY.word("signs.call-now") in read_out(desk.window.page)
    assert desk.sections[2].title not in read_out(desk.window.page)
    press(desk.counselor, word("unblank"))
    assert desk.window.visit.section.id == "lungs"
    assert not isinstance(desk.window.page, BlankPage)
    press(desk.counselor, word("blank"))
    desk.turn_to("call-now")
    settle()
    assert word("blank-name") in read_out(desk.counselor.head)
    assert not isinstance(desk.window.page, BlankPage)


# --- the next person


def canaries(desk: Desk) -> list[str]:
    """Return where the canary still is in any widget of the two windows."""
    found = []
    for window in (desk.window, desk.counselor):
        if CANARY in read_out(window):
            found.append(type(window).__name__)
        found += [type(each).__name__ for each in window.findChildren(QPlainTextEdit) if CANARY in each.toPlainText()]
        found += [type(each).__name__ for each in window.findChildren(QLineEdit) if CANARY in each.text()]
    return found


def leave_canaries(desk: Desk) -> None:
    """Write notes, mark what can be marked, change the look, and copy."""
    write_note(desk, f"{CANARY} for you")
    notes(desk).own.set_value(f"{CANARY} for me")
    notes(desk).points["signs"].rows[0].click()
    notes(desk).printed.rows[0].click()
    tick(see(desk, "talk"), "covered")  # type: ignore[arg-type]
    see(desk, "print")
    press(desk.counselor, word("print.copy"))
    look = see(desk, "look")
    assert isinstance(look, LookView)
    look.groups["size"].rows[2].click()
    notes(desk)
    settle()


def test_the_next_person_is_asked_for_once_and_not_yet_changes_nothing(desk: Desk) -> None:
    write_note(desk, CANARY)
    press(desk.counselor, word("next"))
    assert isinstance(desk.counselor.page, NextPage)
    assert word("next-lines") in read_out(desk.counselor)
    assert CANARY not in read_out(desk.counselor)
    press(desk.counselor, word("next-no"))
    assert notes(desk).for_person.value() == CANARY
    assert desk.document is not None


def test_two_people_in_turn_meet_nothing_of_each_other(desk: Desk) -> None:
    leave_canaries(desk)
    assert len(canaries(desk)) > 2
    press(desk.counselor, word("next"))
    press(desk.counselor, word("next-yes"))
    assert isinstance(desk.window.page, StartPage)
    assert desk.talk == Talk()
    assert canaries(desk) == []
    assert QApplication.clipboard().text() == ""
    assert looks(desk) == ((100, Palette.LIGHT), (100, Palette.LIGHT))
    make_guide(desk, BEN)
    assert desk.document is not None
    for view in VIEWS:
        see(desk, view)
        assert canaries(desk) == [], view
    assert CANARY not in on_paper(desk)
    assert [section.id for section in desk.window.visit.on_paper.sections] == [each.id for each in desk.sections]  # type: ignore[union-attr]
    assert notes(desk).own.value() == notes(desk).for_person.value() == ""
    assert not desk.talk.told_back


def test_clear_and_leave_in_the_other_window_clears_this_one_too(desk: Desk) -> None:
    leave_canaries(desk)
    desk.window.clear_and_leave()
    settle()
    assert isinstance(desk.window.page, ClearedPage)
    assert isinstance(desk.counselor.page, NothingYet)
    assert canaries(desk) == []
    assert desk.talk == Talk()


def test_answers_of_a_file_are_there_when_the_windows_open_and_gone_with_the_next_person(app: QApplication) -> None:
    answers = Answers(confirmed=True, counselor_notes=f"{CANARY} of last time", questions=(f"Why a {CANARY}?",))
    build_app(["her2guide"], Opening(settings=CONSULT, answers=answers, today=TODAY))
    desk: Desk = app.desk  # type: ignore[attr-defined]
    settle()
    desk.window.leafing.make_guide()
    settle()
    assert f"Why a {CANARY}?" in on_paper(desk)
    assert notes(desk).for_person.value() == f"{CANARY} of last time"
    press(desk.counselor, word("next"))
    press(desk.counselor, word("next-yes"))
    assert canaries(desk) == []
    assert CANARY not in repr(desk.window.visit.session)
    desk.close()


# --- the cover


def covered(desk: Desk) -> bool:
    return isinstance(desk.counselor.page, CoverPage)


def test_the_window_is_covered_after_five_minutes_and_the_other_one_is_not(app: QApplication) -> None:
    clock = Clock()
    desk = with_guide(clock=clock)
    desk.turn_to("lungs")
    write_note(desk, CANARY)
    clock.time += 269
    desk.watch.tick()
    assert not desk.counselor.warning.isVisible()
    clock.time += 1
    desk.watch.tick()
    assert desk.counselor.warning.isVisible()
    assert not covered(desk)
    clock.time += 30
    desk.watch.tick()
    settle()
    assert covered(desk)
    assert CANARY not in read_out(desk.counselor)
    assert not desk.counselor.views.isVisible()
    assert desk.window.visit.section.id == "lungs"
    assert desk.window.isVisible()
    press(desk.window, LIBRARY.questions.word["continue"])
    assert covered(desk)
    press(desk.counselor, word("cover.go-on"))
    assert notes(desk).for_person.value() == CANARY
    desk.close()


@pytest.mark.parametrize("where", ["window", "counselor"])
def test_a_key_or_a_press_in_either_window_keeps_it_open(app: QApplication, where: str) -> None:
    clock = Clock()
    desk = with_guide(clock=clock)
    clock.time += 280
    desk.watch.tick()
    assert desk.counselor.warning.isVisible()
    QTest.keyClick(getattr(desk, where).windowHandle(), Qt.Key.Key_Shift)
    assert not desk.counselor.warning.isVisible()
    clock.time += 200
    desk.watch.tick()
    assert not covered(desk)
    desk.close()


def test_time_asleep_counts(app: QApplication) -> None:
    clock = Clock()
    desk = with_guide(clock=clock)
    clock.asleep = 3600
    QTest.keyClick(desk.counselor.windowHandle(), Qt.Key.Key_Shift)  # what woke it is no sign of who is there
    desk.watch.tick()
    assert covered(desk)
    desk.close()


def test_where_no_time_is_set_nothing_is_covered(app: QApplication) -> None:
    clock = Clock()
    desk = with_guide(clock=clock, settings=replace(CONSULT, lock_after=None))
    clock.time += 100_000
    assert not covered(desk)
    assert desk.watch is None
    desk.close()


def test_the_marks_are_kept_as_they_were_made(desk: Desk) -> None:
    notes(desk).points["whom"].rows[1].click()
    notes(desk).points["whom"].rows[0].click()
    assert desk.talk.told_back == (("whom", ToldBack.TOLD),)


def test_whom_to_call_is_never_replaced_by_what_the_counselor_does(desk: Desk) -> None:
    desk.turn_to("questions")
    desk.window.show_call()
    settle()
    page = desk.window.page
    write_note(desk, CANARY)
    notes(desk).points["signs"].rows[0].click()
    look = see(desk, "look")
    assert isinstance(look, LookView)
    look.groups["numbers"].rows[0].click()
    settle()
    assert desk.window.page is page
    assert CANARY in on_paper(desk)


def test_a_question_about_the_next_person_stays_while_the_other_window_turns(desk: Desk) -> None:
    press(desk.counselor, word("next"))
    press(desk.window, LIBRARY.questions.word["continue"])
    assert isinstance(desk.counselor.page, NextPage)
    press(desk.counselor, word("next-no"))
    assert desk.counselor.page.title == LIBRARY.say("consult.talk.seen", title=desk.sections[1].title)


def test_clear_and_leave_while_covered_leaves_nothing_under_the_cover_and_the_clock_goes_on(app: QApplication) -> None:
    clock = Clock()
    desk = with_guide(clock=clock)
    leave_canaries(desk)
    clock.time += 300
    assert desk.watch is not None
    desk.watch.tick()
    assert covered(desk)
    desk.window.clear_and_leave()
    settle()
    assert canaries(desk) == []
    assert isinstance(desk.counselor.page, NothingYet)
    clock.time += 300
    desk.watch.tick()
    assert covered(desk)
    desk.close()


def test_a_clinics_own_part_has_no_prompt_and_says_so(app: QApplication) -> None:
    from her2guide.guide.build import build_guide
    from her2guide.library.clinic_words import ClinicBlock, ClinicSection, ClinicWords

    desk = with_guide()
    own = ClinicWords("Lake", sections=(ClinicSection(title="Parking", block=(ClinicBlock(paragraph="Gate B."),)),))
    visit = desk.window.visit
    visit._clinic = own
    visit.note("again")
    assert visit.document == build_guide(visit.answers, LIBRARY, TODAY, own).document
    desk.turn_to("clinic-1")
    settle()
    assert "Gate B." in read_out(desk.window)
    assert "Lake" in desk.window.page.title
    assert word("no-part") in read_out(desk.counselor)
    desk.close()


@pytest.mark.parametrize("view", VIEWS)
def test_a_guide_that_goes_with_a_changed_answer_takes_what_is_offered_for_it_along(desk: Desk, view: str) -> None:
    see(desk, view)
    visit = desk.window.visit
    desk.window.change("numbers")
    settle()
    entry = Entry(chosen=("no",))
    visit.session = steps.answer(visit.session, "setting", Entry(chosen=("early",)))
    desk.window.change("numbers")
    desk.window.submit(entry)
    settle()
    assert desk.document is None
    if view == "look":
        assert set(desk.counselor.page.groups) == {"size", "colors"}  # type: ignore[attr-defined]
    else:
        assert isinstance(desk.counselor.page, NothingYet)
    visit.session = replace(visit.session, visited=frozenset(page.id for page in steps.questions(visit.session)))
    visit.make()
    desk.window.show_place()
    settle()
    assert not isinstance(desk.counselor.page, NothingYet)


def test_nothing_else_comes_up_as_a_window(app: QApplication) -> None:
    watch = Watch()
    app.installEventFilter(watch)
    desk = with_guide()
    for view in VIEWS:
        see(desk, view)
    desk.blank()
    desk.turn_to("lungs")
    desk.ask_for_next()
    desk.cover_window()
    settle()
    app.removeEventFilter(watch)
    assert sorted(watch.seen) == ["CounselorWindow", "MainWindow"]
    desk.close()
