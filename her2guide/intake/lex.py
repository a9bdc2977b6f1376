"""The words and figures of results, as tokens. English, with the common French, German and Spanish ones."""

import re
from dataclasses import dataclass

from her2guide.intake.names import CEP17, COPIES, ER, HER2, MINUS, OTHER, PLUS, PR, RATIO
from her2guide.intake.patterns import small


@dataclass(frozen=True, slots=True)
class Token:
    """One word or figure: its kind, what it says, and where it stands."""

    kind: str
    value: str
    start: int
    end: int


_UNIT = r"(?:%|percent\b|pct\b|per cent\b|prozent\b|por ciento\b|pour cent\b)"
_MORE = r"(?:>\s?/?=?|more than|greater than|over|above|exceeding|mehr als|uber|plus de|mas del?)"
_LESS = r"(?:<\s?/?=?|less than|fewer than|under|below|weniger als|unter|moins de|menos del?)"
_EQUAL = r"(?:at least|>=|greater than or equal to|less than or equal to|<=|up to|no more than|not more than)"
_NO = (
    r"(?:not|non|no|without|absence of|negative for|lack(?:s|ing)? (?:of )?|fail(?:s|ed) to show|does not show|do not show|did not show|"
    r"nicht|keine?n?|kein nachweis einer|pas d[e']|absence d[e']|sans|sin|ausencia de|no se (?:observa|detecta|identifica))"
)
_FEW = rf"(?:['\s-]{{1,3}}[a-z{HER2}/]{{1,16}}(?![a-z])){{0,5}}?['\s-]{{0,3}}"
_FEW_PLAIN = (  # the same without a word that denies or doubts
    r"(?:['\s-]{1,3}(?!(?:no|not|non|nor|negative|without|lack\w{0,3}|absen\w{1,3}|equivocal|pending|nicht|keine?|pas|sin|sans|neither|un\w{0,9}|if|whether)(?![a-z]))"
    rf"[a-z{HER2}/]{{1,16}}(?![a-z])){{0,5}}?['\s-]{{0,3}}"
)
_AMPLIFIED = r"(?<!un)amp(?:lif(?:ied|iziert\w{0,2}|iee?s?|icad[oa]s?))?(?![a-z])"
_AMPLIFICATION = r"(?:gen)?amplifi(?:cation|kation|cacion)(?![a-z])"
_OVEREXPRESSED = r"(?:over-?\s?|sur-?|sobre-?|u?e?ber-?)ex?press?(?:ed|es|ing|iert\w{0,2}|imee?s?|ad[oa]s?)(?![a-z])"
_OVEREXPRESSION = r"(?:over-?\s?|sur-?|sobre-?|u?e?ber-?)ex?pres(?:sion|ion)(?![a-z])"
_SHOWS = (
    r"(?:shows?|showed|showing|evidence of|presence of|positive for|indicat(?:es|ing)|demonstrat(?:es?|ing)|detected|consistent with|"
    r"(?:high|low)[- ]level|nachweis einer|zeigt(?: eine)?|presence d[e']|presencia de|muestra|starke|strong|marked)"
)
_NOT_FOUND = r"[\s:,=-]{1,4}(?:(?:is|was|has|been|status)[\s:-]{1,3}){0,2}(?:not|negative|absent|none|no(?![a-z])|undetected|nicht|ausente|absente)(?:\s(?:over-?expressed|amplified|detected|present|identified|seen)(?![a-z]))?"
_IS_FOUND = r"[\s:,=-]{1,4}(?:(?:is|was|has|been|status)[\s:-]{1,3}){0,2}(?:present|detected|identified|positive|yes|found|nachgewiesen|presente?)(?![a-z])"

