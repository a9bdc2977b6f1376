"""docs/scorecard.toml: instruments, items, two scores each."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SCORES = ROOT / "docs" / "scorecard.toml"
NOT_APPLICABLE, OPEN, MISSING = "na", "open", ""

Score = int | str  # a number on the instrument's scale, "na", "open", or "" where nobody has scored


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what it asks, both scores, the evidence, and what the second scorer wrote where they differ.

    `mended` tells what has changed since the second score, which stands until somebody has scored again.
    """

    id: str
    item: str
    first: Score
    second: Score
    evidence: str
    second_saw: str = ""
    mended: str = ""

    @property
    def stands(self) -> Score:
        """The lower of both scores. Open wins over any number; a number over not applicable."""
        scores = [score for score in (self.first, self.second) if score != MISSING]
        if OPEN in scores:
            return OPEN
        numbers = [score for score in scores if isinstance(score, int)]
        return min(numbers) if numbers else NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. An item is met from `met_at` on; shares are of the items that a program can meet, in percent.

    `target` is what we want, 0 for none set; `least` is what has been reached and may not be lost.
    """

    id: str
    name: str
    scale: tuple[int, int]
    met_at: int
    target: int
    least: int
    basis: str
    two: bool
    items: tuple[Item, ...]

    @property
    def counted(self) -> tuple[Item, ...]:
        """The items that a program can meet, and that apply."""
        return tuple(item for item in self.items if isinstance(item.stands, int))

    @property
    def met(self) -> tuple[Item, ...]:
        """Those of the counted that are met."""
        return tuple(item for item in self.counted if isinstance(item.stands, int) and item.stands >= self.met_at)

    @property
    def share(self) -> float:
        """How many of every hundred counted items are met."""
        return 100 * len(self.met) / len(self.counted)

    @property
    def points(self) -> int:
        """The sum of what stands."""
        return sum(item.stands for item in self.counted if isinstance(item.stands, int))


@dataclass(frozen=True, slots=True)
class Card:
    """All instruments, and what was written down before scoring."""

    before: Mapping[str, str]
    instruments: tuple[Instrument, ...]

    def __getitem__(self, name: str) -> Instrument:
        return next(each for each in self.instruments if each.id == name)


def read_card(path: Path = SCORES) -> Card:
    """Return the scorecard as it is written. Raises `KeyError` or `TypeError` for a key too many or too few."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    before = found.pop("before")
    return Card(before, tuple(_instruments(found)))


def _instruments(found: Mapping[str, Any]) -> Iterator[Instrument]:
    for name, told in found.items():
        items = tuple(Item(id=key, **item) for key, item in told.pop("items").items())
        low, high = told.pop("scale")
        yield Instrument(id=name, scale=(low, high), items=items, **told)
