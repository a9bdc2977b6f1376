"""Of all that a report says, what is shown first: the later word over the earlier, and nothing where two disagree."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from her2guide.intake.findings import (
    Finding,
    Kind,
    Rank,
    Reading,
    ReportField,
    Source,
    SpecimenResult,
    Statement,
    Status,
)
from her2guide.intake.notices import Notice
from her2guide.intake.sensible import sensible

OF_IHC = frozenset({ReportField.HER2_IHC, ReportField.HER2_IHC0_STAINING})
OF_ISH = frozenset(
    {ReportField.HER2_ISH, ReportField.HER2_ISH_RATIO, ReportField.HER2_COPY_NUMBER, ReportField.HER2_ISH_GROUP}
)
OF_HER2 = OF_IHC | OF_ISH | {ReportField.HER2_STATUS_WORD}
GROUPS: tuple[frozenset[ReportField], ...] = (
    OF_HER2,
    frozenset({ReportField.ESTROGEN_RECEPTOR, ReportField.ESTROGEN_PERCENT}),
    frozenset({ReportField.PROGESTERONE_RECEPTOR, ReportField.PROGESTERONE_PERCENT}),
)
# Two specimens so near each other are one look at one cancer: neither replaces the other.
NEAR = timedelta(days=120)
# Of two words printed for one result the more specific one counts.
PLAINER = {"low": {"negative"}, "ultralow": {"negative", "low"}, "low_positive": {"positive"}}

_SIDES = {
    (ReportField.HER2_STATUS_WORD, "positive"): "positive",
    (ReportField.HER2_IHC, "3+"): "positive",
    (ReportField.HER2_ISH, "amplified"): "positive",
    (ReportField.HER2_STATUS_WORD, "negative"): "negative",
    (ReportField.HER2_STATUS_WORD, "low"): "negative",
    (ReportField.HER2_STATUS_WORD, "ultralow"): "negative",
    (ReportField.HER2_IHC, "0"): "negative",
    (ReportField.HER2_IHC, "1+"): "negative",
}

OTHER_PART = Notice.OTHER_PART
MORE_THAN_ONE = Notice.MORE_THAN_ONE
NOTHING = Notice.NOTHING

BLANK = Finding(Status.BLANK)


def choose(statements: Sequence[Statement], source: Source, warnings: Iterable[str] = ()) -> Reading:
    """Return the reading: each field's value where all that counts agrees, else blank, with every result beside it."""
    chosen = dict.fromkeys(ReportField, BLANK)
    breast = chosen[ReportField.IS_BREAST] = _breast(statements)
    if breast.value == "false":
        return Reading(source, chosen, (), (*warnings, OTHER_PART))
    for group in GROUPS:
        counting = _latest(_current([said for said in statements if said.field in group]))
        found = {field: _finding(field, _last_word(field, counting)) for field in ReportField if field in group}
        chosen |= (
            _torn(found)
            if _opposed(_last_word(ReportField.HER2_STATUS_WORD, counting)) or _sides_differ(counting)
            else found
        )
    chosen = sensible(chosen)
    return Reading(source, chosen, _by_specimen(statements), (*warnings, *_told(chosen)))


def _breast(statements: Sequence[Statement]) -> Finding:
    said = [one for one in statements if one.field is ReportField.IS_BREAST]
    value = max((one.value for one in said), default="")  # "true" comes after "false"
    quotes = tuple(dict.fromkeys(one.quote for one in said if one.value == value))
    return Finding(Status.FOUND, value, quotes) if value else BLANK


def _current(said: list[Statement]) -> list[Statement]:
    """Quoted earlier results count only where nothing newer is told.

    A gene test alone is an exception: it follows an earlier score of the same tissue, so that score stays.
    """
    newer = [one for one in said if one.rank is not Rank.HISTORY]
    telling = [one for one in newer if one.kind is not Kind.NOT_DONE]
    if not telling:
        return said
    if all(one.field in OF_ISH and one.kind is Kind.RESULT for one in telling):
        return newer + [one for one in said if one.field is ReportField.HER2_IHC]
    return newer


