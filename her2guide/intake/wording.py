"""What the words in a coded record say: which marker and method a name means, and what an answer's words mean."""

import re
from enum import StrEnum

from her2guide.intake.codes import SCORES, Answer


class Marker(StrEnum):
    """What a test looks for."""

    HER2 = "HER2"
    ESTROGEN = "estrogen receptor"
    PROGESTERONE = "progesterone receptor"
    CHROMOSOME_17 = "chromosome 17"
    OTHER = "another marker"


OURS = frozenset({Marker.HER2, Marker.ESTROGEN, Marker.PROGESTERONE})


class Method(StrEnum):
    """How a test looks for it."""

    PROTEIN = "IHC"
    GENE = "ISH"
    UNFIT = "in blood, or by reading genes"


_MARKERS: dict[Marker, re.Pattern[str]] = {
    Marker.HER2: re.compile(
        r"her\W{0,2}2(?!\d)|erb\W?b\W?2|c\W?erb|\bneu\b|growth factor(?: receptor)?(?: type)? 2\b", re.IGNORECASE
    ),
    Marker.ESTROGEN: re.compile(r"(?i:o?estrogen|östrogen)|\bER\b"),
    Marker.PROGESTERONE: re.compile(r"(?i:progest|gestagen)|\bP[gG]?R\b"),
    Marker.CHROMOSOME_17: re.compile(r"CEP\W?17|(?:chromosome|centromere)\W?17|chr17", re.IGNORECASE),
    Marker.OTHER: re.compile(
        r"ki\W?67|mib\W?1|\bp53\b|androgen|\bAR\b|\begfr\b|growth factor receptor(?: type)? [134]\b|her\W?[134]\b"
        r"|erb\W?b\W?[134]|pd\W?l1|e-?cadherin|cytokeratin|\bck\W?\d|top2a|gata\W?3|p63|p16|calponin|s\W?100|brca"
        r"|mammaglobin|\besr1\b|rads|culture",
        re.IGNORECASE,
    ),
}
_METHODS: dict[Method, re.Pattern[str]] = {
    Method.PROTEIN: re.compile(
        r"immun[eo]?\W?(?:histo|stain|peroxidase|cyto)|immunohist|immune stain|\bihc\b|\bihk\b|\bprotein expression",
        re.IGNORECASE,
    ),
    Method.GENE: re.compile(
        r"in[- ]?situ|hybridi[sz]|hybridation|\b[fcsd]{0,2}ish\b|dual\W?ish|amplifi|duplication|copy number|copies",
        re.IGNORECASE,
    ),
    Method.UNFIT: re.compile(
        r"serum|plasma|\bblood\b|\bsequenc|\bngs\b|mutation|variant|\bpcr\b|\brna\b|mrna|oncotype|recurrence score"
        r"|expression profil|genomic|germline|ctdna|liquid biopsy|cell-free|antibody to|autoantibod",
        re.IGNORECASE,
    ),
}
_GENERAL_NAME = re.compile(
    r"receptor|tumou?r|marker|score|status|interpretation|result|immun|hybridi|ihc|ish\b|stain|presence|hormone|breast"
    r"|percent|cells|ratio|copy|nuclei",
    re.IGNORECASE,
)


def markers(name: str) -> frozenset[Marker]:
    """Return the markers that a name speaks of."""
    return frozenset(marker for marker, words in _MARKERS.items() if words.search(name))


def methods(name: str) -> frozenset[Method]:
    """Return the methods that a name speaks of."""
    return frozenset(method for method, words in _METHODS.items() if words.search(name))


def is_ours(words: str) -> bool:
    """Return whether words name one of the markers that are looked for."""
    return not markers(words).isdisjoint(OURS)


def general(name: str) -> bool:
    """Return whether a name could stand over any of these tests, such as "Receptor status"."""
    return _GENERAL_NAME.search(name) is not None


