"""The plain words between a receptor and a value: whether the value can still be the receptor's."""

from her2guide.intake.patterns import small

_ASIDE = small(r"\([^()\n]{0,60}\)")
# Things of a report that are positive, negative or scored themselves.
_FOREIGN = small(
    r"(?<![a-z])(?:margins?|nodes?|lymph|sentinel|axilla\w{0,3}|skin|nipple|invasion|necrosis|metasta\w{1,5}|vascular|lymphovascular|perineural|"
    r"extension|grade|stage|calcifications?|microcalcifications|biopsies|resection|imaging|scan|mri|ct|pregnancy|cultures?|smears?|washings?|"
    r"cytology|malignan(?:cy|t cells)|ganglions?|schnittrander|lymphknoten|margenes|ganglios|marges)(?![a-z])"
)
# Another place, side or part that the same receptor may be told of.
_SITE = small(
    r"(?<![a-z])(?:left|right|primary|metasta\w{1,5}|nodal|lymph node|axillary node|axilla|larger|smaller|other|second|core|excision|"
    r"focus|foci|lesion|tumou?r \d|invasive|in situ|dcis|liver|bone|lung|skin|chest wall|brain|links|rechts|gauche|droite?|izquierd[ao]|derech[ao])(?![a-z])"
)
# Words that may stand between a receptor and its percentage.
_USUAL = small(
    r"in|of|the|an?|and|approx(?:imately)?|about|circa|ca|around|roughly|nearly|almost|estimated|at|to|by|with|shows?|showing|showed|seen|"
    r"observed|present|is|are|was|were|be|tumou?rs?|tumoral|neoplastic|malignant|invasive|infiltrating|carcinoma|cancer|cells?|nuclei|nuclear|"
    r"nucleus|stain(?:s|ing|ed)?|immuno\w*|reactivity|expression|express(?:ed|es)?|positiv\w*|negativ\w*|percent\w*|proportion|average|"
    r"rare|scattered|occasional|single|few|very|only|strong(?:ly)?|moderate(?:ly)?|weak(?:ly)?|diffuse(?:ly)?|focal(?:ly)?|intense(?:ly)?|intensity|high|low|score|status|results?|"
    r"interpretation|value|found|estimate|component|total|ihc|clone|ventana|dako|leica|roche|monoclonal|rabbit|dcis|only|greater|than|"
    r"that|which|this|all|more|most|fraction|number|extent|quantity|quantitation|membrane|"
    r"der|die|das|den|zu|von|bei|ca|etwa|tumorzellen|zellen|zellkerne|kerne|stark|schwach|massig|kraftig|ist|anteil|positiver|nukleare|farbung|"
    r"des?|du|les?|la|en|dans|a|cellules|tumorales|noyaux|marquage|marquees|fort|faible|est|intensite|environ|"
    r"del?|las?|los|el|con|celulas|nucleos|tincion|intensidad|fuerte|debil|es|un|una|aproximadamente|sp\d|ep\d|f"
)
_WORD = small(r"[a-z]+\d?")


def is_foreign(gap: str) -> bool:
    """Return whether something else was named on the way."""
    return _FOREIGN.search(_ASIDE.sub(" ", gap)) is not None


def is_usual(gap: str) -> bool:
    """Return whether only words stand there that lead to a percentage."""
    return all(_USUAL.fullmatch(word[0]) for word in _WORD.finditer(_ASIDE.sub(" ", gap)))


def is_site(gap: str) -> bool:
    """Return whether another place or part was named on the way."""
    return _SITE.search(gap) is not None
