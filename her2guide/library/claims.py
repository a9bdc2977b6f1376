"""Sentences the guide may never say. A check for people who write content; it cannot replace reading.

Each rule names what it forbids and how such a sentence looks. A question, an honest denial and a fixed line may use the
same words: `_ASKING` and `_DENYING` say where in a sentence that begins, `_BREAK` where it ends. What stands before or
after has no excuse: "You qualify, but ask your doctor." is a claim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that breaks a rule."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What is forbidden, and how it looks. `excusable` is false where no question or denial makes it right."""

    id: str
    forbids: str
    looks: tuple[re.Pattern[str], ...]
    excusable: bool = True


_WORDS = {
    "DRUG": r"(?:enhertu|datroway|herceptin|perjeta|kadcyla|trodelvy|keytruda|xeloda|phesgo|t-dm1|thp|chemo(?:therapy)?"
    r"|immunotherapy|hormone therapy|\w+(?:tecan|mab|tansine|tinib|ciclib|strant|parib)"
    r"|(?:this|the|that|your|a|any|these) (?:\w+ )?(?:medicine|drug|treatment|therapy|pill|infusion)s?)",
    "STEROID": r"(?:steroids?|prednis\w+|methylprednis\w+|dexamethasone|hydrocortisone|cortisone)",
    "SICKNESS": r"(?:\w+setron|olanzapine|aprepitant|metoclopramide|anti-?(?:nausea|sickness|emetic)s?)",
    "SIGN": r"(?:cough(?:s|ing)?|fevers?|wheez\w+|breathing|breathlessness|chest pain|breath|symptoms?|signs?)",
    "KIND": r"(?:her2-(?:low|ultralow|positive|negative|null)|\b(?:low|ultralow|positive|negative) cancers?)",
    "WILL": r"(?:will|won['’]t|would|is going to|can(?:not|['’]t)?|could|does|did|may|might|must)(?: not| never)?",
    "HAVE": r"(?:take|start|begin|get|have|use|try|stop|switch|avoid|ask for|receive|change|choose)",
}


