"""The order of the sections: each belongs to one chapter."""

import pytest

from her2guide.library import order
from her2guide.library.library import Library
from her2guide.library.order import SECTIONS, chapter_of

LIBRARY = Library()
CHAPTERS = {
    "your-result": "result",
    "questions": "result",
    **dict.fromkeys((*order.MEANING, *order.NEXT, *order.WAYS, "what-to-find-out-first"), "steps"),
    **dict.fromkeys(("other-uses", *order.MEDICINES, *LIBRARY.topics), "medicines"),
    **dict.fromkeys(("lungs", "call-now", *order.CARDS), "lungs"),
    **dict.fromkeys(order.SIDE_EFFECTS, "side-effects"),
    **dict.fromkeys(order.PEOPLE, "people"),
    **dict.fromkeys(order.PAYING, "paying"),
    **dict.fromkeys(order.KEEP, "keep"),
    **dict.fromkeys(("word-list", "sources", "about"), "about"),
}


def test_every_section_and_every_approved_use_has_its_chapter() -> None:
    assert set(CHAPTERS) == {"your-result", *SECTIONS, *LIBRARY.topics}
    assert {section: chapter_of(section) for section in CHAPTERS} == CHAPTERS


def test_no_section_stands_twice_in_the_order() -> None:
    assert len(set(SECTIONS)) == len(SECTIONS)


@pytest.mark.parametrize("chapter", sorted(set(CHAPTERS.values())))
def test_every_chapter_has_a_name_that_no_other_chapter_has(chapter: str) -> None:
    names = [words for key, words in LIBRARY.words.items() if key.startswith("chapter.")]
    assert names.count(LIBRARY.word(f"chapter.{chapter}")) == 1
