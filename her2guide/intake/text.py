"""Plain text of a report into statements, and into a reading: the steps in their order."""

from datetime import date

from her2guide.intake.bind import Fact, read
from her2guide.intake.clauses import Clause, clauses, join_wrapped
from her2guide.intake.cut import cut
from her2guide.intake.findings import Kind, Reading, ReportField, Source, Statement
from her2guide.intake.lex import tokens
from her2guide.intake.merge import choose
from her2guide.intake.names import name_tests
from her2guide.intake.normalise import Page, normalise
from her2guide.intake.organ import organ
from her2guide.intake.scope import Scope, scopes
from her2guide.intake.segments import FOLLOWING, Segment, segments


def read_text(text: str, source: Source = Source.TEXT) -> Reading:
    """Return what a report's text says, each field with the lines it came from. Any text will do; none is an error."""
    return choose(statements(text), source)


def statements(text: str, *, when: date | None = None, specimen: str = "") -> tuple[Statement, ...]:
    """Return each thing that a text says of a field. `when` and `specimen` hold where the text tells of none.

    A text of another organ than the breast gives that one statement and no result.
    """
    page = join_wrapped(name_tests(normalise(text)))
    whole = clauses(page.text)
    page_cut = cut(page, whole)
    where = organ(page_cut.text, [(clause.start, clause.end) for clause in whole])
    found: list[Statement] = []
    if where.is_breast:
        quote = page.quote(where.start, where.end)
        found.append(Statement(ReportField.IS_BREAST, Kind.RESULT, where.is_breast, quote, specimen, when))
    if where.is_breast == "false":
        return tuple(found)
    places = scopes(page.text, whole, Scope(when=when, specimen=specimen))
    return (*found, *_results(page_cut, whole, places))


def _results(page: Page, whole: list[Clause], places: list[Scope]) -> list[Statement]:
    found: list[Statement] = []
    before: Segment | None = None
    age = 0
    for clause, scope in zip(whole, places, strict=True):
        words = tokens(page.text, clause.start, clause.end)
        if (clause.after_blank and before is not None and before.valued) or age >= FOLLOWING:
            before = None
        these = segments(page.text, words, before, clause.start, clause.end)
        if not scope.other_test:
            found += [_statement(fact, page, scope) for segment in these for fact in read(segment, page.text)]
        before, age = (these[-1], 0) if these else (before, age + 1)
        if any(token.kind in {"LABEL", "OTHER"} for token in words) and not these:
            before = None
    return found


def _statement(fact: Fact, page: Page, scope: Scope) -> Statement:
    quote = page.quote(fact.start, fact.end)
    return Statement(fact.field, fact.kind, fact.value, quote, scope.specimen, scope.when, scope.rank)
