"""The card has its true size, holds whatever it is given, and the diary has a cell for each day."""

import re

import pytest
from pypdf import PdfReader

from her2guide.guide.document import Card, Contacts, Diary, Face, Paragraph, Section, line, typed
from her2guide.output.pdf_blocks import Blocks
from her2guide.output.pdf_cards import FACE, HEAD, TYPE, CardSheet, DiarySheet
from her2guide.output.pdf_flow import Beside, WriteIn
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_style import paper_style
from her2guide.output.pdf_text import Words
from tests.output.reading import FONTS, LONG, pdf, squeezed
from tests.output.sample_document import CARD, DIARY, TO_CARRY, sample

MILLIMETER = 72 / 25.4
RECTANGLE = re.compile(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re")
SIZES = [(paper, large) for paper in ("letter", "a4") for large in (False, True)]


def maker(paper: str = "letter", large: bool = False) -> Blocks:
    style = paper_style(load_fonts(FONTS), paper, large)  # type: ignore[arg-type]
    return Blocks(style, Words(style.fonts))


def rectangles(reader: PdfReader) -> list[tuple[float, ...]]:
    drawn = "".join(page.get_contents().get_data().decode("latin-1") for page in reader.pages)  # type: ignore[union-attr]
    return [tuple(map(float, found)) for found in RECTANGLE.findall(drawn)]


@pytest.mark.parametrize(("paper", "large"), SIZES)
def test_two_cards_of_two_bank_card_faces_are_drawn_in_their_true_size(paper: str, large: bool) -> None:
    document = sample(TO_CARRY)
    wide, tall = 2 * 85.6 * MILLIMETER, 54 * MILLIMETER
    found = rectangles(pdf(document, paper=paper, large_print=large))
    cut = [each for each in found if each[2:] == pytest.approx((wide, tall), abs=0.01)]
    assert len(cut) == 2
    for x, *_ in cut:
        assert x > 0
        assert x + wide < maker(paper, large).style.page[0]


def test_the_type_of_an_ordinary_card_is_the_largest_there_is() -> None:
    sheet = CardSheet(CARD, maker())
    for _, stack in sheet.sides:
        assert stack[0][1].style.fontSize == TYPE  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:6]))
def test_a_face_holds_even_a_text_that_is_far_too_long(text: str) -> None:
    face = Face(
        typed(text[:500]),
        (Paragraph(typed(text[:600])), *CARD.front.parts, Contacts(((line("Daytime"), typed(text[:600])),))),
    )
    sheet = CardSheet(Card(face, face), maker())
    for head, stack in sheet.sides:
        assert head.height <= HEAD
        assert sum(gap + tall for gap, _, tall in stack) < FACE[1] - HEAD - 9.9
    shown = squeezed("".join(pdf(sample(Section("a", "A", (Card(face, face),)))).texts))
    for words in ("Cannot breathe: call 911.", "New cough", "Fever of 100.4 F", "Wheeze"):
        assert shown.count(squeezed(words)) == 4


@pytest.mark.parametrize(("paper", "large"), SIZES)
def test_a_diary_has_a_cell_as_high_as_a_finger_is_wide_for_each_day(paper: str, large: bool) -> None:
    blocks = maker(paper, large)
    sheet = DiarySheet(DIARY, blocks)
    wide, tall = sheet.wrap(blocks.style.width, 1e6)
    assert (wide - sheet.column) / DIARY.days > 9 * MILLIMETER
    assert min(sheet.rows) >= 12 * MILLIMETER
    assert tall == pytest.approx(sum(sheet.rows))
    assert tall < blocks.style.page[1] / 2


def test_a_diary_with_very_long_labels_goes_on_over_the_page() -> None:
    reader = pdf(sample(Section("a", "A", (Diary(tuple(typed("word " * 40) for _ in range(5)), 14),))))
    assert len(reader.pages) == 2
    assert squeezed("".join(reader.texts)).count("word") == 200


def test_a_line_for_a_sentence_takes_the_whole_width_and_numbers_to_call_stand_side_by_side() -> None:
    blank, known = (line("My question"), ()), (line("Clinic"), typed("Harbor"))
    for rows, kinds in (
        ((blank, blank, blank), [WriteIn, WriteIn, WriteIn]),
        ((blank, blank), [WriteIn, WriteIn]),
        ((blank, blank, known), [Beside]),
    ):
        assert [type(each) for each in maker().flow((Contacts(rows),))] == kinds