_KINDS: tuple[tuple[str, str], ...] = (
    ("HER2", HER2),
    ("ER", ER),
    ("PR", PR),
    ("OTHER", OTHER),
    ("CEP17", CEP17),
    ("RATIO", rf"{RATIO}|(?<![a-z])(?:ratio|quotient|cociente|rapport(?=\s?:)|relacion)(?![a-z])"),
    ("COPIES", COPIES),
    ("PLUS", PLUS),
    ("MINUS", MINUS),
    (
        "PENDING",
        r"(?<![a-z])(?:pending|pend|to follow|will follow|follows(?! (?:the|a))|to be (?:reported|performed|done|issued|determined)|"
        r"will be (?:\w{1,14} )?(?:reported|performed|sent|issued|done|added|ordered|forwarded|evaluated|tested)|"
        r"(?:(?:has|have|was|were|is|are) (?:been )?)?(?:ordered|requested|being (?:performed|sent|processed))|in progress|in process|awaited|awaiting|"
        r"underway|outstanding|not yet \w{1,12}|sent (?:out|for)|reflex(?:ed)? to|submitted for|en attente|en cours|a suivre|folgt|stehe?n? aus|"
        r"steht noch aus|ausstehend\w{0,2}|in arbeit|angefordert|veranlasst|wird nachgereicht|pendientes?|en proceso|en curso|solicitad[oa])(?![a-z])",
    ),
    ("INDETERMINATE", r"(?<![a-z])(?:can\s?not be (?:determined|assessed|evaluated|interpreted)|indeterminate|uninterpretable|undetermined|inconclusive)(?![a-z])"),
    (
        "NOT_DONE",
        r"(?<![a-z])(?:not (?:been )?(?:performed|done|required|indicated|necessary|needed|applicable|available|assessed|evaluated|reported|tested|provided|"
        r"sent|ordered|received|interpretable|determined|stated|specified|evaluable|contributory|known|given|repeated|identified|requested)|"
        r"n[./]?a\.?(?![a-z])|unknown|insufficient|inadequate|failed|could not be|unsatisfactory|non-?contributory|no results?|"
        r"declined|cancell?ed|nicht (?:durchgefuhrt|bestimmt|erforderlich|beurteilbar|auswertbar|bestimmbar|untersucht)|"
        r"non (?:realisee?|faite?|effectuee?|disponible|determinee?|interpretable|evaluable|contributi\w{1,3}|requise?)|"
        r"no (?:realizad[oa]|valorable|disponible|procede|evaluable|se realizo|concluyente|precisa|determinad[oa]))(?![a-z])",
    ),
    ("EQUIVOCAL", rf"(?<![a-z])equivocal\w{{0,2}} (?:for )?(?:{HER2} )?(?:gene )?{_AMPLIFICATION}"),
    ("NOT_AMPLIFIED", rf"(?<![a-z]){_NO}{_FEW}(?:{_AMPLIFIED}|{_AMPLIFICATION})|{_AMPLIFICATION}{_NOT_FOUND}|(?<![a-z])unamplified(?![a-z])"),
    ("AMPLIFIED", rf"{_AMPLIFICATION}{_IS_FOUND}|(?<![a-z]){_SHOWS}{_FEW_PLAIN}{_AMPLIFICATION}|(?<![a-z]){_AMPLIFIED}"),
    ("NOT_OVER", rf"(?<![a-z]){_NO}{_FEW}(?:{_OVEREXPRESSED}|{_OVEREXPRESSION})|{_OVEREXPRESSION}{_NOT_FOUND}"),
    ("OVER", rf"{_OVEREXPRESSION}{_IS_FOUND}|(?<![a-z]){_SHOWS}{_FEW_PLAIN}{_OVEREXPRESSION}|(?<![a-z]){_OVEREXPRESSED}"),
    ("ISH", rf"{_AMPLIFICATION}|(?<![a-z])(?:(?:D-?|dual[- ](?:color |probe )?)?(?:F?ISH|CISH|SISH|D-?DISH|DISH|BDISH|HIS)(?![a-z])|(?:fluorescen\w{{1,4}} )?in[\s-]?situ[\s-]hybridi[sz]\w{{3,6}}|hybridation in situ|hibridacion in situ|pathvysion)"),
    ("IHC", rf"{_OVEREXPRESSION}|(?<![a-z])(?:IHC|IHQ|immuno-?histochem\w{{0,7}}|inmunohistoquimic\w|immunhistochem\w{{0,5}}|immunoperoxidase|immunostain\w{{0,3}}|protein|proteina|immunohistochimi\w{{1,4}})(?![a-z])"),
    ("VERSUS", r"(?<![a-z])(?:vs\.?|versus)(?![a-z])|->(?!\s?(?:f?ish|pend|(?:non-?|not )?amplified))|=>(?=\s)|(?<![a-z])(?:now|at (?:first )?diagnosis|initially|at baseline)(?![a-z:])|(?<![a-z])(?:corrected|should read|reinterpreted|in error|erroneous\w{0,2}|converted|(?:other|remaining) half|from(?= [0-3]\s?\+| \d{1,3}\s?%))(?![a-z])"),
    ("DOUBT", r"\?|(?<![a-z])(?:at (?:most|least)(?= [0-3]\s?\+)|questionabl[ey]|query|suspicious for|provisional(?:ly)?|preliminary|probabl[ey]|possibl[ey]|please confirm|to be confirmed|likely|presum\w{2,6}|suspected|suggesti\w{2,3} of|maybe|perhaps|unclear|cannot exclude|cannot be excluded|recut|vermutlich|wahrscheinlich|douteux|unconfirmed)(?![a-z])"),
    ("NEGATED", r"(?<![a-z])(?:not|non)[ -](?:positive|negative|positiv|negativ)\w{0,2}(?![a-z])"),
    ("ULTRALOW", r"(?<![a-z])ultra[\s-]?low(?![a-z])|ultra-?bajo|ultrafaible"),
    ("LOW_POSITIVE", r"(?<![a-z])low[\s-]{1,2}positive|(?<![a-z])positive,? low(?![a-z])|schwach[ -]?positiv\w{0,2}(?= \(low)"),
    ("WEAK_POSITIVE", r"(?<![a-z])(?:weak(?:ly)?|faint(?:ly)?|equivocal(?:ly)?|schwach|faiblement|debilmente)[ -]{1,2}positi[vf]\w{0,2}(?![a-z])"),
    ("LOW", r"(?<![a-z])(?:low|faible|bajo|niedrig)(?![a-z]|[- ](?:level|grade|power|positive|intensity|risk|polysomy|proliferat|mitotic|nuclear))"),
    ("NO_STAINING", r"(?<![a-z])(?:do(?:es)? not (?:stain|express|show (?:any )?(?:immuno)?(?:staining|reactivity|expression))|(?:immuno)?stain\w{0,3} absent|"
        r"no (?:\w{1,11} ){0,2}(?:immuno)?(?:staining|expression|reactivity)|not expressed|absen(?:t|ce of) (?:\w{1,11} )?(?:staining|expression)|"
        r"lack(?:s|ing)? (?:of )?(?:staining|expression)|absence de marquage|keine (?:farbung|expression|reaktion)|aucun marquage|sin tincion)(?![a-z])"),
    ("POSITIVE", r"(?<![a-z])(?:(?:immuno)?positiv(?:e|[oa]s?|e[rns]?)?|positi(?:fs?|ves?|ef)|pos(?![a-z])\.?|immunoreactive|reactive)(?![a-z])(?!\s(?:tumou?r )?(?:cells|nuclei|staining)\s?[:=])"),
    ("NEGATIVE", r"(?<![a-z])(?:(?:immuno)?negativ(?:e|[oa]s?|e[rns]?)?|negati(?:fs?|ves?|ef)|neg(?![a-z])\.?|non-?reactive|unreactive)(?![a-z])"),
    ("EQUIVOCAL", r"(?<![a-z])(?:equivoc(?:al|[oa]s?)|equivoques?|borderline|grenzwertig\w{0,2}|fraglich\w{0,2}|indeterminad[oa])(?![a-z])"),
    ("FAINT", r"(?<![a-z])(?:faint|barely (?:perceptible|visible)|weak,? incomplete|incomplete)(?![a-z])"),
    ("CYTOPLASMIC", r"(?<![a-z])cytoplasm\w{0,4}"),
    ("H_SCORE", r"(?<![a-z])(?:H[\s-]?score|histo-?score|IRS|immuno-?reacti\w{1,4}[ -]score|remmele\w{0,3}(?:[ -]score)?)[\s:=(]{0,3}(?:of |is )?\d{0,3}(?:\s?/\s?\d{1,3})?(?![\d%])"),
    ("ALLRED", r"(?<![a-z])(?:(?:allred|quick)(?:[\s-]{1,2}score)?|(?:total )?score(?=[\s:=of]{0,5}\d\s?/\s?8)|TS|AS(?=\s?[:=(]|\s\d\s?/\s?8))[\s:=(]{0,3}(?:of |is )?(?:\d\s?\+\s?\d\s?=\s?)?(?P<allred>\d)(?:\s?/\s?8)?(?:\s?\(\s?\d\s?\+\s?\d\s?\))?(?![\d%])|(?<![\d/.])(?P<eighths>\d)\s?/\s?8(?![\d/])(?:\s?\(\s?\d\s?\+\s?\d\s?\))?"),
    ("GROUP", r"(?<![a-z])(?:group|gruppe|groupe|grupo)[ :=]{0,3}(?P<group>[1-5])(?![\d.])"),
    ("BOUND", r"(?<![\d.,/])\d{1,3}(?:\.\d{1,2})?\s?%?[\s-]{0,2}(?:cut-?off|threshold|limit|or (?:more|greater|higher|above|less|below|fewer))(?![a-z])"),
    ("HISTOGRAM", r"(?<![\d.,])[0-3]\s{0,2}[:=]?\s{1,2}\d{1,3}\s?%(?=\s?[,;)])|(?<![\d.,])[0-3]\+?\s?[:=]\s?\d{1,3}\s?%"),
    ("PERCENT", r"(?:%|(?<![a-z])percent(?:age)?)(?:\s(?:of\s)?(?:[a-z]{1,12}\s){0,4}?[a-z]{1,12})?\s?[:=][ \t]{0,24}(?P<labelled>\d{1,3})(?!\s?[%.\d/-]|\s?to)"),
    ("PERCENT", rf"(?:(?P<equal>{_EQUAL})\s?|(?P<more>{_MORE})\s?(?P<more_equal>=|or equal to)?\s?|(?P<less>{_LESS})\s?)?(?<![\d.,])(?<!\d/)(?P<low>\d{{1,3}}(?:\.\d{{1,2}})?)\s?{_UNIT}?\s?(?:-|to|bis|and)\s?(?P<high>\d{{1,3}})\s?{_UNIT}"),
    ("PERCENT", rf"(?:(?P<equal1>{_EQUAL})\s?|(?P<more1>{_MORE})\s?(?P<more_equal1>=|or equal to)?\s?|(?P<less1>{_LESS})\s?)?(?<![\d.,])(?<!\d/)(?P<only>\d{{1,3}}(?:\.\d{{1,2}})?)\s?{_UNIT}"),
    ("BOUND", rf"(?:{_EQUAL}|{_MORE}|{_LESS})\s?(?:or equal to )?(?<![\d.])\d{{1,3}}(?:\.\d{{1,2}})?(?![\d%])"),
    ("RANGE", r"(?<![\d.,/])(?:(?:score|grade)[\s:=]{0,3})?[0-3]\s?\+?\s?(?:-|to|/|or|bis|a)\s?[0-3]\s?\+(?!\d)|(?<![a-z])score[\s:=]{0,3}(?:of )?[0-3]\s?(?:-|to|or)\s?[0-3](?![\d.%])"),
    ("SCORE", r"(?<![a-z])(?:scores?|scored|puntuacion|punktzahl|intensity)(?:[\s:=(-]{0,4}|:[ \t]{0,28})(?:(?:of|is|as|de|was|by \ue001)[\s:(]{1,2}){0,2}(?P<scored>[0-3])(?:\s?\+|(?![\d.,/%]\d|/|%))(?:\s?/\s?3\+?(?!\d))?"),
    ("SCORE", r"(?<![\d.,/:+-])(?P<plused>[0-3])(?:\+(?![\d+=])|\s{1,2}\+(?!\s?[\d+=]))(?:\s?/\s?3\s?\+(?!\d))?|(?<![\w+)])\+\s?(?P<signed>[0-3])(?![\d.%])"),
    ("CROSSES", r"(?<![\w+])(?P<crosses>\+{1,3})(?![\d+]|\s?/-)|\(\s?(?P<crosses1>\+{1,3})\s?\)"),
    ("NUMBER", r"(?<![\w.,/<>-])\d{1,2}\.\d{1,2}(?![\d.]|\s?-\s?\d|\s?(?:cm|mm|%|x)|\s?/\s?\d)|(?<![\w.,/<>-])\d{1,2}\.\d{1,2}(?=\s?[:/]\s?1(?![\d.]))"),
    ("INTEGER", r"(?<=(?<![a-z])IHC )[0-3](?=\s?:)|(?<![\w.,/<>+-])\d{1,3}(?![\w.,/%+:-]|\s?%)|(?<![\w.,/<>+-])\d{1,3}(?=[.,]?(?:\s|$))"),
    ("FOR", r"(?<![a-z])(?:for|fur|pour|para)(?![a-z])"),
    ("HALT", r";|\||\t|[ ]{3,}|,|(?<![a-z])(?:but|while|whereas|aber|mais|pero)(?![a-z])"),
    ("LABEL", r"(?<![A-Za-z])[A-Za-z][A-Za-z /&'%-]{1,64}(?:\s?\([^():\n\ue001-\ue009]{0,24}\))?\s?:"),
)  # fmt: skip

