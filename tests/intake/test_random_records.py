"""Bundles by chance: whatever is filled in was in them, under a code and a name that agree; all else is blank."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from her2guide.intake.fhir import pieces
from her2guide.intake.findings import ReportError, Source
from her2guide.intake.pieces import reading
from tests.intake.fhir_records import LOINC, SNOMED, Json, bundle, observation, read, results
from tests.intake.test_codes import ANSWERS, FILLS, TESTS, answer_of, code_of

FINAL = ("final", "amended", "corrected", "appended")
STATUSES = (*FINAL, "preliminary", "registered", "cancelled", "entered-in-error", "unknown")
SYSTEMS = (LOINC, SNOMED, "LOINC", "", "urn:oid:1.2.3", "http://hl7.org/fhir/sid/icd-10")
NAMES = ("Ki-67", "HER2 in serum", "ERBB2 by NGS", "Androgen receptor", "CEP17", "Glucose", "")
"""None of these is a name of any of the codes."""
WORDS = ("4+", "0-3+", "see comment", "Normal", "Ki-67 positive", "less than 1.8", "?", "")
"""None of these is what any of the answers says."""

Truth = set[tuple[str, str]]


@st.composite
def named(draw: st.DrawFn, table: list[str], right: Any, others: tuple[str, ...]) -> tuple[Json, str, bool]:
    """Return a code as it should be or with something wrong in it, which code, and whether it is as it should be."""
    number = draw(st.sampled_from(table))
    concept = json.loads(json.dumps(right(number)))
    wrong = draw(st.sampled_from(("", "", "", "name", "system", "text")))
    coding = concept["coding"][0]
    if wrong == "name":
        coding["display"] = draw(st.sampled_from(others))
    elif wrong == "system":
        coding["system"] = draw(st.sampled_from([system for system in SYSTEMS if system != coding["system"]]))
    elif wrong == "text":
        concept["text"] = draw(st.sampled_from(("Ki-67", "Blood culture", "Glucose", "CEP17 signals")))
    return concept, number, not wrong


@st.composite
def results_and_truth(draw: st.DrawFn) -> tuple[Json, Truth]:
    """Return an observation, and all that it may fill."""
    code, test, named_right = draw(named(list(TESTS), code_of, NAMES))
    answer, number, answered_right = draw(named(list(ANSWERS), answer_of, WORDS))
    status = draw(st.sampled_from(STATUSES))
    more = {"valueString": "2+"} if draw(st.integers(0, 9)) == 0 else {}
    record = observation(code, valueCodeableConcept=answer, status=status, **more)
    if draw(st.booleans()):
        record = observation({"text": "Tumor markers"}, status=status, component=[record])
    if not (named_right and answered_right and status in FINAL and not more):
        return record, set()
    return record, set(FILLS[TESTS[test][1]].get(ANSWERS[number][1], {}).items())


@settings(max_examples=300, deadline=None)
@given(st.lists(results_and_truth(), min_size=1, max_size=6))
def test_what_is_filled_was_there_under_a_code_and_a_name_that_agree(made: list[tuple[Json, Truth]]) -> None:
    found = set(results(read(*(record for record, _ in made))).items())
    assert found <= set().union(*(truth for _, truth in made))
    if len(made) == 1:
        assert found == made[0][1]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 500)
    | st.sampled_from((*NAMES, *WORDS, "HER2 IHC", "2+", "90%", *SYSTEMS, *STATUSES, "2026-02-30")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("code", "text", "x")), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = (
    *("status", "code", "text", "category", "specimen", "bodySite", "method", "interpretation", "note"),
    *("component", "hasMember", "contained", "result", "conclusion", "conclusionCode", "presentedForm"),
    *("content", "context", "section", "subject", "effectiveDateTime", "issued", "valueString", "valueQuantity"),
    *("valueCodeableConcept", "valueRatio", "valueRange", "dataAbsentReason", "meta", "id", "div", "attachment"),
)
KINDS = (
    "Observation",
    "DiagnosticReport",
    "DocumentReference",
    "Composition",
    "Condition",
    "ServiceRequest",
    "Patient",
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(KEYS), JSON, max_size=8)), max_size=4)
)
def test_records_of_any_shape_never_break_the_reader(made: list[tuple[str, dict[str, Any]]]) -> None:
    records = [{"resourceType": kind, **fields} for kind, fields in made]
    found = reading(pieces(bundle(*records)), Source.FHIR)
    words = json.dumps(records)
    for field, value in results(found).items():
        if field in ("her2_ihc", "er_percent", "pr_percent", "her2_ish_ratio", "her2_copy_number"):
            assert value.rstrip("+") in words


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_a_reading_or_a_plain_line(data: bytes, as_json: bool) -> None:
    from her2guide.intake.opened import opened

    try:
        found = results(opened(b'{"resourceType":"Observation",' + data if as_json else data).reading)
    except ReportError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either way is right
        return
    assert found == {}


def test_a_scale_in_the_words_of_an_answer_is_no_answer() -> None:
    code = code_of("48676-1")
    answer = {"coding": [{"system": SYSTEMS[0], "code": "LA11843-2", "display": "0-3+"}]}
    assert results(read(observation(code, valueCodeableConcept=answer))) == {}
    answer["coding"][0]["display"] = "3+"
    assert results(read(observation(code, valueCodeableConcept=answer))) == {"her2_ihc": "3+"}
