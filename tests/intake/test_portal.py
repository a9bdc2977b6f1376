"""Zip files of portals: each report is offered, all are read together, and nothing in the zip can do harm."""

import io
import json
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from her2guide.intake import portal
from her2guide.intake.findings import ReportError, ReportField, Source, Status
from her2guide.intake.opened import opened
from her2guide.intake.pieces import MANY_PEOPLE
from tests.intake.fhir_records import filled, form, report, results
from tests.intake.made_files import REPORT, packed, pdf
from tests.intake.test_ccda import HER2_IHC, TWO_PLUS, document, observation, section

WORDS = "\n".join(REPORT)


def test_each_kind_of_report_in_a_zip_is_found() -> None:
    files: dict[str, bytes | str] = {
        "Lucy/IHE_XDM/DOC0001.XML": document(section(observation(HER2_IHC, TWO_PLUS))),
        "Lucy/report.pdf": pdf(REPORT),
        "Lucy/index.htm": "<html><body><p>Welcome</p></body></html>",
        "notes.txt": WORDS,
        "photo.jpg": b"\xff\xd8\xff\xe0",
    }
    found = opened(packed(files))
    assert results(found.reading)["her2_ihc"] == "2+"
    assert len(found.reports) == 3
    for number, each in enumerate(found.reports, 1):
        assert each.label.startswith(f"Report {number} of 3, ")
        assert results(each.reading)["her2_ihc"] == "2+"
        assert not any(word in each.label.lower() for word in ("her2", "lucy", "breast", "2+"))
    assert {each.reading.source for each in found.reports} == {Source.CCDA, Source.PDF, Source.TEXT}


def test_records_of_apple_health_point_to_each_other() -> None:
    binary = {"resourceType": "Binary", "id": "b1", **form(WORDS.encode())}
    files: dict[str, bytes | str] = {
        "apple_health_export/export.xml": "<!DOCTYPE HealthData [<!ELEMENT a ANY>]><HealthData/>",
        "apple_health_export/clinical-records/DiagnosticReport-1.json": json.dumps(
            report(presentedForm=[{"contentType": "text/plain", "url": "Binary/b1"}])
        ),
        "apple_health_export/clinical-records/Binary-1.json": json.dumps(binary),
    }
    found = opened(packed(files)).reading
    assert found.source is Source.FHIR
    assert results(found)["her2_ihc"] == "2+"


def test_two_reports_that_differ_stay_blank_and_can_be_chosen_from() -> None:
    found = opened(packed({"a.txt": "Breast. HER2 IHC: 1+", "b.txt": "Breast. HER2 IHC: 3+"}))
    assert found.reading.chosen[ReportField.HER2_IHC].status is Status.CONFLICT
    assert [results(each.reading)["her2_ihc"] for each in found.reports] == ["1+", "3+"]


def test_a_file_that_cannot_be_read_does_not_hide_the_others() -> None:
    broken = pdf(REPORT)[:300]
    found = opened(packed({"a.txt": WORDS, "b.pdf": broken, "c.xml": b"<ClinicalDocument><", "d.json": b'{"a"'}))
    assert results(found.reading)["her2_ihc"] == "2+"
    assert portal.NOT_READ in found.reading.warnings


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = packed({"a.txt": WORDS})
    for name in ("inner.zip", "inner.txt"):
        found = opened(packed({name: inner})).reading
        assert filled(found) == {}
        assert portal.INNER_ZIP in found.warnings


def test_names_in_a_zip_lead_nowhere() -> None:
    names = ["../../../tmp/x.txt", "/etc/passwd.txt", "C:\\x.txt", "a" * 3000 + ".txt", "\u202etxt.exe.txt", "..", ""]
    for name in names:
        found = filled(opened(packed({name or "x.txt": WORDS})).reading)
        assert found.get("her2_ihc", "2+") == "2+"


def zip_that_lies(size: int) -> bytes:
    """Return a zip whose list says that a file is small, and which unpacks to more."""
    data = bytearray(packed({"a.txt": b" " * size}))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


HARMFUL = {
    "a bomb": packed({"a.txt": b"0" * 50_000_000}),
    "many small bombs": packed({f"{n}.txt": b"0" * 5_000_000 for n in range(20)}),
    "a bomb that lies": zip_that_lies(30_000_000),
    "cut short": packed({"a.txt": WORDS})[:-30],
    "no more than a start": b"PK\x03\x04" + b"\0" * 100,
    "a Word file": packed({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}),
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_zip_that_is_made_to_do_harm_is_refused_in_plain_words(kind: str) -> None:
    with pytest.raises(ReportError) as caught:
        opened(HARMFUL[kind])
    assert "\n" not in str(caught.value)


def test_a_zip_of_too_many_files_is_refused() -> None:
    with pytest.raises(ReportError, match="files"):
        opened(packed({f"{n}.bin": b"" for n in range(portal.MAX_MEMBERS + 1)}))


def test_an_empty_zip_is_blank() -> None:
    assert filled(opened(packed({})).reading) == {}


def test_a_locked_file_in_a_zip_is_told() -> None:
    data = bytearray(packed({"a.txt": WORDS}))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= 1
    found = opened(bytes(data)).reading
    assert filled(found) == {}
    assert portal.LOCKED in found.warnings


@given(st.dictionaries(st.text(min_size=1, max_size=30), st.binary(max_size=200), max_size=5), st.data())
def test_any_zip_whole_or_broken_gives_a_reading_or_a_plain_line(files: dict[str, bytes], data: st.DataObject) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr("x" + name.encode("utf-8", "replace").decode() + ".json", content)
    whole = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = filled(opened(bytes(whole)).reading)
    except ReportError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either way is right
        return
    assert found == {}


def test_a_file_without_a_name_in_a_zip_is_passed_over() -> None:
    data = packed({"b.txt": "Breast. HER2 IHC: 1+", "Q~Q": WORDS}).replace(b"Q~Q", b"\0~Q")
    assert results(opened(data).reading) == {"her2_ihc": "1+"}


def test_records_of_two_people_in_a_zip_fill_nothing() -> None:
    def record(born: str) -> bytes:
        person = f'<x><birthTime value="{born}"/></x>'
        return document(section(observation(HER2_IHC, TWO_PLUS)), more=person)

    assert results(opened(packed({"a.xml": record("19700101"), "b.xml": record("19700101")})).reading)
    found = opened(packed({"a.xml": record("19700101"), "b.xml": record("19990101")})).reading
    assert filled(found) == {}
    assert MANY_PEOPLE in found.warnings
