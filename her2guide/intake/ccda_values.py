"""The data types of C-CDA, as the records of `coded`. What is not of the right shape is as if it were not there."""

import re
from datetime import date
from typing import TYPE_CHECKING

from her2guide.intake.coded import Coding, Concept, Number, Pair, Value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "{urn:hl7-org:v3}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_SYSTEMS = {"2.16.840.1.113883.6.1": "http://loinc.org", "2.16.840.1.113883.6.96": "http://snomed.info/sct"}
_INTERPRETATION = "2.16.840.1.113883.5.83"
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


def name(element: "Element") -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def part(element: "Element", wanted: str) -> "Element | None":
    """Return the first child of a name."""
    return element.find(f"{NAMESPACE}{wanted}")


def parts(element: "Element", wanted: str) -> list["Element"]:
    """Return the children of a name."""
    return element.findall(f"{NAMESPACE}{wanted}")


def day_of(element: "Element") -> date | None:
    """Return the day of an act: its time, or when it began."""
    time = part(element, "effectiveTime")
    if time is None:
        return None
    low = part(time, "low")
    value = time.get("value") or (low.get("value") if low is not None else None) or ""
    try:
        return (
            date(int(value[:4]), int(value[4:6]), int(value[6:8]))
            if value[:8].isdecimal() and len(value) >= 8
            else None
        )
    except ValueError:
        return None


def _referred(element: "Element | None", words: dict[str, str]) -> str:
    """Return the words that an element holds or refers to in the narrative."""
    if element is None:
        return ""
    reference = part(element, "reference")
    if reference is not None:
        return words.get(reference.get("value", "").removeprefix("#"), "").strip()
    return " ".join((element.text or "").split())


def code_of(element: "Element | None", words: dict[str, str] | None = None) -> Concept:
    """Return a code with its translations; `words` are those of the narrative by their id."""
    if element is None:
        return Concept()
    codings = tuple(_coding(each) for each in (element, *parts(element, "translation")) if each.get("code"))
    original = _referred(part(element, "originalText"), words or {})
    named = Concept(codings, element.get("displayName", "") if not codings else "")
    if any(coding.display for coding in codings) or named.text:
        return named
    return Concept(codings, original)


def _coding(element: "Element") -> Coding:
    system = element.get("codeSystem", "")
    if system == _INTERPRETATION:
        system = "ObservationInterpretation"
    return Coding(_SYSTEMS.get(system, system), element.get("code", ""), element.get("displayName", "").strip())


def interpretation_of(observation: "Element", words: dict[str, str]) -> tuple[Concept, ...]:
    """Return how a result was interpreted."""
    return tuple(code_of(each, words) for each in parts(observation, "interpretationCode"))


def values_of(observation: "Element", words: dict[str, str]) -> tuple[Value, ...]:
    """Return all values of an observation; there should be one at most."""
    found = [_value(each, words) for each in parts(observation, "value") if not each.get("nullFlavor")]
    return tuple(value for value in found if value is not None)


def _value(element: "Element", words: dict[str, str]) -> Value | None:
    kind = element.get(_TYPE, "").rpartition(":")[2]
    match kind:
        case "CD" | "CE" | "CO" | "CV" | "CS":
            concept = code_of(element, words)
            return concept if concept != Concept() else None
        case "PQ" | "INT" | "REAL" | "MO":
            return _number(element) or "?"
        case "RTO" | "RTO_PQ_PQ" | "RTO_INT_INT" | "RTO_QTY_QTY":
            return _pair(element, "numerator", "denominator", is_range=False)
        case "IVL_PQ" | "IVL_INT" | "IVL_REAL":
            return _interval(element)
        case "ST" | "ED" | "":
            return _referred(element, words) or None
        case _:
            return "?"


def _number(element: "Element | None") -> Number | None:
    if element is None:
        return None
    value, unit = element.get("value", "").strip(), element.get("unit", "").strip()
    return Number(value, "" if unit == "1" else unit) if _NUMBER.fullmatch(value) else None


def _pair(element: "Element", first: str, second: str, *, is_range: bool) -> Value:
    one, other = _number(part(element, first)), _number(part(element, second))
    return Pair(one, other, is_range) if one and other else "?"


def _interval(element: "Element") -> Value:
    low, high = _number(part(element, "low")), _number(part(element, "high"))
    if low and high:
        return Pair(low, high, is_range=True)
    bound = low or high
    return Number(bound.written, bound.unit, ">" if low else "<") if bound else "?"
