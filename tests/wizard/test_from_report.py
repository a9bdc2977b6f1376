"""From what a report says to what is offered: every cell of the table, and nothing where there is doubt."""

from datetime import date

import pytest

from her2guide.intake.findings import Finding, Reading, ReportField, SpecimenResult, Status
from her2guide.model.terms import EstrogenReceptor, IhcScore, IshResult, MembraneStaining, ProgesteroneReceptor
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.found_words import marked
from her2guide.wizard.from_report import Item, Stand, candidates, items, label_of
from tests.wizard.readings import (
    COPIES,
    ER,
    IHC,
    ISH,
    PENDING,
    PR,
    RATIO,
    STAINING,
    WORDS,
    conflict,
    found,
    reading,
)

GROUP, BREAST = ReportField.HER2_ISH_GROUP, ReportField.IS_BREAST
ER_PERCENT, PR_PERCENT = ReportField.ESTROGEN_PERCENT, ReportField.PROGESTERONE_PERCENT

TABLE: tuple[tuple[ReportField, str, str, object], ...] = (
    (IHC, "0", "her2.ihc", IhcScore.ZERO),
    (IHC, "1+", "her2.ihc", IhcScore.ONE_PLUS),
    (IHC, "2+", "her2.ihc", IhcScore.TWO_PLUS),
    (IHC, "3+", "her2.ihc", IhcScore.THREE_PLUS),
    (IHC, "indeterminate", "her2.ihc", IhcScore.INDETERMINATE),
    (ISH, "amplified", "her2.ish", IshResult.AMPLIFIED),
    (ISH, "not_amplified", "her2.ish", IshResult.NOT_AMPLIFIED),
    (ISH, "indeterminate", "her2.ish", IshResult.INDETERMINATE),
    (RATIO, "1.3", "her2.ish_ratio", "1.3"),
    (COPIES, "4.10", "her2.copy_number", "4.10"),
    (WORDS, "positive", "her2.ihc", IhcScore.POSITIVE),
    (WORDS, "low", "her2.ihc", IhcScore.LOW),
    (WORDS, "ultralow", "her2.ihc", IhcScore.ULTRALOW),
    (WORDS, "negative", "her2.ihc", IhcScore.NEGATIVE),
    (WORDS, "equivocal", "her2.ihc", None),
    (ER, "positive", "estrogen_receptor", EstrogenReceptor.POSITIVE),
    (ER, "low_positive", "estrogen_receptor", EstrogenReceptor.LOW_POSITIVE),
    (ER, "negative", "estrogen_receptor", EstrogenReceptor.NEGATIVE),
    (ER, "indeterminate", "estrogen_receptor", None),
    (ER_PERCENT, "91-100", "estrogen_percent", "91-100"),
    (PR, "positive", "progesterone_receptor", ProgesteroneReceptor.POSITIVE),
    (PR, "negative", "progesterone_receptor", ProgesteroneReceptor.NEGATIVE),
    (PR, "low_positive", "progesterone_receptor", None),
    (PR, "indeterminate", "progesterone_receptor", None),
    (PR_PERCENT, "<1", "progesterone_percent", "<1"),
)


@pytest.mark.parametrize(("place", "value", "path", "offer"), TABLE)
def test_a_value_is_offered_for_its_answer_or_shown_as_one_that_has_none(
    place: ReportField, value: str, path: str, offer: object
) -> None:
    (item,) = items(reading({place: found(value)}))
    assert (item.path, item.offer, item.quotes) == (path, offer, (f"a line with {value}",))
    assert item.stand is (Stand.UNCLEAR if offer is None else Stand.FOUND)
    assert path in next(page for page in QUESTIONS if page.id == item.page).fields


@pytest.mark.parametrize(("value", "offer"), [("none", MembraneStaining.NONE), ("faint<=10%", MembraneStaining.FAINT)])
def test_staining_is_offered_under_a_score_of_zero_alone(value: str, offer: MembraneStaining) -> None:
    staining = {STAINING: found(value)}
    assert [item.offer for item in items(reading({IHC: found("0"), **staining}))] == [IhcScore.ZERO, offer]
    assert items(reading(staining)) == ()
    for other in (found("1+"), found("indeterminate"), PENDING, conflict()):
        assert "her2.membrane_staining" not in [item.path for item in items(reading({IHC: other, **staining}))]


@pytest.mark.parametrize("score", [found("1+"), found("indeterminate"), PENDING, conflict()])
def test_a_word_stands_for_the_score_only_where_no_score_is_told_of(score: Finding) -> None:
    (item,) = items(reading({IHC: score, WORDS: found("positive")}))
    assert item.place is IHC
    assert item.offer is not IhcScore.POSITIVE


