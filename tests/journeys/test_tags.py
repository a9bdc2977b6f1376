"""Every person's PDF keeps PDF/UA-1, is small, and tells a screen reader the guide block by block in its order."""

import pytest

from her2guide.output.pdf import render_pdf
from tests.journeys.variants import variants
from tests.journeys.write import PEOPLE
from tests.output.reading import FONTS
from tests.output.spoken import spoken
from tests.output.ua import rule_breaks, structure_faults

ANSWERS = {path.stem: path for path in sorted(PEOPLE.glob("*.json"))}


TOLD_TOO = {("letter", False), ("a4", True)}  # the other two differ from these in where a page ends alone


@pytest.mark.parametrize("person", ANSWERS)
def test_a_screen_reader_is_told_the_guide_in_its_order(person: str) -> None:
    for each in variants(ANSWERS[person]):
        data = render_pdf(each.document, fonts=FONTS, paper=each.paper, large_print=each.large_print)
        assert rule_breaks(data) == [], each.name
        assert len(data) < 300_000, each.name
        if (each.paper, each.large_print) in TOLD_TOO:
            assert structure_faults(data, spoken(each.document, large_print=each.large_print)) == [], each.name
