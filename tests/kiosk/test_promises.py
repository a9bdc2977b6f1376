"""The table of promises for clinic IT: all of them, each with a test that is there, or said to be open."""

import re
from pathlib import Path

import pytest

from her2guide.kiosk.checks import examine
from tests.kiosk.test_kiosk_check import GOOD

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "clinic-it.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (K\d+) \|(.*)\|$", TEXT, re.MULTILINE))
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TEXT)


def test_every_promise_has_its_row() -> None:
    assert list(ROWS) == [f"K{number}" for number in range(1, 28)]


@pytest.mark.parametrize("promise", ROWS)
def test_a_promise_names_a_test_or_says_that_it_is_not_tested(promise: str) -> None:
    assert re.search(r"`tests/|the same|K4's test|not tested", ROWS[promise].rpartition("|")[2])


def test_every_test_that_is_named_is_there() -> None:
    assert len(NAMED) >= 20
    missing = [(file, name) for file, name in NAMED if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")]
    assert missing == []


def test_what_is_open_is_said() -> None:
    assert [promise for promise, row in ROWS.items() if "**Open" in row] == ["K17", "K21", "K24"]


def test_kiosk_check_speaks_of_promises_that_are_in_the_table() -> None:
    assert {result.promise for result in examine(GOOD)} <= set(ROWS)
