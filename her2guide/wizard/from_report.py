"""What a report says, as answers that a person may confirm: which field fills which answer, and with which value.

A pure table. It offers values and sets none: whatever is offered is used only once the person says so (`confirming`).
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from her2guide.intake.findings import Finding, Reading, ReportField, SpecimenResult, Status
from her2guide.intake.merge import BLANK, GROUPS
from her2guide.intake.reports import FoundReport
from her2guide.intake.sensible import sensible
from her2guide.model.answers_json import text_problem
from her2guide.model.terms import (
    EstrogenReceptor,
    IhcScore,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
)

Findings = Mapping[ReportField, Finding]
_HISTORY = "history"  # what the reader of reports calls results that are quoted from an earlier report
_BEHIND = re.compile(r"[:;\ue000-\uf8ff]|\b(?:HER2?|c-?erb|ER|PR|PgR)\b|HER-?2|(?i:o?estrogen|progest)")
_FEWEST = 3  # letters that can name where a sample is from


class Stand(StrEnum):
    """How one field of the report stands, for the person who looks at it."""

    FOUND = "found"
    CONFLICT = "conflict"  # the report says more than one thing
    UNCLEAR = "unclear"  # it says something for which there is no answer here
    PENDING = "pending"  # the report says that this is still to come


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: the answer it could fill, the question that answer belongs to, and the report's lines.

    `offer` is what Use takes over; None leaves only Change and Skip. `said` is the value as the reader gave it. Nothing
    of the report shows in the `repr`.
    """

    path: str
    page: str
    place: ReportField | None
    stand: Stand
    offer: object = field(default=None, repr=False)
    said: str = field(default="", repr=False)
    quotes: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One specimen or one report of several, for the person to say which their team uses."""

    label: str = field(repr=False)
    when: datetime.date | None = field(repr=False)
    findings: Findings = field(repr=False)


_WORDS = {word.value: word for word in (IhcScore.POSITIVE, IhcScore.LOW, IhcScore.ULTRALOW, IhcScore.NEGATIVE)}
_VALUES: dict[ReportField, Mapping[str, object]] = {
    ReportField.HER2_IHC: {
        each.value: each
        for each in (
            IhcScore.ZERO,
            IhcScore.ONE_PLUS,
            IhcScore.TWO_PLUS,
            IhcScore.THREE_PLUS,
            IhcScore.INDETERMINATE,
        )
    },
    ReportField.HER2_IHC0_STAINING: {"none": MembraneStaining.NONE, "faint<=10%": MembraneStaining.FAINT},
    ReportField.HER2_ISH: {
        each.value: each for each in (IshResult.AMPLIFIED, IshResult.NOT_AMPLIFIED, IshResult.INDETERMINATE)
    },
    ReportField.HER2_STATUS_WORD: _WORDS,
    ReportField.ESTROGEN_RECEPTOR: {
        each.value: each
        for each in (EstrogenReceptor.POSITIVE, EstrogenReceptor.LOW_POSITIVE, EstrogenReceptor.NEGATIVE)
    },
    ReportField.PROGESTERONE_RECEPTOR: {
        each.value: each for each in (ProgesteroneReceptor.POSITIVE, ProgesteroneReceptor.NEGATIVE)
    },
}
# In the order of the questions. The ratio and the like are kept as printed. A group number fills no answer: the
# report's own conclusion on the gene test does.
_PLACES: tuple[tuple[ReportField, str, str], ...] = (
    (ReportField.HER2_IHC, "her2.ihc", "her2-score"),
    (ReportField.HER2_STATUS_WORD, "her2.ihc", "her2-score"),
    (ReportField.HER2_IHC0_STAINING, "her2.membrane_staining", "her2-staining"),
    (ReportField.HER2_ISH, "her2.ish", "gene-test"),
    (ReportField.HER2_ISH_RATIO, "her2.ish_ratio", "her2-details"),
    (ReportField.HER2_COPY_NUMBER, "her2.copy_number", "her2-details"),
    (ReportField.ESTROGEN_RECEPTOR, "estrogen_receptor", "estrogen"),
    (ReportField.ESTROGEN_PERCENT, "estrogen_percent", "estrogen"),
    (ReportField.PROGESTERONE_RECEPTOR, "progesterone_receptor", "progesterone"),
    (ReportField.PROGESTERONE_PERCENT, "progesterone_percent", "progesterone"),
)
PAGES = {path: page for _, path, page in _PLACES} | dict.fromkeys(("her2.specimen", "her2.date"), "her2-details")
# Behind these come where the sample is from and its day.
_BEFORE_SAMPLE = ("her2-score", "her2-staining", "gene-test", "her2-details")


def is_other_organ(reading: Reading) -> bool:
    """Return whether the report speaks of another part of the body; then nothing is offered."""
    return reading.chosen.get(ReportField.IS_BREAST, BLANK).value == "false"


def candidates(reading: Reading) -> tuple[Candidate, ...]:
    """Return the specimens between which the person has to choose, in the order of the report; none where it is clear.

    What is quoted from an earlier report, and a later word on the same sample, is no specimen of its own.
    """
    if is_other_organ(reading):
        return ()
    found = [each for each in reading.results if _is_specimen(each)]
    if len(found) < 2:
        return ()
    return tuple(Candidate(label_of(each.specimen), each.when, _of_specimen(each, found, reading)) for each in found)


def of_report(report: FoundReport) -> Candidate:
    """Return one report of several, to choose from."""
    return Candidate(report.title, report.when, report.reading.chosen)


def items(reading: Reading, of: Candidate | None = None) -> tuple[Item, ...]:
    """Return what there is to look at, in the order of the questions: of one specimen, or of the whole report.

    A report on another part of the body gives nothing.
    """
    if is_other_organ(reading):
        return ()
    found = list(said_of(reading.chosen if of is None else of.findings))
    behind = sum(item.page in _BEFORE_SAMPLE for item in found)
    found[behind:behind] = _sample(reading, of)
    return tuple(found)


def said_of(findings: Findings) -> tuple[Item, ...]:
    """Return what findings give to look at, in the order of the questions."""
    found = (_item(place, path, page, findings) for place, path, page in _PLACES)
    return tuple(item for item in found if item is not None)


def _item(place: ReportField, path: str, page: str, findings: Findings) -> Item | None:
    finding = findings.get(place, BLANK)
    if finding.status is Status.BLANK or not _counts(place, findings):
        return None
    if finding.status is Status.PENDING:
        later = IshResult.PENDING if place is ReportField.HER2_ISH else None
        return Item(path, page, place, Stand.PENDING, later, "", finding.quotes)
    if finding.status is Status.CONFLICT:
        return Item(path, page, place, Stand.CONFLICT, quotes=finding.quotes)
    offer = _offer(place, finding.value)
    stand = Stand.UNCLEAR if offer is None else Stand.FOUND
    return Item(path, page, place, stand, offer, finding.value, finding.quotes)


def _counts(place: ReportField, findings: Findings) -> bool:
    """Return whether a field is looked at beside its neighbours."""
    score = findings.get(ReportField.HER2_IHC, BLANK)
    match place:
        case ReportField.HER2_STATUS_WORD:  # a word stands for the score only where there is none
            return score.status is Status.BLANK
        case ReportField.HER2_IHC0_STAINING:
            return score.value == IhcScore.ZERO
        case _:
            return True


def _offer(place: ReportField, value: str) -> object:
    """Return the answer that a value stands for, or None where there is none."""
    if place in _VALUES:
        return _VALUES[place].get(value)
    text = value.strip()
    return text if text and text_problem(text) is None else None


def _sample(reading: Reading, of: Candidate | None) -> list[Item]:
    """Return where the sample is from and its day, where the report leaves no doubt about which sample it is."""
    if of is None:
        named = [each for each in reading.results if _is_specimen(each)]
        if len(named) != 1:
            return []
        of = Candidate(label_of(named[0].specimen), named[0].when, {})
    found = []
    if of.label and text_problem(of.label) is None:
        found.append(Item("her2.specimen", "her2-details", None, Stand.FOUND, of.label, of.label))
    if of.when is not None and of.when.day != 1:  # a month without a day is read as its first day
        found.append(Item("her2.date", "her2-details", None, Stand.FOUND, of.when, of.when.isoformat()))
    return found


def _is_specimen(result: SpecimenResult) -> bool:
    return result.specimen != _HISTORY and (bool(result.specimen) or result.when is not None)


def label_of(specimen: str) -> str:
    """Return where a sample is from, in the report's own words: no more than that, and no result."""
    words = " ".join(_BEHIND.split(specimen, maxsplit=1)[0].split()).rstrip(" ,;.-(")
    return words if sum(letter.isalpha() for letter in words) >= _FEWEST else ""


def _of_specimen(one: SpecimenResult, among: Sequence[SpecimenResult], reading: Reading) -> Findings:
    """Return what holds for one specimen: its own results, and what the report tells of no specimen in particular.

    Where words without a specimen speak against it, as a later correction does, both are shown and none is offered.
    """
    general = [each for each in reading.results if not _is_specimen(each) and each.specimen != _HISTORY]
    found = dict.fromkeys(ReportField, BLANK)
    for group in GROUPS:
        own = {place: one.findings[place] for place in group if place in one.findings}
        elsewhere = any(place in each.findings for each in among if each is not one for place in group)
        for place in group:
            others = [each.findings[place] for each in general if place in each.findings]
            if own or not elsewhere:
                found[place] = _together([*([own[place]] if place in own else []), *others])
    return sensible(found)


def _together(said: Sequence[Finding]) -> Finding:
    telling = [each for each in said if each.status is not Status.BLANK]
    if not telling:
        return BLANK
    if len({(each.status, each.value) for each in telling}) == 1 and telling[0].status is not Status.CONFLICT:
        return Finding(telling[0].status, telling[0].value, _quotes(telling))
    return Finding(Status.CONFLICT, "", _quotes(telling))


def _quotes(said: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote for each in said for quote in each.quotes))
