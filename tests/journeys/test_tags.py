"""Every person's PDF keeps PDF/UA-1, is small, and tells a screen reader the guide block by block in its order."""

from dataclasses import replace

import pytest

from her2guide.guide.build import build_guide
from her2guide.library.library import Library
from her2guide.model.answers_json import answers_from_json
from her2guide.model.terms import Concern, Insurance, Prognosis, Told
from her2guide.output.html import render_html
from her2guide.output.pdf import render_pdf
from tests.journeys.variants import variants
from tests.journeys.write import PEOPLE, TODAY
from tests.output.reading import FONTS
from tests.output.spoken import spoken
from tests.output.ua import rule_breaks, structure_faults

ANSWERS = {path.stem: path for path in sorted(PEOPLE.glob("*.json"))}


def test_the_guide_of_whoever_asks_for_everything_is_small_too() -> None:
    answers = answers_from_json(ANSWERS["omar-reads-with-his-wife"].read_bytes(), languages=("en",))
    everything = replace(
        answers,
        concerns=tuple(Concern),
        wants_numbers=True,
        insurance=Insurance.MARKETPLACE,
        prognosis=Prognosis.TELL_ME_HOW_TO_ASK,
        medicines=tuple((medicine, Told.TAKING) for medicine in ("trastuzumab-deruxtecan", "datopotamab-deruxtecan")),
    )
    document = build_guide(everything, Library(), TODAY).document
    for paper in ("letter", "a4"):
        data = render_pdf(document, fonts=FONTS, paper=paper, large_print=True)
        assert len(data) < 330_000  # 175 pages; in usual print every guide of a person here stays below 300_000
    assert len(render_html(document).encode()) < 400_000


TOLD_TOO = {("letter", False), ("a4", True)}  # the other two differ from these in where a page ends alone


@pytest.mark.parametrize("person", ANSWERS)
def test_a_screen_reader_is_told_the_guide_in_its_order(person: str) -> None:
    for each in variants(ANSWERS[person]):
        data = render_pdf(each.document, fonts=FONTS, paper=each.paper, large_print=each.large_print)
        assert rule_breaks(data) == [], each.name
        assert len(data) < (320_000 if each.large_print else 300_000), each.name
        if (each.paper, each.large_print) in TOLD_TOO:
            assert structure_faults(data, spoken(each.document, large_print=each.large_print)) == [], each.name
