"""The names of tests, each put as one private character, so that what follows need not know how labs spell them."""

import re

from her2guide.intake.normalise import Page, replace

HER2, ER, PR, OTHER, CEP17, RATIO, COPIES = "\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
PLUS, MINUS = "\ue008\ue009"  # the sign straight after a name: HER2+, ER-
RECEPTORS = HER2 + ER + PR

_HER2_WORD = (
    r"(?<![\w])(?:c[-\s]?erb[-\s]{0,2}B[-\s]{0,2}2|erb[-\s]?B[-\s]?2|(?:c[-\s]{0,2})?HER[^\w\n+]{0,3}\n?[^\w\n+]{0,3}(?:2|II)(?![02-9%]|\.\d|1(?!neu))"
    r"(?:[\s\-_.·/|,]{0,4}[1lIJj\\]{0,2}[\s\-/]{0,2}(?:n(?:eu|ue)(?![a-z])|(?:j?c[-\s]?)?erb[-\s]?B[-\s]?2))?|neu\s?/\s?HER[\s-]?2)"
    r"(?:[ -]oncoprotein|[ -]protein|[ -]gen(?:e|s)?\b(?!tic))?"
)
_CEP17 = (
    r"(?:CEP|CEN|D17Z1|SE)[\s\-]{0,2}(?:17|l7|chromosome 17)\b|D17Z1\b|"
    r"(?:the )?(?:centromere (?:of |for )?(?:the )?)?chr(?:omosome|omosoma|\.)?\s{0,2}17(?: centromere| signals?)?\b(?: control)?|"
    r"(?:the )?centromere 17|chromosom(?:e|a)?[\s-]{0,2}17"
)
_MEAN = r"(?:average|mean|avg\.?|moyen\w{0,2}|medi[oa]|promedio|durchschnittliche\w?|mittlere\w?)"
_NUMBER_OF = r"(?:number|no\.?|nombre|numero|anzahl)\s(?:of |moyen |medio |de |d')?"
_COPY_NUMBER = r"(?:copy[\s-]{0,2}numbers?|kopienzahl)"
_THINGS = r"(?:copy[\s-]{0,2}numbers?|copies|(?:gene )?signals?|signale|kopienzahl|kopien|copias)"
_EACH = (
    r"(?:\s?(?:/|per|pro|por|par)\s?(?:tumou?r |invasive )?"
    r"(?:cells?|nucle(?:us|i)|zellkern|kern|zelle|celula|nucleo|noyau|cellule))"
)
_WORD_RECEPTOR = r"[\s\-]{0,3}(?:receptors?|rezeptor(?:en|s(?!tatus))?|recepter)(?:[\s-]protein)?"
_E = r"(?:o?estrogenes?|estrogenios?|estrogen[eio]s?|estrogenicos?|o?estr?[oa]gens?|o?strogen)"
_P = r"(?:progest[ei]r?one?s?|progesterona|progesteroniques?|progestagen\w{0,3})"
_RECEPTEURS = (
    r"(?:(?:recept(?:eur|or)(?:es|s)?|recettor[ei]|R\.)[ ]{1,3}(?:per\s(?:gli\s|il\s)?|aux?\s|hormonaux aux\s|a l'|a la\s|des?\s|d'|"
    r"de l[oa]s?\s|a\s)|recept(?:eurs|ores)[ ]{1,3})[ ]?"
)
_AND = r"\s{0,2}(?:/|-|&|,|\band\b|\bet\b|\by\b|\bund\b|\+)\s{0,2}(?:a la |aux |de |of )?"

