"""What is cut before reading, for it looks like a result and is none: legends, criteria, controls, empty boxes, talk.

Cut text becomes spaces, so that nothing moves.
"""

import re
from dataclasses import replace

from her2guide.intake.clauses import Clause, has_receptor
from her2guide.intake.names import RECEPTORS
from her2guide.intake.normalise import Page
from her2guide.intake.patterns import small

_LIMIT = r"(?:1\.8|2\.0|2\.2|2|4\.0|4|6\.0|6)(?![\d%]|\.\d)"
_COMPARED = (
    r"(?:>\s?/?=?|<\s?/?=?|less than|greater than|more than|at least|below|above|over|under)\s?(?:or equal to )?"
)
_BOUND = small(rf"{_COMPARED}\s?{_LIMIT}|(?<![\d.]){_LIMIT} or (?:greater|more|higher|above|less|below)")

# Whole clauses.
_CLAUSES: tuple[re.Pattern[str], ...] = (
    small(r"(?<![a-z])(?:scor(?:es?|ed) (?:as follows|of [0-3]\+? or [0-3])|are (?:scored|reported (?:semi|by|as (?:a|the|percent|semi))|considered|regarded|interpreted|defined|submitted)|(?<![a-z])defined (?:as|by)|(?:approved|indicated|licensed) (?:for|when|only|in)|per guidelines?|[0-3]\+ requires|(?:positive|negative|status) (?:is |are )?required|replace with|will appear here|"
               r"scor(?:es?|ing) (?:system|guide|guidelines?|key|legend|criteria|method)|criteria for|en'?feria for|interpretation (?:guide|key|criteria)|"
               r"reference (?:range|interval|values?)|clones? used|respective clones|performance characteristics|investigational|"
               r"may (?:be used|help|benefit)|can be used|is (?:intended|indicated) (?:for|in)|semi-?quantitat|guidelines? (?:define|recommend|state)|"
               r"(?:a|any) (?:positive|negative) [^.;\n]{0,24}(?:tumou?r|result|case|reaction|test) (?:shows|is|indicates|means|does)|"
        r"is considered (?:\w{1,9} ){0,3}(?:if|when|with)|considered (?:positive|negative|equivocal) (?:if|when|for)|"
               r"(?:positive|negative|amplified|equivocal) (?:if|when)(?![a-z])|(?<!\d)(?:1|5|10)\s?% or (?:above|more|greater|higher)|bewertungsschema|gilt als|se considera|est considere)"),
    small(r"(?<![a-z])(?:patients|women|people (?:with|who|whose)|participants|enrolled|randomi[sz]ed|(?:tumou?rs|carcinomas|cancers|cases|cells|those|specimens) (?:with|that|which|are|in this|showing)|(?:recent|several|other|published|these) studies|studies (?:have|show|suggest|indicate)|literature|clinical trials?|"
               r"BT-?474|SK-?BR-?3|MCF-?7|MDA-?MB|"
        r"patienten|pacientes|les patientes)(?![a-z])(?!:)(?<!tumor cells are)(?<!% of cells are)(?<!cells with)"),
)  # fmt: skip
_KEEP = small(
    r"(?<![a-z])(?:tumou?r|neoplastic|invasive|carcinoma|malignant|cancer)\w{0,2} cells (?:are|with|that|showing|which)"
)

