"""What stands on the screen is what stands in the text file and on paper, page by page and in the same order."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.guide.build import build_guide
from her2guide.output.text import WRITE_IN
from tests.journeys.test_paper import assert_same_words
from tests.output.reading import pdf, text_in_rows
from tests.ui.tour import Seen, tour
from tests.ui.window_people import LIBRARY, TODAY

pytestmark = pytest.mark.xdist_group("tour")  # reads the same pages of the same visits

ON_PAPER = ("dev takes Enhertu", "ellen has results that do not match", "nia has no hormone receptors")
SIGN = re.compile(r"^(- |\[ \] |\d+\. )", re.MULTILINE)  # a list's signs are painted
BETWEEN = re.compile(r"[\s:|]|\[Picture: |(?<=\.)\]|" + WRITE_IN)  # how cells, numbers and pictures are set apart


@pytest.fixture
def sections(app: QApplication) -> tuple[Seen, ...]:
    return tuple(seen for seen in tour() if seen.section is not None)


def only_words(text: str) -> str:
    return BETWEEN.sub("", text)


def in_the_text_file(seen: Seen) -> str:
    """Return the words that the text file has for one section."""
    document = build_guide(seen.session.answers, LIBRARY, TODAY).document
    text = text_in_rows(replace(document, sections=(seen.section,)))  # type: ignore[arg-type]
    text = text.removeprefix(document.furniture.mark).removesuffix(document.furniture.footer + "\n")
    return only_words(SIGN.sub("", text))


def test_every_section_on_the_screen_has_the_words_of_the_text_file_in_its_order(sections: tuple[Seen, ...]) -> None:
    assert len(sections) > 200
    for seen in sections:
        assert only_words("".join(seen.words)) == in_the_text_file(seen), (seen.person, seen.place)


@pytest.mark.parametrize("person", ON_PAPER)
def test_paper_has_the_words_of_the_text_file_for_the_very_sections_on_the_screen(
    person: str, sections: tuple[Seen, ...]
) -> None:
    theirs = [seen for seen in sections if seen.person == person]
    document = build_guide(theirs[0].session.answers, LIBRARY, TODAY).document
    assert document.sections == tuple(seen.section for seen in theirs)
    assert_same_words(document, pdf(document))


def test_the_comparison_sees_two_lines_that_change_places(sections: tuple[Seen, ...]) -> None:
    seen = next(each for each in sections if len(each.words) > 4)
    first, second, third, *rest = seen.words
    assert only_words("".join((first, third, second, *rest))) != in_the_text_file(seen)
