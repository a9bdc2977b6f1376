"""What one segment says of the estrogen or the progesterone receptor."""

from her2guide.intake.facts import Fact
from her2guide.intake.findings import Kind, ReportField
from her2guide.intake.lex import Token
from her2guide.intake.segments import Segment

_OF_RECEPTOR = {
    "POSITIVE": "positive",
    "WEAK_POSITIVE": "positive",
    "PLUS": "positive",
    "LOW_POSITIVE": "low_positive",
    "NEGATIVE": "negative",
    "NO_STAINING": "negative",
    "MINUS": "negative",
    "INDETERMINATE": "indeterminate",
}
_RECEPTOR_FIELDS = {
    "ER": (ReportField.ESTROGEN_RECEPTOR, ReportField.ESTROGEN_PERCENT),
    "PR": (ReportField.PROGESTERONE_RECEPTOR, ReportField.PROGESTERONE_PERCENT),
}


def read_receptor(name: str, segment: Segment, place: int, count: int) -> list[Fact]:
    """Return what a segment says of "ER" or "PR", which stands at `place` among `count` receptors named together."""
    status_field, percent_field = _RECEPTOR_FIELDS[name]
    held = segment.tokens
    found = [Fact(status_field, Kind.RESULT, value, t.start, t.end) for t in held if (value := _status_of(t, name))]
    percents = [t for t in held if t.kind == "PERCENT" and t.value]
    if count > 1:
        percents = [percents[place]] if len(percents) == count else []
    if len({t.value for t in percents}) == 1:
        found += [Fact(percent_field, Kind.RESULT, t.value, t.start, t.end) for t in percents]
    statuses = {fact.value for fact in found if fact.field is status_field}
    if not statuses and (implied := _implied(percents, held)):
        found.append(Fact(status_field, Kind.RESULT, *implied))
    if statuses == {"positive", "low_positive"}:
        found = [fact for fact in found if fact.value != "positive"]
    return _agreeing(found, status_field, percent_field) or _open(status_field, held)


def _status_of(token: Token, name: str) -> str:
    value = _OF_RECEPTOR.get(token.kind, "")
    if token.kind == "CROSSES" and int(token.value) > 1:
        value = "positive"
    return "positive" if value == "low_positive" and name == "PR" else value


def _implied(percents: list[Token], held: list[Token]) -> tuple[str, int, int] | None:
    """A bare percentage of 1 or more, or an Allred or Quick score of 3 or more, means positive; 0 means negative."""
    values = {value for t in percents if (value := _meaning(t.value))}
    scores = [t for t in held if t.kind == "ALLRED"]
    values |= {"positive" if int(t.value) >= 3 else "negative" if t.value == "0" else "unsure" for t in scores}
    if len(values) != 1 or "unsure" in values:
        return None
    first = [*percents, *scores][0]
    return values.pop(), first.start, first.end


def _meaning(percent: str) -> str:
    if percent in {"0", "<1"}:
        return "negative"
    if not percent or percent.startswith("<"):
        return ""
    return "positive" if float(percent.lstrip(">").split("-")[0]) >= 1 else "unsure"


def _agreeing(found: list[Fact], status_field: ReportField, percent_field: ReportField) -> list[Fact]:
    """Leave a word and a percentage out that speak against each other."""
    statuses = {fact.value for fact in found if fact.field is status_field}
    percents = [fact.value for fact in found if fact.field is percent_field]
    if len(statuses) != 1 or len(percents) != 1:
        return found
    meaning, least = _meaning(percents[0]), float(percents[0].lstrip("<>").split("-")[0])
    against = (statuses <= {"positive", "low_positive"} and meaning == "negative") or (
        statuses == {"negative"} and meaning == "positive" and least >= 10
    )
    return [] if against else found


def _open(status_field: ReportField, held: list[Token]) -> list[Fact]:
    for token in held:
        if token.kind in {"PENDING", "NOT_DONE"}:
            kind = Kind.PENDING if token.kind == "PENDING" else Kind.NOT_DONE
            return [Fact(status_field, kind, "", token.start, token.end)]
    return []
