"""The page for a browser: the same words as the text file, whatever is typed, and nothing that is markup but ours."""

from dataclasses import replace
from html import escape

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from her2guide.guide.document import Bullets, GuideDocument, Heading, Paragraph, Role, Section, Span, Table, line
from her2guide.output.html import render_html
from tests.output.page import Node, lines, page, text_lines
from tests.output.reading import BRACES, LONG, MARKED, MARKUP, text_in_rows
from tests.output.sample_document import LABEL, sample
from tests.output.test_same_words import everywhere, sections


def shape(node: Node) -> list[object]:
    """Return the elements of a page with their attributes, without words and without line breaks."""
    children = [shape(child) for child in node.elements() if child.tag != "br"]
    return [node.tag, node.attributes, children]


HARMLESS = shape(page(render_html(everywhere("x"))).one("main"))


def test_the_sample_has_the_same_lines_as_the_text() -> None:
    assert lines(page(render_html(sample()))) == text_lines(text_in_rows(sample()))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sections, min_size=1, max_size=3))
@example([Section("a", "<", (Heading(line("< ")), Table(((line("< "),) * 3,))))])  # a head with no rows under it
def test_any_guide_has_the_same_lines_as_the_text(made: list[Section]) -> None:
    document = sample(*(replace(section, id=f"a{number}") for number, section in enumerate(made)))
    assert lines(page(render_html(document))) == text_lines(text_in_rows(document))


@pytest.mark.parametrize("payload", [*MARKUP, *BRACES, *filter(str.strip, LONG), *MARKED])
def test_a_hostile_text_stays_text_in_every_place(payload: str) -> None:
    is_text(everywhere(payload))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60).filter(str.strip))
@example('"><script>alert(1)</script>')
@example("' onmouseover='alert(1)")
@example("</style></title><svg onload=alert(1)>")
def test_any_text_at_all_stays_text_in_every_place(text: str) -> None:
    is_text(everywhere(text))


def is_text(document: GuideDocument) -> None:
    root = page(render_html(document))
    assert shape(root.one("main")) == HARMLESS
    assert lines(root) == text_lines(text_in_rows(document))


@pytest.mark.parametrize("payload", MARKUP)
def test_a_hostile_title_or_mark_stays_text(payload: str) -> None:
    root = page(render_html(sample(Section("a", payload, ()), mark=payload)))
    assert root.one("title").words == root.one("h1").words == root.one("h2").words == payload
    assert root.one("nav").one("a").words == payload
    assert not root.every("script", "b", "font", "a b")


def test_only_known_addresses_in_our_own_words_are_links() -> None:
    program, other = "https://www.example.org/help", "https://elsewhere.example/"
    words = (f"See {LABEL}. Web: {program}", f"Not {other} or {LABEL}/more", "javascript:alert(1)")
    blocks = tuple(Paragraph(line(text)) for text in words)
    document = replace(
        sample(Section("a", "T", (*blocks, Paragraph((Span(LABEL, Role.TYPED),))))), addresses=(program,)
    )
    found = page(render_html(document)).one("main").every("a")
    assert [link.attributes for link in found] == [
        {"href": address, "rel": "noopener noreferrer"} for address in (LABEL, program)
    ]


def test_a_medical_word_leads_to_its_meaning_once_in_a_section() -> None:
    term = Span("biopsy", Role.TERM, "biopsy")
    text = Section("a", "T", (Paragraph((term, Span(" and "), term, Span("x", Role.TERM, "unknown"))),))
    explained = (Span("biopsy", Role.STRONG, "biopsy"), Span(": taking tissue"))
    root = page(
        render_html(sample(text, replace(text, id="b"), Section("word-list", "Words", (Bullets((explained,)),))))
    )
    links = [section.every("a") for section in root.one("main").elements()]
    assert [[link.attributes["href"] for link in each] for each in links] == [["#term-biopsy"], ["#term-biopsy"], []]
    assert root.one("dfn").attributes == {"id": "term-biopsy"}
    assert root.one("dfn").words == "biopsy"


def test_without_a_word_list_medical_words_lead_nowhere() -> None:
    text = Section("a", "T", (Paragraph((Span("biopsy", Role.TERM, "biopsy"),)),))
    assert page(render_html(sample(text))).one("main").every("a") == []


def test_a_picture_says_its_words_and_hides_nothing_in_them() -> None:
    root = page(render_html(sample()))
    assert all(escape(each.attributes["aria-label"]) in render_html(sample()) for each in root.every("svg"))
    assert {each.attributes["class"] for each in root.every("svg")} == {"wide", "narrow"}
