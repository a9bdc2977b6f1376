"""Which statement is shown where a report says several: every rule of the merging, alone."""

from datetime import date, timedelta

import pytest

from her2guide.intake.findings import Kind, Rank, Reading, ReportField, Source, Statement, Status
from her2guide.intake.merge import MORE_THAN_ONE, NOTHING, OTHER_PART, choose

F = ReportField
IHC, WORD, ISH = F.HER2_IHC, F.HER2_STATUS_WORD, F.HER2_ISH
OLD, NEAR, NEW = date(2020, 1, 5), date(2026, 3, 1), date(2026, 6, 20)


def said(
    field: ReportField,
    value: str,
    rank: Rank = Rank.FIRST,
    when: date | None = None,
    kind: Kind = Kind.RESULT,
    specimen: str = "",
) -> Statement:
    return Statement(field, kind, value, f"{field} {value} {rank.name}", specimen, when, rank)


def read(*statements: Statement) -> Reading:
    return choose(statements, Source.TEXT)


def value(field: ReportField, *statements: Statement) -> str:
    return read(*statements).chosen[field].value


def status(field: ReportField, *statements: Statement) -> Status:
    return read(*statements).chosen[field].status


def test_one_result_is_shown_with_its_quote() -> None:
    finding = read(said(IHC, "2+")).chosen[IHC]
    assert (finding.status, finding.value, finding.quotes) == (Status.FOUND, "2+", ("her2_ihc 2+ FIRST",))


def test_every_field_is_there_even_of_nothing() -> None:
    reading = read()
    assert set(reading.chosen) == set(ReportField)
    assert {finding.status for finding in reading.chosen.values()} == {Status.BLANK}
    assert reading.warnings == (NOTHING,)


def test_two_results_that_agree_are_one_with_both_quotes() -> None:
    finding = read(said(IHC, "1+"), said(IHC, "1+", specimen="B")).chosen[IHC]
    assert (finding.value, len(finding.quotes)) == ("1+", 1)
    both = read(said(IHC, "1+"), said(IHC, "1+", Rank.HISTORY), said(IHC, "1+", Rank.FIRST, NEW)).chosen[IHC]
    assert both.value == "1+"


def test_two_results_that_disagree_are_left_blank_with_both_quotes() -> None:
    reading = read(said(IHC, "1+", specimen="A"), said(IHC, "3+", specimen="B"))
    assert reading.chosen[IHC].status is Status.CONFLICT
    assert reading.chosen[IHC].value == ""
    assert len(reading.chosen[IHC].quotes) == 2
    assert reading.warnings == (MORE_THAN_ONE,)
    assert [result.specimen for result in reading.results] == ["A", "B"]
    assert [result.findings[IHC].value for result in reading.results] == ["1+", "3+"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Rank.FIRST, Rank.ADDENDUM),
        (Rank.FIRST, Rank.AMENDED),
        (Rank.ADDENDUM, Rank.AMENDED),
        (Rank.HISTORY, Rank.FIRST),
    ],
)
def test_a_later_word_replaces_an_earlier_one(earlier: Rank, later: Rank) -> None:
    assert value(IHC, said(IHC, "1+", earlier), said(IHC, "2+", later)) == "2+"
    assert value(IHC, said(IHC, "2+", later), said(IHC, "1+", earlier)) == "2+"


def test_an_amended_score_takes_the_staining_of_the_old_score_with_it() -> None:
    statements = (said(IHC, "0"), said(F.HER2_IHC0_STAINING, "none"), said(IHC, "1+", Rank.AMENDED))
    assert value(IHC, *statements) == "1+"
    assert status(F.HER2_IHC0_STAINING, *statements) is Status.BLANK


def test_an_amended_gene_test_takes_the_old_ratio_with_it() -> None:
    statements = (said(ISH, "amplified"), said(F.HER2_ISH_RATIO, "2.3"), said(ISH, "not_amplified", Rank.AMENDED))
    assert value(ISH, *statements) == "not_amplified"
    assert status(F.HER2_ISH_RATIO, *statements) is Status.BLANK


