"""Whatever the wording, the order and the noise: what is filled is what was put in, or blank."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from her2guide.intake.findings import ReportField, Status
from her2guide.intake.text import read_text
from tests.intake.made_up import MadeUp, made_up, tables


@given(made_up())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_filled_is_what_was_put_in(report: MadeUp) -> None:
    chosen = read_text(report.text).chosen
    filled = {field: finding.value for field, finding in chosen.items() if finding.status is Status.FOUND}
    assert {field: value for field, value in filled.items() if report.truth.get(field) != value} == {}


@given(tables())
@settings(max_examples=200, deadline=None)
def test_what_is_filled_from_a_table_is_what_stands_in_it(report: MadeUp) -> None:
    chosen = read_text(report.text).chosen
    filled = {field: finding.value for field, finding in chosen.items() if finding.status is Status.FOUND}
    assert {field: value for field, value in filled.items() if report.truth.get(field) != value} == {}


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_reading_of_every_field(text: str) -> None:
    chosen = read_text(text).chosen
    assert set(chosen) == set(ReportField)
    assert all((finding.status is Status.FOUND) == (finding.value != "") for finding in chosen.values())
