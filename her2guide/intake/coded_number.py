"""Numbers in coded results: a ratio, copies, percent of cells. Kept as written, never computed with."""

import re
from collections.abc import Iterator

from her2guide.intake.coded import Concept, Number, Pair
from her2guide.intake.coded_measure import DoubtError
from her2guide.intake.codes import Measure
from her2guide.intake.findings import ReportField
from her2guide.intake.notices import Notice

NOT_CLEAR = Notice.NOT_CLEAR

ESTROGEN = (ReportField.ESTROGEN_RECEPTOR, ReportField.ESTROGEN_PERCENT)
PROGESTERONE = (ReportField.PROGESTERONE_RECEPTOR, ReportField.PROGESTERONE_PERCENT)
_PROTEIN = (ReportField.HER2_IHC, ReportField.HER2_IHC0_STAINING, ReportField.HER2_STATUS_WORD)
_GENE = (
    ReportField.HER2_ISH,
    ReportField.HER2_ISH_RATIO,
    ReportField.HER2_COPY_NUMBER,
    ReportField.HER2_ISH_GROUP,
)
FIELDS: dict[Measure, tuple[ReportField, ...]] = {
    Measure.HER2_WORD: (*_PROTEIN, *_GENE),
    Measure.HER2_PROTEIN: _PROTEIN,
    Measure.HER2_ASSAY: (ReportField.HER2_STATUS_WORD,),
    Measure.HER2_GENE: _GENE,
    Measure.HER2_RATIO: _GENE,
    Measure.HER2_COPIES: (ReportField.HER2_COPY_NUMBER,),
    Measure.ESTROGEN: ESTROGEN,
    Measure.ESTROGEN_CELLS: ESTROGEN,
    Measure.PROGESTERONE: PROGESTERONE,
    Measure.PROGESTERONE_CELLS: PROGESTERONE,
}
DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})?")
_COUNT = re.compile(r"(?:1|#|[{(]?[a-z2 /]*(?:ratio|copies|copy number|signals?)[a-z0-9 /{}.]*[)}]?)?", re.IGNORECASE)
_PERCENT_TEXT = re.compile(r"\s*(<=?|>=?|[<>≤≥])?\s*(\d{1,3}(?:\.\d{1,2})?)\s*(?:-\s*(\d{1,3}))?\s*%?\s*")
_RATIO_TEXT = re.compile(r"\s*(\d{1,2}(?:\.\d{1,3})?)\s*(?:(?::|/)\s*1(?:\.0+)?)?\s*")


def number_in_words(measure: Measure, concept: Concept) -> tuple[ReportField, str] | None:
    """Return a number that stands in an answer's words and is all they say."""
    if concept.codings or not concept.text:
        return None
    if measure in (Measure.HER2_RATIO, Measure.HER2_COPIES):
        pattern = _RATIO_TEXT if measure is Measure.HER2_RATIO else re.compile(rf"\s*({DECIMAL.pattern})\s*")
        if found := pattern.fullmatch(concept.text):
            field = ReportField.HER2_ISH_RATIO if measure is Measure.HER2_RATIO else ReportField.HER2_COPY_NUMBER
            return field, found.group(1)
    cells = measure in (Measure.ESTROGEN_CELLS, Measure.PROGESTERONE_CELLS)
    if cells and (found := _PERCENT_TEXT.fullmatch(concept.text)):
        bound, first, second = found.groups()
        if bound and second:
            return None
        if max(float(first), float(second or 0)) <= 100:
            return FIELDS[measure][1], f"{bound or ''}{first}{f'-{second}' if second else ''}"
    return None


def number_field(measure: Measure, value: Number | Pair) -> Iterator[tuple[ReportField, str]]:
    """Yield the field that a number fills. Raises `DoubtError` where a number is no answer to what was measured."""
    cells = measure in (Measure.ESTROGEN_CELLS, Measure.PROGESTERONE_CELLS)
    if cells or (measure in (Measure.ESTROGEN, Measure.PROGESTERONE) and _is_percent(value)):
        yield FIELDS[measure][1], _percent(value)
    elif measure is Measure.HER2_RATIO:
        yield ReportField.HER2_ISH_RATIO, _ratio(value)
    elif measure is Measure.HER2_COPIES and isinstance(value, Number):
        yield ReportField.HER2_COPY_NUMBER, _plain(value)
    else:
        raise DoubtError(NOT_CLEAR)


def _is_percent(value: Number | Pair) -> bool:
    return isinstance(value, Number) and value.unit.strip() == "%"


def _plain(value: Number) -> str:
    """Return a number that stands for itself: no bound, a size that such a test can give."""
    if value.bound or not DECIMAL.fullmatch(value.written) or not _COUNT.fullmatch(value.unit.strip()):
        raise DoubtError(NOT_CLEAR)
    if not 0 < float(value.written) < 100:
        raise DoubtError(NOT_CLEAR)
    return value.written


def _ratio(value: Number | Pair) -> str:
    if isinstance(value, Number):
        return _plain(value)
    if value.is_range or _plain(value.second) not in ("1", "1.0", "1.00"):
        raise DoubtError(NOT_CLEAR)  # a division of counts is not what was printed
    return _plain(value.first)


def _percent(value: Number | Pair) -> str:
    numbers = (value,) if isinstance(value, Number) else (value.first, value.second)
    for number in numbers:
        if not DECIMAL.fullmatch(number.written) or float(number.written) > 100:
            raise DoubtError(NOT_CLEAR)
        if number.unit.strip().lower() not in ("%", "", "percent", "{percent}", "% cells", "%{cells}"):
            raise DoubtError(NOT_CLEAR)
    if isinstance(value, Number):
        if not value.unit and 0 < float(value.written) <= 1:
            raise DoubtError(NOT_CLEAR)  # 0.85 without a sign can mean 85 of 100
        return f"{value.bound}{value.written}"
    if value.is_range and not value.first.bound and not value.second.bound:
        return f"{value.first.written}-{value.second.written}"
    if value.second.written == "100" and not value.first.bound and not value.second.bound:
        return value.first.written
    raise DoubtError(NOT_CLEAR)
