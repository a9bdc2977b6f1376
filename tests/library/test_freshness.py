"""What is too old is hidden, and what saves lives never is."""

from datetime import date, timedelta

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import lines_of, plain
from her2guide.library.freshness import (
    LONGEST,
    Age,
    age_by,
    clock_is_wrong,
    dated,
    newest_review,
    shows_number,
    stale,
)
from her2guide.library.library import Library
from her2guide.library.order import RESULT, TOLD
from her2guide.library.records import Fact, FactKind, FrontMatter, Shelf, When
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.terms import IhcScore, Setting, YesNo

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PERSON = Answers(
    her2=Her2Result(ihc=IhcScore.LOW),
    setting=Setting.METASTATIC,
    treatments=Treatments(chemotherapy_metastatic=YesNo.YES),
)


def words(today: date, *, without_money: bool = False) -> str:
    guide = build_guide(PERSON, LIBRARY, today)
    return "\n".join(
        plain(each)
        for section in guide.document.sections
        if not (
            without_money
            and section.id not in (RESULT, TOLD)
            and LIBRARY.section_file(section.id).head.shelf is Shelf.MONEY
        )
        for block in section.blocks
        for each in lines_of(block)
    )


@pytest.mark.parametrize("shelf", Shelf)
def test_content_is_fresh_up_to_its_due_day_and_due_after_it(shelf: Shelf) -> None:
    assert age_by(TODAY, shelf, TODAY) is Age.FRESH
    assert age_by(TODAY, shelf, TODAY + timedelta(days=1)) is Age.DUE


@pytest.mark.parametrize("shelf", Shelf)
def test_only_perishable_content_expires(shelf: Shelf) -> None:
    in_ten_years = TODAY + timedelta(days=3650)
    expected = Age.EXPIRED if shelf in (Shelf.MEDICINE, Shelf.MONEY) else Age.DUE
    assert age_by(TODAY, shelf, in_ten_years) is expected


LAST_DAYS = {Shelf.MEDICINE: date(2027, 5, 25), Shelf.MONEY: date(2027, 2, 23)}  # a half and a quarter of a year on


@pytest.mark.parametrize(("shelf", "last"), LAST_DAYS.items())
def test_perishable_content_expires_the_day_after_its_half_year_or_quarter_of_grace(shelf: Shelf, last: date) -> None:
    assert age_by(TODAY, shelf, last) is Age.DUE
    assert age_by(TODAY, shelf, last + timedelta(days=1)) is Age.EXPIRED


def test_no_shelf_may_wait_longer_than_a_half_one_or_two_years() -> None:
    assert {shelf: span.days for shelf, span in LONGEST.items()} == {
        Shelf.MEDICINE: 366,
        Shelf.MONEY: 184,
        Shelf.BASICS: 731,
        Shelf.RED_FLAG: 731,
    }


def test_under_a_wrong_clock_nothing_expires_and_nothing_is_fresh() -> None:
    for shelf in Shelf:
        assert age_by(TODAY, shelf, TODAY, clock_wrong=True) is Age.DUE


def test_a_clock_one_day_slow_is_believed_and_two_days_is_not() -> None:
    mark = newest_review(LIBRARY)
    assert not clock_is_wrong(LIBRARY, mark - timedelta(days=1))
    assert clock_is_wrong(LIBRARY, mark - timedelta(days=2))


def test_nothing_but_a_single_fact_was_checked_after_the_content_as_a_whole() -> None:
    """A fact that is read anew stands with the day it was read; pages and rules are read together."""
    found = [item.checked for _, _, item in dated(LIBRARY) if not isinstance(item, Fact)]
    assert max(found) <= newest_review(LIBRARY)


def test_all_that_carries_dates_is_looked_at_by_its_kind() -> None:
    found: dict[str, set[str]] = {}
    for kind, name, _ in dated(LIBRARY):
        found.setdefault(kind, set()).add(name)
    assert found == {
        "edition": {LIBRARY.edition.version},
        "fact": set(LIBRARY.facts),
        "topic": set(LIBRARY.topics),
        "evidence": set(LIBRARY.evidence),
        "medicine": set(LIBRARY.treatments),
        "red flag": set(LIBRARY.red_flags),
        "question": set(LIBRARY.asks),
        "check": set(LIBRARY.checks),
        "way": set(LIBRARY.ways),
        "program": set(LIBRARY.programs),
        "page": {page.file for page in LIBRARY.files()},
    }
    assert all(found.values())


