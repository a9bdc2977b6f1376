"""Where others may see the screen or the paper, no title tells the result."""

import io

import pytest
from pypdf import PdfReader

from her2guide.guide.build import build_guide
from her2guide.guide.document import Heading, Paragraph, Section, plain
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.library.order import RESULT
from her2guide.library.paths import fonts
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.profile import profile
from her2guide.model.terms import Her2Category
from her2guide.output.pdf_style import USUAL
from her2guide.output.render import fits_page, render
from tests.people import cells
from tests.ui.window_people import TODAY

LIBRARY = Library()
BY_CATEGORY: dict[Her2Category, Her2Result] = {}
for cell in cells():
    BY_CATEGORY.setdefault(profile(Answers(her2=cell)).category, cell)
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
    assert tuple(rest) == usual[1:]
    heads = [plain(block.text) for block in first.blocks if isinstance(block, Heading)]
    assert not [head for head in (first.title, *heads) if "HER2" in head]


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
