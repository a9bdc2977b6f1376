"""The page of what matters: the person's own list, each line with what to ask or tell."""

from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Block, Contacts, Role, Steps, plain
from her2guide.guide.matters import what_matters
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.profile import profile
from her2guide.model.terms import Setting
from her2guide.wizard.flow import MATTERS

LIBRARY = Library()
LABELS = {name: LIBRARY.questions.question["matters-most"].choices[name].label for name in MATTERS}


def told(*matters: str) -> tuple[Block, ...]:
    return what_matters(profile(Answers(matters_most=matters)), LIBRARY)


def test_every_matter_of_the_wizard_has_a_sentence_of_its_own() -> None:
    steps = told(*LABELS.values())[1]
    assert isinstance(steps, Steps)
    asked = {plain(item).removeprefix(label) for item, label in zip(steps.items, LABELS.values(), strict=True)}
    assert len(asked) == len(MATTERS)
    assert f": {LIBRARY.word('matters.ask.own')}" not in asked


def test_the_list_keeps_the_order_and_the_words_of_the_person() -> None:
    own = "My *garden* {{ fact }}"
    steps = told(own, LABELS["home"])[1]
    assert isinstance(steps, Steps)
    first, second = steps.items
    assert (first[0].text, first[0].role) == (own, Role.TYPED)
    assert plain(first).endswith(LIBRARY.word("matters.ask.own"))
    assert (second[0].text, second[0].role) == (LABELS["home"], Role.TYPED)
    assert plain(second).endswith(LIBRARY.word("matters.ask.home"))


def test_without_a_list_there_are_three_lines_to_write_on() -> None:
    lines = told()[1]
    assert isinstance(lines, Contacts)
    assert [plain(number) for _, number in lines.rows] == ["", "", ""]


@pytest.mark.parametrize("setting", [*Setting, None])
def test_everyone_reads_that_less_treatment_may_be_talked_about(setting: Setting | None) -> None:
    document = build_guide(Answers(setting=setting), LIBRARY, date(2026, 11, 23)).document
    (page,) = [section for section in document.sections if section.id == "what-matters"]
    assert "no more treatment for now" in repr(page)
    assert "care for comfort" in repr(page)
