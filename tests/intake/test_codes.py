"""Every code of the table with every answer: what it fills, and that it fills nothing else."""

import pytest

from her2guide.intake.codes import LOINC_ANSWERS, LOINC_TESTS, SNOMED_ANSWERS, SNOMED_TESTS
from tests.intake.fhir_records import LOINC, SNOMED, Json, concept, observation, read, results

TESTS = {
    "48676-1": ("HER2 [Interpretation] in Tissue", "word"),
    "85319-2": ("HER2 [Presence] in Breast cancer specimen by Immune stain", "protein"),
    "18474-7": ("HER2 Ag [Presence] in Tissue by Immune stain", "protein"),
    "72383-3": ("HER2 [Presence] in Tissue by Immunoassay", "assay"),
    "72382-5": ("HER2 [Units/volume] in Tissue by Immunoassay", "nothing"),
    "85318-4": ("ERBB2 gene duplication [Presence] in Breast cancer specimen by FISH", "gene"),
    "31150-6": ("ERBB2 gene duplication [Presence] in Tissue by FISH", "gene"),
    "96893-3": ("ERBB2 gene duplication in Tumor by FISH", "gene"),
    "49683-6": ("ERBB2 gene copy number/Chromosome 17 copy number in Tissue by FISH", "ratio"),
    "74860-8": ("ERBB2 gene copy number/nucleus in Tissue by FISH", "copies"),
    "74861-6": ("Chromosome 17 copy number/nucleus in Tissue by FISH", "nothing"),
    "74885-5": ("ERBB2 gene (HER2) duplication associated observations panel - Tissue by FISH", "nothing"),
    "32996-1": ("HER2 [Mass/volume] in Serum", "nothing"),
    "42914-2": ("HER2 [Mass/volume] in Serum by Immunoassay", "nothing"),
    "51981-9": ("HER2 [Presence] in Serum by Immunoassay", "nothing"),
    "85337-4": ("Estrogen receptor Ag [Presence] in Breast cancer specimen by Immune stain", "er"),
    "16112-5": ("Estrogen receptor [Interpretation] in Tissue", "er"),
    "40556-3": ("Estrogen receptor Ag [Presence] in Tissue by Immune stain", "er"),
    "85339-0": ("Progesterone receptor Ag [Presence] in Breast cancer specimen by Immune stain", "pr"),
    "16113-3": ("Progesterone receptor [Interpretation] in Tissue", "pr"),
    "40557-1": ("Progesterone receptor Ag [Presence] in Tissue by Immune stain", "pr"),
    "85329-1": ("Cells.estrogen receptor/100 cells in Breast cancer specimen by Immune stain", "er cells"),
    "14228-1": ("Cells.estrogen receptor/100 cells in Tissue by Immune stain", "er cells"),
    "85325-9": ("Cells.progesterone receptor/100 cells in Breast cancer specimen by Immune stain", "pr cells"),
    "14230-7": ("Cells.progesterone receptor/100 cells in Tissue by Immune stain", "pr cells"),
    "85310-1": ("Estrogen receptor fluorescence intensity [Type] in Breast cancer specimen", "nothing"),
    "85331-7": ("Progesterone receptor fluorescence intensity [Type] in Breast cancer specimen", "nothing"),
    "14130-9": ("Estrogen receptor [Moles/mass] in Tissue", "nothing"),
    "10861-3": ("Progesterone receptor [Mass/mass] in Tissue", "nothing"),
    "10480-2": ("Estrogen+Progesterone receptor Ag [Presence] in Tissue by Immune stain", "nothing"),
    "85330-9": ("Cells.Ki-67 nuclear Ag/100 cells in Breast cancer specimen", "nothing"),
    "3550001000004108": (
        "Presence of receptor tyrosine-protein kinase erbB-2 in primary malignant neoplasm of breast by"
        " immunohistochemistry (observable entity)",
        "protein",
    ),
    "1363314005": (
        "Presence of receptor tyrosine-protein kinase erbB-2 in primary malignant neoplasm of breast by in situ"
        " hybridization",
        "gene",
    ),
}
ANSWERS = {
    "LA6111-4": ("0", "0"),
    "LA11841-6": ("1+", "1+"),
    "LA11842-4": ("2+", "2+"),
    "LA11843-2": ("3+", "3+"),
    "LA11884-6": ("Indeterminate", "indeterminate"),
    "LA6576-8": ("Positive", "positive"),
    "LA6577-6": ("Negative", "negative"),
    "LA9633-4": ("Present", "present"),
    "LA9634-2": ("Absent", "absent"),
    "260347006": ("Present + out of ++++ (qualifier value)", "1+"),
    "260348001": ("Present ++ out of ++++ (qualifier value)", "2+"),
    "260349009": ("Present +++ out of ++++ (qualifier value)", "3+"),
    "10828004": ("Positive (qualifier value)", "positive"),
    "260385009": ("Negative (qualifier value)", "negative"),
    "42425007": ("Equivocal (qualifier value)", "equivocal"),
    "52101004": ("Present (qualifier value)", "present"),
    "2667000": ("Absent (qualifier value)", "absent"),
    "1381317004": ("Human epidermal growth factor receptor 2 low", "low"),
}
_SCORES = {score: {"her2_ihc": score} for score in ("0", "1+", "2+", "3+")}
_WORDS = {word: {"her2_status_word": word} for word in ("positive", "negative", "equivocal", "low")}
_GENE = {
    "positive": {"her2_ish": "amplified"},
    "present": {"her2_ish": "amplified"},
    "negative": {"her2_ish": "not_amplified"},
    "absent": {"her2_ish": "not_amplified"},
    "indeterminate": {"her2_ish": "indeterminate"},
}


