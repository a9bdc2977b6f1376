"""The short guide on paper: exactly two pages for everyone, whatever they typed; in large print as few as it takes."""

from dataclasses import fields, replace

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import GuideDocument
from her2guide.guide.short import short_guide
from her2guide.library.library import Library
from her2guide.library.paths import fonts
from her2guide.model.answers import Answers, ContactDetails, Her2Result
from her2guide.model.terms import Reader, Setting, Told, YesNo
from her2guide.output.render import fits_page, print_out
from tests.journeys.write import PEOPLE, SAMPLE, TODAY, document_of
from tests.output.reading import LONG, MARKED, page_words, pdf, squeezed, text_words
from tests.people import cells, varied

LIBRARY = Library()
ANSWERS = {path.stem: path for path in (*sorted(PEOPLE.glob("*.json")), SAMPLE / "answers.json")}
TYPES_EVERYTHING = "hana-types-whatever-she-likes"  # with characters that paper shows as codes
SIGNS = (LIBRARY.word("signs.emergency"), LIBRARY.word("signs.call-now"))
MUST_STAND_FIRST = (*SIGNS, LIBRARY.word("page-one.no-change"), LIBRARY.programs["acs_helpline"].phone)
PHONES = ContactDetails(daytime_phone="555-0134", after_hours_phone="555-0199", clinic_name="Lakeside Clinic")
TYPED = (*LONG, "\u202e" * 500, "\u4e2d" * 500, "".join(MARKED))


def short(document: GuideDocument) -> GuideDocument:
    return short_guide(document, LIBRARY, lambda page: fits_page(page, fonts()))


def made(answers: Answers) -> GuideDocument:
    return short(build_guide(answers, LIBRARY, TODAY).document)


def pages(document: GuideDocument) -> list[int]:
    return [print_out(document, fonts(), paper=paper, large_print=False).pages for paper in ("letter", "a4")]


CELLS = list(zip(cells(), varied(98), strict=True))


@pytest.mark.parametrize("row", range(14))
def test_it_is_two_pages_for_people_of_every_cell_of_the_table(row: int) -> None:
    """Each cell is one person who says nothing else, and one who says something of everything."""
    for her2, person in CELLS[7 * row : 7 * row + 7]:
        talker = replace(person.answers, her2=replace(her2, newest=YesNo.NO), reader=Reader.CAREGIVER, contacts=PHONES)
        for answers in (Answers(her2=her2), talker):
            assert pages(made(answers)) == [2, 2], answers


@pytest.mark.parametrize("typed", TYPED)
def test_it_is_two_pages_whatever_is_typed_and_however_long(typed: str) -> None:
    result = Her2Result(specimen=typed, ish_ratio=typed, copy_number=typed)
    answers = Answers(
        her2=result,
        other_results=(result,) * 5,
        estrogen_percent=typed,
        setting=Setting.METASTATIC,
        medicines=(("trastuzumab-deruxtecan", Told.TAKING),),
        other_medicines=typed,
        contacts=ContactDetails(**dict.fromkeys((field.name for field in fields(ContactDetails)), typed)),
        questions=(typed,) * 20,
        matters_most=(typed,) * 20,
        counselor_notes=typed,
    )
    assert pages(made(answers)) == [2, 2]


@pytest.mark.parametrize("person", ANSWERS)
def test_page_one_has_what_nobody_must_miss_and_page_two_the_questions(person: str) -> None:
    document = short(document_of(ANSWERS[person]))
    for paper in ("letter", "a4"):
        first, second = map(squeezed, pdf(document, paper=paper).texts)
        for words in MUST_STAND_FIRST:
            assert squeezed(words) in first, words
        assert squeezed("Please hand this page to your nurse.") in second
        assert squeezed("There is a longer one too.") in second


@pytest.mark.parametrize("person", [person for person in ANSWERS if person != TYPES_EVERYTHING])
def test_paper_has_the_words_of_the_text_in_the_same_order(person: str) -> None:
    document = short(document_of(ANSWERS[person]))
    assert squeezed(" ".join(page_words(document, pdf(document).texts))) == squeezed(" ".join(text_words(document)))


def test_large_print_takes_a_few_pages_and_begins_with_the_signs() -> None:
    document = short(document_of(next(iter(ANSWERS.values()))))
    found = pdf(document, large_print=True)
    assert 2 < len(found.pages) < 9
    first = squeezed(found.texts[0])
    for words in SIGNS:
        assert squeezed(words) in first
