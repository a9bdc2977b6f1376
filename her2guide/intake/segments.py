"""Which words belong to which receptor: a stretch of tokens that begins with a name and ends before the next one."""

from dataclasses import dataclass, field

from her2guide.intake.gaps import is_foreign, is_site, is_usual
from her2guide.intake.lex import Token
from her2guide.intake.names import COPIES, HER2, RATIO
from her2guide.intake.patterns import small

NAMES = frozenset({"HER2", "ER", "PR"})
STATUS = frozenset({"POSITIVE", "NEGATIVE", "LOW_POSITIVE", "WEAK_POSITIVE", "NO_STAINING", "EQUIVOCAL"})
OF_EXPRESSION = frozenset({"OVER", "NOT_OVER", "AMPLIFIED", "NOT_AMPLIFIED"})
OF_GENE = frozenset({"AMPLIFIED", "NOT_AMPLIFIED", "RATIO", "GROUP", "ISH"})
VALUES = (
    STATUS
    | OF_EXPRESSION
    | OF_GENE
    | {"PLUS", "MINUS", "COPIES", "PERCENT", "SCORE", "ALLRED", "IHC", "CROSSES", "FAINT"}
    | {"PENDING", "NOT_DONE", "INDETERMINATE"}
)
# Values of one kind: a second one, of another side or part, makes the first unsure.
_WORDS = frozenset({"POSITIVE", "NEGATIVE", "EQUIVOCAL", "LOW", "ULTRALOW", "OVER", "NOT_OVER", "PLUS", "MINUS"})
_KIN: dict[str, frozenset[str]] = {
    "SCORE": frozenset({"SCORE"}),
    "PERCENT": frozenset({"PERCENT"}),
    "AMPLIFIED": frozenset({"AMPLIFIED", "NOT_AMPLIFIED"}),
    "NOT_AMPLIFIED": frozenset({"AMPLIFIED", "NOT_AMPLIFIED"}),
} | dict.fromkeys(_WORDS, _WORDS)
SAYING = VALUES - {"IHC", "ISH"}
LONGEST_LEAD, LONGEST_CARRY = 60, 40
FOLLOWING = 4  # how many clauses a receptor's rows may reach

# Words that a label may hold and still speak of the receptor named before it.
_OWN_LABEL = small(
    r"(?<![a-z])(?:results?|values?|(?:standard|normal) range|flag|status|interpretation|scores?|intensity|percent(?:age)?|%|cells?|nuclei|staining|stained|expression|"
    r"overall|final|conclusion|allred|quick|positivity|proportion|signals?|ergebnis|bewertung|befund|resultado|interpretacion|resultat|membrane|method|"
    r"fish|ish|ihc|copy|ratio|test|immunoassay|assay|immunostain\w{0,3}|stain|receptors?|protein|analysis|stud(?:y|ies)|description|block|on (?:our|the) [a-z ]{1,30})(?![a-z])"
)
_PLACE = small(
    r"(?:(?:on|in|of|the|left|right|invasive|primary|metastatic|axillary) )*(?:breast|mamma|tumou?r|carcinoma|core|needle|biopsy|tissue|specimen|excision|lymph|node|liver|bone|skin|[ ,])+\s?:"
)
_DENIED = small(r"(?<![a-z])(?:not|non|nor|neither|no longer|never)[\s-]{1,2}(?:considered |classified as |an? )?$")
_CLOCK = small(r"\d{1,2}:\d\d|\([a-z\d]\):?")
_STAINING = small(r"\s{1,2}(?:membran\w{1,4}\s)?(?:immuno)?(?:staining|reactivity|positivity|expression)\s{1,2}")
_OF = small(r"\s{1,2}(?:of|von|de|del|in|des|for)\s{1,2}(?:the\s)?")
_FOREIGN_LABEL = small(
    r"(?<![a-z])(?:nottingham|summary|codes?|grade|margins?|nodes?|stage|lymph|tumou?r size|mitotic|nuclear grade|history|control)"
)
_JOINT = small(r"[\s,/&+()-]{0,6}(?:and/or|and|or|und|et|y|e|as well as)?[\s,/&(]{0,4}(?:the\s)?")
_SHORT_LEAD = small(
    r"[\s\-*>.:(#\"'=]{0,8}(?:(?:the|an?|final|overall|tumou?r|carcinoma|cells?|is|are|gene|was|results?|staining|intensity|score|by|with|in|of|for|this|invasive|membrane|shows?|tissue)[\s:]{1,3}){0,9}"
)
# What may stand between a percentage and the name behind it: "90% of cells express ER".
_EXPRESSING = small(
    r"\s?\)?\s?(?:of (?:the |all )?(?:(?:invasive|tumou?r|neoplastic|malignant|carcinoma|cancer) ){0,2}(?:cells|nuclei|tumou?r))?\s?"
    r"(?:(?:are|is|were|was)|(?:(?:are|is|were|was) )?(?:(?:strongly|moderately|weakly|diffusely|also) )?"
    r"(?:(?:express(?:es|ed|ing)?|show(?:s|ed|ing)?)(?: (?:nuclear|strong|moderate|weak|positivity for|staining for|expression of|the))*"
    r"|(?:(?:stain(?:s|ed|ing)?|label(?:s|ed)?|react(?:s|ive)?|positive|immunoreactive)(?: (?:strongly|moderately|weakly|positively|positive))?)"
    r" (?:for|with)(?: the)?)) "
)
_AFTER_STATUS = small(
    r"\s{0,3}(?:[.,;:(\[)%\d\-\n|]|$|for (?:over|gene|amplif|protein)|(?:reaction|staining|expression|result)s?(?![a-z])|\(|by |in \d|in (?:the |an? )?(?:[a-z]{1,12} ){0,2}(?:nodes?|metasta|breast|tumou?r|primary|axilla|biopsy|liver|bone|skin|recurrence|left|right|other)|score)"
)


