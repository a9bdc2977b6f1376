"""Reading the JSON of a record: strict about what could be read in two ways, and bounded.

Numbers stay as they are written, so that 2.40 is shown as 2.40. Nothing of the file stands in an error.
"""

import json
from typing import Any

from her2guide.intake.findings import ReportError

MAX_DEPTH = 60
MAX_DIGITS = 40


class Written(str):
    """A number as it stands in the file."""

    __slots__ = ()


class _ProblemError(Exception):
    """Something in the file that JSON readers take in different ways."""


def parse(text: str) -> Any:
    """Return the value of a JSON text. Raises `ReportError` on what is broken, ambiguous or too deep."""
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        problem = f"is not valid JSON (see character {error.pos + 1})"
    except RecursionError:
        problem = "is nested too deeply"
    except _ProblemError as error:
        problem = str(error)
    else:
        _check_depth(found)
        return found
    raise ReportError(f"{problem}; a FHIR record is one JSON object")


def resources(text: str) -> list[dict[str, Any]]:
    """Return the resources of a FHIR file: of a bundle, of one resource, or of one resource a line (NDJSON)."""
    start = text.lstrip("\ufeff \t\r\n")
    try:
        found = parse(start)
    except ReportError:
        if not (lines := _lines(start)):
            raise
        found = lines
    roots = found if isinstance(found, list) else [found]
    if not roots or not all(isinstance(root, dict) and _is_name(root.get("resourceType")) for root in roots):
        raise ReportError("is JSON but no FHIR record; a FHIR record has a resourceType")
    return [inner for root in roots for inner in _inside(root)]


def _lines(text: str) -> list[Any]:
    """Return the values of an NDJSON text, or nothing when it is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
        return []
    return [parse(line) for line in lines]


def _inside(resource: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a resource, or those in a bundle, bundles in it as well. Each keeps the `fullUrl` it is linked by."""
    found: list[dict[str, Any]] = []
    waiting = [resource]
    while waiting:
        each = waiting.pop()
        if each.get("resourceType") not in ("Bundle", "Parameters"):
            found.append(each)
            continue
        entries = items(each.get("entry", each.get("parameter")))
        inner = [{**entry["resource"], "fullUrl": entry.get("fullUrl")} for entry in entries if _is_object(entry)]
        waiting += reversed(inner)
    return found


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Written)


def _is_object(entry: dict[str, Any]) -> bool:
    return isinstance(entry.get("resource"), dict)


def items(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list; one object alone counts as a list of one."""
    each = value if isinstance(value, list) else [value]
    return [item for item in each if isinstance(item, dict)]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _ProblemError("holds a key twice in one object")
    return found


def _number(digits: str) -> Written:
    if len(digits) > MAX_DIGITS:
        raise _ProblemError(f"holds a number of more than {MAX_DIGITS} digits")
    return Written(digits)


def _constant(_: str) -> Any:
    raise _ProblemError("holds NaN or Infinity, which is no JSON")


def _check_depth(found: Any) -> None:
    level: list[Any] = [found]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise ReportError(f"is nested too deeply; {MAX_DEPTH} levels are allowed")
        inner: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                inner += each.values()
            elif isinstance(each, list):
                inner += each
        level = [each for each in inner if isinstance(each, dict | list)]
