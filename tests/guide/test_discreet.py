"""Where others may see the screen or the paper, no title tells the result."""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader

from her2guide.guide.build import build_guide
from her2guide.guide.discreet import in_discreet
from her2guide.guide.document import Heading, Paragraph, Role, Section, Span, line, plain, spans_of
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.library.order import RESULT, SECTIONS
from her2guide.library.paths import fonts
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.profile import profile
from her2guide.model.terms import Her2Category
from her2guide.output.pdf_style import USUAL
from her2guide.output.render import fits_page, render
from her2guide.readers import readers
from tests.people import cells
from tests.ui.window_people import TODAY

LIBRARY = Library()
BY_CATEGORY: dict[Her2Category, Her2Result] = {}
for cell in cells():
    BY_CATEGORY.setdefault(profile(Answers(her2=cell)).category, cell)
TELLS = re.compile(r"HER2|triple.negative|ultralow", re.IGNORECASE)
YOURS = LIBRARY.word("result.discreet")


def guides(her2: Her2Result) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    answers = Answers(her2=her2)
    usual = build_guide(answers, LIBRARY, TODAY).document.sections
    return usual, build_guide(answers, LIBRARY, TODAY, discreet=True).document.sections


@pytest.mark.parametrize("category", Her2Category)
def test_the_result_stands_in_the_text_under_a_title_that_tells_nothing(category: Her2Category) -> None:
    usual, discreet = guides(BY_CATEGORY[category])
    first, *rest = discreet
    assert first.id == usual[0].id == RESULT
    assert first.title == YOURS
    said, *blocks = first.blocks
    assert isinstance(said, Paragraph)
    assert plain(said.text) == f"{usual[0].title}."
    assert tuple(blocks) == usual[0].blocks
    assert [section.id for section in rest] == [section.id for section in usual[1:]]


@cache
def discreet_guides() -> tuple[tuple[Section, ...], ...]:
    """Return the guides of people who together reach every page in every way."""
    built = (build_guide(person.answers, LIBRARY, TODAY, discreet=True) for person in readers(LIBRARY))
    return tuple(guide.document.sections for guide in built)


def test_no_title_and_no_heading_of_any_part_tells_a_result() -> None:
    assert {section.id for sections in discreet_guides() for section in sections} >= {*SECTIONS, *LIBRARY.topics}
    for sections in discreet_guides():
        titles = [section.title for section in sections]
        assert len(set(titles)) == len(titles)
        heads = [plain(each.text) for section in sections for each in section.blocks if isinstance(each, Heading)]
        assert [title for title in (*titles, *heads) if TELLS.search(title)] == []


def test_a_title_that_tells_has_another_and_the_other_is_there_for_nothing_else() -> None:
    heads = {section: LIBRARY.section_file(section).head for section in (*SECTIONS, *LIBRARY.topics)}
    kinds = {section.split("-")[0] for section, head in heads.items() if TELLS.search(head.title)}
    without = [section for section, head in heads.items() if TELLS.search(head.title) and not head.title_discreet]
    assert without == []
    spare = [section for section, head in heads.items() if head.title_discreet and section.split("-")[0] not in kinds]
    assert spare == []  # pages of one kind lose their second half together, or the short one would tell


def test_a_page_that_a_text_names_has_the_title_that_it_has_there() -> None:
    heads = [LIBRARY.section_file(section).head for section in (*SECTIONS, *LIBRARY.topics)]
    gone = [f"\u201c{head.title}\u201d" for head in heads if head.title_discreet]
    words = {span.text for sections in discreet_guides() for page in sections for span in spans_of(page.blocks)}
    assert [text for text in words for title in gone if title in text] == []


def test_a_heading_that_tells_is_a_line_of_the_text_and_what_was_typed_stays() -> None:
    own = (Span("“Old title”, my words", Role.TYPED),)
    page = Section("her2-tests", "Old title", (Heading(line("HER2-positive cancer")), Paragraph(own)))
    (found,) = in_discreet((page,), LIBRARY)
    assert found.title == LIBRARY.section_file("her2-tests").head.title_discreet
    assert found.blocks == (Paragraph((Span("HER2-positive cancer", Role.STRONG),)), Paragraph(own))


@pytest.mark.parametrize("category", [Her2Category.LOW, Her2Category.POSITIVE])
def test_on_paper_the_word_is_no_larger_than_the_text(category: Her2Category) -> None:
    answers = Answers(her2=BY_CATEGORY[category])
    full = build_guide(answers, LIBRARY, TODAY, discreet=True).document
    document = short_guide(full, LIBRARY, lambda page: fits_page(page, fonts()))
    page = PdfReader(io.BytesIO(render(document, "pdf", fonts()))).pages[0]
    sizes: dict[str, float] = {}

    def visit(text: str, _cm: object, _matrix: object, _font: object, size: float) -> None:
        sizes[text.strip()] = max(sizes.get(text.strip(), 0), size)

    page.extract_text(visitor_text=visit)
    large = [text for text, size in sizes.items() if size > USUAL.h2.size]
    assert [text for text in large if text] == [YOURS]
    assert max(size for text, size in sizes.items() if "HER2" in text) <= USUAL.body.size
