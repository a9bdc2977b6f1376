"""Where a line has no link, words go to paper without reportlab's parser, which would have made the same of them."""

from collections.abc import Iterator

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from her2guide.guide.document import Line, Role, Span
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_text import Words
from tests.bench.export import FONTS

LINES: dict[str, Line] = {
    "plain": (Span("A score from 0 to 3+."),),
    "strong first": (Span("Labs differ", Role.STRONG), Span(" at this low end.")),
    "strong in the middle": (Span("Call "), Span("now", bold=True), Span(" if you have one of these.")),
    "strong next to strong": (Span("less than ", Role.STRONG), Span("HER2-low", Role.TERM, "her2-low", bold=True)),
    "a medical word": (Span("Tissue from a "), Span("biopsy", Role.TERM, "biopsy"), Span(" (tissue taken).")),
    "typed": (Span("My name is "), Span("Zoë Ångström", Role.TYPED)),
    "not a character that the font has": (Span("\u202eolleh", Role.TYPED),),
    "nothing": (Span(""),),
}
LINK = "https://www.fda.gov/drugs"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_fonts(FONTS), sources=[LINK])


@pytest.fixture(params=("regular", "bold"))
def style(request: pytest.FixtureRequest) -> ParagraphStyle:
    font = getattr(load_fonts(FONTS), request.param)
    return ParagraphStyle("of a test", fontName=font, fontSize=11, leading=14)


def looks(fragments: list[ParaFrag]) -> Iterator[dict[str, object]]:
    for each in fragments:
        yield {name: value for name, value in vars(each).items() if name != "__tag__"}


@pytest.mark.parametrize("name", LINES)
def test_the_fragments_of_a_line_are_those_of_its_markup(name: str, words: Words, style: ParagraphStyle) -> None:
    parsed = Paragraph(words.markup(LINES[name]), style).frags
    made = words.fragments(LINES[name], style)
    assert made is not None
    assert list(looks(made)) == list(looks(parsed))


@pytest.mark.parametrize("typed", ["<b>bold</b>", "5 < 6 & 7 > 2", "</para>", "<br/>", "&lt;"])
def test_what_looks_like_markup_stays_one_fragment_as_typed(typed: str, words: Words, style: ParagraphStyle) -> None:
    made = words.fragments((Span(typed, Role.TYPED),), style)
    assert made is not None
    assert [each.text for each in made] == [typed]


def test_a_line_with_a_link_is_left_to_the_parser(words: Words, style: ParagraphStyle) -> None:
    assert words.fragments((Span(f"See {LINK} for more."),), style) is None


def test_an_address_that_was_typed_is_no_link(words: Words, style: ParagraphStyle) -> None:
    assert words.fragments((Span(f"See {LINK} for more.", Role.TYPED),), style) is not None


def test_a_line_that_breaks_is_left_to_the_parser(words: Words, style: ParagraphStyle) -> None:
    assert words.fragments((Span("one\ntwo", Role.TYPED),), style) is None
