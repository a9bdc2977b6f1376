"""Rules that a text tells: criteria, definitions, examples, cut-offs. They hold words of results and are none."""

import re

from her2guide.intake.clauses import Clause
from her2guide.intake.cut import blank
from her2guide.intake.names import RECEPTORS
from her2guide.intake.normalise import Page
from her2guide.intake.patterns import small

MOST_LINES = 16  # how far the rows under a heading may reach

_EDGE = r"[\s#*=\-(\[>\d.]{0,10}"
_HEADING = small(
    rf"{_EDGE}(?:(?:(?:[a-z/]{{1,14}} ){{0,2}}eligib\w{{2,6}}|thresholds?|cut-?off|cut-?offs|cut-?points?|inclusion|exclusion|definitions?|legends?|examples?|template|guidelines?|glossary|treatment options?"
    r"|(?:\w{1,14} )?criteria|sample (?:report|results?|text)|criteres?|definition|legende|seuils?|exemples?|modele|kriterien|grenzwerte?|schwellenwerte?|beispiele?|vorlage"
    r"|criterios|definicion|leyenda|umbral(?:es)?|ejemplos?|plantilla)(?: [a-z/\d]{1,14}){0,3}|key|cle|clave)\s?(?::|-\s|\n|$)"
)
# A heading after which results come again, in the line of a rule.
_RESULTS = small(
    r"\s{0,4}(?:(?:final|patient'?s?|this|test|your) )?(?:results?|diagnos[ei]s|interpretation|conclusion|comment|impression|findings?|biomarkers?|receptors?(?: status)?|"
    r"patient|case|tumou?r|specimen|befund|ergebnis\w{0,2}|resultats?|resultados?)\s?:"
)
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*+>]|\d{1,2}[.)]|[a-z][.)])[ \t]")

_STATUS = r"(?:not |non-?|un)?(?:amplified|positi[vf]\w{0,2}|negati[vf]\w{0,2}|equivocal|borderline|eligible|amplifiziert|amplifiee?)"
_LIMIT = r"(?:1\.8|2\.0|2\.2|2|4\.0|4|6\.0|6)(?![\d%.])"
_PER_CENT = r"(?:1|5|10)\s?%"
_AT_LEAST = r"(?:>\s?/?=?|at least|more than|greater than|above|over|exceeding)\s?(?:or equal to )?"
_AT_MOST = r"(?:<\s?/?=?|at most|less than|fewer than|below|under)\s?(?:or equal to )?"
_OR_MORE = r"\s?(?:or|and) (?:more|greater|higher|above|over|less|lower|fewer|below|under)(?: than)?(?![a-z])"
_BOUND = rf"(?:(?:{_AT_LEAST}|{_AT_MOST})\s?{_LIMIT}|(?<![\d.]){_LIMIT}{_OR_MORE}|(?:{_AT_LEAST}\s?{_PER_CENT}|(?<![\d.]){_PER_CENT}{_OR_MORE}))"
_MEANS = r"(?:=|-?->?|:|is|are|means?|denotes?|indicates?|signifies|bedeutet|signifie|significa)"
_DRUG = r"(?:trastuzumab|herceptin|pertuzumab|T-DXd|enhertu|tamoxifen|letrozole|anastrozole|endocrine|chemotherapy|(?:anti-?)?hormon\w{0,4} therapy)"
_NAME = f"[{RECEPTORS}]"

# Sentences, and their parts between semicolons, that tell a rule.
_TOLD: tuple[re.Pattern[str], ...] = (
    small(r"(?<![a-z])(?:defined (?:as|by)|definiert als|definie?s? (?:comme|par)|definid[oa]s? como)(?![a-z])"),
    small(rf"(?<!:)(?<!: )(?<![\d.])[0-3]\s?\+?\)?\s?(?:=|is|are|means?|denotes?|indicates?|->|bedeutet|signifie)\s{{0,2}}\(?(?:an? |considered )?(?:{_NAME}[\s-]{{0,2}})?{_STATUS}(?![a-z])"),
    small(rf"(?<![a-z]){_STATUS}\s?(?:means?|denotes?|bedeutet|signifie|significa|=\s?(?:[<>]|ihc|score|[0-3]\s?\+))"),
    small(rf"{_BOUND}(?: (?:copies|signals|per|of|cells?|nucle\w{{1,2}}|staining|tumou?r|stained|the)){{0,5}}\s?{_MEANS}\s{{0,2}}(?:considered |called |regarded as )?{_STATUS}(?![a-z])"),
    small(rf"(?<![a-z]){_STATUS}(?: \w{{1,12}}){{0,2}} (?:is |are )?required(?![a-z])|(?<![a-z])(?:must|has to|have to|needs? to) (?:be|have|show|exceed|reach)(?![a-z])|(?<![a-z])(?<!not )eligible(?![a-z])"),
    small(rf"{_NAME}[^;.\n]{{0,30}}?(?:{_STATUS}|[0-3]\s?\+)(?:\s?(?::|=|->)\s?| ){_DRUG}"),
    small(rf"{_NAME}[^;.\n]{{0,20}}?(?:[0-3]\s?\+|{_STATUS})\)?\s(?:means?|(?:would|can|may|could|might)(?! not)) |(?<![a-z])may (?:say|read|mention|state)(?![a-z])"),
    small(rf"{_NAME}[\s-]{{0,2}}(?:[0-3]\s?\+|{_STATUS})[\s-](?:breast )?(?:cancers|tumou?rs|carcinomas|cases)(?![a-z])"),
    small(rf"(?<![a-z])(?:minimum|limit) (?:for|of)(?![a-z])|(?<![a-z])(?:low|high) {_NAME}\s?(?:is|means|=)(?![a-z])"),
    small(rf"^(?=[^;]*{_NAME})[^;]*?(?<![a-z])(?<!proliferation )(?<!proliferative )(?<!mitotic )(?:rates?|statistics?|prevalence|frequency|incidence)(?![a-z])"),
    small(rf"^(?=[^;]*{_NAME})[^;]*?(?<![a-z])(?:mother|father|sister|brother|aunt|uncle|grandmother|daughter|cousin|niece|relatives?|family history|mutter|schwester|tante|soeur|hermana)(?:'s|s)?(?![a-z])"),
    small(r"(?:<|less than)\s?1\s?% (?:is|are|means) (?:considered |called )?negative|(?<![a-z])low\s?[:=(]{0,2}\s?(?:IHC |score )?1\s?\+?\s?(?:or|and)\s(?:IHC |score )?2\s?\+"),
    small(r"(?<![a-z])positive\s?(?:>=|at least)\s?(?:1|10)\s?%(?!\))"),
)  # fmt: skip

