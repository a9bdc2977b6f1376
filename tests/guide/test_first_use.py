"""A medical word is explained in a few plain words where a guide first uses it, once, and reads well there."""

import pytest

from her2guide.guide.document import (
    AskList,
    Audience,
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Role,
    Section,
    Span,
    Steps,
    Table,
    lines_of,
    plain,
)
from her2guide.guide.first_use import first_use
from her2guide.library.library import Library
from her2guide.library.order import LOOK_UP
from tests.journeys.write import PEOPLE, document_of

LIBRARY = Library()
SHORTS = {entry: term.short for entry, term in LIBRARY.glossary.items() if term.short}
HARD = [term.word.casefold() for term in LIBRARY.glossary.values() if not term.everyday]
BIOPSY = Span("biopsy", Role.TERM, "biopsy")
GLOSS = f" ({SHORTS['biopsy']})"


def told(*blocks: Block, audience: Audience = Audience.READER, page: str = "a") -> str:
    """Return the words of a guide of one page."""
    (found,) = first_use((Section(page, "Title", blocks, audience),), LIBRARY)
    return " | ".join(plain(each) for block in found.blocks for each in lines_of(block))


def around(before: str, after: str, word: Span = BIOPSY) -> str:
    return told(Paragraph((Span(before), word, Span(after))))


def test_the_first_use_is_followed_by_a_few_words_and_later_ones_stay_bare() -> None:
    text = (Span("A new "), BIOPSY, Span(" can help."))
    assert told(Paragraph(text), Bullets((text,))) == f"A new biopsy{GLOSS} can help. | A new biopsy can help."
    first, second = first_use([Section(page, "Title", (Steps((text,)),)) for page in ("a", "b")], LIBRARY)
    assert (len(plain(first.blocks[0].items[0])), second.blocks) == (
        len(f"A new biopsy{GLOSS} can help."),
        (Steps((text,)),),
    )  # type: ignore[union-attr]


def test_it_stands_in_paragraphs_lists_questions_and_tables_and_nowhere_else() -> None:
    text = (BIOPSY,)
    for block in (Paragraph(text), Bullets((text,)), Steps((text,)), AskList((text,))):
        assert told(block) == f"biopsy{GLOSS}"
    assert told(Table(((text,), (text,)))) == f"biopsy | biopsy{GLOSS}"
    for fixed in (Heading(text), Table(((text,),)), Callout(text, (text,))):
        assert told(fixed, Paragraph(text)).endswith(f"biopsy | biopsy{GLOSS}")
        assert told(fixed, Paragraph(text)).count(GLOSS) == 1


@pytest.mark.parametrize("page", LOOK_UP)
def test_lists_to_look_up_and_pages_for_the_care_team_stay_as_they_are(page: str) -> None:
    assert told(Paragraph((BIOPSY,)), page=page) == "biopsy"
    assert told(Paragraph((BIOPSY,)), audience=Audience.CLINICIAN) == "biopsy"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A ", " (a test) helps."),
        ("A ", ", a small test, helps."),
        ("A ", " is a small test."),
        ("A ", " means that a lab looks."),
        ("The ", ": a lab looks."),
        ("That is called a ", "."),
        ("Doctors call it ", "."),
    ],
)
def test_a_sentence_that_explains_its_word_is_enough(before: str, after: str) -> None:
    text = (Span(before), BIOPSY, Span(after))
    assert told(Paragraph(text), Paragraph((BIOPSY,))) == f"{plain(text)} | biopsy"


@pytest.mark.parametrize(
    ("before", "after"),
    [("(after a ", ")"), ("a “", "” is"), ("a ", "-like test"), ("the ", "’s end"), ("a ", " report says")],
)
def test_inside_other_words_or_parentheses_or_before_its_noun_a_word_waits_for_its_next_place(
    before: str, after: str
) -> None:
    text = (Span(before), BIOPSY, Span(after))
    assert told(Paragraph(text), Paragraph((BIOPSY,))) == f"{plain(text)} | biopsy{GLOSS}"


def test_a_form_that_says_it_already_gets_no_more_words() -> None:
    assert around("Ask your ", ".", Span("cancer doctor", Role.TERM, "oncologist")) == "Ask your cancer doctor."
    assert (
        around("Ask your ", ".", Span("oncologist", Role.TERM, "oncologist"))
        == "Ask your oncologist (a cancer doctor)."
    )
    assert (
        around("An ", ".", Span("estrogen receptor (ER)", Role.TERM, "estrogen-receptor"))
        == "An estrogen receptor (ER)."
    )
    assert "PR (progesterone receptor, where that hormone acts)" in around(
        "Your ", ".", Span("PR", Role.TERM, "progesterone-receptor")
    )


def test_the_words_are_two_to_six_and_stand_well_in_parentheses() -> None:
    for entry, short in SHORTS.items():
        assert 2 <= len(short.split()) <= 6, entry
        assert not set(short) & set("().:;"), entry
        assert not [word for word in HARD if word in short.casefold()], entry


def test_no_guide_says_such_words_twice_or_sets_parentheses_inside_others() -> None:
    for answers in sorted(PEOPLE.glob("*.json")):
        sections = [each for each in document_of(answers).sections if each.id not in LOOK_UP]
        blocks = [block for section in sections for block in section.blocks]
        written = [block for block in blocks if not isinstance(block, Table)]  # there such words are ours
        lines = [each for block in blocks for each in lines_of(block)]
        said = [each for block in written for each in lines_of(block)]
        added = [span.text for each in said for span in each if span.text[2:-1] in SHORTS.values()]
        assert len(added) == len(set(added)) > 10, answers.stem
        for each in lines:
            text = plain(each)
            assert ") (" not in text, text
            depth = [text[: place + 1].count("(") - text[: place + 1].count(")") for place in range(len(text))]
            assert max(depth, default=0) < 2, text
