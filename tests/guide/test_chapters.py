"""A guide by chapter: nobody's guide comes back to a chapter, and the pages to read first end at one place."""

from functools import cache

import pytest

from her2guide.guide.chapters import chapters, ends_first_pages
from her2guide.guide.document import Section
from her2guide.guide.plan import plan
from her2guide.library.library import Library
from her2guide.model.topics import view_topics
from tests.people import everyone, varied

LIBRARY = Library()


@cache
def guides() -> list[tuple[str, ...]]:
    """Return every order of sections there is."""
    people = (*everyone(LIBRARY), *varied(60))
    return sorted({plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections for person in people})


def of(*sections: str) -> list[Section]:
    return [Section(section, section.title(), ()) for section in sections]


def test_the_chapters_hold_the_guide_in_its_order_and_none_comes_twice() -> None:
    assert len(guides()) > 20
    for guide in guides():
        found = chapters(of(*guide), LIBRARY)
        assert tuple(section.id for chapter in found for section in chapter.sections) == guide
        names = [chapter.name for chapter in found]
        assert len(set(names)) == len(names), guide


def test_in_everyones_guide_the_pages_to_read_first_end_once_behind_the_result_and_the_questions() -> None:
    for guide in guides():
        (end,) = [place for place, section in enumerate(guide) if ends_first_pages(section, guide)]
        assert 2 <= end < len(guide) - 1


@pytest.mark.parametrize(
    ("guide", "end"),
    [
        (("your-result", "questions", "lungs", "call-now", "what-to-find-out-first", "about"), "call-now"),
        (
            ("your-result", "questions", "what-to-find-out-first", "lungs", "call-now", "about"),
            "what-to-find-out-first",
        ),
        (("your-result", "questions", "about"), None),
    ],
)
def test_the_lungs_or_the_steps_end_the_pages_to_read_first(guide: tuple[str, ...], end: str | None) -> None:
    assert [section for section in guide if ends_first_pages(section, guide)] == ([end] if end else [])
