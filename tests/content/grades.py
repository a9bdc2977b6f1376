"""How hard each page is to read, over everyone and every way to read. `python -m tests.content.grades` prints a table.

`her2guide check` prints the same of fewer people; how it is measured stands in `her2guide/reading_level.py`.
"""

from dataclasses import replace
from functools import cache

from her2guide.guide.document import Bullets, Section
from her2guide.reading_level import Reading, middle, reading_levels, table
from tests.content.rendered import LIBRARY, pages

USES = "other-uses"


def only_uses(uses: Section) -> Section:
    """Return the names of the approved uses alone."""
    names = [item for block in uses.blocks if isinstance(block, Bullets) for item in block.items]
    return replace(uses, id=f"  {USES}, names alone", title="", blocks=(Bullets(tuple(names)),))


def without_uses(uses: Section) -> Section:
    """Return the page without the names of the approved uses."""
    kept = tuple(block for block in uses.blocks if not isinstance(block, Bullets))
    return replace(uses, id=f"  {USES}, without names", blocks=kept)


@cache
def grades() -> dict[str, Reading]:
    """Return how hard each page is, over everyone and every way to read."""
    return reading_levels(pages(), LIBRARY)


def median() -> float:
    """Return the middle grade of the pages, names as they stand."""
    return middle(grades())


def main() -> None:
    """Print the table."""
    uses = [section for section in pages() if section.id == USES]
    parts = reading_levels([*map(only_uses, uses), *map(without_uses, uses)], LIBRARY)
    *rows, last = table(grades())
    print("\n".join((*rows, *list(table(parts))[1:-1], last)))


if __name__ == "__main__":
    main()