def test_a_gene_test_in_an_addendum_leaves_the_score_as_it_is() -> None:
    statements = (said(IHC, "2+"), said(ISH, "not_amplified", Rank.ADDENDUM))
    assert (value(IHC, *statements), value(ISH, *statements)) == ("2+", "not_amplified")


def test_an_earlier_result_counts_where_nothing_newer_is_told() -> None:
    assert value(IHC, said(IHC, "3+", Rank.HISTORY)) == "3+"
    assert value(IHC, said(IHC, "3+", Rank.HISTORY), said(F.ESTROGEN_RECEPTOR, "positive")) == "3+"


def test_an_earlier_result_gives_way_to_a_test_that_is_awaited() -> None:
    statements = (said(IHC, "3+", Rank.HISTORY), said(IHC, "", kind=Kind.PENDING))
    assert status(IHC, *statements) is Status.PENDING


def test_an_earlier_result_stays_where_the_test_was_not_done_again() -> None:
    assert value(IHC, said(IHC, "3+", Rank.HISTORY), said(IHC, "", kind=Kind.NOT_DONE)) == "3+"


def test_an_earlier_word_does_not_stand_beside_a_newer_score() -> None:
    assert status(WORD, said(WORD, "positive", Rank.HISTORY), said(IHC, "1+")) is Status.BLANK


def test_an_earlier_score_stands_beside_a_newer_gene_test_alone() -> None:
    statements = (said(IHC, "2+", Rank.HISTORY), said(WORD, "equivocal", Rank.HISTORY), said(ISH, "not_amplified"))
    assert (value(IHC, *statements), value(WORD, *statements)) == ("2+", "")


def test_an_earlier_score_does_not_stand_beside_a_gene_test_that_is_awaited() -> None:
    statements = (said(IHC, "2+", Rank.HISTORY), said(ISH, "", kind=Kind.PENDING))
    assert status(IHC, *statements) is Status.BLANK


def test_the_newest_specimen_counts() -> None:
    assert value(IHC, said(IHC, "3+", when=OLD), said(IHC, "1+", when=NEW)) == "1+"


def test_specimens_some_weeks_apart_do_not_replace_each_other() -> None:
    assert status(IHC, said(IHC, "3+", when=NEAR), said(IHC, "1+", when=NEW)) is Status.CONFLICT


@pytest.mark.parametrize(("days", "shown"), [(120, ""), (121, "1+")])
def test_a_specimen_replaces_an_older_one_from_the_hundred_and_twenty_first_day(days: int, shown: str) -> None:
    assert value(IHC, said(IHC, "3+", when=NEW - timedelta(days)), said(IHC, "1+", when=NEW)) == shown


def test_a_result_without_a_day_stays_beside_the_newest() -> None:
    assert status(IHC, said(IHC, "3+"), said(IHC, "1+", when=NEW)) is Status.CONFLICT


def test_an_old_word_goes_with_its_old_specimen() -> None:
    assert status(WORD, said(WORD, "positive", when=OLD), said(IHC, "1+", when=NEW)) is Status.BLANK


def test_one_receptor_does_not_make_another_old() -> None:
    statements = (said(F.ESTROGEN_RECEPTOR, "positive", when=OLD), said(IHC, "1+", when=NEW))
    assert value(F.ESTROGEN_RECEPTOR, *statements) == "positive"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("negative", "low"), "low"),
        (("negative", "ultralow"), "ultralow"),
        (("low", "ultralow"), "ultralow"),
        (("negative", "positive"), ""),
        (("negative", "equivocal"), ""),
    ],
)
def test_of_two_words_the_more_specific_one_counts(words: tuple[str, str], shown: str) -> None:
    assert value(WORD, *(said(WORD, word) for word in words)) == shown


