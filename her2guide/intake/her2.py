"""What one segment says of HER2: score, staining, word, gene test and its figures."""

from her2guide.intake.facts import Fact
from her2guide.intake.findings import Kind, ReportField
from her2guide.intake.lex import Token
from her2guide.intake.names import HER2
from her2guide.intake.patterns import small
from her2guide.intake.segments import Segment

_WORDS = {
    "POSITIVE": "positive",
    "PLUS": "positive",
    "OVER": "positive",
    "NEGATIVE": "negative",
    "MINUS": "negative",
    "NOT_OVER": "negative",
    "EQUIVOCAL": "equivocal",
    "LOW": "low",
    "ULTRALOW": "ultralow",
}
_DIGITS_BESIDE = {"NEGATIVE": "01", "NOT_OVER": "01", "MINUS": "01", "EQUIVOCAL": "2", "POSITIVE": "3"}
_BY = small(
    r"\s{0,2}(?:\(\s?|,?\s?(?:by|on|using|per|with|via|en|par|por|mittels|durch|in)\s(?:the\s)?)(?:IHC (?:and|&) )?"
)
_IS = small(
    r"[\s:=(\-]{0,6}(?:(?:was|is|of|approximately|about|calculated|at|equals?|being|score|result|value|ist|est|es|de)[\s:=]{1,3}){0,3}"
)
# A definition of 0, or a denial: neither tells which staining was seen.
_EITHER = small(
    r"(?<![a-z])(?:absent|no|none|negative|lack\w{0,4})(?![a-z])[^.;\n]{0,24} or (?:an? )?(?:very )?(?:faint|barely|incomplete|weak)"
    r"|(?<![a-z])(?:faint|barely|incomplete)(?![a-z])[^.;\n]{0,40}?(?:is|was) (?:absent|not (?:seen|identified|present|observed))"
)
_AND_A = small(r"(?<![a-z])(?:with|and|but|plus)(?: an?)? $")
_BESIDE = small(r"(?: ?,| -)? ")
_CLOSED = small(r"\s?(?:[.;)\]\n]|$|[\ue001-\ue009])")
_UP_TO_TEN = small(r"(?:<\s?/?=|less than or equal to|up to|no more than)\s?10(?![\d.])")
_TEN_OR_LESS = small(r"10\s?%?[\s-]{0,2}or (?:less|below|fewer)")
_AFTER_RESULT = small(r"[\s,:=(\-]{0,5}(?:(?:with|at|ratio)[\s:=]{1,3}){0,2}")


def read_her2(segment: Segment, text: str) -> list[Fact]:
    """Return what a segment says of HER2."""
    return _Her2(segment, text).read()