# Parts of clauses.
_PARTS: tuple[re.Pattern[str], ...] = (
    small(r"[(\[]\s?(?:on (?:a )?)?(?:scale|range|score range|score|scoring)?\s?(?:of|from|:)?\s?0\+?\s?(?:-|to|through|,\s?1\+?,\s?2\+?,(?: or| and)?)\s?[3]\s?\+?(?: scale)?\s?[)\]]"),
    small(r"(?<![a-z])(?:on|using|auf|sur|en) (?:a|an|the|einer|une)?\s?(?:scale|skala|echelle|escala)\s(?:of|from|von|de)?\s?0\+?\s?(?:-|to|through|bis|a)\s?3\+?"),
    small(r"(?<![a-z])(?:scale|range)\s?(?:of|from|:)?\s?0\+?\s?(?:-|to)\s?3\s?\+?|(?<![\d.,])0\s?(?:-|to)\s?3\s?\+?\s(?:scale|scoring)"),
    small(r"\[[^\[\]\n]{0,120}(?<!\d)[01]\+?[^\[\]\n]{0,80}(?<!\d)2\+[^\[\]\n]{0,80}(?<!\d)3\+[^\[\]\n]{0,80}\]"),
    small(r"(?:(?<![a-z])(?:the|an?|and|or|with|score)\s{1,3}(?:score\s)?[0-3]\s?\+?\s{1,3})?(?:(?<![\d.])[0-3]\s?\+\s{1,2}(?=(?:[a-z]{1,12}\s){0,2}control))?(?:(?<![a-z])(?:appropriate|positive|negative|internal|external|normal|benign|tissue|on-?slide|the|all|and|or|with|using|cell[- ]line|batch|run|adequate|its|"
               r"both|known|kit|interne?|externe?)\s{1,3}){0,7}(?<![a-z])(?:controls?|kontroll?en?|temoins?)(?![a-z])(?:[^.;)\n,\ue001-\ue009]|,(?=\s?(?:\d|\+|score|and\s)))*"),
    small(r"(?<![\d.])[0-3]\s?\+?(?:[\s,&/]{1,3}(?:(?:and|or|\ue001) )?[0-3]\s?\+?){0,3} (?:(?:positive|negative|control|xenograft|\ue001) ){0,2}cell[- ]?lines?(?![a-z])[^.;\n]*"),
    small(r"(?<![a-z])(?:non-?|not )?(?:positive|negative|amplified|equivocal)[\s-](?:breast )?(?:cases|cancers|carcinomas|patients|women|people)(?![a-z])"),
    small(r"(?<![a-z])(?:rather than|instead of|as opposed to|and not|, not) (?:an? )?(?:score (?:of )?)?[0-3]\s?\+"),
    small(rf"(?:[{RECEPTORS}][\s-]{{0,2}})?(?<![a-z])(?:ultra-?)?low (?:assays?|kits?|companion|stud(?:y|ies)|trials?|programs?)(?![a-z])"),
    small(r"(?<![a-z])(?:positive|negative|equivocal) (?=(?:by )?(?:F?ISH|D?-?DISH|IHC) (?:reports?|panels?|assays?|profile|reflex|orders?)(?![a-z]))"),
    small(r"(?<![a-z])[^.;\n()]{0,60} (?:was|were|is) (?:due to|the result of|caused by) (?:an? )?(?:[a-z]{1,14} ){0,2}(?:error|mistake)[^.;\n()]*"),
    small(r"(?<![a-z])(?:in which|where) [^.;\n]{0,60}?(?<![a-z])(?:was|were) (?:\w{1,14} ){0,2}(?:entered|reported|given|stated|listed|recorded|printed|shown|issued|called) (?:as )?[^.;\n]*"),
    small(r"(?<![a-z])(?:nottingham|bloom|SBR|elston|tubul\w{0,3}|nuclear (?:grade|pleomorphism|score)|mitot\w{1,4}|mitoses|histologic grade|combined histologic)[^.;\n\ue001-\ue009]{0,90}"),
    small(r"(?<![a-z])(?:if|should(?! read)|would|in case|whether|rule out|r/o|falls|sollte|wenn|si (?:se|es|el)|might|could)(?![a-z])(?! not be)[^.;\n]*"),
    small(rf"(?<![a-z])(?:when|unless|once|provided|as long as) (?:the )?(?:tumou?r is )?[{RECEPTORS}][^.;\n]*"),
    small(r"\(?(?<![a-z])(?:previously|formerly|originally|initially) (?:reported|read|scored|interpreted|called|issued|stated|given|signed out)[^.;,)\n]*"),
    small(r"(?<![a-z])(?:changed|amended|corrected|revised|updated|upgraded|downgraded) from [^.;,)\n]{1,40}? to(?= )"),
    small(r"(?<![a-z])(?:ref(?:erence)?\.?|normal|expected|standard)(?: range| value| interval)?\s?[:=(<>][^.;\n)]*(?:\.\d[^.;\n)]*)*"),
    small(rf"\(?(?<![a-z])(?:(?:not |non-?)?(?:amplified|positive|negative|equivocal|normal)[\s:=(]{{0,4}}(?:ratio[\s:]{{0,2}})?){_COMPARED}\s?{_LIMIT}\)?"),
)  # fmt: skip
# An earlier result in brackets behind the one that counts.
_BESIDE = small(
    r"(?:[0-3]\s?\+|%|positive|negative|amplified)[^()\n;]{0,20}(\((?:the )?(?:outside|prior|previous|earlier|original|initial|referring)(?![a-z])[^()\n]*\))"
)
_DRUGS = small(
    r"(?<![a-z])(?:trastuzumab|herceptin|pertuzumab|eligib\w{1,5}|candidates?|benefit|predict\w{0,4}|response to|therapy|T-DXd|enhertu)(?![a-z])"
)
_SAYS_MUCH = small(r"(?<![\d.])[0-3]\s?\+|%|amplif|score")
_BOX = small(r"\[\s{0,2}\]|\(\s{1,2}\)|\[\s?[xX*]\s?\]|\(\s?[xX]\s?\)|_[xX]_|(?<![\w_])_{2,}(?![\w_])")
_NEXT_LABEL = small(r"\s{2,}(?=[a-z%][a-z ]{1,24}:)")
_TICKED = small(r"[xX*]")
_VALUE_WORD = small(r"(?<![a-z])(?:positive|negative|equivocal|amplified|low|pos|neg)(?![a-z])|[0-3]\s?\+|score|%")
_PLUSED = small(r"(?<![\d.])([123])\s?\+(?![\d+])")
_DEFINED = small(
    r"(?<![\d.])[0-3]\s?\+?\s?(?:[=:)]|\(|-)\s?\(?(?:no|weak|faint|incomplete|intense|strong|complete|absent|absence|negative|equivocal|positive|keine|schwach)(?![a-z])"
)
_DEFINITION = small(
    r"(?<![\d.])([0-3])\s?\+?\s{0,3}[=:]\s{0,3}\(?(?:no|weak|faint|incomplete|intense|strong|complete|absent|absence|negative|equivocal|positive|keine|schwach)(?![a-z])"
)
# What a share of cells means, of which a rule tells two or three.
_SHARES = small(
    r"(?:(?:(?<![\d.])0\s?%?\s?(?:to|-)\s?)?(?:<|less than)\s?1\s?%|(?:>\s?/?=?|at least|more than|greater than)\s?(?:1|10)\s?%|(?<![\d.])(?:1|10)\s?% or (?:more|greater|higher|above)|(?<![\d.])1\s?%?\s?(?:to|-)\s?10\s?%)"
    r"\s?[:=]?\s?(?:is |are |means )?(?:low )?(?:negative|positive)(?![a-z])"
)
NEAR = 160  # how far apart the lines of one legend stand
_LEGEND_ROW = small(
    r"\W{0,6}(?:(?:score|IHC)\s{1,3})?([0-3])\s?\+?\s{0,3}[:=)\-|\t]{0,2}\s{0,6}[(\[]?(?=[A-Za-z])(?!of\s|in\s)"
)
_STATUS_ROW = small(
    r"\W{0,6}(positive|negative|equivocal|borderline|low|ultra-?low|null|amplified|not amplified)\s?[:=(\-|]\s?.{0,30}?(?:score|[0-3]\+|ratio|[<>]|0 or|>=|IHC 0)"
)
_SHARE_ROW = small(
    r"\W{0,6}(?:(?:<|less than|>\s?/?=?|at least|more than|greater than)\s?)?(?:0|1|10)\s?%?(?:\s?(?:-|to)\s?(?:<\s?)?(?:1|10)\s?%)?(?: or (?:more|greater|higher|above|less))?"
    r"\s?[:=|-]?\s{1,4}(negative|low positive|positive)(?![a-z])"
)


