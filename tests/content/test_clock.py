"""Whole guides months after the content was checked, and under a clock that is wrong: what saves lives stays, what
is too old goes, and nothing breaks. Over every section there is, by rules that know none by name."""

import re
from datetime import date
from functools import cache

import pytest

from her2guide.guide.build import Guide, build_guide
from her2guide.guide.call_page import call_document
from her2guide.guide.document import Block, Callout, Contacts, Paragraph, Role, Section, Tone, lines_of, plain, spans_of
from her2guide.library.freshness import GRACE, Age, age_by, clock_is_wrong, newest_review, shows_number
from her2guide.library.order import RESULT, SECTIONS, TOLD
from her2guide.library.records import FactKind, FrontMatter, Shelf
from her2guide.model.answers import Answers, ContactDetails
from her2guide.output.text import render_text
from tests.content.test_every_guide import CALL_911, CALL_NOW, FOUR_SIGNS, LIBRARY, TODAY, guides, words
from tests.output.reading import pdf, squeezed

LADDER = "Call 911 for:"  # the head of the first rung, where every sign stands by itself
SEVEN, THIRTEEN, TWENTY_FIVE = date(2027, 6, 23), date(2027, 12, 23), date(2028, 12, 23)
BEFORE, LONG_BEFORE = date(2026, 11, 1), date(1970, 1, 1)
ALWAYS = {"988"}  # typed on the page on hard days, beside the line that hides when it is too old
LATER = (SEVEN, THIRTEEN, TWENTY_FIVE)
DAYS = (*LATER, BEFORE, LONG_BEFORE)
TOO_OLD = "too old to show"
KEPT = (Shelf.BASICS, Shelf.RED_FLAG)


@cache
def people() -> list[Answers]:
    """Return a few people who get every section between them, and each category's page one."""
    seen: set[object] = set()
    chosen = []
    for guide in guides():
        new = {*(section.id for section in guide.document.sections), guide.profile.category} - seen
        if new:
            seen |= new
            chosen.append(guide.profile.answers)
    return chosen


@cache
def made(person: int, today: date) -> Guide:
    return build_guide(people()[person], LIBRARY, today)


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    return request.param


def pairs(today: date) -> list[tuple[Section, Section, Guide]]:
    """Return each section of everyone fresh and on a day, with the guide of that day."""
    return [
        (fresh, later, made(person, today))
        for person in range(len(people()))
        for fresh, later in zip(
            made(person, TODAY).document.sections, made(person, today).document.sections, strict=True
        )
    ]


def text(section: Section) -> str:
    return "\n".join(plain(each) for block in section.blocks for each in lines_of(block))


def told_of(section: Section) -> list[Block]:
    """Return the blocks of a page without the line on its sources, whose numbers follow the list."""
    return [
        block
        for block in section.blocks
        if not (isinstance(block, Paragraph) and plain(block.text).startswith("Sources: "))
    ]


def head(section: Section, guide: Guide) -> FrontMatter:
    file = (
        LIBRARY.result_file(guide.profile.category)
        if section.id in (RESULT, TOLD)
        else LIBRARY.section_file(section.id)
    )
    return file.head


def test_the_people_here_get_every_section_between_them() -> None:
    shown = {section.id for person in range(len(people())) for section in made(person, TODAY).document.sections}
    assert shown == {RESULT, TOLD, *SECTIONS, *LIBRARY.topics}


def test_the_days_are_the_ones_that_matter() -> None:
    assert not any(clock_is_wrong(LIBRARY, day) for day in LATER)
    assert clock_is_wrong(LIBRARY, BEFORE)
    assert newest_review(LIBRARY) == TODAY


def test_age_takes_no_section_away_and_brings_none(today: date) -> None:
    for person in range(len(people())):
        ids = [section.id for section in made(person, TODAY).document.sections]
        assert [section.id for section in made(person, today).document.sections] == ids


@pytest.mark.parametrize("part", [CALL_911, CALL_NOW, *FOUR_SIGNS])
def test_where_a_sign_stands_today_it_stands_at_any_time(today: date, part: str) -> None:
    lost = {fresh.id for fresh, later, _ in pairs(today) if part in text(fresh) and part not in text(later)}
    assert not lost