def test_low_positive_is_more_specific_than_positive() -> None:
    statements = (said(F.ESTROGEN_RECEPTOR, "positive"), said(F.ESTROGEN_RECEPTOR, "low_positive"))
    assert value(F.ESTROGEN_RECEPTOR, *statements) == "low_positive"


def test_two_ways_to_print_one_number_are_one_value() -> None:
    assert value(F.HER2_ISH_RATIO, said(F.HER2_ISH_RATIO, "1.40"), said(F.HER2_ISH_RATIO, "1.4")) in {"1.40", "1.4"}
    assert status(F.HER2_ISH_RATIO, said(F.HER2_ISH_RATIO, "1.40"), said(F.HER2_ISH_RATIO, "1.5")) is Status.CONFLICT


def test_awaited_shows_as_pending_and_not_done_as_blank() -> None:
    assert status(ISH, said(ISH, "", kind=Kind.PENDING)) is Status.PENDING
    assert status(ISH, said(ISH, "", kind=Kind.NOT_DONE)) is Status.BLANK


def test_a_result_in_an_addendum_ends_the_waiting() -> None:
    assert value(ISH, said(ISH, "", kind=Kind.PENDING), said(ISH, "amplified", Rank.ADDENDUM)) == "amplified"


def test_another_organ_fills_nothing_and_says_so() -> None:
    reading = read(said(F.IS_BREAST, "false"), said(IHC, "3+"))
    assert {field for field, finding in reading.chosen.items() if finding.status is Status.FOUND} == {F.IS_BREAST}
    assert (reading.results, reading.warnings) == ((), (OTHER_PART,))


def test_breast_said_anywhere_counts() -> None:
    assert value(F.IS_BREAST, said(F.IS_BREAST, "false"), said(F.IS_BREAST, "true")) == "true"
    assert value(F.IS_BREAST, said(F.IS_BREAST, "true"), said(F.IS_BREAST, "false")) == "true"


def test_warnings_given_come_first() -> None:
    assert choose((), Source.PDF, ("one",)).warnings == ("one", NOTHING)
    assert choose((), Source.PDF).source is Source.PDF


