"""What is put in on a page, to answers and back."""

from datetime import date

import pytest

from her2guide.model.answers import Answers, Her2Result
from her2guide.model.answers_json import MAX_TEXT
from her2guide.model.errors import AnswersError
from her2guide.model.terms import Concern, IhcScore, IshResult, MembraneStaining, Told, YesNo
from her2guide.wizard.entries import Entry, Fault, Problem, read, read_date, write
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.pages import Kind
from tests.wizard.visits import PAGES, one, texts

SAMPLES = {
    "her2-details": texts(ish_ratio="1.4", copy_number="3.2", specimen="liver", date="03/14/2026"),
    "estrogen": Entry(chosen=("low_positive",), texts=(("estrogen_percent", "5%"),)),
    "other-results": Entry(results=((("ihc", "0"), ("membrane_staining", "faint"), ("date", "01/02/2025")),)),
    "medicines": Entry(
        told=(("trastuzumab-deruxtecan", "taking"), ("taxane", "had")), texts=(("other_medicines", "x"),)
    ),
    "concerns": Entry(chosen=("lungs", "cost")),
    "matters-most": Entry(lines=("b", "a")),
    "own-questions": Entry(lines=("Why?", "When?")),
    "household": texts(household_size="3"),
    "clinic": texts(clinic_name="Lake", daytime_phone="555", after_hours_phone="556", infusion_day="Tuesday"),
}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_put_in_is_read_back_as_it_was(page: str) -> None:
    entries = [SAMPLES[page]] if page in SAMPLES else [Entry()]
    if PAGES[page].kind is Kind.ONE_OF:
        values = [choice.value for choice in PAGES[page].choices]
        entries += [one(each.id) for each in PAGES[page].choices if each.value is not None]
        entries = [entry for entry in entries if not entry.chosen or _is_plain(page, entry.chosen[0], values)]
    for entry in entries:
        answers, problems = write(PAGES[page], entry, Answers())
        assert problems == ()
        assert read(PAGES[page], answers) == entry


def _is_plain(page: str, choice: str, values: list[object]) -> bool:
    """Return whether a choice is the first of its value: for the others the session remembers the choice."""
    value = {each.id: each.value for each in PAGES[page].choices}[choice]
    return PAGES[page].choices[values.index(value)].id == choice


def test_every_kind_of_page_has_a_sample() -> None:
    assert {PAGES[page].kind for page in SAMPLES} == set(Kind)


def test_each_page_writes_its_own_answers_only() -> None:
    for page in QUESTIONS:
        answers, _ = write(page, SAMPLES.get(page.id, Entry()), Answers())
        others = [path for other in QUESTIONS if other is not page for path in other.fields]
        assert all(read(other, answers) == read(other, Answers()) for other in QUESTIONS if other is not page), others


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/14/2026", date(2026, 3, 14)),
        ("03 / 14 / 2026", date(2026, 3, 14)),
        (" 2026-03-14 ", date(2026, 3, 14)),
        ("3-14-2026", date(2026, 3, 14)),
        ("14/3/2026", None),
        ("2/30/2026", None),
        ("3/14/26", None),
        ("March", None),
        ("0/0/0000", None),
        ("٣/14/2026", None),
    ],
)
def test_a_date_is_read_as_month_day_year_or_not_at_all(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["0", "21", "-1", "two", "1.5", "²", "٣", "007"])
def test_a_household_is_a_whole_number_from_1_to_20(text: str) -> None:
    answers, problems = write(PAGES["household"], texts(household_size=text), Answers())
    assert (answers, problems) == (Answers(), (Problem(Fault.NUMBER, "household_size"),))


