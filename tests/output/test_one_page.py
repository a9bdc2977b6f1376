"""Whether a document is one page is asked without drawing it, and answered as the finished file would."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import GuideDocument
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.library.paths import fonts
from her2guide.model.answers_json import answers_from_json
from her2guide.output.pdf import PaperName, is_one_page, lay_out
from her2guide.output.render import fits_page

PEOPLE = Path(__file__).parents[1] / "journeys" / "people"
LIBRARY = Library()


def tried(person: str) -> list[GuideDocument]:
    """The pages that are tried, longest first, while the short guide of a person is made, and all of the guide."""
    answers = answers_from_json((PEOPLE / person).read_bytes(), languages=("en",))
    whole = build_guide(answers, LIBRARY, date(2026, 11, 23)).document
    found: list[GuideDocument] = [replace(whole, sections=whole.sections[:2]), replace(whole, sections=())]

    def fits(page: GuideDocument) -> bool:
        found.append(page)
        return fits_page(page, fonts())

    short_guide(whole, LIBRARY, fits)
    return found


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("person", sorted(each.name for each in PEOPLE.glob("*.json"))[:4])
def test_the_answer_is_that_of_the_finished_file(person: str, paper: PaperName) -> None:
    pages = tried(person)
    one = [is_one_page(each, fonts=fonts(), paper=paper) for each in pages]
    assert one == [lay_out(each, fonts=fonts(), paper=paper).pages <= 1 for each in pages]
    assert {*one} == {True, False}