def blank(page: Page, spans: list[tuple[int, int]]) -> Page:
    """Return the page with spaces in place of the spans; line ends stay."""
    if not spans:
        return page
    pieces: list[str] = []
    at = 0
    for low, end in sorted(spans):
        if end <= at:
            continue
        start = max(low, at)
        pieces += (page.text[at:start], re.sub(r"[^\n]", " ", page.text[start:end]))
        at = end
    pieces.append(page.text[at:])
    return replace(page, text="".join(pieces))


def cut(page: Page, found: list[Clause]) -> Page:
    """Return the page without what only looks like a result."""
    return blank(
        page,
        [
            *_boxes(page.text),
            *_legend_rows(page.text),
            *_legends(page.text),
            *(span for clause in found for span in _spans(page.text, clause)),
        ],
    )


def _spans(text: str, clause: Clause) -> list[tuple[int, int]]:
    start, end = clause.start, clause.end
    part = text[start:end]
    if (
        (len(set(_PLUSED.findall(part))) >= 3 and _is_list(part))
        or len(_DEFINED.findall(part)) >= 2
        or len(_BOUND.findall(part)) >= 2
        or (len(_SHARES.findall(part)) >= 2 and _names(part) < 2)
    ):
        return [(start, end)]
    found = [match.span() for pattern in _PARTS for match in pattern.finditer(text, start, end)]
    found += [match.span(1) for match in _BESIDE.finditer(text, start, end)]
    for piece in part.split(";"):
        if _is_talk(piece):
            found.append((start, start + len(piece)))
        start += len(piece) + 1
    return found