@pytest.mark.parametrize(
    ("statements", "kept"),
    [
        ((said(WORD, "positive"), said(IHC, "2+")), {IHC: "2+"}),
        ((said(WORD, "positive"), said(IHC, "1+")), {IHC: "1+"}),
        ((said(WORD, "positive"), said(IHC, "0")), {IHC: "0"}),
        ((said(WORD, "positive"), said(IHC, "3+")), {IHC: "3+", WORD: "positive"}),
        (
            (said(WORD, "positive"), said(IHC, "2+"), said(ISH, "amplified")),
            {IHC: "2+", ISH: "amplified", WORD: "positive"},
        ),
        ((said(WORD, "positive"), said(ISH, "not_amplified")), {ISH: "not_amplified"}),
        ((said(WORD, "negative"), said(ISH, "amplified")), {ISH: "amplified"}),
        ((said(WORD, "low"), said(ISH, "amplified")), {ISH: "amplified"}),
        ((said(WORD, "negative"), said(IHC, "3+")), {}),
        ((said(WORD, "negative"), said(IHC, "2+")), {IHC: "2+", WORD: "negative"}),
        ((said(WORD, "equivocal"), said(IHC, "2+")), {IHC: "2+", WORD: "equivocal"}),
        ((said(ISH, "amplified"), said(F.HER2_ISH_RATIO, "1.7")), {F.HER2_ISH_RATIO: "1.7"}),
        ((said(ISH, "amplified"), said(F.HER2_ISH_RATIO, "2.0")), {ISH: "amplified", F.HER2_ISH_RATIO: "2.0"}),
        (
            (said(ISH, "amplified"), said(F.HER2_ISH_RATIO, "1.7"), said(F.HER2_COPY_NUMBER, "6.5")),
            {ISH: "amplified", F.HER2_ISH_RATIO: "1.7", F.HER2_COPY_NUMBER: "6.5"},
        ),
        (
            (said(ISH, "amplified"), said(F.HER2_ISH_RATIO, "1.7"), said(F.HER2_COPY_NUMBER, "3.9")),
            {F.HER2_ISH_RATIO: "1.7", F.HER2_COPY_NUMBER: "3.9"},
        ),
        (
            (said(ISH, "not_amplified"), said(F.HER2_ISH_RATIO, "2.4"), said(F.HER2_COPY_NUMBER, "4.0")),
            {F.HER2_ISH_RATIO: "2.4", F.HER2_COPY_NUMBER: "4.0"},
        ),
        (
            (said(ISH, "not_amplified"), said(F.HER2_ISH_RATIO, "2.4"), said(F.HER2_COPY_NUMBER, "3.1")),
            {ISH: "not_amplified", F.HER2_ISH_RATIO: "2.4", F.HER2_COPY_NUMBER: "3.1"},
        ),
        ((said(ISH, "not_amplified"), said(F.HER2_ISH_RATIO, "2.4")), {ISH: "not_amplified", F.HER2_ISH_RATIO: "2.4"}),
        (
            (said(ISH, "not_amplified"), said(F.HER2_ISH_RATIO, "2.0"), said(F.HER2_COPY_NUMBER, "4.0")),
            {F.HER2_ISH_RATIO: "2.0", F.HER2_COPY_NUMBER: "4.0"},
        ),
        (
            (said(ISH, "not_amplified"), said(F.HER2_ISH_RATIO, "1.2"), said(F.HER2_COPY_NUMBER, "4.6")),
            {ISH: "not_amplified", F.HER2_ISH_RATIO: "1.2", F.HER2_COPY_NUMBER: "4.6"},
        ),
        ((said(WORD, "negative"), said(F.ESTROGEN_PERCENT, "5")), {WORD: "negative", F.ESTROGEN_PERCENT: "5"}),
        (
            (said(F.ESTROGEN_RECEPTOR, "negative"), said(F.ESTROGEN_PERCENT, "5")),
            {F.ESTROGEN_RECEPTOR: "negative", F.ESTROGEN_PERCENT: "5"},
        ),
        ((said(F.ESTROGEN_RECEPTOR, "negative"), said(F.ESTROGEN_PERCENT, "10")), {}),
        ((said(F.ESTROGEN_RECEPTOR, "negative"), said(F.ESTROGEN_PERCENT, ">10")), {}),
        ((said(WORD, "low"), said(IHC, "3+")), {}),
        ((said(WORD, "ultralow"), said(IHC, "3+")), {}),
        ((said(WORD, "ultralow"), said(ISH, "amplified")), {ISH: "amplified"}),
        ((said(F.HER2_ISH_RATIO, "2.3"), said(F.HER2_ISH_GROUP, "3")), {F.HER2_ISH_RATIO: "2.3"}),
        ((said(F.HER2_ISH_RATIO, "1.9"), said(F.HER2_ISH_GROUP, "1")), {F.HER2_ISH_RATIO: "1.9"}),
        (
            (said(F.HER2_ISH_RATIO, "2.0"), said(F.HER2_ISH_GROUP, "2")),
            {F.HER2_ISH_RATIO: "2.0", F.HER2_ISH_GROUP: "2"},
        ),
        (
            (said(F.HER2_ISH_RATIO, "1.2"), said(F.HER2_ISH_GROUP, "5")),
            {F.HER2_ISH_RATIO: "1.2", F.HER2_ISH_GROUP: "5"},
        ),
        ((said(WORD, "positive"), said(WORD, "low"), said(IHC, "1+"), said(ISH, "amplified")), {}),
        ((said(WORD, "equivocal"), said(WORD, "negative"), said(IHC, "2+")), {IHC: "2+"}),
        (
            (said(WORD, "positive"), said(IHC, "2+"), said(F.HER2_COPY_NUMBER, "6.8")),
            {WORD: "positive", IHC: "2+", F.HER2_COPY_NUMBER: "6.8"},
        ),
        (
            (said(WORD, "positive"), said(IHC, "2+"), said(F.HER2_ISH_RATIO, "2.6")),
            {WORD: "positive", IHC: "2+", F.HER2_ISH_RATIO: "2.6"},
        ),
        ((said(F.ESTROGEN_RECEPTOR, "positive"), said(F.ESTROGEN_PERCENT, "0")), {}),
        ((said(F.ESTROGEN_RECEPTOR, "negative"), said(F.ESTROGEN_PERCENT, "90")), {}),
        (
            (said(F.PROGESTERONE_RECEPTOR, "negative"), said(F.PROGESTERONE_PERCENT, "<1")),
            {F.PROGESTERONE_RECEPTOR: "negative", F.PROGESTERONE_PERCENT: "<1"},
        ),
        (
            (said(F.PROGESTERONE_RECEPTOR, "low_positive"), said(F.PROGESTERONE_PERCENT, "<1")),
            {},
        ),
        (
            (said(F.ESTROGEN_RECEPTOR, "positive"), said(F.ESTROGEN_PERCENT, "51-60")),
            {F.ESTROGEN_RECEPTOR: "positive", F.ESTROGEN_PERCENT: "51-60"},
        ),
    ],
)
def test_what_speaks_against_its_neighbours_is_left_blank(
    statements: tuple[Statement, ...], kept: dict[ReportField, str]
) -> None:
    chosen = read(*statements).chosen
    assert {field: finding.value for field, finding in chosen.items() if finding.status is Status.FOUND} == kept
    emptied = {statement.field for statement in statements} - set(kept)
    assert all(chosen[field].status is Status.CONFLICT and chosen[field].quotes for field in emptied)


