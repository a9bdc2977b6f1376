"""FHIR records: what counts, what is withdrawn, what is in doubt, and where the words are."""

import json

import pytest

from her2guide.intake.coded_answer import NOT_FINAL
from her2guide.intake.fhir import pieces
from her2guide.intake.findings import ReportError, ReportField, Source, Status
from her2guide.intake.pieces import MANY_PEOPLE, reading
from tests.intake.fhir_records import (
    ESTROGEN,
    HER2_FISH,
    HER2_IHC,
    LOINC,
    NEGATIVE,
    POSITIVE,
    SNOMED,
    THREE_PLUS,
    TWO_PLUS,
    Json,
    bundle,
    concept,
    filled,
    fish,
    form,
    ihc,
    observation,
    read,
    report,
    results,
)

IHC = ReportField.HER2_IHC
ISH = ReportField.HER2_ISH


def test_coded_results_of_one_specimen_come_together() -> None:
    assert filled(read(ihc(), fish(), observation(ESTROGEN, valueCodeableConcept=POSITIVE))) == {
        "her2_ihc": "2+",
        "her2_ish": "not_amplified",
        "er": "positive",
        "is_breast": "true",
    }


def test_a_status_alone_gives_the_word_and_no_score() -> None:
    assert results(read(ihc(POSITIVE))) == {"her2_status_word": "positive"}
    overall = concept(LOINC, "48676-1", "HER2 [Interpretation] in Tissue")
    assert results(read(observation(overall, valueCodeableConcept=NEGATIVE))) == {"her2_status_word": "negative"}


