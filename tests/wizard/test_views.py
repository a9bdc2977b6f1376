"""What stands on a page and on the check page, from the words and the answers."""

from itertools import pairwise

import pytest

from her2guide.model.answers import Answers, Her2Result
from her2guide.model.income import UPPER_PERCENT, PovertyLine, ranges
from her2guide.model.terms import IhcScore, IncomeBand
from her2guide.wizard.check_view import check_view
from her2guide.wizard.entries import Entry
from her2guide.wizard.pages import Kind
from her2guide.wizard.session import Session, answer, change, forward, open_guide, start, submit
from her2guide.wizard.views import PageView, page_view, progress_words
from tests.wizard.visits import HOME, LIBRARY, PAGES, one, steps, texts, visit

FULL: dict[str, Entry | str] = {
    "her2-score": "1+",
    "setting": "metastatic",
    "estrogen": Entry(chosen=("positive",), texts=(("estrogen_percent", "90"),)),
    "other-results": Entry(results=((("ihc", "0"), ("specimen", "liver")), (("ihc", "2+"),))),
    "medicines": Entry(told=(("tamoxifen", "had"),), texts=(("other_medicines", "aspirin"),)),
    "concerns": Entry(chosen=("cost", "lungs")),
    "matters-most": Entry(lines=("Few visits to the clinic", "My garden")),
    "own-questions": Entry(lines=("Why?",)),
    "insurance": "employer",
    "household": texts(household_size="2"),
    "income": "139-150",
    "travel": "40-299",
}


def view(page: str, session: Session) -> PageView:
    return page_view(PAGES[page], session, LIBRARY)


def test_nothing_is_chosen_before_the_person_chooses() -> None:
    for session in steps({"her2-score": "0", "insurance": "medicare"}):
        if session.place in PAGES:
            shown = view(session.place, session)
            assert not any(choice.selected for choice in shown.choices)
            assert not any(field.text for field in shown.fields)


def test_each_page_has_one_group_of_inputs() -> None:
    for session in steps(FULL):
        if session.place in PAGES:
            shown = view(session.place, session)
            groups = {
                Kind.ONE_OF: shown.choices,
                Kind.MANY_OF: shown.choices,
                Kind.RANKED: shown.choices,
                Kind.FORM: shown.fields,
                Kind.NUMBER: shown.fields,
                Kind.MEDICINES: shown.medicines,
                Kind.RESULTS: shown.blank_result,
            }
            assert shown.kind is Kind.TEXTS or groups[shown.kind]
            assert bool(shown.medicines) is (shown.kind is Kind.MEDICINES)
            assert bool(shown.blank_result) is (shown.kind is Kind.RESULTS)


def test_a_missing_choice_shows_one_error_in_the_words_of_the_field() -> None:
    session = forward(forward(start(HOME)))
    shown = view("reader", session)
    assert shown.error_title == "There is a problem"
    assert [error.text for error in shown.errors] == ["Please choose one answer. You can go on with any of them."]
    assert [error.field for error in shown.errors] == ["reader"]
    assert view("reader", submit(session, one("patient"))).errors == ()


def test_a_page_shows_what_was_put_in() -> None:
    session = visit(FULL)
    estrogen = view("estrogen", session)
    assert [choice.id for choice in estrogen.choices if choice.selected] == ["positive"]
    assert estrogen.fields[0].text == "90"
    ranked = view("matters-most", session)
    assert ranked.lines == ("Few visits to the clinic", "My garden")
    assert {choice.id: choice.rank for choice in ranked.choices if choice.selected} == {"few-visits": 1}


def test_progress_is_told_in_words() -> None:
    session = forward(start(HOME))
    assert progress_words(session, LIBRARY) == f"Question 1 of {len(session.pages) - 2}"
    assert view("reader", session).progress == progress_words(session, LIBRARY)


def test_progress_in_the_guide_counts_the_pages_of_the_chapter() -> None:
    session = open_guide(visit({}), ("your-result", "lungs", "call-now", "paying-lines", "about"))
    told = []
    for _ in session.sections:
        told.append(progress_words(session, LIBRARY))
        session = forward(session)
    result, lungs, paying, about = (LIBRARY.word(f"chapter.{name}") for name in ("result", "lungs", "paying", "about"))
    assert told == [result, f"{lungs}: 1 of 2", f"{lungs}: 2 of 2", paying, about]