def _looks(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Return compiled patterns; words in capitals between angle brackets stand for the lists above."""
    filled = (re.sub(r"<(\w+)>", lambda found: _WORDS[found[1]], pattern) for pattern in patterns)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in filled)


RULES = (
    Rule("eligible", "that someone can or cannot have a treatment", _looks(
        r"\beligib\w+", r"\bqualif(?:y|ies|ied)\b", r"\bcandidates?\b", r"\bis what you need\b", r"\bbetter off\b",
        r"\b(?:good|great|right|perfect|ideal) (?:match|fit|choice|option|treatment|medicine|drug)\b",
        r"\bmeets? (?:the|its) (?:rules|criteria|conditions)", r"\b(?:right|an option|a choice|meant) for you\b",
        r"<DRUG> (?:is|are|was) (?:not )?(?:made )?for (?:you|people like you)\b",
        r"\byou can(?:not| not)? (?:\w+ )?(?:(?:have|get|take|start|use) <DRUG>|be (?:treated|given))",
    )),
    Rule("advice", "telling someone which treatment to have", _looks(
        r"\byou (?:\w+ )?(?:should|ought to|must|need(?: to)?|have to|had better)(?: not| never)? <HAVE>\b",
        r"\byou (?:do not |don['’]t )?(?:must|need|should)(?: not)? (?:have )?<DRUG>",
        r"\bwe (?:recommend|advise|suggest|urge)\b|\b(?:ha(?:s|ve) to|should|must) (?:give|put|switch|prescribe) you\b",
        r"\bask (?:your|the) \w+ to (?:switch|start|stop|put|give|prescribe|change)\b",
        r"\b(?:wise|smart|better|wrong|time|time for you) to (?:<HAVE>|move on)\b",
        r"\b(?:must|has to|should) (?:come|be|go) (?:the )?first", r"\bdo not (?:take|use|have|start|get) <DRUG>",
        r"(?:^|[;:,] |\band )(?:choose|pick|refuse|demand|insist on|say (?:no|yes) to|go (?:for|with)) <DRUG>",
    )),
    Rule("promise", "best, safe, a cure, guaranteed, will or will not work", _looks(
        r"\b(?:best|safe(?:r|st|ly)?|harmless|cur(?:e[sd]?|able)|guarante\w+|miracles?|breakthroughs?|risk-free)\b",
        r"\b(?:perfect|ideal|proven|effective|useless|pointless|do nothing|nothing beats|(?:sure|certain|bound) to)\b",
        r"\b(?:strongest medicine|benefits? most|of choice|gets? better)\b", r"\b(?:<WILL> work|cannot treat)\b",
        r"\bworks? (?:for|better|best|well)\b", r"<DRUG> (?:always |really )?(?:helps|beats|extends|saves|prolongs)\b",
        r"\b(?:no|hardly any|little) (?:\w+ )?(?:risks?|side effects|dangers?|downsides?)\b",
        r"\bwill (?:not )?(?:help you|shrink|disappear|go away|heal)\b", r"\b(?:cancer|tumor) (?:goes away|is gone)\b",
        r"\b(?:wip\w+ out|gets? rid of|beats?|kills?) (?:the|this|your|all) (?:cancer|tumor)\b",
    )),
    Rule("category", "a category that the result does not carry, no HER2, or a report overruled", _looks(
        r"2\+(?:(?!gene test|\bish\b|if |negative,|amplified).)*?\b(?:means?|is|are|have|makes?|called|counts? as)\b"
        r"(?: [\w’-]+){0,3}? <KIND>",
        r"^(?!.*(?:stain|without any)).*\b(?:ihc|score of|score is|plain|bare|a) 0\b.*?\bher2-(?:null|ultralow)",
        r"\b(?:no|any|without|free of) her2\b(?!-| (?:medicine|test|result|score|gene))", r"\bnot have her2\b(?!-)",
        r"\b(?:pathologist|report|lab|doctor|gene test)s?\b.*?\b(?:wrong|mistaken?|mistakes|errors?|missed)\b",
        r"\breally <KIND>", r"<KIND>(?: cancer)? (?:cannot|can['’]t) be treated",
        r"\btrust this guide\b", r"\b(?:is|are|as) (?:an? )?official (?:result|report)\b",
    )),
    Rule("outlook", "a better or worse kind of cancer, or what will happen to one person", _looks(
        r"<KIND>.*?\b(?:better|worse|milder|mild|poor|dangerous|aggressive|favorable|serious|severe|gentler?|easier)\b",
        r"\bdo(?:es)? (?:better|worse|best|well)\b", r"\b(?:years?|months?) (?:to live|ahead|left)\b",
        r"\byour? (?:\w+ ){0,3}(?:life expectancy|survival|chances?|odds)\b|\b(?:prognosis|outlook|lucky|good news)\b",
        r"\b(?:you|people like you) (?:will |can |may |could )?(?:expect to )?live\b",
        r"\b(?:the|your|this) (?:cancer|tumor) (?:(?:will|won['’]t)\b|is (?:not )?likely)", r"\byou(?:['’]ll| will)\b",
        r"\b(?:mild|gentle|slow|fast|aggressive|dangerous) (?:form|kind|type)\b", r"\blive (?:past|beyond)\b",
    )),
    Rule("dose", "a dose, a grade, a steroid or anti-sickness medicine, holding or restarting", _looks(
        r"\bmg\b|\bmilligrams?\b", r"\b(?:lower|higher|half|double|second|extra)(?: \w+){0,2} dose\b", r"\bgrade \d",
        r"(?:^|[;:,] |\band |\bthen |\byou can )(?:take|start|begin|stop|hold|pause|skip|restart|resume|delay"
        r"|switch to|use|cut|lower|raise|go back on)(?: \w+){0,2}? (?:<DRUG>|<STEROID>|<SICKNESS>|medicine"
        r"|infusion|dose|(?:pill|tablet|capsule)s?)\b",
        r"\b(?:predniso\w+|dexamethasone|\w+setron|olanzapine)\b", r"<STEROID>.*\b(?:will|each|every|daily|calm)\b",
        r"\b(?:once|twice|times) (?:a|each|per) (?:day|week)\b",
    )),
    Rule("number", "a percentage, a ratio, a relative number, or time before growth told as life", _looks(
        r"\d ?(?:%|percent\b)", r"\bhazard ratio\b", r"\bhr [\d.]", r"\btwice as\b|\btimes (?:more|less|as)\b",
        r"\b(?:cuts?|lowers|lowered|reduces) the (?:risk|chance)\b", r"\breduction in\b", r"\b(?:doubl|tripl|halv)ed\b",
        r"\bliv(?:e|ed|ing) (?:longer.*\bbefore|.*\bwithout)\b.*\bgr[eo]w", r"\bgrowth means living\b",
        r"\b(?:helps?|helped|makes?|made|lets?) (?:people|you|them) live\b",
    ), excusable=False),
    Rule("comparison", "medicines from different trials set side by side", _looks(
        r"(?=.*\benhertu\b)(?=.*\bdatroway\b).*(?:\b\d|\bthan\b|\bbetter\b|\bworse\b|\bfewer\b)",
        r"<DRUG> (?:and <DRUG> )?(?:is|are) (?:just |much )?the same\b",
    )),
    Rule("undated", "what is not approved or not possible, without a day", _looks(
        r"^(?!.*\b20\d\d\b).*\b(?:not (?:yet )?(?:been )?approved|nothing (?:is )?approved|no approval"
        r"|has no boxed warning|is not possible|there (?:is|are) no (?:\w+ )?(?:treatment|medicine|drug)s?)\b",
    )),
    Rule("reassurance", "that a sign is nothing", _looks(
        r"\b(?:nothing|not|no need|never) to (?:worry|fear)\b|\b(?:do not|don['’]t) worry\b|\bis not serious\b",
        r"<SIGN>\b.*\b(?:(?:is|are) (?:\w+ )?(?:normal|fine|nothing)|does not matter)\b",
        r"\byou(?:['’]re| are) (?:fine|okay|all right)\b",
        r"\byour (?:lungs|heart|blood) (?:is|are|will be) (?:fine|normal|okay|clear|healthy)\b",
    )),
    Rule("waiting", "to wait and see", _looks(
        r"(?<!do not )(?<!never )\bwait (?:a|an|until|till|and|for a|\d)\b", r"\bcan wait\b|\bcall later\b",
        r"\b(?:see|call) if (?:it|the|your)\b.*\b(?:gets?|goes)\b", r"\bwatch your\b.*\b(?:at home|for a|days?)\b",
        r"\bcall (?:\w+ ){0,3}(?:if|when|only)\b.*\b(?:lasts?|still|longer|more than)\b",
        r"\b(?:days?|hours?|two|while) before you call\b", r"\buntil (?:the )?(?:morning|tomorrow|your next)\b",
        r"\b(?:until|till) (?:the |your )?<SIGN> (?:pass|go|stop|fade|ease|clear)",
    )),
    Rule("money", "that a fund is open, or that someone will pay", _looks(
        r"\bfunds? (?:\w+ )?(?:(?:is|are) (?:\w+ )?(?:open|closed)|has money)\b",
        r"\b(?:for free|free for you|takes new people)\b",
        r"\b(?:plan|insurance|insurer|medicare|medicaid|maker|copay|program) (?:will|(?:\w+ )?(?:covers?|pays? for))\b",
    )),
    Rule("review", "a translation by machine told as reviewed", _looks(
        r"^(?!.*\b(?:no (?:person|one)|not)\b).*\btranslat\w+\b.*\b(?:reviewed|checked|approved)\b",
    )),
    Rule("people", "women where people are meant", _looks(r"\b(?:women|woman|ladies|lady)\b"), excusable=False),
    Rule("status", "status where a result is meant", _looks(r"\bstatus\b"), excusable=False),
)  # fmt: skip

# Asking excuses what begins after it; "did you know" and "why" may carry a claim, so they are not here.
_OPENERS = r"what|which|whom?|how|when|where|is|are|am|was|were|will|would|can|could|should|do|does|has|have|may|might"
_ASKING = _looks(
    rf"(?:^|[,:;“\"] ?|\band )(?:{_OPENERS})\b(?=.*\?[”\"]?$)",
    r"\b(?:ask|asking|find out)\b[^,;:.]*?\b(?:if|whether|what|which|who|how|when|where)\b",
    r"\b(?:if|whether)\b",
)
# An honest denial, or a fixed line, excuses what ends after it.
_DENYING = _looks(
    r"\b(?:cannot|can['’]t|do(?:es)? not|did not|never|(?:no one|no test|nobody) can)(?: \w+)? "
    r"(?:tell|say|know|promise|predict|choose|mean|show|decide|name|overrule)s?\b",
    r"\bnot (?:yet )?(?:known|clear|sure|certain|a list|a forecast|a promise|a sign)\b",
    r"\bnothing in this guide\b", r"\bno (?:medicine|drug|treatment) (?:that )?(?:is|can|will|works|helps)\b",
    r"\bneither\b(?=.* nor )|\bnot (?:better|worse|good|bad) n?or\b", r"^do not (?:start, stop or change|stop|wait)\b",
)  # fmt: skip
_BREAK = re.compile(
    r"[;:]| [–—] |,? \b(?:but|yet|because|since|although|though)\b"
    r"|, (?:and |so |as |for )?(?:it|you|this|that|they|we|there|enhertu|datroway)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+|\n+")


def forbidden_claims(text: str) -> tuple[Claim, ...]:
    """Return each sentence of the text that may not be said, once for each rule it breaks."""
    return tuple(Claim(rule, each) for each in sentences(text) for rule in _broken(each))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a new line begins a new one."""
    return tuple(each.strip() for each in _SENTENCE_END.split(text) if each.strip())


@lru_cache(maxsize=8192)
def _broken(sentence: str) -> tuple[str, ...]:
    """Return the ids of the rules one sentence breaks."""
    asked, denied = tuple(_stretches(_ASKING, sentence)), tuple(_stretches(_DENYING, sentence))

    def stands(rule: Rule, found: re.Match[str]) -> bool:
        return rule.excusable and (
            any(start <= found.start() < stop for start, stop in asked)
            or any(start < found.end() <= stop for start, stop in denied)
        )

    return tuple(
        rule.id
        for rule in RULES
        if any(not stands(rule, found) for looks in rule.looks for found in looks.finditer(sentence))
    )


def _stretches(excuses: tuple[re.Pattern[str], ...], sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where in a sentence an excuse begins and ends."""
    for excuse in excuses:
        for found in excuse.finditer(sentence):
            stop = _BREAK.search(sentence, found.end())
            yield found.start(), stop.start() if stop else len(sentence)