@pytest.mark.parametrize(
    ("first", "values", "leaning"),
    [
        (IHC, ("1+", "3+"), (WORD, "negative")),
        (IHC, ("0", "1+"), (F.HER2_IHC0_STAINING, "none")),
        (IHC, ("1+", "2+"), (ISH, "not_amplified")),
        (IHC, ("1+", "2+"), (F.HER2_ISH_RATIO, "1.2")),
        (IHC, ("1+", "2+"), (F.HER2_COPY_NUMBER, "2.2")),
        (IHC, ("1+", "2+"), (F.HER2_ISH_GROUP, "5")),
        (ISH, ("amplified", "not_amplified"), (F.HER2_ISH_RATIO, "1.2")),
        (ISH, ("amplified", "not_amplified"), (F.HER2_COPY_NUMBER, "1.2")),
        (ISH, ("amplified", "not_amplified"), (F.HER2_ISH_GROUP, "1")),
        (ISH, ("amplified", "not_amplified"), (WORD, "positive")),
        (F.ESTROGEN_RECEPTOR, ("positive", "negative"), (F.ESTROGEN_PERCENT, "90")),
        (F.PROGESTERONE_RECEPTOR, ("positive", "negative"), (F.PROGESTERONE_PERCENT, "90")),
    ],
)
def test_what_leans_on_a_result_told_in_two_ways_is_left_blank(
    first: ReportField, values: tuple[str, str], leaning: tuple[ReportField, str]
) -> None:
    statements = (said(first, values[0], specimen="A"), said(first, values[1], specimen="B"), said(*leaning))
    assert status(leaning[0], *statements) is Status.CONFLICT


def test_a_score_stays_where_only_the_gene_test_is_told_in_two_ways() -> None:
    statements = (said(IHC, "2+"), said(ISH, "amplified"), said(ISH, "not_amplified"), said(F.ESTROGEN_PERCENT, "90"))
    assert (value(IHC, *statements), value(F.ESTROGEN_PERCENT, *statements)) == ("2+", "90")


