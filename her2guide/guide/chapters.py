"""A guide by chapter: how its many sections are listed, and where a person may well stop reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from her2guide.guide.document import Section
from her2guide.library.library import Library
from her2guide.library.order import chapter_of

_FIRST = 2  # chapters: the result, and then the lungs or the steps that may come


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sections of a guide that stand together under one name."""

    name: str
    sections: tuple[Section, ...]


def chapters(sections: Sequence[Section], library: Library) -> tuple[Chapter, ...]:
    """Return the sections of a guide by chapter, in their order."""
    runs = groupby(sections, key=lambda section: chapter_of(section.id))
    return tuple(Chapter(library.word(f"chapter.{name}"), tuple(run)) for name, run in runs)


def ends_first_pages(section: str, sections: Sequence[str]) -> bool:
    """Return whether a section is the last of those to read first, with more of the guide behind it."""
    runs = [tuple(run) for _, run in groupby(sections, key=chapter_of)]
    return len(runs) > _FIRST and section == runs[_FIRST - 1][-1]
