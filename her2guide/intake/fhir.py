"""Reading FHIR R4 JSON: coded results by the table of codes, and every report in words by the reader of texts.

A bundle, one resource, or one resource a line. What was entered in error, cancelled or replaced says nothing; what is
not final says only that a result is to come.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from her2guide.intake.attachments import attached, narrative
from her2guide.intake.coded import CodedResult, component, one_line
from her2guide.intake.coded_answer import NOT_FINAL, coded_statements, disorder_statements
from her2guide.intake.coded_measure import DoubtError
from her2guide.intake.coded_organ import organ_statements
from her2guide.intake.documents import said
from her2guide.intake.fhir_book import Book, Resource
from her2guide.intake.fhir_values import concept, concepts, day, mapping, text, values
from her2guide.intake.findings import Kind, Rank, Source, Statement
from her2guide.intake.pieces import CODED, IN_WORDS, MANY_PEOPLE, RESULTS, Piece, completed
from her2guide.intake.record_json import items, resources
from her2guide.intake.sections import is_skipped
from her2guide.intake.text import statements as text_statements
from her2guide.intake.withdrawn import is_withdrawn
from her2guide.intake.wording import is_ours

_STATES = {
    "final": ("final", Rank.FIRST),
    "": ("final", Rank.FIRST),
    "appended": ("final", Rank.ADDENDUM),
    "amended": ("final", Rank.AMENDED),
    "corrected": ("final", Rank.AMENDED),
    "registered": ("waiting", Rank.FIRST),
    "preliminary": ("doubtful", Rank.FIRST),
    "partial": ("doubtful", Rank.FIRST),
    "cancelled": ("not_done", Rank.FIRST),
}
_CANCELLED = frozenset({"cancelled", "entered-in-error", "superseded"})


def pieces(written: str) -> tuple[Piece, ...]:
    """Return what each result and report of a FHIR file says. Raises `ReportError`."""
    return pieces_of_resources(resources(written))


def pieces_of_resources(found_resources: list[Resource]) -> tuple[Piece, ...]:
    """Return what each result and report among the resources of one person says."""
    book = Book(found_resources)
    if book.holds_many_people():
        return (Piece(Source.FHIR, "records", warnings=(MANY_PEOPLE,)),)
    found = [piece for kind, read in _READERS.items() for each in book.of_type(*kind) for piece in read(each, book)]
    days = {text(each.get("birthDate")).replace("-", "") for each in book.of_type("Patient")} - {""}
    born = days.pop() if len(days) == 1 else ""
    return tuple(replace(piece, born=born) for piece in completed(_with_plain_specimens(found)))


def _with_plain_specimens(found: list[Piece]) -> list[Piece]:
    """Return the pieces; where all are of one specimen, its name is not needed to tell it apart."""
    names = {each.specimen for piece in found for each in piece.statements if piece.title in RESULTS} - {""}
    if len(names) > 1:
        return found
    return [
        replace(piece, statements=tuple(replace(each, specimen="") for each in piece.statements))
        if piece.title in RESULTS
        else piece
        for piece in found
    ]


def _observation(resource: Resource, book: Book) -> Iterator[Piece]:
    status = text(resource.get("status"))
    taken_back = any(is_withdrawn(text(note.get("text"))) for note in items(resource.get("note")))
    if status not in _STATES or taken_back:
        if is_ours(" ".join(concept(resource.get("code")).names)):
            yield Piece(Source.FHIR, CODED, warnings=(NOT_FINAL,))
        return
    whole = _result(resource, book)
    parts = [component(whole, _part(each)) for each in items(resource.get("component"))]
    statements: list[Statement] = []
    warnings: list[str] = []
    for result in (whole, *(_named_by(whole, part) for part in parts)):
        try:
            statements += coded_statements(result)
        except DoubtError as doubt:
            warnings.append(str(doubt))
    if whole.state == "doubtful" and statements:
        warnings.append(NOT_FINAL)
    if whole.state == "final" and not warnings:
        for note in items(resource.get("note")):
            statements += text_statements(text(note.get("text")), when=whole.when, specimen=whole.specimen)
    try:
        statements += organ_statements(whole) if statements else []
    except DoubtError as doubt:
        statements, warnings = [], [str(doubt)]
    if statements or warnings:
        coded = any(coding.measure for result in (whole, *parts) for coding in result.code.codings)
        yield Piece(Source.FHIR, CODED if coded else IN_WORDS, whole.when, tuple(statements), tuple(warnings))


def _result(resource: Resource, book: Book) -> CodedResult:
    state, rank = _STATES[text(resource.get("status"))]
    reason = {coding.code for coding in concept(resource.get("dataAbsentReason")).codings}
    if state == "final" and "not-performed" in reason:
        state = "not_done"
    specimen = book.linked(resource.get("specimen"), resource)
    places = (resource.get("bodySite"), specimen.get("type"), mapping(specimen.get("collection")).get("bodySite"))
    material = [concept(place).name for place in places]
    material.append(text(mapping(resource.get("specimen")).get("display")))
    site = concept(resource.get("bodySite")).name
    label = site or text(mapping(resource.get("specimen")).get("reference")) or material[-1]
    collected = mapping(specimen.get("collection"))
    return CodedResult(
        code=concept(resource.get("code")),
        values=values(resource),
        interpretation=concepts(resource.get("interpretation")),
        method=concept(resource.get("method")),
        material=" ".join(word for word in material if word),
        specimen=one_line(label),
        when=_day(collected, "collectedDateTime", "collectedPeriod") or _when(resource),
        rank=rank,
        state=state,
    )


def _part(resource: Resource) -> CodedResult:
    return CodedResult(
        code=concept(resource.get("code")),
        values=values(resource),
        interpretation=concepts(resource.get("interpretation")),
    )


def _named_by(whole: CodedResult, part: CodedResult) -> CodedResult:
    """Return a part; one whose own name tells no test is read under the name of the whole, as in "HER2 IHC: score"."""
    names = part.code.names
    if any(is_ours(name) for name in names) or any(coding.measure for coding in part.code.codings):
        return part
    if not is_ours(whole.code.name) or not names:
        return part
    return replace(part, code=replace(part.code, codings=(), text=f"{whole.code.name} {names[0]}"))


def _when(resource: Resource) -> date | None:
    return _day(resource, "effectiveDateTime", "effectivePeriod", "effectiveInstant", "issued")


def _day(resource: Resource, *keys: str) -> date | None:
    """Return the first day that one of the keys names; a period is named by its start."""
    for key in keys:
        value = resource.get(key)
        found = day(mapping(value).get("start")) if isinstance(value, dict) else day(value)
        if found:
            return found
    return None


def _report(resource: Resource, book: Book) -> Iterator[Piece]:
    state, rank = _STATES.get(text(resource.get("status")), ("doubtful", Rank.FIRST))
    if state != "final":
        told = (NOT_FINAL,) if state == "doubtful" else ()
        yield Piece(Source.FHIR, "pathology report", _when(resource), warnings=told)
        return
    when, statements, warnings = _when(resource), list[Statement](), list[str]()
    if conclusion := text(resource.get("conclusion")):
        more, problems = said(conclusion, when)
        statements += more
        warnings += problems
    for code in concepts(resource.get("conclusionCode")):
        try:
            statements += disorder_statements(CodedResult(code, when=when))
        except DoubtError as doubt:
            warnings.append(str(doubt))
    for form in items(resource.get("presentedForm")):
        more, problems = attached(form, resource, book, when)
        statements += more
        warnings += problems
    if not statements or text(mapping(resource.get("text")).get("status")) in ("additional", "extensions"):
        more, problems = narrative(resource.get("text"), when)
        statements += more
        warnings += problems
    yield Piece(Source.FHIR, "pathology report", when, _ranked(statements, rank), tuple(warnings))


def _ranked(statements: list[Statement], rank: Rank) -> tuple[Statement, ...]:
    """Return statements of a document that as a whole adds to or replaces an earlier one."""
    return tuple(each if each.rank is Rank.HISTORY else replace(each, rank=max(each.rank, rank)) for each in statements)


def _document(resource: Resource, book: Book) -> Iterator[Piece]:
    if text(resource.get("status")) in _CANCELLED:
        return
    when = _day(mapping(resource.get("context")), "period") or _day(resource, "date", "created")
    if text(resource.get("docStatus")) == "preliminary":
        yield Piece(Source.FHIR, "document", when, warnings=(NOT_FINAL,))
        return
    rank = Rank.AMENDED if text(resource.get("docStatus")) == "amended" else Rank.FIRST
    statements, warnings = list[Statement](), list[str]()
    for content in items(resource.get("content")):
        more, problems = attached(mapping(content.get("attachment")), resource, book, when)
        statements += more
        warnings += problems
    yield Piece(Source.FHIR, "document", when, _ranked(statements, rank), tuple(warnings))


def _composition(resource: Resource, _: Book) -> Iterator[Piece]:
    when = _day(resource, "date")
    if text(resource.get("status")) == "preliminary":
        yield Piece(Source.FHIR, "document", when, warnings=(NOT_FINAL,))
        return
    statements, warnings = list[Statement](), list[str]()
    waiting = items(resource.get("section"))[::-1]
    while waiting:
        section = waiting.pop()
        if is_skipped(concept(section.get("code"))):
            continue
        more, problems = narrative(section.get("text"), when)
        statements += more
        warnings += problems
        waiting += items(section.get("section"))[::-1]
    yield Piece(Source.FHIR, "document", when, tuple(statements), tuple(warnings))


def _condition(resource: Resource, _: Book) -> Iterator[Piece]:
    verified = {coding.code for coding in concept(resource.get("verificationStatus")).codings}
    if not verified.isdisjoint({"refuted", "entered-in-error", "differential"}):
        return
    when = _day(resource, "recordedDate", "onsetDateTime")
    sites = " ".join(site.name for site in concepts(resource.get("bodySite")))
    try:
        found = disorder_statements(CodedResult(concept(resource.get("code")), material=sites))
    except DoubtError as doubt:
        yield Piece(Source.FHIR, "diagnosis", when, warnings=(str(doubt),))
        return
    statements = tuple(replace(each, rank=Rank.HISTORY) for each in found)
    yield Piece(Source.FHIR, "diagnosis", when, statements)


def _order(resource: Resource, _: Book) -> Iterator[Piece]:
    """Yield a test that was ordered and has no result here."""
    if text(resource.get("status")) != "active" or text(resource.get("intent")) not in ("order", "original-order", ""):
        return
    when = _day(resource, "authoredOn")
    try:
        found = coded_statements(CodedResult(concept(resource.get("code")), when=when, state="waiting"))
    except DoubtError:
        return
    statements = tuple(each for each in found if each.kind is Kind.PENDING)
    yield Piece(Source.FHIR, "order", when, statements)


_Reader = Callable[[Resource, Book], Iterator[Piece]]
_READERS: dict[tuple[str, ...], _Reader] = {
    ("DiagnosticReport",): _report,
    ("Observation",): _observation,
    ("DocumentReference",): _document,
    ("Composition",): _composition,
    ("Condition",): _condition,
    ("ServiceRequest",): _order,
}
