"""How hard each page is to read, measured on what people see. `python -m tests.content.grades` prints a table.

Counted: titles, headings, paragraphs, panels and list items, each as sentences of their own. Not counted: tables, phone
numbers and lines to write on, what the person typed, the list of sources (other people's titles), words for pictures.
Masked means that "drug" stands for every medicine's name.
"""

import re
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from textstat.textstat import textstatistics

from her2guide.guide.document import Bullets, Contacts, PictureBlock, Section, Table, lines_of
from tests.content.rendered import LIBRARY, own_blocks, own_words, pages

METER = textstatistics()
METER.set_rounding(False)  # else it rounds on the way, by up to half a grade
NAMES = {name for item in LIBRARY.medicine_names.values() for name in (item.name, item.generic)} | {"T-DM1"}
DRUG = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(NAMES, key=len, reverse=True)), re.IGNORECASE)
USES = "other-uses"


@dataclass(frozen=True, slots=True)
class Grade:
    """Flesch-Kincaid and SMOG with names as they stand and masked, and the number of words."""

    kincaid: float
    kincaid_masked: float
    smog: float
    smog_masked: float
    words: int


def sentence(text: str) -> str:
    """Return a line as sentences of its own: ended, and without stops inside numbers."""
    text = re.sub(r"(?<=\d)\.(?=\d)", ",", text.strip().rstrip("”"))
    return text if not text or text.endswith((".", "!", "?")) else f"{text.rstrip(':;,')}."


def counted(section: Section, *, names: bool = True) -> str:
    """Return the text of a page that is measured. Without `names`, the list of approved uses is left out."""
    lines = [section.title]
    for block in own_blocks(section):
        uses = section.id == USES and isinstance(block, Bullets)
        if not isinstance(block, Table | Contacts | PictureBlock) and (names or not uses):
            lines.extend(own_words(each) for each in lines_of(block))
    return "\n".join(sentence(each) for each in lines if each.strip())


def only_uses(section: Section) -> str:
    """Return the names of the approved uses alone."""
    lists = (block.items for block in section.blocks if isinstance(block, Bullets))
    return "\n".join(sentence(own_words(each)) for items in lists for each in items)


@cache
def grade(text: str) -> Grade:
    """Return how hard a text is."""
    masked = DRUG.sub("drug", text)
    return Grade(
        METER.flesch_kincaid_grade(text),
        METER.flesch_kincaid_grade(masked),
        METER.smog_index(text),
        METER.smog_index(masked),
        METER.lexicon_count(text),
    )


def worst(texts: Iterable[str]) -> Grade:
    """Return the highest of each measure over the versions of a page, and the most words."""
    grades = [grade(text) for text in dict.fromkeys(texts) if text]
    return Grade(*(max(values) for values in zip(*map(_values, grades), strict=True)))


def _values(found: Grade) -> tuple[float, float, float, float, int]:
    return found.kincaid, found.kincaid_masked, found.smog, found.smog_masked, found.words


@cache
def grades() -> dict[str, Grade]:
    """Return the worst grades of each page, over everyone and every way to read."""
    texts: dict[str, list[str]] = {}
    for section in pages():
        texts.setdefault(section.id, []).append(counted(section))
    return {section: worst(found) for section, found in texts.items()}


def median() -> float:
    """Return the middle grade of the pages, names as they stand."""
    return statistics.median(found.kincaid for found in grades().values())


def main() -> None:
    """Print the table."""
    uses = [section for section in pages() if section.id == USES]
    rows = {
        **grades(),
        f"  {USES}, names alone": worst(map(only_uses, uses)),
        f"  {USES}, without names": worst(counted(section, names=False) for section in uses),
    }
    print(f"{'section':36}{'FK':>7}{'masked':>8}{'SMOG':>7}{'masked':>8}{'words':>7}")
    for section, found in rows.items():
        print(
            f"{section:36}{found.kincaid:7.1f}{found.kincaid_masked:8.1f}"
            f"{found.smog:7.1f}{found.smog_masked:8.1f}{found.words:7d}"
        )
    print(f"{'median of sections':36}{median():7.1f}")


if __name__ == "__main__":
    main()