_ANSWERS: tuple[tuple[re.Pattern[str], Answer | None], ...] = tuple(
    (re.compile(words, re.IGNORECASE), answer)
    for words, answer in (
        (r"\((?:qualifier value|finding|disorder|observable entity)\)", None),
        (r"(?:\bpresent )?(?<!\+)\+ out of \+{4}", Answer.PLUS),
        (r"(?:\bpresent )?(?<!\+)\+\+ out of \+{4}", Answer.SCORE_2),
        (r"(?:\bpresent )?(?<!\+)\+\+\+ out of \+{4}", Answer.SCORE_3),
        (
            r"\b(?:not|non|no|nicht|un)[ -]?(?:her2[ -])?(?:gene[ -])?amplif(?:ied|iziert|ication)\b",
            Answer.NOT_AMPLIFIED,
        ),
        (r"\bamplif(?:ied|iziert)\b", Answer.AMPLIFIED),
        (r"\blow[- ]positive\b", Answer.LOW_POSITIVE),
        (r"\bnot (?:detected|present)\b|\babsent\b", Answer.ABSENT),
        (r"\bultra[- ]?low\b", Answer.ULTRALOW),
        (r"\blow\b", Answer.LOW),
        (r"\bpositi(?:ve|v|vo|f)\b|\bpos\b", Answer.POSITIVE),
        (r"\bnegati(?:ve|v|vo|f)\b|\bneg\b", Answer.NEGATIVE),
        (r"\bequivocal\b|\bborderline\b", Answer.EQUIVOCAL),
        (r"\bindeterminate\b|\bcannot be determined\b", Answer.INDETERMINATE),
        (r"\bpresent\b|\bdetected\b", Answer.PRESENT),
        (r"(?<![\d.+])3 ?\+(?!\+)|(?<![\d.+])\+\+\+(?!\+)|(?<![\d+])\+ ?3\b", Answer.SCORE_3),
        (r"(?<![\d.+])2 ?\+(?!\+)|(?<![\d.+])\+\+(?!\+)|(?<![\d+])\+ ?2\b", Answer.SCORE_2),
        (r"(?<![\d.+])1 ?\+(?!\+)|(?<![\d+])\+ ?1\b", Answer.SCORE_1),
        (r"(?<![\w+])\+(?![\w+])", Answer.PLUS),
    )
)
_DOUBT = re.compile(
    r"\bnot (?:performed|positive|negative|done)|\bunknown|\brepeat|\bsee\b|\?|\bcontrol"
    r"|\bcannot exclude|\bprobabl|\bsuspicious|\bor\b|\bversus\b|\bvs\b|\bprior|\bprevious",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:(?:ihc )?score(?: of)?:? ?)?([0-3])\+?\s*(?:\(score\))?\s*", re.IGNORECASE)
_ZERO = re.compile(r"\b(?:score|ihc)(?: of)?:? ?0\b(?! ?[+\d.,/-])", re.IGNORECASE)
_NAME = re.compile(
    r"human epidermal growth factor(?: receptor)? 2|(?:c-?erb-?b-?2/)?her[ -]?2(?:[ /-]{0,3}neu)?|erbb2", re.IGNORECASE
)
_FILLER = re.compile(
    r"neu|ihc|score|status|result|interpretation|immunohistochemistry|expression|gene|by|f?ish"
    r"|(?:o?estrogen|progesterone) receptors?|receptor|tumou?r|er|pr|for|the|is|carcinoma of breast|of|breast"
    r"|[\s.,;:()/\[\]-]",
    re.IGNORECASE,
)


def answers(words: str) -> tuple[frozenset[Answer], bool]:
    """Return what the words of an answer say, and whether that is all they say."""
    if bare := _BARE.fullmatch(words):
        if words.strip() == "0+":
            return frozenset(), False
        return frozenset({SCORES[int(bare.group(1))]}), True
    if _DOUBT.search(words):
        return frozenset(), False
    found, rest = set(), _NAME.sub(" ", words)  # the 2 of "HER2+" is no score
    if _ZERO.search(rest):
        found.add(Answer.SCORE_0)
        rest = _ZERO.sub(" ", rest)
    for pattern, answer in _ANSWERS:
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            if answer is not None:
                found.add(answer)
    return frozenset(found), not _FILLER.sub("", rest)


_PLUS = frozenset({Answer.POSITIVE, Answer.LOW_POSITIVE, Answer.PRESENT, Answer.AMPLIFIED, Answer.SCORE_3})
_MINUS = frozenset(
    {
        Answer.NEGATIVE,
        Answer.ABSENT,
        Answer.NOT_AMPLIFIED,
        Answer.SCORE_0,
        Answer.SCORE_1,
        Answer.LOW,
        Answer.ULTRALOW,
    }
)
_MIDDLE = frozenset({Answer.EQUIVOCAL, Answer.SCORE_2})


def agree(one: Answer, other: Answer) -> bool:
    """Return whether two answers to one question can both be meant."""
    if one == other:
        return True
    if Answer.PLUS in (one, other):
        return not {one, other}.isdisjoint({Answer.SCORE_1, Answer.POSITIVE, Answer.PRESENT})
    both = {one, other}
    if both <= set(SCORES) or both == {Answer.LOW, Answer.ULTRALOW}:
        return False
    if both in ({Answer.LOW, Answer.SCORE_0}, {Answer.ULTRALOW, Answer.SCORE_1}):
        return False
    if both == {Answer.LOW, Answer.SCORE_2}:  # HER2-low: 1+, or 2+ without amplification
        return True
    return any(both <= side for side in (_PLUS, _MINUS, _MIDDLE))


def all_agree(said: frozenset[Answer]) -> bool:
    """Return whether the answers can all be meant together."""
    return all(agree(one, other) for one in said for other in said)
