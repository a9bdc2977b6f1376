"""The short guide says only what the full guide says, and says what it leaves out."""

from dataclasses import replace

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import AskList, GuideDocument, Table, lines_of, plain
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails
from her2guide.output.json_document import render_json
from her2guide.output.text import render_text
from tests.journeys.write import SAMPLE, TODAY, document_of

LIBRARY = Library()
LEFT = LIBRARY.word("short.left-out").split("{what}")
ABOUT = " ".join(LIBRARY.word(f"page-one.{key}") for key in ("education-first", "scope"))
FURNITURE = (LIBRARY.word("short.longer"), ABOUT)


def room_for(lines: int) -> object:
    """Return a paper that holds so many lines of text."""
    return lambda page: len(render_text(page).splitlines()) <= lines


def short(document: GuideDocument, lines: int = 1000) -> GuideDocument:
    return short_guide(document, LIBRARY, room_for(lines))  # type: ignore[arg-type]


def said(document: GuideDocument) -> list[str]:
    return [plain(each) for section in document.sections for block in section.blocks for each in lines_of(block)]


def left_out(document: GuideDocument) -> list[str]:
    return [text.removeprefix(LEFT[0]).removesuffix(LEFT[1]) for text in said(document) if text.startswith(LEFT[0])]


@pytest.fixture(scope="module")
def full() -> GuideDocument:
    return document_of(SAMPLE / "answers.json")


def test_the_short_guide_is_the_result_and_the_questions(full: GuideDocument) -> None:
    assert [section.id for section in short(full).sections] == ["your-result", "questions"]


def test_everything_in_it_stands_in_the_full_guide(full: GuideDocument) -> None:
    whole = {*said(full), *(section.title for section in full.sections)}  # what was told is a part of its own there
    for lines in (1000, 50, 30, 5):
        for text in said(short(full, lines)):
            start = text.removesuffix(f" {LIBRARY.word('short.cut')}")
            known = start in whole or start in FURNITURE or start.startswith(LEFT[0])
            assert known or any(each.startswith(start) for each in whole), text


def test_with_room_for_all_nothing_is_left_out(full: GuideDocument) -> None:
    assert left_out(short(full)) == []
    assert "Result 2" in render_text(short(full))


def test_what_is_left_out_is_said_and_the_less_room_the_more_of_it(full: GuideDocument) -> None:
    seen = [found for lines in range(70, 20, -1) if (found := left_out(short(full, lines)))]
    assert seen[0] == [LIBRARY.word("short.left.results")]
    one, two = seen[-1]
    assert LIBRARY.word("short.left.told") in one
    assert two.startswith(LIBRARY.word("short.left.suggested"))
    assert LIBRARY.word("short.left.matters") in two


def test_of_what_was_told_the_result_stays_longest(full: GuideDocument) -> None:
    told = [block for block in short(full, 40).sections[0].blocks if isinstance(block, Table)]
    labels = [plain(row[0]) for row in told[0].rows]
    assert labels[:2] == [LIBRARY.word("told.plain.ihc"), LIBRARY.word("told.plain.ish")]
    assert LIBRARY.word("told.label.estrogen_percent") not in labels


def test_the_first_three_questions_are_never_dropped_and_a_cut_is_marked() -> None:
    asked = tuple(f"{number} why does it rain so much in this town " * 40 for number in range(5))
    full = build_guide(Answers(questions=asked), LIBRARY, TODAY).document
    shortest = short_guide(full, LIBRARY, lambda _: False)
    mine = next(block for block in shortest.sections[1].blocks if isinstance(block, AskList))
    for number, item in enumerate(mine.items):
        assert plain(item).startswith(f"{number} why does it")
        assert plain(item).endswith(LIBRARY.word("short.cut"))
    assert len(mine.items) == 3
    assert LIBRARY.word("short.left.others") in left_out(shortest)[-1]
    assert LIBRARY.word("short.left.ends") in left_out(shortest)[-1]


def test_a_question_that_fits_is_printed_as_typed() -> None:
    asked = "Will I  be able\nto ride my bike? " + "a" * 500
    full = build_guide(Answers(questions=(asked,)), LIBRARY, TODAY).document
    assert asked in said(short(full))


def test_the_signs_the_phones_and_the_lines_of_page_one_are_never_left_out(full: GuideDocument) -> None:
    barest = said(short_guide(full, LIBRARY, lambda _: False))
    words = ("signs.emergency", "signs.call-now", "page-one.no-change", "boxed.trastuzumab-deruxtecan")
    for word in words:
        assert LIBRARY.word(word) in barest
    assert "555-0199" in barest
    assert any(LIBRARY.programs["acs_helpline"].phone in text for text in barest)


def test_a_long_phone_number_is_cut_with_the_mark() -> None:
    contacts = ContactDetails(daytime_phone="555-0100, then ask for the nurse " * 50)
    full = build_guide(Answers(contacts=contacts), LIBRARY, TODAY).document
    text = render_text(short_guide(full, LIBRARY, lambda _: False))
    assert "Daytime: 555-0100, then (more in the full guide)" in text


def test_the_same_people_get_the_same_short_guide(full: GuideDocument) -> None:
    assert render_json(short(full, 40)) == render_json(short(full, 40))
    assert short(replace(full, today=TODAY), 40).sources == full.sources