class _Her2:
    """One walk over the tokens of a HER2 segment; `method` is the test last named."""

    def __init__(self, segment: Segment, text: str) -> None:
        self.tokens = [t for t in segment.tokens if t.kind not in {"FOR", "HALT", "LABEL"}]
        self.text = text
        self.method = ""
        self.found: list[Fact] = []
        self.open: list[tuple[str, Token]] = []

    def read(self) -> list[Fact]:
        """Return the facts, without those that an open test takes back."""
        for place, token in enumerate(self.tokens):
            self._take(place, token)
        self._staining()
        return self._without_open()

    def _add(self, field: ReportField, value: str, token: Token) -> None:
        self.found.append(Fact(field, Kind.RESULT, value, token.start, token.end))

    def _take(self, place: int, token: Token) -> None:
        match token.kind:
            case "IHC" | "ISH" | "AGAIN":
                self.method = token.kind.removeprefix("AGAIN")  # a name said again begins anew
            case "SCORE":
                self._score(token)
            case "CROSSES":
                self._crosses(token)
            case "AMPLIFIED" | "NOT_AMPLIFIED":
                self.method = "ISH"
                self._add(ReportField.HER2_ISH, token.kind.lower(), token)
            case "RATIO" | "COPIES":
                self._labelled(place, token)
            case "NUMBER" | "INTEGER":
                self._bare(place, token)
            case "GROUP":
                self._add(ReportField.HER2_ISH_GROUP, token.value, token)
            case "PENDING" | "NOT_DONE" | "INDETERMINATE":
                self.open.append((self._method_of(place), token))
            case kind if kind in _WORDS:
                self._word(place, token)

    def _score(self, token: Token) -> None:
        self.method = "IHC"
        self._add(ReportField.HER2_IHC, "0" if token.value == "0" else f"{token.value}+", token)

    def _bare(self, place: int, token: Token) -> None:
        if token.kind == "NUMBER":
            self._bare_number(place, token)
        else:
            self._bare_digit(place, token)

    def _method_of(self, place: int) -> str:
        """Return the test that "pending" speaks of: the one named before it, else the one after."""
        if self.method:
            return self.method
        return next((t.kind for t in self.tokens[place + 1 : place + 3] if t.kind in {"IHC", "ISH"}), "")

    def _crosses(self, token: Token) -> None:
        if int(token.value) > 1 and self.method != "ISH":
            self.method = "IHC"
            self._add(ReportField.HER2_IHC, f"{token.value}+", token)

    def _word(self, place: int, token: Token) -> None:
        following = self.tokens[place + 1 : place + 3]
        if self.method == "ISH" and token.kind not in {"LOW", "ULTRALOW", "OVER", "NOT_OVER"}:
            value = {
                "POSITIVE": "amplified",
                "NEGATIVE": "not_amplified",
                "PLUS": "amplified",
                "MINUS": "not_amplified",
            }.get(token.kind)
            if value:
                self._add(ReportField.HER2_ISH, value, token)
            return
        of_test = following and following[0].kind == "ISH" and token.kind in {"POSITIVE", "NEGATIVE"}
        if of_test and self._is_of_test(token, following[0]):
            self._add(ReportField.HER2_ISH, "amplified" if token.kind == "POSITIVE" else "not_amplified", token)
            return
        self._add(ReportField.HER2_STATUS_WORD, _WORDS[token.kind], token)
        if of_test:
            closed = len(following) > 1 and following[1].kind in {
                "PENDING",
                "NOT_DONE",
                "INDETERMINATE",
                "POSITIVE",
                "NEGATIVE",
                "AMPLIFIED",
                "NOT_AMPLIFIED",
            }
            if not closed and _BY.fullmatch(self.text, token.end, following[0].start):
                self._add(ReportField.HER2_ISH, "amplified" if token.kind == "POSITIVE" else "not_amplified", token)

    def _is_of_test(self, word: Token, test: Token) -> bool:
        """Return whether a word tells of the test after it: "2+ with negative FISH"."""
        before = self.text[max(0, word.start - 8) : word.start]
        return _AND_A.search(before) is not None and self.text[word.end : test.start] == " "

    def _labelled(self, place: int, token: Token) -> None:
        following = self.tokens[place + 1 : place + 2]
        if not following or following[0].kind not in {"NUMBER", "INTEGER"}:
            return
        number = following[0]
        if not _IS.fullmatch(self.text, token.end, number.start):
            return
        if token.kind == "RATIO" and 0 < float(number.value) < 30:
            self.method = "ISH"
            self._add(ReportField.HER2_ISH_RATIO, number.value, number)
        if token.kind == "COPIES" and 0 < float(number.value) < 60:
            self._add(ReportField.HER2_COPY_NUMBER, number.value, number)

    def _bare_number(self, place: int, token: Token) -> None:
        """A number straight after a FISH result is the ratio."""
        if place == 0 or self.method != "ISH":
            return
        before = self.tokens[place - 1]
        if before.kind in {"ISH", "POSITIVE", "NEGATIVE", "AMPLIFIED", "NOT_AMPLIFIED"} and _AFTER_RESULT.fullmatch(
            self.text, before.end, token.start
        ):
            self._add(ReportField.HER2_ISH_RATIO, token.value, token)

    def _bare_digit(self, place: int, token: Token) -> None:
        """A lone 0 to 3 straight after the name or its method is the score: "HER2 IHC: 1"."""
        before = self.text[max(0, token.start - 3) : token.start]
        if self.method == "ISH" or token.value not in {"0", "1", "2", "3"}:
            return
        word = self.tokens[place - 1].kind if place else ""
        if self.text[token.start - 1] == "(" and token.value in _DIGITS_BESIDE.get(word, ""):
            self._score(token)  # "negative (0)"
            return
        beside = place > 0 and _BESIDE.fullmatch(self.text, self.tokens[place - 1].end, token.start)
        if beside and token.value in _DIGITS_BESIDE.get(word, "") and _CLOSED.match(self.text, token.end):
            self._score(token)  # "negative, 0"
            return
        before_kind = self.tokens[place - 1].kind if place else ""
        gap = self.text[self.tokens[place - 1].end : token.start] if place else before.replace(HER2, "")
        straight = not gap.strip(" (,") and before_kind in {"", "IHC", "AGAIN", "MINUS"}
        colon = (":" in before or "=" in before) and before_kind in {"", "IHC", "AGAIN"}
        if colon or (straight and (token.value == "0" or before_kind == "IHC")):
            self._score(token)

    def _staining(self) -> None:
        """Score 0 tells none from faint only where the staining itself is described, in one way."""
        if {fact.value for fact in self.found if fact.field is ReportField.HER2_IHC} != {"0"}:
            return
        kinds = {t.kind: t for t in self.tokens}
        faint = kinds.get("FAINT")
        none = kinds.get("NO_STAINING")
        if (faint is None) == (none is None) or "CYTOPLASMIC" in kinds:
            return
        if _EITHER.search(self.text, self.tokens[0].start, self.tokens[-1].end):
            return
        if none is not None:
            self._add(ReportField.HER2_IHC0_STAINING, "none", none)
        elif faint is not None and any(_at_most_ten(t, self.text) for t in self.tokens):
            self._add(ReportField.HER2_IHC0_STAINING, "faint<=10%", faint)

    def _without_open(self) -> list[Fact]:
        found = self.found
        for method, token in self.open:
            kind = Kind.PENDING if token.kind == "PENDING" else Kind.NOT_DONE
            ihc = Fact(ReportField.HER2_IHC, kind, "", token.start, token.end)
            ish = Fact(ReportField.HER2_ISH, kind, "", token.start, token.end)
            if method != "ISH" and not any(fact.field is ReportField.HER2_IHC for fact in found):
                found = [*found, ihc]
            if method != "IHC":
                found = (
                    [fact for fact in found if fact.field is not ReportField.HER2_ISH] + [ish]
                    if method == "ISH"
                    else [*found, ish]
                )
        return found


def _at_most_ten(token: Token, text: str) -> bool:
    printed = text[token.start : token.end]
    if token.kind == "BOUND":
        return _TEN_OR_LESS.fullmatch(printed) is not None
    if token.kind != "PERCENT":
        return False
    if not token.value:
        return _UP_TO_TEN.match(printed) is not None
    return not token.value.startswith(">") and float(token.value.lstrip("<").split("-")[-1]) <= 10
