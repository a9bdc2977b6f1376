"""The list of sources reaches everyone, so no title in it speaks of how long people live."""

import re

import pytest

from her2guide.library.library import Library

LIBRARY = Library()
LENGTH_OF_LIFE = re.compile(
    r"\bsurviv(?:e|es|ed|al)\b|\blive[sd]? longer\b|\blength of life\b|\bmortality\b", re.IGNORECASE
)


@pytest.mark.parametrize("source", LIBRARY.sources)
def test_no_title_of_a_source_speaks_of_how_long_people_live(source: str) -> None:
    title = LIBRARY.sources[source].title.replace("Young Survival Coalition", "")
    assert not LENGTH_OF_LIFE.search(title)


@pytest.mark.parametrize(
    "title", ["Long-term survival analysis of a trial", "Do people live longer?", "Mortality by age"]
)
def test_a_title_that_speaks_of_it_is_found(title: str) -> None:
    assert LENGTH_OF_LIFE.search(title)
