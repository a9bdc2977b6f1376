"""What a report says, as small records: statements as they were read, and the reading that is shown to the person.

Nothing here is an answer. A person confirms each field beside its quote before anything is used.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class ReportError(Exception):
    """A report that cannot be read. `str()` is one plain line that repeats nothing of the report."""


class Source(StrEnum):
    """The kind of file a reading came from."""

    TEXT = "text"
    PDF = "pdf"
    FHIR = "fhir"
    CCDA = "ccda"


class ReportField(StrEnum):
    """What is looked for, in the order in which it is shown. The values are the keys of `read`'s output."""

    HER2_IHC = "her2_ihc"  # "0" "1+" "2+" "3+" "indeterminate"
    HER2_IHC0_STAINING = "her2_ihc0_staining"  # "none" "faint<=10%"
    HER2_ISH = "her2_ish"  # "amplified" "not_amplified" "indeterminate"
    HER2_ISH_RATIO = "her2_ish_ratio"  # as printed
    HER2_COPY_NUMBER = "her2_copy_number"  # as printed
    HER2_ISH_GROUP = "her2_ish_group"  # "1" to "5"
    HER2_STATUS_WORD = "her2_status_word"  # a word printed for HER2: "positive" "low" "ultralow" "negative" "equivocal"
    ESTROGEN_RECEPTOR = "er"  # "positive" "low_positive" "negative" "indeterminate"
    ESTROGEN_PERCENT = "er_percent"  # as printed, without the sign %
    PROGESTERONE_RECEPTOR = "pr"
    PROGESTERONE_PERCENT = "pr_percent"
    IS_BREAST = "is_breast"  # "true" "false"


class Status(StrEnum):
    """How sure a reading is of one field."""

    FOUND = "found"
    BLANK = "blank"
    PENDING = "pending"
    CONFLICT = "conflict"


class Kind(StrEnum):
    """What a statement is: only a result can fill a field."""

    RESULT = "result"
    PENDING = "pending"
    NOT_DONE = "not_done"


class Rank(IntEnum):
    """Which statement of one specimen replaces which: the higher the later word."""

    HISTORY = 0  # quoted from an earlier report
    FIRST = 1
    ADDENDUM = 2
    AMENDED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a report says of one field of one specimen, with the line it stands in.

    `value` is empty unless `kind` is RESULT. `specimen` tells specimens apart ("" where there is one only);
    `when` is the day of the specimen or report, as far as it is printed.
    """

    field: ReportField
    kind: Kind
    value: str
    quote: str
    specimen: str = ""
    when: date | None = None
    rank: Rank = Rank.FIRST


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reading holds for one field. `value` is empty unless `status` is FOUND; `quotes` are its lines."""

    status: Status
    value: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecimenResult:
    """What the report says of one specimen."""

    specimen: str
    when: date | None
    findings: dict[ReportField, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole report as read: `chosen` has every field; `results` has each specimen; `warnings` are plain sentences."""

    source: Source
    chosen: dict[ReportField, Finding]
    results: tuple[SpecimenResult, ...] = ()
    warnings: tuple[str, ...] = ()
