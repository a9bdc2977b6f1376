"""The list of parts in a long guide: every part with the page where it begins, and a way there."""

from typing import Any

import pytest
from pypdf import PdfReader

from her2guide.guide.document import GuideDocument, Paragraph, Section, line
from her2guide.output.pdf import lay_out
from her2guide.output.pdf_contents import FROM
from her2guide.output.printed import AFTER, TITLE, leaves
from tests.journeys.write import PEOPLE, document_of
from tests.output.reading import FONTS, pdf
from tests.output.sample_document import sample
from tests.output.structure import Structure
from tests.output.ua import problems_on_paper

PRINTS = [{}, {"paper": "a4"}, {"large_print": True}]


def with_parts(count: int, words: str = "Some words. ") -> GuideDocument:
    return sample(
        *(Section(f"s{number}", f"Part {number} of it", (Paragraph(line(words * 90)),)) for number in range(count))
    )


def ways(reader: PdfReader) -> list[tuple[str, int]]:
    """Return what each link in the file says, and the page it leads to, from 1."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}  # type: ignore[union-attr]
    found: list[tuple[str, int]] = []
    for page in reader.pages:
        for each in page.get("/Annots", ()):
            link: Any = each.get_object()
            if "/Dest" in link:
                found.append((link["/Contents"], pages[link["/Dest"].get_object()[0].idnum]))
    return found


@pytest.mark.parametrize("options", PRINTS)
@pytest.mark.parametrize("person", ["omar-reads-with-his-wife", "fay-has-in-situ-disease"])
def test_each_part_stands_there_with_the_page_where_it_begins(person: str, options: dict[str, Any]) -> None:
    printed = lay_out(document_of(PEOPLE / f"{person}.json"), fonts=FONTS, **options)
    reader = pdf(document_of(PEOPLE / f"{person}.json"), **options)
    wanted = [
        (section.title, printed.begins[number, TITLE, 0]) for number, section in enumerate(printed.document.sections)
    ]
    assert len(wanted) >= FROM
    assert ways(reader) == wanted
    assert Structure(reader).pages_told == [str(page) for _, page in wanted]


@pytest.mark.parametrize("options", PRINTS)
def test_it_stands_on_a_page_of_its_own_after_the_first_two_parts(options: dict[str, Any]) -> None:
    document = with_parts(FROM)
    printed = lay_out(document, fonts=FONTS, **options)
    first = min(printed.lists_parts)
    assert first == printed.begins[AFTER - 1, TITLE, 0] + 1
    text = pdf(document, **options).texts[first - 1]
    assert document.furniture.parts in text
    assert "Part 0 of it" in text
    assert [leaf.number for leaf in leaves(printed) if leaf.lists_parts] == [first]


def test_a_short_guide_has_no_such_list() -> None:
    document = with_parts(FROM - 1)
    assert lay_out(document, fonts=FONTS).lists_parts == frozenset()
    assert ways(pdf(document)) == []
    assert document.furniture.parts not in "".join(pdf(document).texts)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_long_list_goes_on_over_the_page_and_breaks_no_rule(large_print: bool) -> None:
    document = with_parts(90, "x ")
    assert len(lay_out(document, fonts=FONTS, large_print=large_print).lists_parts) > 1
    assert problems_on_paper(document, large_print=large_print) == []


@pytest.mark.parametrize("title", ["<b>x</b> &amp; {{ 7 }}", "a" * 300, "W\u202eW", "\u4e2d\u6587"])
def test_any_title_stands_in_the_list_as_it_is(title: str) -> None:
    parts = tuple(Section(f"s{number}", title, ()) for number in range(FROM))
    for large_print in (False, True):
        assert problems_on_paper(sample(*parts), large_print=large_print) == []
