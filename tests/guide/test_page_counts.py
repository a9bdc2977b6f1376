"""Counts drawn as people on pages about one side effect: made of the very facts that stand above them."""

import re
from decimal import Decimal

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import PictureBlock, Section, facts_of, plain
from her2guide.guide.page_counts import COUNTS, page_counts
from her2guide.guide.pictures import Circle, PeopleArray, shapes
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.profile import profile
from tests.content.test_side_effects import TODAY, seen

LIBRARY = Library()
NUMBERS = profile(Answers(wants_numbers=True))


def drawn(section: Section) -> list[PictureBlock]:
    """Return the drawings of people on a page."""
    blocks = [block for block in section.blocks if isinstance(block, PictureBlock)]
    return [block for block in blocks if isinstance(block.picture, PeopleArray)]


@pytest.mark.parametrize("marker", COUNTS)
def test_as_many_people_are_filled_in_as_the_facts_say(marker: str) -> None:
    (block,) = page_counts(marker, NUMBERS, LIBRARY, TODAY)
    facts = [fact for _, fact in COUNTS[marker].groups]
    heads = [each for each in shapes(block.picture, 504, 13, 12).shapes if isinstance(each, Circle)]
    assert len(heads) == 100 * len(facts)
    counts = [sum(each.fill == "figon" for each in heads if (each.x < 252) is left) for left in (True, False)]
    wanted = [int(Decimal(LIBRARY.facts[fact].value) + Decimal("0.5")) for fact in facts]
    assert counts == [*wanted, 0][:2]
    assert list(facts_of((block,))) == facts
    for fact in facts:
        assert LIBRARY.facts[fact].value in plain(block.said)


@pytest.mark.parametrize("marker", COUNTS)
def test_both_groups_of_a_drawing_are_of_one_trial_and_one_population(marker: str) -> None:
    facts = [LIBRARY.facts[fact] for _, fact in COUNTS[marker].groups]
    assert len({(fact.trial, fact.population, fact.unit) for fact in facts}) == 1
    (block,) = page_counts(marker, NUMBERS, LIBRARY, TODAY)
    assert facts[0].trial in plain(block.said)


def test_a_page_draws_only_what_it_tells_in_a_sentence_and_only_with_numbers() -> None:
    found = 0
    for section in seen():
        for block in drawn(section):
            place = section.blocks.index(block)
            assert set(facts_of((block,))) <= set(facts_of(section.blocks[:place]))
            found += 1
    assert found


def test_the_lung_page_draws_the_count_of_all_studies_with_numbers_and_none_without() -> None:
    for numbers in (True, False):
        document = build_guide(Answers(wants_numbers=numbers), LIBRARY, TODAY).document
        for section in document.sections:
            if section.id == "lungs":
                assert len(drawn(section)) == numbers
                if numbers:
                    assert re.search(r"12 of every 100 \(some\); 88 not", plain(drawn(section)[0].said))


def test_without_numbers_a_drawing_is_refused() -> None:
    with pytest.raises(ContentError, match="although numbers are off"):
        page_counts("count-lungs", profile(Answers(wants_numbers=False)), LIBRARY, TODAY)
