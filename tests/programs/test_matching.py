"""Every program and every person: as the contract says, as the kept table says, and never by a guess."""

import itertools
from dataclasses import replace

import pytest

from her2guide.library.library import Library
from her2guide.library.program_records import AssistanceProgram
from her2guide.model.income import is_within
from her2guide.model.programs import (
    IncomeRule,
    Match,
    ProgramKind,
    Reason,
    Takes,
    covers_of,
    view_program,
    view_programs,
)
from her2guide.model.terms import MEDICINE_IDS, IncomeBand, Insurance, Setting, Told
from tests.programs import oracle
from tests.programs.people import PEOPLE, answers_of, table

LIBRARY = Library()
RULES = LIBRARY.program_rules
TABLE = table()
ENHERTU = "trastuzumab-deruxtecan"
PUBLIC = [cover for cover in Insurance if "medic" in cover or cover in (Insurance.TRICARE, Insurance.VA)]


def matches(said: dict[str, object]) -> dict[str, str]:
    return {view.id: view.match.value for view in view_programs(RULES, answers_of(said))}


def test_every_program_but_the_old_name_is_listed_and_in_the_table() -> None:
    assert len(LIBRARY.programs) == 77
    assert [rule.id for rule in RULES] == [name for name in LIBRARY.programs if name != "pan_legacy"]
    assert {program for program, _ in TABLE} == {rule.id for rule in RULES} == set(oracle.programs())


@pytest.mark.parametrize("person", PEOPLE)
def test_each_person_of_the_table_gets_each_program_as_it_says(person: str) -> None:
    assert matches(PEOPLE[person]) == {program: match for (program, who), match in TABLE.items() if who == person}


def test_the_table_holds_every_match_for_every_kind_of_cover() -> None:
    kinds = {Insurance(said["insurance"]) for said in PEOPLE.values() if "insurance" in said}
    assert kinds == set(Insurance)
    for person in PEOPLE:
        found = {match for (_, who), match in TABLE.items() if who == person}
        assert found == (set(Match) if covers_of(answers_of(PEOPLE[person]).insurance) else {"fits", "check"})


@pytest.mark.parametrize("insurance", [*Insurance, None])
def test_every_cover_with_every_medicine_and_setting_is_matched_as_the_contract_says(
    insurance: Insurance | None,
) -> None:
    settings = (*Setting, None)
    for medicine, setting in itertools.product((*MEDICINE_IDS, None), settings):
        said = {"insurance": insurance, "setting": setting, "medicines": {medicine: "taking"} if medicine else None}
        assert matches(said) == {name: oracle.expected(record, said) for name, record in oracle.programs().items()}


@pytest.mark.parametrize("band", [*IncomeBand, None])
def test_every_income_with_every_cover_is_matched_as_the_contract_says(band: IncomeBand | None) -> None:
    for insurance, medicine in itertools.product((*Insurance, None), (ENHERTU, "ribociclib", "abemaciclib")):
        said = {"insurance": insurance, "income_band": band, "medicines": {medicine: "talked_about"}}
        assert matches(said) == {name: oracle.expected(record, said) for name, record in oracle.programs().items()}


@pytest.mark.parametrize("word", Told)
def test_only_a_medicine_talked_about_or_taken_now_counts_as_named(word: Told) -> None:
    found = matches({"insurance": "employer", "medicines": {ENHERTU: word}})
    named = word in (Told.TALKED_ABOUT, Told.TAKING)
    assert found["enhertu_savings"] == ("fits" if named else "check")


# --- the cases a mistake would cost most


@pytest.mark.parametrize("insurance", [*PUBLIC, Insurance.NONE])
def test_a_makers_card_is_ruled_out_with_public_insurance_and_with_none(insurance: Insurance) -> None:
    cards = [rule for rule in RULES if rule.kind is ProgramKind.COPAY_CARD]
    assert {rule.id for rule in cards} >= {"enhertu_savings", "genentech_copay", "pfizer_together", "lilly_support"}
    for rule, setting in itertools.product(cards, (*Setting, None)):
        said = answers_of({"insurance": insurance, "setting": setting, "medicines": {rule.medicines[0]: "taking"}})
        view = view_program(rule, said)
        assert view.match is Match.EXCLUDED
        wanted = Reason.CARD_WITHOUT_COVER if insurance is Insurance.NONE else Reason.CARD_AND_PUBLIC_COVER
        assert wanted in view.reasons


