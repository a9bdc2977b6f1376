"""The PDF: its own description, links, outline, pages and looks that can be measured."""

import itertools
import re
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

from her2guide.guide.document import (
    Bullets,
    GuideDocument,
    Heading,
    Paragraph,
    Role,
    Section,
    Span,
    Steps,
    Table,
    line,
    typed,
)
from her2guide.output.pdf import missing_glyphs, render_pdf
from her2guide.output.text import render_text
from tests.output.reading import FONTS, pdf, squeezed
from tests.output.sample_document import CARD, LABEL, SOURCES_SECTION, TRIAL, sample


def annotations(reader: PdfReader) -> list[dict[str, Any]]:
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


def addresses(document: GuideDocument) -> set[str]:
    return {each["/A"]["/URI"] for each in annotations(pdf(document))}


@pytest.mark.parametrize("options", [{}, {"paper": "a4"}, {"large_print": True}, {"paper": "a4", "large_print": True}])
def test_the_same_document_gives_the_same_bytes(options: dict[str, Any]) -> None:
    assert render_pdf(sample(), fonts=FONTS, **options) == render_pdf(sample(), fonts=FONTS, **options)


def test_another_word_gives_other_bytes() -> None:
    assert render_pdf(sample(), fonts=FONTS) != render_pdf(sample(mark="Other"), fonts=FONTS)


def test_the_file_describes_itself_by_its_mark_alone() -> None:
    reader = pdf(sample())
    assert reader.metadata == {"/Title": "My guide"}
    root: Any = reader.root_object
    told = root["/Metadata"].get_data().decode()
    assert re.findall(r">\s*([^<\s][^<]*?)\s*<", told) == ["My guide", "1"]  # the title, and which part of PDF/UA
    names = re.findall(r"<\w+:(\w+)", told)
    assert names == ["xmpmeta", "RDF", "Description", "title", "Alt", "li", "part"]


def test_language_and_title_are_told_to_the_reader_program() -> None:
    root: Any = pdf(sample()).root_object
    assert root["/Lang"] == "en-US"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"]) is True


def test_every_font_is_embedded_and_can_be_copied_as_text() -> None:
    fonts: dict[str, Any] = {}
    for page in pdf(sample()).pages:
        resources: Any = page["/Resources"]
        fonts |= {key: value.get_object() for key, value in resources["/Font"].items()}
    for font in fonts.values():
        assert font["/Subtype"] == "/TrueType"
        assert "SourceSans3" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
        assert b"> <0000>" not in font["/ToUnicode"].get_data()


def test_links_lead_only_to_the_addresses_of_the_sources() -> None:
    reader = pdf(sample())
    assert {each["/A"]["/URI"] for each in annotations(reader)} == {LABEL, TRIAL}
    assert {each["/Subtype"] for each in annotations(reader)} == {"/Link"}
    assert {each["/A"]["/S"] for each in annotations(reader)} == {"/URI"}


def test_nothing_in_the_file_acts_on_its_own() -> None:
    def names(value: Any, seen: set[int]) -> set[str]:
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                return set()
            seen.add(value.idnum)
            value = value.get_object()
        if isinstance(value, dict):
            # /F with a number says that a link is printed; with anything else it would name a file.
            own = {key for key, each in value.items() if key != "/F" or not isinstance(each, int)}
            return own.union(*(names(each, seen) for each in value.values()))
        return set().union(*(names(each, seen) for each in value)) if isinstance(value, list) else set()

    found = names(pdf(sample()).trailer["/Root"], set())
    assert not found & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/AcroForm", "/F"}


@pytest.mark.parametrize(
    "text",
    [
        "https://elsewhere.example/",
        LABEL + "x",
        "x" + LABEL,
        LABEL.replace("https", "http"),
        f"<a href='{LABEL}'>x</a>x",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_exactly_a_sources_one_is_no_link(text: str) -> None:
    assert addresses(sample(Section("a", "Title", (Paragraph(line(text)),)))) == set()


def test_a_programs_address_is_a_link_that_says_where_it_leads() -> None:
    program = "https://www.cancercare.org/copayfoundation"
    words = (line(f"Call 800-555-0134. Web: {program}"), typed(program), line(f"Web: {program}/more"))
    made = replace(sample(Section("a", "Title", (Bullets(words),))), addresses=(program,))
    (link,) = annotations(pdf(made))
    assert link["/A"]["/URI"] == link["/Contents"] == program


def test_an_address_that_the_person_typed_is_no_link() -> None:
    assert addresses(sample(Section("a", "Title", (Paragraph(typed(LABEL)),)))) == set()


def test_an_address_before_a_full_stop_is_a_link_without_it() -> None:
    assert addresses(sample(Section("a", "Title", (Paragraph(line(f"See {TRIAL}.")),)))) == {TRIAL}


def test_sections_and_headings_are_in_the_outline_and_lead_to_their_pages() -> None:
    reader = pdf(sample())
    found: list[tuple[int, str, int | None]] = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, reader.get_destination_page_number(entry)))

    walk(reader.outline, 0)
    assert [title for level, title, _ in found if level == 0] == [each.title for each in sample().sections]
    assert (1, "What helped and what was hard", 1) in found
    for _, title, page in found:
        assert page is not None
        assert squeezed(title) in squeezed(reader.texts[page])


def test_every_page_carries_the_mark_the_footer_and_its_number() -> None:
    long = Section("a", "Long", tuple(Paragraph(line("Some words. " * 80)) for _ in range(30)))
    reader = pdf(sample(long))
    pages = len(reader.pages)
    assert pages > 9
    for number, shown in enumerate(reader.texts, start=1):
        text = " ".join(shown.split())
        assert text.startswith("My guide ")
        assert "Education, not medical advice. Bring this to your care team." in text
        assert re.findall(r"Page (\d+) of (\d+)", text) == [(str(number), str(pages))]


