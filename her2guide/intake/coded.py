"""A coded test result from a record: names and codes must agree, then the answer becomes statements.

Anything in doubt becomes a warning instead. What could be a result but cannot be used is never guessed at.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from her2guide.intake.codes import (
    FLAGS,
    LOINC,
    LOINC_ANSWERS,
    LOINC_TESTS,
    SNOMED,
    SNOMED_ANSWERS,
    SNOMED_DISORDERS,
    SNOMED_TESTS,
    Answer,
    Measure,
)
from her2guide.intake.findings import Rank


@dataclass(frozen=True, slots=True)
class Coding:
    """One code of a system, with the name that the record gives it."""

    system: str
    code: str
    display: str = ""

    @property
    def is_loinc(self) -> bool:
        """Return whether the system is LOINC, written as it must be."""
        return self.system in LOINC

    @property
    def is_snomed(self) -> bool:
        """Return whether the system is SNOMED CT, perhaps one of its national editions."""
        return self.system in SNOMED or self.system.startswith("http://snomed.info/sct/")

    @property
    def claims_loinc(self) -> bool:
        """Return whether the system means LOINC, written rightly or not."""
        return self.is_loinc or "loinc" in self.system.lower()

    @property
    def measure(self) -> Measure | None:
        """Return what a test of this code measures, as far as the code is known."""
        if self.is_loinc:
            return LOINC_TESTS.get(self.code)
        return SNOMED_TESTS.get(self.code) if self.is_snomed else None

    @property
    def answer(self) -> Answer | None:
        """Return what an answer of this code says, as far as the code is known."""
        if self.is_loinc:
            return LOINC_ANSWERS.get(self.code)
        if self.is_snomed:
            disorder = SNOMED_DISORDERS.get(self.code)
            return SNOMED_ANSWERS.get(self.code) or (disorder[1] if disorder else None)
        return FLAGS.get(self.code) if "ObservationInterpretation" in self.system else None

    @property
    def misplaced(self) -> bool:
        """Return whether the code is one of ours under a system that it does not belong to."""
        known = self.code in LOINC_TESTS or self.code in LOINC_ANSWERS
        medical = self.code in SNOMED_TESTS or self.code in SNOMED_ANSWERS or self.code in SNOMED_DISORDERS
        return (known and not self.is_loinc) or (medical and not self.is_snomed)


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing named by codes, by words, or by both."""

    codings: tuple[Coding, ...] = ()
    text: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names that are given, the record's own words first."""
        found = (self.text, *(coding.display for coding in self.codings))
        return tuple(dict.fromkeys(name for name in found if name))

    @property
    def name(self) -> str:
        """Return the name to show, or the empty text."""
        return next(iter(self.names), "")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, with its unit; `bound` is < or > where it is only a bound."""

    written: str
    unit: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A ratio or a range, as two numbers."""

    first: Number
    second: Number
    is_range: bool = False


Value = Concept | Number | Pair | str


@dataclass(frozen=True, slots=True)
class CodedResult:
    """One coded result. `values` should hold one; more than one is in doubt."""

    code: Concept
    values: tuple[Value, ...] = ()
    interpretation: tuple[Concept, ...] = ()
    method: Concept = field(default_factory=Concept)
    material: str = ""  # what was looked at, and where in the body
    specimen: str = ""
    when: date | None = None
    rank: Rank = Rank.FIRST
    state: str = "final"  # "final" "waiting" "not_done" "doubtful"


_SPACE = re.compile(r"\s+")
MAX_QUOTE = 300


def one_line(text: str) -> str:
    """Return text as one line of a length that can be shown as a quote."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= MAX_QUOTE else f"{line[: MAX_QUOTE - 1]}…"


def written(value: Value) -> str:
    """Return a value in words, as near to the record as one line can be."""
    match value:
        case Concept():
            return " / ".join(value.names)
        case Number():
            return f"{value.bound}{value.written}{'' if value.unit in ('%', '') else ' '}{value.unit}".strip()
        case Pair():
            return f"{written(value.first)}{'-' if value.is_range else ' / '}{written(value.second)}"
        case str():
            return value


def quote(result: CodedResult) -> str:
    """Return the line that is shown as the source of a coded result."""
    said = [written(value) for value in result.values]
    said += [name for concept in result.interpretation for name in concept.names[:1]]
    return one_line(f"{result.code.name}: {', '.join(said)}" if said else result.code.name)


def component(parent: CodedResult, part: CodedResult) -> CodedResult:
    """Return a part of a result with what it takes over from the whole."""
    return replace(
        part,
        method=part.method if part.method.names else parent.method,
        material=parent.material,
        specimen=parent.specimen,
        when=parent.when,
        rank=parent.rank,
        state=parent.state,
    )
