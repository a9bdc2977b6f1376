"""From a coded result to statements: the answer must be one, and its code and its words must say the same."""

from collections.abc import Iterable, Iterator

from her2guide.intake.coded import CodedResult, Concept, Number, Pair, one_line, quote, written
from her2guide.intake.coded_measure import MARKER, DoubtError, measure_of
from her2guide.intake.coded_number import (
    ESTROGEN,
    FIELDS,
    NOT_CLEAR,
    PROGESTERONE,
    number_field,
    number_in_words,
)
from her2guide.intake.codes import SCORES, SNOMED_DISORDERS, Answer, Measure
from her2guide.intake.findings import Kind, ReportField, Statement
from her2guide.intake.notices import Notice
from her2guide.intake.text import statements as text_statements
from her2guide.intake.wording import Marker, Method, agree, all_agree, answers, is_ours, markers, methods

ANSWER_DIFFERS = Notice.ANSWER_DIFFERS
TWO_ANSWERS = Notice.TWO_ANSWERS
NOT_FINAL = Notice.NOT_FINAL

_HER2_WORDS = (Answer.ULTRALOW, Answer.LOW, Answer.POSITIVE, Answer.NEGATIVE, Answer.EQUIVOCAL)
_RECEPTOR_WORDS = {
    Answer.LOW_POSITIVE: "low_positive",
    Answer.POSITIVE: "positive",
    Answer.PRESENT: "positive",
    Answer.NEGATIVE: "negative",
    Answer.ABSENT: "negative",
    Answer.INDETERMINATE: "indeterminate",
}
_GENE_WORDS = {
    Answer.AMPLIFIED: "amplified",
    Answer.POSITIVE: "amplified",
    Answer.PRESENT: "amplified",
    Answer.NOT_AMPLIFIED: "not_amplified",
    Answer.NEGATIVE: "not_amplified",
    Answer.ABSENT: "not_amplified",
    Answer.INDETERMINATE: "indeterminate",
}
_PREFIX: dict[Measure, str] = {
    Measure.HER2_WORD: "HER2",
    Measure.HER2_PROTEIN: "HER2 IHC",
    Measure.HER2_GENE: "HER2 FISH",
    Measure.ESTROGEN: "ER",
    Measure.ESTROGEN_CELLS: "ER",
    Measure.PROGESTERONE: "PR",
    Measure.PROGESTERONE_CELLS: "PR",
}


def coded_statements(result: CodedResult) -> list[Statement]:
    """Return what one coded result says. Raises `DoubtError` where it cannot be used."""
    measure = measure_of(result)
    if measure in (Measure.UNUSED, Measure.PANEL):
        return []
    if measure is None:
        return _narrative(result)
    if len(result.values) > 1:
        raise DoubtError(TWO_ANSWERS)
    if result.state in ("waiting", "doubtful", "not_done"):
        return _without_answer(result, measure)
    if measure is Measure.NAMED:
        return _in_words(result)
    return [_statement(result, *said) for said in _said(result, measure)]


def disorder_statements(result: CodedResult) -> list[Statement]:
    """Return what the name of a diagnosis says of markers and organ. Raises `DoubtError` where code and name differ."""
    found: list[Statement] = []
    names = result.code.names
    for coding in result.code.codings:
        if coding.misplaced and is_ours(" ".join(names)):
            raise DoubtError(ANSWER_DIFFERS)
        if coding.is_snomed and coding.code in SNOMED_DISORDERS:
            measure, answer = SNOMED_DISORDERS[coding.code]
            for name in names:
                said, _ = answers(name)
                if MARKER[measure] not in markers(name) or not said or not all(agree(answer, each) for each in said):
                    raise DoubtError(ANSWER_DIFFERS)
    for name in (*names, result.material):
        found += text_statements(one_line(name), when=result.when, specimen=result.specimen) if name else ()
    return found


def _narrative(result: CodedResult) -> list[Statement]:
    """Return what the words of a result say whose name is about none of our tests: a comment, a report in words."""
    if any(Method.UNFIT in methods(name) for name in (*result.code.names, *result.method.names, result.material)):
        return []
    found: list[Statement] = []
    for value in result.values:
        if isinstance(value, str) and len(result.values) == 1 and result.state == "final":
            found += text_statements(value, when=result.when, specimen=result.specimen)
    return found


