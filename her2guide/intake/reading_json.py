"""A reading as JSON, schema 1 of `her2guide read`, and back. All that a reading holds is in it."""

from datetime import date
from typing import Any

from her2guide.intake.findings import Finding, Reading, ReportField, Source, SpecimenResult, Status

SCHEMA = 1


def as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as the JSON object that `read` prints."""
    return {
        "schema": SCHEMA,
        "source": reading.source.value,
        "chosen": {
            field.value: _finding(field, reading.chosen.get(field, Finding(Status.BLANK))) for field in ReportField
        },
        "results": [_result(result) for result in reading.results],
        "warnings": list(reading.warnings),
    }


def _finding(field: ReportField, finding: Finding) -> dict[str, Any]:
    return {
        "value": _value(field, finding),
        "status": finding.status.value,
        "quote": finding.quotes[0] if finding.quotes else None,
        "quotes": list(finding.quotes),
    }


def _value(field: ReportField, finding: Finding) -> str | bool | None:
    if finding.status is not Status.FOUND:
        return None
    return finding.value == "true" if field is ReportField.IS_BREAST else finding.value


def _result(result: SpecimenResult) -> dict[str, Any]:
    return {
        "specimen": result.specimen,
        "date": result.when.isoformat() if result.when else None,
        "findings": {field.value: _value(field, finding) for field, finding in result.findings.items()},
        "statuses": {field.value: finding.status.value for field, finding in result.findings.items()},
        "quotes": {field.value: list(finding.quotes) for field, finding in result.findings.items()},
    }


def from_json(found: dict[str, Any]) -> Reading:
    """Return the reading of a JSON object that `as_json` made."""
    return Reading(
        source=Source(found["source"]),
        chosen={ReportField(key): _finding_from(value) for key, value in found["chosen"].items()},
        results=tuple(_result_from(result) for result in found["results"]),
        warnings=tuple(str(warning) for warning in found["warnings"]),
    )


def _finding_from(found: dict[str, Any]) -> Finding:
    return Finding(Status(found["status"]), _text(found["value"]), tuple(str(quote) for quote in found["quotes"]))


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _result_from(found: dict[str, Any]) -> SpecimenResult:
    findings = {
        ReportField(key): Finding(Status(status), _text(found["findings"][key]), tuple(map(str, found["quotes"][key])))
        for key, status in found["statuses"].items()
    }
    when = date.fromisoformat(found["date"]) if found["date"] else None
    return SpecimenResult(str(found["specimen"]), when, findings)
