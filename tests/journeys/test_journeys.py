"""Each person's whole guide is kept as plain text, so that a clinician can read what a change does to it."""

from pathlib import Path

import pytest

from her2guide.output.text import render_text
from tests.journeys.write import PEOPLE, SAMPLE, document_of

JOURNEYS = {path.stem: path for path in sorted(PEOPLE.glob("*.json"))}


def kept(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("person", JOURNEYS)
def test_a_person_gets_the_guide_that_was_read_last_time(person: str) -> None:
    answers = JOURNEYS[person]
    made = render_text(document_of(answers))
    assert made == kept(answers.with_suffix(".txt")), "the words changed: read them, then run `make journeys`"


def test_the_sample_in_the_readme_is_what_the_program_makes() -> None:
    made = render_text(document_of(SAMPLE / "answers.json"))
    assert made == kept(SAMPLE / "guide.txt"), "the words changed: read them, then run `make journeys`"


def test_every_kept_guide_has_its_person() -> None:
    assert {path.stem for path in PEOPLE.glob("*.txt")} == set(JOURNEYS)