def _is_list(part: str) -> bool:
    """Return whether scores stand there as a list, not as boxes and not behind several receptors."""
    return not _BOX.search(part) and _names(part) < 2


def _names(part: str) -> int:
    return sum(part.count(name) for name in RECEPTORS)


def _is_talk(piece: str) -> bool:
    """Return whether words are a rule, or speak of people in general, or of medicines."""
    if _CLAUSES[0].search(piece) or (_CLAUSES[1].search(piece) and not _KEEP.search(piece)):
        return True
    return has_receptor(piece) and _DRUGS.search(piece) is not None and not _SAYS_MUCH.search(piece)


def _boxes(text: str) -> list[tuple[int, int]]:
    """Choices beside empty boxes. A line where the box follows its choice says nothing sure and goes as a whole."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        boxes = list(_BOX.finditer(text, *line.span()))
        if not boxes or (len(boxes) == 1 and boxes[0][0].startswith("__")):
            continue
        colon = text.rfind(":", line.start(), boxes[0].start())
        if _VALUE_WORD.search(text, max(colon, line.start()), boxes[0].start()):
            spans.append(line.span())
            continue
        label = _NEXT_LABEL.search(text, boxes[-1].end(), line.end())
        ends = [*(box.start() for box in boxes[1:]), label.start() if label else line.end()]
        spans += [
            (box.start(), box.end() if _TICKED.search(box[0]) else end) for box, end in zip(boxes, ends, strict=True)
        ]
    return spans


def _legend_rows(text: str) -> list[tuple[int, int]]:
    """Rows that list what each score or status means, three scores or two statuses one under the other."""
    spans: list[tuple[int, int]] = []
    for pattern, enough in ((_LEGEND_ROW, 3), (_STATUS_ROW, 2), (_SHARE_ROW, 2)):
        run: list[tuple[int, int, str]] = []
        for line in [*re.finditer(r"[^\n]+", text), None]:
            if line and not line[0].strip():
                continue
            match = pattern.match(text, line.start(), line.end()) if line else None
            if line and match and match[1].lower() not in {key for _, _, key in run}:
                run.append((*line.span(), match[1].lower()))
                continue
            if len(run) >= enough:
                spans += [(start, end) for start, end, _ in run]
            run = [(*line.span(), match[1].lower())] if line and match else []
    return spans


def _legends(text: str) -> list[tuple[int, int]]:
    """Runs of "1+ = faint" and the like, over line ends, to the end of their last sentence."""
    spans: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for match in [*_DEFINITION.finditer(text), None]:
        if match and run and match.start() - run[-1].end() < NEAR:
            run.append(match)
            continue
        if len({one[1] for one in run}) > 1:
            end = min(_ending(text, "\n\n", run[-1].end()), _ending(text, ". ", run[-1].end()), run[-1].end() + NEAR)
            spans.append((run[0].start(), end))
        run = [match] if match else []
    return spans


def _ending(text: str, mark: str, start: int) -> int:
    place = text.find(mark, start)
    return len(text) if place < 0 else place
