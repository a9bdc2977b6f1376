"""The scorecard is whole, honest about what is open, and about the content that people read today."""

import re
from pathlib import Path

import pytest

from tests.project.test_hazards import functions_of, problem
from tests.scorecard.card import MISSING, NOT_APPLICABLE, OPEN, ROOT, Instrument, Item, read_card
from tests.scorecard.marks import marks, moved_on, record
from tests.scorecard.page import PAGE, page

CARD = read_card()
ITEMS = [(each, item) for each in CARD.instruments for item in each.items]
NAMES = [f"{each.id}-{item.id}" for each, item in ITEMS]
SIZES = {  # how many items each published instrument has, as far as it is about treatment and print
    "pemat-understandability": 17,
    "pemat-actionability": 7,
    "cdc-index": 20,
    "ipdas-qualifying": 6,
    "ipdas-certifying": 6,
    "ipdas-quality": 24,
    "discern": 16,
    "share-teach-back": 10,
    "app-quality": 19,
}
WANTED = {
    "pemat-understandability": 95,
    "pemat-actionability": 95,
    "cdc-index": 95,
    "ipdas-qualifying": 100,
    "ipdas-certifying": 100,
    "ipdas-quality": 85,
}
HOW = 'read what changed, mend docs/scorecard.toml where a score no longer holds, run `make scorecard BY="your name"`'


def item(first: int | str, second: int | str = MISSING) -> Item:
    return Item("1", "asks", first, second, "because")


def test_what_people_read_is_what_was_scored() -> None:
    changed = moved_on(record()["read"], marks())
    assert not changed, f"content has moved on since {record()['on']}: {', '.join(changed)}. Please {HOW}"


def test_the_page_is_made_of_the_scores() -> None:
    assert page(CARD, record()) == PAGE.read_text(encoding="utf-8"), f"run `make scorecard`; if content changed: {HOW}"


def test_every_item_of_every_instrument_is_there() -> None:
    assert {each.id: len(each.items) for each in CARD.instruments if each.id in SIZES} == SIZES
    assert {each.id: each.target for each in CARD.instruments if each.target} == WANTED


@pytest.mark.parametrize(("each", "item"), ITEMS, ids=NAMES)
def test_every_item_has_a_score_on_its_scale_and_a_line_of_evidence(each: Instrument, item: Item) -> None:
    allowed = {*range(each.scale[0], each.scale[1] + 1), NOT_APPLICABLE, OPEN}
    assert item.first in allowed
    assert item.second in (allowed if each.two else {*allowed, MISSING})
    assert item.evidence.strip()
    assert "\n" not in item.evidence


@pytest.mark.parametrize(("each", "item"), ITEMS, ids=NAMES)
def test_every_test_file_and_page_that_is_named_as_evidence_exists(each: Instrument, item: Item) -> None:
    tests = re.findall(r"tests/[\w/]+\.py(?:::\w+)?", item.evidence)
    assert [found for test in tests if "::" in test and (found := problem(test))] == []
    assert [test for test in tests if "::" not in test and not functions_of(test)] == []
    assert [file for file in re.findall(r"docs/[\w/.-]+\w", item.evidence) if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("each", CARD.instruments, ids=[each.id for each in CARD.instruments])
def test_what_an_instrument_has_reached_is_not_lost(each: Instrument) -> None:
    assert each.least <= each.share < each.least + 1, [found.item for found in each.counted if found not in each.met]


@pytest.mark.parametrize("name", WANTED)
def test_an_instrument_that_falls_short_says_so_in_short(name: str) -> None:
    (row,) = [line for line in PAGE.read_text(encoding="utf-8").split("\n") if f"](#{name}) |" in line]
    assert ("| yes |" in row) is (CARD[name].share >= CARD[name].target)
    assert ("| **no** |" in row) is (CARD[name].share < CARD[name].target)


@pytest.mark.parametrize("number", ["13", "14", "15", "16", "17", "18", "23", "24"])
def test_what_needs_patients_or_clinicians_is_open(number: str) -> None:
    (found,) = [item for item in CARD["ipdas-quality"].items if item.id == number]
    assert found.stands == OPEN


def test_the_lower_score_stands_and_open_is_never_counted() -> None:
    assert item(4, 3).stands == item(3, 4).stands == 3
    assert item(4, OPEN).stands == item(OPEN, 4).stands == OPEN
    assert item(1, NOT_APPLICABLE).stands == item(NOT_APPLICABLE, 1).stands == 1
    assert item(NOT_APPLICABLE, NOT_APPLICABLE).stands == NOT_APPLICABLE
    assert item(1).stands == 1
    found = Instrument(
        "a", "a", (0, 1), 1, 95, 50, "b", True, (item(1, 1), item(1, 0), item(OPEN), item(NOT_APPLICABLE))
    )
    assert (found.share, found.points, len(found.counted)) == (50, 1, 2)


def test_a_change_a_new_file_and_one_that_is_gone_are_noticed(tmp_path: Path) -> None:
    words = tmp_path / "resources/locales/en/ui.toml"
    words.parent.mkdir(parents=True)
    words.write_text("a", encoding="utf-8")
    before = marks(tmp_path)
    assert list(before) == ["resources/locales/en/ui.toml"]
    assert moved_on(before, marks(tmp_path)) == []
    words.write_text("b", encoding="utf-8")
    (tmp_path / "resources/content").mkdir()
    (tmp_path / "resources/content/asks.toml").write_text("", encoding="utf-8")
    assert moved_on(before, marks(tmp_path)) == ["resources/content/asks.toml", "resources/locales/en/ui.toml"]
    words.unlink()
    assert "resources/locales/en/ui.toml" in moved_on(before, marks(tmp_path))
