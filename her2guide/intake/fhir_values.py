"""The data types of FHIR R4, as the records of `coded`. What is not of the right shape is as if it were not there."""

import re
from datetime import date
from typing import Any

from her2guide.intake.coded import Coding, Concept, Number, Pair, Value
from her2guide.intake.record_json import Written, items

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_BOUNDS = {"<": "<", "<=": "<=", ">": ">", ">=": ">="}


def mapping(value: Any) -> dict[str, Any]:
    """Return a JSON object, or an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    """Return a text, or the empty one; a number is none."""
    return value if isinstance(value, str) and not isinstance(value, Written) else ""


def day(value: Any) -> date | None:
    """Return the day of a date that names one."""
    found = _DAY.fullmatch(text(value))
    try:
        return date.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None


def concept(value: Any) -> Concept:
    """Return a CodeableConcept."""
    found = mapping(value)
    codings = tuple(_coding(each) for each in items(found.get("coding")))
    return Concept(codings, text(found.get("text")).strip())


def concepts(value: Any) -> tuple[Concept, ...]:
    """Return a list of CodeableConcepts."""
    return tuple(concept(each) for each in items(value))


def _coding(found: dict[str, Any]) -> Coding:
    code = found.get("code")
    return Coding(text(found.get("system")).strip(), text(code).strip(), text(found.get("display")).strip())


def _quantity(value: Any) -> Number | None:
    found = mapping(value)
    number = found.get("value")
    if not isinstance(number, Written):
        return None
    comparator = text(found.get("comparator"))
    if comparator and comparator not in _BOUNDS:
        return None
    return Number(str(number), text(found.get("unit")) or text(found.get("code")), comparator)


def values(resource: dict[str, Any]) -> tuple[Value, ...]:
    """Return all value[x] of an observation or a component; there should be one at most."""
    found = [_value(key, value) for key, value in resource.items() if re.fullmatch("value[A-Z][A-Za-z]+", key)]
    return tuple(value for value in found if value is not None)


def _value(key: str, value: Any) -> Value | None:
    match key:
        case "valueCodeableConcept":
            return concept(value) if concept(value) != Concept() else None
        case "valueCoding":
            return Concept((_coding(mapping(value)),))
        case "valueString":
            return text(value).strip() or None
        case "valueInteger" | "valueDecimal":
            return Number(str(value)) if isinstance(value, Written) else None
        case "valueQuantity":
            return _quantity(value) or "?"
        case "valueRatio":
            return _pair(value, "numerator", "denominator", is_range=False)
        case "valueRange":
            return _pair(value, "low", "high", is_range=True)
        case _:
            return "?"  # a kind that is no answer to any of our tests, but an answer all the same


def _pair(value: Any, first: str, second: str, *, is_range: bool) -> Value:
    one, other = _quantity(mapping(value).get(first)), _quantity(mapping(value).get(second))
    return Pair(one, other, is_range) if one and other else "?"
