"""Reading C-CDA: coded results by the table of codes, and the narrative of each section by the reader of texts.

Parsed by defusedxml; a document type, an entity or an outside reference is refused. No stylesheet is ever applied.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from her2guide.intake.ccda_values import NAMESPACE, code_of, day_of, interpretation_of, name, part, parts, values_of
from her2guide.intake.coded import CodedResult, Concept, one_line
from her2guide.intake.coded_answer import NOT_FINAL, coded_statements, disorder_statements
from her2guide.intake.coded_measure import DoubtError
from her2guide.intake.coded_organ import organ_statements
from her2guide.intake.documents import decoded_document, said
from her2guide.intake.findings import Rank, ReportError, Source, Statement
from her2guide.intake.markup import Lines
from her2guide.intake.pieces import CODED, IN_WORDS, MANY_PEOPLE, Piece, completed
from her2guide.intake.sections import is_history, is_skipped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 100
_STATES = {
    "completed": "final",
    "": "final",
    "active": "waiting",
    "held": "waiting",
    "suspended": "waiting",
    "aborted": "not_done",
    "cancelled": "not_done",
}


def pieces(data: bytes) -> tuple[Piece, ...]:
    """Return what each section of a C-CDA document says. Raises `ReportError`."""
    root = _parsed(data)
    if len(parts(root, "recordTarget")) > 1:
        return (Piece(Source.CCDA, "document", warnings=(MANY_PEOPLE,)),)
    found = [piece for each in _sections(root) for piece in _section(each)]
    found += [_other_body(body, day_of(root)) for body in root.iter(f"{NAMESPACE}nonXMLBody")]
    born = _born(root)
    return tuple(replace(piece, born=born) for piece in completed(found))


def _born(root: "Element") -> str:
    """Return the day of birth of the person the record is about, as digits."""
    time = next(root.iter(f"{NAMESPACE}birthTime"), None)
    return time.get("value", "")[:8] if time is not None else ""


def _parsed(data: bytes) -> "Element":
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        problem = "holds a document type or an entity, which a C-CDA record must not have"
    except (ParseError, ValueError, LookupError):
        problem = "is not valid XML; a C-CDA record is one XML document"
    else:
        if _is_deep(root):
            raise ReportError(f"is nested too deeply; {MAX_DEPTH} levels are allowed")
        if name(root) not in ("ClinicalDocument", "section"):
            raise ReportError("is XML but no C-CDA record; such a record starts with ClinicalDocument")
        return root
    raise ReportError(problem)


def _is_deep(root: "Element") -> bool:
    level, depth = [root], 0
    while level and depth <= MAX_DEPTH:
        level = [inner for each in level for inner in each]
        depth += 1
    return bool(level)


def _sections(root: "Element") -> Iterator["Element"]:
    """Yield the sections that may speak of the tumor, without those inside a section that is not read."""
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if name(each) == "section":
            if is_skipped(code_of(part(each, "code"))):
                continue
            yield each
        waiting += [inner for inner in reversed(each) if name(inner) not in ("text", "entry")]


def _section(section: "Element") -> Iterator[Piece]:
    words = {each.get("ID", ""): _words(each) for each in section.iter() if each.get("ID")}
    results = [_result(each, words) for entry in parts(section, "entry") for each in _observations(entry)]
    days = {each.when for piece in results for each in piece.statements if each.when}
    when = days.pop() if len(days) == 1 else None
    narrative = part(section, "text")
    statements, warnings = ([], []) if narrative is None else said(_words(narrative), when)
    history = is_history(code_of(part(section, "code")))
    for piece in (*results, Piece(Source.CCDA, "section", when, tuple(statements), tuple(warnings))):
        yield _as_history(piece) if history else piece


def _as_history(piece: Piece) -> Piece:
    return replace(piece, statements=tuple(replace(each, rank=Rank.HISTORY) for each in piece.statements))


def _result(observation: "Element", words: dict[str, str]) -> Piece:
    """Return what one observation says."""
    code = code_of(part(observation, "code"), words)
    title = CODED if any(coding.measure for coding in code.codings) else IN_WORDS
    try:
        found = _coded(observation, words)
    except DoubtError as doubt:
        return Piece(Source.CCDA, title, warnings=(str(doubt),))
    warnings = (NOT_FINAL,) if found and _state(observation) == "waiting" else ()
    return Piece(Source.CCDA, title, day_of(observation), tuple(found), warnings)


def _observations(entry: "Element") -> Iterator["Element"]:
    """Yield the results and diagnoses in an entry that were really made of this person."""
    for each in entry.iter(f"{NAMESPACE}observation"):
        if each.get("moodCode", "EVN") == "EVN" and each.get("negationInd") != "true":
            yield each


def _state(observation: "Element") -> str:
    status = part(observation, "statusCode")
    return _STATES.get(status.get("code", "") if status is not None else "", "doubtful")


def _coded(observation: "Element", words: dict[str, str]) -> list[Statement]:
    if _is_nullified(observation):
        return []
    code, values = code_of(part(observation, "code"), words), values_of(observation, words)
    places = [code_of(each, words).name for each in parts(observation, "targetSiteCode")]
    when = day_of(observation)
    if len(values) == 1 and isinstance(values[0], Concept) and _names_a_diagnosis(code):
        found = disorder_statements(CodedResult(values[0], material=" ".join(places), when=when))
        return [replace(each, rank=Rank.HISTORY) for each in found]
    result = CodedResult(
        code=code,
        values=values,
        interpretation=interpretation_of(observation, words),
        method=code_of(part(observation, "methodCode"), words),
        material=" ".join(places),
        specimen=one_line(" ".join(places)),
        when=when,
        state=_state(observation),
    )
    found = coded_statements(result)
    return found + organ_statements(result) if found else []


def _is_nullified(observation: "Element") -> bool:
    status = part(observation, "statusCode")
    return status is not None and status.get("code") == "nullified"


_DIAGNOSIS = frozenset({"29308-4", "282291009", "55607006", "404684003", "64572001", "75326-9", "ASSERTION"})


def _names_a_diagnosis(code: Concept) -> bool:
    """Return whether an observation says what was diagnosed, not what was measured."""
    return any(coding.code in _DIAGNOSIS for coding in code.codings)


def _words(element: "Element") -> str:
    """Return the words of a narrative, a line for each block."""
    found = Lines()
    waiting: list[tuple[str, Element | str]] = [("element", element)]
    while waiting:
        kind, each = waiting.pop()
        if isinstance(each, str):
            found.close(each) if kind == "close" else found.text(each)
            continue
        found.open(name(each))
        found.text(each.text or "")
        waiting.append(("close", name(each)))
        for inner in reversed(each):
            waiting.append(("text", inner.tail or ""))
            waiting.append(("element", inner))
    return found.lines()


def _other_body(body: "Element", when: date | None) -> Piece:
    """Return what a document inside the document says, such as a PDF."""
    words = part(body, "text")
    if words is None or not words.text:
        return Piece(Source.CCDA, "document", when)
    if words.get("representation") == "B64":
        statements, warnings = decoded_document(words.text, when)
    else:
        statements, warnings = said(words.text, when)
    return Piece(Source.CCDA, "document", when, tuple(statements), tuple(warnings))
