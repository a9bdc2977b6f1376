"""The project's own reports: what must be filled is filled, and nothing else."""

import pytest

from her2guide.intake.findings import ReportField, Status
from her2guide.intake.text import read_text
from tests.intake.written import Written, problems, written

REPORTS = written()


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
def test_a_report_is_read_as_written_or_left_blank(report: Written) -> None:
    assert problems(report, read_text(report.text)) == ({}, {}, {})


def test_every_filled_field_quotes_the_report() -> None:
    for report in REPORTS:
        plain = " ".join(report.text.split())
        for field, finding in read_text(report.text).chosen.items():
            if finding.status is Status.FOUND:
                assert finding.quotes, (report.name, field)
                assert all(quote in plain for quote in finding.quotes), (report.name, field, finding.quotes)


def test_names_of_reports_are_their_own() -> None:
    names = [report.name for report in REPORTS]
    assert len(names) == len(set(names))
    assert {field for report in REPORTS for field in report.must} == set(ReportField)