def test_everything_past_its_day_is_stale_the_oldest_first_and_alike_by_kind_and_name() -> None:
    last = max(item.due for _, _, item in dated(LIBRARY))
    everything = stale(LIBRARY, last + timedelta(days=1))
    assert {(item.kind, item.id) for item in everything} == {(kind, name) for kind, name, _ in dated(LIBRARY)}
    assert list(everything) == sorted(everything, key=lambda item: (item.due, item.kind, item.id))
    assert {(item.kind, item.id, item.due) for item in stale(LIBRARY, last)} == {
        (kind, name, item.due) for kind, name, item in dated(LIBRARY) if item.due < last
    }


def test_a_line_that_answers_at_any_hour_keeps_its_number_for_its_grace_and_others_go_the_day_after() -> None:
    always = next(item for item in LIBRARY.programs.values() if item.always_open)
    other = next(item for item in LIBRARY.programs.values() if not item.always_open and item.phone)
    for program, days in ((always, 92), (other, 0)):
        assert shows_number(program, LIBRARY, program.due + timedelta(days=days))
        assert not shows_number(program, LIBRARY, program.due + timedelta(days=days + 1))
    assert shows_number(always, LIBRARY, date(2020, 1, 1))  # a wrong clock: due, not expired
    assert not shows_number(other, LIBRARY, date(2020, 1, 1))


def shelf_of(kind: str, item: object) -> Shelf:
    """Return how long something may wait by what it is."""
    if isinstance(item, FrontMatter):
        return item.shelf
    if isinstance(item, Fact) and item.kind is FactKind.MONEY:
        return Shelf.MONEY
    if isinstance(item, Fact):
        trial = item.trial or item.kind in (FactKind.HARM, FactKind.SURVIVAL)
        return Shelf.MEDICINE if trial and item.kind is not FactKind.DEFINITION else Shelf.BASICS
    shelves = {"topic": Shelf.MEDICINE, "medicine": Shelf.MEDICINE, "program": Shelf.MONEY, "edition": Shelf.MONEY}
    return shelves.get(kind, Shelf.BASICS)


def test_nothing_may_wait_longer_than_its_shelf_allows() -> None:
    assert not [
        (kind, name) for kind, name, item in dated(LIBRARY) if item.due - item.checked > LONGEST[shelf_of(kind, item)]
    ]


def test_nothing_is_stale_on_the_day_the_content_was_checked() -> None:
    assert stale(LIBRARY, newest_review(LIBRARY)) == ()


def test_past_its_day_a_medicine_page_carries_a_note_and_keeps_its_words() -> None:
    fresh, due = words(TODAY), words(date(2027, 11, 24), without_money=True)
    assert "was due for a check" not in fresh
    assert "This page was due for a check on November 23, 2027." in due
    assert "too old to show. It was due for a check on November" not in due


def test_an_expired_medicine_page_hides_its_words_but_never_the_signs() -> None:
    expired = words(date(2028, 6, 1))
    assert "too old to show" in expired
    assert "Out of every 100 people" not in expired
    assert expired.count("Call your cancer team now, at any hour, if you have:") >= 3
    assert "HER2-low" in expired


def test_an_expired_phone_number_is_not_printed() -> None:
    numbers = [LIBRARY.programs[entry].phone for entry, found in LIBRARY.help_lines.items() if found.when == When()]
    assert len(numbers) > 4
    for number in numbers:
        assert number in words(TODAY)
        assert number not in words(date(2028, 6, 1))
    assert "ask your clinic for a number that is answered at any hour" in words(date(2028, 6, 1))


def test_a_wrong_clock_is_told_in_the_guide_and_its_warnings() -> None:
    guide = build_guide(PERSON, LIBRARY, date(2020, 1, 1))
    assert any("date on this computer looks wrong" in text for text in guide.document.warnings)
    assert "date on this computer looks wrong" in words(date(2020, 1, 1))
