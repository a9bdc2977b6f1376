"""The way in and the way back: letters made even, quotes of the original, days and specimens from outside."""

from datetime import date

import pytest

from her2guide.intake.findings import Kind, Rank, ReportField, Source
from her2guide.intake.normalise import LONGEST_QUOTE, normalise
from her2guide.intake.scope import read_date
from her2guide.intake.text import read_text, statements


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("HER2 \u2265 2", "HER2 >= 2"),
        ("r\u00e9cepteurs \u0153strog\u00e9niques", "recepteurs oestrogeniques"),
        ("\u00d6strogenrezeptor", "Ostrogenrezeptor"),
        ("re\u00adceptor", "receptor"),
        ("90\u00a0%", "90 %"),
        ("score l+", "score 1+"),
        ("9O%", "90%"),
        ("1OO%", "100%"),
        ("ratio 1,3", "ratio 1.3"),
        ("0,1+", "0,1+"),
        ("1,2,3", "1,2,3"),
        ("\u2610 yes \u2611 no", "[ ] yes [x] no"),
        ("estro-\ngen", "estrogen"),
        ("a\r\nb\fc", "a\nb\nc"),
        ("a \ue001 b", "a   b"),
        ("1+ on a scale of 0-3", "score 1"),
        ("**ER:** positive", "ER: positive"),
    ],
)
def test_letters_are_made_even(printed: str, plain: str) -> None:
    assert normalise(printed).text == plain


def test_every_place_leads_back_to_the_original() -> None:
    original = "R\u00e9cepteur \u2265 90\u00a0%\nHER2: l+ (n\u00e9gatif)"
    page = normalise(original)
    assert len(page.origin) == len(page.text)
    assert list(page.origin) == sorted(page.origin)
    assert page.printed(0, len(page.text)) == " ".join(original.split())


def test_a_quote_is_the_whole_line_as_printed() -> None:
    reading = read_text("Left breast\nHER-\n2/neu IHC: l+  (negative)\nKi-67: 3%")
    assert reading.chosen[ReportField.HER2_IHC].quotes == ("HER- 2/neu IHC: l+ (negative)",)


def test_a_quote_begins_at_the_name_if_that_is_not_far_above() -> None:
    chosen = read_text("Left breast\nHER2 IHC\nScore: 2+\n").chosen
    assert chosen[ReportField.HER2_IHC].quotes == ("HER2 IHC Score: 2+",)
    chosen = read_text("Left breast\nHER2 IHC\nSlide one\nSlide two\nScore: 2+\n").chosen
    assert chosen[ReportField.HER2_IHC].quotes == ("Score: 2+",)


def test_a_quote_of_a_very_long_line_is_the_part_around_the_value() -> None:
    text = "Breast tissue was seen. " * 60 + "HER2 IHC: 2+. " + "Nothing else was seen. " * 60
    (quote,) = read_text(text).chosen[ReportField.HER2_IHC].quotes
    assert "2+" in quote
    assert len(quote) <= LONGEST_QUOTE + 40
    assert quote in text


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-03", date(2026, 3, 1)),
        ("03/05/2026", date(2026, 3, 5)),
        ("25/12/2026", date(2026, 12, 25)),
        ("5.3.2026", date(2026, 3, 5)),
        ("03/05/26", date(2026, 3, 5)),
        ("05/2021", date(2021, 5, 1)),
        ("march 5, 2026", date(2026, 3, 5)),
        ("5 march 2026", date(2026, 3, 5)),
        ("jan 2017", date(2017, 1, 1)),
        ("13/13/2026", None),
        ("2026-02-31", None),
        ("score 3/8", None),
        ("er 90%", None),
    ],
)
def test_dates_are_read_in_the_ways_they_are_printed(printed: str, day: date | None) -> None:
    assert read_date(printed) == day


def test_day_and_specimen_from_outside_hold_where_the_text_has_none() -> None:
    (found,) = [s for s in statements("HER2 IHC: 1+", when=date(2026, 1, 2), specimen="core") if s.value == "1+"]
    assert (found.when, found.specimen, found.rank, found.kind) == (date(2026, 1, 2), "core", Rank.FIRST, Kind.RESULT)


def test_a_day_in_the_text_goes_before_the_one_from_outside() -> None:
    text = "Collected: 2020-05-01\nHER2 IHC: 1+"
    (found,) = [s for s in statements(text, when=date(2026, 1, 2)) if s.value == "1+"]
    assert found.when == date(2020, 5, 1)


def test_a_specimen_is_named_as_printed() -> None:
    (found,) = [s for s in statements("A. Left Breast, core biopsy:\nHER2 IHC: 1+") if s.value == "1+"]
    assert found.specimen == "A. Left Breast, core biopsy:"


@pytest.mark.parametrize(
    ("heading", "rank"),
    [
        ("ADDENDUM #1 (03/09/2026)", Rank.ADDENDUM),
        ("SUPPLEMENTAL REPORT", Rank.ADDENDUM),
        ("Nachtrag", Rank.ADDENDUM),
        ("*** AMENDED REPORT ***", Rank.AMENDED),
        ("CORRECTED RESULT", Rank.AMENDED),
        ("CLINICAL HISTORY:", Rank.HISTORY),
        ("PRIOR PATHOLOGY (summary)", Rank.HISTORY),
        ("FINAL DIAGNOSIS:", Rank.FIRST),
    ],
)
def test_a_heading_tells_first_and_later_words_apart(heading: str, rank: Rank) -> None:
    (found,) = [s for s in statements(f"Left breast\n{heading}\nHER2 IHC: 1+") if s.value == "1+"]
    assert found.rank is rank


def test_the_source_of_a_reading_is_kept() -> None:
    assert read_text("HER2 IHC: 1+").source is Source.TEXT
    assert read_text("HER2 IHC: 1+", Source.PDF).source is Source.PDF


def test_a_text_of_another_organ_gives_that_one_statement() -> None:
    found = statements("Stomach, biopsy: adenocarcinoma. HER2 IHC 3+.")
    assert [(s.field, s.value) for s in found] == [(ReportField.IS_BREAST, "false")]


def test_a_text_of_two_organs_with_breast_in_the_story_alone_gives_none() -> None:
    assert statements("Clinical history: breast cancer. Stomach, biopsy: adenocarcinoma. HER2 IHC 3+.") == ()
