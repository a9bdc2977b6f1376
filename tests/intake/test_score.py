"""The scorer itself: what counts as right, blank, missed, wrong and harmful."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.intake.score import judge, same, score


@pytest.mark.parametrize(
    ("filled", "wanted", "equal"),
    [
        ("90", 90, True),
        ("1.30", 1.3, True),
        ("<1", "<1", True),
        ("51-60", "51-60 %", True),
        ("true", True, True),
        ("3", 3, True),
        ("1.3", 1.4, False),
        ("positive", "negative", False),
        ("false", True, False),
    ],
)
def test_values_are_compared_as_numbers_or_words(filled: str, wanted: Any, equal: bool) -> None:
    assert same(filled, wanted) is equal


@pytest.mark.parametrize(
    ("filled", "expected", "verdict"),
    [
        ("1+", {"her2_ihc": "1+"}, "right fill"),
        ("2+", {"her2_ihc": "1+"}, "WRONG"),
        ("", {"her2_ihc": "1+"}, "miss"),
        ("", {"her2_ihc": None}, "right blank"),
        ("1+", {"her2_ihc": None}, "WRONG"),
        ("1+", {"her2_ihc": None, "must_not": {"her2_ihc": ["1+"]}}, "HARM"),
        ("", {"her2_ihc": "1+", "ambiguous": ["her2_ihc"]}, "right blank"),
        ("1+", {"her2_ihc": "1+", "ambiguous": ["her2_ihc"]}, "right fill"),
        ("0", {"her2_ihc": "1+", "ambiguous": ["her2_ihc"], "also_accept": {"her2_ihc": ["0"]}}, "right fill"),
        ("1+", {"her2_ihc": None, "ambiguous": ["her2_ihc"]}, "WRONG"),
        ("", {"her2_ihc": "3+", "is_breast": False}, "right blank"),
        ("2+", {"her2_ihc": "3+", "is_breast": False}, "WRONG"),
    ],
)
def test_a_field_is_judged_by_the_rules_of_the_truth_files(filled: str, expected: dict[str, Any], verdict: str) -> None:
    assert judge("her2_ihc", filled, expected) == verdict


def test_whether_it_is_breast_must_be_said_even_where_it_is_not() -> None:
    assert judge("is_breast", "", {"is_breast": False}) == "miss"
    assert judge("is_breast", "false", {"is_breast": False}) == "right fill"


def test_a_folder_is_counted_by_field_and_by_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Left breast. HER2 IHC: 1+.", encoding="utf-8")
    truth = {"file": "a.txt", "origin": "own", "expected": {"her2_ihc": "1+", "er": "positive", "is_breast": True}}
    (tmp_path / "truth.jsonl").write_text(json.dumps(truth) + "\n", encoding="utf-8")
    fields, origins = score(tmp_path)
    assert fields["her2_ihc"]["right fill"] == 1
    assert fields["er"]["miss"] == 1
    assert origins["own"]["right fill"] == 2
    assert "a.txt: er: read -, wanted positive" in capsys.readouterr().out