def test_page_one_and_the_page_on_calling_have_the_signs_and_the_numbers_at_any_time(today: date) -> None:
    for person in range(len(people())):
        document = made(person, today).document
        for section in (RESULT, "call-now"):
            shown = words(document, section)
            assert all(part in shown for part in (CALL_911 if section == RESULT else LADDER, CALL_NOW, *FOUR_SIGNS))
        calling = next(section for section in document.sections if section.id == "call-now")
        assert any(isinstance(block, Contacts) for block in calling.blocks)


def test_results_basics_and_signs_are_never_too_old(today: date) -> None:
    hidden = {
        later.id for _, later, guide in pairs(today) if head(later, guide).shelf in KEPT and TOO_OLD in text(later)
    }
    assert not hidden


@pytest.mark.parametrize("day", LATER, ids=str)
def test_a_page_past_its_grace_is_a_note_and_the_signs_and_nothing_more(day: date) -> None:
    expired = 0
    for fresh, later, guide in pairs(day):
        front = head(later, guide)
        if age_by(front.due, front.shelf, day) is Age.EXPIRED:
            expired += 1
            note, *rest = later.blocks
            assert isinstance(note, Callout)
            assert TOO_OLD in plain(note.text)
            assert rest == [
                block for block in fresh.blocks if isinstance(block, Callout) and block.tone is Tone.CALL_NOW
            ]
    assert (expired > 0) is (day > SEVEN)


@pytest.mark.parametrize("day", LATER, ids=str)
def test_a_page_past_its_day_says_so_before_anything_else(day: date) -> None:
    for _, later, guide in pairs(day):
        if head(later, guide).due < day and later.id != TOLD:  # page one says it for the whole result
            first = later.blocks[0]
            assert isinstance(first, Callout), later.id
            assert "was due for a check on" in plain(first.text), later.id


def test_no_number_to_call_is_printed_past_its_time(today: date) -> None:
    programs = [program for program in LIBRARY.programs.values() if program.phone]
    fresh = {program.phone for program in programs if shows_number(program, LIBRARY, today)}
    old = {program.phone for program in programs} - fresh - ALWAYS
    assert old
    printed = re.compile("|".join(rf"(?<![\d-]){re.escape(phone)}(?![\d-])" for phone in sorted(old)))
    shown = {later.id: found[0] for _, later, _ in pairs(today) if (found := printed.search(text(later)))}
    assert not shown


@pytest.mark.parametrize("day", LATER, ids=str)
def test_no_amount_is_printed_past_its_last_day_or_its_grace(day: date) -> None:
    for _, later, _ in pairs(day):
        for span in spans_of(later.blocks):
            if span.role is Role.FACT and (fact := LIBRARY.facts[span.target]).kind is FactKind.MONEY:
                assert fact.holds(day), (later.id, span.target)
                assert day <= fact.due + GRACE[Shelf.MONEY], (later.id, span.target)


def test_under_a_wrong_clock_all_words_stay_and_the_guide_says_that_the_date_looks_wrong() -> None:
    for day in (BEFORE, LONG_BEFORE):
        for fresh, later, guide in pairs(day):
            assert TOO_OLD not in text(later)
            assert "date on this computer looks wrong" in " ".join(guide.document.warnings)
            if head(later, guide).shelf is Shelf.MEDICINE:
                words = zip(told_of(later)[1:], told_of(fresh), strict=True)
                changed = [now for now, then in words if now != then]
                assert len(changed) == (later.id == "trials"), later.id  # its list of numbers to call hides them


def test_the_text_and_the_pdf_are_still_made_with_the_signs_on_page_one(today: date) -> None:
    for person in (0, len(people()) - 1):
        document = made(person, today).document
        assert CALL_911 in render_text(document)
        first = squeezed(pdf(document).texts[0])
        for part in (CALL_911, CALL_NOW, *FOUR_SIGNS):
            assert squeezed(part) in first


def test_the_page_for_someone_with_a_sign_now_is_the_same_on_any_day(today: date) -> None:
    answers = Answers(contacts=ContactDetails(daytime_phone="555-0142", after_hours_phone="555-0143"))
    page = call_document(answers, LIBRARY, today)
    assert page.sections == call_document(answers, LIBRARY, TODAY).sections
    shown = squeezed(pdf(page).texts[0])
    for part in (CALL_911, "555-0142", "555-0143"):
        assert squeezed(part) in shown