_OTHER = (
    r"(?<![\w])(?:Ki\s?[-·]?\s?67|KI\s?-?\s?S\d|MIB\s?-?\s?[1l]|p\s?53|p\s?63|p\s?16|p\s?120|androgen[\s-]receptors?(?: \(AR\))?|AR(?=\s{0,2}[:=(+]|\s(?:pos|neg|\d))|EGFR|"
    r"HER[\s-]?[134](?![\d+])|E[\s-]?cadherin|CK\s?\d{1,2}(?:/\d{1,2})?(?:\.\d)?|cytokeratins?(?: \d{1,2}(?:/\d{1,2})?)?|AE1/?(?:AE)?3?|GATA[\s-]?3|"
    r"GCDFP[\s-]?(?:15)?|mammaglobin|PD-?L1|TTF-?1|CD\s?\d{1,3}a?|S-?100|WT-?1|PAX-?8|BCL-?2|SOX-?10|"
    r"(?:ML|MS)H\d|PMS2|synaptophysin|chromogranin|vimentin|calponin|SMMHC?|D2-40|TOP(?:O|2A)\w{0,3}|cathepsin(?: D)?|"
    r"DNA (?:ploidy|index)|S-?phase(?: fraction)?|ploidy|1p/?19q|MDM2|ALK|ROS1|BRAF|KRAS|PIK3CA|ESR1|BRCA[12]|MammaPrint|TILs?|"
    r"c-?kit|AFP|CEA(?!\w)|CA-?125|CA ?15-3|hormone receptors?|hormonrezeptor\w{0,3}|recepteurs hormonaux|receptores hormonales|"
    r"proliferation (?:index|rate)|proliferationsindex|indice de proliferation)(?![\w])"
)

_I = re.IGNORECASE


def _compiled(pattern: str, new: str, flags: int = _I) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern, flags), new


