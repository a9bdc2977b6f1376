"""Income bands in dollars for one household. The poverty figures come from outside, with their source and date."""

from dataclasses import dataclass

from her2guide.model.terms import IncomeBand

UPPER_PERCENT = {
    IncomeBand.UP_TO_138: 138,
    IncomeBand.FROM_139_TO_150: 150,
    IncomeBand.FROM_151_TO_250: 250,
    IncomeBand.FROM_251_TO_300: 300,
    IncomeBand.FROM_301_TO_400: 400,
    IncomeBand.FROM_401_TO_500: 500,
}


@dataclass(frozen=True, slots=True)
class PovertyLine:
    """The federal poverty guideline in dollars a year: for one person, and for each one more."""

    one_person: int
    each_more: int

    def of(self, household: int) -> int:
        """Return the guideline for a household of so many people."""
        return self.one_person + self.each_more * (household - 1)


@dataclass(frozen=True, slots=True)
class Range:
    """Whole dollars a year, both ends counted. None is an open end."""

    low: int | None
    high: int | None


def is_within(band: IncomeBand | None, percent: int) -> bool:
    """Return whether the whole band lies at or below a percent of the guideline. Not known is not within."""
    upper = UPPER_PERCENT.get(band) if band is not None else None
    return upper is not None and upper <= percent


def share(dollars: int, percent: int) -> int:
    """Return a percent of an amount in whole dollars, rounded down."""
    return dollars * percent // 100


def ranges(line: PovertyLine, household: int) -> dict[IncomeBand, Range]:
    """Return what each band is in dollars for a household of that size; together they leave no gap."""
    full = line.of(household)
    found: dict[IncomeBand, Range] = {}
    low = None
    for band, percent in UPPER_PERCENT.items():
        high = share(full, percent)
        found[band] = Range(low, high)
        low = high + 1
    found[IncomeBand.ABOVE_500] = Range(low, None)
    return found