_CUT_OFF = r"(?:cut-?offs?|cut off|thresholds?|cut-?points?|limits? of positivity|schwelle\w{0,4}|grenzwert\w{0,2}|seuils?|umbral(?:es)?|punto de corte)"
_FIGURE = r"(?<![\d.])\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent(?![a-z]))?"
# Parts: a figure with such a word on either side of it is a bound, as "2.0 or more" is.
_PARTS: tuple[re.Pattern[str], ...] = (
    small(rf"(?:{_AT_LEAST}|{_AT_MOST})?\s?{_FIGURE}[\s-]{{0,3}}(?:(?:is|was|as|the|a|an|being|positivity|positive|ratio|score|standard|usual|laborator\w{{1,3}}) ){{0,4}}{_CUT_OFF}(?: (?:used|value|applied|level))?(?![a-z])"),
    small(rf"(?<![a-z]){_CUT_OFF}(?![a-z])(?:[\s:=(]{{1,3}}(?:values?|levels?|of|is|was|at|for|used|positivity|positive|ratio|the|a|{_NAME})){{0,5}}[\s:=(]{{0,3}}(?:{_AT_LEAST}|{_AT_MOST})?\s?{_FIGURE}"),
    small(rf"\(\s?(?:considered |called )?{_STATUS}\s?(?:is|=|if|:|when)?\s?{_BOUND}[^()\n]{{0,30}}\)"),
    small(rf"\(\s?(?:considered |called )?{_STATUS}\s?(?:[:=]|if|when)\s?(?:{_AT_LEAST}|{_AT_MOST})\s?\d{{1,2}}\s?%[^()\n]{{0,30}}\)"),
    small(r"\([^()\n]{0,40}(?<![a-z])(?:defined|means)(?![a-z])[^()\n]{0,60}\)"),
)  # fmt: skip
_OPEN_ENDED = small(rf"(?<![\d.%+])(?:{_LIMIT}|[0-3]\s?\+){_OR_MORE}")


def without_cut_offs(page: Page) -> Page:
    """Return the page without cut-offs, and without words explained in brackets."""
    return blank(page, [match.span() for pattern in _PARTS for match in pattern.finditer(page.text)])


def rules(text: str, found: list[Clause]) -> list[tuple[int, int]]:
    """Return where rules are told, and "2.0 or more"."""
    open_ended = [match.span() for match in _OPEN_ENDED.finditer(text)]
    return [*open_ended, *(span for clause in found for span in _told(text, clause))]


def _told(text: str, clause: Clause) -> list[tuple[int, int]]:
    """Return the parts of a clause that tell a rule of a receptor or of a score."""
    spans: list[tuple[int, int]] = []
    start = clause.start
    for piece in text[clause.start : clause.end].split(";"):
        if any(pattern.search(piece) for pattern in _TOLD):
            spans.append((start, start + len(piece)))
        start += len(piece) + 1
    return spans


def headed(text: str, found: list[Clause]) -> list[tuple[int, int]]:
    """Return what stands under headings of rules: the rest of the line, or the rows below a heading that stands alone."""
    spans: list[tuple[int, int]] = []
    for place, clause in enumerate(found):
        for start in _starts(text, clause):
            if match := _HEADING.match(text, start, clause.end):
                line = _line_end(text, start)
                if text[match.end() : line].strip():
                    again = (each.start for each in found[place + 1 :] if _RESULTS.match(text, each.start))
                    stop = next(again, line)
                    spans.append((start, stop if stop < line else _bulleted(text, line)))
                else:
                    spans.append((start, _rows_end(text, line)))
                break
    return spans


def _starts(text: str, clause: Clause) -> list[int]:
    part = text[clause.start : clause.end]
    return [clause.start, *(clause.start + match.end() for match in re.finditer(";", part))]


def _line_end(text: str, start: int) -> int:
    place = text.find("\n", start)
    return len(text) if place < 0 else place


def _bulleted(text: str, end: int) -> int:
    """Return where the points under a line end, if it has any."""
    while end < len(text) and _BULLET.match(text, end + 1):
        end = _line_end(text, end + 1)
    return end


def _rows_end(text: str, end: int) -> int:
    """Return where the rows under a heading end: at an empty line, or at a heading of results."""
    for _ in range(MOST_LINES):
        following = _line_end(text, end + 1)
        if end >= len(text) or not text[end:following].strip() or _RESULTS.match(text, end + 1):
            break
        end = following
    return end
