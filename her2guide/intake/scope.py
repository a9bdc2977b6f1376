"""Where in a report a clause stands: which specimen, which day, first word or later word, or another test altogether."""

import re
from dataclasses import dataclass, replace
from datetime import date

from her2guide.intake.clauses import Clause
from her2guide.intake.findings import Rank

_I = re.IGNORECASE
_HEAD = r"[\s#*=_\-(\[>\d.]{0,12}"
_MONTHS = {name: number for number, names in enumerate(
    ("jan ene", "feb fev", "mar mrz", "apr abr avr", "may mai", "jun juin", "jul juil", "aug ago aou", "sep", "oct okt", "nov", "dec dez dic"), 1
) for name in names.split()}  # fmt: skip
_DATE = re.compile(
    r"(?<![\d/.-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?|(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})[/.](?P<y2>(?:19|20)?\d\d)"
    r"|(?P<m3>\d{1,2})/(?P<y3>(?:19|20)\d\d)|(?P<d4>\d{1,2})?[\s-]?(?P<n4>[A-Za-z]{3,9})\.?\s?(?:(?P<e4>\d{1,2}),\s?)?-?(?P<y4>(?:19|20)\d\d))(?![\d/])"
)
_AMENDED = re.compile(
    rf"{_HEAD}(?:amended|amendment|corrected (?:report|result|diagnosis)|correction|revised (?:report|result|diagnosis)|revision)(?![a-z])",
    _I,
)
_ADDENDUM = re.compile(
    rf"{_HEAD}(?:addend(?:um|a)|supplement(?:al|ary)?(?: report)?|nachtrag\w{{0,12}}|zusatzbefund|adenda|anexo|informe complementario|compte[- ]rendu complementaire)(?![a-z])",
    _I,
)
_HISTORY = re.compile(
    rf"{_HEAD}(?:(?:prior|previous|past|outside|earlier)(?: \w{{1,12}}){{0,2}} (?:pathology|reports?|biops(?:y|ies)|history|results?|material|specimens?|diagnos[ei]s|tumou?r|cancer|receptors?)"
    r"|(?:clinical|patient|pertinent|relevant|past medical|oncologic|brief) (?:history|information|data)|history(?= ?[:(\n]|$)|clinical (?:notes?|details)|anamnese|klinische angaben|"
    r"vorbefund\w{0,3}|renseignements cliniques|antecedent\w{1,2}|historia clinica)(?![a-z])",
    _I,
)
_MAIN = re.compile(
    rf"{_HEAD}(?:(?:final|pathologic(?:al)?|surgical|original|histologic(?:al)?) (?:\w{{1,12}} )?(?:diagnos[ei]s|report)|diagnos[ei]s|diagnose|diagnostico|diagnostic|gross (?:description|examination)|"
    r"microscopic (?:description|examination|diagnosis)|macroscopic|specimens?(?: \(?s\)?| submitted| received)?|immunohistochem\w{1,6}|biomarkers?|breast biomarkers?|ancillary|synoptic|"
    r"receptor\w{0,8}(?: status)?|befund|makroskopie|mikroskopie|immunhistochemie|biomarqueurs|conclusion|resultados?|current|end of addendum)(?![a-z])[^\n]{0,60}?(?::|$|\n|\()",
    _I,
)
_OTHER_TEST = re.compile(
    r"(?<![a-z])(?:oncotype|recurrence score|single gene scores?|RT-?q?PCR|mammaprint|prosigna|PAM-?50|blueprint|next[- ]generation|NGS|foundation\s?one|guardant|caris|tempus|"
    r"sequencing|genomic (?:profil\w{1,5}|testing|panel|findings|alterations)|germline|ct-?DNA|liquid biopsy|serum|plasma|ELISA|"
    r"copy number (?:gain|alteration|variant)|variants? (?:detected|of)|mutations?|tumor mutational|mutated|mRNA)(?![a-z])",
    _I,
)
_TISSUE_TEST = re.compile(
    r"(?<![a-z])(?:IHC|immunohistochem\w{0,6}|F?ISH|immunostain\w{0,3}|in situ|receptor status|breast biomarkers)(?![a-z])",
    _I,
)
_SPECIMEN = re.compile(
    rf"{_HEAD}(?:(?P<tag>(?:part|specimen|block|sample|probe|prelevement|muestra)s?\s?#?(?:[A-Z]|\d{{1,2}})(?![A-Za-z\d])|\(?[A-H]\)?[.):](?=\s)|\d[.):]?(?=\s))?[\s:.)\-]{{0,4}}"
    r"(?P<site>[^\n:;]{0,50}?(?<![a-z])(?:breast|mamma|brust|sein|mama|lymph nodes?|LN|axilla\w{0,3}|liver|hepatic|lung|bone|skin|chest wall|brain|pleura\w{0,2}|node)(?![a-z])[^\n:;]{0,60}))",
    _I,
)
_FOCUS = re.compile(
    r"(?<![a-z])(?:focus|tumou?r|lesion|mass|foyer|herd|foco|nodule|specimen|part|block)\s?#?\s?(?P<focus>[A-D1-4](?![\w.%+])|one|two)",
    _I,
)
_TREATED = re.compile(
    r"(?<![a-z])(?:post[- ]?(?:neoadjuvant|treatment|therapy|chemotherapy|NAC|NACT)|after (?:neoadjuvant|chemotherapy|treatment|therapy)|residual|ypT)",
    _I,
)
_BEFORE = re.compile(
    r"(?<![a-z])(?:pre-?(?:treatment|therapy|neoadjuvant|NAC)|before (?:neoadjuvant|treatment|chemotherapy|therapy)|(?:initial|prior|previous|earlier|diagnostic|original|pre-?operative) (?:core |needle |breast )?(?:biops\w{1,3}|specimen|tumou?r|primary|cancer|mastectomy|lumpectomy))",
    _I,
)
_EARLIER = re.compile(
    r"(?<![a-z])(?:prior|previous(?:ly)?|earlier|outside|history of|h/o|formerly|initial(?:ly)? (?:biopsy|diagnosis|diagnosed)|original (?:biopsy|primary|tumou?r)|vorbefund\w{0,2}|vorbiopsie|"
    r"anterieure?s?|previ[ao]s?|primary (?:tumou?r )?(?:in|from|of) (?:19|20)\d\d)(?![a-z])",
    _I,
)
_COLLECTED = re.compile(
    rf"{_HEAD}(?:(?:date )?(?:collected|obtained|taken|procedure|collection|surgery|biopsy|specimen|received|entnahme\w{{0,5}}|prelevement|toma)|date of (?:surgery|procedure|collection|specimen|biopsy|operation))(?: date| on)?\s?[*:|]",
    _I,
)
_EPISODE = re.compile(
    r"(?<![a-z])(?:biops\w{1,3}|bx|specimen|mastectomy|lumpectomy|excision|resection|pathology|metasta\w{2,5}|recurrence|surgery|core|report)(?![a-z])",
    _I,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a clause stands. `other_test` is true where the words speak of gene panels, blood or recurrence scores."""

    rank: Rank = Rank.FIRST
    when: date | None = None
    specimen: str = ""
    other_test: bool = False


def read_date(text: str) -> date | None:
    """Return the first date in a text; a month and year mean the first of the month."""
    for match in _DATE.finditer(text):
        if (day := _day(match)) is not None:
            return day
    return None


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["y"]:
        return _valid(part["y"], part["m"], part["d"] or "1")
    if part["a"]:
        first, second = part["a"], part["b"]
        if part["s"] == "." or int(first) > 12:
            first, second = second, first
        return _valid(part["y2"] if len(part["y2"]) == 4 else f"20{part['y2'][-2:]}", first, second)
    if part["m3"]:
        return _valid(part["y3"], part["m3"], "1")
    month = _MONTHS.get(part["n4"][:3].lower())
    return _valid(part["y4"], str(month), part["d4"] or part["e4"] or "1") if month else None


def _valid(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def is_history(part: str) -> bool:
    """Return whether a clause heads the story of the person, and not what was found."""
    return _HISTORY.match(part) is not None


def scopes(text: str, found: list[Clause], start: Scope) -> list[Scope]:
    """Return the scope of each clause; headings count until the next one."""
    scope, result = start, []
    report = start
    for clause in found:
        part = text[clause.start : clause.end]
        if clause.after_blank and scope.other_test:
            scope = replace(scope, other_test=False)
        scope, report = _after(part, scope, report)
        result.append(_of_clause(part, scope))
    return result


def _after(part: str, scope: Scope, report: Scope) -> tuple[Scope, Scope]:
    """Return the scope from this clause on, and that of the report's own main part."""
    day = read_date(part) if len(part) < 200 else None
    if _AMENDED.match(part):
        return replace(report, rank=Rank.AMENDED), report
    if _ADDENDUM.match(part):
        return replace(report, rank=Rank.ADDENDUM), report
    if _HISTORY.match(part):
        return Scope(Rank.HISTORY, day, "history"), report
    if _COLLECTED.match(part) and day:
        report = replace(report, when=day)
        return replace(report, rank=Rank.FIRST), report
    if day and part.strip()[:12].count(str(day.year)) and _EPISODE.search(part) and len(part) < 160:
        report = replace(report, when=day, specimen=part.strip()[:60])
        return report, report
    return _within(part, scope, report, day)


def _within(part: str, scope: Scope, report: Scope, day: date | None) -> tuple[Scope, Scope]:
    """Return the same for a clause that is no heading of a new or later report."""
    if _MAIN.match(part):
        scope = replace(report, specimen=scope.specimen if scope.rank is Rank.FIRST else report.specimen)
    if _OTHER_TEST.search(part) and not _TISSUE_TEST.search(part):
        return replace(scope, other_test=True), report
    if _TISSUE_TEST.search(part):
        scope = replace(scope, other_test=False)
    specimen = _SPECIMEN.match(part)
    if specimen and len(part) < 160:
        scope = replace(scope, specimen=" ".join(part.split())[:80], when=day or scope.when)
        if day and scope.rank is Rank.FIRST:
            report = replace(report, when=day)
    return scope, report


def _of_clause(part: str, scope: Scope) -> Scope:
    if focus := _FOCUS.search(part):
        scope = replace(scope, specimen=" ".join(focus[0].split()))
    if _EARLIER.search(part) or _BEFORE.search(part):
        scope = replace(
            scope, rank=Rank.HISTORY, when=read_date(part) if scope.rank is not Rank.HISTORY else scope.when
        )
    return scope
