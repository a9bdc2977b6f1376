"""The HER2 table of the contract, every cell, against a file written by hand."""

import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from her2guide.model import her2
from her2guide.model.answers import Her2Result
from her2guide.model.terms import Her2Category, IhcScore, IshResult, MembraneStaining

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "her2_table.csv").read_text(encoding="utf-8").splitlines()))
COLUMNS = [*IshResult, None]
CELLS = [(row, ish) for row in ROWS for ish in COLUMNS]


def result_of(row: dict[str, str], ish: IshResult | None) -> Her2Result:
    ihc = None if row["ihc"] == "not_asked" else IhcScore(row["ihc"])
    word = row["membrane_staining"]
    return Her2Result(ihc=ihc, membrane_staining=None if word == "not_asked" else MembraneStaining(word), ish=ish)


@pytest.mark.parametrize(("row", "ish"), CELLS)
def test_each_cell_has_the_category_of_the_contract(row: dict[str, str], ish: IshResult | None) -> None:
    assert her2.classify(result_of(row, ish)) == row[ish or "not_asked"]


@pytest.mark.parametrize(("row", "ish"), CELLS)
def test_only_a_pending_gene_test_makes_a_result_provisional(row: dict[str, str], ish: IshResult | None) -> None:
    result = result_of(row, ish)
    expected = ish is IshResult.PENDING and row["provisional_when_pending"] == "yes"
    assert her2.is_provisional(result, her2.classify(result)) is expected


@pytest.mark.parametrize("row", ROWS)
def test_each_row_names_the_fact_it_rests_on(row: dict[str, str]) -> None:
    assert her2.row(result_of(row, None)).source == row["source"]
    assert row["source"] in her2.SOURCES


def test_the_facts_of_the_table_are_told_once_each_in_the_order_of_its_rows() -> None:
    assert tuple(dict.fromkeys(line.source for line in her2.TABLE.values())) == her2.SOURCES
    assert set(her2.SOURCES) == {row["source"] for row in ROWS}


def test_the_file_holds_every_score_staining_and_gene_test_once() -> None:
    keys = [(result_of(row, None).ihc, result_of(row, None).membrane_staining) for row in ROWS]
    under_zero = [(IhcScore.ZERO, staining) for staining in (*MembraneStaining, None)]
    others = [(ihc, None) for ihc in (*IhcScore, None) if ihc is not IhcScore.ZERO]
    assert len(CELLS) == 98
    assert sorted(map(str, keys)) == sorted(map(str, under_zero + others))
    assert set(keys) == set(her2.TABLE)


def test_staining_counts_only_under_a_score_of_zero() -> None:
    for ihc, staining, ish in product([*IhcScore, None], MembraneStaining, COLUMNS):
        if ihc is not IhcScore.ZERO:
            plain = Her2Result(ihc=ihc, ish=ish)
            assert her2.classify(replace(plain, membrane_staining=staining)) == her2.classify(plain)


def test_the_ratio_and_the_copy_number_are_never_computed_with() -> None:
    for ihc, ish in product([*IhcScore, None], COLUMNS):
        plain = Her2Result(ihc=ihc, ish=ish)
        assert her2.classify(replace(plain, ish_ratio="9.9", copy_number="20")) == her2.classify(plain)


def test_two_plus_without_a_final_gene_test_is_never_low() -> None:
    for ish in set(COLUMNS) - {IshResult.NOT_AMPLIFIED}:
        assert her2.classify(Her2Result(ihc=IhcScore.TWO_PLUS, ish=ish)) is not Her2Category.LOW
