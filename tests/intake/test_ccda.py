"""C-CDA records: coded results, narrative, what is not a result, and XML that is made to do harm."""

import base64

import pytest

from her2guide.intake.ccda import pieces
from her2guide.intake.findings import Reading, ReportError, ReportField, Source, Status
from her2guide.intake.pieces import reading
from tests.intake.fhir_records import filled, results

LOINC, SNOMED = "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.96"


def code(number: str, name: str) -> str:
    return f'<code code="{number}" codeSystem="{LOINC}" displayName="{name}"/>'


HER2_IHC = code("85319-2", "HER2 [Presence] in Breast cancer specimen by Immune stain")
RATIO = code("49683-6", "ERBB2 gene copy number/Chromosome 17 copy number in Tissue by FISH")
ER_CELLS = code("85329-1", "Cells.estrogen receptor/100 cells in Breast cancer specimen by Immune stain")
TWO_PLUS = f'<value xsi:type="CD" code="LA11842-4" codeSystem="{LOINC}" displayName="2+"/>'
POSITIVE = f'<value xsi:type="CD" code="10828004" codeSystem="{SNOMED}" displayName="Positive"/>'


def observation(what: str, value: str, status: str = "completed", attributes: str = 'moodCode="EVN"') -> str:
    return (
        f'<entry><organizer classCode="BATTERY" moodCode="EVN"><component><observation {attributes}>{what}'
        f'<statusCode code="{status}"/><effectiveTime value="20260201"/>{value}'
        "</observation></component></organizer></entry>"
    )


def section(*entries: str, text: str = "", kind: str = "30954-2") -> str:
    return (
        f'<component><section><code code="{kind}" codeSystem="{LOINC}"/><title>Results</title>'
        f"<text>{text}</text>{''.join(entries)}</section></component>"
    )


def document(*sections: str, more: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><effectiveTime value="20260301"/>'
        f"{more}<recordTarget/><component><structuredBody>{''.join(sections)}</structuredBody></component></ClinicalDocument>"
    ).encode()


def read(*sections: str) -> Reading:
    return reading(pieces(document(*sections)), Source.CCDA)


def test_coded_results_come_together() -> None:
    found = read(
        section(
            observation(HER2_IHC, TWO_PLUS),
            observation(RATIO, '<value xsi:type="PQ" value="1.3" unit="1"/>'),
            observation(ER_CELLS, '<value xsi:type="PQ" value="90" unit="%"/>'),
        )
    )
    assert filled(found) == {
        "her2_ihc": "2+",
        "her2_ish_ratio": "1.3",
        "er": "positive",
        "er_percent": "90",
        "is_breast": "true",
    }