def _statement(result: CodedResult, field: ReportField, value: str, kind: Kind = Kind.RESULT) -> Statement:
    return Statement(field, kind, value, quote(result), result.specimen, result.when, result.rank)


def _without_answer(result: CodedResult, measure: Measure) -> list[Statement]:
    """Return a test that has no final answer as pending or not done."""
    if measure is Measure.NAMED:
        measure = _named_measure(result)
    kind = Kind.NOT_DONE if result.state == "not_done" else Kind.PENDING
    wanted = {ReportField.HER2_IHC, ReportField.HER2_ISH, ESTROGEN[0], PROGESTERONE[0]}
    return [_statement(result, each, "", kind) for each in FIELDS[measure] if each in wanted]


def _named_measure(result: CodedResult) -> Measure:
    spoken = frozenset().union(*(markers(name) for name in result.code.names))
    if Marker.ESTROGEN in spoken:
        return Measure.ESTROGEN
    if Marker.PROGESTERONE in spoken:
        return Measure.PROGESTERONE
    said = frozenset().union(*(methods(name) for name in (*result.code.names, *result.method.names)))
    if Method.PROTEIN in said:
        return Measure.HER2_PROTEIN
    return Measure.HER2_GENE if Method.GENE in said else Measure.HER2_WORD


def _in_words(result: CodedResult) -> list[Statement]:
    """Return what name and answer say together, read as a line of a report."""
    measure = _named_measure(result)
    name = max(result.code.names, key=lambda each: bool(markers(each)))
    method = next((each for each in result.method.names if methods(each)), "")
    line = f"{name} {f'({method})' if method else ''}".strip()
    of_name = _read(line, result, measure)  # "percent positive", "cells that are 3+": no answers
    found: list[Statement] = []
    for value in result.values:
        words = written(value)
        if isinstance(value, Concept):
            _checked(value, measure)
            if not all_agree(frozenset().union(*(answers(each)[0] for each in value.names))):
                raise DoubtError(ANSWER_DIFFERS)
            words = value.name
        found += [each for each in _read(f"{line}: {words}", result, measure) if each not in of_name]
    if of_name and not found:
        raise DoubtError(NOT_CLEAR)
    return found


def _read(line: str, result: CodedResult, measure: Measure) -> list[Statement]:
    """Return what the reader of texts makes of a line, as far as it is about what was measured."""
    read = text_statements(line, when=result.when, specimen=result.specimen)
    return [_statement(result, each.field, each.value, each.kind) for each in read if each.field in FIELDS[measure]]


def _said(result: CodedResult, measure: Measure) -> Iterator[tuple[ReportField, str] | tuple[ReportField, str, Kind]]:
    """Yield field and value of what a result with a known code says."""
    flags = _flags(result)
    if not result.values:
        yield from _fields(measure, flags)
        return
    (value,) = result.values
    match value:
        case Number() | Pair():
            yield from number_field(measure, value)
            yield from _fields(measure, flags)
        case Concept() | str():
            concept = value if isinstance(value, Concept) else Concept(text=value)
            if (number := number_in_words(measure, concept)) is not None:
                yield number
                yield from _fields(measure, flags)
                return
            said, read = _answer(concept, result, measure)
            if not all_agree(said | flags):
                raise DoubtError(ANSWER_DIFFERS)
            done = list(_fields(measure, said | flags))
            if not done and not read:
                raise DoubtError(NOT_CLEAR)
            yield from done
            known = {field for field, _ in done}
            yield from ((each.field, each.value, each.kind) for each in read if each.field not in known)


def _flags(result: CodedResult) -> frozenset[Answer]:
    """Return what the interpretation says, as far as it is positive or negative. Raises `DoubtError`."""
    found = {coding.answer for concept in result.interpretation for coding in concept.codings}
    said = frozenset(answer for answer in found if answer in (Answer.POSITIVE, Answer.NEGATIVE))
    for concept in result.interpretation:
        words = frozenset().union(*(answers(name)[0] for name in concept.names))
        if any(not agree(one, other) for one in said for other in words):
            raise DoubtError(ANSWER_DIFFERS)
    if len(said) > 1:
        raise DoubtError(ANSWER_DIFFERS)
    return said


