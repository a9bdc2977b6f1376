"""Where in a report a clause stands: which specimen, which day, first word or later word, or another test altogether."""

import re
from dataclasses import dataclass, replace
from datetime import date

from her2guide.intake.clauses import Clause
from her2guide.intake.findings import Rank
from her2guide.intake.normalise import Page
from her2guide.intake.patterns import small

_HEAD = r"[\s#*=_\-(\[>\d.]{0,12}"
_MONTHS = {name: number for number, names in enumerate(
    ("jan ene", "feb fev", "mar mrz", "apr abr avr", "may mai", "jun juin", "jul juil", "aug ago aou", "sep", "oct okt", "nov", "dec dez dic"), 1
) for name in names.split()}  # fmt: skip
_DATE = small(
    r"(?<![\d/.-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?|(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})[/.](?P<y2>(?:19|20)?\d\d)"
    r"|(?P<m3>\d{1,2})/(?P<y3>(?:19|20)\d\d)|(?P<d4>\d{1,2})?[\s-]?(?P<n4>[A-Za-z]{3,9})\.?\s?(?:(?P<e4>\d{1,2}),\s?)?-?(?P<y4>(?:19|20)\d\d))(?![\d/])"
)
SHORT = 160  # a longer clause is no heading
LONGEST_LABEL = 80
_AMENDED = small(
    rf"{_HEAD}(?:amended|amendment|corrected (?:report|result|diagnosis)|correction|revised (?:report|result|diagnosis)|revision)(?![a-z])"
)
_ADDENDUM = small(
    rf"{_HEAD}(?:addend(?:um|a)|supplement(?:al|ary)?(?: report)?|nachtrag\w{{0,12}}|zusatzbefund|adenda|anexo|informe complementario|compte[- ]rendu complementaire)(?![a-z])"
)
_HISTORY = small(
    rf"{_HEAD}(?:(?:prior|previous|past|outside|earlier)(?: \w{{1,12}}){{0,2}} (?:pathology|reports?|biops(?:y|ies)|history|results?|material|specimens?|diagnos[ei]s|tumou?r|cancer|receptors?)"
    r"|(?:clinical|patient|pertinent|relevant|past medical|oncologic|brief) (?:history|information|data)|history(?= ?[:(\n]|$)|clinical (?:notes?|details)|anamnese|klinische angaben|"
    r"vorbefund\w{0,3}|renseignements cliniques|antecedent\w{1,2}|historia clinica)(?![a-z])"
)
_MAIN = small(
    rf"{_HEAD}(?:(?:final|pathologic(?:al)?|surgical|original|histologic(?:al)?) (?:\w{{1,12}} )?(?:diagnos[ei]s|report)|diagnos[ei]s|diagnose|diagnostico|diagnostic|gross (?:description|examination)|"
    r"microscopic (?:description|examination|diagnosis)|macroscopic|specimens?(?: \(?s\)?| submitted| received)?|immunohistochem\w{1,6}|biomarkers?|breast biomarkers?|ancillary|synoptic|"
    r"receptor\w{0,8}(?: status)?|befund|makroskopie|mikroskopie|immunhistochemie|biomarqueurs|conclusion|resultados?|current|end of addendum)(?![a-z])[^\n]{0,60}?(?::|$|\n|\()"
)
_OTHER_TEST = small(
    r"(?<![a-z])(?:oncotype|recurrence score|single gene scores?|RT-?q?PCR|mammaprint|prosigna|PAM-?50|blueprint|next[- ]generation|NGS|foundation\s?one|guardant|caris|tempus|"
    r"sequencing|genomic (?:profil\w{1,5}|testing|panel|findings|alterations)|germline|ct-?DNA|liquid biopsy|"
    r"copy number (?:gain|alteration|variant)|variants? (?:detected|of)|mutations?|tumor mutational|mutated|mRNA)(?![a-z])"
)
_BLOOD = small(r"(?<![a-z])(?:serum|plasma|ELISA|ng/ml|liquid biopsy)(?![a-z])")
_TISSUE_TEST = small(
    r"(?<![a-z])(?:IHC|immunohistochem\w{0,6}|F?ISH|immunostain\w{0,3}|in situ|receptor status|breast biomarkers)(?![a-z])"
)
_SPECIMEN = small(
    rf"{_HEAD}(?:(?P<tag>(?:part|specimen|block|sample|probe|prelevement|muestra)s?\s?#?(?:[A-Z]|\d{{1,2}})(?![A-Za-z\d])|\(?[A-H]\)?[.):](?=\s)|\d[.):]?(?=\s))?[\s:.)\-]{{0,4}}"
    r"(?P<site>[^\n:;]{0,50}?(?<![a-z])(?:breast|mamma|brust|sein|mama|lymph nodes?|LN|axilla\w{0,3}|liver|hepatic|lung|bone|skin|chest wall|brain|pleura\w{0,2}|node)(?![a-z])[^\n:;]{0,60}))"
)
_FOCUS = small(
    r"(?<![a-z])(?:focus|tumou?r|lesion|mass|foyer|herd|foco|nodule|specimen|part|block)\s?#?\s?(?P<focus>[A-D1-4](?![\w.%+])|one|two)"
)
_TREATED = small(
    r"(?<![a-z])(?:post[- ]?(?:neoadjuvant|treatment|therapy|chemotherapy|NAC|NACT)|after (?:neoadjuvant|chemotherapy|treatment|therapy)|residual|ypT)"
)
_BEFORE = small(
    r"(?<![a-z])(?:pre-?(?:treatment|therapy|neoadjuvant|NAC)|before (?:neoadjuvant|treatment|chemotherapy|therapy)|(?:initial|prior|previous|earlier|diagnostic|original|pre-?operative) (?:core |needle |breast )?(?:biops\w{1,3}|specimen|tumou?r|primary|cancer|mastectomy|lumpectomy))"
)
_EARLIER = small(
    r"(?<![a-z])(?:prior|previous(?:ly)?|earlier|outside|history of|h/o|reason for (?:referral|test(?:ing)?|study|exam\w{0,7})|formerly|initial(?:ly)? (?:biopsy|diagnosis|diagnosed)|original (?:biopsy|primary|tumou?r)|vorbefund\w{0,2}|vorbiopsie|"
    r"anterieure?s?|previ[ao]s?|primary (?:tumou?r )?(?:in|from|of) (?:19|20)\d\d)(?![a-z])"
)
_COLLECTED = small(
    rf"{_HEAD}(?:(?:date )?(?:collected|obtained|taken|procedure|collection|surgery|biopsy|specimen|received|entnahme\w{{0,5}}|prelevement|toma)|date of (?:surgery|procedure|collection|specimen|biopsy|operation))(?: date| on)?\s?[*:|]"
)
_EPISODE = small(
    r"(?<![a-z])(?:biops\w{1,3}|bx|specimen|mastectomy|lumpectomy|excision|resection|pathology|metasta\w{2,5}|recurrence|surgery|core|report)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a clause stands. `other_test` is true where the words speak of gene panels, blood or recurrence scores."""

    rank: Rank = Rank.FIRST
    when: date | None = None
    specimen: str = ""
    other_test: bool = False
    panel: bool = False  # such a test is named in this clause, if only beside a test of tissue


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


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause: as it is read, as it is printed, and the day named in it, if it is short."""

    text: str
    printed: str
    day: date | None


def scopes(page: Page, found: list[Clause], start: Scope) -> list[Scope]:
    """Return the scope of each clause; headings count until the next one."""
    scope, report, result = start, start, []
    for clause in found:
        text = page.text[clause.start : clause.end]
        printed = page.printed(clause.start, min(clause.end, clause.start + LONGEST_LABEL))
        part = _Part(text, printed, read_date(text) if len(text) < SHORT else None)
        if clause.after_blank and scope.other_test:
            scope = replace(scope, other_test=False)
        scope, report = _after(part, scope, report)
        result.append(_of_clause(part, scope))
    return result


def _after(part: _Part, scope: Scope, report: Scope) -> tuple[Scope, Scope]:
    """Return the scope from this clause on, and that of the report's own main part."""
    if _AMENDED.match(part.text):
        return replace(report, rank=Rank.AMENDED), report
    if _ADDENDUM.match(part.text):
        return replace(report, rank=Rank.ADDENDUM), report
    if _HISTORY.match(part.text):
        return Scope(Rank.HISTORY, part.day, "history"), report
    if part.day and _COLLECTED.match(part.text):
        report = replace(report, when=part.day)
        return replace(report, rank=Rank.FIRST), report
    if part.day and str(part.day.year) in part.text.strip()[:12] and _EPISODE.search(part.text):
        report = replace(report, when=part.day, specimen=part.printed)
        return report, report
    return _within(part, scope, report)


def _within(part: _Part, scope: Scope, report: Scope) -> tuple[Scope, Scope]:
    """Return the same for a clause that is no heading of a new or later report."""
    if _MAIN.match(part.text):
        scope = replace(report, specimen=scope.specimen if scope.rank is Rank.FIRST else report.specimen)
    of_tissue = _TISSUE_TEST.search(part.text) is not None
    if of_tissue or _OTHER_TEST.search(part.text):
        scope = replace(scope, other_test=not of_tissue)
    if not scope.other_test and len(part.text) < SHORT and _SPECIMEN.match(part.text):
        scope = replace(scope, specimen=part.printed, when=part.day or scope.when)
        if part.day and scope.rank is Rank.FIRST:
            report = replace(report, when=part.day)
    return scope, report


def _of_clause(part: _Part, scope: Scope) -> Scope:
    if focus := _FOCUS.search(part.text):
        scope = replace(scope, specimen=" ".join(focus[0].split()).capitalize())
    if _BLOOD.search(part.text):
        scope = replace(scope, other_test=True)
    scope = replace(scope, panel=_OTHER_TEST.search(part.text) is not None)
    if _EARLIER.search(part.text) or _BEFORE.search(part.text):
        when = scope.when if scope.rank is Rank.HISTORY else part.day
        scope = replace(scope, rank=Rank.HISTORY, when=when)
    return scope