def _receptor(field: str) -> dict[str, dict[str, str]]:
    words = {"positive": "positive", "present": "positive", "negative": "negative", "absent": "negative"}
    return {said: {field: value} for said, value in (words | {"indeterminate": "indeterminate"}).items()}


FILLS: dict[str, dict[str, dict[str, str]]] = {
    "word": _SCORES | _WORDS,
    "protein": _SCORES | _WORDS | {"indeterminate": {"her2_ihc": "indeterminate"}},
    "assay": _WORDS,
    "gene": _GENE,
    "ratio": _GENE,
    "copies": {},
    "er": _receptor("er"),
    "pr": _receptor("pr"),
    "er cells": _receptor("er"),
    "pr cells": _receptor("pr"),
    "nothing": {},
}
EVERY = [(test, answer) for test in TESTS for answer in ANSWERS]


def system_of(code: str) -> str:
    return LOINC if "-" in code else SNOMED


def code_of(code: str) -> Json:
    return concept(system_of(code), code, TESTS[code][0])


def answer_of(code: str) -> Json:
    return concept(system_of(code), code, ANSWERS[code][0])


def test_the_tables_here_hold_every_code_of_the_program() -> None:
    assert set(TESTS) == set(LOINC_TESTS) | set(SNOMED_TESTS)
    assert set(ANSWERS) == set(LOINC_ANSWERS) | set(SNOMED_ANSWERS)


@pytest.mark.parametrize(("test", "answer"), EVERY)
def test_each_code_with_each_coded_answer_fills_what_it_means_and_nothing_else(test: str, answer: str) -> None:
    wanted = FILLS[TESTS[test][1]].get(ANSWERS[answer][1], {})
    assert results(read(observation(code_of(test), valueCodeableConcept=answer_of(answer)))) == wanted


@pytest.mark.parametrize(("test", "answer"), EVERY)
def test_an_answer_whose_words_say_something_else_than_its_code_fills_nothing(test: str, answer: str) -> None:
    other = {"positive": "Negative", "present": "Absent", "3+": "2+", "2+": "3+", "equivocal": "Positive"}
    code = answer_of(answer)
    code["coding"][0]["display"] = other.get(ANSWERS[answer][1], "Positive (3+)")
    assert results(read(observation(code_of(test), valueCodeableConcept=code))) == {}


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize(
    "name", ["Ki-67", "LI-RADS", "Blood culture", "Androgen receptor", "Glucose", "CEP17 count", ""]
)
def test_a_code_under_another_name_or_under_none_fills_nothing(test: str, name: str) -> None:
    code = code_of(test)
    code["coding"][0]["display"] = name
    for answer in ("LA11843-2", "10828004"):
        assert results(read(observation(code, valueCodeableConcept=answer_of(answer)))) == {}


@pytest.mark.parametrize("test", TESTS)
def test_a_code_in_a_system_it_does_not_belong_to_fills_nothing(test: str) -> None:
    for system in ("LOINC", "loinc", "", SNOMED if system_of(test) == LOINC else LOINC):
        code = concept(system, test, TESTS[test][0])
        for answer in ("LA11843-2", "10828004"):
            assert results(read(observation(code, valueCodeableConcept=answer_of(answer)))) == {}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_in_a_system_it_does_not_belong_to_fills_nothing(answer: str) -> None:
    for system in ("LOINC", "", SNOMED if system_of(answer) == LOINC else LOINC):
        value = concept(system, answer, ANSWERS[answer][0])
        assert results(read(observation(code_of("85319-2"), valueCodeableConcept=value))) == {}


NUMBERS = {
    "percent": ({"value": 90, "unit": "%"}, {"er cells": {"er": "positive", "er_percent": "90"}}),
    "percent bound": (
        {"value": 75, "unit": "%", "comparator": ">"},
        {"er cells": {"er": "positive", "er_percent": ">75"}},
    ),
    "zero percent": ({"value": 0, "unit": "%"}, {"er cells": {"er": "negative", "er_percent": "0"}}),
    "number": ({"value": 1.30}, {"ratio": {"her2_ish_ratio": "1.3"}, "copies": {"her2_copy_number": "1.3"}}),
    "bound": ({"value": 1.8, "comparator": "<"}, {}),
    "too much": ({"value": 240, "unit": "%"}, {}),
    "amount": ({"value": 15.2, "unit": "ng/mL"}, {}),
}


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_each_code_takes_only_the_numbers_it_can_mean(test: str, number: str) -> None:
    quantity, fills = NUMBERS[number]
    kind = TESTS[test][1]
    wanted = dict(fills.get(kind, {}))
    if kind == "pr cells":
        wanted = {name.replace("er", "pr", 1): value for name, value in fills.get("er cells", {}).items()}
    elif kind in ("er", "pr") and quantity.get("unit") == "%":
        wanted = {name.replace("er", kind, 1): value for name, value in fills.get("er cells", {}).items()}
    found = results(read(observation(code_of(test), valueQuantity=quantity)))
    if number in ("number", "bound") and kind.endswith("cells"):
        assert set(found) <= {"er", "pr", "er_percent", "pr_percent"}  # a percentage without its sign
    else:
        assert found == wanted