WRONG = {
    "an IHC code named for Ki-67": observation(concept(LOINC, "85319-2", "Ki-67"), valueCodeableConcept=THREE_PLUS),
    "an IHC code with the text Ki-67": observation({**HER2_IHC, "text": "Ki-67"}, valueCodeableConcept=THREE_PLUS),
    "LI-RADS": observation(concept(LOINC, "85319-2", "LI-RADS"), valueCodeableConcept=THREE_PLUS),
    "blood culture": observation(concept(LOINC, "85319-2", "Blood culture"), valueCodeableConcept=POSITIVE),
    "a text about something else": observation({**HER2_IHC, "text": "Blood culture"}, valueCodeableConcept=POSITIVE),
    "a count of chromosome 17": observation(concept(LOINC, "85319-2", "CEP17 signals"), valueQuantity={"value": 2}),
    "an ER code called HER2": observation(concept(LOINC, "85337-4", "HER2"), valueCodeableConcept=POSITIVE),
    "a PR code called ER": observation(concept(LOINC, "16113-3", "Estrogen receptor"), valueCodeableConcept=POSITIVE),
    "a LOINC code that is none": observation(concept(LOINC, "85319-0", "HER2 IHC"), valueCodeableConcept=THREE_PLUS),
    "a number for a code": observation(concept("", "34566", "HER2"), valueCodeableConcept=POSITIVE),
    "a number as a LOINC code": observation(concept(LOINC, "34566", "HER2"), valueCodeableConcept=POSITIVE),
    "a SNOMED code in the LOINC system": observation(
        concept(LOINC, "417181009", "HER2"), valueCodeableConcept=POSITIVE
    ),
    "LOINC without its address": observation(
        concept("LOINC", "85319-2", "HER2 [Presence] by Immune stain"), valueCodeableConcept=THREE_PLUS
    ),
    "a negative code with positive words": observation(
        HER2_IHC,
        valueCodeableConcept=concept(SNOMED, "431396003", "HER2 positive (IHC 3+)"),
    ),
    "the same in the text": observation(
        HER2_IHC,
        valueCodeableConcept=concept(
            SNOMED, "431396003", "Human epidermal growth factor 2 negative carcinoma of breast", text="HER2 positive"
        ),
    ),
    "positive displayed as Her2low": observation(HER2_IHC, valueCodeableConcept=concept(LOINC, "LA6576-8", "Her2low")),
    "an estrogen receptor answer to HER2": observation(
        concept(LOINC, "48676-1", "HER2 [Interpretation] in Tissue"),
        valueCodeableConcept=concept(SNOMED, "416053008", "Estrogen receptor positive tumor (disorder)"),
    ),
    "a gene test under an IHC code": observation(
        concept(LOINC, "18474-7", "HER2 Ag [Presence] in Tissue by Immune stain", text="Her-2/neu ISH"),
        valueCodeableConcept=POSITIVE,
    ),
    "a gene test under an IHC code, named so": observation(
        concept(LOINC, "18474-7", "Her-2/neu ISH"), valueCodeableConcept=POSITIVE
    ),
    "an IHC code with the method FISH": ihc(POSITIVE, method={"text": "FISH"}),
    "blood": ihc(THREE_PLUS, specimen={"display": "Serum"}),
    "serum by name": observation(concept("urn:lab", "H2S", "HER2 in serum"), valueString="positive 3+"),
    "sequencing": observation(concept("urn:lab", "NGS", "ERBB2 copy number by NGS"), valueString="amplified"),
    "sequencing as the method": fish(POSITIVE, method={"text": "Next generation sequencing"}),
    "RT-PCR": observation(concept("urn:lab", "O", "Oncotype DX HER2 score (RT-PCR)"), valueString="positive 11.5"),
    "two codes that are not one test": observation(
        {"coding": HER2_IHC["coding"] + ESTROGEN["coding"]}, valueCodeableConcept=POSITIVE
    ),
    "two answers": ihc(valueString="3+"),
    "two answers, one of them true": ihc(valueBoolean=True),
    "a code without a name": observation(concept(LOINC, "85319-2"), valueCodeableConcept=THREE_PLUS),
    "an answer without words": ihc(concept(LOINC, "LA11843-2")),
    "an answer and its opposite flag": fish(
        NEGATIVE, interpretation=[concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS")]
    ),
    "a bound for a gene test": observation(HER2_FISH, valueString="less than 1.8"),
    "two words that differ": observation(
        {"text": "HER2 IHC"},
        valueCodeableConcept={"coding": [{"system": "urn:x", "code": "N", "display": "Negative"}], "text": "Positive"},
    ),
    "a name with a score in it": observation(
        {"text": "HER2, percent of cells with 3+ staining"}, valueQuantity={"value": 10, "unit": "%"}
    ),
    "another organ": ihc(THREE_PLUS, bodySite={"text": "Stomach"}),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_in_doubt_fills_nothing(name: str) -> None:
    found = read(WRONG[name])
    assert results(found) == {}
    assert found.warnings


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("final", Status.FOUND),
        ("amended", Status.FOUND),
        ("corrected", Status.FOUND),
        ("appended", Status.FOUND),
        ("preliminary", Status.PENDING),
        ("registered", Status.PENDING),
        ("cancelled", Status.BLANK),
        ("entered-in-error", Status.BLANK),
        ("unknown", Status.BLANK),
        ("made up", Status.BLANK),
    ],
)
def test_the_status_of_a_result_is_heeded(status: str, wanted: Status) -> None:
    assert read(ihc(status=status)).chosen[IHC].status is wanted


@pytest.mark.parametrize("status", ["preliminary", "registered", "partial", "cancelled", "entered-in-error", "unknown"])
def test_a_report_that_is_not_final_or_was_withdrawn_fills_nothing(status: str) -> None:
    assert results(read(report(status=status, conclusion="HER2 IHC 3+ (positive)."))) == {}


@pytest.mark.parametrize("status", ["corrected", "amended"])
def test_a_corrected_result_replaces_the_first_one(status: str) -> None:
    for records in ((ihc(TWO_PLUS), ihc(THREE_PLUS, status=status)), (ihc(THREE_PLUS, status=status), ihc(TWO_PLUS))):
        assert results(read(*records)) == {"her2_ihc": "3+"}


