"""The published JSON Schemas: what the commands write and read keeps to them, and a changed key does not."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from her2guide.guide.build import Guide
from her2guide.guide.document import GuideDocument
from her2guide.guide.explain import explain
from her2guide.guide.short import short_guide
from her2guide.intake.reading_json import as_json as as_reading_json
from her2guide.intake.reading_json import from_json
from her2guide.intake.text import read_text
from her2guide.library.library import Library, languages
from her2guide.model.answers import to_json
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.output.json_document import render_json
from tests.journeys.write import PEOPLE, SAMPLE, guide_of
from tests.output.sample_document import sample
from tests.people import varied

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
NAMES = ("guide-1", "answers-1", "explain-1", "reading-1")
FILES = [SAMPLE / "answers.json", *sorted(PEOPLE.glob("*.json"))]


def schema(name: str) -> Draft202012Validator:
    """Return a published schema; dates are checked as dates."""
    read = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(read, format_checker=Draft202012Validator.FORMAT_CHECKER)


GUIDE, ANSWERS, EXPLAIN, READING = map(schema, NAMES)


def as_json(document: GuideDocument) -> Any:
    return json.loads(render_json(document))


@pytest.fixture(scope="module")
def guides() -> list[Guide]:
    return [guide_of(path) for path in FILES[:6]]


def _without_findings(whole: Any) -> Any:
    """Leave out what holds a key for each finding; none of those must be there."""
    for result in whole["results"]:
        result |= {"findings": {}, "statuses": {}, "quotes": {}}
    return whole


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name).schema)


def test_guides_full_and_short_keep_to_the_schema(guides: list[Guide]) -> None:
    GUIDE.validate(as_json(sample()))  # has every kind of block
    for guide in guides:
        GUIDE.validate(as_json(guide.document))
        GUIDE.validate(as_json(short_guide(guide.document, Library(), lambda _: False)))


def test_what_explain_prints_keeps_to_the_schema(guides: list[Guide]) -> None:
    for guide in guides:
        EXPLAIN.validate(explain(guide))


def test_answers_files_keep_to_the_schema() -> None:
    for path in FILES:
        ANSWERS.validate(json.loads(path.read_bytes()))
    for person in varied(50):
        ANSWERS.validate(json.loads(to_json(person.answers)))


def places(value: Any, at: Callable[[], Any]) -> Iterator[tuple[Callable[[], Any], str]]:
    """Yield every key below a value, with what finds the object that holds it in a copy."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield at, key
            yield from places(inner, lambda at=at, key=key: at()[key])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, lambda at=at, number=number: at()[number])


REPORTS = (
    "",
    "Left breast. HER2 IHC: 2+ (equivocal). HER2 FISH: pending. ER: positive (90%). PR: low positive",
    "Breast. HER2 IHC: 1+. HER2 IHC: 3+.",
    "A. Left breast, biopsy: HER2 IHC: 0\nB. Right breast, biopsy: HER2 IHC: 3+",
)


def reading(text: str) -> Any:
    return as_reading_json(read_text(text))


def test_what_read_prints_keeps_to_the_schema_and_comes_back_whole() -> None:
    for text in REPORTS:
        READING.validate(reading(text))
        assert from_json(json.loads(json.dumps(reading(text)))) == read_text(text)


def test_a_value_without_the_status_found_breaks_the_schema() -> None:
    whole = reading(REPORTS[1])
    whole["chosen"]["her2_ihc"]["status"] = "conflict"
    assert not READING.is_valid(whole)


@pytest.mark.parametrize("name", ["guide-1", "explain-1", "reading-1"])
def test_a_key_that_is_renamed_or_gone_breaks_the_schema(name: str, guides: list[Guide]) -> None:
    makers = {"guide-1": lambda: as_json(sample()), "explain-1": lambda: explain(guides[0])}
    whole = makers.get(name, lambda: _without_findings(reading(REPORTS[1])))()
    box = [copy.deepcopy(whole)]
    found = list(places(whole, lambda: box[0]))
    assert len(found) > 50
    for at, key in found:
        held = at()
        kept = held.pop(key)
        held[f"{key}_"] = kept
        assert not schema(name).is_valid(box[0]), key
        del held[f"{key}_"]
        held[key] = kept


REFUSED: list[dict[str, Any]] = [
    {},
    {"schema": 2},
    {"schema": 1, "ihc": "1+"},
    {"schema": 1, "her2": {"ihc": "4+"}},
    {"schema": 1, "her2": {"date": "2026-02-30"}},
    {"schema": 1, "medicines": {"aspirin": "taking"}},
    {"schema": 1, "household_size": 0},
    {"schema": 1, "questions": ["x"] * 21},
    {"schema": 1, "counselor_notes": "x" * 2001},
    {"schema": 1, "other_results": [{}] * 6},
    {"schema": 1, "concerns": ["weather"]},
    {"schema": 1, "wants_numbers": "yes"},
]
TAKEN: list[dict[str, Any]] = [
    {"schema": 1},
    {"schema": 1, "her2": None, "questions": None, "medicines": {"taxane": None}},
    {"schema": 1, "household_size": 20, "income_band": "<=138", "travel_miles": "300+"},
]


@pytest.mark.parametrize("answers", [*REFUSED, *TAKEN], ids=str)
def test_the_schema_of_answers_and_the_program_agree(answers: dict[str, Any]) -> None:
    try:
        answers_from_json(json.dumps(answers).encode(), languages=languages())
        taken = True
    except AnswersError:
        taken = False
    assert ANSWERS.is_valid(answers) is taken is (answers in TAKEN)


def test_a_date_that_is_none_breaks_the_schema(guides: list[Guide]) -> None:
    whole = as_json(guides[0].document)
    assert GUIDE.is_valid(whole | {"today": date(2026, 1, 1).isoformat()})
    assert not GUIDE.is_valid(whole | {"today": "soon"})
