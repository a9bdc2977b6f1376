"""The tags of the PDF: they keep PDF/UA-1 and tell the guide in its order; and each fault we know would be seen."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NullObject

from her2guide.guide.document import Section
from her2guide.output.pdf import render_pdf
from tests.output.reading import BRACES, FONTS, LONG, MARKED, MARKUP
from tests.output.sample_document import sample
from tests.output.spoken import spoken
from tests.output.test_same_words import everywhere, sections
from tests.output.ua import problems, problems_on_paper, rule_breaks, structure_faults

SAMPLE = render_pdf(sample(), fonts=FONTS)
TOLD = spoken(sample())


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("large_print", [False, True])
def test_the_sample_tells_every_kind_of_block_in_its_order(paper: str, large_print: bool) -> None:
    assert problems_on_paper(sample(), paper=paper, large_print=large_print) == []


HOSTILE = (*MARKUP[::4], *BRACES[::6], *MARKED, *(text[:300] for text in LONG))


@pytest.mark.parametrize("payload", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_text_in_every_place_breaks_no_rule_and_no_order(payload: str) -> None:
    for large_print in (False, True):
        assert problems_on_paper(everywhere(payload), large_print=large_print) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sections, min_size=1, max_size=3), st.booleans())
def test_any_guide_is_told_in_its_order(made: list[Section], large_print: bool) -> None:
    assert problems_on_paper(sample(*made), large_print=large_print) == []


def elements(writer: PdfWriter, tag: str) -> list[Any]:
    found = (each for each in writer._objects if isinstance(each, dict) and each.get("/S") == tag)
    return list(found)


def root(writer: PdfWriter) -> Any:
    return writer.root_object


def without_language(writer: PdfWriter) -> None:
    del root(writer)["/Lang"]


def without_words_for_a_picture(writer: PdfWriter) -> None:
    del elements(writer, "/Figure")[0]["/Alt"]


def without_a_title(writer: PdfWriter) -> None:
    metadata = root(writer)["/Metadata"].get_object()
    empty = DecodedStreamObject()
    empty.update({NameObject(key): metadata[key] for key in ("/Type", "/Subtype")})
    empty.set_data(re.sub(rb"<dc:title>.*</dc:title>", b"", metadata.get_data(), flags=re.DOTALL))
    root(writer)[NameObject("/Metadata")] = writer._add_object(empty)


def with_a_head_as_a_cell(writer: PdfWriter) -> None:
    elements(writer, "/TH")[0][NameObject("/S")] = NameObject("/TD")


def without_an_entry_in_the_parent_tree(writer: PdfWriter) -> None:
    numbers = root(writer)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    runs: Any = next(each.get_object() for each in numbers if isinstance(each.get_object(), ArrayObject))
    runs[0] = NullObject()


def with_words_that_have_no_tag(writer: PdfWriter) -> None:
    page = writer.pages[0]
    font = next(iter(page["/Resources"]["/Font"]))  # type: ignore[index]
    content = DecodedStreamObject()
    old: Any = page.get_contents()
    content.set_data(old.get_data() + f"\nBT {font} 9 Tf 9 9 Td (more) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content)


def in_another_order(writer: PdfWriter) -> None:
    kids = elements(writer, "/Sect")[0]["/K"]
    kids[1], kids[2] = kids[2], kids[1]


def spoiled(change: Callable[[PdfWriter], None] | None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(SAMPLE)))
    if change is not None:
        change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_copy_without_a_fault_has_no_problem() -> None:
    assert problems(spoiled(None), TOLD) == []


@pytest.mark.parametrize("change", [without_language, without_words_for_a_picture, without_a_title])
def test_the_checker_sees_a_missing_part(change: Callable[[PdfWriter], None]) -> None:
    assert rule_breaks(spoiled(change)) != []


@pytest.mark.parametrize(
    "change",
    [
        without_words_for_a_picture,
        with_a_head_as_a_cell,
        without_an_entry_in_the_parent_tree,
        with_words_that_have_no_tag,
        in_another_order,
    ],
)
def test_telling_the_file_shows_what_is_told_wrongly(change: Callable[[PdfWriter], None]) -> None:
    assert structure_faults(spoiled(change), TOLD) != []