_R = rf"[{HER2}]"
_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    _compiled(r"(?<![\w])(?:anti-?HER[\s-]?2(?:/neu)?|HER[\s-]?2(?:/neu)?[\s-](?:antibod\w{1,4}|targeted|directed|targeting|blockade))(?![\w])", " "),
    _compiled(r"(?<![\w])her 2(?= (?:positive |negative )?(?:(?:axillary|lymph|sentinel) ){0,2}nodes?(?![\w]))", OTHER, 0),
    _compiled(r"(?<![\w])(?:HER[\s-]?2(?:/neu)?\s?\(ERBB2\)|ERBB2\s?\(HER[\s-]?2(?:/neu)?\))", HER2),
    _compiled(r"(?<![\w])((?:F?ISH|IHC)[^\n]{0,40}?)ERBB2(?![\w])", rf"\1{HER2}"),
    # The name of the gene alone is that of a gene panel, unless a test of tissue stands beside it.
    _compiled(r"(?<![\w])(?<!c[- ])ERBB2(?![\w])(?![^\n]{0,60}?(?:ISH|IHC|immuno|CEP|CEN))", OTHER),
    _compiled(_HER2_WORD, HER2),
    _compiled(r"(?<![\w])Hercep[\s-]?test\w{0,2}", f"{HER2} IHC"),
    _compiled(rf"{_R}\s{{0,2}}[(\[]\s?(?:c-?)?{_R}\s?[)\]]|{_R}\s?[/,]?\s?{_R}(?!\s{{0,2}}[:(]?\s?(?:IHC|FISH))", HER2),
    _compiled(
        rf"(?:ratio|quotient|cociente|rapport|relacion) (?:of |von |de |entre )?(?:the )?(?:mean )?{_R}(?: signals?)?"
        rf"(?: gene)?(?: copies| copy number)?\s{{0,3}}(?:to|/|zu|y|et|:|vs\.?|and)\s{{0,3}}(?:the )?(?:{_CEP17})(?: signals?)?",
        RATIO,
    ),
    _compiled(
        rf"{_R}(?: signals?| gene)?\s{{0,2}}(?:/|:|-|to|to the)\s{{0,2}}(?:{_CEP17})(?: signals?)?(?:[\s-]{{0,2}}(?:ratio|quotient|signal ratio))?",
        RATIO,
    ),
    _compiled(_CEP17, CEP17),
    _compiled(
        rf"(?<![\w])(?<!total ){_MEAN}\s(?:{_NUMBER_OF})?(?:{_THINGS}\s)?(?:of |de )?{_R}\s?(?:gene )?-?\s?(?:{_THINGS})?{_EACH}?",
        COPIES,
    ),
    _compiled(rf"{_R}\s(?:gene )?{_MEAN}\s(?:gene )?{_THINGS}{_EACH}?", COPIES),
    _compiled(rf"(?<![\w])(?<!total ){_MEAN} (?:of )?(?=\d{{1,2}}(?:\.\d{{1,2}})? {_R}(?: gene)? {_THINGS})", f"{COPIES} "),
    _compiled(rf"{_R}\s?[:=]?\s?(?=\d{{1,2}}(?:\.\d{{1,2}})?\s?(?:signals?|copies)\s?(?:/|per))", COPIES),
    _compiled(rf"{_R}\s(?:gene )?(?:signals?|copies)[\s:=]{{1,3}}(?=\d{{1,2}}(?:\.\d{{1,2}}(?!\d)|\s?(?:/|per)))", COPIES),
    _compiled(rf"(?<!total )(?:{_NUMBER_OF})?{_R}\s?(?:gene )?-?\s?(?:{_COPY_NUMBER}{_EACH}?|{_THINGS}{_EACH})", COPIES),
    _compiled(
        rf"(?<![\w])(?:(?:average|mean|avg\.?)\s)?(?:(?:number|no\.?)\sof\s)?{CEP17}(?:\s?(?:(?:average|mean|avg\.?)\s)?(?:copy[\s-]{{0,2}}numbers?|copies|signals?))?"
        r"(?:\s?(?:/|per)\s?(?:tumou?r )?(?:cells?|nucle(?:us|i)))?",
        CEP17,
    ),
    _compiled(rf"(?<![\w])(?<!total ){_MEAN}\s(?:gene )?{_COPY_NUMBER}{_EACH}?", COPIES),
    _compiled(rf"(?<![\w])(?<!total )(?:gene )?{_COPY_NUMBER}{_EACH}?(?=\s?[:=]?\s?(?:is |was |of )?\d)", COPIES),
    _compiled(rf"(?<![\w]){_E}{_AND}{_P}(?:{_WORD_RECEPTOR})?(?:\s?\(\s?ER\s?[/,&]\s?Pg?R\s?\))?", f"{ER}/{PR}"),
    _compiled(rf"(?<![\w]){_P}{_AND}{_E}(?:{_WORD_RECEPTOR})?(?:\s?\(\s?Pg?R\s?[/,&]\s?ER\s?\))?", f"{PR}/{ER}"),
    _compiled(r"(?<![\w])recettor[ei] (?:degli )?estrogen(?:ic)?i(?:\s?\(RE\))?(?![\w])", ER),
    _compiled(r"(?<![\w])recettor[ei] (?:(?:del )?progesterone|progest(?:in|eron)ici)(?:\s?\(RP\))?(?![\w])", PR),
    _compiled(r"(?<![\w])o?estrogeenreceptor(?:en)?(?:\s?\(ER\))?(?![\w])", ER),
    _compiled(r"(?<![\w])progesteronreceptor(?:en)?(?:\s?\(Pg?R\))?(?![\w])", PR),
    _compiled(rf"(?<![\w]){_RECEPTEURS}{_E}{_AND}{_P}", f"{ER}/{PR}"),
    _compiled(rf"(?<![\w]){_RECEPTEURS}{_E}(?:\s?\(\s?R[EO]\s?\))?", ER),
    _compiled(rf"(?<![\w]){_RECEPTEURS}{_P}(?:\s?\(\s?RP\s?\))?", PR),
    _compiled(rf"(?<![\w]){_E}(?:{_WORD_RECEPTOR}|[\s-]alpha|(?=\s{{0,3}}:))(?:[\s,]{{0,2}}[(\[]?\s?ER\s?[)\]]|\s?\(ER,)?", ER),
    _compiled(rf"(?<![\w]){_P}(?:{_WORD_RECEPTOR}|(?=\s{{0,3}}:))(?:[\s,]{{0,2}}[(\[]?\s?Pg?R\s?[)\]])?", PR),
    _compiled(r"(?<![\w'])ERs?[-\s]?/?PgRs?(?![\w])", f"{ER}/{PR}", 0),
    _compiled(r"(?<![\w'])ERPR(?![\w])", f"{ER}/{PR}", 0),
    _compiled(  # the emergency room; an examination, a partial response
        r"(?<![\w'])ER(?= (?:visits?|department|dept|doctor|physician|room|admission|nurse|course)(?![a-z]))|(?<=seen in )ER(?![\w'])|(?<=seen in the )ER(?![\w'])|(?<=to the )ER(?![\w'])"
        r"|(?<![\w'])PR(?= (?:exam|interval|segment|achieved|confirmed)(?![a-z]))|(?<=RECIST )PR(?![\w'])", OTHER, 0
    ),
    _compiled(r"(?<![\w'])ER(?:[- ]?alpha|s)?(?![\w'])", ER, 0),
    _compiled(r"(?<![\w'])(?:P[gG]?R|PgR)s?(?![\w'])", PR, 0),
    _compiled(r"(?<![\w])Er(?=\s?[:+,/]|-(?!\w))", ER, 0),
    _compiled(r"(?<![\w])Pr(?=\s?[:+,/]|-(?!\w))", PR, 0),
    _compiled(
        r"(?<![\w])er(?=\s?(?:\+|-(?!\w)|pos|neg|:|\d{1,3}\s?%)[^\n]{0,40}?(?<![\w])pg?r\s?(?:\+|-(?!\w)|pos|neg|:|\d{1,3}\s?%))", ER, 0
    ),
    _compiled(rf"(?<={ER})([^\n]{{1,40}}?)(?<![\w])pg?r(?=\s?(?:\+|-(?!\w)|pos|neg|:|\d{{1,3}}\s?%))", rf"\1{PR}", 0),
    _compiled(r"(?<![\w])R[EO](?=\s?[:+=(]|\s?-[\s,;/)]|\s(?:pos|neg|\d{1,3}\s?%|\d/8))", ER, 0),
    _compiled(r"(?<![\w])RP(?=\s?[:+=(]|\s?-[\s,;/)]|\s(?:pos|neg|\d{1,3}\s?%|\d/8))", PR, 0),
    _compiled(_OTHER, OTHER),
    _compiled(r"(?<![\w])(?<=ISH )(?:for|of) (?!GENE|AMP|THE|HER|ERBB)[A-Z][A-Z0-9/]{2,8}(?![\w])", OTHER, 0),
)  # fmt: skip
# The sign straight behind a name.
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    _compiled(rf"(?<=[{RECEPTORS}{OTHER}])[ \t]{{0,2}}\(\s?\+(?=\s?,)", PLUS),
    _compiled(rf"(?<=[{RECEPTORS}{OTHER}])[ \t]{{0,2}}\(\s?-(?=\s?,)", MINUS),
    _compiled(r"(?<=[FCSD/ ]ISH)[ \t]?\+(?![ \t]?[+\d])", PLUS),
    _compiled(r"(?<=[FCSD/ ]ISH)-(?=[ \t]{0,2}(?:[,;/).\n]|$))", MINUS),
    _compiled(rf"(?<=[{RECEPTORS}{OTHER}])[ \t]{{0,2}}(?:\(\s?\+\s?\)|\+)(?![ \t]?[+\d])", PLUS),
    _compiled(
        rf"(?<=[{RECEPTORS}{OTHER}])(?:[ \t]{{0,2}}\(\s?-\s?\)|[ \t]?-(?=[ \t]{{0,2}}(?:[,;/).\n]|$|\band\b|[{RECEPTORS}{OTHER}]))|-(?=[ \t](?:\(|(?:metastatic|MBC|breast cancer|disease|cancer|carcinoma|IDC|ILC|stage)\b)))", MINUS
    ),
)  # fmt: skip


def name_tests(page: Page) -> Page:
    """Return the page with the names of receptors and other tests as single private characters."""
    for pattern, new in _NAMES:
        page = replace(page, pattern, new)
    return page


def name_signs(page: Page) -> Page:
    """Return the page, once its tests are named, with the signs behind the names as private characters too."""
    for pattern, new in _SIGNS:
        page = replace(page, pattern, new)
    return page