@dataclass(slots=True)
class Segment:
    """The receptors that stretch speaks of, and its tokens without their names."""

    names: tuple[str, ...]
    tokens: list[Token] = field(default_factory=list)
    start: int = 0  # where its name stands
    carried: Token | None = None  # a status that stood before the name: "negative for ER"

    @property
    def valued(self) -> bool:
        """Whether anything but punctuation was said."""
        return any(token.kind in SAYING and token is not self.carried for token in self.tokens)


def is_own(label: Token) -> bool:
    """Return whether a label speaks of the receptor before it, as in "Score:"."""
    return bool(_OWN_LABEL.search(label.value)) and not _FOREIGN_LABEL.search(label.value)


def segments(
    text: str, found: list[Token], before: Segment | None, start: int, end: int
) -> tuple[list[Segment], Segment | None]:
    """Return the new segments of a clause, and the one that the next clause may go on with.

    `before` is the segment of an earlier clause that this one may go on with: what it says is added to that.
    """
    builder = _Builder(text, found, start, end)
    if before is not None and continues(text, found, before, start):
        builder.current = before
    for place, token in enumerate(found):
        builder.take(place, token)
    return builder.done, builder.current


def continues(text: str, found: list[Token], before: Segment, start: int) -> bool:
    """Return whether a clause that names no receptor first goes on with the one before."""
    first = next((token for token in found if token.kind != "HALT"), None)
    if first is None:
        return False
    if _of_site(text, found, before, start):
        return True
    following = found[found.index(first) + 1 : found.index(first) + 2]
    if following and following[0].kind in NAMES | {"OTHER"}:
        return False  # a value before its name: "90% ER"
    lead = text[start : first.start]
    if first.kind == "LABEL":
        return is_own(first) and _SHORT_LEAD.fullmatch(lead) is not None
    if first.kind not in VALUES:
        return False
    if first.kind in OF_GENE | {"SCORE", "IHC"} and len(lead) < LONGEST_LEAD:
        return first.kind != "SCORE" or _SHORT_LEAD.fullmatch(lead) is not None
    bare = not lead.strip(" \t-*>.:(#\"'=|")
    if first.kind in STATUS:
        return bare and _AFTER_STATUS.match(text, first.end) is not None
    return bare


def _of_site(text: str, found: list[Token], before: Segment, start: int) -> bool:
    """Return whether a clause tells of the same receptor in another place: "left breast 1+; right breast 3+"."""
    first = next((token for token in found if token.kind not in {"HALT", "INTEGER", "NUMBER"}), None)
    if first is None or first.kind not in _KIN:
        return False
    lead = text[start : first.start]
    placed = is_site(lead) and len(lead) < LONGEST_LEAD and ":" not in _CLOCK.sub("", lead).strip(" :")
    return placed and any(held.kind in _KIN[first.kind] for held in before.tokens)


