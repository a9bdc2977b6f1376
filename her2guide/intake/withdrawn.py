"""Whether a laboratory took a result back: nothing is filled from what it says no longer holds."""

import re

_TAKEN_BACK = (
    r"(?:retracted|withdrawn|superseded|voided|void|invalid(?:ated)?|replaced by|issued in error|reported in error"
    r"|zuruckgezogen|annule|anulado|retirado)"
)
_WITHDRAWN = re.compile(
    rf"\b(?:this|these|the (?:above|below|following)|(?:above|below|following)) (?:\w+ )?(?:reports?|results?|tests?)"
    rf"(?: (?:has|have|had|is|are|was|were|been|now)){{1,3}} {_TAKEN_BACK}\b"
    r"|\b(?:reports?|results?|tests?) (?:retracted|withdrawn|voided|invalidated)\b"
    r"|\bdo not use (?:this|these) (?:report|result)s?\b",
    re.IGNORECASE,
)


def is_withdrawn(text: str) -> bool:
    """Return whether words say that the result they stand with no longer holds."""
    return _WITHDRAWN.search(text) is not None
