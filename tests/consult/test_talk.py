"""What is marked in a talk, and what of it reaches paper and chart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from her2guide.consult.chart import chapters_of, chart_lines
from her2guide.consult.paper import for_paper
from her2guide.consult.talk import (
    FIRST,
    KEPT,
    LAST,
    Talk,
    ToldBack,
    can_move,
    in_order,
    moved,
    printed,
    with_covered,
    with_left_out,
    with_printed,
    with_told_back,
)
from her2guide.guide.build import build_guide
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.library.order import RESULT, SECTIONS, TOLD
from her2guide.library.records import Shelf
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, Setting

LIBRARY = Library()
TODAY = date(2026, 11, 23)
ANSWERS = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.METASTATIC)
DOCUMENT = build_guide(ANSWERS, LIBRARY, TODAY).document
IDS = tuple(section.id for section in DOCUMENT.sections)
ALL = (RESULT, TOLD, *SECTIONS, *LIBRARY.topics)


def test_what_is_never_left_out_are_page_one_the_questions_the_signs_and_where_it_all_comes_from() -> None:
    signs = {each for each in SECTIONS if LIBRARY.section_file(each).head.shelf is Shelf.RED_FLAG}
    assert {*KEPT} == {RESULT, TOLD, "questions", "sources", "about"} | signs
    assert with_left_out(Talk(), ALL).left_out == {*ALL} - {*KEPT}
    assert printed(IDS, with_left_out(Talk(), ALL)) == tuple(each for each in IDS if each in KEPT)


def test_nothing_chosen_leaves_the_very_same_guide() -> None:
    assert for_paper(DOCUMENT, Talk(), LIBRARY) is DOCUMENT
    assert for_paper(DOCUMENT, with_covered(Talk(), "lungs", covered=True), LIBRARY) is DOCUMENT
    told = with_told_back(Talk(), "signs", ToldBack.TOLD)
    assert for_paper(DOCUMENT, told, LIBRARY) is DOCUMENT
    assert for_paper(DOCUMENT, with_printed(Talk(), wanted=True), LIBRARY) is DOCUMENT


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from((-1, 1))), max_size=30), st.sets(st.sampled_from(ALL)))
def test_however_parts_are_moved_none_is_lost_doubled_or_brought_before_page_one(
    moves: list[tuple[str, int]], left_out: set[str]
) -> None:
    talk = with_left_out(Talk(), [*left_out])
    for section, by in moves:
        talk = moved(IDS, talk, section, by)
    order = in_order(IDS, talk)
    assert sorted(order) == sorted(IDS)
    assert order[: len(FIRST)] == FIRST
    assert order[-len(LAST) :] == LAST
    assert set(KEPT) & set(IDS) <= set(printed(IDS, talk))
    document = for_paper(DOCUMENT, talk, LIBRARY)
    assert [section.id for section in document.sections] == list(printed(IDS, talk))
    assert document.sources == DOCUMENT.sources


@pytest.mark.parametrize("section", IDS)
def test_a_part_moves_by_one_and_back_again(section: str) -> None:
    free = [each for each in IDS if each not in FIRST and each not in LAST]
    assert can_move(IDS, Talk(), section, -1) is (section in free[1:])
    assert can_move(IDS, Talk(), section, 1) is (section in free[:-1])
    down = moved(IDS, Talk(), section, 1)
    assert (in_order(IDS, down) == IDS) is not can_move(IDS, Talk(), section, 1)
    assert in_order(IDS, moved(IDS, down, section, -1)) == IDS or section not in free[:-1]


def test_an_order_from_another_guide_loses_nothing_of_this_one() -> None:
    talk = moved(IDS, Talk(), "trials", -1)
    other = (*(each for each in IDS if each != "trials"), "eyes")
    assert sorted(in_order(other, talk)) == sorted(other)


def test_the_short_guide_can_still_be_made_of_the_least_that_is_printed() -> None:
    least = for_paper(DOCUMENT, with_left_out(Talk(), ALL), LIBRARY)
    assert [each.id for each in short_guide(least, LIBRARY, lambda _: True).sections] == [RESULT, "questions"]


def test_a_mark_can_be_taken_back_and_the_last_one_on_a_point_counts() -> None:
    talk = with_covered(with_covered(Talk(), "lungs", covered=True), "hair", covered=True)
    assert with_covered(talk, "hair", covered=False).covered == {"lungs"}
    told = with_told_back(with_told_back(Talk(), "signs", ToldBack.AGAIN), "signs", ToldBack.TOLD)
    assert told.told_back == (("signs", ToldBack.TOLD),)


# --- for the chart

# Words of a diagnosis or a result, in the words of the guide.
TELLING = (
    "cancer", "tumor", "her2", "positive", "negative", "low", "ultralow", "metastatic", "spread", "early",
    "advanced", "in situ", "enhertu", "datroway", "receptor", "1+", "2+", "3+", "trastuzumab",
)  # fmt: skip


def telling(text: str) -> list[str]:
    return [word for word in TELLING if word in text.casefold()]


def test_the_chart_has_three_lines_that_tell_what_was_done_and_nothing_of_the_person() -> None:
    lines = chart_lines(DOCUMENT, {RESULT, "lungs", "paying-lines"}, LIBRARY)
    assert len(lines) == 3
    assert "November 23, 2026" in lines[0]
    assert lines[1] == "Topics: Your result; Lungs and when to call; Paying for care."
    assert LIBRARY.edition.version in lines[2]
    assert not any("\n" in each for each in lines)


@pytest.mark.parametrize("section", ALL)
def test_no_part_of_any_guide_puts_a_diagnosis_or_a_result_into_the_chart(section: str) -> None:
    document = DOCUMENT
    if section in IDS:
        assert [telling(each) for each in chart_lines(document, {section}, LIBRARY)] == [[], [], []]
    (name,) = chapters_of([section], LIBRARY)
    assert telling(name) == []
    assert telling("Doctors often call a score like this HER2-low") == ["her2", "low"]


def test_the_same_parts_give_the_same_lines_whatever_the_result_is() -> None:
    covered = {RESULT, "questions", "call-now"}
    guides = [build_guide(Answers(her2=Her2Result(ihc=score)), LIBRARY, TODAY).document for score in IhcScore]
    assert len({chart_lines(document, covered, LIBRARY) for document in guides}) == 1


def test_nothing_marked_is_said_as_such() -> None:
    assert chart_lines(DOCUMENT, (), LIBRARY)[1] == "Topics: none marked."
