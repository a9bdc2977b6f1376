"""docs/truth-table.md is what the program does today."""

import re

from her2guide.library.order import RESULT, SECTIONS
from tests.guide.truth_table import FILE, LIBRARY, RECEPTORS, RESULTS, SETTINGS, situations, text

KEPT = FILE.read_text(encoding="utf-8")


def test_the_table_of_truth_is_up_to_date() -> None:
    assert text() == KEPT, (
        "run `make truth-table` and read the difference: a cell that changed is another guide for someone"
    )


def test_it_has_every_cell_of_the_results() -> None:
    rows = KEPT.split("## Pages")[0].split("|---|\n")[-1].strip().split("\n")
    assert [len(row.strip("|").split("|")) - 1 for row in rows] == [7] * 14


def test_it_has_every_word_place_and_receptor_and_all_pages_on_results_steps_and_medicines() -> None:
    assert len(situations()) == len(RESULTS) * len(SETTINGS) * len(RECEPTORS) == 180
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", KEPT))
    assert {RESULT, *SECTIONS, *LIBRARY.topics} <= named
