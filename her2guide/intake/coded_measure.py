"""Which test a coded result is of: code, names, method and material must all say the same, or it is in doubt."""

from her2guide.intake.coded import CodedResult, Coding
from her2guide.intake.codes import Measure
from her2guide.intake.notices import Notice
from her2guide.intake.wording import OURS, Marker, Method, general, markers, methods

MARKER: dict[Measure, Marker] = {
    Measure.HER2_WORD: Marker.HER2,
    Measure.HER2_PROTEIN: Marker.HER2,
    Measure.HER2_ASSAY: Marker.HER2,
    Measure.HER2_GENE: Marker.HER2,
    Measure.HER2_RATIO: Marker.HER2,
    Measure.HER2_COPIES: Marker.HER2,
    Measure.ESTROGEN: Marker.ESTROGEN,
    Measure.ESTROGEN_CELLS: Marker.ESTROGEN,
    Measure.PROGESTERONE: Marker.PROGESTERONE,
    Measure.PROGESTERONE_CELLS: Marker.PROGESTERONE,
}
_BY_GENE = frozenset({Measure.HER2_GENE, Measure.HER2_RATIO, Measure.HER2_COPIES})

NAME_DIFFERS = Notice.NAME_DIFFERS
NO_NAME = Notice.NO_NAME
NOT_A_CODE = Notice.NOT_A_CODE
IN_BLOOD = Notice.IN_BLOOD


class DoubtError(Exception):
    """A coded result cannot be used. `str()` is the warning."""


def measure_of(result: CodedResult) -> Measure | None:
    """Return what a coded result measures, or None when it is none of our tests. Raises `DoubtError`."""
    names, known = result.code.names, [coding for coding in result.code.codings if coding.measure]
    spoken = frozenset().union(*(markers(name) for name in names))
    if not known and spoken.isdisjoint(OURS):
        if any(coding.misplaced for coding in result.code.codings):
            raise DoubtError(NOT_A_CODE)
        return None
    measures = {coding.measure for coding in known if coding.measure}
    if Measure.BLOOD in measures or _unfit(result):
        raise DoubtError(IN_BLOOD)
    if any(_unusable(coding) for coding in result.code.codings):
        raise DoubtError(NOT_A_CODE)
    if not known:
        return _named(names)
    if measures in ({Measure.UNUSED}, {Measure.PANEL}):
        return measures.pop()
    return _agreed(result, known, measures)


def _unfit(result: CodedResult) -> bool:
    words = (*result.code.names, *result.method.names, result.material)
    return any(Method.UNFIT in methods(name) for name in words)


def _unusable(coding: Coding) -> bool:
    """Return whether a code cannot be checked: no system, a wrong one, or unknown in the system it claims."""
    if not coding.code:
        return False
    return not coding.system or coding.misplaced or (coding.claims_loinc and coding.measure is None)


def _named(names: tuple[str, ...]) -> Measure | None:
    """Return NAMED where each name is about one and the same marker of ours."""
    spoken = [markers(name) - {Marker.CHROMOSOME_17} for name in names]
    about = {found for found in spoken if found}
    if len(about) == 1 and len(next(iter(about))) == 1:
        return Measure.NAMED
    if Marker.OTHER in frozenset().union(*about) or len(about) > 1:
        raise DoubtError(NAME_DIFFERS)
    return None  # a group such as "ER, PR and HER2": its parts or its text say more


def _agreed(result: CodedResult, known: list[Coding], measures: set[Measure]) -> Measure:
    names = result.code.names
    if not names:
        raise DoubtError(NO_NAME)
    if len(measures) > 1:
        measures = measures - {Measure.HER2_WORD}  # the code beside it tells the method
    if len(measures) != 1 or next(iter(measures)) not in MARKER:
        raise DoubtError(NAME_DIFFERS)
    measure = _with_method(measures.pop(), (*names, *result.method.names))
    if any(coding.display and not _fits(measure, coding.display) for coding in known):
        raise DoubtError(NAME_DIFFERS)
    others = [name for name in names if name not in {coding.display for coding in known}]
    if any(not _fits(measure, name) if markers(name) else not general(name) for name in others):
        raise DoubtError(NAME_DIFFERS)
    if not any(MARKER[measure] in markers(name) for name in names):
        raise DoubtError(NO_NAME)
    return measure


def _with_method(measure: Measure, names: tuple[str, ...]) -> Measure:
    """Return the measure, made exact where the code leaves the method open and a name tells it. Raises `DoubtError`."""
    said = frozenset().union(*(methods(name) for name in names))
    if {Method.PROTEIN, Method.GENE} <= said:
        raise DoubtError(NAME_DIFFERS)
    if measure is Measure.HER2_WORD:
        by_name = {Method.PROTEIN: Measure.HER2_PROTEIN, Method.GENE: Measure.HER2_GENE}
        return next((by_name[method] for method in by_name if method in said), measure)
    wrong = Method.PROTEIN if measure in _BY_GENE else Method.GENE
    if wrong in said:
        raise DoubtError(NAME_DIFFERS)
    return measure


def _fits(measure: Measure, name: str) -> bool:
    """Return whether a name can stand for the measure: its marker and no other."""
    spoken, own = markers(name), MARKER[measure]
    if measure is Measure.HER2_RATIO:
        return own in spoken and spoken <= {own, Marker.CHROMOSOME_17} and ("ratio" in name.lower() or len(spoken) > 1)
    return spoken == {own}
