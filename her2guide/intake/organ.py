"""Whether a report speaks of the breast. Other organs' reports fill nothing."""

from dataclasses import dataclass

from her2guide.intake.patterns import small
from her2guide.intake.scope import is_history

_BREAST = small(
    r"(?<![a-z])(?:breasts?|mamma(?:e|ry|ria|rio|ire)?|mamma-?\w{0,12}(?:karzinom|ca)|mammakarzinom\w{0,2}|mamma(?:stanz|biops|resekt|geweb|exzisat|praparat|tumou?r)\w{0,8}|brust\w{0,12}|sein(?= (?:droit|gauche))|cancer du sein|de mama|"
    r"mama (?:derecha|izquierda|direita|esquerda)|mammella|borstkanker|mammaires?|mastectom\w{1,3}|lumpectom\w{1,3})(?![a-z])"
)
_TYPES = small(
    r"(?<![a-z])(?:(?:invasive|infiltrating)[ ,]{1,2}(?:mammary|ductal|lobular) carcinoma|(?:ductal|lobular) carcinoma|carcinoma ductal\w?|carcinome (?:canalaire|lobulaire)|"
    r"carcinoma lobul[ai]\w{1,2}|DCIS|LCIS|carcinoma NST)(?![a-z])|(?<![A-Za-z])(?:IDC|ILC)(?![A-Za-z])"
)
_ORGANS = (
    r"ovar(?:y|ies|ian)|fallopian|endometri\w{2,5}|uter(?:us|ine)|cerv(?:ix|ical)|colon(?:ic)?|colorectal|rect(?:um|al)|hemicolectom\w|cec(?:um|al)|stomach|gastric|gastrectom\w|"
    r"(?:o?esophag\w{2,5})|pancrea(?:s|tic)|prostat(?:e|ic)|bladder|urothelial|kidney|renal|thyroid|salivary|parotid|lung|pulmonary|bronch\w{2,4}|melanoma|glioma|"
    r"gallbladder|bile duct|liver|hepatocellular|magen\w{0,9}|darm\w{0,9}|lunge\w{0,9}|eierstock\w{0,4}|estomago|gastrico|ovario|estomac|gastrique|ovaire|colique"
)
_ORGAN = small(rf"(?<![a-z])(?:{_ORGANS})(?![a-z])")
_METASTATIC = small(r"(?<![a-z])(?:metasta\w{2,5})(?![a-z])")
_SEEDED = small(r"(?<![a-z])(?:liver|lung|pulmonary|hepatic)(?![a-z])")
_ASIDE = small(
    r"(?<![a-z])(?:history of|h/o|family|screening|adjuvant|consensus|guidelines?|american|ASCO|CAP|no evidence of|negative for|CT|imaging|scan|"
    r"staging|chest|mri|mutation|risk|prophylactic|screen|panel)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Organ:
    """What is said of the organ: "true" (breast), "false" (another), "unsure" (both), "" (nothing); and where."""

    is_breast: str
    start: int = 0
    end: int = 0


def organ(text: str, parts: list[tuple[int, int]]) -> Organ:
    """Return whether the clauses at `parts` speak of the breast."""
    breast: Organ | None = None
    aside: Organ | None = None
    other: Organ | None = None
    metastatic = False
    for start, end in parts:
        metastatic = metastatic or _METASTATIC.search(text, start, end) is not None
        beside = _ASIDE.search(text, start, end) is not None or is_history(text[start:end])
        for match in [*_BREAST.finditer(text, start, end), *_TYPES.finditer(text, start, end)][:1]:
            if beside:
                aside = aside or Organ("true", *match.span())
            else:
                breast = breast or Organ("true", *match.span())
        if not beside:
            for match in _ORGAN.finditer(text, start, end):
                other = (
                    other
                    if other and not _SEEDED.fullmatch(text, other.start, other.end)
                    else Organ("false", *match.span())
                )
    return _decided(text, breast, aside, other, metastatic)


def _decided(text: str, breast: Organ | None, aside: Organ | None, other: Organ | None, metastatic: bool) -> Organ:
    if breast is not None:
        return breast
    if other is not None and not (metastatic and _SEEDED.fullmatch(text, other.start, other.end)):
        return Organ("unsure") if aside is not None else other
    return aside or Organ("")
