"""Our Markdown is small, and what it does not know it refuses."""

import pytest

from her2guide.guide.document import (
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Role,
    Span,
    Steps,
    Table,
    line,
    plain,
)
from her2guide.guide.markup import Marker, blocks
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library


@pytest.fixture(scope="module")
def voice() -> Voice:
    return Voice(Library(), numbers=True, survival=True, where="page.md")


def test_paragraphs_headings_and_lists_become_blocks(voice: Voice) -> None:
    text = "One\nline.\n\n## Head\n\n- a\n- b\n\n1. c\n2. d\n\n> note\n\n@signs\n"
    assert blocks(text, voice, "page.md") == (
        Paragraph((Span("One"), Span(" "), Span("line."))),
        Heading(line("Head")),
        Bullets((line("a"), line("b"))),
        Steps((line("c"), line("d"))),
        Callout(line("note")),
        Marker("signs"),
    )


def test_a_table_has_its_header_first(voice: Voice) -> None:
    (table,) = blocks("| a | b |\n|---|---|\n| 1 | 2 |\n", voice, "page.md")
    assert table == Table(((line("a"), line("b")), (line("1"), line("2"))))


def test_strong_words_keep_the_facts_and_terms_in_them(voice: Voice) -> None:
    said = voice.term("her2", "this word")
    (paragraph,) = blocks(f"**Ask about {said}** now", voice, "page.md")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == "Ask about this word now"
    assert Span("this word", Role.TERM, "her2", True) in paragraph.text
    assert Span("Ask about ", Role.STRONG) in paragraph.text


@pytest.mark.parametrize(
    "text",
    [
        "# one",
        "### three",
        "*soft*",
        "[a](https://example.org)",
        "![a](b.png)",
        "<https://example.org>",
        "`code`",
        "```\ncode\n```",
        "    code",
        "---",
        "- a\n  - b",
        "- a\n\n  b",
        "> a\n>\n> b",
        "one  \ntwo",
        "**bold *both***",
    ],
)
def test_markdown_we_do_not_use_is_refused_by_file(voice: Voice, text: str) -> None:
    with pytest.raises(ContentError, match=r"^page\.md: has .* our Markdown does not use"):
        blocks(text, voice, "page.md")


def test_markup_of_web_pages_is_only_words(voice: Voice) -> None:
    (paragraph,) = blocks("a <b>bold</b> word", voice, "page.md")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == "a <b>bold</b> word"
