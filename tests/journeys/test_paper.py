"""Whole guides on paper: the same words as the text, and on page one what a person must not miss."""

import re
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from her2guide.guide.document import GuideDocument, Table, plain
from her2guide.library.library import Library
from her2guide.output.pdf import PaperName, lay_out
from tests.content.test_every_guide import CALL_911, CALL_NOW, FOUR_SIGNS, guides
from tests.journeys.write import PEOPLE, SAMPLE, document_of
from tests.output.reading import FONTS, PdfFile, page_words, pdf, squeezed, text_words

pytestmark = pytest.mark.xdist_group("content")  # reads the same guides


ANSWERS = {path.stem: path for path in (*sorted(PEOPLE.glob("*.json")), SAMPLE / "answers.json")}
TYPES_EVERYTHING = "hana-types-whatever-she-likes"  # with characters that paper shows as codes
HELP_LINE = Library().programs["acs_helpline"]
MUST_STAND_FIRST = (
    CALL_911,
    CALL_NOW,
    *FOUR_SIGNS,
    "Do not start, stop or change a medicine because of this guide.",
    HELP_LINE.phone,
    "not medical advice",
)


def front(document: GuideDocument) -> GuideDocument:
    """Return page one and the page behind it; what follows starts a page of its own."""
    return replace(document, sections=document.sections[:2])


def assert_same_words(document: GuideDocument, found: PdfFile) -> None:
    """Paper says what the text says, in its order; a table's head may come again on its next page."""
    paper, text = page_words(document, found.texts), text_words(document)
    heads = {
        squeezed("".join(plain(cell) for cell in block.rows[0]))
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table) and block.header
    }
    for kind, start, end, text_start, text_end in SequenceMatcher(None, paper, text, autojunk=False).get_opcodes():
        more, less = squeezed(" ".join(paper[start:end])), squeezed(" ".join(text[text_start:text_end]))
        assert kind == "equal" or more == less or (more in heads and not less), (more, less)


@pytest.mark.parametrize("person", [person for person in ANSWERS if person != TYPES_EVERYTHING])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_paper_has_the_words_of_the_text_in_the_same_order(person: str, paper: str) -> None:
    document = document_of(ANSWERS[person])
    assert_same_words(document, pdf(document, paper=paper))


def test_the_kept_sample_pdf_has_the_words_of_the_kept_text() -> None:
    assert_same_words(document_of(SAMPLE / "answers.json"), PdfFile((SAMPLE / "guide.pdf").read_bytes()))


def test_the_comparison_sees_a_missing_word() -> None:
    document = document_of(SAMPLE / "answers.json")
    shorter = replace(document, sections=document.sections[:-1])
    with pytest.raises(AssertionError):
        assert_same_words(document, pdf(shorter))


def test_what_was_typed_stands_on_paper_as_typed_or_as_a_code() -> None:
    made = squeezed(" ".join(pdf(document_of(ANSWERS[TYPES_EVERYTHING])).texts))
    for typed in ("<b>Liver</b> & {{ 7 * 7 }}", "1.8 </para>", "core | biopsy", "@signs", "# Is this a heading?"):
        assert squeezed(typed) in made
    for code in ("[U+202E]reversed[U+202C]", "[U+4F60][U+597D][U+1F600]"):
        assert code in made


def test_page_one_of_every_guide_has_the_signs_and_someone_to_call() -> None:
    for guide in guides():
        first = squeezed(pdf(front(guide.document)).texts[0])
        for words in MUST_STAND_FIRST:
            assert squeezed(words) in first, (guide.profile.category, words)


@pytest.mark.parametrize("person", ANSWERS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_page_one_is_one_sheet_in_usual_print(person: str, paper: PaperName) -> None:
    document = document_of(ANSWERS[person])
    first = replace(document, sections=document.sections[:1])
    assert lay_out(first, fonts=FONTS, paper=paper).pages == 1


@pytest.mark.parametrize("person", ANSWERS)
def test_what_stands_about_the_guide_takes_no_more_than_a_page(person: str) -> None:
    document = document_of(ANSWERS[person])
    last = replace(document, sections=document.sections[-1:])
    assert last.sections[0].id == "about"
    assert lay_out(last, fonts=FONTS).pages == 1


@pytest.mark.parametrize("person", ANSWERS)
def test_page_one_in_large_print_has_them_too(person: str) -> None:
    for paper in ("letter", "a4"):
        first = squeezed(pdf(front(document_of(ANSWERS[person])), large_print=True, paper=paper).texts[0])
        for words in MUST_STAND_FIRST:
            assert squeezed(words) in first


@pytest.mark.parametrize("person", ANSWERS)
def test_a_pdf_names_no_condition_and_no_person_outside_its_pages(person: str) -> None:
    found = pdf(document_of(ANSWERS[person]))
    assert dict(found.metadata or {}) == {"/Title": "My guide"}
    assert found.trailer["/Root"]["/Lang"] == "en-US"


def test_every_address_a_source_or_a_program_shows_on_paper_is_a_link_and_no_other() -> None:
    document = document_of(ANSWERS["ivy-lost-her-insurance"])
    known = {each.address for each in Library().programs.values()} | {each.address for each in document.sources}
    shown = {word for word in text_words(document) if word.startswith("https://")}
    annotations = [each.get_object() for page in pdf(document).pages for each in page.get("/Annots", ())]
    assert len(shown - {each.address for each in document.sources}) > 5
    assert (
        {each["/A"]["/URI"] for each in annotations if "/A" in each}
        == shown & known
        == {word.rstrip(".") for word in shown}
    )


@pytest.mark.parametrize("path", sorted(Path(PEOPLE).glob("*.txt")), ids=lambda path: path.stem)
def test_the_text_has_no_line_that_only_a_program_could_love(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bNone\b(?! of\b)", text) or path.stem == TYPES_EVERYTHING
    for mark in ("{{", "{%", "\ue000", "fact(", "NOT_SURE", "not_sure", "Her2Category"):
        assert mark not in text or path.stem == TYPES_EVERYTHING