def test_a_section_that_starts_a_page_does_and_none_is_empty() -> None:
    texts = pdf(sample()).texts
    assert "Enhertu after hormone therapy" in texts[1]
    assert "Questions for my team" in texts[2]
    assert "Your result" not in texts[2]
    first = pdf(sample(Section("a", "Only", (), starts_page=True)))
    assert len(first.pages) == 1


@pytest.mark.parametrize(("options", "size"), [({}, (612, 792)), ({"paper": "a4"}, (595.28, 841.89))])
def test_the_paper_has_the_size_asked_for(options: dict[str, Any], size: tuple[float, float]) -> None:
    box = pdf(sample(), **options).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_large_print_has_no_text_under_sixteen_points_but_on_the_card() -> None:
    sizes: set[float] = set()
    document = sample()
    sections = (replace(each, blocks=tuple(b for b in each.blocks if b is not CARD)) for each in document.sections)
    for page in pdf(replace(document, sections=tuple(sections)), large_print=True).pages:
        content = page.get_contents()
        assert content is not None
        sizes |= {float(found) for found in re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", content.get_data())}
    assert len(sizes) > 3
    assert min(sizes) >= 16


def sizes_on(page: int) -> set[float]:
    content = pdf(sample()).pages[page].get_contents()
    assert content is not None
    return {float(found) for found in re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", content.get_data())}


def test_the_usual_print_has_body_text_of_thirteen_points_and_none_under_twelve_but_the_foot() -> None:
    assert 13 in sizes_on(1)
    assert {size for size in sizes_on(1) if size < 12} <= {9.5}


def test_page_one_is_set_in_twelve_points_but_for_the_numbers_of_its_points_and_the_foot() -> None:
    assert 12 in sizes_on(0)
    assert {round(size, 1) for size in sizes_on(0) if size < 12} == {9.5, 10.8}


def test_words_are_not_joined_where_a_line_ends() -> None:
    words = [f"word{number}" for number in range(700)]
    strong = tuple(Span(f"{word} ", Role.STRONG if place % 3 else Role.PLAIN) for place, word in enumerate(words))
    for text in (line(" ".join(words)), strong):
        for block in (Paragraph(text), Bullets((text,)), Table(((line("a"), line("b")), (text, text)))):
            found = [
                word
                for text_of_page in pdf(sample(Section("a", "Title", (block,)))).texts
                for word in text_of_page.split()
                if word.startswith("word")
            ]
            assert set(found) == set(words)


def test_every_line_ends_with_a_space_for_readers_that_know_no_lines() -> None:
    words = "word " * 100
    for text in (line(words), (Span(words), Span(words, Role.STRONG))):
        reader = pdf(sample(Section("a", "Title", (Paragraph(text),))))
        shown: list[bytes] = []
        ends = 0
        for operands, operator in ContentStream(reader.pages[0].get_contents(), reader).operations:
            if operator == b"Tj":
                shown.append(operands[0].original_bytes)
            elif operator == b"T*":
                assert shown[-1].endswith(b" ")
                ends += 1
        assert ends > 5


def test_a_table_over_many_pages_repeats_its_header() -> None:
    rows = tuple((line(f"row {number}"), line("cell")) for number in range(150))
    reader = pdf(sample(Section("a", "Title", (Table(((line("Left head"), line("Right head")), *rows)),))))
    assert len(reader.pages) > 3
    assert all("Left head" in text for text in reader.texts)
    text = " ".join(reader.texts).split()
    numbers = [int(after) for before, after in itertools.pairwise(text) if before == "row"]
    assert numbers == list(range(150))


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for lines in range(20, 45):
        section = Section(
            "a", "Title", (Paragraph(typed("x\n" * lines)), Heading(line("Heading")), Paragraph(line("After it")))
        )
        for text in pdf(sample(section)).texts:
            assert ("Heading" in text) == ("After it" in text)


def test_no_glyph_is_missing_for_the_sample() -> None:
    assert missing_glyphs(render_text(sample()), FONTS) == ()


def test_missing_glyphs_are_named_once_each() -> None:
    assert missing_glyphs("a\n\u4e2d\u6587\u4e2d \U0001f600", FONTS) == ("\u4e2d", "\u6587", "\U0001f600")


def test_a_list_of_a_hundred_and_more_keeps_its_numbers() -> None:
    reader = pdf(sample(Section("a", "Title", (Steps(tuple(line("step") for _ in range(120))),))))
    words = " ".join(reader.texts).split()
    assert all(f"{number}" in words for number in range(1, 121))


def test_the_sources_section_shows_its_addresses_as_words() -> None:
    text = squeezed("".join(pdf(sample(SOURCES_SECTION)).texts))
    assert LABEL in text


def test_pages_to_look_things_up_in_are_set_close_but_not_in_small_type_and_not_in_large_print() -> None:
    entries = (Steps(tuple(line(f"Source {number}, with a few more words.") for number in range(200))),)
    usual, listed = (sample(Section(name, "Title", entries)) for name in ("a", "sources"))
    assert len(pdf(listed).pages) < 0.8 * len(pdf(usual).pages)
    assert len(pdf(listed, large_print=True).pages) == len(pdf(usual, large_print=True).pages)
    content = pdf(listed).pages[1].get_contents()
    assert content is not None
    sizes = {float(found) for found in re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", content.get_data())}
    assert sizes == {9.5, 12}
