"""Plain text of a report into statements, and into a reading: the steps in their order."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from her2guide.intake.bind import read
from her2guide.intake.clauses import Clause, clauses, join_wrapped
from her2guide.intake.columns import without_reference_columns
from her2guide.intake.cut import blank, cut
from her2guide.intake.facts import Fact
from her2guide.intake.findings import Kind, Reading, ReportField, Source, Statement
from her2guide.intake.lex import tokens
from her2guide.intake.listed import listed
from her2guide.intake.merge import OF_ISH, choose
from her2guide.intake.names import name_signs, name_tests
from her2guide.intake.normalise import Page, normalise
from her2guide.intake.notices import Notice
from her2guide.intake.organ import organ
from her2guide.intake.rules import headed, rules, without_cut_offs
from her2guide.intake.scope import Scope, read_date, scopes
from her2guide.intake.segments import FOLLOWING, Segment, segments
from her2guide.intake.tables import Row, rows
from her2guide.intake.withdrawn import is_withdrawn

LONGEST = 200_000  # characters, some eighty pages
NEAR, NEAR_LINES = 160, 2  # how far above a value its name may stand to be quoted with it
TOO_LONG = Notice.TOO_LONG


def read_text(text: str, source: Source = Source.TEXT) -> Reading:
    """Return what a report's text says, each field with the lines it came from. Any text will do; none is an error."""
    return choose(statements(text), source, (TOO_LONG,) if len(text) > LONGEST else ())


def statements(text: str, *, when: date | None = None, specimen: str = "") -> tuple[Statement, ...]:
    """Return each thing that a text says of a field. `when` and `specimen` hold where the text tells of none.

    A text too long to be one report gives nothing: what belongs to what cannot be told.
    A text of another organ than the breast gives that one statement and no result; one that leaves it open gives none.
    """
    if len(text) > LONGEST:
        return ()
    page = join_wrapped(name_signs(listed(name_tests(normalise(text)))))
    whole = clauses(page.text)
    page = without_reference_columns(page.small())
    told = headed(page.text, whole)
    page = without_cut_offs(page)
    told += rules(page.text, whole)
    page_cut = cut(page, whole)
    where = organ(page_cut.text, [(clause.start, clause.end) for clause in whole])
    found: list[Statement] = []
    if where.is_breast in {"true", "false"}:
        quote = page.quote(where.start, where.end)
        found.append(Statement(ReportField.IS_BREAST, Kind.RESULT, where.is_breast, quote, specimen, when))
    if where.is_breast in {"false", "unsure"} or is_withdrawn(page.text):
        return tuple(found)
    places = scopes(page, whole, Scope(when=when, specimen=specimen))
    return (*found, *_results(blank(page_cut, told), whole, places))


def _results(page: Page, whole: list[Clause], places: list[Scope]) -> list[Statement]:
    table, taken = rows(page)
    found = _rows(page, table, whole, places)
    held: list[tuple[Segment, Scope]] = []
    before: Segment | None = None
    its_scope, age = Scope(), 0
    before_names: tuple[str, ...] = ()
    for clause, scope in _parts(page.text, whole, places):
        if _inside(clause.start, taken):
            before = None
            continue
        words = tokens(page.text, clause.start, clause.end)
        if before and (age >= FOLLOWING or scope != its_scope or (clause.after_blank and before.valued)):
            before = None
        these, last = segments(page.text, words, before, clause.start, clause.end)
        held += [(segment, scope) for segment in these]
        if _stacked(before_names, these):
            last = None
        before_names = these[-1].names if these and not these[-1].valued else ()
        if last is not None or any(token.kind in {"LABEL", "OTHER"} for token in words):
            before, its_scope, age = last, scope, 0
        else:
            age += 1
    for segment, scope in held:
        found += [_statement(fact, page, scope, segment.start) for fact in _told(segment, page.text, scope)]
    return found


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number >= 0 and place < spans[number][1]


def _stacked(before: tuple[str, ...], these: list[Segment]) -> bool:
    """Return whether names stand one under the other without values: whose the values below are cannot be told."""
    return len(before) == 1 and len(these) == 1 and not these[0].valued and these[0].names != before


def _told(segment: Segment, text: str, scope: Scope) -> list[Fact]:
    """Return the facts of a segment. Beside a gene panel only a gene test that is named as such is one."""
    if scope.other_test:
        return []
    named = any(token.kind == "ISH" for token in segment.tokens)
    return [fact for fact in read(segment, text) if named or not scope.panel or fact.field not in OF_ISH]


def _parts(text: str, whole: list[Clause], places: list[Scope]) -> Iterator[tuple[Clause, Scope]]:
    """Yield the clauses, cut at semicolons."""
    for clause, scope in zip(whole, places, strict=True):
        start, after_blank = clause.start, clause.after_blank
        for piece in text[clause.start : clause.end].split(";"):
            yield Clause(start, start + len(piece), after_blank), scope
            start, after_blank = start + len(piece) + 1, False


def _rows(page: Page, table: list[Row], whole: list[Clause], places: list[Scope]) -> list[Statement]:
    """Return what tables say; a row's own first words name its specimen."""
    found: list[Statement] = []
    starts = [clause.start for clause in whole]
    for row in table:
        scope = places[max(0, bisect_right(starts, row.start) - 1)]
        scope = replace(scope, specimen=row.label or scope.specimen, when=read_date(row.label) or scope.when)
        found += [_statement(fact, page, scope) for segment in row.segments for fact in read(segment, page.text)]
    return found


def _statement(fact: Fact, page: Page, scope: Scope, name: int | None = None) -> Statement:
    """Return the statement of a fact; its quote begins at the name of the receptor if that is not far above."""
    near = name is not None and 0 <= fact.start - name < NEAR and page.text.count("\n", name, fact.start) <= NEAR_LINES
    quote = page.quote(name if near and name is not None else fact.start, fact.end)
    return Statement(fact.field, fact.kind, fact.value, quote, scope.specimen, scope.when, scope.rank)
