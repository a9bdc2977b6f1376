"""A short run of the fuzzer, and the texts that once were slow: long ones of a single kind."""

import pytest

from her2guide.intake.findings import ReportField, Status
from her2guide.intake.text import LONGEST, TOO_LONG, read_text
from tests.intake.fuzz import check, run

PIECES = (
    *("negative for ", "no ", "HER-", "(", "1+", "[ ] ", " ", "\n", "control, ", "1,2,", "-", "\u00e9"),
    "ER   PR   HER2\n90%  80%  1+\n",
)


def test_odd_texts_give_whole_readings() -> None:
    assert run(seed=0, count=400) == []


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_over_and_over_is_read_in_the_end(piece: str) -> None:
    chosen = read_text(piece * (8000 // len(piece))).chosen
    assert set(chosen) == set(ReportField)


@pytest.mark.parametrize("answer", ["20%", "20 %", "< 20 %", "20", "+", "(+)", "pos.", "90% (strong)"])
@pytest.mark.parametrize(
    ("names", "between"), [("ER/PR/HER2 ", "/"), ("ER/PR/HER2: ", " / "), ("ER, PR, and HER2 are ", ", ")]
)
def test_a_row_of_answers_that_goes_on_and_on_is_read_in_a_moment_and_none_of_it_is_taken(
    names: str, between: str, answer: str
) -> None:
    text = f"Breast. {names}{between.join([answer] * 24)} and so on"
    check(text)  # with two ways to take each space it was 2 ** 24 ways
    chosen = read_text(text).chosen
    found = {field for field, finding in chosen.items() if finding.status is Status.FOUND}
    assert found <= {ReportField.IS_BREAST}


def test_a_text_too_long_to_be_one_report_is_left_blank_and_says_so() -> None:
    reading = read_text("Breast. HER2 IHC: 3+. " + "x" * LONGEST)
    assert {finding.status for finding in reading.chosen.values()} == {Status.BLANK}
    assert TOO_LONG in reading.warnings


def test_a_text_just_short_enough_is_read() -> None:
    text = "Left breast. HER2 IHC: 3+.\n" + "\n" * (LONGEST - 27)
    assert len(text) == LONGEST
    assert read_text(text).chosen[ReportField.HER2_IHC].value == "3+"
