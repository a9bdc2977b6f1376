"""A person brings their own report, and each thing is confirmed next to its line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.intake.reports import FoundReport, Opened
from her2guide.model.answers import Answers
from her2guide.ui import reading, theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.found import ItemPage, TakenPage, ToldPage, WhichPage
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.report import ReportPage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.quote import Quote
from tests.ui.report_people import (
    BACK,
    CHANGE,
    COLON,
    DISAGREE,
    LOW,
    NOTHING,
    SKIP,
    START,
    TWO,
    USE,
    WAITING,
    WORD,
    ZERO,
    brought,
    lines,
    press_unsure,
    put_in,
    use_all,
)
from tests.ui.tour import said_to_readers, words
from tests.ui.window_people import (
    LIBRARY,
    TODAY,
    go_on,
    press,
    question,
)
from tests.ui.window_people import put_in as answer
from tests.wizard.readings import IHC, found
from tests.wizard.readings import reading as reading_of


def to_the_check_page(window: MainWindow) -> list[str]:
    """Answer what is still open as someone who knows nothing, and return what was asked."""
    asked = []
    while isinstance(window.page, QuestionPage):
        page = question(window)
        asked.append(page.id)
        if not page.entry().chosen:
            answer(page, {})
        go_on(window)
    return asked


def test_a_text_is_read_confirmed_line_by_line_and_becomes_a_guide(app: QApplication) -> None:
    window = brought(LOW)
    assert isinstance(window.page, ToldPage)
    assert window.visit.answers == Answers()
    go_on(window)
    page = window.page
    assert isinstance(page, ItemPage)
    assert page.title == WORD("own-report.ask-ihc")
    assert "1+" in words(page)
    assert lines(window) == ["HER2 by IHC: negative, score 1+."]
    assert window.focusWidget() is page.heading
    titles = use_all(window)
    assert len(titles) == len(set(titles)) > 4
    assert isinstance(window.page, TakenPage)
    assert window.visit.answers == Answers(), "until the last page nothing is taken over"
    go_on(window)
    answers = window.visit.answers
    assert (answers.her2.ihc, answers.estrogen_receptor, answers.estrogen_percent) == ("1+", "positive", "95")
    assert (answers.progesterone_receptor, answers.progesterone_percent) == ("negative", "0")
    asked = to_the_check_page(window)
    assert asked[0] == "reader"
    assert not {"her2-score", "estrogen", "progesterone"} & set(asked)
    assert isinstance(window.page, CheckPage)
    assert "1+" in words(window.page)
    go_on(window)
    assert isinstance(window.page, SectionPage)


def test_the_words_that_were_read_are_marked_within_their_line(app: QApplication) -> None:
    window = brought(LOW)
    go_on(window)
    (quote,) = window.page.findChildren(Quote)
    ((start, length),) = quote.marks
    assert quote.words[start : start + length] == "1+"
    assert said_to_readers(quote) == quote.words
    assert quote.accessibleDescription() == LIBRARY.say("own-report.marked", words="1+")
    picture = quote.grab().toImage()
    amber = theme.current().color("amberbg").rgb()
    assert any(
        picture.pixel(x, y) == amber for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )


def test_words_of_a_report_are_shown_as_letters_and_never_as_markup(app: QApplication) -> None:
    line = "HER2 IHC: <b>score</b> 1+ <img src=x> \u202eback"
    window = brought(f"Breast.\n{line}\n")
    go_on(window)
    assert lines(window) == [line.replace("\u202e", "[U+202E]")]


def test_what_was_confirmed_can_be_changed_with_the_ordinary_question(app: QApplication) -> None:
    window = brought(LOW)
    go_on(window)
    use_all(window)
    go_on(window)
    to_the_check_page(window)
    press(window, CHANGE, LIBRARY.questions.word["change-name"].format(topic="HER2 score or word"))
    assert question(window).entry().chosen == ("1+",)
    answer(question(window), {"her2-score": "0"})
    go_on(window)
    assert window.visit.answers.her2.ihc == "0"
    assert question(window).id == "her2-staining"


def test_change_takes_the_persons_own_answer_and_back_from_it_takes_none(app: QApplication) -> None:
    window = brought(LOW)
    go_on(window)
    press(window, CHANGE)
    assert question(window).entry().chosen == ("1+",)
    press(window, BACK)
    assert isinstance(window.page, ItemPage)
    press(window, CHANGE)
    answer(question(window), {"her2-score": "2+"})
    go_on(window)
    while isinstance(window.page, ItemPage):
        press(window, SKIP)
    go_on(window)
    assert window.visit.answers.her2.ihc == "2+"
    assert window.visit.answers.estrogen_receptor is None


def test_change_without_an_answer_says_what_is_wrong(app: QApplication) -> None:
    window = brought(DISAGREE)
    press_unsure(window)
    go_on(window)
    press(window, CHANGE)
    page = question(window)
    go_on(window)
    assert window.page is page
    (link,) = page.summary.links
    assert link.words == LIBRARY.questions.problem["choose"] == page.part.choices.error  # type: ignore[attr-defined]


def test_who_skips_everything_has_answered_nothing_and_is_asked_as_ever(app: QApplication) -> None:
    window = brought(LOW)
    go_on(window)
    while isinstance(window.page, ItemPage):
        press(window, SKIP)
    assert window.page.title == WORD("own-report.taken-none")
    go_on(window)
    assert window.visit.answers == Answers()
    assert {"her2-score", "estrogen", "progesterone"} <= set(to_the_check_page(window))


def test_where_a_report_says_two_things_both_lines_are_shown_and_a_blank_is_left(app: QApplication) -> None:
    window = brought(DISAGREE)
    press_unsure(window)
    go_on(window)
    page = window.page
    assert isinstance(page, ItemPage)
    assert page.title == LIBRARY.say("own-report.more-than-one", topic="HER2 score or word")
    assert len(lines(window)) == 2
    assert [name for name, _ in (page.primary, *page.others)] == [CHANGE, SKIP]
    press(window, SKIP)
    use_all(window)
    go_on(window)
    assert window.visit.answers.her2.ihc is None


def test_what_is_still_to_come_is_told_and_can_be_used_as_such(app: QApplication) -> None:
    window = brought(WAITING)
    go_on(window)
    press(window, USE)
    page = window.page
    assert isinstance(page, ItemPage)
    assert page.title == LIBRARY.say("own-report.pending", topic="FISH or ISH (a gene test)")
    assert "pending" in lines(window)[0]
    use_all(window)
    go_on(window)
    assert (window.visit.answers.her2.ihc, window.visit.answers.her2.ish) == ("2+", "pending")


def test_a_score_that_is_still_to_come_is_told_with_its_line(app: QApplication) -> None:
    window = brought("Breast, core biopsy. HER2: pending.")
    assert isinstance(window.page, ToldPage)
    assert LIBRARY.say("own-report.still-to-come", topic="HER2 score or word") in words(window.page)
    assert any("HER2: pending" in line for line in lines(window))


def test_faint_staining_under_a_zero_is_asked_after_the_score(app: QApplication) -> None:
    window = brought(ZERO)
    go_on(window)
    use_all(window)
    go_on(window)
    assert (window.visit.answers.her2.ihc, window.visit.answers.her2.membrane_staining) == ("0", "faint")


@pytest.mark.parametrize(("text", "kind"), [(COLON, "other-organ"), (NOTHING, "nothing")])
def test_a_report_that_has_nothing_for_the_guide_says_so_kindly_and_there_is_a_way_on(
    text: str, kind: str, app: QApplication
) -> None:
    window = brought(text)
    assert isinstance(window.page, ToldPage)
    assert window.page.title == WORD(f"own-report.{kind}")
    press(window, WORD("own-report.again"))
    assert isinstance(window.page, ReportPage)
    put_in(window, text)
    go_on(window)
    assert question(window).id == "reader"
    assert window.visit.answers == Answers()
    assert window.trips.reporting is None


@pytest.mark.parametrize(("place", "score"), [(0, "1+"), (1, "3+")])
def test_of_two_samples_the_one_the_team_uses_is_asked_for_and_they_are_not_mixed(
    place: int, score: str, app: QApplication
) -> None:
    window = brought(TWO)
    page = window.page
    assert isinstance(page, WhichPage)
    assert page.title == "Which one is your team using?"
    go_on(window)
    (link,) = page.summary.links
    assert link.words == LIBRARY.questions.problem["choose"] == page.choices.error
    shown = " ".join(words(page))
    assert "1+" in shown
    assert "3+" in shown
    QTest.mouseClick(page.choices.group.rows[place], Qt.MouseButton.LeftButton)
    go_on(window)
    go_on(window)
    use_all(window)
    go_on(window)
    assert window.visit.answers.her2.ihc == score
    assert window.visit.answers.estrogen_receptor == ("positive", "negative")[place]


def test_of_several_reports_in_a_file_one_is_chosen(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = reading_of({IHC: found("1+")}), reading_of({IHC: found("3+")}, warnings=("A page was not read.",))
    several = (FoundReport("", "PDF", None, one), FoundReport("", "PDF", TODAY, other))
    monkeypatch.setattr(reading, "from_output", lambda _output: Opened(reading_of(), several))
    window = brought("a file with two reports")
    page = window.page
    assert isinstance(page, WhichPage)
    assert page.title == WORD("own-report.which-report")
    QTest.mouseClick(page.choices.group.rows[1], Qt.MouseButton.LeftButton)
    go_on(window)
    assert "A page was not read." in words(window.page)
    go_on(window)
    use_all(window)
    go_on(window)
    assert window.visit.answers.her2.ihc == "3+"


def test_back_leads_through_the_round_to_the_text_and_to_the_start(app: QApplication) -> None:
    window = brought(LOW)
    go_on(window)
    press(window, USE)
    press(window, BACK)
    assert window.page.title == WORD("own-report.ask-ihc")
    press(window, BACK)
    assert isinstance(window.page, ToldPage)
    press(window, BACK)
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.field.value() == LOW
    press(window, BACK)
    assert isinstance(window.page, StartPage)
    press(window, START)
    assert isinstance(window.page, ReportPage)
    assert window.page.field.value() == ""
