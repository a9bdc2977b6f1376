"""The sources of a page or a table stand there, by their numbers in the list of sources."""

import re
from dataclasses import replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Audience, Paragraph, Section, Table, facts_of, plain
from her2guide.guide.page_one import with_told
from her2guide.guide.ways import WAYS, way_sources
from her2guide.library.library import Library
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import Concern, IhcScore, Setting
from her2guide.output.html import render_html
from her2guide.output.text import render_text

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PERSON = Answers(
    her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.METASTATIC, wants_numbers=True, concerns=tuple(Concern)
)


def cited(section: Section) -> list[set[int]]:
    """Return the numbers of each line on sources of a page."""
    texts = [plain(block.text) for block in section.blocks if isinstance(block, Paragraph)]
    return [{int(number) for number in re.findall(r"\d+", text)} for text in texts if text.startswith("Sources: ")]


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("score", [IhcScore.ONE_PLUS, IhcScore.THREE_PLUS])
def test_the_source_of_every_fact_on_a_page_is_named_there_by_its_number(score: IhcScore, numbers: bool) -> None:
    guide = build_guide(replace(PERSON, her2=Her2Result(ihc=score), wants_numbers=numbers), LIBRARY, TODAY)
    listed = [entry.id for entry in guide.document.sources]
    checked = 0
    first, questions, more, *others = guide.document.sections
    for section in (with_told(first, more), questions, *others):  # those of page one stand under what was told
        if section.audience is Audience.READER and section.id not in ("sources", "about", "word-list"):
            named = {listed[number - 1] for found in cited(section) for number in found}
            printed = {LIBRARY.facts[fact].source for fact in facts_of(section.blocks)}
            assert printed <= named
            checked += bool(printed)
    assert checked > 10


def test_when_to_call_names_the_sources_of_all_its_signs() -> None:
    guide = build_guide(Answers(), LIBRARY, TODAY)
    listed = [entry.id for entry in guide.document.sources]
    (page,) = [section for section in guide.document.sections if section.id == "call-now"]
    (numbers,) = cited(page)
    named = {listed[number - 1] for number in numbers}
    assert {source for flag in LIBRARY.red_flags.values() for source in flag.sources} <= named


def test_only_sources_of_programs_stand_in_the_list_without_a_number_that_points_to_them() -> None:
    document = build_guide(PERSON, LIBRARY, TODAY).document
    listed = [entry.id for entry in document.sources]
    pointed = {listed[number - 1] for section in document.sections for found in cited(section) for number in found}
    of_programs = {source for program in LIBRARY.programs.values() for source in program.sources}
    assert {*listed} - pointed <= of_programs


def test_the_table_of_ways_names_the_sources_of_its_ways_and_no_others() -> None:
    guide = build_guide(PERSON, LIBRARY, TODAY)
    listed = [entry.id for entry in guide.document.sources]
    page = next(section for section in guide.document.sections if section.id == WAYS)
    uses = [section.id for section in guide.document.sections if section.id in LIBRARY.topics]
    (numbers,) = cited(page)
    assert {listed[number - 1] for number in numbers} == set(way_sources(guide.profile, uses, LIBRARY))


def test_help_and_harm_name_the_sources_under_each_use() -> None:
    guide = build_guide(replace(PERSON, her2=Her2Result(ihc=IhcScore.THREE_PLUS)), LIBRARY, TODAY)
    page = next(section for section in guide.document.sections if section.id == "benefit-harm")
    uses = [section.id for section in guide.document.sections if section.id in LIBRARY.topics]
    assert len(uses) > 1
    assert len(cited(page)) == len(uses)
    assert any(isinstance(block, Table) for block in page.blocks)


def test_the_numbers_are_the_same_in_every_format() -> None:
    document = build_guide(PERSON, LIBRARY, TODAY).document
    lines = {line for line in render_text(document).split("\n") if line.startswith("Sources: ") and line[-1] == "."}
    assert len(lines) > 10
    page = render_html(document)
    assert all(line in page for line in lines)


def test_what_is_handed_over_or_only_listed_names_no_sources_of_its_own() -> None:
    for section in build_guide(PERSON, LIBRARY, TODAY).document.sections:
        if section.audience is not Audience.READER or section.id in ("word-list", "sources", "about"):
            assert not cited(section)