def _latest(said: list[Statement]) -> list[Statement]:
    """The newest dated specimen counts, where it is newer by more than some weeks."""
    newest = max((one.when for one in said if one.when is not None), default=date.min)
    return [one for one in said if one.when is None or newest - one.when <= NEAR]


def _last_word(field: ReportField, said: list[Statement]) -> list[Statement]:
    """Drop what a later word on the same test replaced."""
    kin = next((kin for kin in (OF_IHC, OF_ISH) if field in kin), frozenset({field}))
    own = [one for one in said if one.field is field]
    top = max((one.rank for one in said if one.field in kin and one.kind is Kind.RESULT), default=Rank.HISTORY)
    return [one for one in own if one.rank >= top]


def _finding(field: ReportField, said: list[Statement]) -> Finding:
    results = [one for one in said if one.kind is Kind.RESULT]
    quotes = tuple(dict.fromkeys(one.quote for one in results or said))
    values = {_number_or_word(one.value): one.value for one in results}
    if field in {ReportField.HER2_STATUS_WORD, ReportField.ESTROGEN_RECEPTOR}:
        values = {
            key: word for key, word in values.items() if not any(word in PLAINER.get(other, ()) for other in values)
        }
    if len(values) == 1:
        return Finding(Status.FOUND, next(iter(values.values())), quotes)
    if values:
        return Finding(Status.CONFLICT, "", quotes)
    return Finding(Status.PENDING, "", quotes) if any(one.kind is Kind.PENDING for one in said) else BLANK


def _opposed(words: list[Statement]) -> bool:
    """Return whether HER2 is called positive in one place and negative, low or ultralow in another."""
    values = {one.value for one in words if one.kind is Kind.RESULT}
    return "positive" in values and not values.isdisjoint({"negative", "low", "ultralow"})


def _sides_differ(said: list[Statement]) -> bool:
    """Return whether one specimen is HER2-positive by all that is told of it, and another is not."""
    sides: dict[str, set[str]] = {}
    for one in said:
        if side := _SIDES.get((one.field, one.value)):
            sides.setdefault(one.specimen, set()).add(side)
    return {"positive"} in sides.values() and {"negative"} in sides.values()


def _torn(found: dict[ReportField, Finding]) -> dict[ReportField, Finding]:
    """Leave blank what was found: it may be told of one place only."""
    return {
        field: Finding(Status.CONFLICT, "", finding.quotes) if finding.status is Status.FOUND else finding
        for field, finding in found.items()
    }


def _number_or_word(value: str) -> str:
    """Two ways to print one number are one value."""
    try:
        return f"{float(value):g}"
    except ValueError:
        return value


def _told(chosen: dict[ReportField, Finding]) -> list[str]:
    told: list[str] = [MORE_THAN_ONE] if any(finding.status is Status.CONFLICT for finding in chosen.values()) else []
    results = (finding for field, finding in chosen.items() if field is not ReportField.IS_BREAST)
    return [NOTHING] if all(finding.status is Status.BLANK for finding in results) else told


def _by_specimen(statements: Sequence[Statement]) -> tuple[SpecimenResult, ...]:
    """Return what is said of each specimen, in the order of the report."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for one in statements:
        if one.field is not ReportField.IS_BREAST:
            groups.setdefault((one.specimen, one.when), []).append(one)
    results = []
    for said in groups.values():
        fields = (field for field in ReportField if any(one.field is field for one in said))
        findings = {field: _finding(field, _last_word(field, said)) for field in fields}
        kept = {field: finding for field, finding in findings.items() if finding != BLANK}
        if kept:
            results.append(SpecimenResult(said[0].specimen, said[0].when, kept))
    return tuple(results)