@pytest.mark.parametrize("place", [IHC, ISH, RATIO, COPIES, WORDS, ER, ER_PERCENT, PR, PR_PERCENT])
def test_where_a_report_says_two_things_every_line_is_there_and_nothing_is_offered(place: ReportField) -> None:
    (item,) = items(reading({place: conflict("one line", "another line")}))
    assert (item.stand, item.offer, item.quotes) == (Stand.CONFLICT, None, ("one line", "another line"))


@pytest.mark.parametrize("place", [IHC, RATIO, COPIES, WORDS, ER, ER_PERCENT, PR, PR_PERCENT])
def test_what_is_still_to_come_is_told_and_only_of_the_gene_test_it_is_an_answer(place: ReportField) -> None:
    (item,) = items(reading({place: PENDING}))
    assert (item.stand, item.offer) == (Stand.PENDING, None)
    (item,) = items(reading({ISH: PENDING}))
    assert (item.stand, item.offer, item.quotes) == (Stand.PENDING, IshResult.PENDING, ("FISH pending",))


@pytest.mark.parametrize("place", list(ReportField))
def test_a_blank_gives_nothing(place: ReportField) -> None:
    assert items(reading({place: Finding(Status.BLANK)})) == ()


def test_a_group_number_and_the_organ_fill_no_answer() -> None:
    assert items(reading({GROUP: found("5"), BREAST: found("true")})) == ()


def test_every_field_of_a_report_has_a_row_in_this_table() -> None:
    told = {row[0] for row in TABLE}
    assert set(ReportField) - told == {STAINING, GROUP, BREAST}


def test_a_report_on_another_part_of_the_body_gives_nothing() -> None:
    whole = {place: found(value) for place, value, _, _ in TABLE}
    results = (SpecimenResult("colon", date(2026, 1, 2), whole), SpecimenResult("liver", None, whole))
    other = reading({**whole, BREAST: found("false")}, results)
    assert items(other) == ()
    assert candidates(other) == ()


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001, "1.3\ud800"])
def test_a_text_that_no_answer_may_hold_is_not_offered(text: str) -> None:
    (item,) = items(reading({RATIO: found(text)}))
    assert item.offer is None


def test_things_come_in_the_order_of_the_questions() -> None:
    one = (SpecimenResult("Left breast", date(2026, 10, 5), {IHC: found("2+")}),)
    whole = {place: found(value) for place, value in ((PR, "negative"), (ER, "positive"), (ISH, "amplified"))}
    pages = [page.id for page in QUESTIONS]
    there = items(reading({**whole, IHC: found("2+"), RATIO: found("2.5")}, one))
    assert [item.path for item in there] == [
        "her2.ihc", "her2.ish", "her2.ish_ratio", "her2.specimen", "her2.date", "estrogen_receptor",
        "progesterone_receptor",
    ]  # fmt: skip
    places = [pages.index(item.page) for item in there]
    assert places == sorted(places)


def sample_of(*results: SpecimenResult) -> list[Item]:
    return [item for item in items(reading({IHC: found("1+")}, results)) if item.place is None]


def test_the_sample_and_its_day_are_offered_where_there_is_one() -> None:
    specimen, day = sample_of(SpecimenResult("Left breast, core biopsy", date(2026, 10, 5), {}))
    assert (specimen.offer, day.offer) == ("Left breast, core biopsy", date(2026, 10, 5))


@pytest.mark.parametrize(
    "results",
    [
        (),
        (SpecimenResult("", None, {}),),
        (SpecimenResult("history", date(2018, 3, 4), {}),),
        (SpecimenResult("A", None, {}),),
        (SpecimenResult("", date(2026, 10, 1), {}),),
        (SpecimenResult("Left breast", date(2026, 10, 5), {}), SpecimenResult("Liver", date(2026, 10, 6), {})),
    ],
)
def test_no_sample_and_no_day_are_made_up(results: tuple[SpecimenResult, ...]) -> None:
    assert sample_of(*results) == []


@pytest.mark.parametrize(
    ("kept", "label"),
    [
        ("Left breast, biopsy: \ue002 positive", "Left breast, biopsy"),
        ("  Liver   biopsy ", "Liver biopsy"),
        ("\ue001 1+", ""),
        ("B.", ""),
        ("Left breast, biopsy: ER positive, HER2 negative (1+)", "Left breast, biopsy"),
        ("Right axillary node ER 90%, HER2 0", "Right axillary node"),
        ("1 Rt breast bx", "1 Rt breast bx"),
    ],
)
def test_a_sample_is_called_by_the_reports_own_words(kept: str, label: str) -> None:
    assert label_of(kept) == label