class _Builder:
    def __init__(self, text: str, found: list[Token], start: int, end: int) -> None:
        self.text, self.found, self.end = text, found, end
        self.at = start  # where the last token ended
        self.done: list[Segment] = []
        self.current: Segment | None = None
        self.carried: Token | None = None
        self.share: Token | None = None  # a percentage that stood before its name
        self.shares_first = self._begins_with_share()
        self.last_name: Token | None = None

    def take(self, place: int, token: Token) -> None:
        """Put one token where it belongs."""
        gap, self.at = self.text[self.at : token.start], token.end
        if token.kind in NAMES:
            self._name(token, token.kind)
            self.share = None
            if place and self.found[place - 1].kind == "DOUBT" and self.current is not None:
                self.current.tokens.append(self.found[place - 1])
        elif token.kind == "PERCENT" and self._is_expressing(place, token):
            self.current, self.share = None, token
        elif token.kind == "OTHER" or (token.kind == "LABEL" and not is_own(token) and not self._is_place(token)):
            self.current, self.carried = None, None
        elif (
            token.kind in STATUS | OF_EXPRESSION | {"PENDING", "SCORE"}
            and HER2 not in token.value
            and self._stands_before(place, token)
        ):
            self.current, self.carried = None, token
        else:
            self._value(token, gap)

    def _value(self, token: Token, gap: str) -> None:
        of_her2 = HER2 in token.value or token.value in {RATIO, COPIES}
        if of_her2 and (self.current is None or "HER2" not in self.current.names):
            self._name(token, "HER2")
            self.carried = None
        if token.kind == "HALT" and token.value.strip(" ,|\t"):
            self.carried = None
        told = self.current is not None and any(held.kind in _KIN.get(token.kind, ()) for held in self.current.tokens)
        if token.kind in VALUES and is_foreign(gap) and not (told and is_site(gap)):
            self.current = None
        fits = token.kind != "PERCENT" or is_usual(gap) or (told and is_site(gap))
        if self.current is not None and fits:
            self.current.tokens.append(token)

    def _name(self, token: Token, name: str) -> None:
        current, last = self.current, self.last_name
        if _DENIED.search(self.text, max(0, token.start - 24), token.start):
            self.current, self.carried = None, None
            return
        self.last_name = token
        if (
            current is not None
            and last is not None
            and not current.valued
            and _JOINT.fullmatch(self.text, last.end, token.start)
        ):
            current.names += () if name in current.names else (name,)
            return
        if current is not None and current.names == (name,) and self.carried is None:
            current.tokens.append(Token("AGAIN", "", token.start, token.end))
            return
        held = [before for before in (self.carried, self.share) if before is not None]
        self.current = Segment((name,), held, token.start, self.carried)
        self.done.append(self.current)

    def _is_place(self, label: Token) -> bool:
        """Return whether a label only says where: "HER2 FISH, left breast:"."""
        waiting = self.current is not None and not self.current.valued
        return waiting and _PLACE.fullmatch(label.value) is not None

    def _is_expressing(self, place: int, token: Token) -> bool:
        """Return whether a percentage speaks of the name after it: "90% of the tumor cells express ER"."""
        name = next((word for word in self.found[place + 1 : place + 4] if word.kind in NAMES), None)
        if name is None or name.kind == "HER2":  # its shares say how much of the tumor has a score
            return False
        if self.shares_first and self.text[token.end : name.start] == " ":
            return True
        return _EXPRESSING.fullmatch(self.text, token.end, name.start) is not None

    def _begins_with_share(self) -> bool:
        """Return whether percentages stand before their names: "95% ER, 40% PR"."""
        first = [word for word in self.found if word.kind != "HALT"][:2]
        kinds = [word.kind for word in first]
        return (
            kinds[:1] == ["PERCENT"]
            and kinds[1:] in (["ER"], ["PR"])
            and self.text[first[0].end : first[1].start] == " "
        )

    def _stands_before(self, place: int, token: Token) -> bool:
        """Return whether a status speaks of names that come after it: "negative for ER", "positive ER"."""
        rest = self.found[place + 1 : place + 3]
        if not rest:
            return False
        if token.kind == "SCORE":
            names_her2 = [word.kind for word in rest] == ["FOR", "HER2"]
            scored = self.text.startswith("scor", token.start)
            gap = self.text[token.end : rest[0].start]
            return names_her2 and (_STAINING.fullmatch(gap) is not None or (scored and gap == " "))
        if token.kind in OF_EXPRESSION:
            return rest[0].kind == "HER2" and _OF.fullmatch(self.text, token.end, rest[0].start) is not None
        if rest[0].kind == "FOR" and len(rest) == 2 and rest[1].kind in NAMES:
            gap = self.text[rest[0].end : rest[1].start]
            return not self.text[token.end : rest[0].start].strip() and len(gap) < LONGEST_CARRY
        if rest[0].kind not in NAMES:
            return False
        free = self.current is None or any(held.kind in STATUS | {"PERCENT", "SCORE"} for held in self.current.tokens)
        return free and not self.text[token.end : rest[0].start].strip()