def test_an_amended_report_replaces_the_first_one() -> None:
    first = report(conclusion="Breast. HER2 IHC: 1+.")
    assert results(read(first, report(status="amended", conclusion="Breast. HER2 IHC: 3+."))) == {"her2_ihc": "3+"}


def test_the_results_of_a_report_that_was_entered_in_error_go_with_it() -> None:
    record = report(status="entered-in-error", result=[{"reference": "Observation/a"}])
    assert results(read(ihc(id="a"), record)) == {}


def test_only_the_newest_version_of_a_result_counts() -> None:
    old = ihc(THREE_PLUS, id="a", meta={"versionId": "1", "lastUpdated": "2026-02-02T00:00:00Z"})
    new = ihc(TWO_PLUS, id="a", meta={"versionId": "2", "lastUpdated": "2026-03-02T00:00:00Z"})
    assert results(read(old, new)) == results(read(new, old)) == {"her2_ihc": "2+"}


def test_two_results_that_differ_stay_blank_and_are_both_shown() -> None:
    found = read(ihc(TWO_PLUS), ihc(THREE_PLUS))
    assert found.chosen[IHC].status is Status.CONFLICT
    assert len(found.chosen[IHC].quotes) == 2


def test_the_result_of_a_much_newer_specimen_counts() -> None:
    assert results(read(ihc(effectiveDateTime="2021-02-01"), ihc(THREE_PLUS))) == {"her2_ihc": "3+"}


def test_components_count_and_take_over_what_holds_for_the_whole() -> None:
    panel = observation(
        concept(LOINC, "74885-5", "ERBB2 gene (HER2) duplication associated observations panel - Tissue by FISH"),
        component=[
            {"code": HER2_FISH, "valueCodeableConcept": NEGATIVE},
            {
                "code": concept(LOINC, "49683-6", "ERBB2 gene copy number/Chromosome 17 copy number in Tissue by FISH"),
                "valueRatio": {"numerator": {"value": 1.2}, "denominator": {"value": 1}},
            },
            {
                "code": concept(LOINC, "74860-8", "ERBB2 gene copy number/nucleus in Tissue by FISH"),
                "valueQuantity": {"value": 2.40, "unit": "#"},
            },
        ],
    )
    wanted = {"her2_ish": "not_amplified", "her2_ish_ratio": "1.2", "her2_copy_number": "2.4"}
    assert results(read(panel)) == wanted
    assert results(read({**panel, "status": "entered-in-error"})) == {}
    assert read({**panel, "status": "registered"}).chosen[ISH].status is Status.PENDING


def test_a_ratio_of_two_counts_is_not_divided() -> None:
    code = concept(LOINC, "49683-6", "ERBB2 gene copy number/Chromosome 17 copy number in Tissue by FISH")
    counts = {"numerator": {"value": 130}, "denominator": {"value": 100}}
    assert results(read(observation(code, valueRatio=counts))) == {}


def test_a_number_is_kept_as_it_is_written() -> None:
    text = json.dumps(observation(concept(LOINC, "74860-8", "ERBB2 gene copy number/nucleus in Tissue by FISH")))
    record = f'{text[:-1]}, "valueQuantity": {{"value": 2.40}}}}'
    assert filled(reading(pieces(record), Source.FHIR))["her2_copy_number"] == "2.40"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2+", {"her2_ihc": "2+"}),
        ("Score 3+", {"her2_ihc": "3+"}),
        ("Equivocal (Score 2+)", {"her2_ihc": "2+", "her2_status_word": "equivocal"}),
        ("Negative (Score 0)", {"her2_ihc": "0", "her2_status_word": "negative"}),
        ("0", {"her2_ihc": "0"}),
        ("Her 2+", {}),
        ("HER2+", {}),
        ("0-3+", {}),
        ("see comment", {}),
        ("2+ or 3+", {}),
        ("4+", {}),
    ],
)
def test_an_answer_in_words_is_read_as_a_report_would_be(value: str, wanted: dict[str, str]) -> None:
    found = results(read(observation(HER2_IHC, valueString=value)))
    assert found == wanted or (not wanted and set(found) <= {"her2_status_word"})


