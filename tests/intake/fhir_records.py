"""Makes FHIR records for tests: small, and with only what a test is about."""

import base64
import json
from typing import Any

from her2guide.intake.fhir import pieces
from her2guide.intake.findings import Reading, Source
from her2guide.intake.pieces import reading

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"

Json = dict[str, Any]


def concept(system: str, code: str, display: str = "", **more: Any) -> Json:
    coding = {"system": system, "code": code} | ({"display": display} if display else {})
    return {"coding": [coding], **more}


def observation(code: Json, **more: Any) -> Json:
    return {"resourceType": "Observation", "status": "final", "code": code, "effectiveDateTime": "2026-02-01", **more}


HER2_IHC = concept(LOINC, "85319-2", "HER2 [Presence] in Breast cancer specimen by Immune stain")
HER2_FISH = concept(LOINC, "85318-4", "ERBB2 gene duplication [Presence] in Breast cancer specimen by FISH")
ESTROGEN = concept(LOINC, "85337-4", "Estrogen receptor Ag [Presence] in Breast cancer specimen by Immune stain")
TWO_PLUS = concept(LOINC, "LA11842-4", "2+")
THREE_PLUS = concept(LOINC, "LA11843-2", "3+")
POSITIVE = concept(SNOMED, "10828004", "Positive (qualifier value)")
NEGATIVE = concept(SNOMED, "260385009", "Negative (qualifier value)")


def ihc(answer: Json = TWO_PLUS, **more: Any) -> Json:
    return observation(HER2_IHC, valueCodeableConcept=answer, **more)


def fish(answer: Json = NEGATIVE, **more: Any) -> Json:
    return observation(HER2_FISH, valueCodeableConcept=answer, **more)


def report(**more: Any) -> Json:
    code = concept(LOINC, "22637-3", "Pathology report final diagnosis Narrative")
    return {
        "resourceType": "DiagnosticReport",
        "status": "final",
        "code": code,
        "effectiveDateTime": "2026-02-01",
        **more,
    }


def form(data: bytes, kind: str = "text/plain") -> Json:
    return {"contentType": kind, "data": base64.b64encode(data).decode()}


def bundle(*resources: Json) -> str:
    return json.dumps(
        {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in resources]}
    )


def read(*resources: Json) -> Reading:
    """Return the reading of resources, one alone or several in a bundle."""
    text = json.dumps(resources[0]) if len(resources) == 1 else bundle(*resources)
    return reading(pieces(text), Source.FHIR)


def filled(found: Reading) -> dict[str, str]:
    """Return what is filled in, by the names of the fields."""
    return {field.value: finding.value for field, finding in found.chosen.items() if finding.value}


def results(found: Reading) -> dict[str, str]:
    """Return what is filled in but for the organ."""
    return {name: value for name, value in filled(found).items() if name != "is_breast"}
