"""What a file holds when it is opened: all of it as one reading, and each report in it to choose from."""

from dataclasses import dataclass
from datetime import date

from her2guide.intake.findings import Reading


@dataclass(frozen=True, slots=True)
class FoundReport:
    """One report of a file that holds several. `label` is neutral: number, day and kind."""

    label: str
    title: str
    when: date | None
    reading: Reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as read: all its reports as one reading, and each of them."""

    reading: Reading
    reports: tuple[FoundReport, ...] = ()