def test_a_test_named_in_words_alone_is_read_as_a_line() -> None:
    own = {"coding": [{"system": "urn:oid:1.2.3.4", "code": "H2", "display": "HER2 (by immunohistochemistry)"}]}
    assert results(read(observation(own, valueString="Equivocal (Score 2+)"))) == {
        "her2_ihc": "2+",
        "her2_status_word": "equivocal",
    }
    assert results(read(observation({"text": "HER2 FISH"}, valueString="Not amplified")))["her2_ish"] == "not_amplified"
    assert results(read(observation({"text": "ER"}, valueString="Positive (95%)"))) == {
        "er": "positive",
        "er_percent": "95",
    }


def test_a_report_in_words_is_read_wherever_it_stands() -> None:
    words = b"Left breast, core biopsy. HER2 IHC: 2+ (equivocal). ER: positive (90%)."
    html = b"<html><body><h1>Left breast</h1><p>HER2 IHC: 2+ (equivocal)</p><p>ER: positive (90%)</p></body></html>"
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Left breast.\par HER2 IHC: 2+ (equivocal)\par ER: positive (90%)\par}"
    places: list[Json] = [
        report(conclusion=words.decode()),
        report(presentedForm=[form(words)]),
        report(presentedForm=[form(html, "text/html")]),
        report(presentedForm=[form(rtf, "application/rtf")]),
        report(text={"status": "generated", "div": f"<div>{words.decode()}</div>"}),
        report(contained=[{"resourceType": "Binary", "id": "b", **form(words)}], presentedForm=[{"url": "#b"}]),
        {
            "resourceType": "DocumentReference",
            "status": "current",
            "date": "2026-02-01",
            "content": [{"attachment": form(words)}],
        },
        {
            "resourceType": "Composition",
            "status": "final",
            "section": [{"section": [{"text": {"div": f"<p>{words.decode()}</p>"}}]}],
        },
        observation({"text": "Pathology report"}, valueString=words.decode()),
    ]
    for record in places:
        found = results(read(record))
        assert (found.get("her2_ihc"), found.get("er"), found.get("er_percent")) == ("2+", "positive", "90"), record


def test_an_attachment_that_is_only_a_link_is_told() -> None:
    found = read(report(presentedForm=[{"url": "https://example.org/Binary/1"}]))
    assert results(found) == {}
    assert any("link" in warning for warning in found.warnings)


@pytest.mark.parametrize("data", ["%%%", "aGVsbG8", "/9j/4AAQSkZJRg=="])
def test_an_attachment_that_cannot_be_read_is_told(data: str) -> None:
    found = read(report(presentedForm=[{"contentType": "text/plain", "data": data}]))
    assert results(found) == {}
    assert found.warnings


def test_a_replaced_document_says_nothing() -> None:
    document = {"resourceType": "DocumentReference", "content": [{"attachment": form(b"HER2 IHC: 3+")}]}
    assert results(read({**document, "status": "superseded"})) == {}
    assert results(read({**document, "status": "current"})) == {"her2_ihc": "3+"}


def test_words_and_codes_that_differ_stay_blank() -> None:
    found = read(ihc(THREE_PLUS), report(conclusion="Breast. HER2 IHC: 1+."))
    assert found.chosen[IHC].status is Status.CONFLICT


def test_a_diagnosis_gives_a_word_only_where_nothing_newer_is_told() -> None:
    diagnosis: Json = {"resourceType": "Condition", "code": {"text": "HER2-positive carcinoma of breast"}}
    assert filled(read(diagnosis)) == {"her2_status_word": "positive", "is_breast": "true"}
    assert results(read(diagnosis, ihc(NEGATIVE))) == {"her2_status_word": "negative"}
    assert results(read({**diagnosis, "verificationStatus": concept("urn:x", "refuted")})) == {}
    wrong = concept(SNOMED, "431396003", text="HER2 positive carcinoma of breast (IHC 3+)")
    assert results(read({"resourceType": "Condition", "code": wrong})) == {}


