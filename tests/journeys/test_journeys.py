"""Each person's story and whole guide are kept as plain text, so that a clinician can read what a change does to it."""

from pathlib import Path

import pytest

from her2guide.library.library import Library
from her2guide.model.terms import Her2Category, Prognosis, Reader, Setting, Told
from her2guide.output.text import render_text
from tests.journeys.write import PEOPLE, SAMPLE, document_of, guide_of

LIBRARY = Library()

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


def test_every_kept_guide_has_its_person_and_every_person_a_story() -> None:
    assert {path.stem for path in PEOPLE.glob("*.txt")} == set(JOURNEYS)
    assert {path.stem for path in PEOPLE.glob("*.md")} == set(JOURNEYS)


@pytest.mark.parametrize("person", JOURNEYS)
def test_a_story_names_the_person_and_says_shortly_what_their_guide_should_do(person: str) -> None:
    title, who, aim = kept(JOURNEYS[person].with_suffix(".md")).strip().split("\n\n")
    name = title.removeprefix("# ")
    assert person.startswith(f"{name.lower()}-")
    assert who.startswith(name)
    assert aim
    assert 20 <= len(f"{who} {aim}".split()) <= 90


def test_the_people_are_of_many_kinds() -> None:
    guides = [guide_of(answers) for answers in JOURNEYS.values()]
    assert len(guides) >= 14
    assert {guide.profile.answers.setting for guide in guides} >= {*Setting, None}
    assert {guide.profile.category for guide in guides} >= {
        Her2Category.POSITIVE, Her2Category.LOW, Her2Category.ULTRALOW, Her2Category.CONFLICT, Her2Category.UNKNOWN,
    }  # fmt: skip
    assert {guide.profile.answers.reader for guide in guides} >= set(Reader)
    assert {guide.profile.answers.wants_numbers for guide in guides} == {True, False, None}
    assert {guide.profile.answers.prognosis for guide in guides} == {*Prognosis, None}
    assert {word for guide in guides for _, word in guide.profile.answers.medicines} == set(Told)
    shown = {section.id for guide in guides for section in guide.document.sections}
    assert set(LIBRARY.topics) <= shown