def test_further_results_stand_in_forms_of_their_own_with_staining_only_under_0() -> None:
    shown = view("other-results", visit(FULL))
    assert len(shown.results) == 2
    score, staining = shown.results[0][:2]
    assert [choice.id for choice in score.choices if choice.selected] == ["0"]
    assert score.choices[-1].id == "not_sure"
    assert staining.only_if == ("ihc", "0")
    assert not any(choice.selected for field in shown.blank_result for choice in field.choices)


@pytest.mark.parametrize(
    ("score", "first"),
    [
        (IhcScore.ONE_PLUS, {"trastuzumab-deruxtecan", "datopotamab-deruxtecan", "trastuzumab-emtansine"}),
        (
            IhcScore.THREE_PLUS,
            {
                "trastuzumab-deruxtecan",
                "datopotamab-deruxtecan",
                "trastuzumab-emtansine",
                "trastuzumab",
                "pertuzumab",
                "tucatinib",
            },
        ),
    ],
)
def test_the_short_list_of_medicines_follows_the_result_and_always_has_those_of_the_lung_page(
    score: IhcScore, first: set[str]
) -> None:
    shown = view("medicines", start(HOME, Answers(her2=Her2Result(ihc=score))))
    assert {row.id for row in shown.medicines if row.first} == first
    assert [row.first for row in shown.medicines] == sorted((row.first for row in shown.medicines), reverse=True)
    assert {row.id for row in shown.medicines} == set(LIBRARY.medicine_names)


def test_a_medicine_the_person_named_stands_on_the_short_list_whatever_the_result() -> None:
    rows = {row.id: row for row in view("medicines", visit(FULL)).medicines}
    assert (rows["tamoxifen"].first, rows["tamoxifen"].said) == (True, "had")


def test_income_is_told_in_dollars_for_the_household_and_leaves_no_gap() -> None:
    labels = {choice.id: choice.label for choice in view("income", visit(FULL)).choices}
    assert labels["<=138"] == "Up to $19,320"
    assert labels["139-150"] == "$19,321 to $21,000"
    assert labels[">500"] == "$70,001 or more"
    assert labels["prefer_not_to_say"] == "I’d rather not say"


@pytest.mark.parametrize("household", [1, 2, 7, 20])
def test_income_bands_meet_without_gap_or_overlap(household: int) -> None:
    found = ranges(PovertyLine(15_961, 5_679), household)
    assert list(found) == [band for band in IncomeBand if band is not IncomeBand.PREFER_NOT_TO_SAY]
    bands = list(found.values())
    assert all(after.low == (before.high or 0) + 1 for before, after in pairwise(bands))
    full = 15_961 + 5_679 * (household - 1)
    assert all((found[band].high or 0) <= full * percent / 100 for band, percent in UPPER_PERCENT.items())


def test_the_way_to_the_clinic_is_told_in_miles() -> None:
    labels = [choice.label for choice in view("travel", visit(FULL)).choices]
    assert labels == ["Up to 39 miles", "40 to 299 miles", "300 miles or more", "I’m not sure"]


def test_the_check_page_tells_each_answer_in_words_and_says_what_was_not_provided() -> None:
    rows = {row.change: row for row in check_view(visit(FULL), LIBRARY).rows}
    assert rows["her2-score"].answer == ("1+",)
    assert rows["estrogen"].answer == ("Positive", "Percent, if it is printed: 90")
    assert rows["other-results"].answer == (
        "Score or word: 0; Where the sample is from: liver",
        "Score or word: 2+",
    )
    assert rows["medicines"].answer == ("Tamoxifen: I had it in the past", "Other cancer medicines: aspirin")
    assert rows["concerns"].answer == ("My lungs", "What it costs")
    assert rows["matters-most"].answer == ("Few visits to the clinic", "My garden")
    assert rows["household"].answer == ("2",)
    assert rows["income"].answer == ("$19,321 to $21,000",)
    assert rows["reader"].answer == ("I’d rather not say",)
    assert (rows["clinic"].answer, rows["clinic"].provided) == (("Not provided",), False)


def test_none_of_these_is_said_on_the_check_page() -> None:
    session = answer(visit({}), "concerns", one("none_of_these"))
    rows = {row.change: row for row in check_view(session, LIBRARY).rows}
    assert rows["concerns"].answer == ("None of these",)


def test_what_a_person_typed_with_braces_stays_as_typed() -> None:
    session = submit(change(visit({}), "own-questions"), Entry(lines=("{topic} {0}",)))
    rows = {row.change: row for row in check_view(session, LIBRARY).rows}
    assert rows["own-questions"].answer == ("{topic} {0}",)