_TOKEN = small("|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(_KINDS)))
# Where a token can begin: a word, a figure, a sign.
_START = re.compile(r"(?<![a-z])[a-z]|[\d+(%<>;|,?=\-\t\ue001-\ue009]| {3}")
_METHOD = small(
    r"(?<![a-z])(?:(?P<IHC>IHC|immunohistochem\w{0,6})|(?P<ISH>(?:F|C|S|B?D|D-?D)?ISH|in situ hybridi\w{4,6}))(?![a-z])"
)
_NAME = tuple(kind for kind, _ in _KINDS)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of a page in small letters, in order."""
    found: list[Token] = []
    at = start
    for begin in _START.finditer(text, start, end):
        if begin.start() < at:
            continue
        if match := _TOKEN.match(text, begin.start(), end):
            found.append(_token(match))
            at = match.end()
    return found


def _token(match: re.Match[str]) -> Token:
    kind = _kind(match)
    if kind == "LABEL" and (method := _METHOD.search(match[0])):
        kind = method.lastgroup or kind  # "Concurrent IHC:" names the test as well
    return Token(kind, _value(kind, match), *match.span())


def _kind(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    if group.startswith("k"):
        return _NAME[int(group[1:])]
    return _NAME[next(number for number in range(len(_NAME)) if match[f"k{number}"] is not None)]


def _value(kind: str, match: re.Match[str]) -> str:
    match kind:
        case "PERCENT":
            return _percent(match)
        case "ALLRED":
            return match["allred"] or match["eighths"]
        case "GROUP":
            return match["group"]
        case "SCORE":
            return match["scored"] or match["plused"] or match["signed"]
        case "CROSSES":
            return str(len(match["crosses"] or match["crosses1"]))
        case _:
            return match[0]


def _percent(match: re.Match[str]) -> str:
    """Return a percentage as printed, without its sign: "90", "51-60", ">75", "<1"; "" for what only bounds."""
    if match["equal"] or match["equal1"] or match["more_equal"] or match["more_equal1"]:
        return ""
    sign = ">" if match["more"] or match["more1"] else "<" if match["less"] or match["less1"] else ""
    if match["labelled"]:
        return str(int(match["labelled"])) if int(match["labelled"]) <= 100 else ""
    if match["high"]:
        return "" if sign or float(match["low"]) >= float(match["high"]) else f"{match['low']}-{match['high']}"
    number = match["only"].rstrip("0").rstrip(".") if "." in match["only"] else str(int(match["only"]))
    if float(number) > 100 or sign + number in {">1", ">10", ">100", "<0", ">0"}:
        return ""
    return sign + number
