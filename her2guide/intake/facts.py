"""A fact: what one stretch of text says of one field, and where."""

from dataclasses import dataclass

from her2guide.intake.findings import Kind, ReportField


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, or that there is none yet, for one field."""

    field: ReportField
    kind: Kind
    value: str
    start: int
    end: int
