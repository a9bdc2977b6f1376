"""The pages on people and life: for whom they are, and what stands on each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import lines_of, plain
from her2guide.library.library import Library
from her2guide.library.records import When
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import Concern, Employment, IhcScore, Reader, Setting

LIBRARY = Library()
TODAY = date(2026, 11, 23)
LOW = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS))
FOR_EVERYONE = ("second-opinion", "interpreter", "everyone-differs", "care-team", "take-away")
FOR_A_CONCERN = {
    "caregiver": Concern.FAMILY,
    "work-life": Concern.WORK,
    "travel-life": Concern.TRAVEL,
    "feelings": Concern.DISTRESS,
}


def pages(answers: Answers, today: date = TODAY) -> dict[str, str]:
    """Return the words of each page of a guide."""
    return {
        section.id: "\n".join(plain(each) for block in section.blocks for each in lines_of(block))
        for section in build_guide(answers, LIBRARY, today).document.sections
    }


@pytest.mark.parametrize("setting", [None, Setting.IN_SITU, Setting.METASTATIC])
def test_four_pages_come_to_those_who_named_the_concern_and_the_others_to_everyone(setting: Setting | None) -> None:
    without = pages(replace(LOW, setting=setting))
    assert {*FOR_EVERYONE} <= {*without}
    assert not {*FOR_A_CONCERN} & {*without}
    for page, concern in FOR_A_CONCERN.items():
        assert {*FOR_A_CONCERN} & {*pages(replace(LOW, setting=setting, concerns=(concern,)))} == {page}


@pytest.mark.parametrize("reader", [Reader.CAREGIVER, Reader.TOGETHER])
def test_whoever_cares_for_someone_gets_a_page_that_speaks_to_them(reader: Reader) -> None:
    assert "On this page, “you” means you who care for someone." in pages(replace(LOW, reader=reader))["caregiver"]
    assert "You can hand this page" in pages(replace(LOW, concerns=(Concern.FAMILY,)))["caregiver"]


def test_hard_days_print_the_lines_that_answer_at_any_hour_with_the_day_they_were_checked() -> None:
    page = pages(replace(LOW, concerns=(Concern.DISTRESS,)))["feelings"]
    always_open = [entry for entry in LIBRARY.help_lines if LIBRARY.programs[entry].always_open]
    assert "crisis_988" in always_open
    for entry in always_open:
        assert f"{LIBRARY.programs[entry].phone} (checked November 23, 2026)" in page
    assert LIBRARY.programs["cancercare_hopeline"].phone not in page


def test_help_by_phone_says_once_on_which_day_its_numbers_were_checked() -> None:
    page = pages(LOW)["paying-lines"]
    assert page.count("November 23, 2026") == 1
    assert "We last checked these numbers on November 23, 2026" in page
    for entry, found in LIBRARY.help_lines.items():
        assert found.when != When() or f"{LIBRARY.programs[entry].phone}." in page


def test_hard_days_without_a_fresh_number_still_tell_whom_to_ask_and_when_to_call_911() -> None:
    last = max(LIBRARY.programs[entry].due for entry in LIBRARY.help_lines)
    page = pages(replace(LOW, concerns=(Concern.DISTRESS,)), last + timedelta(days=93))["feelings"]
    assert LIBRARY.programs["acs_helpline"].phone not in page
    assert LIBRARY.word("page-one.talk-nobody") in page
    assert "call 911" in page


def test_the_page_on_work_is_the_same_whatever_was_said_about_work() -> None:
    asked = replace(LOW, concerns=(Concern.WORK,))
    assert len({pages(replace(asked, employment=word))["work-life"] for word in (*Employment, None)}) == 1


def test_help_with_work_and_with_rides_stands_on_one_page_each() -> None:
    everything = pages(replace(LOW, concerns=tuple(Concern), setting=Setting.METASTATIC))
    for words, page in (
        ("FMLA, lets", "work-life"),
        ("Joe’s House lists", "travel-life"),
        ("Triage Cancer", "work-life"),
    ):
        assert [name for name, text in everything.items() if words in text and name != "paying-programs"] == [page]


@pytest.mark.parametrize("page", [*FOR_EVERYONE[:-1], *FOR_A_CONCERN])
def test_with_in_situ_disease_no_medicine_is_named(page: str) -> None:
    everything = replace(LOW, setting=Setting.IN_SITU, concerns=tuple(FOR_A_CONCERN.values()))
    text = pages(everything)[page].casefold()
    names = [name for item in LIBRARY.medicine_names.values() for name in (item.name, item.generic)]
    assert [name for name in (*names, "lung doctor", "lung, eye") if name.casefold() in text] == []
