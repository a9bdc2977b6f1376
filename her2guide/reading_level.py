"""How hard a page is to read, by four published formulas for English.

Counted: titles, headings, paragraphs, panels and list items, each as sentences of their own. Not counted: tables, phone
numbers and lines to write on, what the person typed, the list of sources (other people's titles), words for pictures.
Masked means that "drug" stands for every medicine's name. Words, sentences and syllables are counted as textstat counts
them, so that our figures can be compared with those of others; docs/decisions/0008-reading-level.md says why we count.
"""

import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cache, lru_cache

from her2guide.guide.document import Contacts, PictureBlock, Section, Table, lines_of
from her2guide.guide.own_words import own_blocks, own_words
from her2guide.library.library import Library

MASK = "drug"
HARDEST_SECTION = 8.0
HARDEST_MIDDLE = 6.0

_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_PUNCTUATION = re.compile(r"[^\w\s]")
_MANY = 3  # syllables: a word of so many is a long one
_SHORT = 2  # words: so few are a heading or a name, not a sentence
_FEWEST_FOR_SMOG = 3  # sentences


@dataclass(frozen=True, slots=True)
class Indices:
    """School grades by formula. SMOG is 0 where there are fewer than three sentences."""

    flesch_kincaid: float
    smog: float
    coleman_liau: float
    gunning_fog: float


@dataclass(frozen=True, slots=True)
class Level:
    """The grades of a text with medicine names as they stand and masked, and its number of words."""

    as_written: Indices
    masked: Indices
    words: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a section is over all its versions: each figure at its highest, and in the middle."""

    versions: int
    worst: Level
    median: Level


def reading_levels(pages: Iterable[Section], library: Library) -> dict[str, Reading]:
    """Return how hard each section is, by id."""
    texts: dict[str, dict[str, None]] = {}
    for section in pages:
        texts.setdefault(section.id, {})[counted(section)] = None
    found = {section: [level(text, library) for text in versions] for section, versions in texts.items()}
    return {
        section: Reading(len(levels), _combined(levels, max), _combined(levels, statistics.median))
        for section, levels in sorted(found.items())
    }


def middle(levels: Mapping[str, Reading]) -> float:
    """Return the median over the sections of their worst Flesch-Kincaid grade, names as they stand."""
    return statistics.median(found.worst.as_written.flesch_kincaid for found in levels.values())


def table(levels: Mapping[str, Reading]) -> Iterator[str]:
    """Yield lines for a person to read: each section with the highest grades of all its versions."""
    names = ("Flesch-Kincaid", "SMOG", "Coleman-Liau", "Gunning fog")
    yield f"{'worst grade, masked in brackets':36}{''.join(f'{name:>16}' for name in names)}{'words':>8}"
    for section, found in levels.items():
        pairs = zip(astuple(found.worst.as_written), astuple(found.worst.masked), strict=True)
        cells = "".join(f"{f'{grade:.1f} ({masked:.1f})':>16}" for grade, masked in pairs)
        yield f"{section:36}{cells}{found.worst.words:8d}"
    yield f"{'median of sections':36}{f'{middle(levels):.1f}':>9}"


def sentence(text: str) -> str:
    """Return a line as sentences of its own: ended, and without stops inside numbers."""
    text = re.sub(r"(?<=\d)\.(?=\d)", ",", text.strip().rstrip("”"))
    return text if not text or text.endswith((".", "!", "?")) else f"{text.rstrip(':;,')}."


def counted(section: Section) -> str:
    """Return the text of a page that is measured."""
    lines = [section.title]
    for block in own_blocks(section):
        if not isinstance(block, Table | Contacts | PictureBlock):
            lines.extend(own_words(each) for each in lines_of(block))
    return "\n".join(sentence(each) for each in lines if each.strip())


def level(text: str, library: Library) -> Level:
    """Return how hard a text is. `library` knows the names of medicines."""
    return Level(indices(text), indices(_names(library).sub(MASK, text)), len(_words(text)))


def _combined(found: Iterable[Level], by: Callable[[Iterable[float]], float]) -> Level:
    """Return one level for many: each figure on its own, by `max` or a median."""
    rows = [(*astuple(each.as_written), *astuple(each.masked), each.words) for each in found]
    values = [by(column) for column in zip(*rows, strict=True)]
    half = len(values) // 2
    return Level(Indices(*values[:half]), Indices(*values[half:-1]), round(values[-1]))


@lru_cache(maxsize=8192)
def indices(text: str) -> Indices:
    """Return the grades of a text of at least one word."""
    words = _words(text)
    sentences = max(1, sum(len(_words(each)) > _SHORT for each in _SENTENCE.findall(text)))
    letters = sum(map(len, words))
    syllables = [_syllables(word.lower()) for word in words]
    long = sum(count >= _MANY for count in syllables)
    length = len(words) / sentences
    return Indices(
        flesch_kincaid=0.39 * length + 11.8 * sum(syllables) / len(words) - 15.59,
        smog=1.043 * (30 * long / sentences) ** 0.5 + 3.1291 if sentences >= _FEWEST_FOR_SMOG else 0.0,
        coleman_liau=5.88 * letters / len(words) - 29.6 * sentences / len(words) - 15.8,
        gunning_fog=0.4 * (length + 100 * long / len(words)),
    )


def _words(text: str) -> list[str]:
    return _PUNCTUATION.sub("", text).split()


@cache
def _syllables(word: str) -> int:
    """Return the number of syllables, as places to hyphenate tell them."""
    return len(_hyphens()(word)) + 1


@cache
def _hyphens() -> Callable[[str], list[int]]:
    from pyphen import Pyphen  # type: ignore[import-untyped]  # it has no types; late, for its word list takes time

    hyphens: Callable[[str], list[int]] = Pyphen(lang="en_US").positions
    return hyphens


@lru_cache(maxsize=4)
def _names(library: Library) -> re.Pattern[str]:
    found = {name for item in library.medicine_names.values() for name in (item.name, item.generic)} | {"T-DM1"}
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in longest_first), re.IGNORECASE)