def test_a_procedure_is_no_result_and_an_open_order_is_pending() -> None:
    done = {"resourceType": "Procedure", "status": "completed", "code": {"text": "HER2 FISH positive"}}
    assert results(read(done, ihc())) == {"her2_ihc": "2+"}
    order = {"resourceType": "ServiceRequest", "status": "active", "intent": "order", "code": {"text": "HER2 FISH"}}
    assert read(order, ihc()).chosen[ISH].status is Status.PENDING


def test_family_history_is_not_read() -> None:
    family = {
        "resourceType": "Composition",
        "status": "final",
        "section": [{"code": concept(LOINC, "10157-6"), "text": {"div": "<p>Mother: breast cancer, HER2 IHC 3+</p>"}}],
    }
    assert results(read(family, {"resourceType": "FamilyMemberHistory", "note": [{"text": "HER2 IHC 3+"}]})) == {}


def test_records_of_two_people_fill_nothing() -> None:
    people = [{"resourceType": "Patient", "id": name} for name in ("a", "b")]
    found = read(*people, ihc(subject={"reference": "Patient/a"}), fish(subject={"reference": "Patient/b"}))
    assert filled(found) == {}
    assert MANY_PEOPLE in found.warnings
    assert results(read(people[0], ihc(subject={"reference": "Patient/a"}))) == {"her2_ihc": "2+"}


def test_one_resource_a_line_is_read_like_a_bundle() -> None:
    lines = "\n".join(json.dumps(each) for each in (ihc(), fish()))
    assert results(reading(pieces(lines), Source.FHIR)) == results(read(ihc(), fish()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "no FHIR record"),
        ("[]", "no FHIR record"),
        ("{'a': 1}", "not valid JSON"),
        (bundle(ihc())[:-3], "not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"resourceType": "Observation", "a": ' + "[" * 80 + "]" * 80 + "}", "nested too deeply"),
        ('{"resourceType": "Observation", "status": "final", "status": "registered"}', "a key twice"),
        ('{"resourceType": "Observation", "valueInteger": NaN}', "NaN"),
        ('{"resourceType": "Observation", "valueInteger": ' + "9" * 9000 + "}", "digits"),
    ],
)
def test_a_file_that_could_be_read_in_two_ways_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        pieces(text)


@pytest.mark.parametrize("odd", [None, 1, "x", [], {}, [None], ["x"], [[]], {"coding": "x"}, {"coding": [1]}])
@pytest.mark.parametrize("key", [*ihc(), "component", "interpretation", "method", "specimen", "note", "contained"])
def test_a_field_of_the_wrong_shape_never_breaks_the_reader(key: str, odd: object) -> None:
    record = ihc() | {key: odd}
    if isinstance(odd, str) and key == "resourceType":
        assert results(read(record)) == {}
    elif key == "resourceType":
        with pytest.raises(ReportError):
            read(record)
    else:
        assert set(results(read(record)).values()) <= {"2+"}


def test_a_liver_biopsy_counts_where_the_record_says_breast_cancer() -> None:
    tissue = concept(LOINC, "18474-7", "HER2 Ag [Presence] in Tissue by Immune stain")
    liver = observation(tissue, valueCodeableConcept=THREE_PLUS, bodySite={"text": "Liver"})
    diagnosis: Json = {"resourceType": "Condition", "code": {"text": "Malignant neoplasm of breast"}}
    assert filled(read(liver)) == {"is_breast": "false"}
    assert filled(read(liver, diagnosis)) == {"her2_ihc": "3+", "is_breast": "true"}


@pytest.mark.parametrize("words", ["Result retracted, see corrected report", "This result has been withdrawn."])
def test_a_result_that_its_note_takes_back_fills_nothing_and_says_so(words: str) -> None:
    found = read(ihc(THREE_PLUS, note=[{"text": words}]))
    assert filled(found) == {}
    assert NOT_FINAL in found.warnings