POSITIVE = ((WORD, "positive"), (IHC, "3+"), (ISH, "amplified"))
NEGATIVE = ((WORD, "negative"), (WORD, "low"), (WORD, "ultralow"), (IHC, "0"), (IHC, "1+"))


@pytest.mark.parametrize("negative", NEGATIVE)
@pytest.mark.parametrize("positive", POSITIVE)
def test_where_one_specimen_is_positive_and_another_is_not_no_figure_of_either_is_shown(
    positive: tuple[ReportField, str], negative: tuple[ReportField, str]
) -> None:
    copies = said(F.HER2_COPY_NUMBER, "8.0", specimen="A")
    statements = (said(*positive, specimen="A"), copies, said(*negative, specimen="B"))
    chosen = read(*statements).chosen
    assert [finding.value for field, finding in chosen.items() if field.value.startswith("her2")] == [""] * 7


@pytest.mark.parametrize("word", ["negative", "low", "ultralow"])
def test_a_report_that_calls_her2_positive_and_not_positive_shows_nothing_of_it(word: str) -> None:
    assert value(IHC, said(WORD, "positive"), said(WORD, word), said(IHC, "1+")) == ""


def test_one_specimen_that_is_amplified_with_a_low_score_keeps_its_figures() -> None:
    one = (said(ISH, "amplified"), said(IHC, "1+"), said(F.HER2_COPY_NUMBER, "8.0"))
    assert (value(ISH, *one), value(IHC, *one), value(F.HER2_COPY_NUMBER, *one)) == ("amplified", "1+", "8.0")


def test_what_is_awaited_shows_its_line_and_a_result_shows_its_own_alone() -> None:
    awaited = said(IHC, "", kind=Kind.PENDING)
    assert (value(IHC, awaited), read(awaited).chosen[IHC].quotes) == ("", (awaited.quote,))
    assert read(awaited, said(IHC, "1+")).chosen[IHC].quotes == ("her2_ihc 1+ FIRST",)


def test_the_organ_is_shown_with_the_lines_that_say_it() -> None:
    breast = said(F.IS_BREAST, "true", specimen="A")
    finding = read(said(F.IS_BREAST, "false"), breast, said(F.IS_BREAST, "true", specimen="B")).chosen[F.IS_BREAST]
    assert finding.quotes == (breast.quote,)


def test_another_organ_keeps_the_warnings_that_were_given() -> None:
    assert choose([said(F.IS_BREAST, "false")], Source.TEXT, ("first",)).warnings == ("first", OTHER_PART)


def test_a_report_that_says_one_thing_has_nothing_to_tell_beside_it() -> None:
    assert read(said(IHC, "1+")).warnings == ()


def test_one_place_on_two_days_is_two_results() -> None:
    reading = read(said(IHC, "3+", when=OLD, specimen="A"), said(IHC, "1+", when=NEW, specimen="A"))
    assert [(result.when, result.findings[IHC].value) for result in reading.results] == [(OLD, "3+"), (NEW, "1+")]


def test_results_keep_the_order_and_the_days_of_the_report() -> None:
    reading = read(said(IHC, "3+", when=OLD, specimen="primary"), said(IHC, "1+", when=NEW, specimen="liver"))
    assert [(result.specimen, result.when) for result in reading.results] == [("primary", OLD), ("liver", NEW)]
    assert reading.chosen[IHC].value == "1+"


def test_within_one_specimen_results_show_the_later_word() -> None:
    reading = read(said(IHC, "1+"), said(IHC, "2+", Rank.AMENDED))
    assert [result.findings[IHC].value for result in reading.results] == ["2+"]


def test_a_specimen_that_nothing_is_known_of_has_no_result() -> None:
    assert read(said(ISH, "", kind=Kind.NOT_DONE)).results == ()