def _checked(concept: Concept, measure: Measure) -> frozenset[Answer]:
    """Return what the codes of an answer say; each name must agree with them. Raises `DoubtError`."""
    if any(coding.misplaced or (coding.claims_loinc and not coding.is_loinc) for coding in concept.codings):
        raise DoubtError(ANSWER_DIFFERS)
    if not frozenset().union(*(markers(name) for name in concept.names)) <= {MARKER[measure]}:
        raise DoubtError(ANSWER_DIFFERS)
    said = frozenset(coding.answer for coding in concept.codings if coding.answer)
    if said and not concept.names:
        raise DoubtError(NOT_CLEAR)
    for coding in concept.codings:
        disorder = SNOMED_DISORDERS.get(coding.code) if coding.is_snomed else None
        if disorder and MARKER[disorder[0]] is not MARKER[measure]:
            raise DoubtError(ANSWER_DIFFERS)
        if coding.answer in SCORES and coding.display and not _names_score(coding.answer, coding.display):
            raise DoubtError(ANSWER_DIFFERS)
    for name in concept.names if said else ():
        words, _ = answers(name)
        if not words or not all_agree(words | said):
            raise DoubtError(ANSWER_DIFFERS)
    return said


def _names_score(score: Answer, display: str) -> bool:
    words, _ = answers(display)
    return score in words or (
        score is Answer.SCORE_1 and words <= {Answer.PLUS, Answer.PRESENT} and Answer.PLUS in words
    )


def _answer(concept: Concept, result: CodedResult, measure: Measure) -> tuple[frozenset[Answer], list[Statement]]:
    """Return what an answer says, and what the reader of texts found in words that say more than that."""
    said, read = _checked(concept, measure), list[Statement]()
    if not all_agree(frozenset().union(*(answers(name)[0] for name in concept.names))):
        raise DoubtError(ANSWER_DIFFERS)
    for name in concept.names:
        words, is_all = answers(name)
        if is_all:
            said |= words
        elif measure in _PREFIX:
            told = _read(f"{_PREFIX[measure]}: {name}", result, measure)
            if words and not told:  # "0-3+" names a scale: words about an answer are none
                raise DoubtError(ANSWER_DIFFERS)
            read += told
    if not all_agree(said):
        raise DoubtError(ANSWER_DIFFERS)
    return said, read


def _fields(measure: Measure, said: Iterable[Answer]) -> Iterator[tuple[ReportField, str]]:
    """Yield the fields that an answer fills for what was measured."""
    found = set(said)
    if measure in (Measure.HER2_PROTEIN, Measure.HER2_WORD, Measure.HER2_ASSAY):
        if measure is not Measure.HER2_ASSAY:
            yield from ((ReportField.HER2_IHC, score.value) for score in SCORES if score in found)
        if measure is Measure.HER2_PROTEIN and Answer.INDETERMINATE in found:
            yield ReportField.HER2_IHC, "indeterminate"
        yield from ((ReportField.HER2_STATUS_WORD, word.value) for word in _HER2_WORDS if word in found)
    elif measure in (Measure.HER2_GENE, Measure.HER2_RATIO):
        yield from ((ReportField.HER2_ISH, value) for value in _values(_GENE_WORDS, found))
    elif measure is not Measure.HER2_COPIES:
        receptor, words = FIELDS[measure][0], dict(_RECEPTOR_WORDS)
        if receptor is ReportField.PROGESTERONE_RECEPTOR:
            del words[Answer.LOW_POSITIVE]
        yield from ((receptor, value) for value in _values(words, found))


def _values(words: dict[Answer, str], found: set[Answer]) -> list[str]:
    """Return the one value that the answers mean, or none."""
    values = list(dict.fromkeys(words[answer] for answer in words if answer in found))
    return values if len(values) == 1 else values[:1] if "low_positive" in values else []