def test_a_table_whose_first_cell_names_the_tissue_too_is_read_without_its_reference_column() -> None:
    rows = "<tr><td>Estrogen receptor, breast</td><td>Positive 90%</td><td>Negative &lt;1%</td></tr>"
    head = "<tr><th>Test</th><th>Result</th><th>Reference</th></tr>"
    found = filled(read(section(text=f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")))
    assert found == {"er": "positive", "er_percent": "90", "is_breast": "true"}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ('<value xsi:type="ST">2+</value>', {"her2_ihc": "2+"}),
        ('<value xsi:type="ED">Equivocal (2+)</value>', {"her2_ihc": "2+", "her2_status_word": "equivocal"}),
        (POSITIVE, {"her2_status_word": "positive"}),
        ('<value xsi:type="CD" nullFlavor="UNK"/>', {}),
        ('<value xsi:type="PQ" value="3" unit="1"/>', {}),
        ('<value xsi:type="BL" value="true"/>', {}),
        (TWO_PLUS + POSITIVE, {}),
        (f'<value xsi:type="CD" code="LA11842-4" codeSystem="{LOINC}" displayName="3+"/>', {}),
        (f'<value xsi:type="CD" code="LA11842-4" codeSystem="{LOINC}"/>', {}),
        (f'<value xsi:type="CD" code="LA11842-4" codeSystem="{SNOMED}" displayName="2+"/>', {}),
    ],
)
def test_an_answer_fills_what_it_says(value: str, wanted: dict[str, str]) -> None:
    assert results(read(section(observation(HER2_IHC, value)))) == wanted


@pytest.mark.parametrize(
    ("status", "attributes", "wanted"),
    [
        ("completed", 'moodCode="EVN"', Status.FOUND),
        ("active", 'moodCode="EVN"', Status.PENDING),
        ("aborted", 'moodCode="EVN"', Status.BLANK),
        ("nullified", 'moodCode="EVN"', Status.BLANK),
        ("completed", 'moodCode="INT"', Status.BLANK),
        ("completed", 'moodCode="EVN" negationInd="true"', Status.BLANK),
    ],
)
def test_only_what_was_done_and_is_final_fills(status: str, attributes: str, wanted: Status) -> None:
    found = read(section(observation(HER2_IHC, TWO_PLUS, status, attributes)))
    assert found.chosen[ReportField.HER2_IHC].status is wanted


def test_a_code_under_another_name_is_left_out() -> None:
    found = read(section(observation(code("85319-2", "Ki-67"), TWO_PLUS)))
    assert results(found) == {}
    assert found.warnings


def test_a_name_that_stands_only_in_the_narrative_is_found_there() -> None:
    named = f'<code code="85319-2" codeSystem="{LOINC}"><originalText><reference value="#n"/></originalText></code>'
    for words, wanted in (("HER2 by IHC", {"her2_ihc": "2+"}), ("Ki-67", {})):
        assert results(read(section(observation(named, TWO_PLUS), text=f'<content ID="n">{words}</content>'))) == wanted


NARRATIVES = {
    "paragraphs": "<paragraph>HER2 IHC: 2+</paragraph><paragraph>ER: positive</paragraph>",
    "list": "<list><item>HER2 IHC: 2+</item><item>ER: positive</item></list>",
    "line breaks": "HER2 IHC: 2+<br/>ER: positive",
    "table": "<table><tr><td>HER2 (IHC)</td><td>2+</td></tr><tr><td>ER</td><td>Positive</td></tr></table>",
    "table with reference values": (
        "<table><thead><tr><th>Test</th><th>Value</th><th>Reference range</th></tr></thead><tbody>"
        "<tr><td>HER2 (IHC)</td><td>2+</td><td>Negative</td></tr>"
        "<tr><td>ER</td><td>Positive</td><td>Negative</td></tr></tbody></table>"
    ),
}


@pytest.mark.parametrize("kind", NARRATIVES)
def test_the_narrative_is_read_as_lines(kind: str) -> None:
    found = results(read(section(text=NARRATIVES[kind])))
    assert found == {"her2_ihc": "2+", "er": "positive"}


def test_narrative_and_codes_that_differ_stay_blank() -> None:
    found = read(section(observation(HER2_IHC, TWO_PLUS), text="<paragraph>HER2 IHC: 3+</paragraph>"))
    assert found.chosen[ReportField.HER2_IHC].status is Status.CONFLICT


def test_a_problem_list_gives_a_word_where_nothing_newer_is_told() -> None:
    problems = section(text="<list><item>HER2-positive carcinoma of right breast</item></list>", kind="11450-4")
    assert filled(read(problems)) == {"her2_status_word": "positive", "is_breast": "true"}
    assert results(read(problems, section(text="<paragraph>HER2 IHC: 1+, negative</paragraph>"))) == {
        "her2_ihc": "1+",
        "her2_status_word": "negative",
    }


@pytest.mark.parametrize("kind", ["10157-6", "29762-2", "18776-5", "10160-0"])
def test_family_history_plans_and_medicines_are_not_read(kind: str) -> None:
    assert results(read(section(text="<paragraph>Mother: breast cancer, HER2 IHC 3+</paragraph>", kind=kind))) == {}


def test_a_report_inside_the_document_is_read_and_never_followed() -> None:
    words = base64.b64encode(b"Left breast. HER2 IHC: 3+").decode()
    inner = f'<text mediaType="text/plain" representation="B64">{words}</text>'
    body = f"<component><nonXMLBody>{inner}</nonXMLBody></component>"
    assert results(reading(pieces(document(more=body)), Source.CCDA)) == {"her2_ihc": "3+"}
    linked = '<component><nonXMLBody><text><reference value="file:///etc/passwd"/></text></nonXMLBody></component>'
    assert filled(reading(pieces(document(more=linked)), Source.CCDA)) == {}


def test_a_record_of_two_people_fills_nothing() -> None:
    data = document(section(observation(HER2_IHC, TWO_PLUS)), more="<recordTarget/>")
    assert filled(reading(pieces(data), Source.CCDA)) == {}


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HARMFUL = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><ClinicalDocument>&l9;</ClinicalDocument>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><ClinicalDocument>{"&a;" * 500}</ClinicalDocument>',
    "a local file": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><ClinicalDocument>&f;</ClinicalDocument>',
    "an address": '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><ClinicalDocument/>',
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/x"> %p;]><ClinicalDocument/>',
    "an unknown entity": "<ClinicalDocument>&nosuch;</ClinicalDocument>",
    "cut short": '<ClinicalDocument xmlns="urn:hl7-org:v3"><component>',
    "something else": "<svg/>",
    "very deep": '<ClinicalDocument xmlns="urn:hl7-org:v3">' + "<a>" * 5000 + "</a>" * 5000 + "</ClinicalDocument>",
    "a wrong encoding": '<?xml version="1.0" encoding="nonsense"?><ClinicalDocument/>',
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_xml_that_is_made_to_do_harm_is_refused_in_plain_words(kind: str) -> None:
    with pytest.raises(ReportError) as caught:
        pieces(HARMFUL[kind].encode())
    assert "\n" not in str(caught.value)
    assert "passwd" not in str(caught.value)