def test_no_income_and_no_unknown_answer_rules_a_program_out() -> None:
    for insurance in (*Insurance, None):
        without = matches({"insurance": insurance, "setting": "metastatic"})
        for band in IncomeBand:
            found = matches({"insurance": insurance, "setting": "metastatic", "income_band": band})
            assert [name for name in found if (found[name] == "excluded") is not (without[name] == "excluded")] == []
    assert "excluded" not in matches({}).values()
    assert "excluded" not in matches({"insurance": "not_sure", "setting": "not_sure"}).values()


def test_with_both_kinds_of_cover_the_kinder_word_counts() -> None:
    for rule in RULES:
        takes = [rule.insurance[cover] for cover in covers_of(Insurance.MEDICARE_AND_MEDICAID)]
        excluded = all(each in (Takes.EXCLUDE, Takes.NOT_APPLICABLE) for each in takes)
        view = view_program(rule, answers_of({"insurance": "medicare_and_medicaid", "setting": "metastatic"}))
        assert (view.match is Match.EXCLUDED) is excluded


def test_what_is_known_from_memory_never_fits_and_tells_no_rule() -> None:
    from_memory = [rule for rule in RULES if rule.from_memory]
    assert len(from_memory) == 9
    for rule, insurance in itertools.product(from_memory, (*Insurance, None)):
        said = {"insurance": insurance, "setting": "metastatic", "medicines": dict.fromkeys(rule.medicines, "taking")}
        view = view_program(rule, answers_of(said))
        assert view.match is not Match.FITS
        assert view.reasons[0] is Reason.UNCONFIRMED
        assert len(view.reasons) == (2 if view.match is Match.EXCLUDED else 1)


def test_a_program_known_from_memory_would_fit_if_it_were_seen() -> None:
    rule = next(rule for rule in RULES if rule.id == "share")
    assert view_program(rule, answers_of({})).match is Match.CHECK
    assert view_program(replace(rule, from_memory=False), answers_of({})).match is Match.FITS


# --- reasons


def test_every_match_has_a_reason_and_every_reason_is_met() -> None:
    seen = set()
    for insurance, setting in itertools.product((*Insurance, None), (*Setting, None)):
        for medicines in ({}, {ENHERTU: "taking"}):
            for view in view_programs(
                RULES, answers_of({"insurance": insurance, "setting": setting, "medicines": medicines})
            ):
                assert view.reasons
                seen |= set(view.reasons)
    assert seen == set(Reason)


def test_the_reasons_are_the_same_for_every_income_household_and_kind_of_work() -> None:
    base = {"insurance": "medicare", "setting": "metastatic", "medicines": {ENHERTU: "taking"}}
    wanted = [view.reasons for view in view_programs(RULES, answers_of(base))]
    for band in IncomeBand:
        said = {**base, "income_band": band, "household_size": 3, "employment": "on_leave"}
        assert [view.reasons for view in view_programs(RULES, answers_of(said))] == wanted


# --- income


def test_a_band_is_within_a_limit_only_as_a_whole() -> None:
    assert is_within(IncomeBand.FROM_251_TO_300, 300)
    assert not is_within(IncomeBand.FROM_301_TO_400, 300)
    assert not is_within(IncomeBand.UP_TO_138, 135)
    assert not is_within(IncomeBand.ABOVE_500, 500)
    assert not is_within(IncomeBand.PREFER_NOT_TO_SAY, 500)
    assert not is_within(None, 500)


# --- the records


def test_every_limit_has_its_number_and_no_other_rule_has_one() -> None:
    for program in LIBRARY.programs.values():
        assert isinstance(program, AssistanceProgram)
        assert (program.income is IncomeRule.LIMIT) is (program.income_percent is not None)
    asked = {name for name, program in LIBRARY.programs.items() if program.income is IncomeRule.ASKED}
    assert asked >= {"ds_pap", "genentech_foundation", "pfizer_pap", "good_days", "pink_fund", "angel_flight"}


def test_every_medicine_of_a_maker_is_one_we_know() -> None:
    known = {medicine for rule in RULES for medicine in rule.medicines}
    assert known <= set(MEDICINE_IDS)
    assert {ENHERTU, "datopotamab-deruxtecan", "tucatinib", "ribociclib"} <= known
