"""The text file and the one place that makes text safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from her2guide.guide.document import (
    AskList,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Face,
    Heading,
    Paragraph,
    Section,
    Steps,
    Table,
    line,
    typed,
)
from her2guide.output.text import render_text
from her2guide.output.typed_text import visible
from tests.output.reading import BRACES, LONG, MARKED, MARKUP
from tests.output.sample_document import sample

BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def test_every_hidden_control_becomes_a_visible_mark_and_nothing_else_changes() -> None:
    for code in range(0x110000):
        character = chr(code)
        category = unicodedata.category(character)
        hidden = (category in {"Cc", "Cs", "Zl", "Zp"} and character not in "\n\t") or code in BIDI
        if hidden:
            assert visible(character) == f"[U+{code:04X}]"
        elif category != "Cn":
            assert visible(character) == character


@given(st.text())
def test_making_visible_twice_is_the_same_as_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize("payload", [*MARKUP, *BRACES, *LONG])
def test_text_stands_in_the_file_as_typed(payload: str) -> None:
    assert payload in render_text(sample(Section("a", "Title", (Paragraph(typed(payload)),))))


@pytest.mark.parametrize("payload", MARKED)
def test_hidden_characters_are_marked_in_the_file(payload: str) -> None:
    assert MARKED[payload][0] in render_text(sample(Section("a", "Title", (Paragraph(typed(payload)),))))


def test_each_kind_of_block_has_its_plain_lines() -> None:
    blocks = (
        Heading(line("Heading")),
        Bullets((line("one"), typed("two\nlines"))),
        Steps((line("first"), line("second"))),
        Table(((line("a"), line("b")), (line("c"), typed("d\ne"))), caption=line("Caption")),
        Callout(line("Call now:"), (line("a cough"),)),
        Contacts(((line("Day"), typed("555-0134")), (line("Night"), ()))),
        AskList((line("Why?"),)),
        AskList((line("First?"), line("Then?")), ranked=True),
        Card(Face(line("Front"), (Paragraph(line("Words")),)), Face(line("Back"), (Bullets((line("sign"),)),))),
        Diary((line("Cough"),), 14),
    )
    assert render_text(sample(Section("a", "Title", blocks))).splitlines()[:-2] == [
        *("My guide", "", "Title", "", "Heading", "", "- one", "- two", "  lines", "", "1. first", "2. second", ""),
        *("Caption", "a: b", "c: d e", "", "Call now:", "- a cough", ""),
        *("Day: 555-0134", "Night: ____________", "", "[ ] Why?", "", "1. First?", "2. Then?", ""),
        *("Front", "Words", "Back", "- sign", "", "Cough ____________"),
    ]


def test_the_file_begins_with_the_mark_ends_with_the_footer_and_tells_the_picture() -> None:
    text = render_text(sample())
    assert text.startswith("My guide\n")
    assert text.endswith("Content checked November 20, 2026.\n")
    assert "\n[Picture: HER2 scale with 4 bands" in text
    assert "Your result is HER2-low, band 3 of 4.]\n" in text


def test_lines_are_wrapped_only_if_a_width_is_given() -> None:
    document = sample()
    whole, wrapped = render_text(document), render_text(document, width=40)
    assert whole.split() == wrapped.split()
    assert max(map(len, whole.splitlines())) > 100
    assert all(len(row) <= 40 for row in wrapped.splitlines() if " " in row.strip())


def test_a_word_longer_than_the_width_is_not_cut() -> None:
    section = Section("a", "Title", (Paragraph(typed("x" * 99)),))
    assert "x" * 99 in render_text(sample(section), width=40)


def test_a_list_that_goes_on_counts_on() -> None:
    text = render_text(sample(Section("a", "Title", (Steps((line("Third"), line("Fourth")), 3),))))
    assert "3. Third\n4. Fourth" in text


def test_a_head_with_no_rows_under_it_loses_no_word() -> None:
    table = Table((tuple(map(line, ("Help", "Enhertu", "Chemotherapy"))),))
    assert "Help: Enhertu: Chemotherapy" in render_text(sample(Section("a", "Title", (table,)))).splitlines()


def test_a_wide_table_can_be_followed_by_ear() -> None:
    rows = (("Harm", "Enhertu", "Chemotherapy"), ("Nausea", "70 of every 100", "30 of every 100"))
    table = Table(tuple(tuple(map(line, row)) for row in rows))
    said = "Harm\nNausea: Enhertu, 70 of every 100; Chemotherapy, 30 of every 100\n"
    assert said in render_text(sample(Section("a", "Title", (table,))))
