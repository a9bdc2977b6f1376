"""Readings for tests, as the reader of reports would make them."""

from her2guide.intake.findings import Finding, Reading, ReportField, Source, SpecimenResult, Status

IHC, STAINING, ISH, RATIO = (
    ReportField.HER2_IHC,
    ReportField.HER2_IHC0_STAINING,
    ReportField.HER2_ISH,
    ReportField.HER2_ISH_RATIO,
)
COPIES, WORDS, ER, PR = (
    ReportField.HER2_COPY_NUMBER,
    ReportField.HER2_STATUS_WORD,
    ReportField.ESTROGEN_RECEPTOR,
    ReportField.PROGESTERONE_RECEPTOR,
)


def found(value: str, *quotes: str) -> Finding:
    return Finding(Status.FOUND, value, quotes or (f"a line with {value}",))


def conflict(*quotes: str) -> Finding:
    return Finding(Status.CONFLICT, "", quotes or ("HER2 1+", "HER2 3+"))


PENDING = Finding(Status.PENDING, "", ("FISH pending",))


def reading(
    chosen: dict[ReportField, Finding] | None = None,
    results: tuple[SpecimenResult, ...] = (),
    warnings: tuple[str, ...] = (),
) -> Reading:
    """Return a reading with these findings; all else is blank."""
    blank = dict.fromkeys(ReportField, Finding(Status.BLANK))
    return Reading(Source.TEXT, {**blank, **(chosen or {})}, results, warnings)
