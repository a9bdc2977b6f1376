"""Where the pages begin, told by the layout that made them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from her2guide.guide.document import (
    Block,
    Bullets,
    GuideDocument,
    PictureBlock,
    Section,
    Steps,
    Table,
    line,
    lines_of,
    plain,
)
from her2guide.output.printed import TITLE, leaves
from her2guide.output.render import Paper, print_out, render
from tests.journeys.write import PEOPLE, document_of
from tests.output.reading import FONTS, PdfFile, squeezed
from tests.output.sample_document import sample

NAMES = ("dev-takes-enhertu", "carla-had-chemotherapy-and-wants-to-know-more")
GUIDES = {name: document_of(PEOPLE / f"{name}.json") for name in NAMES}
KINDS = [(paper, large) for paper in ("letter", "a4") for large in (False, True)]


def long_document(*blocks: object) -> GuideDocument:
    return replace(sample(), sections=(Section("long", "A long one", blocks),))  # type: ignore[arg-type]


@pytest.mark.parametrize(("paper", "large"), KINDS)
@pytest.mark.parametrize("person", GUIDES)
def test_every_leaf_begins_on_its_page_of_the_file(person: str, paper: Paper, large: bool) -> None:
    printed = print_out(GUIDES[person], FONTS, paper=paper, large_print=large)
    pages = [squeezed(text) for text in PdfFile(printed.data).texts]
    found = leaves(printed)
    assert (printed.pages, [leaf.number for leaf in found]) == (len(pages), list(range(1, len(pages) + 1)))
    for leaf in found:
        words = pages[leaf.number - 1]
        for run in leaf.runs:
            assert not run.opens or squeezed(run.section.title) in words
            for block in run.section.blocks:
                if not isinstance(block, PictureBlock):
                    first = next(plain(each) for each in lines_of(block) if plain(each).strip())
                    assert squeezed(first)[:12] in words, (leaf.number, first)


@pytest.mark.parametrize(("paper", "large"), KINDS)
@pytest.mark.parametrize("person", GUIDES)
def test_the_leaves_together_are_the_document(person: str, paper: Paper, large: bool) -> None:
    printed = print_out(GUIDES[person], FONTS, paper=paper, large_print=large)
    runs = [run for leaf in leaves(printed) for run in leaf.runs]
    assert [run.section.id for run in runs if run.opens] == [section.id for section in GUIDES[person].sections]
    for section in printed.document.sections:
        blocks = [block for run in runs if run.section.id == section.id for block in run.section.blocks]
        shown, wanted = words(blocks), words(section.blocks)
        assert list(dict.fromkeys(shown)) == list(dict.fromkeys(wanted))  # a table's header comes again
        assert len(shown) >= len(wanted)


def words(blocks: Iterable[Block]) -> list[str]:
    return [plain(each) for block in blocks for each in lines_of(block)]


@pytest.mark.parametrize(("paper", "large"), KINDS)
def test_only_large_print_changes_the_order_and_only_of_page_one(paper: Paper, large: bool) -> None:
    document = GUIDES[NAMES[0]]
    first, *rest = print_out(document, FONTS, paper=paper, large_print=large).document.sections
    assert tuple(rest) == document.sections[1:]
    assert (first == document.sections[0]) is not large
    assert sorted(words(first.blocks)) == sorted(words(document.sections[0].blocks))


@pytest.mark.parametrize("large", [False, True])
def test_what_is_printed_is_what_is_rendered(large: bool) -> None:
    printed = print_out(sample(), FONTS, paper="a4", large_print=large)
    assert printed.data == render(sample(), "pdf", FONTS, paper="a4", large_print=large)


def test_a_list_over_two_pages_is_cut_where_the_second_begins() -> None:
    document = long_document(Bullets(tuple(line(f"Line number {number}") for number in range(60))))
    printed = print_out(document, FONTS, paper="letter", large_print=False)
    first, second = leaves(printed)
    (upper,), (lower,) = first.runs, second.runs
    assert (upper.opens, lower.opens) == (True, False)
    assert isinstance(upper.section.blocks[0], Bullets)
    cut = len(upper.section.blocks[0].items)
    assert [printed.begins[0, 0, item] for item in range(60)] == [1] * cut + [2] * (60 - cut)


def test_a_numbered_list_over_two_pages_goes_on_counting() -> None:
    document = long_document(Steps(tuple(line(f"Source number {number}") for number in range(1, 61))))
    lists = [
        leaf.runs[0].section.blocks[0] for leaf in leaves(print_out(document, FONTS, paper="letter", large_print=False))
    ]
    assert len(lists) > 1
    for each in lists:
        assert isinstance(each, Steps)
        assert plain(each.items[0]) == f"Source number {each.first}"
    again = print_out(long_document(lists[1]), FONTS, paper="letter", large_print=False)
    first = " ".join(PdfFile(again.data).texts[0].split())
    assert f"{lists[1].first} Source number {lists[1].first}" in first  # type: ignore[union-attr]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("person", GUIDES)
def test_something_begins_on_every_page_of_a_guide_but_of_its_list_of_parts(person: str, large: bool) -> None:
    printed = print_out(GUIDES[person], FONTS, paper="letter", large_print=large)
    assert {leaf.number for leaf in leaves(printed) if not leaf.runs} <= printed.lists_parts


def test_a_table_that_goes_on_has_its_header_again_and_its_caption_once() -> None:
    rows = tuple((line(f"Name {number}"), line("What it does")) for number in range(60))
    table = Table(((line("Name"), line("Use")), *rows), True, line("All of them"))
    tables = [
        leaf.runs[0].section.blocks[0]
        for leaf in leaves(print_out(long_document(table), FONTS, paper="letter", large_print=False))
    ]
    assert len(tables) > 1
    assert all(isinstance(each, Table) and each.rows[0] == table.rows[0] for each in tables)
    assert [bool(each.caption) for each in tables] == [True] + [False] * (len(tables) - 1)  # type: ignore[union-attr]
    assert tuple(row for each in tables for row in each.rows[1:]) == rows  # type: ignore[union-attr]


def test_pages_begin_in_the_order_of_the_document() -> None:
    printed = print_out(GUIDES[next(iter(GUIDES))], FONTS, paper="letter", large_print=True)
    pages = [page for _, page in sorted(printed.begins.items())]
    assert all(before <= after for before, after in pairwise(pages))
    assert {spot[0] for spot in printed.begins if spot[1] == TITLE} == set(range(len(printed.document.sections)))
