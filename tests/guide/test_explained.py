"""A medical word that a page leaves plain is explained where it first stands, once, and never inside other words."""

from her2guide.guide.document import (
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Role,
    Span,
    Table,
    Tone,
    line,
    spans_of,
    typed,
)
from her2guide.guide.explained import explained
from her2guide.guide.markup import Marker
from her2guide.library.library import Library

LIBRARY = Library()


def terms(*blocks: Block | Marker) -> list[tuple[str, str]]:
    """Return the words that are explained, each with its id."""
    ready = [block for block in explained(blocks, LIBRARY) if not isinstance(block, Marker)]
    return [(span.text, span.target) for span in spans_of(ready) if span.role is Role.TERM]


def test_the_first_plain_use_is_explained_and_later_ones_are_not() -> None:
    first, second = Paragraph(line("Ask about chemotherapy.")), Bullets((line("More chemotherapy"),))
    assert terms(first, second) == [("chemotherapy", "chemotherapy")]
    (found, _) = explained((first, second), LIBRARY)
    assert isinstance(found, Paragraph)
    assert [span.text for span in found.text] == ["Ask about ", "chemotherapy", "."]


def test_a_word_that_the_page_marks_itself_is_left_to_it_unless_a_plain_use_comes_first() -> None:
    marked, bare = Paragraph((Span("Chemo", Role.TERM, "chemotherapy"),)), Paragraph(line("Ask about chemotherapy."))
    assert terms(marked, bare) == [("Chemo", "chemotherapy")]
    assert terms(bare, marked) == [("chemotherapy", "chemotherapy"), ("Chemo", "chemotherapy")]


def test_a_word_in_the_body_of_a_table_is_explained_there_and_its_head_stays_as_it_is() -> None:
    word = line("chemotherapy")
    assert terms(Table(((word,), (word,))), Paragraph(word)) == [("chemotherapy", "chemotherapy")]
    assert terms(Table(((word,),), header=False)) == [("chemotherapy", "chemotherapy")]


def test_a_strong_word_stays_strong() -> None:
    (found,) = explained((Paragraph((Span("Chemotherapy comes first", Role.STRONG),)),), LIBRARY)
    assert isinstance(found, Paragraph)
    assert found.text == (
        Span("Chemotherapy", Role.TERM, "chemotherapy", bold=True),
        Span(" comes first", Role.STRONG),
    )


def test_the_longest_word_wins_and_several_of_a_kind_are_one_word() -> None:
    assert terms(Paragraph(line("A low white blood cells count, two infusions."))) == [
        ("low white blood cells", "neutropenia"),
        ("infusions", "infusion"),
    ]


def test_headings_heads_of_tables_signs_and_typed_words_stay_as_they_are() -> None:
    word = line("chemotherapy")
    blocks: tuple[Block, ...] = (
        Heading(word),
        Table(((word,),)),
        Callout(word, (word,), Tone.CALL_NOW),
        Paragraph(typed("chemotherapy")),
    )
    assert explained(blocks, LIBRARY) == blocks


def test_parts_of_other_words_and_everyday_words_are_not_explained() -> None:
    assert terms(Paragraph(line("chemotherapylike HER2-lowest non-infusion"))) == []
    everyday = [item.word for item in LIBRARY.glossary.values() if item.everyday]
    assert "label" in everyday
    assert terms(Paragraph(line(", ".join(everyday)))) == []


def test_what_is_filled_in_later_stays_in_its_place() -> None:
    assert explained((Marker("terms"),), LIBRARY) == (Marker("terms"),)


def test_no_word_of_the_list_looks_like_another() -> None:
    words = [item.word.casefold() for item in LIBRARY.glossary.values()]
    assert len(set(words)) == len(words)