LEFT = SpecimenResult("Left breast", None, {IHC: found("1+", "left 1+"), ER: found("positive", "left ER+")})
RIGHT = SpecimenResult("Right breast", None, {IHC: found("3+", "right 3+")})
EARLIER = SpecimenResult("history", date(2018, 3, 4), {IHC: found("0", "was 0")})


def values(of: int, *results: SpecimenResult, chosen: dict[ReportField, Finding] | None = None) -> dict[str, object]:
    whole = reading(chosen, results)
    return {item.path: item.offer for item in items(whole, candidates(whole)[of])}


def test_two_samples_are_told_apart_and_never_mixed() -> None:
    assert values(0, LEFT, RIGHT) == {
        "her2.ihc": IhcScore.ONE_PLUS,
        "her2.specimen": "Left breast",
        "estrogen_receptor": EstrogenReceptor.POSITIVE,
    }
    assert values(1, LEFT, RIGHT) == {"her2.ihc": IhcScore.THREE_PLUS, "her2.specimen": "Right breast"}


@pytest.mark.parametrize("others", [(), (EARLIER,), (SpecimenResult("", None, {IHC: found("2+")}),)])
def test_an_earlier_result_and_a_later_word_on_it_are_no_sample_of_their_own(
    others: tuple[SpecimenResult, ...],
) -> None:
    assert candidates(reading({}, (LEFT, *others))) == ()
    assert len(candidates(reading({}, (LEFT, *others, RIGHT)))) == 2


def test_what_the_report_tells_of_no_sample_holds_for_each_and_a_later_word_leaves_a_blank() -> None:
    general = SpecimenResult("", None, {PR: found("negative", "PR neg"), IHC: found("2+", "corrected: 2+")})
    whole = reading({}, (LEFT, RIGHT, general))
    of = {item.path: item for item in items(whole, candidates(whole)[0])}
    assert of["progesterone_receptor"].offer is ProgesteroneReceptor.NEGATIVE
    assert (of["her2.ihc"].stand, of["her2.ihc"].quotes) == (Stand.CONFLICT, ("left 1+", "corrected: 2+"))


def test_values_of_a_sample_that_speak_against_each_other_are_not_offered() -> None:
    odd = SpecimenResult("Left breast", None, {ISH: found("amplified"), RATIO: found("1.1")})
    assert values(0, odd, RIGHT)["her2.ish"] is None


def item_of(place: ReportField, value: str, quote: str) -> Item:
    return next(item for item in items(reading({place: found(value, quote)})) if item.place is place)


@pytest.mark.parametrize(
    ("place", "value", "quote", "words"),
    [
        (IHC, "1+", "HER2 by IHC: negative, score 1+ (block A1)", "1+"),
        (IHC, "0", "IHC 10% of cells; HER2 score 0.", "0"),
        (IHC, "2+", "HER2 ++", "++"),
        (IHC, "3+", "Ki-67 30%, HER2 3 +", "3 +"),
        (ISH, "amplified", "HER2 FISH: AMPLIFIED. Ratio 4.5", "AMPLIFIED"),
        (ISH, "not_amplified", "HER2 gene is not amplified", "not amplified"),
        (RATIO, "1.3", "ISH: not amplified (HER2/CEP17 ratio 1.3)", "1.3"),
        (WORDS, "low", "HER2-low (1+)", "low"),
        (ER, "positive", "PR positive, ER positive (95%)", "positive"),
        (ER_PERCENT, "95", "PR 95%, ER 95%", "95%"),
        (PR, "negative", "Estrogen receptor negative; progesterone receptor negative", "negative"),
        (RATIO, "7.7", "a line without the number", ""),
    ],
)
def test_the_words_that_say_the_value_are_marked_and_the_line_stays_as_it_is(
    place: ReportField, value: str, quote: str, words: str
) -> None:
    pieces = marked(item_of(place, value, quote), quote)
    assert "".join(text for text, _ in pieces) == quote
    assert "".join(text for text, is_marked in pieces if is_marked) == words


def test_the_mark_stands_behind_the_name_of_its_own_test() -> None:
    quote = "PR positive, ER positive"
    pieces = marked(item_of(ER, "positive", quote), quote)
    assert pieces == (("PR positive, ER ", False), ("positive", True))


def test_nothing_of_a_report_shows_in_a_repr() -> None:
    whole: Reading = reading({IHC: found("1+", "quokka")}, (LEFT, RIGHT))
    assert "quokka" not in repr(items(whole))
    assert "1+" not in repr(items(whole))
    assert "left" not in repr(candidates(whole)).lower()
