"""Text and paper carry the same words, whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Face,
    GuideDocument,
    Heading,
    Line,
    Paragraph,
    Role,
    Section,
    Span,
    Steps,
    Table,
    Tone,
    line,
    typed,
)
from her2guide.output.text import render_text
from tests.output.reading import BRACES, LONG, MARKED, MARKUP, TAGGED, page_words, pdf, squeezed, text_words
from tests.output.sample_document import sample
from tests.output.ua import problems_on_paper


def everywhere(text: str) -> GuideDocument:
    """Return a guide that has a text in every place a text can have."""
    words = typed(text)
    blocks: tuple[Block, ...] = (
        Heading(words),
        Paragraph(words),
        Bullets((words, line("x"))),
        Steps((words,)),
        AskList((words,)),
        Table(((line("h"), words), (words, line("c")))),
        Callout(words, (words, words), Tone.CALL_NOW),
        Contacts(((words, words), (words, ()))),
        Callout(words),
        Card(Face(words, (Paragraph(words), Bullets((words,)))), Face(words, (Contacts(((words, words),)),))),
        AskList((words,), ranked=True),
    )
    return sample(Section("a", text, blocks))


def test_the_sample_has_the_same_words_on_paper_as_in_the_text() -> None:
    document = sample()
    for options in ({}, {"paper": "a4"}):
        assert page_words(document, pdf(document, **options).texts) == text_words(document)


def test_large_print_has_the_same_words_with_a_tables_head_at_each_cell() -> None:
    document = sample(*sample().sections[:-1])  # without addresses, which are cut where a line ends
    said = {word.rstrip(":") for word in page_words(document, pdf(document, large_print=True).texts)}
    assert said == {word.rstrip(":") for word in text_words(document)}


@pytest.mark.parametrize("payload", [*MARKUP, *BRACES])
def test_a_hostile_text_stands_on_paper_as_typed_in_every_place(payload: str) -> None:
    document = everywhere(payload)
    shown = squeezed("".join(pdf(document).texts))
    assert shown.count(squeezed(payload)) >= 26


@pytest.mark.parametrize("large_print", [False, True])
def test_five_hundred_pieces_of_markup_stand_on_paper_as_typed_wherever_one_can_type(large_print: bool) -> None:
    assert len(set(TAGGED)) >= 500
    texts = tuple(map(typed, TAGGED))
    sections = (
        Section("a", "Title", (AskList(texts), Bullets(texts), Steps(texts))),
        Section("b", "Title", (Table(tuple((text, text) for text in texts), header=False),)),
        Section("c", "Title", (Contacts(tuple((text, text) for text in texts)), *map(Paragraph, texts))),
        *(Section("d", text, ()) for text in TAGGED[::10]),
    )
    assert problems_on_paper(sample(*sections), large_print=large_print) == []


@pytest.mark.parametrize("payload", MARKED)
def test_a_hidden_or_undrawable_character_is_a_mark_on_paper(payload: str) -> None:
    shown = squeezed("".join(pdf(everywhere(payload)).texts))
    assert shown.count(squeezed(MARKED[payload][1])) >= 26


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("payload", LONG, ids=lambda text: repr(text[:6]))
def test_a_long_text_goes_over_as_many_pages_as_it_needs(payload: str, large_print: bool) -> None:
    document = sample(
        Section("a", "Title", (Paragraph(typed(payload)), Table(((line("h"), typed(payload)),)))),
        Section("b", "Title", (Callout(typed(payload), (typed(payload),)), AskList((typed(payload),)))),
    )
    shown = squeezed("".join(page_words(document, pdf(document, large_print=large_print).written)))
    for character in set(payload) - {"\n", " "}:
        assert shown.count(character) >= 5 * payload.count(character)


# Words of at most twelve letters, so that none is cut where a line ends.
words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzáéíñüß<>&{}'\"%+"), min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)
spans = st.builds(Span, sentences.map(lambda text: f"{text} "), st.sampled_from([*Role]))
lines = st.lists(spans, min_size=1, max_size=3).map(tuple)
items = st.lists(lines, min_size=1, max_size=4).map(tuple)


def tables(width: int) -> st.SearchStrategy[Table]:
    row = st.lists(lines, min_size=width, max_size=width).map(tuple)
    return st.builds(Table, st.lists(row, min_size=1, max_size=3).map(tuple), st.booleans())


def numbers(line_of: st.SearchStrategy[Line]) -> st.SearchStrategy[Contacts]:
    pair = st.tuples(lines, st.one_of(st.just(()), line_of))
    return st.builds(Contacts, st.lists(pair, min_size=1, max_size=3).map(tuple))


blocks = st.one_of(
    st.builds(Heading, lines),
    st.builds(Paragraph, lines),
    st.builds(Bullets, items),
    st.builds(AskList, items, st.booleans()),
    st.builds(Diary, st.tuples(lines), st.integers(1, 14)),
    st.builds(Callout, lines, items, st.sampled_from([*Tone])),
    st.integers(1, 3).flatmap(tables),
    numbers(lines),
)
sections = st.builds(
    Section, st.just("a"), sentences, st.lists(blocks, max_size=6).map(tuple), starts_page=st.booleans()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sections, min_size=1, max_size=3))
def test_any_guide_has_the_same_words_on_paper_as_in_the_text(made: list[Section]) -> None:
    document = sample(*made)
    said = page_words(document, pdf(document).written)
    # The header of a table that goes over a page comes again; nothing else may be more or less.
    wanted = text_words(document)
    if not any(isinstance(block, Table) for section in made for block in section.blocks):
        assert squeezed("".join(said)) == squeezed("".join(wanted))
    assert set(said) == set(wanted)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_at_all_is_rendered(text: str) -> None:
    document = everywhere(text)
    assert pdf(document).pages
    assert render_text(document).encode()
