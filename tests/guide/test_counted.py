"""Help and harm as drawn people: each drawing is made of the very facts that its words tell."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import (
    Block,
    PictureBlock,
    Role,
    Section,
    Table,
    facts_of,
    has_others,
    lines_of,
    others_drawn,
    plain,
)
from her2guide.guide.explain import explain
from her2guide.guide.pictures import Circle, Drawing, Line, PeopleArray, Rect, Text, Times, shapes
from her2guide.guide.pictures.times import MOST_STEPS, steps
from her2guide.library.evidence_records import Kind, Outcome
from her2guide.library.records import When
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import EstrogenReceptor, IhcScore, MembraneStaining
from her2guide.output.json_document import render_json
from tests.guide.test_evidence import HR_USE, LIBRARY, TODAY, USES, told, words

DRAWN = tuple(use for use in USES if any(row.drawn for row, _ in LIBRARY.evidence[use].rows))
TIMED = ("tdxd-her2-positive-later", "tdxd-her2-low-after-chemotherapy")
COUNTED = tuple(use for use in DRAWN if use not in TIMED)
RESULTS = (
    Her2Result(ihc=IhcScore.THREE_PLUS),
    Her2Result(ihc=IhcScore.ONE_PLUS),
    Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.FAINT),
    Her2Result(),
)


def pictures(blocks: tuple[Block, ...]) -> list[PictureBlock]:
    return [block for block in blocks if isinstance(block, PictureBlock)]


def versions(use: str, *, numbers: bool = True) -> Iterator[tuple[Block, ...]]:
    """Yield what is told of a use to everyone whom its rows may tell apart."""
    receptors = (EstrogenReceptor.POSITIVE, EstrogenReceptor.NEGATIVE, None)
    for life, her2, receptor in itertools.product((True, False), RESULTS, receptors):
        yield told(use, numbers=numbers, life=life, her2=her2, estrogen_receptor=receptor)


def drawn_rows(use: str) -> list[Outcome]:
    """Return the rows that are drawn for someone of whom nothing more is known."""
    return [row for row, _ in LIBRARY.evidence[use].rows if row.drawn and row.when == When()]


def drawn_with_rows(use: str, blocks: tuple[Block, ...], *kinds: Kind) -> list[tuple[PictureBlock, Outcome]]:
    """Return each picture of these kinds with the row whose facts its words carry."""
    rows = {row.facts: row for row, _ in LIBRARY.evidence[use].rows if row.drawn}
    found = [(block, rows[facts_of((block,))]) for block in pictures(blocks)]
    return [(block, row) for block, row in found if not kinds or row.kind in kinds]


def filled(drawing: Drawing) -> list[int]:
    """Return how many heads are filled in each group of a wide drawing, from the left."""
    heads = [each for each in drawing.shapes if isinstance(each, Circle)]
    groups = [each.x < drawing.width / 2 for each in heads]
    assert (groups.count(True), groups.count(False)) == (100, 100)
    return [
        sum(each.fill == "figon" for each, left in zip(heads, groups, strict=True) if left is side)
        for side in (True, False)
    ]


def test_uses_with_a_help_and_a_harm_that_were_counted_in_both_groups_are_drawn() -> None:
    assert COUNTED == ("tdxd-her2-positive-first-line", HR_USE, "dato-dxd-hr-positive", "dato-dxd-triple-negative")


def test_where_help_is_a_time_it_is_drawn_as_a_time() -> None:
    assert {use: [row.kind for row in drawn_rows(use)] for use in DRAWN} == {
        use: [Kind.HALF if use in TIMED else Kind.COUNT, Kind.COUNT] for use in (*COUNTED, *TIMED)
    }


@pytest.mark.parametrize("use", DRAWN)
def test_as_many_people_are_filled_in_as_the_facts_of_the_row_say(use: str) -> None:
    for blocks in versions(use):
        found = drawn_with_rows(use, blocks, Kind.COUNT)
        assert len(found) == (1 if use in TIMED else 2)
        for block, row in found:
            values = [Decimal(LIBRARY.facts[fact].value) for fact in row.facts]
            drawing = shapes(block.picture, 504, 13, 12)
            assert filled(drawing) == [int(value + Decimal("0.5")) if value >= 1 else 0 for value in values]
            words = " ".join(each.text for each in drawing.shapes if isinstance(each, Text))
            for value in values:
                assert f"{value} of every 100" in words
                assert ("(fewer than one)" in words) is (min(values) < 1)


@pytest.mark.parametrize("use", DRAWN)
def test_a_bar_is_as_long_as_the_fact_of_the_row_says(use: str) -> None:
    for block, row in drawn_with_rows(use, told(use), Kind.COUNT):
        assert block.other is not None
        bars = [each for each in shapes(block.other.picture, 504, 13, 12).shapes if isinstance(each, Rect)]
        full = [each.width + 1 for each in bars if each.fill == "figoff"]
        assert full[0] == full[1]
        shares = [each.width / full[0] * 100 for each in bars if each.fill == "figon"]
        assert shares == pytest.approx([float(LIBRARY.facts[fact].value) for fact in row.facts])


@pytest.mark.parametrize("width", [300, 504, 1040])
@pytest.mark.parametrize("use", TIMED)
def test_bars_of_time_are_as_long_as_the_facts_say_on_one_scale(use: str, width: float) -> None:
    for blocks in versions(use):
        ((block, row),) = drawn_with_rows(use, blocks, Kind.HALF)
        assert isinstance(block.picture, Times)
        drawing = shapes(block.picture, width, 13, 12)
        bars = [each for each in drawing.shapes if isinstance(each, Rect)]
        lines = {
            (each.x1, each.x2 - each.x1) for each in drawing.shapes if isinstance(each, Line) and each.y1 == each.y2
        }
        ((left, long),) = lines
        marks = [each for each in drawing.shapes if isinstance(each, Text) and each.text.isdecimal()]
        months = [float(LIBRARY.facts[fact].value) for fact in row.facts]
        last = int(marks[-1].text)
        assert [each.width / long * last for each in bars] == pytest.approx(months)
        assert {each.x for each in bars} == {left}
        assert max(months) <= last
        at = [(each.x - left) / long * last for each in marks]
        assert at == pytest.approx([int(each.text) for each in marks])
        words = " ".join(each.text for each in drawing.shapes if isinstance(each, Text))
        assert all(f"more than {LIBRARY.facts[fact].value} months" in words for fact in row.facts)


def test_a_scale_of_months_holds_the_longest_time_in_a_few_steps() -> None:
    for tenths in range(1, 3601):
        step, count = steps(tenths / 10)
        assert 1 <= count <= MOST_STEPS
        assert step * (count - 1) < tenths / 10 <= step * count
    for wrong in (0, -1, 361):
        with pytest.raises(ValueError, match="have no scale"):
            steps(wrong)


@pytest.mark.parametrize("width", [300, 504, 1040])
@pytest.mark.parametrize("use", COUNTED)
def test_help_and_harm_are_drawn_in_one_size(use: str, width: float) -> None:
    sizes = []
    for block in pictures(told(use)):
        drawn = shapes(block.picture, width, 13, 12).shapes
        sizes.append({round(each.width + each.stroke_width, 3) for each in drawn if isinstance(each, Rect)})
        assert len([each for each in drawn if isinstance(each, Rect)]) == 200
    assert sizes[0] == sizes[1]
    assert len(sizes[0]) == 1


@pytest.mark.parametrize("use", USES)
def test_both_sides_are_drawn_or_neither_and_help_stands_before_harm(use: str) -> None:
    for blocks in versions(use):
        titles = [plain(lines_of(block)[0]).split(":")[0] for block in pictures(blocks)]
        assert titles == (["Help", "Harm"] if use in DRAWN else [])


@pytest.mark.parametrize("use", DRAWN)
def test_the_tables_below_a_drawing_have_its_numbers_in_the_same_words(use: str) -> None:
    blocks = told(use)
    first_table = next(place for place, block in enumerate(blocks) if isinstance(block, Table))
    drawn = blocks[first_table - 3 : first_table - 1]  # then a sentence on over how long
    assert all(isinstance(block, PictureBlock) for block in drawn)
    cells = {plain(cell) for block in blocks if isinstance(block, Table) for row in block.rows for cell in row}
    for block in pictures(blocks):
        assert isinstance(block.picture, PeopleArray | Times)
        told_of = block.picture.times if isinstance(block.picture, Times) else block.picture.counts
        assert {each.shown for each in told_of} <= cells


@pytest.mark.parametrize("use", DRAWN)
def test_the_words_of_a_drawing_carry_its_facts_and_are_its_alt_text(use: str) -> None:
    for block, row in zip(pictures(told(use)), drawn_rows(use), strict=True):
        assert (block.other is None) is (row.kind is Kind.HALF)  # a time is drawn one way
        for each in filter(None, (block, block.other)):
            assert facts_of((each,)) == row.facts
            assert plain(each.said) == each.picture.alt
        typed = " ".join(span.text for span in block.said if span.role is not Role.FACT)
        assert set(re.findall(r"\d+", re.sub(r"HER2|T-DM1|-Breast\d\d", "", typed))) <= {"100"}


@pytest.mark.parametrize("use", USES)
def test_whoever_wants_numbers_reads_first_what_few_and_most_mean_and_counts_are_told_so(use: str) -> None:
    first = plain(lines_of(told(use)[0])[0])
    few = re.search(r"“few” means fewer than (\d+)", first)
    from_on = re.findall(r"“([a-z ]+)” (?:means )?(\d+) or more", first)
    assert few is not None
    assert few[1] == from_on[0][1]
    words_in_order = ["few", *(word for word, _ in from_on)]
    assert words_in_order == ["few", "some", "many", "about half", "most", "nearly all"]
    limits = list(zip(words_in_order, [int(limit) for _, limit in from_on], strict=False))  # below which a word stands
    counts = re.findall(r"(?<!\d)([\d.]+) of every 100 \(([a-z ]+)\)", words(told(use)))
    assert counts
    for number, word in counts:
        value = Decimal(number)
        meant = next((each for each, limit in limits if value < limit), "nearly all")
        assert word == ("fewer than one" if value < 1 else meant)
    assert "means fewer than" not in words(told(use, numbers=False))


@pytest.mark.parametrize("use", USES)
def test_with_numbers_off_nothing_is_drawn(use: str) -> None:
    assert not any(pictures(blocks) for blocks in versions(use, numbers=False))


def test_a_drawing_says_what_a_figure_is_and_how_a_broken_number_is_drawn() -> None:
    help_, harm = (block.picture for block in pictures(told(HR_USE)))
    assert isinstance(help_, PeopleArray)
    assert isinstance(harm, PeopleArray)
    for picture in (help_, harm):
        assert "One figure stands for one of every 100 people." in picture.caption
        assert "at any time in the trial" in picture.caption
        assert "DESTINY-Breast06" in picture.caption
    assert "rounded to whole people" in help_.caption
    assert "rounded" not in harm.caption
    assert "Fewer than one fills no figure." in harm.caption
    assert "No figure is filled in." in harm.alt


def test_other_programs_know_the_facts_of_a_drawing() -> None:
    section = Section("benefit-harm", "Help and harm", tuple(pictures(told(HR_USE))))
    guide = build_guide(Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS)), LIBRARY, TODAY)
    alone = replace(guide, document=replace(guide.document, sections=(section,)))
    facts = [fact for row in drawn_rows(HR_USE) for fact in row.facts]
    assert explain(alone)["facts_used"] == facts
    for fact in facts:
        assert f'"{fact}"' in render_json(alone.document)


def test_only_pictures_that_can_be_drawn_another_way_are() -> None:
    blocks = told(HR_USE)
    section = Section("benefit-harm", "Help and harm", blocks)
    turned = others_drawn(section)
    assert has_others(section)
    assert not has_others(turned)
    assert [each for each in turned.blocks if not isinstance(each, PictureBlock)] == [
        each for each in blocks if not isinstance(each, PictureBlock)
    ]
    assert [each.picture.alt.count("drawn as a bar") for each in pictures(turned.blocks)] == [2, 2]
