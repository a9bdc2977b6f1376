"""PDF: rows, columns and pages in their order; scans and locks are told; where two ways of reading differ, nothing."""

import pytest

from her2guide.intake.findings import ReportError, Source
from her2guide.intake.opened import opened
from her2guide.intake.pdf import NO_WORDS, SOME_WORDS
from her2guide.intake.text import TOO_LONG
from tests.intake.fhir_records import filled, results
from tests.intake.made_files import REPORT, columns, locked, pdf, rows, scan

WANTED = {
    "her2_ihc": "2+",
    "her2_status_word": "equivocal",
    "her2_ish": "not_amplified",
    "her2_ish_ratio": "1.3",
    "er": "positive",
    "er_percent": "90",
    "is_breast": "true",
}


def test_lines_are_read_as_text() -> None:
    found = opened(pdf(REPORT)).reading
    assert found.source is Source.PDF
    assert filled(found) == WANTED


def test_a_table_that_was_written_column_by_column_is_read_row_by_row() -> None:
    table = (
        ("Marker", "Result", "Percent"),
        ("ER", "Positive", "90%"),
        ("PR", "Negative", "0%"),
        ("HER2 (IHC)", "Equivocal (2+)"),
        ("HER2 (FISH)", "Not amplified", "ratio 1.3"),
    )
    found = results(opened(rows(*table)).reading)
    assert set(found.items()) <= {
        ("er", "positive"),
        ("er_percent", "90"),
        ("pr", "negative"),
        ("pr_percent", "0"),
        ("her2_ihc", "2+"),
        ("her2_status_word", "equivocal"),
        ("her2_ish", "not_amplified"),
        ("her2_ish_ratio", "1.3"),
    }
    assert found["her2_ihc"] == "2+"


def test_two_columns_of_text_are_not_read_across() -> None:
    left = (
        "Left breast, core biopsy: invasive carcinoma of no",
        "special type, grade two. The estrogen receptor is",
        "positive in 90% of tumor cells, with strong stain,",
        "and the progesterone receptor is positive in 40%",
        "of tumor cells. The proliferation is low in this.",
    )
    right = (
        "Comment: the HER2 immunohistochemistry is equivocal",
        "(score 2+). A gene test was done on the same block.",
        "HER2 FISH is not amplified. The HER2/CEP17 ratio is",
        "1.3 and the mean HER2 copy number is 2.4 per cell,",
        "counted in fifty cells by two readers on one slide.",
    )
    found = results(opened(columns(left, right)).reading)
    assert found["er_percent"] == "90"
    assert found["her2_ihc"] == "2+"
    assert found["her2_ish"] == "not_amplified"
    assert found.get("her2_ish_ratio", "1.3") == "1.3"


def test_a_page_header_does_not_cut_a_sentence() -> None:
    head = ("Memorial Lab   Surgical pathology", "Page {} of 2")
    first = (
        *tuple(line.format(1) for line in head),
        "Left breast, core biopsy.",
        "HER2 IHC is equivocal with a score of",
    )
    second = (*tuple(line.format(2) for line in head), "2+ in this sample.", "ER: positive (90%)")
    found = results(opened(pdf(first, second)).reading)
    assert found["er"] == "positive"
    assert found.get("her2_ihc", "2+") == "2+"


def test_a_scan_is_blank_and_says_how_to_go_on() -> None:
    found = opened(scan()).reading
    assert filled(found) == {}
    assert NO_WORDS in found.warnings


def test_a_pdf_too_long_to_be_one_report_is_blank_and_says_so() -> None:
    page = tuple(
        f"{number} Sections show tissue with fibrosis and a few glands, and free margins." for number in range(45)
    )
    found = opened(pdf(REPORT, *[page] * 65)).reading
    assert filled(found) == {}
    assert TOO_LONG in found.warnings


def test_a_page_without_words_among_others_is_told() -> None:
    found = opened(pdf(REPORT, ())).reading
    assert filled(found) == WANTED
    assert SOME_WORDS in found.warnings


def test_a_pdf_locked_against_changes_is_read_and_one_with_a_password_is_told() -> None:
    for strength in (2, 3, 4, 6):
        assert filled(opened(locked(pdf(REPORT), "", strength)).reading) == WANTED
        with pytest.raises(ReportError, match="locked with a password"):
            opened(locked(pdf(REPORT), "secret", strength))


@pytest.mark.parametrize("keep", [5, 20, 200, 600, 900])
def test_a_pdf_cut_short_is_told_or_read_in_part_but_never_breaks_the_reader(keep: int) -> None:
    try:
        found = filled(opened(pdf(REPORT)[:keep]).reading)
    except ReportError:
        found = {}
    assert set(found.items()) <= set(WANTED.items())
