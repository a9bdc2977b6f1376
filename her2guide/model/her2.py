"""What a HER2 result amounts to: one table with every cell, and the hormone receptors beside it."""

from dataclasses import dataclass

from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import (
    EstrogenReceptor,
    Her2Category,
    HormoneReceptor,
    IhcScore,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the fact it rests on, then the category by gene test.

    `open` is a test that is pending, not done or indeterminate; `unsaid` is not sure or not asked.
    """

    source: str
    amplified: Her2Category
    not_amplified: Her2Category
    open: Her2Category
    unsaid: Her2Category


_POSITIVE = Her2Category.POSITIVE
_LOW = Her2Category.LOW
_ULTRALOW = Her2Category.ULTRALOW
_NULL = Her2Category.NULL
_ZERO = Her2Category.ZERO_UNSPECIFIED
_EQUIVOCAL = Her2Category.EQUIVOCAL
_NEGATIVE = Her2Category.NEGATIVE_UNSPECIFIED
_CONFLICT = Her2Category.CONFLICT
_UNKNOWN = Her2Category.UNKNOWN

# Source (the id of a fact), then: amplified, not amplified, open, unsaid.
_POSITIVE_ROW = Row("her2.positive.def", _POSITIVE, _CONFLICT, _POSITIVE, _POSITIVE)
_TWO_PLUS_ROW = Row("her2.ihc.2plus.reflex", _POSITIVE, _LOW, _EQUIVOCAL, _EQUIVOCAL)
_LOW_ROW = Row("her2.low.def", _CONFLICT, _LOW, _LOW, _LOW)
_NULL_ROW = Row("her2.null.def", _CONFLICT, _NULL, _NULL, _NULL)
_ULTRALOW_ROW = Row("her2.ultralow.def", _CONFLICT, _ULTRALOW, _ULTRALOW, _ULTRALOW)
_ZERO_ROW = Row("her2.ihc.0", _CONFLICT, _ZERO, _ZERO, _ZERO)
_NEGATIVE_ROW = Row("her2.guideline.2023.no_category", _CONFLICT, _NEGATIVE, _NEGATIVE, _NEGATIVE)
_NO_IHC_ROW = Row("her2.positive.def", _POSITIVE, _NEGATIVE, _UNKNOWN, _UNKNOWN)

# By IHC (or the report's own word) and, under IHC 0 only, the staining.
TABLE: dict[tuple[IhcScore | None, MembraneStaining | None], Row] = {
    (IhcScore.THREE_PLUS, None): _POSITIVE_ROW,
    (IhcScore.TWO_PLUS, None): _TWO_PLUS_ROW,
    (IhcScore.ONE_PLUS, None): _LOW_ROW,
    (IhcScore.ZERO, MembraneStaining.NONE): _NULL_ROW,
    (IhcScore.ZERO, MembraneStaining.FAINT): _ULTRALOW_ROW,
    (IhcScore.ZERO, MembraneStaining.NOT_SURE): _ZERO_ROW,
    (IhcScore.ZERO, None): _ZERO_ROW,
    (IhcScore.POSITIVE, None): _POSITIVE_ROW,
    (IhcScore.LOW, None): _LOW_ROW,
    (IhcScore.ULTRALOW, None): _ULTRALOW_ROW,
    (IhcScore.NEGATIVE, None): _NEGATIVE_ROW,
    (IhcScore.INDETERMINATE, None): _NO_IHC_ROW,
    (IhcScore.NOT_SURE, None): _NO_IHC_ROW,
    (None, None): _NO_IHC_ROW,
}

SOURCES: tuple[str, ...] = tuple(dict.fromkeys(line.source for line in TABLE.values()))


def row(result: Her2Result) -> Row:
    """Return the line of the table for one result. Staining counts only under an IHC of 0."""
    staining = result.membrane_staining if result.ihc is IhcScore.ZERO else None
    return TABLE[result.ihc, staining]


def classify(result: Her2Result) -> Her2Category:
    """Return the category of one result; every combination has one. Ratio and copy number are not used."""
    found = row(result)
    match result.ish:
        case IshResult.AMPLIFIED:
            return found.amplified
        case IshResult.NOT_AMPLIFIED:
            return found.not_amplified
        case IshResult.PENDING | IshResult.NOT_DONE | IshResult.INDETERMINATE:
            return found.open
        case IshResult.NOT_SURE | None:
            return found.unsaid


def is_provisional(result: Her2Result, category: Her2Category) -> bool:
    """Return whether a gene test still to come may change the category."""
    return result.ish is IshResult.PENDING and category is not Her2Category.POSITIVE


def hormone_receptor(answers: Answers) -> HormoneReceptor:
    """Return positive when either is (low) positive, negative when both are negative, else unknown."""
    estrogen, progesterone = answers.estrogen_receptor, answers.progesterone_receptor
    if estrogen in (EstrogenReceptor.POSITIVE, EstrogenReceptor.LOW_POSITIVE):
        return HormoneReceptor.POSITIVE
    if progesterone is ProgesteroneReceptor.POSITIVE:
        return HormoneReceptor.POSITIVE
    if estrogen is EstrogenReceptor.NEGATIVE and progesterone is ProgesteroneReceptor.NEGATIVE:
        return HormoneReceptor.NEGATIVE
    return HormoneReceptor.UNKNOWN
