"""Results that labs name in words: read as a line of a report would be, and never by what stands in the name alone."""

from typing import Any

import pytest

from her2guide.intake.findings import ReportField, Status
from tests.intake.fhir_records import Json, concept, observation, read, results


def named(name: str, value: Any = None, **more: Any) -> Json:
    kind = "valueQuantity" if isinstance(value, dict) else "valueString"
    return {"code": {"text": name}, **({} if value is None else {kind: value}), **more}


def percent(value: float) -> Json:
    return {"value": value, "unit": "%"}


CAP = "http://example.org/checklist"
LINES: list[tuple[str, Any, dict[str, str]]] = [
    ("HER2 (by immunohistochemistry)", "Positive (Score 3+)", {"her2_ihc": "3+", "her2_status_word": "positive"}),
    ("HER2 (by immunohistochemistry)", "Negative (Score 0)", {"her2_ihc": "0", "her2_status_word": "negative"}),
    ("HER2 (by immunohistochemistry)", "Equivocal (Score 2+)", {"her2_ihc": "2+", "her2_status_word": "equivocal"}),
    ("HER2 (by in situ hybridization)", "Negative (not amplified)", {"her2_ish": "not_amplified"}),
    ("HER2 FISH", "Positive", {"her2_ish": "amplified"}),
    ("HER2:CEP17 Ratio", {"value": 1.45}, {"her2_ish_ratio": "1.45"}),
    ("Estrogen Receptor (ER) Status", "Positive (greater than 10% of cells)", {"er": "positive"}),
    ("ER percent positive", "0%", {"er": "negative", "er_percent": "0"}),
    ("ER percent positive", percent(95), {"er_percent": "95"}),
    ("Progesterone receptor (PgR)", percent(20), {"pr": "positive", "pr_percent": "20"}),
    ("HER2 Status", "Positive", {"her2_status_word": "positive"}),
    ("HER2 IHC", "Not performed", {}),
    ("HER2 IHC", "2+ or 3+", {}),
    ("HER2, percent of cells with 3+ staining", percent(10), {}),
    ("HER2 IHC 2+", "Done", {}),
    ("HER2 2+ or 3+", "No", {}),
    ("HER2 positive", "No", {}),
    ("HER2 amplified", "No", {}),
    ("ER positive", "false", {}),
    ("HER2 control", "3+", {}),
    ("ER staining intensity", "3+", {}),
    ("ER H-score", {"value": 240}, {}),
    ("ER/PR", "positive/negative", {}),
    ("Ki-67", percent(30), {}),
    ("Percentage of cells with nuclear positivity", "51-60%", {}),
    ("ERBB2", "Amplification detected", {}),
]


@pytest.mark.parametrize(("name", "value", "wanted"), LINES)
def test_a_name_and_its_answer_are_one_line(name: str, value: Any, wanted: dict[str, str]) -> None:
    assert results(read(observation({}) | named(name, value))) == wanted
    if isinstance(value, str):
        coded = observation(
            {"coding": [{"system": CAP, "code": "1", "display": name}]}, valueCodeableConcept=concept(CAP, "2", value)
        )
        assert results(read(coded)) == wanted


def test_a_test_that_waits_is_pending() -> None:
    found = read(observation({"text": "HER2 FISH"}, valueString="Pending"))
    assert found.chosen[ReportField.HER2_ISH].status is Status.PENDING


def test_the_parts_of_a_panel_are_read_by_their_own_names() -> None:
    parts = [
        named("ER", "Positive (90%)"),
        named("PR", "Negative"),
        named("HER2 IHC", "1+"),
        named("Ki-67", "20%"),
        named("AR", "Positive 80%"),
    ]
    wanted = {"er": "positive", "er_percent": "90", "pr": "negative", "her2_ihc": "1+"}
    assert results(read(observation({"text": "Breast cancer biomarkers"}, component=parts))) == wanted


def test_parts_with_general_names_are_read_under_the_name_of_the_whole() -> None:
    stain = observation(
        {"text": "HER2 IHC"},
        component=[named("Score", "2+"), named("Interpretation", "Equivocal"), named("Control", "3+")],
    )
    assert results(read(stain)) == {"her2_ihc": "2+", "her2_status_word": "equivocal"}
    receptor = observation(
        {"text": "Estrogen receptor"},
        component=[named("Intensity", "3+"), named("Percent positive", percent(95)), named("H-score", {"value": 285})],
    )
    assert results(read(receptor))["er_percent"] == "95"
    gene = observation(
        {"text": "HER2 FISH"},
        valueString="Not amplified",
        component=[
            named("HER2/CEP17 ratio", {"value": 1.2}),
            named("Average HER2 copy number", {"value": 2.9}),
            named("Average CEP17 copy number", {"value": 2.4}),
            named("Number of cells counted", {"value": 40}),
        ],
    )
    wanted = {"her2_ish": "not_amplified", "her2_ish_ratio": "1.2", "her2_copy_number": "2.9"}
    assert results(read(gene)) == wanted


def test_a_gene_panel_never_fills() -> None:
    panel = observation(
        {"text": "ERBB2 (HER2)"},
        valueString="Amplified, copy number 12",
        method={"text": "Next generation sequencing panel"},
    )
    assert results(read(panel)) == {}