@pytest.mark.parametrize(
    ("page", "entry", "problem"),
    [
        ("concerns", Entry(chosen=("lungs", "none_of_these")), Problem(Fault.NONE_AND_MORE, "concerns")),
        ("own-questions", Entry(lines=("a", "x" * (MAX_TEXT + 1))), Problem(Fault.TOO_LONG, "questions", 1)),
        ("own-questions", Entry(lines=("\ud800",)), Problem(Fault.BROKEN, "questions", 0)),
        ("own-questions", Entry(lines=tuple(map(str, range(21)))), Problem(Fault.TOO_MANY, "questions")),
        ("other-results", Entry(results=((("date", "x"),),)), Problem(Fault.DATE, "date", 0)),
        (
            "other-results",
            Entry(results=tuple((("specimen", str(each)),) for each in range(6))),
            Problem(Fault.TOO_MANY, "other_results"),
        ),
        ("clinic", texts(clinic_name="x" * (MAX_TEXT + 1)), Problem(Fault.TOO_LONG, "clinic_name")),
    ],
)
def test_each_fault_names_its_field_and_changes_nothing(page: str, entry: Entry, problem: Problem) -> None:
    assert write(PAGES[page], entry, Answers()) == (Answers(), (problem,))


def test_every_fault_can_happen() -> None:
    marks = test_each_fault_names_its_field_and_changes_nothing.pytestmark
    assert {row[2].fault for row in marks[0].args[1]} | {Fault.CHOOSE, Fault.NUMBER} == set(Fault)


def test_none_of_these_alone_is_an_answer_without_concerns() -> None:
    answers, problems = write(PAGES["concerns"], one("none_of_these"), Answers(concerns=(Concern.EYES,)))
    assert (answers.concerns, problems) == ((), ())


def test_medicines_stand_in_the_order_of_the_answers_file_and_unsaid_ones_go() -> None:
    before = Answers(medicines=(("tamoxifen", Told.HAD),))
    entry = Entry(told=(("taxane", "had"), ("trastuzumab-deruxtecan", "talked_about")))
    answers, _ = write(PAGES["medicines"], entry, before)
    assert answers.medicines == (("trastuzumab-deruxtecan", Told.TALKED_ABOUT), ("taxane", Told.HAD))


def test_a_further_result_keeps_staining_only_under_a_score_of_0_and_an_empty_one_is_left_out() -> None:
    entry = Entry(results=((("ihc", "2+"), ("membrane_staining", "faint"), ("ish", "amplified")), ()))
    answers, _ = write(PAGES["other-results"], entry, Answers())
    assert answers.other_results == (Her2Result(ihc=IhcScore.TWO_PLUS, ish=IshResult.AMPLIFIED),)


def test_a_further_result_from_a_file_loses_nothing() -> None:
    result = Her2Result(
        IhcScore.ZERO, MembraneStaining.NONE, IshResult.PENDING, "1.1", "2", YesNo.NO, "skin", date(2025, 1, 2)
    )
    before = Answers(other_results=(result,))
    assert write(PAGES["other-results"], read(PAGES["other-results"], before), Answers())[0] == before


def test_blanks_and_repeats_in_a_list_are_left_out() -> None:
    answers, _ = write(PAGES["own-questions"], Entry(lines=(" a ", "", "  ", "a", "b")), Answers())
    assert answers.questions == ("a", "b")


@pytest.mark.parametrize(
    ("page", "entry", "error"),
    [
        ("newest", one("perhaps"), KeyError),
        ("newest", Entry(chosen=("yes", "no")), ValueError),
        ("clinic", texts(fax="1"), KeyError),
        ("other-results", Entry(results=((("fax", "1"),),)), KeyError),
        ("other-results", Entry(results=((("ihc", "4+"),),)), ValueError),
        ("medicines", Entry(told=(("aspirin", "had"),)), AnswersError),
        ("medicines", Entry(told=(("taxane", "liked"),)), ValueError),
    ],
)
def test_what_a_page_does_not_offer_is_a_bug_and_not_an_answer(page: str, entry: Entry, error: type[Exception]) -> None:
    with pytest.raises(error):
        write(PAGES[page], entry, Answers())
