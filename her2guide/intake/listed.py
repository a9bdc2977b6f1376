"""Receptors named in a row and answered in a row, "ER/PR/HER2 +/+/-": each answer goes to the name at its place.

A row whose answers cannot be told apart goes as a whole: one sign read for all of them would be wrong for some.
"""

import re

from her2guide.intake.names import ER, HER2, OTHER, PR
from her2guide.intake.normalise import Page, replace

_NAME = f"[{HER2}{ER}{PR}]"
_VALUE = (
    r"(?:\(\s?[+-]\s?\)|[0-3]\s?\+|\+{1,3}|-|(?:pos|neg)(?:itive|ative)?(?![a-z])\.?|equivocal|(?:non-?|not )?amplified"
    r"|(?:[<>]\s?)?\d{1,3}(?![\d.])(?:\s?%)?)(?:\s?\([^()/\n]{1,14}\))?"
)  # it neither begins nor ends with a space that a row may have: two ways for each would be billions for a long row
_LISTS = re.compile(
    rf"(?<![{HER2}{ER}{PR}]/)(?P<names>{_NAME}(?:\s?/\s?{_NAME}){{1,2}})(?:\s(?:status|is|are|was|were))?\s?[:=]?\s?(?P<open>\()?"
    rf"(?P<values>{_VALUE}(?:\s?/\s?{_VALUE})+)(?(open)\s?\))"
    rf"|(?P<names1>{_NAME}(?:,\s?(?:and )?{_NAME}){{1,2}})\s?(?:[:=]|are|were)?\s?"
    rf"(?P<values1>{_VALUE}(?:,\s?(?:and )?{_VALUE})+)(?=,? respectively|\s?(?:[.;)\n]|$))",
    re.IGNORECASE,
)
_SPLIT = {"names": "/", "names1": ","}
_SIGNS = {"+": "positive", "(+)": "positive", "-": "negative", "(-)": "negative"}
_SHARE = re.compile(r"[<>]?\s?(\d{1,3})\s?(%?)")
_LEAST = 10  # a bare figure below may be an Allred score, or a day


def listed(page: Page) -> Page:
    """Return the page with such rows taken apart."""
    return replace(page, _LISTS, _apart)


def _apart(match: re.Match[str]) -> str:
    form = "names" if match["names"] else "names1"
    names = re.findall(_NAME, match[form])
    values = [re.sub(r"^and ", "", value.strip()) for value in match[form.replace("name", "value")].split(_SPLIT[form])]
    told = [_told(name, value) for name, value in zip(names, values, strict=False)]
    plus_minus = len(values) == 2 and values[0] == "+" and values[1] == "-"  # may mean neither
    following = match.string[match.end() : match.end() + 2].strip()
    if (
        len(names) != len(values)
        or len(set(names)) != len(names)
        or not all(told)
        or plus_minus
        or following[:1] == "/"
    ):
        return OTHER
    return "; ".join(f"{name}: {value}" for name, value in zip(names, told, strict=True))


def _told(name: str, value: str) -> str:
    """Return an answer as it is printed behind one name, "" where it is no answer to it."""
    value = _SIGNS.get(value.replace(" ", ""), value)
    if share := _SHARE.fullmatch(value):
        sure = share[2] or int(share[1]) >= _LEAST or int(share[1]) == 0
        return f"{share[0].strip()}{'' if share[2] else '%'}" if name != HER2 and sure and int(share[1]) <= 100 else ""
    score = re.match(r"[0-3]\s?\+|\+", value)
    gene = "amplified" in value.lower()
    return "" if name != HER2 and (score or gene) else value
