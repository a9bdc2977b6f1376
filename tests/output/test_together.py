"""What stays together on a page, wherever the page happens to end."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from her2guide.guide.document import (
    Block,
    Bullets,
    Callout,
    Contacts,
    Heading,
    Paragraph,
    PictureBlock,
    Section,
    Steps,
    Table,
    Tone,
    line,
)
from her2guide.output.pdf import lay_out
from her2guide.output.pdf_blocks import Blocks
from her2guide.output.pdf_flow import Beside, Item, Panel, WriteIn
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_style import paper_style
from her2guide.output.pdf_table import PAD_X, column_widths
from her2guide.output.pdf_text import Words
from tests.output.reading import FONTS
from tests.output.sample_document import sample

LEAD, LIST = 2, 3  # places after the filling and a heading
ITEMS = 6
LINES = range(18, 36, 2)  # that fill a page, more and more of it


def pages(lines: int, *blocks: Block, large_print: bool = False) -> dict[tuple[int, int], int]:
    """Return on which page each block, and each item of it, begins below some lines."""
    filling = Paragraph(line("\n".join(["Words."] * (lines * 13 // 18 if large_print else lines))))
    printed = lay_out(sample(Section("a", "Title", (filling, *blocks))), fonts=FONTS, large_print=large_print)
    return {(place, item): page for (_, place, item), page in printed.begins.items()}


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("large_print", [False, True])
def test_no_heading_no_lead_and_no_lone_item_ends_or_begins_a_page(lines: int, large_print: bool) -> None:
    items = tuple(line(f"Item {number} with enough words that it takes one line alone.") for number in range(ITEMS))
    for made in (Bullets(items), Steps(items)):
        blocks = (Heading(line("Head")), Paragraph(line("These are some:")), made)
        begins = pages(lines, *blocks, large_print=large_print)
        assert begins[1, 0] == begins[LEAD, 0] == begins[LIST, 0] == begins[LIST, 1]
        assert begins[LIST, ITEMS - 2] == begins[LIST, ITEMS - 1]


@pytest.mark.parametrize("lines", LINES)
def test_a_table_begins_with_two_rows_under_its_head(lines: int) -> None:
    rows = tuple((line(f"Row {number}"), line("some"), line("more")) for number in range(9))
    begins = pages(lines, Table(rows))
    assert begins[1, 0] == begins[1, 1] == begins[1, 2]


@pytest.mark.parametrize("lines", LINES)
def test_a_heading_stays_with_a_panel_that_is_kept_whole(lines: int) -> None:
    panel = Callout(line("Call now, if you have:"), tuple(line(f"Sign {number}") for number in range(4)), Tone.CALL_NOW)
    begins = pages(lines, Heading(line("Head")), panel)
    assert begins[1, 0] == begins[LEAD, 0] == begins[LEAD, 3]


@pytest.mark.parametrize("lines", LINES)
def test_a_heading_with_a_few_words_stays_with_the_panel_the_picture_or_the_words_that_follow(lines: int) -> None:
    panel = Callout(line("Call now, if you have:"), tuple(line(f"Sign {number}") for number in range(4)), Tone.CALL_NOW)
    picture = next(each for section in sample().sections for each in section.blocks if isinstance(each, PictureBlock))
    more = Paragraph(line("These lines are for more than one thing."))
    for following in ((panel,), (picture,), (more, Bullets((line("One"), line("Two"), line("Three"))))):
        begins = pages(lines, Heading(line("Head")), Paragraph(line("A few words.")), *following)
        assert begins[1, 0] == begins[LEAD, 0] == begins[LIST, 0]
        assert len(following) == 1 or begins[LIST, 0] == begins[LIST + 1, 1]


@pytest.mark.parametrize("lines", [0, 20, 40])
def test_what_can_never_stand_together_still_comes_out_without_empty_pages(lines: int) -> None:
    long = line("word " * 1500)
    begins = pages(lines, Heading(line("Head")), Paragraph(line("These:")), Bullets((long, long, long)))
    assert begins[1, 0] <= 2
    assert begins[LIST, 2] - begins[LIST, 0] < 8


@pytest.mark.parametrize(
    ("lengths", "beside"),
    [((9, 9, 9, 9), True), ((9, 9, 9), False), ((9, 9, 60, 9), True), ((60, 60, 9, 9), False), ((9,) * 13, False)],
)
def test_many_short_items_stand_in_two_columns_but_in_large_print(lengths: tuple[int, ...], beside: bool) -> None:
    items = tuple(line(("word " * 30)[:length].strip()) for length in lengths)
    for large in (False, True):
        style = paper_style(load_fonts(FONTS), "letter", large)
        made = list(Blocks(style, Words(style.fonts)).flow((Bullets(items),)))
        wanted = [Beside] if beside and not large else [Item] * len(items)
        assert [type(each) for each in made] == wanted


def test_a_question_by_hand_has_a_whole_line_and_a_number_in_a_panel_half_of_one() -> None:
    style = paper_style(load_fonts(FONTS), "letter", False)
    empty = Contacts(((line("My question"), ()), (line("My question"), ())))
    assert [type(each) for each in Blocks(style, Words(style.fonts)).flow((empty,))] == [WriteIn, WriteIn]
    (panel,) = Blocks(style, Words(style.fonts)).flow((Callout(line("Call now"), (), Tone.CALL_NOW), empty))
    assert isinstance(panel, Panel)
    assert isinstance(panel.parts[-1], Beside)


@pytest.mark.parametrize("lines", LINES)
def test_the_line_of_sources_at_the_end_of_a_part_never_begins_a_page(lines: int) -> None:
    items = tuple(line(f"Item {number} with enough words that it takes one line alone.") for number in range(ITEMS))
    for end in ((Bullets(items),), (Paragraph(line("Some words that close it.")),)):
        begins = pages(lines, *end, Paragraph(line("Sources: 1 and 2.")))
        assert begins[2, 0] == begins[1, ITEMS - 1 if isinstance(end[0], Bullets) else 0]


@pytest.mark.parametrize("lines", LINES)
def test_the_last_few_lines_of_a_part_never_stand_alone(lines: int) -> None:
    two = line("Some words that are many enough to need a second line of the page, as few words do. " * 2)
    begins = pages(lines, *(Paragraph(two) for _ in range(4)))
    assert begins[4, 0] == begins[1, 0]


@pytest.mark.parametrize("lines", LINES)
def test_words_and_steps_before_lines_to_write_on_stay_with_them(lines: int) -> None:
    rows = Contacts(tuple((line(f"Medicine {number}"), ()) for number in range(ITEMS)))
    steps = Steps(tuple(line(f"Step {number} with enough words for a line.") for number in range(LIST)))
    for before, last in ((Paragraph(line("Write them down.")), 0), (steps, LIST - 1)):
        begins = pages(lines, before, rows)
        assert begins[LEAD, 0] == begins[1, last]


@pytest.mark.parametrize("lines", LINES)
def test_a_short_numbered_list_and_a_short_table_are_never_cut(lines: int) -> None:
    steps = Steps(tuple(line(f"Step {number} with enough words for a line.") for number in range(ITEMS)))
    rows = tuple((line(f"Row {number}"), line("some"), line("more")) for number in range(ITEMS))
    for made in (steps, Table(rows)):
        begins = pages(lines, made)
        assert len({page for (place, _), page in begins.items() if place == 1}) == 1


def test_a_long_head_of_a_table_leaves_the_room_to_what_stands_under_it() -> None:
    style = paper_style(load_fonts(FONTS), "letter", False)
    rows = [("A head of many words that can well take three lines of its column", "One"), ("Short", "word " * 9)]
    first, second = column_widths(rows, style, heads=1)
    assert first < second


@pytest.mark.parametrize("head", ["<<<<<<<&&&w", "Chemotherapy", "trastuzumab-deruxtecan"])
def test_no_word_of_a_head_is_cut_where_the_page_has_room_for_it(head: str) -> None:
    style = paper_style(load_fonts(FONTS), "letter", False)
    needed = stringWidth(head, style.fonts.bold, style.sizes.body.size) + 2 * PAD_X
    for words in range(1, 60):
        rows = [("one", head, "two"), ("one", "two", "word " * words)]
        assert column_widths(rows, style, heads=1)[1] >= needed, words
