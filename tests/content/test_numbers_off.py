"""With numbers off no number from a study is left: not as a fact, not typed, not in a table, a picture or a panel."""

import re
from dataclasses import replace
from functools import cache

import pytest

from her2guide import readers
from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import Block, Paragraph, PictureBlock, Role, Section, Span, line, lines_of
from her2guide.guide.pictures import PeopleArray
from her2guide.guide.plan import RESULT
from her2guide.library.order import PAYING, SECTIONS, TOLD
from her2guide.library.records import FactKind
from her2guide.model.terms import Prognosis
from tests.content import test_every_guide as every
from tests.content.test_every_guide import LIBRARY, TODAY
from tests.content.test_no_typed_digits import ALLOWED

STUDY = (FactKind.FIGURE, FactKind.HARM, FactKind.SURVIVAL)
MONTHS = "|".join(LIBRARY.locale.months)
PHONES = "|".join(re.escape(program.phone) for program in LIBRARY.programs.values() if program.phone)
# Days, numbers to call, and what counts pages, steps and weeks; beside names, scores and 911.
FURNITURE = re.compile(
    rf"\b(?:{MONTHS})(?: \d{{1,2}},)? \d{{4}}\b|\b(?:{PHONES})\b|\b(?:result|step|week|day|question) \d+(?: of \d+)?\b",
    re.IGNORECASE,
)
SOURCES = re.compile(r"^Sources?: [\d, and]+\.$")  # numbers in the list of sources
# A picture also says how many steps it has, and numbers the parts of a list in it.
IN_PICTURES = re.compile(r"\b\d steps\b|(?<=[,:] )\d(?= [A-Z])")
# Amounts in dollars, other people's titles, and the content's version: no study stands there.
ELSEWHERE = {*PAYING, "sources", "about"}


@cache
def guides() -> tuple[Guide, ...]:
    """Return guides with numbers off, and as many where the person did not choose."""
    answers = [person.answers for person in readers.readers(LIBRARY)] + [
        guide.profile.answers for guide in every.guides()[::4]
    ]
    return tuple(
        build_guide(replace(each, wants_numbers=chosen, prognosis=prognosis), LIBRARY, TODAY)
        for each, (chosen, prognosis) in zip(
            answers * 2,
            [(False, Prognosis.TELL_ME_HOW_TO_ASK)] * len(answers) + [(None, None)] * len(answers),
            strict=True,
        )
    )


def shown() -> dict[Section, None]:
    return dict.fromkeys(section for guide in guides() for section in guide.document.sections)


def spans(section: Section) -> list[Span]:
    return [span for block in section.blocks for each in lines_of(block) for span in each]


def test_the_people_here_get_every_section_between_them() -> None:
    assert {section.id for section in shown()} == {RESULT, TOLD, *SECTIONS, *LIBRARY.topics}


def test_no_fact_that_is_a_number_from_a_study_is_shown() -> None:
    said = [span for section in shown() for span in spans(section) if span.role is Role.FACT]
    told = {span.text for span in said if LIBRARY.facts[span.target].kind in STUDY}
    assert told >= {"far more", "often did not all agree", "often do not match"}  # in words
    assert not {text for text in told if re.search(r"\d", text)}


def digits(section: Section, block: Block) -> list[str]:
    """Return what has a digit and is neither a fact, typed by the person, nor furniture."""
    if section.id == RESULT and isinstance(block, PictureBlock):
        return []  # the scale counts its own bands
    texts = [
        "".join(" " if span.role in (Role.FACT, Role.TYPED) else span.text for span in each) for each in lines_of(block)
    ]
    if isinstance(block, PictureBlock):
        texts = [IN_PICTURES.sub("", text) for text in texts]
    return [
        found
        for text in texts
        for found in re.findall(r"\S*\d\S*", ALLOWED.sub("", FURNITURE.sub("", SOURCES.sub("", text))))
    ]


def test_no_digit_stands_anywhere_but_in_days_numbers_to_call_and_names() -> None:
    left = {
        (section.id, found)
        for section in shown()
        if section.id not in ELSEWHERE
        for block in section.blocks
        for found in digits(section, block)
    }
    assert not left


def test_no_people_are_drawn() -> None:
    drawn = [block.picture for section in shown() for block in section.blocks if isinstance(block, PictureBlock)]
    assert drawn
    assert not [each for each in drawn if isinstance(each, PeopleArray)]


@pytest.mark.parametrize("text", ["about 12 in 100", "13.2 months", "7 of 10 people", "in 2025", "40%"])
def test_a_number_without_a_fact_is_found(text: str) -> None:
    assert digits(Section("lungs", "Lungs", ()), Paragraph(line(text)))


@pytest.mark.parametrize("text", ["January 2025", "November 23, 2026", "Call 911.", "HER2, IHC 2+", "Step 2 of 5"])
def test_days_names_and_steps_are_no_numbers_from_a_study(text: str) -> None:
    assert not digits(Section("lungs", "Lungs", ()), Paragraph(line(text)))


def test_with_numbers_on_the_same_people_do_get_numbers() -> None:
    on = [build_guide(replace(guide.profile.answers, wants_numbers=True), LIBRARY, TODAY) for guide in guides()[::8]]
    printed = {span.target for guide in on for section in guide.document.sections for span in spans(section)}
    assert any(name in LIBRARY.facts and LIBRARY.facts[name].kind in STUDY for name in printed)
